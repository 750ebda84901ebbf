package org.plumbline.bulk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// A file that has another name until it is whole: `result.csv.part`.
final class Outlet implements Closeable {

    /// Somebody else is writing it.
    static final class Busy extends IOException {
        private static final long serialVersionUID = 1;

        Busy(Path part) {
            super("another audit is writing " + part);
        }
    }

    private static final int BUFFER = 1 << 18;

    private final Path file;
    private final Path part;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private long position;

    /// @param position where to go on, all after it being taken away; 0 to begin
    Outlet(Path file, long position) throws IOException {
        this.file = file;
        this.part = part(file);
        this.channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = lock(channel);
            if (lock == null) {
                throw new Busy(part);
            }
            if (channel.size() < position) {
                throw new IOException(part + " is shorter than when the audit stopped");
            }
            // What is no plain file, such as a pipe, has nothing to take away.
            if (Files.isRegularFile(part)) {
                channel.truncate(position);
                channel.position(position);
            }
            this.position = position;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    /// What a file is called before it is whole.
    static Path part(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    void write(byte[] bytes) throws IOException {
        int from = 0;
        while (from < bytes.length) {
            int length = Math.min(buffer.remaining(), bytes.length - from);
            buffer.put(bytes, from, length);
            from += length;
            if (!buffer.hasRemaining()) {
                drain();
            }
        }
        position += bytes.length;
    }

    private void drain() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    /// Brings everything to the disk; how long the file then is.
    long settle() throws IOException {
        drain();
        channel.force(false);
        return position;
    }

    /// Gives the file its name.
    void finish() throws IOException {
        settle();
        channel.close();
        move(part, file);
    }

    /// Puts a file in the place of another, at once where the disk can.
    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (java.nio.file.AtomicMoveNotSupportedException | AccessDeniedException _) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

package org.plumbline.bulk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The keys of rows beyond those that fit into memory, with where they stand, so that at the end it can be told
/// which stood there before.
///
/// They are dealt by their hashes into parts, each of which is gone through by itself: what is written and
/// read is in stretches, and memory is that of one part, whatever the number of keys. The file is deleted
/// at the end. For one thread.
final class LateKeys implements AutoCloseable {

    /// Where a key stands.
    ///
    /// @param file by its number
    record Place(int file, int line, int column) {}

    /// Told of each place whose key stood elsewhere before.
    interface Repeats {
        void place(Place place) throws IOException;
    }

    private static final int PARTS = 1 << 10;
    private static final int STRETCH = 16_000;
    private static final int ENTRY = 20;

    /// Places that are put into the order of rows together.
    private static final int MOST_IN_ORDER = 1_000_000;

    private final FileChannel channel;
    private final List<ByteBuffer> filling = new ArrayList<>();
    private final List<List<Long>> stretches = new ArrayList<>();
    private long written;

    /// @param folder where the file is written
    @SuppressWarnings("MustBeClosedChecker") // closed with these
    LateKeys(Path folder) throws IOException {
        channel =
                FileChannel.open(
                        Files.createTempFile(folder, ".plumbline-keys", ".part"),
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE);
        for (int part = 0; part < PARTS; part++) {
            filling.add(ByteBuffer.allocateDirect(STRETCH).order(ByteOrder.nativeOrder()));
            stretches.add(new ArrayList<>());
        }
    }

    /// Adds a key.
    ///
    /// @param hash of the key, not 0
    void add(long hash, Place place) throws IOException {
        int part = part(hash);
        ByteBuffer stretch = filling.get(part);
        stretch.putLong(hash).putInt(place.file()).putInt(place.line()).putInt(place.column());
        if (stretch.remaining() < ENTRY) {
            stretch.flip();
            stretches.get(part).add(written);
            while (stretch.hasRemaining()) {
                written += channel.write(stretch, written);
            }
            stretch.clear();
        }
    }

    /// The high bits: the low ones choose the slot within a part.
    private static int part(long hash) {
        return (int) ((hash * 0x9E3779B97F4A7C15L) >>> 54);
    }

    /// Tells of every place whose key was added before, in the order of rows as far as a million of them go
    /// together. Ends the adding.
    void repeats(Repeats to) throws IOException {
        List<Place> found = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            repeats(part, found);
            if (found.size() >= MOST_IN_ORDER) {
                tell(found, to);
            }
        }
        tell(found, to);
    }

    private static void tell(List<Place> found, Repeats to) throws IOException {
        found.sort(
                Comparator.comparingInt(Place::file)
                        .thenComparingInt(Place::line)
                        .thenComparingInt(Place::column));
        for (Place place : found) {
            to.place(place);
        }
        found.clear();
    }

    private void repeats(int part, List<Place> found) throws IOException {
        int full = STRETCH / ENTRY;
        long keys = (long) stretches.get(part).size() * full + filling.get(part).position() / ENTRY;
        // At least a quarter of it stays empty.
        long[] seen = new long[Math.toIntExact(Math.max(2, Long.highestOneBit(keys * 4 / 3) * 2))];
        ByteBuffer stretch = ByteBuffer.allocateDirect(STRETCH).order(ByteOrder.nativeOrder());
        for (long at : stretches.get(part)) {
            stretch.clear();
            while (stretch.hasRemaining()) {
                if (channel.read(stretch, at + stretch.position()) < 0) {
                    throw new IOException("the file of keys is shorter than it was");
                }
            }
            repeats(stretch.flip(), seen, found);
        }
        repeats(filling.get(part).flip(), seen, found);
    }

    private static void repeats(ByteBuffer stretch, long[] seen, List<Place> found) {
        while (stretch.hasRemaining()) {
            long hash = stretch.getLong();
            var place = new Place(stretch.getInt(), stretch.getInt(), stretch.getInt());
            int slot = (int) (hash ^ (hash >>> 32)) & (seen.length - 1);
            while (seen[slot] != 0 && seen[slot] != hash) {
                slot = (slot + 1) & (seen.length - 1);
            }
            if (seen[slot] == hash) {
                found.add(place);
            } else {
                seen[slot] = hash;
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

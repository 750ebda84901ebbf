package org.plumbline.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A number for each key, however many keys there are.
///
/// Keys are held as 64 bits of a hash: two different ones of a hundred million are taken for the same
/// once in some thousand caseloads. The table lies outside the heap, and beyond [#MOST_IN_MEMORY]
/// bytes in a file that is deleted at the end: it is read and written there and not mapped, since what is
/// mapped counts as the process's memory. Putting is for one thread at a time; looking up is for any, once
/// all is put.
final class KeyTable implements AutoCloseable {

    /// Bytes of a table that is held in memory: some eight million keys.
    static final long MOST_IN_MEMORY = 192L << 20;

    private static final int ENTRY = 16;

    private final Path folder;
    private final long most;
    private Slots table;
    private long size;

    /// @param folder where a large table may be written
    KeyTable(Path folder) {
        this(folder, MOST_IN_MEMORY);
    }

    KeyTable(Path folder, long most) {
        this.folder = folder;
        this.most = most;
        this.table = slots(1 << 10);
    }

    /// 64 bits of a text, never 0.
    static long hash(String text) {
        long hash = 0x9E3779B97F4A7C15L + text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0xBF58476D1CE4E5B9L;
            hash ^= hash >>> 29;
        }
        hash *= 0x94D049BB133111EBL;
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }

    /// How many keys it holds.
    long size() {
        return size;
    }

    /// Whether one more key would make it grow beyond the memory it may take.
    boolean fillsMemory() {
        return isCrowded() && table.count() * 2 * ENTRY > most;
    }

    /// How many of the numbers have none of these bits.
    long without(long bits) {
        long[] count = {0};
        table.each((_, value) -> {
            if ((value & bits) == 0) {
                count[0]++;
            }
        });
        return count[0];
    }

    /// The number of a key; 0 where it has none.
    long get(long key) {
        long slot = slot(table, key);
        return table.key(slot) == 0 ? 0 : table.value(slot);
    }

    /// Adds bits to the number of a key that has one. May be called by several threads at once, as
    /// long as all add the same bits.
    void mark(long key, long bits) {
        long slot = slot(table, key);
        if (table.key(slot) != 0) {
            table.set(slot, key, table.value(slot) | bits);
        }
    }

    /// Gives a key a number, and returns the one it had; 0 where it had none.
    ///
    /// @param value not 0
    long put(long key, long value) {
        if (isCrowded()) {
            grow();
        }
        long slot = slot(table, key);
        long before = 0;
        if (table.key(slot) == 0) {
            size++;
        } else {
            before = table.value(slot);
        }
        table.set(slot, key, value);
        return before;
    }

    private boolean isCrowded() {
        return (size + 1) * 10 > table.count() * 7;
    }

    private static long slot(Slots table, long key) {
        long mask = table.count() - 1;
        long slot = (key ^ (key >>> 32)) & mask;
        for (long there = table.key(slot); there != 0 && there != key; there = table.key(slot)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        Slots larger = slots(table.count() * 2);
        table.each((key, value) -> larger.set(slot(larger, key), key, value));
        table.close();
        table = larger;
    }

    private Slots slots(long count) {
        return count * ENTRY <= most ? new InMemory(count) : new InFile(folder, count);
    }

    @Override
    public void close() {
        table.close();
    }

    /// Where keys and their numbers stand; the key 0 is none.
    private sealed interface Slots {
        long count();

        long key(long slot);

        long value(long slot);

        void set(long slot, long key, long value);

        void each(Entries entries);

        void close();
    }

    private interface Entries {
        void entry(long key, long value);
    }

    private static final class InMemory implements Slots {
        private final long count;

        @SuppressWarnings("MustBeClosedChecker") // closed with the table
        private final Arena arena = Arena.ofShared();

        private final MemorySegment table;

        InMemory(long count) {
            this.count = count;
            this.table = arena.allocate(count * ENTRY, 8);
        }

        @Override
        public long count() {
            return count;
        }

        @Override
        public long key(long slot) {
            return table.get(ValueLayout.JAVA_LONG, slot * ENTRY);
        }

        @Override
        public long value(long slot) {
            return table.get(ValueLayout.JAVA_LONG, slot * ENTRY + 8);
        }

        @Override
        public void set(long slot, long key, long value) {
            table.set(ValueLayout.JAVA_LONG, slot * ENTRY, key);
            table.set(ValueLayout.JAVA_LONG, slot * ENTRY + 8, value);
        }

        @Override
        public void each(Entries entries) {
            for (long slot = 0; slot < count; slot++) {
                long key = key(slot);
                if (key != 0) {
                    entries.entry(key, value(slot));
                }
            }
        }

        @Override
        public void close() {
            arena.close();
        }
    }

    private static final class InFile implements Slots {
        private static final int BLOCK = 1 << 20;

        private final long count;
        private final FileChannel channel;
        private final ThreadLocal<ByteBuffer> entry = ThreadLocal.withInitial(() -> buffer(ENTRY));

        @SuppressWarnings("MustBeClosedChecker") // closed with the table
        InFile(Path folder, long count) {
            this.count = count;
            try {
                this.channel =
                        FileChannel.open(
                                Files.createTempFile(folder, ".plumbline-keys", ".part"),
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE,
                                StandardOpenOption.DELETE_ON_CLOSE);
                // Written now: a disk that is full says so here, and not in the midst of it.
                ByteBuffer zeros = buffer(BLOCK);
                for (long done = 0; done < count * ENTRY; done += channel.write(zeros)) {
                    zeros.clear().limit((int) Math.min(BLOCK, count * ENTRY - done));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write a table of keys in " + folder, e);
            }
        }

        private static ByteBuffer buffer(int bytes) {
            return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
        }

        @Override
        public long count() {
            return count;
        }

        @Override
        public long key(long slot) {
            return read(entry.get().clear(), slot).getLong(0);
        }

        @Override
        public long value(long slot) {
            return read(entry.get().clear(), slot).getLong(8);
        }

        @Override
        public void set(long slot, long key, long value) {
            ByteBuffer bytes = entry.get().clear().putLong(0, key).putLong(8, value);
            try {
                for (long at = slot * ENTRY; bytes.hasRemaining(); ) {
                    at += channel.write(bytes, at);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("a table of keys cannot be written", e);
            }
        }

        @Override
        public void each(Entries entries) {
            ByteBuffer block = buffer(BLOCK);
            for (long slot = 0; slot < count; slot += BLOCK / ENTRY) {
                read(block.clear().limit((int) Math.min(BLOCK, (count - slot) * ENTRY)), slot);
                for (int at = 0; at < block.limit(); at += ENTRY) {
                    long key = block.getLong(at);
                    if (key != 0) {
                        entries.entry(key, block.getLong(at + 8));
                    }
                }
            }
        }

        private ByteBuffer read(ByteBuffer into, long slot) {
            try {
                for (long at = slot * ENTRY; into.hasRemaining(); ) {
                    int read = channel.read(into, at);
                    if (read < 0) {
                        throw new IOException("it is shorter than it was");
                    }
                    at += read;
                }
                return into;
            } catch (IOException e) {
                throw new UncheckedIOException("a table of keys cannot be read", e);
            }
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException("a table of keys cannot be closed", e);
            }
        }
    }
}

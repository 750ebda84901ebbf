package org.plumbline.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A number for each key, however many keys there are.
///
/// Keys are held as 64 bits of a hash: two different ones of a hundred million are taken for the same
/// once in some thousand caseloads. The table lies outside the heap, and beyond [#MOST_IN_MEMORY]
/// bytes in a file that is deleted at the end. Of that file the process lets go again and again, so that
/// its memory stays bounded whatever the number of keys; the machine keeps what it has room for.
/// Putting is for one thread at a time; looking up is for any, once all is put.
final class KeyTable implements AutoCloseable {

    /// Bytes of a table that is held in memory: some eight million keys.
    private static final long MOST_IN_MEMORY = 192L << 20;

    private static final int ENTRY = 16;

    /// Look-ups after which a table in a file is let go of: each may have brought 64 KB into memory.
    private static final int MOST_LOOKED_UP = 2_000;

    /// Entries after which it is, when all are gone through.
    private static final int MOST_PASSED = 1 << 21;

    private final Path folder;
    private final long most;

    @SuppressWarnings("MustBeClosedChecker") // closed with the table
    private Arena arena = Arena.ofShared();

    private MemorySegment table;
    private long slots = 1 << 14;
    private long size;

    /// Counted loosely where several threads look up: what it bounds is memory, and not to the byte.
    private int lookedUp;

    /// @param folder where a large table may be written
    KeyTable(Path folder) {
        this(folder, MOST_IN_MEMORY);
    }

    KeyTable(Path folder, long most) {
        this.folder = folder;
        this.most = most;
        this.table = allocate(slots, arena);
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

    /// How many of the numbers have none of these bits.
    long without(long bits) {
        long count = 0;
        for (long i = 0; i < slots; i++) {
            if (i % MOST_PASSED == 0) {
                letGo(table);
            }
            long value = table.get(ValueLayout.JAVA_LONG, i * ENTRY + 8);
            if (value != 0 && (value & bits) == 0) {
                count++;
            }
        }
        return count;
    }

    /// The number of a key; 0 where it has none.
    long get(long key) {
        lookUp();
        long slot = slot(table, slots, key);
        return table.get(ValueLayout.JAVA_LONG, slot * ENTRY) == 0
                ? 0
                : table.get(ValueLayout.JAVA_LONG, slot * ENTRY + 8);
    }

    /// Adds bits to the number of a key that has one. May be called by several threads at once, as
    /// long as all add the same bits.
    void mark(long key, long bits) {
        lookUp();
        long at = slot(table, slots, key) * ENTRY;
        if (table.get(ValueLayout.JAVA_LONG, at) != 0) {
            table.set(
                    ValueLayout.JAVA_LONG, at + 8, table.get(ValueLayout.JAVA_LONG, at + 8) | bits);
        }
    }

    /// Gives a key a number, and returns the one it had; 0 where it had none.
    ///
    /// @param value not 0
    long put(long key, long value) {
        if ((size + 1) * 10 > slots * 7) {
            grow();
        }
        lookUp();
        long at = slot(table, slots, key) * ENTRY;
        long before = 0;
        if (table.get(ValueLayout.JAVA_LONG, at) == 0) {
            table.set(ValueLayout.JAVA_LONG, at, key);
            size++;
        } else {
            before = table.get(ValueLayout.JAVA_LONG, at + 8);
        }
        table.set(ValueLayout.JAVA_LONG, at + 8, value);
        return before;
    }

    private static long slot(MemorySegment table, long slots, long key) {
        long slot = (key ^ (key >>> 32)) & (slots - 1);
        while (true) {
            long there = table.get(ValueLayout.JAVA_LONG, slot * ENTRY);
            if (there == 0 || there == key) {
                return slot;
            }
            slot = (slot + 1) & (slots - 1);
        }
    }

    private void lookUp() {
        if (++lookedUp >= MOST_LOOKED_UP) {
            lookedUp = 0;
            letGo(table);
        }
    }

    /// Has what was mapped of a file no longer counted as the process's memory. Nothing of it is lost.
    private static void letGo(MemorySegment table) {
        if (table.isMapped()) {
            table.unload();
        }
    }

    @SuppressWarnings("MustBeClosedChecker") // the old one is closed, the new one with the table
    private void grow() {
        long more = slots * 2;
        Arena next = Arena.ofShared();
        MemorySegment larger = allocate(more, next);
        for (long i = 0; i < slots; i++) {
            if (i % MOST_PASSED == 0) {
                letGo(table);
                letGo(larger);
            }
            long key = table.get(ValueLayout.JAVA_LONG, i * ENTRY);
            if (key != 0) {
                long at = slot(larger, more, key) * ENTRY;
                larger.set(ValueLayout.JAVA_LONG, at, key);
                larger.set(
                        ValueLayout.JAVA_LONG,
                        at + 8,
                        table.get(ValueLayout.JAVA_LONG, i * ENTRY + 8));
            }
        }
        arena.close();
        arena = next;
        table = larger;
        slots = more;
    }

    private MemorySegment allocate(long count, Arena in) {
        long bytes = count * ENTRY;
        if (bytes <= most) {
            return in.allocate(bytes, 8);
        }
        try {
            Path file = Files.createTempFile(folder, ".plumbline-keys", ".part");
            try (FileChannel channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE)) {
                // Written and not only mapped: a disk that is full says so here, and not by a
                // fault.
                ByteBuffer zeros = ByteBuffer.allocate(1 << 20);
                for (long done = 0; done < bytes; done += channel.write(zeros)) {
                    zeros.clear().limit((int) Math.min(zeros.capacity(), bytes - done));
                }
                return channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a table of keys in " + folder, e);
        }
    }

    @Override
    public void close() {
        arena.close();
    }
}

package org.plumbline.core.load;

import java.nio.ByteBuffer;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// A map from strings that lies in a [ValuePool] as a hash table, and of which only what is looked
/// up is ever read. Immutable.
///
/// The table has at least twice as many places as entries; each is the key's hash, and one more than
/// the indices of key and value, so that nought is an empty place. A key lies at its hash or at the
/// next free place after it.
final class StoredMap<V> extends AbstractMap<String, V> {

    private static final int PLACE = 12;

    private final ValuePool pool;
    private final ByteBuffer bytes;
    private final int table;
    private final int size;
    private final int mask;

    StoredMap(ValuePool pool, ByteBuffer bytes, int table, int size) {
        this.pool = pool;
        this.bytes = bytes;
        this.table = table;
        this.size = size;
        this.mask = places(size) - 1;
    }

    private static int places(int size) {
        return Integer.highestOneBit(Math.max(1, size)) << 2;
    }

    /// Appends the table of a map from keys to the indices of their values.
    static void write(
            Map<String, Integer> entries, ToIntFunction<String> index, ValuePool.Bytes out) {
        int places = places(entries.size());
        int[] table = new int[3 * places];
        entries.forEach((key, value) -> {
            int at = spread(key.hashCode()) & (places - 1);
            while (table[3 * at + 1] != 0) {
                at = (at + 1) & (places - 1);
            }
            table[3 * at] = key.hashCode();
            table[3 * at + 1] = index.applyAsInt(key) + 1;
            table[3 * at + 2] = value + 1;
        });
        for (int word : table) {
            out.fixedInt(word);
        }
    }

    private static int spread(int hash) {
        return hash ^ (hash >>> 16);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key instanceof String word && find(word) >= 0;
    }

    @Override
    @SuppressWarnings("unchecked") // the writer was given a map of this kind
    public @Nullable V get(@Nullable Object key) {
        int place = key instanceof String word ? find(word) : -1;
        return place < 0 ? null : (V) pool.value(bytes.getInt(place + 8) - 1);
    }

    private int find(String word) {
        int hash = word.hashCode();
        for (int at = spread(hash) & mask; ; at = (at + 1) & mask) {
            int place = table + PLACE * at;
            int key = bytes.getInt(place + 4);
            if (key == 0) {
                return -1;
            }
            if (bytes.getInt(place) == hash && word.equals(pool.value(key - 1))) {
                return place;
            }
        }
    }

    /// Every entry, all of them read.
    @Override
    @SuppressWarnings("unchecked") // as in get
    public Set<Entry<String, V>> entrySet() {
        Map<String, V> all = new LinkedHashMap<>();
        for (int at = 0; at <= mask; at++) {
            int key = bytes.getInt(table + PLACE * at + 4);
            if (key != 0) {
                all.put(
                        (String) pool.value(key - 1),
                        (V) pool.value(bytes.getInt(table + PLACE * at + 8) - 1));
            }
        }
        return java.util.Collections.unmodifiableMap(all).entrySet();
    }
}

package org.plumbline.server.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// The results of a pure function that were asked for last, some hundred of them. Two who ask for the
/// same at once may both work it out.
///
/// @param <K> equal keys have equal results
public final class Kept<K, V> {

    private final Map<K, V> all;

    /// @param most how many are kept
    public Kept(int most) {
        this.all =
                new LinkedHashMap<>(most, 0.75f, true) {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                        return size() > most;
                    }
                };
    }

    /// What was kept for this key, or is now.
    public V get(K key, Function<K, V> work) {
        synchronized (all) {
            V known = all.get(key);
            if (known != null) {
                return known;
            }
        }
        V made = work.apply(key);
        synchronized (all) {
            all.put(key, made);
        }
        return made;
    }
}

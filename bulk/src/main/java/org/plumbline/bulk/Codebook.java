package org.plumbline.bulk;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Numbers for answers that may be any of several: each answer the set of ways, each way what it
/// makes of every part of a question.
final class Codebook {

    private final int parts;
    private final Map<Object, Integer> codes = new ConcurrentHashMap<>();
    private volatile byte[][] truths = new byte[0][];

    /// @param parts into how many parts the question falls
    Codebook(int parts) {
        this.parts = parts;
    }

    /// The code of an answer that is exactly one way.
    ///
    /// @param way the parts that are then so
    int one(BitSet way) {
        return any(Set.of(way));
    }

    /// The code of an answer that may be any of several ways.
    int any(Set<BitSet> ways) {
        Integer known = codes.get(ways);
        return known != null ? known : add(new LinkedHashSet<>(ways), ways);
    }

    /// The code of an answer of which nothing is known, part by part.
    int nothing() {
        Integer known = codes.get(Nothing.KNOWN);
        return known != null ? known : add(Nothing.KNOWN, Set.of());
    }

    private enum Nothing {
        KNOWN
    }

    private synchronized int add(Object key, Set<BitSet> ways) {
        Integer known = codes.get(key);
        if (known != null) {
            return known;
        }
        byte[] truth = new byte[parts];
        for (int part = 0; part < parts; part++) {
            truth[part] = (byte) truth(ways, part);
        }
        int code = truths.length;
        byte[][] more = Arrays.copyOf(truths, code + 1);
        more[code] = truth;
        truths = more;
        codes.put(key, code);
        return code;
    }

    private static int truth(Set<BitSet> ways, int part) {
        boolean some = false;
        boolean all = true;
        for (BitSet way : ways) {
            some |= way.get(part);
            all &= way.get(part);
        }
        return ways.isEmpty() || some != all ? Truth.OPEN : all ? Truth.YES : Truth.NO;
    }

    /// What a code makes of a part.
    int truth(int code, int part) {
        return truths[code][part];
    }

    /// Whether a code leaves some part open.
    boolean open(int code) {
        for (byte truth : truths[code]) {
            if (truth == Truth.OPEN) {
                return true;
            }
        }
        return false;
    }
}

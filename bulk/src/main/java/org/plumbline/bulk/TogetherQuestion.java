package org.plumbline.bulk;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A question which days of two ordered events are possible together, where the days of neither are
/// known.
final class TogetherQuestion extends Question {

    private final DayQuestion earlier;
    private final DayQuestion later;
    private final Map<List<Object>, Integer> codes = new ConcurrentHashMap<>();

    TogetherQuestion(int slot, DayQuestion earlier, DayQuestion later) {
        super(slot, Tier.CIRCUMSTANCES);
        this.earlier = earlier;
        this.later = later;
    }

    /// Whether it has to be asked after these answers to the two.
    boolean matters(int[] given) {
        return given[earlier.slot()] >= 0
                && given[later.slot()] >= 0
                && earlier.open(given[earlier.slot()])
                && later.open(given[later.slot()]);
    }

    @Override
    int code(Row row, int day) {
        int[] one = earlier.stretches(row, day);
        int[] two = later.stretches(row, day);
        BitSet together = new BitSet();
        for (int i = 0; i < one.length; i += 2) {
            for (int j = 0; j < two.length; j += 2) {
                together.set(i / 2 * (two.length / 2) + j / 2, one[i] <= two[j + 1]);
            }
        }
        List<Object> key = new ArrayList<>(earlier.shape(row, day));
        key.addAll(later.shape(row, day));
        key.add(together);
        Integer known = codes.get(key);
        return known != null ? known : add(key);
    }

    private synchronized int add(List<Object> key) {
        return codes.computeIfAbsent(key, _ -> codes.size());
    }

    @Override
    int radix() {
        return 4;
    }

    @Override
    int common() {
        return 4;
    }

    @Override
    boolean open(int code) {
        return true;
    }

    @Override
    String word() {
        return toString();
    }

    @Override
    int truth(int code, int part) {
        return Truth.OPEN;
    }

    @Override
    public String toString() {
        return earlier + " with " + later;
    }
}

package org.plumbline.bulk;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import org.plumbline.core.scenario.Known;

/// What a caseload knows of one fact, each thing known with a number. Number 0 is nothing known.
///
/// Grows as rows are read; safe to share between threads.
final class Dictionary {

    private final ConcurrentHashMap<Known, Integer> numbers = new ConcurrentHashMap<>();
    private volatile Known[] known = {Known.ANYTHING};
    private volatile int size = 1;

    Dictionary() {
        numbers.put(Known.ANYTHING, 0);
    }

    /// The number of what is known, given now if it has none.
    int number(Known what) {
        Integer number = numbers.get(what);
        return number != null ? number : add(what);
    }

    private synchronized int add(Known what) {
        Integer number = numbers.get(what);
        if (number != null) {
            return number;
        }
        int next = size;
        Known[] all = known;
        if (next == all.length) {
            all = Arrays.copyOf(all, next * 2);
        }
        all[next] = what;
        known = all;
        size = next + 1;
        numbers.put(what, next);
        return next;
    }

    /// What a number stands for.
    Known known(int number) {
        return known[number];
    }

    /// How many numbers were given.
    int size() {
        return size;
    }
}

package org.plumbline.core.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Works out one thing for each of many, on two threads where that takes long enough.
///
/// Who works out what is left to chance; what comes of it is not, as no two of them share anything
/// that changes.
final class Halves {

    private Halves() {}

    /// How long the rest must be expected to take, in nanoseconds, before another thread saves more
    /// than its start costs. A dozen texts take a third of that in a process that has answered often,
    /// and ten times as long in one that has just begun.
    private static final long WORTH_A_THREAD = 1_000_000;

    /// The result for each, in their order.
    static <T, R> List<R> each(List<T> all, Function<T, R> work) {
        AtomicInteger next = new AtomicInteger();
        List<Done<R>> done = new ArrayList<>(all.size());
        @Nullable Supplier<List<Done<R>>> other = null;
        boolean alone = Runtime.getRuntime().availableProcessors() == 1;
        long began = alone ? 0 : System.nanoTime();
        for (int at = next.getAndIncrement(); at < all.size(); at = next.getAndIncrement()) {
            done.add(new Done<>(at, work.apply(all.get(at))));
            if (!alone && other == null) {
                long each = (System.nanoTime() - began) / done.size();
                if (each * (all.size() - done.size()) > WORTH_A_THREAD) {
                    other = Beside.of("half of the texts", () -> share(all, work, next));
                }
            }
        }
        if (other != null) {
            done.addAll(other.get());
            done.sort((a, b) -> Integer.compare(a.at(), b.at()));
        }
        List<R> results = new ArrayList<>(done.size());
        for (Done<R> one : done) {
            results.add(one.result());
        }
        return results;
    }

    private record Done<R>(int at, R result) {}

    private static <T, R> List<Done<R>> share(
            List<T> all, Function<T, R> work, AtomicInteger next) {
        List<Done<R>> done = new ArrayList<>();
        for (int at = next.getAndIncrement(); at < all.size(); at = next.getAndIncrement()) {
            done.add(new Done<>(at, work.apply(all.get(at))));
        }
        return done;
    }
}

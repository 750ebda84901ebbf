package org.plumbline.core.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Works out one thing for each of many, on two threads where that takes long enough.
///
/// Who works out what is left to chance; what comes of it is not, as no two of them share anything
/// that changes.
final class Halves<T, R> {

    /// How long the rest must be expected to take, in nanoseconds, before another thread saves more
    /// than its start costs. A dozen texts take a third of that in a process that has answered often,
    /// and ten times as long in one that has just begun.
    private static final long WORTH_A_THREAD = 1_000_000;

    private final List<T> all;
    private final Function<T, R> work;
    private final LongSupplier nanoTime;
    private final AtomicInteger next = new AtomicInteger();
    private @Nullable Supplier<List<Done<R>>> other;

    private Halves(List<T> all, Function<T, R> work, LongSupplier nanoTime) {
        this.all = all;
        this.work = work;
        this.nanoTime = nanoTime;
    }

    private record Done<R>(int at, R result) {}

    /// The result for each, in their order.
    static <T, R> List<R> each(List<T> all, Function<T, R> work) {
        return each(all, work, System::nanoTime);
    }

    /// The result for each, in their order, as long as a clock says that they take.
    static <T, R> List<R> each(List<T> all, Function<T, R> work, LongSupplier nanoTime) {
        return new Halves<>(all, work, nanoTime).results();
    }

    /// Begins with another thread, if that is worth it; [#results] then takes part in what is left.
    ///
    /// @param nanoseconds how long all of them are expected to take
    static <T, R> Halves<T, R> begin(List<T> all, Function<T, R> work, long nanoseconds) {
        var halves = new Halves<>(all, work, System::nanoTime);
        if (nanoseconds > WORTH_A_THREAD) {
            halves.share();
        }
        return halves;
    }

    private void share() {
        if (Runtime.getRuntime().availableProcessors() > 1) {
            other = Beside.of("half of the texts", this::part);
        }
    }

    /// The result for each, in their order.
    List<R> results() {
        List<Done<R>> done = new ArrayList<>(all.size());
        long began = nanoTime.getAsLong();
        boolean measuring = other == null;
        for (int at = next.getAndIncrement(); at < all.size(); at = next.getAndIncrement()) {
            done.add(new Done<>(at, work.apply(all.get(at))));
            if (measuring) {
                long each = (nanoTime.getAsLong() - began) / done.size();
                if (each * (all.size() - done.size()) > WORTH_A_THREAD) {
                    measuring = false;
                    share();
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

    private List<Done<R>> part() {
        List<Done<R>> done = new ArrayList<>();
        for (int at = next.getAndIncrement(); at < all.size(); at = next.getAndIncrement()) {
            done.add(new Done<>(at, work.apply(all.get(at))));
        }
        return done;
    }
}

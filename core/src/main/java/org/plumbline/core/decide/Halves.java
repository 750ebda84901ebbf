package org.plumbline.core.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// Works out one thing for each of many, on two threads where there are many.
///
/// Who works out what is left to chance; what comes of it is not, as no two of them share anything
/// that changes.
final class Halves {

    private Halves() {}

    /// With fewer, another thread takes longer to start than it saves.
    private static final int MANY = 48;

    /// The result for each, in their order.
    static <T, R> List<R> each(List<T> all, Function<T, R> work) {
        if (all.size() < MANY || Runtime.getRuntime().availableProcessors() == 1) {
            return all.stream().map(work).toList();
        }
        AtomicInteger next = new AtomicInteger();
        var other = new FutureTask<>(() -> share(all, work, next));
        Thread.ofPlatform().name("half of the texts").daemon().start(other);
        List<Done<R>> done = new ArrayList<>(share(all, work, next));
        try {
            done.addAll(other.get());
        } catch (ExecutionException problem) {
            if (problem.getCause() instanceof RuntimeException own) {
                throw own;
            }
            throw new IllegalStateException(problem.getCause());
        } catch (InterruptedException problem) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(problem);
        }
        done.sort((a, b) -> Integer.compare(a.at(), b.at()));
        return done.stream().map(Done::result).toList();
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

package org.plumbline.core.decide;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/// Something that is worked out on a thread of its own, while whoever wants it goes on with what does
/// not need it.
public final class Beside {

    private Beside() {}

    /// Begins to work something out.
    ///
    /// @param name what the thread is called
    /// @return what came of it, for which whoever asks waits; what went wrong goes wrong there
    public static <T> Supplier<T> of(String name, Supplier<T> work) {
        var task = new FutureTask<>(work::get);
        Thread.ofPlatform().name(name).daemon().start(task);
        return () -> {
            try {
                return task.get();
            } catch (ExecutionException problem) {
                switch (problem.getCause()) {
                    case RuntimeException own -> throw own;
                    case Error own -> throw own;
                    case null, default -> throw new IllegalStateException(problem);
                }
            } catch (InterruptedException problem) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(problem);
            }
        };
    }
}

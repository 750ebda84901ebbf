package org.plumbline.server.chart;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Works out what takes a while, one thing after the other on one thread, and keeps what came of it.
///
/// What is kept and what waits are both bounded: of the results the one not asked for longest goes,
/// and of the work that for which there is no room is refused.
@Component
public class Workshop {

    /// A piece of work that says how far it is.
    public interface Work<T> {
        /// Does it.
        ///
        /// @param job is told how much there is and how much is done
        T done(Job<T> job);
    }

    /// Work that was begun.
    public static final class Job<T> {
        private final CountDownLatch end = new CountDownLatch(1);
        private volatile int total;
        private volatile int done;
        private volatile @Nullable T result;
        private volatile boolean failed;

        /// Says how much there is to do.
        public void total(int parts) {
            total = parts;
        }

        /// Says how much of it is done.
        public void done(int parts) {
            done = parts;
        }

        public int total() {
            return total;
        }

        public int done() {
            return done;
        }

        public boolean failed() {
            return failed;
        }

        /// What came of it, if it comes in this time.
        public Optional<T> within(Duration time) {
            try {
                boolean _ = end.await(time.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return Optional.ofNullable(result);
        }
    }

    private static final int KEPT = 48;
    private static final int WAITING = 12;

    private final Map<String, Job<?>> jobs =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Job<?>> eldest) {
                    return size() > KEPT;
                }
            };
    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(
                    1,
                    1,
                    30,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(WAITING),
                    Thread.ofPlatform().name("workshop").daemon().factory());

    public Workshop() {
        thread.allowCoreThreadTimeOut(true);
    }

    /// Begins the work of this name, or finds it begun or done.
    ///
    /// @return empty if there is too much waiting
    @SuppressWarnings("unchecked") // one name, one kind of work
    public synchronized <T> Optional<Job<T>> job(String name, Work<T> work) {
        Job<?> known = jobs.get(name);
        if (known != null && !known.failed()) {
            return Optional.of((Job<T>) known);
        }
        var job = new Job<T>();
        try {
            thread.execute(() -> run(job, work));
        } catch (RejectedExecutionException _) {
            return Optional.empty();
        }
        jobs.put(name, job);
        return Optional.of(job);
    }

    private static <T> void run(Job<T> job, Work<T> work) {
        try {
            job.result = work.done(job);
        } catch (RuntimeException | StackOverflowError _) {
            job.failed = true;
        } finally {
            job.end.countDown();
        }
    }
}

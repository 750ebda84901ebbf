package org.plumbline.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/// Asks a running server questions at a steady rate and says how long the answers took.
///
/// The load is open: a request leaves when its time has come, whether or not those before it were
/// answered, and its time counts from when it should have left. A server that stalls is so charged
/// with every request that the stall kept waiting, not with one (coordinated omission). Needs nothing
/// but the JDK, so that `script/load` can run it from its source.
public final class ServerLoad {

    /// Questions of different shapes; each run goes round them.
    private static final List<String> QUESTIONS =
            List.of(
                    "Can I be friends with a former client?",
                    "Can a social worker be friends with a former client?",
                    "May I date an ex-client two years after therapy ended?",
                    "Can a counselor accept a gift from a current client?",
                    "Should a psychologist follow a client on Instagram?",
                    "Can a therapist treat the sister of a current client?",
                    "Can I hug a client?",
                    "May a lawyer begin a sexual relationship with a client?",
                    "Can a social worker in Ohio date a former client?",
                    "Is it ethical to hire a former client?",
                    "Can I look up my client online?",
                    "What is the capital of France?");

    private ServerLoad() {}

    /// Runs a warm-up and then the measurement, and prints one line.
    ///
    /// @param args the address of the server, requests a second, seconds to measure, seconds to warm up
    public static void main(String[] args) throws InterruptedException {
        URI ask = URI.create(args[0]).resolve("/api/v1/ask");
        int rate = Integer.parseInt(args[1]);
        int seconds = Integer.parseInt(args[2]);
        int warm = Integer.parseInt(args[3]);
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            run(client, ask, rate, rate * warm);
            System.out.println(run(client, ask, rate, rate * seconds).told(rate, seconds));
        }
    }

    /// What was measured, in nanoseconds from the time at which each should have left.
    private static final class Result {
        private final long[] sorted;
        private final int failed;
        private final long took;

        Result(long[] sorted, int failed, long took) {
            this.sorted = sorted;
            this.failed = failed;
            this.took = took;
        }

        double at(double share) {
            return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]
                    / 1e6;
        }

        String told(int rate, int seconds) {
            return String.format(
                    Locale.ROOT,
                    "%d requests a second for %d s: %d answered, %d failed; ms: 50 %% %.1f, 90 %% %.1f,"
                            + " 99 %% %.1f, 99.9 %% %.1f, most %.1f; %.1f answers a second",
                    rate,
                    seconds,
                    sorted.length - failed,
                    failed,
                    at(0.5),
                    at(0.9),
                    at(0.99),
                    at(0.999),
                    at(1),
                    sorted.length / (took / 1e9));
        }
    }

    private static Result run(HttpClient client, URI ask, int rate, int many)
            throws InterruptedException {
        var times = new AtomicLongArray(many);
        var failed = new AtomicInteger();
        var open = new CountDownLatch(many);
        long gap = TimeUnit.SECONDS.toNanos(1) / rate;
        long start = System.nanoTime() + gap;
        for (int i = 0; i < many; i++) {
            long due = start + i * gap;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            int place = i;
            var _ =
                    client.sendAsync(request(ask, i), BodyHandlers.ofByteArray())
                            .whenComplete((answer, problem) -> {
                                times.set(place, System.nanoTime() - due);
                                if (problem != null || answer.statusCode() != 200) {
                                    failed.incrementAndGet();
                                }
                                open.countDown();
                            });
        }
        // Bounded: whatever is still open after this counts as failed, with the time it has waited.
        boolean all = open.await(30, TimeUnit.SECONDS);
        long took = System.nanoTime() - start;
        if (!all) {
            for (int i = 0; i < many; i++) {
                if (times.compareAndSet(i, 0, System.nanoTime() - start - i * gap)) {
                    failed.incrementAndGet();
                }
            }
        }
        long[] sorted = new long[many];
        Arrays.setAll(sorted, times::get);
        Arrays.sort(sorted);
        return new Result(sorted, failed.get(), took);
    }

    private static HttpRequest request(URI ask, int number) {
        String question = QUESTIONS.get(number % QUESTIONS.size());
        return HttpRequest.newBuilder(ask)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"question\": \"" + question + "\"}"))
                .build();
    }
}

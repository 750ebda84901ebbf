package org.plumbline.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /// Sends one question and follows it to its answer.
    private interface Sender {
        /// @return completes with whether there was an answer; never with an exception
        CompletableFuture<Boolean> send(int number);
    }

    /// Runs a warm-up and then the measurement, and prints one line.
    ///
    /// @param args the address of the server, requests a second, seconds to measure, seconds to warm up;
    ///     then `page` to ask as a browser does, the form sent and the page of the answer fetched, or
    ///     nothing to ask the interface for programs
    public static void main(String[] args) throws IOException, InterruptedException {
        URI server = URI.create(args[0]);
        int rate = Integer.parseInt(args[1]);
        int seconds = Integer.parseInt(args[2]);
        int warm = Integer.parseInt(args[3]);
        boolean page = args.length > 4 && args[4].equals("page");
        try (HttpClient client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .cookieHandler(new CookieManager())
                        .build()) {
            Sender sender = page ? pages(client, server) : programs(client, server);
            run(sender, rate, rate * warm, 0);
            System.out.println(
                    (page ? "from the form to the page of the answer: " : "POST /api/v1/ask: ")
                            + run(sender, rate, rate * seconds, rate * warm).told(rate, seconds));
        }
    }

    private static Sender programs(HttpClient client, URI server) {
        URI ask = server.resolve("/api/v1/ask");
        return number ->
                client.sendAsync(
                                request(ask)
                                        .header("Content-Type", "application/json")
                                        .POST(
                                                BodyPublishers.ofString(
                                                        "{\"question\": \"%s\"}"
                                                                .formatted(
                                                                        QUESTIONS.get(
                                                                                number
                                                                                        % QUESTIONS
                                                                                                .size()))))
                                        .build(),
                                BodyHandlers.ofByteArray())
                        .handle((answer, problem) -> problem == null && answer.statusCode() == 200);
    }

    private static Sender pages(HttpClient client, URI server)
            throws IOException, InterruptedException {
        String form = client.send(request(server).build(), BodyHandlers.ofString()).body();
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]*)\"").matcher(form);
        if (!token.find()) {
            throw new IOException("no form with a token on " + server);
        }
        String hidden = URLEncoder.encode(token.group(1), UTF_8);
        URI ask = server.resolve("/ask");
        return number -> {
            String question = QUESTIONS.get(number % QUESTIONS.size());
            if (number / QUESTIONS.size() % 2 == 1 && question.matches(".*(former|ex-client).*")) {
                // A day that no two of them share, so that the server has not kept the answer.
                String day =
                        LocalDate.of(2008, 1, 1)
                                .plusDays(number % 5000)
                                .format(DateTimeFormatter.ofPattern("d MMMM y", Locale.UK));
                question += " Therapy ended on " + day + ".";
            }
            HttpRequest sent =
                    request(ask)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(
                                    BodyPublishers.ofString(
                                            "_csrf=%s&q=%s"
                                                    .formatted(
                                                            hidden,
                                                            URLEncoder.encode(question, UTF_8))))
                            .build();
            return client.sendAsync(sent, BodyHandlers.ofByteArray())
                    .thenCompose(answer ->
                            answer.statusCode() == 303
                                    ? client.sendAsync(
                                            request(
                                                            server.resolve(
                                                                    answer.headers()
                                                                            .firstValue("Location")
                                                                            .orElseThrow()))
                                                    .build(),
                                            BodyHandlers.ofByteArray())
                                    : CompletableFuture.completedFuture(answer))
                    .handle((answer, problem) -> problem == null && answer.statusCode() == 200);
        };
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

    private static Result run(Sender sender, int rate, int many, int first)
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
                    sender.send(first + i)
                            .thenAccept(answered -> {
                                times.set(place, System.nanoTime() - due);
                                if (!answered) {
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

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30));
    }
}

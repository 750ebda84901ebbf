package org.plumbline.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How long a person waits for the command line to begin, next to the least that any Java needs.
///
/// Runs from the root of the checkout, as `script/bench` does, and measures whole processes: the
/// launcher's own share is in it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3)
@Measurement(iterations = 20)
public class StartBenchmark {

    private static final String LAUNCHER = Path.of("plumbline").toAbsolutePath().toString();
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /// So that no measurement pays for the build.
    @Setup
    public void build() throws IOException, InterruptedException {
        run(LAUNCHER, "--version");
    }

    @Benchmark
    public void javaVersion() throws IOException, InterruptedException {
        run(JAVA, "-version");
    }

    @Benchmark
    public void plumblineVersion() throws IOException, InterruptedException {
        run(LAUNCHER, "--version");
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var status =
                new ProcessBuilder(command)
                        .redirectOutput(Redirect.DISCARD)
                        .redirectError(Redirect.DISCARD)
                        .start()
                        .waitFor();
        if (status != 0) {
            throw new IllegalStateException(
                    "`%s` ended with status %d".formatted(String.join(" ", command), status));
        }
    }
}

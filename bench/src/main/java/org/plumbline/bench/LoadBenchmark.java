package org.plumbline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.plumbline.core.load.CompiledLibrary;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.norm.Edition;

/// How long it takes to read every file of the library and everything in it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init") // JMH calls compile() before anything else
public class LoadBenchmark {

    private static final Path CODES = Path.of("codes");

    private Path compiled;

    /// Leaves the compiled form where it can be read.
    @Setup
    public void compile() throws IOException {
        compiled = Files.createTempFile("plumbline", ".compiled");
        if (fromYaml() instanceof Loaded.Sound<LibraryFiles>(var files, _)) {
            CompiledLibrary.write(files, CODES, "", Map.of(), compiled);
        }
    }

    @TearDown
    public void clean() throws IOException {
        Files.deleteIfExists(compiled);
    }

    /// The compiled form, every edition asked for.
    @Benchmark
    public List<Edition> fromCompiled() {
        return CompiledLibrary.read(compiled, CODES, "").orElseThrow().library().editions();
    }

    @Benchmark
    public Loaded<LibraryFiles> fromYaml() {
        return LibraryReader.read(CODES, "codes/");
    }
}

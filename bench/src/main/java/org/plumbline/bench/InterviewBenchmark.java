package org.plumbline.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.plumbline.core.change.Changes;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.interview.Interview;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

/// How long it takes to find the next question, and what would change an answer, under the texts that
/// bind; nothing is taken as ordinary, so that as much as can be is open.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init") // JMH calls load() before anything else
public class InterviewBenchmark {

    private static final Known.Range DAY = Known.Range.of(LocalDate.of(2026, 6, 1));

    private Decider decider;
    private Scenario oneCode;
    private Scenario fourCodes;
    private Decision decision;

    @Setup
    public void load() {
        Library library =
                switch (LibraryReader.read(Path.of("codes"), "codes/")) {
                    case Loaded.Sound<LibraryFiles>(var files, _) -> files.library();
                    case Loaded.Unsound<LibraryFiles>(var findings) ->
                            throw new IllegalStateException(findings.toString());
                };
        decider = new Decider(library);
        oneCode = scenario(Set.of("nasw"));
        fourCodes = scenario(Set.of("nasw", "aca", "apa", "aamft"));
        decision = decider.decide(fourCodes);
    }

    private static Known value(String word) {
        return new Known.Value(Set.of(word));
    }

    private static Scenario scenario(Set<String> membership) {
        Map<String, Known> shared = new HashMap<>();
        for (String fact : List.of("profession", "licence", "jurisdiction", "employer")) {
            shared.put(fact, new Known.Sets(List.of(Set.of())));
        }
        shared.put("membership", new Known.Sets(List.of(membership)));
        shared.put("act", value("sexual-contact"));
        Map<String, Known> person =
                Map.of("role", value("client"), "stage", value("former"), "tie", value("self"));
        return new Scenario(
                DAY, shared, List.of(new Scenario.Link("", person)), Set.of(), Set.of());
    }

    /// The next question under one code.
    @Benchmark
    public Object questionUnderOneCode() {
        return Interview.of(decider, oneCode).next();
    }

    /// The next question under four codes.
    @Benchmark
    public Object questionUnderFourCodes() {
        return Interview.of(decider, fourCodes).next();
    }

    /// The decision alone under four codes, which every question needs as well.
    @Benchmark
    public Object decisionUnderFourCodes() {
        return decider.decide(fourCodes);
    }

    /// What would change the answer under four codes.
    @Benchmark
    public Object changesUnderFourCodes() {
        return Changes.of(decider, decision, decider::decide);
    }
}

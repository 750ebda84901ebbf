package org.plumbline.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;

/// How long one decision takes, warm, over every edition of the library.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init") // JMH calls load() before anything else
public class DecideBenchmark {

    private static final Known.Range DAY = Known.Range.of(LocalDate.of(2026, 6, 1));

    private Decider decider;
    private List<Edition> editions;
    private List<Edition> fifth;
    private Scenario nothingKnown;
    private Scenario asked;
    private Scenario member;

    @Setup
    public void load() {
        Library library =
                switch (LibraryReader.read(Path.of("codes"), "codes/")) {
                    case Loaded.Sound<LibraryFiles>(var files, _) -> files.library();
                    case Loaded.Unsound<LibraryFiles>(var findings) ->
                            throw new IllegalStateException(findings.toString());
                };
        decider = new Decider(library);
        editions = library.editions();
        fifth =
                IntStream.range(0, editions.size())
                        .filter(at -> at % 5 == 0)
                        .mapToObj(editions::get)
                        .toList();
        nothingKnown = scenario(Map.of(), Map.of(), Set.of());
        Map<String, Known> ordinary = ordinary(library);
        Set<String> assumed = Set.copyOf(ordinary.keySet());
        ordinary.put("act", value("friendship"));
        Map<String, Known> formerClient =
                Map.of(
                        "role", value("client"),
                        "stage", value("former"),
                        "tie", value("self"));
        asked = scenario(ordinary, formerClient, assumed);
        Map<String, Known> bound = new HashMap<>(ordinary);
        for (String fact : List.of("profession", "licence", "jurisdiction", "employer")) {
            bound.put(fact, new Known.Sets(List.of(Set.of())));
        }
        bound.put("membership", new Known.Sets(List.of(Set.of("nasw"))));
        member = scenario(bound, formerClient, assumed);
    }

    private static Known value(String word) {
        return new Known.Value(Set.of(word));
    }

    private static Scenario scenario(
            Map<String, Known> shared, Map<String, Known> person, Set<String> assumed) {
        return new Scenario(DAY, shared, List.of(new Scenario.Link("", person)), assumed, Set.of());
    }

    /// What `rest: ordinary` takes for granted.
    private static Map<String, Known> ordinary(Library library) {
        Map<String, Known> ordinary = new HashMap<>();
        for (Fact fact : library.vocabulary().facts().values()) {
            switch (fact) {
                case Fact.YesNo yesNo when yesNo.sort() == Fact.Sort.CIRCUMSTANCE ->
                        ordinary.put(fact.id(), value("false"));
                case Fact.OneOf one ->
                        one.ordinary().ifPresent(o -> ordinary.put(fact.id(), value(o)));
                case Fact.SomeOf some when some.ordinarilyNone() ->
                        ordinary.put(fact.id(), new Known.Sets(List.of(Set.of())));
                default -> {}
            }
        }
        return ordinary;
    }

    /// Nothing is known of the practitioner, the act or the person, and every edition is asked.
    @Benchmark
    public String everythingUnknown() {
        return told(decider.decide(nothingKnown, editions));
    }

    /// The same of every fifth edition, to see what growth of the library costs.
    @Benchmark
    public String everythingUnknownOfAFifth() {
        return told(decider.decide(nothingKnown, fifth));
    }

    /// What somebody asks who names the act and the person, and not which texts bind.
    @Benchmark
    public String actAndPersonKnown() {
        return told(decider.decide(asked));
    }

    /// The same of somebody whom one code binds.
    @Benchmark
    public String oneCodeBinds() {
        return told(decider.decide(member));
    }

    // Renders nothing yet: here the explanation is to be written out, so that what is measured is
    // an answer as people get it.
    private static String told(Decision decision) {
        return decision.together().map(t -> t.headlines().toString()).orElse("");
    }
}

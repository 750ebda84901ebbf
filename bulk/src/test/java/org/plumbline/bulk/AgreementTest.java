package org.plumbline.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plumbline.bulk.Samples.Manner;
import org.plumbline.core.Codes;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.InventedTexts;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Scenario;

/// The compiled form says what the plain evaluator says, on cases that nobody chose.
///
/// One comparison is one case under one text, or under all that bind it joined: 100,000 of them, ten
/// million with the slow tests (`script/agreement`), or as many as `plumbline.cases` says. The seed of
/// every case is its shard and its number, so a disagreement can be had again; those that were found
/// are in [FoundByAgreementTest].
class AgreementTest {

    private static final int CASES =
            Integer.getInteger(
                    "plumbline.cases", Boolean.getBoolean("plumbline.slow") ? 10_000_000 : 100_000);
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    private static final List<Manner> MANNERS = List.of(Manner.values());

    /// How many differences are told.
    private static final int FEW = 5;

    private final Map<String, Set<String>> asked = new ConcurrentHashMap<>();

    /// What is counted, in the order in which it is told.
    private enum Count {
        COMPARED("cases compared"),
        BY_ANOTHER("of them with what was said of another case"),
        IMPOSSIBLE("more are impossible"),
        PLAINLY("went to the plain evaluator"),
        OPEN("have several headlines open"),
        LACKING("answers lack a fact"),
        OWING("answers owe a duty"),
        BARRED("were asked when a bar lifts"),
        TURNED("had one condition turned round"),
        DECISIVE("of these had another answer for it"),
        UNIFORM("uniform"),
        EDGES("at the edges of windows and months"),
        DIRECTED("directed at a norm"),
        PARTIAL("with most forgotten"),
        NEARLY_KNOWN("nearly known");

        private final String words;

        Count(String words) {
            this.words = words;
        }

        static Count of(Manner manner) {
            return valueOf(manner.name());
        }
    }

    /// What a shard came to.
    private record Tally(List<String> differences, Map<Count, Long> counts) {

        Tally plus(Tally other) {
            List<String> all = new ArrayList<>(differences);
            all.addAll(other.differences);
            Map<Count, Long> sums = new EnumMap<>(Count.class);
            sums.putAll(counts);
            other.counts.forEach((count, n) -> sums.merge(count, n, Long::sum));
            return new Tally(all, sums);
        }

        /// The same, its differences told as those of a library.
        Tally of(String library) {
            return new Tally(differences.stream().map(d -> library + ", " + d).toList(), counts);
        }

        long get(Count count) {
            return counts.getOrDefault(count, 0L);
        }

        @Override
        public String toString() {
            return Arrays.stream(Count.values())
                    .map(c -> "%,d %s".formatted(get(c), c.words))
                    .collect(Collectors.joining("; "));
        }
    }

    @Test
    void each_text_of_the_library_alone() {
        Library library = Codes.library();
        var plain = new Decider(library);
        List<Edition> editions = library.editions();
        int each = CASES * 85 / 100 / editions.size() + 1;
        Tally tally =
                inParallel(
                        editions.stream()
                                .<Callable<Tally>>map(
                                        e -> () -> shard(library, plain, e, List.of(e), each))
                                .toList());
        holds("each text alone", tally, each * editions.size(), MANNERS);
    }

    @Test
    void texts_that_nobody_wrote() {
        int libraries = CASES * 14 / 100 / 140 + 1;
        List<Callable<Tally>> shards = new ArrayList<>();
        for (int seed = 0; seed < libraries; seed++) {
            int number = seed;
            shards.add(() -> {
                Library library = InventedTexts.library(new Random(number));
                var plain = new Decider(library);
                Edition one = library.editions().getFirst();
                Edition two = library.editions().getLast();
                return shard(library, plain, one, List.of(one), 60)
                        .plus(shard(library, plain, two, List.of(two), 50))
                        .plus(shard(library, plain, one, List.of(), 30))
                        .of("invented library " + number);
            });
        }
        holds("invented texts", inParallel(shards), libraries * 140, MANNERS);
    }

    @Test
    void every_text_that_binds_and_all_joined() {
        Library library = Codes.library();
        var plain = new Decider(library);
        List<Edition> editions = library.editions();
        int each = CASES / 400 / editions.size() + 1;
        Tally tally =
                inParallel(
                        editions.stream()
                                .<Callable<Tally>>map(
                                        e -> () -> shard(library, plain, e, List.of(), each))
                                .toList());
        holds("texts joined", tally, each * editions.size(), List.of(Manner.NEARLY_KNOWN));
    }

    /// Whatever was found is told; and there was something of every kind to find it in.
    private static void holds(String what, Tally tally, int wanted, List<Manner> manners) {
        System.out.println("agreement, " + what + ": " + tally);
        assertThat(tally.differences()).isEmpty();
        long compared = tally.get(Count.COMPARED);
        assertThat(compared + tally.get(Count.IMPOSSIBLE)).isEqualTo(wanted);
        assertThat(tally.get(Count.BY_ANOTHER)).as(tally.toString()).isGreaterThan(compared / 2);
        // Facts drawn at random contradict one another now and then: days in order, signed consent.
        assertThat(tally.get(Count.IMPOSSIBLE)).as(tally.toString()).isLessThan(wanted / 4);
        assertThat(tally.get(Count.BARRED)).as(tally.toString()).isGreaterThan(compared / 200);
        assertThat(tally.get(Count.OPEN)).as(tally.toString()).isGreaterThan(compared / 50);
        assertThat(tally.get(Count.LACKING)).as(tally.toString()).isGreaterThan(compared / 50);
        assertThat(tally.get(Count.OWING)).as(tally.toString()).isGreaterThan(compared / 200);
        for (Manner manner : manners) {
            assertThat(tally.get(Count.of(manner))).as(tally.toString()).isGreaterThan(wanted / 10);
        }
    }

    private Tally shard(
            Library library, Decider plain, Edition edition, List<Edition> under, int cases) {
        var agreement = new Agreement(library, plain, under);
        List<String> differences = new ArrayList<>();
        Map<Count, Long> counts = new EnumMap<>(Count.class);
        Set<String> facts = asked(library, edition);
        int next = Math.floorMod(edition.id().hashCode(), MANNERS.size());
        for (int number = 0; number < cases && differences.size() < FEW; number++) {
            long seed = edition.id().hashCode() * 1_000_003L + number;
            var random = new Random(seed);
            // Where much is unknown every text may bind, and joining them all takes seconds.
            boolean joined = under.isEmpty() && library == Codes.library();
            Manner manner =
                    joined && random.nextInt(40) > 0
                            ? Manner.NEARLY_KNOWN
                            : MANNERS.get(next++ % MANNERS.size());
            counts.merge(Count.of(manner), 1L, Long::sum);
            String place = "%s case %d, %s:%n".formatted(edition.id(), number, manner);
            Samples.Drawn drawn = Samples.draw(library, edition, facts, manner, random);
            compare(agreement, edition, under, number, drawn.scenario(), random)
                    .ifPresent(d -> differences.add(place + d));
            if (manner == Manner.DIRECTED && number + 1 < cases) {
                Optional<Outcome> before = agreement.said();
                Optional<Scenario> turned = drawn.turned(random);
                if (turned.isPresent()) {
                    number++;
                    counts.merge(Count.DIRECTED, 1L, Long::sum);
                    counts.merge(Count.TURNED, 1L, Long::sum);
                    compare(agreement, edition, under, number, turned.get(), random)
                            .ifPresent(d -> differences.add(place + "turned round: " + d));
                    if (before.isPresent() && !before.equals(agreement.said())) {
                        counts.merge(Count.DECISIVE, 1L, Long::sum);
                    }
                }
            }
        }
        counts.put(Count.COMPARED, agreement.compared);
        counts.put(Count.BY_ANOTHER, agreement.byAnother);
        counts.put(Count.IMPOSSIBLE, agreement.impossible);
        counts.put(Count.PLAINLY, agreement.settledPlainly);
        counts.put(Count.OPEN, agreement.open);
        counts.put(Count.LACKING, agreement.lacking);
        counts.put(Count.OWING, agreement.owing);
        counts.put(Count.BARRED, agreement.barred);
        return new Tally(differences, counts);
    }

    /// A search for the day of lifting costs the plain evaluator most of its time: one case in six has
    /// it, and all of them where texts are joined.
    private static Optional<String> compare(
            Agreement agreement,
            Edition edition,
            List<Edition> under,
            int number,
            Scenario scenario,
            Random random) {
        return under.size() == 1 && number % 6 > 0
                ? agreement.compareStanding(scenario, edition, random)
                : agreement.compare(scenario, random);
    }

    private Set<String> asked(Library library, Edition edition) {
        if (library != Codes.library()) {
            return facts(library, edition);
        }
        return asked.computeIfAbsent(edition.id(), _ -> facts(library, edition));
    }

    private static Set<String> facts(Library library, Edition edition) {
        var text =
                new CompiledText(
                        new Columns(library),
                        new Roads(),
                        List.of(Speech.of(library, edition, LocalDate.of(2026, 1, 1))));
        Set<String> facts = new TreeSet<>();
        text.asked().forEach(question -> facts.add(question.split(" ", -1)[0]));
        return facts;
    }

    private static Tally inParallel(List<Callable<Tally>> shards) {
        Tally sum = new Tally(List.of(), Map.of());
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (Future<Tally> shard : threads.invokeAll(shards)) {
                sum = sum.plus(shard.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
        return sum;
    }
}

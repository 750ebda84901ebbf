package org.plumbline.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
/// One comparison is one case under one text, or under all that bind it joined: 20,000 of them, ten
/// million with the slow tests, or as many as `plumbline.cases` says. The seed of every case is its
/// shard and its number, so a disagreement can be had again; those that were found are in
/// [FoundByAgreementTest].
class AgreementTest {

    private static final int CASES =
            Integer.getInteger(
                    "plumbline.cases", Boolean.getBoolean("plumbline.slow") ? 10_000_000 : 20_000);
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    private static final List<Manner> MANNERS = List.of(Manner.values());

    /// How many differences are told.
    private static final int FEW = 5;

    private final Map<String, Set<String>> asked = new ConcurrentHashMap<>();

    /// What a shard came to.
    private record Tally(
            List<String> differences,
            long compared,
            long byAnother,
            long impossible,
            long plainly,
            long barred,
            long open) {

        static Tally of(Agreement agreement, List<String> differences) {
            return new Tally(
                    differences,
                    agreement.compared,
                    agreement.byAnother,
                    agreement.impossible,
                    agreement.settledPlainly,
                    agreement.barred,
                    agreement.open);
        }

        Tally plus(Tally other) {
            List<String> all = new ArrayList<>(differences);
            all.addAll(other.differences);
            return new Tally(
                    all,
                    compared + other.compared,
                    byAnother + other.byAnother,
                    impossible + other.impossible,
                    plainly + other.plainly,
                    barred + other.barred,
                    open + other.open);
        }

        @Override
        public String toString() {
            return "%,d cases compared, %,d of them with what was said of another case; %,d more are impossible; %,d went to the plain evaluator; in %,d answers a bar may lift, %,d are open"
                    .formatted(compared, byAnother, impossible, plainly, barred, open);
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
        holds("each text alone", tally, each * editions.size());
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
                        .plus(shard(library, plain, one, List.of(), 30));
            });
        }
        holds("invented texts", inParallel(shards), libraries * 140);
    }

    @Test
    void every_text_that_binds_and_all_joined() {
        Library library = Codes.library();
        var plain = new Decider(library);
        List<Edition> editions = library.editions();
        int each = CASES / 1_000 / editions.size() + 1;
        Tally tally =
                inParallel(
                        editions.stream()
                                .<Callable<Tally>>map(
                                        e -> () -> shard(library, plain, e, List.of(), each))
                                .toList());
        holds("texts joined", tally, each * editions.size());
    }

    /// Whatever was found is told; and there was something to find it in.
    private static void holds(String what, Tally tally, int wanted) {
        System.out.println("agreement, " + what + ": " + tally);
        assertThat(tally.differences()).isEmpty();
        assertThat(tally.compared() + tally.impossible()).isEqualTo(wanted);
        assertThat(tally.byAnother()).as(tally.toString()).isGreaterThan(tally.compared() / 2);
        // Facts drawn at random contradict one another now and then: the order of days, signed consent.
        assertThat(tally.impossible()).as(tally.toString()).isLessThan(wanted / 4);
        assertThat(tally.barred()).as(tally.toString()).isGreaterThan(tally.compared() / 200);
        assertThat(tally.open()).as(tally.toString()).isGreaterThan(tally.compared() / 50);
    }

    private Tally shard(
            Library library, Decider plain, Edition edition, List<Edition> under, int cases) {
        var agreement = new Agreement(library, plain, under);
        List<String> differences = new ArrayList<>();
        Set<String> facts = asked(library, edition);
        for (int number = 0; number < cases && differences.size() < FEW; number++) {
            long seed = edition.id().hashCode() * 1_000_003L + number;
            var random = new Random(seed);
            // The other manners are slow to decide plainly, and slower where many texts may bind.
            int rare = under.isEmpty() && library == Codes.library() ? 40 : 3;
            Manner manner =
                    random.nextInt(rare) == 0
                            ? MANNERS.get(random.nextInt(MANNERS.size()))
                            : Manner.NEARLY_KNOWN;
            String place = "%s case %d, %s:%n".formatted(edition.id(), number, manner);
            Scenario scenario = Samples.of(library, edition, facts, manner, random);
            // A search for the day of lifting costs the plain evaluator most of its time: one case
            // in ten has it, and all of them where texts are joined.
            (under.size() == 1 && number % 10 > 0
                            ? agreement.compareStanding(scenario, edition, random)
                            : agreement.compare(scenario, random))
                    .ifPresent(d -> differences.add(place + d));
        }
        return Tally.of(agreement, differences);
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
                        List.of(Speech.of(library, edition, LocalDate.of(2026, 1, 1))));
        Set<String> facts = new TreeSet<>();
        text.asked().forEach(question -> facts.add(question.split(" ", -1)[0]));
        return facts;
    }

    private static Tally inParallel(List<Callable<Tally>> shards) {
        Tally sum = new Tally(List.of(), 0, 0, 0, 0, 0, 0);
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

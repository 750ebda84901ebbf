package org.plumbline.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.core.compare.Analysis;
import org.plumbline.core.compare.Insight;
import org.plumbline.core.compare.Kind;
import org.plumbline.core.compare.Limit;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

/// A library far larger than ours, made up: it is read, checked, looked over and decided, and what
/// there was no time for is told.
class LargeLibraryTest {

    private static final Path CODES = Path.of(System.getProperty("plumbline.codes"));
    private static final int NORMS_OF_A_TEXT = 50;
    private static final List<String> VERBS =
            List.of("forbid", "advise-against", "allow", "require");
    private static final List<String> ACTS =
            List.of(
                    "friendship",
                    "gift-receive",
                    "hug",
                    "loan",
                    "barter",
                    "social-media-connection");
    private static final List<String> PARTIES =
            List.of("current-client", "former-client", "client-family", "supervisee", "student");
    private static final List<String> FACTS =
            List.of("harm-risk", "exploitation-risk", "unavoidable", "client-asked", "documented");

    @TempDir private Path folder;

    private LibraryFiles library(int norms, int ofText) {
        String kept = System.getProperty("plumbline.large", "");
        Path into = kept.isEmpty() ? folder : Path.of(kept);
        write(into, norms, ofText);
        var loaded = LibraryReader.read(into, "");
        assertThat(loaded).as(loaded.allFindings().toString()).isInstanceOf(Loaded.Sound.class);
        return ((Loaded.Sound<LibraryFiles>) loaded).value();
    }

    /// Writes texts of so many norms each, one body each, the same for the same numbers.
    private static void write(Path into, int norms, int ofText) {
        var random = new Random(norms);
        try {
            Files.createDirectories(into.resolve("bodies"));
            // The texts to show first are texts of the real library.
            Files.writeString(
                    into.resolve("vocabulary.yaml"),
                    Files.readString(CODES.resolve("vocabulary.yaml"))
                            .replaceAll("(?m)^leading:\\R(?:[ #].*\\R|\\R)*", ""));
            Files.copy(CODES.resolve("places.yaml"), into.resolve("places.yaml"));
            for (int text = 0; text < norms / ofText; text++) {
                String id = "guild" + text;
                Files.writeString(
                        into.resolve("bodies/" + id + ".yaml"),
                        """
                        body: %s
                        name: Guild %d
                        kind: association
                        country: us
                        sanctions: [discipline]
                        silence-means: nothing
                        """
                                .formatted(id, text));
                Files.createDirectories(into.resolve(id));
                Files.writeString(into.resolve(id + "/2020.yaml"), edition(id, ofText, random));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String edition(String id, int norms, Random random) {
        var yaml = new StringBuilder();
        yaml.append(
                """
                edition: %1$s-2020
                body: %1$s
                title: Code of %1$s
                in-force: {from: 2020-01-01}
                level: association-code
                encoded: whole
                binds: {membership: %1$s}
                practitioner: a member
                strength: enforceable
                reckoning: {last-day: excluded, rounding: down}
                provisions:
                """
                        .formatted(id));
        for (int i = 1; i <= norms; i++) {
            yaml.append(
                    """
                      "%d":
                        title: Rule %d
                        says: Made up.
                        source: nowhere
                        verified: text
                        norms:
                          - %s: %s
                            with: %s
                    """
                            .formatted(
                                    i,
                                    i,
                                    one(VERBS, random),
                                    one(ACTS, random),
                                    one(PARTIES, random)));
            if (random.nextBoolean()) {
                yaml.append(
                        "        within: {years: %d, after: service-ended}\n"
                                .formatted(1 + random.nextInt(5)));
            }
            yaml.append(
                    "        when: {any: [%s, {not: %s}]}\n"
                            .formatted(one(FACTS, random), one(FACTS, random)));
        }
        return yaml.toString();
    }

    private static String one(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static Scenario friendship() {
        return new Scenario(
                Known.Range.of(LocalDate.of(2026, 6, 1)),
                Map.of(
                        "act", new Known.Value(Set.of("friendship")),
                        "form", new Known.Value(Set.of("doing")),
                        "medium", new Known.Value(Set.of("in-person")),
                        "role", new Known.Value(Set.of("client")),
                        "stage", new Known.Value(Set.of("current")),
                        "tie", new Known.Value(Set.of("self"))),
                List.of(new Scenario.Link("", Map.of())),
                Set.of(),
                Set.of());
    }

    private void isReadCheckedLookedOverAndDecided(int norms, int stopAfter) {
        LibraryFiles files = library(norms, NORMS_OF_A_TEXT);
        Library library = files.library();
        assertThat(library.editions().stream().mapToInt(e -> e.norms().size()).sum())
                .isEqualTo(norms);
        // No more findings than there are norms: one mistake is told once.
        assertThat(Checks.findings(files, Checks.all(library))).hasSizeLessThanOrEqualTo(norms);

        var asked = new AtomicInteger();
        var analysis =
                new Analysis(
                        library,
                        new Limit(Limit.AMPLE.nodes(), () -> asked.incrementAndGet() > stopAfter));
        List<Insight> insights = analysis.all();
        assertThat(analysis.looked()).isPositive();
        assertThat(analysis.skipped()).as("what there was no time for is counted").isPositive();
        assertThat(insights)
                .as("and what was begun and not ended is not called none")
                .allMatch(i -> i.determined() || !i.basis().isEmpty());

        Decision decision = new Decider(library).decide(friendship(), library.editions());
        assertThat(decision.answers()).hasSize(norms / NORMS_OF_A_TEXT);
        assertThat(decision.answers()).allMatch(a -> !a.headlines().isEmpty());
    }

    @Test
    void a_library_of_some_hundred_norms_is_looked_over_within_its_limit() {
        isReadCheckedLookedOverAndDecided(500, 200);
    }

    /// `-Dplumbline.large=FOLDER` keeps the library, so that the commands can be tried on it.
    @Test
    @Tag("slow")
    void a_library_of_ten_thousand_norms_is_looked_over_within_its_limit() {
        isReadCheckedLookedOverAndDecided(10_000, 2_000);
    }

    /// In a text with so many norms nearly every two pull apart somewhere: a finding for each pair would
    /// be a hundred thousand.
    @Test
    void a_text_of_very_many_norms_tells_a_few_cases_of_each_and_what_it_did_not_look_at() {
        Library library = library(300, 300).library();
        List<Insight> all = new Analysis(library, Limit.AMPLE).of(library.editions().getFirst());
        Map<Object, List<Insight>> ofNorm =
                all.stream()
                        .filter(i -> i.kind() == Kind.CONTRADICTION)
                        .collect(Collectors.groupingBy(i -> i.norms().getFirst()));
        assertThat(ofNorm).isNotEmpty();
        assertThat(ofNorm.values())
                .allSatisfy(few -> {
                    assertThat(few.stream().filter(Insight::determined)).hasSizeLessThan(6);
                    assertThat(few.stream().filter(i -> !i.determined())).hasSizeLessThan(2);
                })
                .anySatisfy(few ->
                        assertThat(few)
                                .filteredOn(i -> !i.determined())
                                .singleElement()
                                .satisfies(i ->
                                        assertThat(i.says())
                                                .startsWith("not determined whether ")));
    }

    @Test
    void a_time_that_is_up_is_told_once_for_each_query_and_text() {
        Library library = library(300, 300).library();
        var asked = new AtomicInteger();
        List<Insight> all =
                new Analysis(
                                library,
                                new Limit(Limit.AMPLE.nodes(), () -> asked.incrementAndGet() > 600))
                        .of(library.editions().getFirst());
        List<Insight> unknown = all.stream().filter(i -> !i.determined()).toList();
        assertThat(unknown.stream().map(Insight::kind))
                .contains(Kind.CONTRADICTION, Kind.UNRANKED_CONFLICT, Kind.TIME_SEAM);
        assertThat(unknown.stream().filter(i -> i.kind() == Kind.CONTRADICTION))
                .singleElement()
                .satisfies(i -> {
                    assertThat(i.says()).contains("norms more of its text were not looked at");
                    assertThat(i.basis()).isEqualTo("the time was up");
                });
    }
}

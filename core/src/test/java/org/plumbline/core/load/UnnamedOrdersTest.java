package org.plumbline.core.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

/// A norm on the order of two events for which the vocabulary has no fact.
class UnnamedOrdersTest {

    private static final Path RESOURCES =
            Path.of(System.getProperty("plumbline.home")).resolve("core/src/test/resources");
    private static final Path BAD =
            RESOURCES.resolve("bad/condition.before.no-fact/guild/rules.yaml");
    private static final String FACT = "last-session-before-tie-began";

    @TempDir Path codes;

    @BeforeEach
    void copy() throws IOException {
        Path sound = RESOURCES.resolve("library");
        try (Stream<Path> all = Files.walk(sound)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path to = codes.resolve(sound.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        Files.copy(BAD, codes.resolve("guild/rules.yaml"));
    }

    private Decision.Answer asked(Map<String, Known> known) {
        Library library =
                ((Loaded.Sound<LibraryFiles>) LibraryReader.read(codes, "codes/"))
                        .value()
                        .library();
        Map<String, Known> shared =
                Map.of(
                        "membership", new Known.Sets(List.of(Set.of("guild"))),
                        "act", value("hug"),
                        "form", value("doing"));
        Map<String, Known> client =
                new HashMap<>(
                        Map.of(
                                "role", value("client"),
                                "stage", value("current"),
                                "tie", value("self")));
        client.putAll(known);
        var scenario =
                new Scenario(
                        Known.Range.of(LocalDate.of(2026, 6, 1)),
                        shared,
                        List.of(new Scenario.Link("", client)),
                        Set.of(),
                        Set.of());
        return new Decider(library)
                .decide(scenario, List.of(library.edition("rules-2026").orElseThrow()))
                .answers()
                .getFirst();
    }

    private static Known value(String word) {
        return new Known.Value(Set.of(word));
    }

    private static Known day(int year) {
        return new Known.Days(List.of(Known.Range.of(LocalDate.of(year, 1, 1))), false);
    }

    @Test
    void days_that_are_known_settle_it() {
        assertThat(asked(Map.of("last-session", day(2020), "tie-began", day(2021))).headlines())
                .containsExactly(Headline.PROHIBITED);
        assertThat(asked(Map.of("last-session", day(2022), "tie-began", day(2021))).headlines())
                .containsExactly(Headline.NOT_ADDRESSED);
    }

    @Test
    void where_no_day_is_known_the_order_is_asked_after_and_may_be_told() {
        Decision.Answer open = asked(Map.of());

        assertThat(open.headlines()).containsExactly(Headline.PROHIBITED, Headline.NOT_ADDRESSED);
        assertThat(open.missing()).extracting(Decision.Missing::fact).containsExactly(FACT);
        assertThat(asked(Map.of(FACT, value("true"))).headlines())
                .containsExactly(Headline.PROHIBITED);
    }

    @Test
    void a_fact_that_somebody_wrote_for_it_is_kept() throws IOException {
        Path vocabulary = codes.resolve("vocabulary.yaml");
        String written = Files.readString(vocabulary);
        written =
                written.replace(
                        "judgements:\n",
                        """
                          too-late: {is: the tie came after, is-not: it did not}
                        judgements:
                        """);
        written =
                written.replace(
                        "constraints:\n",
                        """
                        constraints:
                          - {same: [too-late, {before: [last-session, tie-began]}]}
                        """);
        Files.writeString(vocabulary, written);

        assertThat(asked(Map.of()).missing())
                .extracting(Decision.Missing::fact)
                .containsExactly("too-late");
        assertThat(LibraryReader.read(codes, "codes/").allFindings()).isEmpty();
    }
}

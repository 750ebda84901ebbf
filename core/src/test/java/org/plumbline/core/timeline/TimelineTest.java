package org.plumbline.core.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.ScenarioReader;
import org.plumbline.core.load.YamlFile;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

class TimelineTest {

    static final Decider DECIDER = new Decider(library().library());

    /// All are in force, and remain so, from the anchors used here.
    static final List<String> CODES =
            List.of(
                    "aca-2014",
                    "nbcc-2023",
                    "apa-2017",
                    "nasw-2021",
                    "bacb-2022",
                    "aamft-2015",
                    "ncip-current",
                    "ca-on-rhpa",
                    "us-pa-47-63",
                    "us-fl-64b4-10",
                    "us-ma-262-cmr-8");

    private static LibraryFiles library() {
        Path codes = Path.of(System.getProperty("codes", "../codes"));
        return switch (LibraryReader.read(codes, "codes/")) {
            case Loaded.Sound<LibraryFiles>(var files, _) -> files;
            case Loaded.Unsound<LibraryFiles>(var findings) ->
                    throw new IllegalStateException(findings.toString());
        };
    }

    static List<Edition> editions(List<String> ids) {
        return ids.stream().map(id -> DECIDER.library().edition(id).orElseThrow()).toList();
    }

    static Scenario scenario(String yaml, LocalDate day) {
        if (YamlFile.parse(yaml, "case") instanceof Loaded.Sound<Node>(var node, _)
                && ScenarioReader.read(
                                DECIDER.library(),
                                node,
                                new ScenarioReader.Defaults(Known.Range.of(day), false))
                        instanceof Loaded.Sound<Scenario>(var scenario, _)) {
            return scenario;
        }
        throw new IllegalStateException(yaml);
    }

    /// Written out by hand, so that the room's own way of putting the case is tested too.
    private static Scenario ended(String act, LocalDate anchor) {
        return scenario(
                """
                act: %1$s
                party: former-client
                rest: ordinary
                facts:
                  service-began: %2$s
                  last-session: %2$s
                  last-service: %2$s
                  last-professional-contact: %2$s
                  service-ended: %2$s
                  professional-relationship-ended: %2$s
                  termination-recorded: %2$s
                """
                        .formatted(act, anchor),
                anchor);
    }

    @ParameterizedTest
    @CsvSource({
        "sexual-contact,    2028-02-29",
        "sexual-contact,    2026-08-31",
        "friendship,        2026-12-31",
        "business-venture,  2027-01-30",
        "romantic-relationship, 2028-02-29",
    })
    void the_pieces_are_what_is_decided_day_by_day(String act, LocalDate anchor) {
        var random = new Random(anchor.toEpochDay());
        Scenario scenario = ended(act, anchor);
        Timeline timeline = Timeline.of(DECIDER, act, "former-client", editions(CODES), anchor, 10);
        for (Row row : timeline.rows()) {
            TreeSet<LocalDate> days = new TreeSet<>();
            for (Piece piece : row.pieces()) {
                for (int near = -3; near <= 3; near++) {
                    days.add(piece.from().plusDays(near));
                }
            }
            for (int year = 1; year <= 8; year++) {
                days.add(anchor.plusYears(year));
            }
            for (int day = 0; day < 40; day++) {
                days.add(anchor.plusDays(random.nextInt(8 * 366)));
            }
            for (LocalDate day : days.tailSet(anchor)) {
                List<Piece> covering = row.pieces().stream().filter(p -> p.covers(day)).toList();
                assertThat(covering).as("pieces on %s", day).hasSize(1);
                assertThat(covering.getFirst().headlines())
                        .as("%s on %s", row.edition().id(), day)
                        .isEqualTo(headlines(scenario, row.edition(), day));
            }
        }
    }

    private static List<Headline> headlines(Scenario scenario, Edition edition, LocalDate day) {
        return DECIDER.decide(scenario.on(day), List.of(edition)).answers().getFirst().headlines();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sexual-contact", "friendship", "gift-receive", "hug"})
    void pieces_follow_one_another_without_gap_and_neighbours_differ(String act) {
        LocalDate anchor = LocalDate.of(2026, 6, 1);
        List<Edition> all = Timeline.editions(DECIDER, act, "former-client", anchor);
        for (Row row : Timeline.of(DECIDER, act, "former-client", all, anchor, 10).rows()) {
            assertThat(row.pieces().getFirst().from()).isEqualTo(anchor);
            assertThat(row.pieces().getLast().to()).isEmpty();
            for (int at = 1; at < row.pieces().size(); at++) {
                Piece before = row.pieces().get(at - 1);
                Piece piece = row.pieces().get(at);
                assertThat(before.to()).contains(piece.from().minusDays(1));
                assertThat(before.headlines()).isNotEqualTo(piece.headlines());
            }
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        // The anniversary itself is open where the text does not say if the last day counts.
        "2026-06-01, aca-2014, 2031-06-01, 2031-06-01, 2031-06-02",
        "2026-08-31, aca-2014, 2031-08-31, 2031-08-31, 2031-09-01",
        // 28 February or 1 March, the last day counted or not: three days are open.
        "2028-02-29, aca-2014, 2033-02-28, 2033-03-01, 2033-03-02",
        // Four years on there is a 29 February, but the text counts five.
        "2027-02-28, aca-2014, 2032-02-28, 2032-02-28, 2032-02-29",
    })
    void an_open_last_day_is_named(
            LocalDate anchor, String code, LocalDate from, LocalDate openTo, LocalDate next) {
        Row row =
                Timeline.of(
                                DECIDER,
                                "sexual-contact",
                                "former-client",
                                editions(List.of(code)),
                                anchor,
                                10)
                        .rows()
                        .getFirst();
        assertThat(row.pieces()).hasSize(2);
        assertThat(row.pieces().getLast().from()).isEqualTo(from);
        assertThat(row.pieces().getLast().open()).containsExactly(new Known.Range(from, openTo));
        assertThat(row.steps().getFirst().next()).contains(next);
        assertThat(row.steps().getFirst().turnsOnCounting()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "aca-2014,   last-professional-contact,       5 years",
        "nbcc-2023,  service-ended,                   5 years",
        "bacb-2022,  professional-relationship-ended, 2 years",
        "aca-au-current, last-session,                2 years",
        "apa-2017,   service-ended,                   2 years",
    })
    void a_row_names_the_event_whose_clock_runs(String code, String event, String length) {
        Row row = sexualContact(new LinkedHashMap<>(), code).rows().getFirst();
        assertThat(row.clocks()).hasSize(1);
        assertThat(row.clocks().getFirst().events()).containsExactly(event);
        assertThat(row.clocks().getFirst().length()).isEqualTo(length);
    }

    private static Timeline sexualContact(SequencedMap<String, String> given, String... codes) {
        return Timeline.of(
                DECIDER,
                "sexual-contact",
                "former-client",
                given,
                editions(List.of(codes)),
                LocalDate.of(2026, 6, 1),
                10);
    }

    @Test
    void a_given_fact_sharpens_the_answer() {
        var therapy = new LinkedHashMap<>(Map.of("service-kind", "therapy"));
        Row row = sexualContact(therapy, "apa-2017").rows().getFirst();
        assertThat(row.pieces().getFirst().headlines()).containsExactly(Headline.PROHIBITED);
        assertThat(Sentence.starred(sexualContact(therapy, "apa-2017"), row))
                .isEqualTo(
                        "prohibited for 2 years* after the end of the service (10.08), then"
                                + " prohibited unless you can show otherwise");
    }

    @Test
    void the_strictest_row_comes_first() {
        assertThat(
                        sexualContact(
                                        new LinkedHashMap<>(),
                                        "aba-model-rules",
                                        "nasw-2021",
                                        "nbcc-2023",
                                        "bacb-2022",
                                        "aamft-2015",
                                        "aca-2014")
                                .rows())
                .extracting(r -> r.edition().id())
                .containsExactly(
                        "aamft-2015",
                        "aca-2014",
                        "nbcc-2023",
                        "bacb-2022",
                        "nasw-2021",
                        "aba-model-rules");
    }

    @Test
    void texts_to_show_speak_of_the_act_and_are_neither_drafts_nor_invented() {
        LocalDate day = LocalDate.of(2026, 6, 1);
        List<Edition> all = Timeline.editions(DECIDER, "sexual-contact", "former-client", day);
        assertThat(all).extracting(Edition::id).contains("aca-2014", "nasw-2021", "apa-2017");
        assertThat(all)
                .extracting(Edition::id)
                .doesNotContain("aps-2007", "harbour-salon-2026", "glen-care-home-2026");
        assertThat(all).noneMatch(Edition::draft);
    }

    @Test
    void an_act_that_no_text_speaks_of_gives_an_empty_chart_that_says_so() {
        LocalDate day = LocalDate.of(2026, 6, 1);
        Timeline timeline =
                Timeline.of(DECIDER, "sexual-contact", "former-client", List.of(), day, 10);
        assertThat(TextChart.draw(timeline, 80, false, false))
                .contains("That is silence, not permission.");
        assertThat(SvgChart.draw(timeline)).contains("That is silence, not permission.");
        assertThat(Outline.of(timeline).rows()).isEmpty();
    }

    @Test
    void a_text_without_a_rule_on_the_act_is_silent_when_it_is_named() {
        Timeline timeline =
                Timeline.of(
                        DECIDER,
                        "friendship",
                        "former-client",
                        editions(List.of("us-ca-bpc-729")),
                        LocalDate.of(2026, 6, 1),
                        10);
        assertThat(timeline.rows().getFirst().pieces())
                .singleElement()
                .extracting(Piece::headlines)
                .isEqualTo(List.of(Headline.SILENT));
        assertThat(SvgChart.draw(timeline)).contains("Silent");
    }

    @Test
    void words_that_the_vocabulary_lacks_are_refused_by_name() {
        LocalDate day = LocalDate.of(2026, 6, 1);
        assertThatThrownBy(
                        () -> Timeline.of(DECIDER, "dancing", "former-client", List.of(), day, 10))
                .hasMessageContaining("dancing");
        assertThatThrownBy(() -> Timeline.of(DECIDER, "hug", "ex-client", List.of(), day, 10))
                .hasMessageContaining("ex-client");
        assertThatThrownBy(() ->
                        sexualContact(new LinkedHashMap<>(Map.of("weather", "fine")), "aca-2014"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weather");
    }

    @Test
    void a_case_is_shown_over_its_real_dates() {
        Scenario scenario =
                scenario(
                        """
                        act: sexual-contact
                        party: former-client
                        rest: ordinary
                        facts: {last-professional-contact: 2023-03-14, service-ended: 2023-03-20}
                        """,
                        LocalDate.of(2026, 11, 23));
        Timeline timeline =
                Timeline.over(DECIDER, scenario, editions(List.of("aca-2014", "psyba-2025")), 10);
        assertThat(timeline.start()).isEqualTo(LocalDate.of(2023, 3, 14));
        assertThat(timeline.mark()).contains(LocalDate.of(2026, 11, 23));
        assertThat(timeline.rows().stream().map(r -> Sentence.starred(timeline, r)))
                .contains(
                        "prohibited up to and including 14 March 2028* (A.5.c); from 15 March 2028"
                                + " prohibited or open with duties");
        Row later = timeline.rows().getLast();
        assertThat(later.pieces().getFirst().headlines()).containsExactly(Headline.NOT_IN_FORCE);
        assertThat(later.pieces().getLast().from()).isEqualTo(LocalDate.of(2025, 12, 1));
    }
}

package org.plumbline.core.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.scenario.Scenario;

final class StripTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private static Strip strip(Timeline timeline, String edition) {
        return Strip.of(
                timeline,
                timeline.rows().stream()
                        .filter(r -> r.edition().id().equals(edition))
                        .findFirst()
                        .orElseThrow());
    }

    private static final Scenario DATED =
            TimelineTest.scenario(
                    """
                    act: sexual-contact
                    party: former-client
                    last-professional-contact: 2023-03-14
                    service-ended: 2023-03-14
                    rest: ordinary
                    """,
                    TODAY);

    @Test
    void bandsFollowOneAnotherFromTheStartToTheEnd() {
        Timeline timeline =
                Timeline.over(
                        TimelineTest.DECIDER,
                        DATED,
                        TimelineTest.editions(TimelineTest.CODES),
                        Timeline.YEARS);

        for (Row row : timeline.rows()) {
            Strip strip = Strip.of(timeline, row);
            assertThat(strip.bands().getFirst().from()).isEqualTo(0);
            assertThat(strip.bands().getLast().to()).isEqualTo(1);
            for (int at = 1; at < strip.bands().size(); at++) {
                assertThat(strip.bands().get(at).from()).isEqualTo(strip.bands().get(at - 1).to());
            }
        }
    }

    @Test
    void aCaseWithDatesIsMarkedOnItsDay() {
        Timeline timeline =
                Timeline.over(
                        TimelineTest.DECIDER,
                        DATED,
                        TimelineTest.editions(List.of("aca-2014")),
                        10);
        Strip strip = strip(timeline, "aca-2014");

        assertThat(strip.bands())
                .extracting(Strip.Stretch::band)
                .containsExactly(Band.FORBIDDEN, Band.UNLESS);
        assertThat(strip.mark()).hasValueSatisfying(mark -> assertThat(mark).isBetween(0.3, 0.5));
        assertThat(strip.bands().getFirst().to()).isBetween(0.59, 0.61);
        assertThat(strip.clock()).isEqualTo("the last professional contact");
        assertThat(strip.says()).contains("up to and including 14 March 2028");
    }

    @Test
    void aCaseWithoutDatesCountsYearsSinceTheEnd() {
        Scenario open =
                TimelineTest.scenario(
                        "act: sexual-contact\nparty: former-client\nrest: ordinary\n", TODAY);
        Timeline timeline =
                Timeline.sinceTheEnd(
                                TimelineTest.DECIDER,
                                open,
                                TimelineTest.editions(List.of("aca-2014", "aamft-2015")),
                                10)
                        .orElseThrow();
        Strip strip = strip(timeline, "aca-2014");

        assertThat(timeline.measure()).isEqualTo(Timeline.Measure.YEARS);
        assertThat(strip.mark()).isEmpty();
        assertThat(strip.ticks())
                .extracting(Strip.Tick::words)
                .containsExactly("0", "1", "2", "3", "5", "10");
        assertThat(strip.bands())
                .extracting(Strip.Stretch::band)
                .containsExactly(Band.FORBIDDEN, Band.UNLESS);
        assertThat(strip.says())
                .startsWith("prohibited for 5 years after the last professional contact");
        assertThat(strip(timeline, "aamft-2015").bands()).hasSize(1);
    }

    @Test
    void whereADayIsKnownTheRealDatesAreShown() {
        assertThat(
                        Timeline.sinceTheEnd(
                                TimelineTest.DECIDER,
                                DATED,
                                TimelineTest.editions(List.of("aca-2014")),
                                10))
                .isEmpty();
    }

    /// Where the counting of a last day is open, the strip shows the bar until every reading agrees.
    @Test
    void onEveryDayAStripShowsWhatIsDecidedOnThatDay() {
        var random = new Random(20260601);
        int looked = 0;
        int changed = 0;
        for (int many = 0; many < 12; many++) {
            LocalDate ended = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(11 * 365));
            Scenario scenario =
                    TimelineTest.scenario(
                            """
                            act: %s
                            party: former-client
                            last-professional-contact: %s
                            service-ended: %s
                            """
                                    .formatted(
                                            many % 3 == 0
                                                    ? "romantic-relationship"
                                                    : "sexual-contact",
                                            ended.minusDays(random.nextInt(90)),
                                            ended),
                            TODAY);
            Timeline timeline =
                    Timeline.over(
                            TimelineTest.DECIDER,
                            scenario,
                            TimelineTest.editions(TimelineTest.CODES),
                            Timeline.YEARS);
            for (Row row : timeline.rows()) {
                Strip strip = Strip.of(timeline, row);
                changed += strip.bands().size() - 1;
                for (LocalDate day : days(timeline, row, random)) {
                    Decision.Answer answer =
                            TimelineTest.DECIDER
                                    .decide(scenario.on(day), List.of(row.edition()))
                                    .answers()
                                    .getFirst();
                    if (!answer.turnsOnCounting()) {
                        looked++;
                        assertThat(band(strip, new Axis(timeline).at(day)))
                                .as("%s on %s, ended %s", row.edition().id(), day, ended)
                                .isEqualTo(Band.of(answer.headlines()));
                    }
                }
            }
        }
        assertThat(looked).isGreaterThan(1000);
        assertThat(changed).isGreaterThan(30);
    }

    /// The days about each change, and some others.
    private static Set<LocalDate> days(Timeline timeline, Row row, Random random) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Step step : row.steps()) {
            days.addAll(List.of(step.from().minusDays(1), step.from(), step.from().plusDays(1)));
        }
        for (int day = 0; day < 12; day++) {
            days.add(timeline.start().plusDays(random.nextInt(9 * 365)));
        }
        return new TreeSet<>(days.tailSet(timeline.start()));
    }

    private static Band band(Strip strip, double at) {
        return strip.bands().stream()
                .filter(b -> b.from() <= at && at < b.to())
                .findFirst()
                .orElseThrow()
                .band();
    }
}

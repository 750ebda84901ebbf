package org.plumbline.core.adequacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.Codes;
import org.plumbline.core.condition.Length;
import org.plumbline.core.condition.Reckoning;
import org.plumbline.core.condition.Window;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;

class AnniversaryTest {

    private static final Fact.Event ENDED =
            Codes.library().vocabulary().events().stream()
                    .filter(e -> e.id().equals("service-ended"))
                    .findFirst()
                    .orElseThrow();

    private static Anniversary at(int months, int days, int offset) {
        return new Anniversary(
                new Window.Within(
                        new Length(months, days, "so long"),
                        new Window.Anchor(Window.Start.AFTER, List.of(ENDED)),
                        Reckoning.UNSTATED),
                offset);
    }

    private static Scenario scenario(LocalDate began, LocalDate act) {
        return new Scenario(
                Known.Range.of(act),
                Map.of(),
                List.of(
                        new Scenario.Link(
                                "former-client",
                                Map.of(
                                        "service-ended",
                                        new Known.Days(List.of(Known.Range.of(began)), false)))),
                Set.of(),
                Set.of());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    two years, the day before           | 24 | 0 | -1 | 2024-06-15 | 2026-06-14
                    two years, to the day               | 24 | 0 |  0 | 2024-06-15 | 2026-06-15
                    two years, the day after            | 24 | 0 |  1 | 2024-06-15 | 2026-06-16
                    from a leap day, rounded down       | 24 | 0 |  0 | 2024-02-29 | 2026-02-28
                    the day after that                  | 24 | 0 |  1 | 2024-02-29 | 2026-03-01
                    six weeks, the day before           |  0 | 42 | -1 | 2026-05-01 | 2026-06-11
                    one day, to the day                 |  0 | 1 |  0 | 2026-05-01 | 2026-05-02
                    from the last of a long month       |  1 | 0 | -1 | 2026-01-31 | 2026-02-27
                    """)
    void an_act_falls_on_the_day_and_the_day_leads_back_to_its_beginning(
            String why, int months, int days, int offset, LocalDate began, LocalDate act) {
        Anniversary day = at(months, days, offset);
        assertThat(day.on(scenario(began, act))).as(why).isTrue();
        assertThat(day.on(scenario(began, act.plusDays(1)))).isFalse();
        assertThat(day.on(scenario(began, act.minusDays(1)))).isFalse();
        assertThat(day.beginnings(act)).contains(began);
        assertThat(day.beginnings(act))
                .allSatisfy(b -> assertThat(day.on(scenario(b, act))).isTrue());
    }
}

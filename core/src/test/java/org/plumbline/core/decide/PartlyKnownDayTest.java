package org.plumbline.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.Codes;
import org.plumbline.core.decide.Decision.Answer;
import org.plumbline.core.decide.Decision.Sureness;
import org.plumbline.core.load.DateReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.ScenarioReader;
import org.plumbline.core.load.YamlFile;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.InForce;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Scenario;

/// An act of which the day is known in part, under texts that were in force on some of the days.
class PartlyKnownDayTest {

    private static final Library LIBRARY = Codes.library();
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2020, 12, 31);

    @Test
    void a_text_that_came_and_went_in_between_is_asked_too() {
        Decision decision = new Decider(LIBRARY).decide(counselor(FIRST, LAST));
        assertThat(decision.answers().stream().map(a -> a.edition().id()))
                .contains("aca-1995", "aca-2005", "aca-2014");
    }

    @ParameterizedTest
    @CsvSource({
        "aca-1995, 2000-01-01, 2020-12-31, UNKNOWN",
        "aca-2005, 2000-01-01, 2020-12-31, UNKNOWN",
        "aca-2014, 2000-01-01, 2020-12-31, UNKNOWN",
        "aca-2014, 2020-01-01, 2020-12-31, YES",
        "aca-1995, 2020-01-01, 2020-12-31, NO"
    })
    void that_it_was_not_in_force_all_along_stands_beside_what_it_says(
            String id, LocalDate first, LocalDate last, Sureness inForce) {
        Edition edition = LIBRARY.edition(id).orElseThrow();
        Answer answer =
                new Decider(LIBRARY)
                        .decide(counselor(first, last), List.of(edition))
                        .answers()
                        .getFirst();
        assertThat(answer.inForce()).isEqualTo(inForce);
        if (inForce == Sureness.NO) {
            assertThat(answer.headlines()).containsExactly(Headline.NOT_IN_FORCE);
        } else {
            assertThat(answer.headlines())
                    .contains(Headline.PROHIBITED)
                    .doesNotContain(Headline.NOT_IN_FORCE);
            assertThat(answer.binds()).isEqualTo(Sureness.YES);
        }
    }

    @ParameterizedTest
    @CsvSource({"2004-12-31, false", "2005-01-01, true", "2013-12-31, true", "2014-01-01, false"})
    void a_stretch_is_covered_in_part_from_its_first_day_to_its_last(
            LocalDate day, boolean covers) {
        var dates =
                new InForce(
                        Optional.of(LocalDate.of(2005, 1, 1)),
                        Optional.of(LocalDate.of(2005, 12, 31)),
                        Optional.of(LocalDate.of(2013, 1, 1)),
                        Optional.of(LocalDate.of(2013, 12, 31)),
                        "2005 to 2013");
        assertThat(dates.mayCoverSome(day, day)).isEqualTo(covers);
        assertThat(dates.mayCoverSome(FIRST, LAST)).isTrue();
        assertThat(dates.mayCoverSome(FIRST, LocalDate.of(2004, 12, 31))).isFalse();
        assertThat(dates.mayCoverSome(LocalDate.of(2014, 1, 1), LAST)).isFalse();
        assertThat(InForce.always().mayCoverSome(day, day)).isTrue();
    }

    private static Scenario counselor(LocalDate first, LocalDate last) {
        String yaml =
                "{practitioner: {membership: aca}, act: sexual-contact, party: former-client, date: %s..%s, rest: ordinary}"
                        .formatted(first, last);
        Node node = ((Loaded.Sound<Node>) YamlFile.parse(yaml, "case")).value();
        var defaults =
                new ScenarioReader.Defaults(DateReader.days("2026-06-01").orElseThrow(), true);
        return ((Loaded.Sound<Scenario>) ScenarioReader.read(LIBRARY, node, defaults)).value();
    }
}

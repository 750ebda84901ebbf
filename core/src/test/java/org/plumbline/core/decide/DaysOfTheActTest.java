package org.plumbline.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.core.decide.Decision.Answer;
import org.plumbline.core.norm.Library;

/// What is said of an act of which the day is known in part holds for each of its days.
class DaysOfTheActTest {

    private static final String LATE = "in-force: {from: 2023-07-01}";
    private static final String BEYOND = "beyond: {years: 2, after: service-ended}";

    @TempDir Path folder;

    private SmallLibrary small;

    @BeforeEach
    void empty() throws IOException {
        small = new SmallLibrary(folder);
    }

    @Test
    void what_a_text_permits_it_does_not_permit_before_it_was_in_force() throws IOException {
        small.text("guild", LATE, "{allow: hug, with: anyone}");
        assertThat(decided().together().orElseThrow().headlines())
                .containsExactly(Headline.PERMITTED, Headline.SILENT);
    }

    @Test
    void a_bar_that_is_not_there_on_each_day_has_no_day_on_which_it_lifts() throws IOException {
        small.text("guild", "", "{forbid: hug, with: anyone, %s}".formatted(BEYOND));
        Answer answer = answer();
        assertThat(answer.headlines()).containsExactly(Headline.PROHIBITED, Headline.NOT_ADDRESSED);
        assertThat(answer.lifts()).isEmpty();
        assertThat(answer.then()).isEmpty();
    }

    @Test
    void a_bar_that_is_not_there_before_the_text_has_no_day_on_which_it_lifts() throws IOException {
        small.text("guild", LATE, "{forbid: hug, with: anyone}");
        assertThat(decided().together().orElseThrow().lifts()).isEmpty();
    }

    @Test
    void a_duty_of_some_days_is_not_certain_and_comes_from_all_that_ask_for_it()
            throws IOException {
        small.text(
                "guild",
                "",
                "{upon: hug, with: anyone, within: {years: 2, after: service-ended}, duties: [consulted]}",
                "{upon: hug, with: anyone, %s, duties: [consulted, documented]}".formatted(BEYOND));
        List<Decision.Duty> duties = answer().duties();
        assertThat(duties.stream().map(Decision.Duty::id))
                .containsExactly("consulted", "documented");
        assertThat(duties.getFirst().from()).containsExactly("1", "2");
        assertThat(duties.getFirst().certain()).isTrue();
        assertThat(duties.getLast().certain()).isFalse();
    }

    @Test
    void a_norm_that_is_reached_on_some_day_is_not_told_as_not_reached() throws IOException {
        small.text(
                "guild",
                "",
                "{forbid: hug, with: anyone, within: {years: 2, after: service-ended}}",
                "{advise-against: hug, with: anyone, %s}".formatted(BEYOND),
                "{forbid: hug, with: supervisee}");
        Answer answer = answer();
        assertThat(answer.provisions().stream().map(Decision.Ground::cite))
                .containsExactly("1", "2");
        assertThat(answer.notReached().stream().map(Decision.NotReached::cite))
                .containsExactly("3");
    }

    private Answer answer() {
        return decided().answers().getFirst();
    }

    /// An act of 2023; service ended two years before the end of its first half.
    private Decision decided() {
        Library library = small.library();
        return new Decider(library)
                .decide(
                        SmallLibrary.scenario(
                                library,
                                "{practitioner: {membership: guild}, act: hug, party: former-client, date: 2023, service-ended: 2021-07-01, rest: ordinary}"));
    }
}

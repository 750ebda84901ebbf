package org.plumbline.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.core.decide.Decision.Lifts;
import org.plumbline.core.norm.Library;

/// Texts that prevail over one another, and texts that borrow the same text in several ways.
class SeveralTextsTest {

    private static final String OVER = "overrides: [{body: %s, ground: words, cites: despite it}]";

    @TempDir Path folder;

    private SmallLibrary small;

    @BeforeEach
    void empty() throws IOException {
        small = new SmallLibrary(folder);
    }

    @Test
    void what_gives_way_itself_makes_nothing_give_way() throws IOException {
        small.text("low", "", "{forbid: hug, with: anyone}");
        small.text("middle", OVER.formatted("low"), "{allow: hug, with: anyone}");
        small.text("high", OVER.formatted("middle"), "{advise-against: hug, with: anyone}");
        assertThat(together("party: former-client")).containsExactly(Headline.PROHIBITED);
    }

    @Test
    void a_permission_prevails_only_toward_the_link_it_is_about() throws IOException {
        small.text("low", "", "{forbid: hug, with: supervisee}");
        small.text("high", OVER.formatted("low"), "{allow: hug, with: former-client}");
        assertThat(together("links: [{party: former-client}, {party: supervisee}]"))
                .containsExactly(Headline.PROHIBITED);
    }

    @Test
    void texts_that_prevail_over_one_another_are_refused() throws IOException {
        small.text("one", OVER.formatted("other"), "{forbid: hug, with: anyone}");
        small.text("other", OVER.formatted("one"), "{allow: hug, with: anyone}");
        assertThat(small.findings()).contains("edition.overrides.circle");
    }

    @Test
    void what_is_borrowed_twice_is_borrowed_for_both() throws IOException {
        small.text("model", "binds: {membership: lodge}", "{forbid: any-tie, with: anyone}");
        small.text(
                "board",
                "incorporates: [{edition: model, mode: frozen, for: [friendship]}, {edition: model, mode: frozen, for: [sexual-contact]}]");
        assertThat(together("act: sexual-contact, party: former-client"))
                .containsExactly(Headline.PROHIBITED);
        assertThat(together("act: friendship, party: former-client"))
                .containsExactly(Headline.PROHIBITED);
        assertThat(together("act: kissing, party: former-client")).containsExactly(Headline.SILENT);
    }

    @Test
    void what_is_borrowed_whole_by_a_way_round_is_borrowed_whole() throws IOException {
        small.text("model", "binds: {membership: lodge}", "{forbid: hug, with: anyone}");
        small.text(
                "between",
                "binds: {membership: lodge}\nincorporates: [{edition: model, mode: frozen}]");
        small.text(
                "board",
                "incorporates: [{edition: model, mode: frozen, with: [supervisee]}, {edition: between, mode: frozen}]");
        assertThat(together("party: former-client")).containsExactly(Headline.PROHIBITED);
    }

    @Test
    void a_definition_borrowed_for_some_acts_counts_nobody_for_others() throws IOException {
        small.text(
                "model",
                "binds: {membership: lodge}",
                "{count: client-partner, as: current-client}");
        small.text(
                "board",
                "incorporates: [{edition: model, mode: frozen, for: [gift]}]",
                "{allow: [hug, gift-give], with: current-client}");
        assertThat(together("act: gift-give, party: client-partner"))
                .containsExactly(Headline.PERMITTED);
        assertThat(together("party: client-partner")).containsExactly(Headline.NOT_ADDRESSED);
    }

    @Test
    void what_a_borrowed_text_turns_to_later_lifts_a_bar() throws IOException {
        small.textOf(
                "model",
                "model-1",
                "in-force: {from: 2020-01-01, to: 2027-12-31}\nbinds: {membership: lodge}",
                "{forbid: hug, with: anyone}");
        small.textOf(
                "model", "model-2", "in-force: {from: 2028-01-01}\nbinds: {membership: lodge}");
        small.text("board", "incorporates: [{body: model, mode: floating}]");
        Library library = small.library();
        var scenario =
                SmallLibrary.scenario(
                        library,
                        "{practitioner: {membership: guild}, act: hug, party: former-client, rest: ordinary}");
        LocalDate free = LocalDate.of(2028, 1, 1);
        assertThat(new Decider(library).decide(scenario).together().orElseThrow().lifts())
                .contains(new Lifts.On(free, Optional.of(free)));
    }

    @Test
    void a_borrowed_text_that_came_and_went_on_some_days_of_the_act_is_asked() throws IOException {
        small.textOf(
                "model",
                "model-1",
                "in-force: {from: 2020-01-01, to: 2023-03-31}\nbinds: {membership: lodge}");
        small.textOf(
                "model",
                "model-2",
                "in-force: {from: 2023-04-01, to: 2023-08-31}\nbinds: {membership: lodge}",
                "{forbid: hug, with: anyone}");
        small.textOf(
                "model", "model-3", "in-force: {from: 2023-09-01}\nbinds: {membership: lodge}");
        small.text("board", "incorporates: [{body: model, mode: floating}]");
        assertThat(together("party: former-client, date: 2023"))
                .containsExactly(Headline.PROHIBITED, Headline.SILENT);
    }

    @Test
    void a_duty_is_done_only_where_it_is_done_toward_every_link() throws IOException {
        small.text("guild", "", "{upon: hug, with: anyone, duties: [documented]}");
        Library library = small.library();
        var scenario =
                SmallLibrary.scenario(
                        library,
                        "{practitioner: {membership: guild}, act: hug, links: [{party: former-client, documented: true}, {party: supervisee, documented: false}], rest: ordinary}");
        var duty = new Decider(library).decide(scenario).answers().getFirst().duties().getFirst();
        assertThat(duty.done()).isEqualTo(Decision.Sureness.NO);
    }

    private List<Headline> together(String act) {
        Library library = small.library();
        String yaml =
                "{practitioner: {membership: guild}, %s%s, rest: ordinary}"
                        .formatted(act.startsWith("act:") ? "" : "act: hug, ", act);
        return new Decider(library)
                .decide(SmallLibrary.scenario(library, yaml))
                .together()
                .orElseThrow()
                .headlines();
    }
}

package org.plumbline.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.core.check.Expectations;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.decide.Decision.Answer;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.load.DateReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.ScenarioReader;
import org.plumbline.core.load.VignetteFile;
import org.plumbline.core.load.VignetteFile.Vignette;
import org.plumbline.core.load.YamlFile;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Verified;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

class VerdictSentenceTest {

    private static final Library LIBRARY = Codes.FILES.library();
    private static final Decider DECIDER = new Decider(LIBRARY);
    private static final VerdictSentence VERDICT = new VerdictSentence(LIBRARY);

    private static Scenario scenario(String yaml) {
        Node node = ((Loaded.Sound<Node>) YamlFile.parse(yaml, "case")).value();
        Known.Range day = DateReader.days("2026-06-01").orElseThrow();
        return ((Loaded.Sound<Scenario>)
                        ScenarioReader.read(LIBRARY, node, new ScenarioReader.Defaults(day, true)))
                .value();
    }

    private static Answer answer(String edition, String yaml) {
        Edition text = LIBRARY.edition(edition).orElseThrow();
        return DECIDER.decide(scenario(yaml), List.of(text)).answers().getFirst();
    }

    private static final String FRIENDSHIP =
            "{practitioner: {membership: nasw}, act: friendship, party: former-client, rest: ordinary";

    @Test
    void an_open_answer_names_what_it_turns_on_and_asks() {
        assertThat(VERDICT.of(answer("nasw-2021", FRIENDSHIP + "}")))
                .startsWith(
                        "Advised against if there is a risk of exploitation* or there is a risk of"
                                + " harm to the client*; otherwise not addressed here (which is not"
                                + " permission).")
                .contains(
                        "Is there a risk of exploitation? (a judgement only the professional can"
                                + " make)",
                        "Is there a risk of harm to the client? (a judgement only the professional"
                                + " can make)");
    }

    @Test
    void a_should_not_that_can_be_disciplined_says_so() {
        Answer answer = answer("nasw-2021", FRIENDSHIP + ", exploitation-risk: true}");
        assertThat(VERDICT.headline(answer)).isEqualTo("Advised against");
        assertThat(VERDICT.meaning(answer))
                .isEqualTo(
                        "You should not do this. The text says “should”, and it is enforceable: a"
                                + " breach can be disciplined.");
        assertThat(VERDICT.until(answer)).contains("Time alone does not lift this.");
    }

    @Test
    void an_exception_is_said_in_the_headline() {
        Answer answer =
                answer(
                        "nasw-2021",
                        "{practitioner: {membership: nasw}, act: sexual-contact,"
                                + " party: former-client, rest: ordinary,"
                                + " exploitation-risk: false, harm-risk: false}");
        assertThat(VERDICT.headline(answer))
                .startsWith(
                        "Advised against unless you can show that the circumstances are"
                                + " extraordinary*");
        assertThat(VERDICT.burden(answer))
                .contains("It is for you to show the exception. If you cannot: advised against.");
    }

    @Test
    void a_bar_with_an_open_last_day_waits_for_the_later_and_says_what_holds_then() {
        Answer answer =
                answer(
                        "aca-2014",
                        "{practitioner: {membership: aca}, act: intimacy, party: former-client,"
                                + " rest: ordinary, last-professional-contact: 2023-03-14}");
        assertThat(VERDICT.until(answer).orElseThrow())
                .startsWith("Not before ")
                .contains(
                        "the text does not say whether the last day counts, so wait until 15 March"
                                + " 2028. From then on: prohibited or open, with duties");
    }

    @Test
    void a_date_known_in_part_is_named_as_the_reason() {
        Answer answer =
                answer(
                        "aca-2014",
                        "{practitioner: {membership: aca}, act: intimacy, party: former-client,"
                                + " rest: ordinary, last-professional-contact: 2023-03}");
        assertThat(VERDICT.until(answer).orElseThrow())
                .contains("between 1 March 2028 and 1 April 2028: a date is known only in part");
    }

    @Test
    void the_next_question_says_which_provision_turns_on_it() {
        assertThat(VERDICT.next(answer("nasw-2021", FRIENDSHIP + ", harm-risk: false}")))
                .contains(
                        new VerdictSentence.Question(
                                "exploitation-risk",
                                "Is there a risk of exploitation? (a judgement only the"
                                        + " professional can make)",
                                "1.06(c) turns on it. If so: advised against. If not: not addressed"
                                        + " here (which is not permission).",
                                List.of("1.06(c)")));
    }

    @Test
    void a_norm_that_is_not_reached_says_what_failed_first() {
        Answer answer =
                answer(
                        "aca-2014",
                        "{practitioner: {membership: aca}, act: friendship, party: former-client,"
                                + " rest: ordinary, harm-risk: false}");
        assertThat(answer.notReached().stream().map(VERDICT::whyNot))
                .contains(
                        "A.6.e applies only if there is a risk of harm to the client*, and that is"
                                + " not so.");
    }

    @Test
    void a_duty_says_whether_it_is_done() {
        Answer answer =
                answer(
                        "bacp-2018",
                        "{practitioner: {membership: bacp}, act: friendship, party: former-client,"
                                + " rest: ordinary, harm-risk: false, care-taken: true}");
        assertThat(VERDICT.duties(answer))
                .containsExactly("You must take demonstrable care beforehand (37). Done.");
    }

    @Test
    void a_text_that_may_bind_asks_whether_it_does() {
        Answer answer =
                answer(
                        "nasw-2021",
                        "{practitioner: {membership: unknown}, act: hug, party: current-client}");
        assertThat(VERDICT.binding(answer).orElseThrow())
                .isEqualTo(
                        "This is the answer if the text binds you: Are you a member of the National"
                                + " Association of Social Workers?");
    }

    // ── Over all cases ──────────────────────────────────────────────────────────────────────

    static Stream<Vignette> vignettes() {
        return VignetteFile.files(Codes.FOLDER).stream()
                .flatMap(path ->
                        ((Loaded.Sound<List<Vignette>>)
                                        VignetteFile.read(LIBRARY, path, path.toString()))
                                .value().stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vignettes")
    void silence_is_never_worded_as_permission(Vignette vignette) {
        Decision decision = new Expectations(DECIDER).decide(vignette);
        for (Answer answer : decision.answers()) {
            String all = String.join(" ", VERDICT.of(answer));
            if (answer.headlines().contains(Headline.NOT_ADDRESSED)
                    || answer.headlines().contains(Headline.SILENT)) {
                assertThat(all).containsPattern("not permission");
            }
            assertThat(all)
                    .doesNotContain("unknown", "{}", "  ", "..", "null")
                    .doesNotContainPattern("you can now|no restrictions|\\bfine\\b|\\bOK\\b");
            assertThat(VERDICT.of(answer)).allMatch(s -> s.matches("(?s)[A-Z0-9].*[.?)]"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vignettes")
    void a_case_reads_as_who_asks_what_and_when(Vignette vignette) {
        String sentence = new ScenarioSentence(LIBRARY.vocabulary()).of(vignette.scenario());
        assertThat(sentence)
                .matches("(?s)(On|In|Between) .* asks about .*\\.")
                .doesNotContain("{}", "  ", "..");
    }

    @Test
    void the_case_of_the_format_reads_as_the_format_says() {
        assertThat(new ScenarioSentence(LIBRARY.vocabulary()).question(scenario(FRIENDSHIP + "}")))
                .isEqualTo(
                        "On 1 June 2026, a member of NASW asks about having a friendship with a"
                                + " former client.");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Verified.class)
    void every_level_of_knowing_has_its_words(Verified level) {
        assertThat(VerdictSentence.verified(level.word())).doesNotContain("not recorded");
    }

    @Test
    void every_headline_has_a_name_of_its_own_but_for_the_tension_that_is_advice_against() {
        Edition edition = LIBRARY.edition("nasw-2021").orElseThrow();
        assertThat(
                        Arrays.stream(Headline.values())
                                .filter(h -> h != Headline.TENSION)
                                .map(h -> VerdictSentence.name(h, edition)))
                .doesNotHaveDuplicates();
        assertThat(Optional.of(VerdictSentence.name(Headline.SILENT, edition)))
                .contains("Not covered here");
    }
}

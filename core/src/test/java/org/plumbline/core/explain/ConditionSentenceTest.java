package org.plumbline.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Window;
import org.plumbline.core.norm.Library;

class ConditionSentenceTest {

    private static final Library LIBRARY = Codes.FILES.library();
    private static final ConditionSentence SENTENCE = new ConditionSentence(LIBRARY.vocabulary());

    private static Condition condition(String yaml) {
        return Codes.editionWith("{forbid: hug, with: anyone, when: " + yaml + "}")
                .norms()
                .getFirst()
                .when();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    harm-risk                                        | there is a risk of harm to the client*
                    {not: harm-risk}                                 | there is no risk of harm to the client*
                    {not: {not: emergency}}                          | there is an emergency
                    {none: [emergency, coerced]}                     | there is no emergency and there is no coercion
                    {not: {all: [emergency, coerced]}}               | there is no emergency or there is no coercion
                    {not: {any: [emergency, coerced]}}               | there is no emergency and there is no coercion
                    {any: [emergency, {all: [coerced, consensual]}]} | there is an emergency or (there is coercion and it is consensual)
                    {all: [emergency, {any: [coerced]}]}             | there is an emergency and there is coercion
                    {all: [emergency, {all: [coerced, consensual]}]} | there is an emergency, there is coercion and it is consensual
                    {at-least: {n: 2, of: [emergency, coerced]}}     | at least 2 of these hold: there is an emergency; there is coercion
                    {not: {at-least: {n: 2, of: [emergency, coerced]}}} | fewer than 2 of these hold: there is an emergency; there is coercion
                    {history: [acquaintance, family]}                | there is or was an acquaintance or family tie between the two
                    {history: []}                                    | there is and was no tie between the two
                    {not: {history: []}}                             | there is or was a tie between the two
                    {not: {gift-form: cash}}                         | it is not so that the gift is cash
                    {role: [employee, student]}                      | the person is an employee or a student
                    {medium: electronic}                             | it is by electronic means
                    {in-order-to: [friendship, loan-give, intimacy]} | the aim is to have a friendship or sexual or romantic contact or lend money
                    {value: {over: 1, unit: usd}}                    | its value is more than 1 US dollar
                    {not: {value: {over: 5, unit: gbp}}}             | its value is at most 5 pounds
                    {value: {under: 2, unit: hourly-fee}}            | its value is less than 2 hours' usual fee
                    {age: {at-least: 18, unit: years}}               | the person's age is at least 18 years
                    {within: {months: 1, after: last-session}}       | it is within 1 month of the last session
                    {not: {within: {months: 1, after: last-session}}} | 1 month has passed since the last session
                    {beyond: {years: 2, after: {later-of: [last-session, service-ended]}}} | 2 years have passed since the later of the last session and the end of the service
                    {before: [personal-relationship-began, service-began]} | the start of the personal relationship comes before the start of the service
                    """)
    void a_condition_reads_with_a_phrase_for_every_negation(String yaml, String sentence) {
        assertThat(SENTENCE.of(condition(yaml))).isEqualTo(sentence);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "emergency",
        "'{any: [harm-risk, {history: family}]}'",
        "'{value: {up-to: 5, unit: usd}}'"
    })
    void to_deny_is_to_read_the_negation(String yaml) {
        assertThat(SENTENCE.not(condition(yaml)))
                .isEqualTo(SENTENCE.of(condition("{not: " + yaml + "}")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    nasw-2021          | It binds whoever is a member of the National Association of Social Workers.
                    glen-care-home-2026 | It binds whoever works for Glen Care Home.
                    aba-model-rules    | It binds whoever is registered with a state bar or court that has adopted the Model Rules as they stand.
                    us-ca-bpc-729      | It binds everyone whose practice is in California and whose profession is physician or mental health.
                    """)
    void whom_a_text_binds_reads_as_a_sentence(String edition, String sentence) {
        assertThat(SENTENCE.binds(LIBRARY.edition(edition).orElseThrow().binds()))
                .isEqualTo(sentence);
    }

    @Test
    void constraints_read_as_sentences() {
        assertThat(LIBRARY.constraints().stream().map(SENTENCE::constraint))
                .contains(
                        "The start of the personal relationship is never later than the end of the"
                                + " personal relationship.",
                        "If the act is to have a personal social-media connection, it is through"
                                + " social media.",
                        "That tie began before the service did exactly if the start of the personal"
                                + " relationship comes before the start of the service.");
    }

    @Test
    void a_window_ends_so_long_after_its_event() {
        Window window =
                Codes.editionWith(
                                "{forbid: hug, with: anyone,"
                                        + " within: {years: 5, after: last-professional-contact}}")
                        .norms()
                        .getFirst()
                        .window();
        assertThat(SENTENCE.end((Window.Within) window))
                .isEqualTo("5 years after the last professional contact");
    }
}

package org.plumbline.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.norm.Library;

class QuestionSentenceTest {

    private static final Library LIBRARY = Codes.FILES.library();
    private static final QuestionSentence QUESTION = new QuestionSentence(LIBRARY.vocabulary());

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    harm-risk                | Is there a risk of harm to the client? (a judgement only the professional can make)
                    enough-time-passed       | Has enough time passed? (a judgement only the professional can make)
                    exploits                 | Is it the case that it exploits the person? (a judgement only the professional can make)
                    documented               | Is it documented?
                    consulted                | Was a colleague consulted?
                    evaluative-authority     | Is it the case that the practitioner has authority to evaluate the person?
                    adverse-to-former-client | Is it the case that the matter is the same as or close to a former client's and runs against that client's interests?
                    other-expertise-needed   | Is it the case that another's expertise is needed or progress has stalled? (a judgement only the professional can make)
                    screened                 | Is it the case that the lawyer who knows is screened off and notice was given?
                    last-session             | When was the last session?
                    value                    | What is its value?
                    history-status           | Is that tie ongoing?
                    """)
    void a_fact_is_asked_after(String fact, String question) {
        List<String> values =
                fact.equals("history-status") ? List.of("ongoing", "ended") : List.of();
        assertThat(QUESTION.of(fact, values)).isEqualTo(question);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    service-kind | counselling, psychotherapy; assessment, casework, education | Is the service counselling or psychotherapy?
                    medium       | in-person; post; video                                      | Which of these is so: it is in person, by post or by video?
                    history      | family; not family                                          | Is or was there a family tie between the two?
                    history      | family; not family; sexual; not sexual                      | Which of these are so, if any: there is or was a family or sexual tie between the two?
                    """)
    void only_the_values_that_matter_are_asked_after(String fact, String values, String question) {
        assertThat(QUESTION.of(fact, List.of(values.split("; ", -1)))).isEqualTo(question);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    nasw-2021           | Are you a member of the National Association of Social Workers?
                    harbour-salon-2026  | Do you work for Harbour Salon?
                    us-fl-491-0112      | Is this so of you: your practice is in Florida and your profession is mental health, physician, nurse, member of the clergy or unlicensed helper?
                    """)
    void whether_a_text_binds_is_asked_of_you(String edition, String question) {
        assertThat(QUESTION.binds(LIBRARY.edition(edition).orElseThrow().binds()))
                .isEqualTo(question);
    }
}

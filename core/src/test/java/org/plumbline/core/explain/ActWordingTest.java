package org.plumbline.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Vocabulary;

/// What acts, people and questions are called where somebody chooses from a list of them.
class ActWordingTest {

    private static final Vocabulary WORDS = Codes.FILES.library().vocabulary();
    private static final ActWording ACTS = new ActWording(WORDS);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    friendship            | Having a friendship
                    treat-linked-people   | Serving the person as well as someone close to that person
                    accept-as-client      | Accepting the person as a client
                    hug                   | Hugging the person
                    incidental-touch      | Briefly touching the person
                    refer                 | Referring the person elsewhere
                    hospital-visit        | Visiting a sick relative of the person
                    share-within-unit     | Passing on a confidence of the person to the others served with that person
                    discriminate          | Discriminating against the person
                    employment            | Hiring or working for the person
                    take-up-earlier-abuse | Discussing sexual contact by an earlier practitioner
                    loan                  | Lending or borrowing money
                    taking-on             | Taking on the person as a client or supervisee
                    """)
    void an_act_that_stands_alone_names_the_person_where_it_must(String act, String words) {
        assertThat(ACTS.alone(act)).isEqualTo(words);
    }

    /// "Serving and someone tied to that person" said something else than the act.
    @Test
    void no_act_says_that_person_of_somebody_it_has_not_named() {
        assertThat(WORDS.oneOf("act").words().stream().map(ACTS::alone))
                .doesNotHaveDuplicates()
                .allMatch(says -> !says.contains("that person") || says.contains("the person"));
    }

    @Test
    void every_fact_with_words_for_values_has_a_question_of_its_own() {
        Set<String> without = new TreeSet<>();
        for (Fact fact : WORDS.facts().values()) {
            if (fact instanceof Fact.Worded worded
                    && !worded.asks().map(q -> q.endsWith("?")).orElse(false)) {
                without.add(fact.id());
            }
        }
        // What a person is to the practitioner is asked as one, by its composite names.
        assertThat(without).containsExactlyInAnyOrder("act", "role", "stage", "tie");
    }
}

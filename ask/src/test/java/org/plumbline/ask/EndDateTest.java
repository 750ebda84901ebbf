package org.plumbline.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// When the work ended, by the calendar. Asked on 1 June 2026.
class EndDateTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    We terminated in June 2024. Can I date my former client?      | 2024-06
                    We terminated last March. Can I be friends with my ex-client? | 2025-03..2026-03
                    Therapy ended last November. Can I hire my old client?        | 2025-11
                    I have not seen my ex-client since June 2024. Can we date?    | 2024-06
                    My former client was discharged in 2019, can I date him?      | 2019
                    We stopped on 3 May 2024. Can I text my former client?        | 2024-05-03
                    We stopped on May 3rd, 2024. Can I text my former client?     | 2024-05-03
                    Therapy ended last year. Can I hug my former client?          | 2025
                    We finished last month. Can I hug my former client?           | 2026-05
                    Services ended in September. Can I friend my ex-client?       | 2025-09
                    We terminated two years ago. Can I date my former client?     | 2024-06-01
                    We ended a couple of years ago. Can I date my ex-client?      | 2024-06-01
                    """)
    void the_end_is_read_as_far_as_it_is_named(String question, String ended) {
        assertThat(facts(question).get("service-ended")).isEqualTo(ended);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Can I go to my former client's wedding in June?",
                "May I date a former client?",
                "I moved to Ohio in 2019. Can I date a former client?",
                "We terminated in June 2031. Can I date my former client?",
                "I met my current client last March. Can I hug her?"
            })
    void no_other_date_is_taken_for_the_end(String question) {
        assertThat(facts(question).containsKey("service-ended")).isFalse();
    }

    private static Map<?, ?> facts(String question) {
        Object facts = Reader.read(question).scenario().orElseThrow().get("facts");
        return facts instanceof Map<?, ?> map ? map : Map.of();
    }
}

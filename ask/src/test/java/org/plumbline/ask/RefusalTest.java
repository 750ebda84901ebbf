package org.plumbline.ask;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    NOT_UNDERSTOOD       | jfkdlsa jfkdls
                    NOT_ABOUT_BOUNDARIES | Can a police officer date a witness?
                    NOT_ABOUT_BOUNDARIES | Is it ok to be friends with my ex husband's new wife?
                    ABOUT_THE_CLIENT     | How often should I see a marriage counselor?
                    ABOUT_THE_CLIENT     | Can I google my therapist?
                    ABOUT_THE_CLIENT     | does my therapist love me
                    ABOUT_AN_OUTCOME     | will a therapist lose their license for sleeping with a patient?
                    CRISIS               | I want to kill myself
                    CRISIS               | he is going to kill me
                    """)
    void each_refusal_is_named(Trouble.Kind kind, String question) {
        Reading reading = Reader.read(question);
        assertThat(reading.inScope()).isFalse();
        assertThat(reading.trouble().orElseThrow().kind()).isEqualTo(kind);
        assertThat(reading.slots()).isEqualTo(Slots.NONE);
        assertThat(reading.scenario()).isEmpty();
    }

    @Test
    void somebody_in_danger_is_told_where_to_turn_and_nothing_else() {
        Trouble trouble =
                Reader.read("my therapist left me and i want to die").trouble().orElseThrow();
        assertThat(trouble.helpLines())
                .extracting(HelpLine::call)
                .contains("988", "116 123", "112");
        assertThat(trouble.nearest()).isEmpty();
    }

    @Test
    void the_help_line_of_the_place_comes_first() {
        Trouble trouble =
                Reader.read("I am in England and want to end my life").trouble().orElseThrow();
        assertThat(trouble.helpLines().getFirst().call()).isEqualTo("116 123");
    }

    @Test
    void a_refusal_offers_the_nearest_questions_that_can_be_answered() {
        assertThat(Reader.read("Can a landlord hug a tenant?").trouble().orElseThrow().nearest())
                .contains("Can I hug a client?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "?!",
                "\u0000\u0001\u0002",
                "\uD83D\uDE00\uD83D\uDE00",
                "هل يمكن للمعالج أن يكون صديقي",
                "¿Puede mi terapeuta ser mi amigo?",
                "私のセラピストと友達になれますか",
                "'",
                "''s 's",
                "\u2019",
                "a",
                "- - -",
                "<html><script>alert('hug')</script><p>Can I hug a client?</p></html>",
                "\u202Ethguoht eht \u202C client",
                "c\u00C3\u00A9lient \uFFFD\uFFFD \uD800",
                "can i hug \uD83E\uDD17 my client \uD83D\uDE2C??",
                "$",
                "....",
                "of of of",
                "my my my client's's"
            })
    void whatever_is_typed_gets_a_reading(String text) {
        assertThat(Reader.read(text)).isNotNull();
    }

    @Test
    void a_very_long_text_is_refused_unread() {
        Reading reading = Reader.read("Can I hug a client? ".repeat(100_000));
        assertThat(reading.inScope()).isFalse();
        assertThat(reading.trouble().orElseThrow().kind()).isEqualTo(Trouble.Kind.NOT_UNDERSTOOD);
    }
}

package org.plumbline.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;

class LexiconTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a key that no lexicon has      | words.key.unknown   | 2 | actz: {}
                    an act's key misspelled        | words.key.unknown   | 2 | acts: {hug: {shure: [hug]}}
                    a class that nobody defines    | words.class.unknown | 2 | acts: {hug: {sure: [hug <clyent>]}}
                    a pattern that begins in a gap | words.malformed     | 2 | acts: {hug: {sure: ["~ hug"]}}
                    a list where a phrase belongs  | words.malformed     | 2 | people: {client: [[a]]}
                    an act reversed into nothing   | words.act.unknown   | 2 | acts: {hug: {reversed: hugg}}
                    a tie without a slot           | words.key.missing   | 2 | ties: {friend: {words: [friend]}}
                    a length that is no period     | words.malformed     | 2 | units: {year: one}
                    a number that is none          | words.malformed     | 2 | numbers: {two: zwei}
                    a help line without a number   | words.key.missing   | 2 | help-lines: [{place: us, says: x}]
                    a section that is a word       | words.malformed     | 2 | acts: hug
                    """)
    void a_mistake_in_the_words_is_found_at_its_place(
            String what, String code, int line, String yaml) {
        List<Finding> findings = Reader.lexiconOf("words: plumbline\n" + yaml + "\n").allFindings();
        assertThat(findings).as(what).extracting(Finding::code).contains(code);
        assertThat(findings).as(what).allMatch(f -> f.span().line() == line);
    }

    @Test
    void a_file_of_something_else_is_refused() {
        assertThat(Reader.lexiconOf("vocabulary: plumbline\n").allFindings())
                .extracting(Finding::code)
                .contains("words.kind", "words.key.unknown");
    }

    @Test
    void a_synonym_needs_nothing_but_a_line_of_yaml() {
        var lexicon =
                Reader.lexiconOf(
                        """
                        words: plumbline
                        people: {client: [client], me: [i]}
                        classes: {asks: [can]}
                        acts:
                          hug: {scenario: hug, medium: in_person, sure: [hug, glomp]}
                        questions: []
                        """);
        assertThat(lexicon).isInstanceOf(Loaded.Sound.class);
        if (lexicon instanceof Loaded.Sound<Lexicon>(var value, var _)) {
            Slots slots =
                    new QuestionReader(value).read("Can I glomp a client?", Reader.TODAY).slots();
            assertThat(slots.act()).isEqualTo("hug");
            assertThat(slots.party()).isEqualTo("current_client");
        }
    }
}

package org.plumbline.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Whole classes of questions: acts in the words of every day, people of whom several are named, who
/// gives to whom, what asks for no rule. At least 95 in 100 of a class are read as they mean.
class EverydayWordsTest {
    private static final double AIM = 0.95;

    private static final List<UnaryOperator<String>> FRAMES =
            List.of(
                    phrase -> "Can a therapist " + phrase + "?",
                    phrase -> "is it ok for a psychologist to " + phrase,
                    phrase -> "Would it be unethical for a social worker to " + phrase + "?",
                    phrase -> "May a nurse " + phrase.replace("a client", "a patient") + "?",
                    phrase -> "am i allowed to " + phrase.replace("her ", "my ") + ", lpc");

    @Test
    void acts_are_known_by_everyday_words() {
        List<String> wrong = new ArrayList<>();
        int all = 0;
        for (String line : lines("/everyday-acts.txt")) {
            String[] parts = line.split(": ", 2);
            for (String phrase : parts[1].split("; ", -1)) {
                for (UnaryOperator<String> frame : FRAMES) {
                    all++;
                    String text = frame.apply(phrase);
                    Reading reading = Reader.read(text);
                    if (!reading.inScope() || !reading.slots().act().equals(parts[0])) {
                        wrong.add(parts[0] + " | " + text + " | " + reading.slots());
                    }
                }
            }
        }
        assertThat(1 - (double) wrong.size() / all)
                .as(wrong.size() + " of " + all + "\n" + String.join("\n", wrong))
                .isGreaterThanOrEqualTo(AIM);
    }

    @Test
    void the_party_and_the_act_are_read_and_what_is_no_question_refused() {
        List<String> lines = lines("/everyday-questions.txt");
        List<String> wrong = new ArrayList<>();
        for (String line : lines) {
            String[] parts = line.split(" \\| ", 2);
            Reading reading = Reader.read(parts[1]);
            String got =
                    reading.inScope()
                            ? reading.slots().party() + " " + reading.slots().act()
                            : "refused";
            if (!got.equals(parts[0])) {
                wrong.add(line + " | " + got);
            }
        }
        assertThat(1 - (double) wrong.size() / lines.size())
                .as(wrong.size() + " of " + lines.size() + "\n" + String.join("\n", wrong))
                .isGreaterThanOrEqualTo(AIM);
    }

    /// One verb with two objects, the same asked of somebody else, and a new sentence.
    @Test
    void a_second_question_is_heard_in_each_of_its_forms() {
        for (String gift : List.of("a book", "a present")) {
            assertThat(acts("Can a counselor give a client a hug and " + gift + "?"))
                    .containsExactly("hug", "gift_give");
        }
        for (String other : List.of("her sister", "a former client", "a client's friend")) {
            assertThat(
                            Reader.read("Can a counselor hug a client? What about " + other + "?")
                                    .parts())
                    .hasSize(2);
        }
        assertThat(acts("Can a nurse marry a patient? What about taking money from one?"))
                .containsExactly("sexual_or_romantic", "gift_receive");
        assertThat(Reader.read("how soon can lawyers vs doctors date ex clients").parts())
                .extracting(part -> part.slots().profession())
                .containsExactly("lawyer", "physician");
    }

    /// What is said of the other act only is not taken for this one.
    @Test
    void the_means_of_one_act_is_not_that_of_the_other() {
        List<Reading.Part> parts =
                Reader.read("May BCBAs babysit for a client or friend the parents on Facebook?")
                        .parts();
        assertThat(parts)
                .extracting(part -> part.slots().medium())
                .containsExactly("unspecified", "electronic");
    }

    /// Whoever stands in no tie that is known is left open rather than taken for the client.
    @Test
    void somebody_whom_no_tie_names_is_not_the_client() {
        for (String other : List.of("boss", "landlord", "carer", "pastor")) {
            assertThat(
                            Reader.read("Can a psychologist date a client's " + other + "?")
                                    .slots()
                                    .party())
                    .as(other)
                    .isEqualTo(Slots.OTHER);
        }
        assertThat(Reader.read("Can I be a client's landlord?").slots().party())
                .isEqualTo("current_client");
    }

    private static List<String> acts(String text) {
        return Reader.read(text).parts().stream().map(part -> part.slots().act()).toList();
    }

    private static List<String> lines(String resource) {
        try (InputStream in = EverydayWordsTest.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

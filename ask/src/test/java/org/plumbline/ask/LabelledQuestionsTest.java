package org.plumbline.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// How many of the labelled questions are read as a person read them. With
/// `-Dplumbline.questions=FILE` a second file of the same form is scored too.
class LabelledQuestionsTest {

    @Test
    void the_questions_written_for_this_library_are_read_as_labelled() {
        check(Labelled.written());
    }

    @Test
    void so_are_those_in_odder_and_longer_forms() {
        check(Labelled.afresh());
    }

    @Test
    void so_are_those_of_a_file_named_on_the_command_line() throws IOException {
        String file = System.getProperty("plumbline.questions", "");
        Assumptions.assumeFalse(file.isEmpty(), "no file was named");
        check(Labelled.read(Files.readString(Path.of(file))));
    }

    private static void check(List<Labelled> questions) {
        Map<String, Integer> hits = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        int inScope = 0;
        int full = 0;
        int truly = 0;
        int called = 0;
        for (Labelled question : questions) {
            Reading reading = Reader.read(question.text());
            called += reading.inScope() ? 0 : 1;
            truly += !reading.inScope() && !question.inScope() ? 1 : 0;
            if (!question.inScope()) {
                if (reading.inScope()) {
                    wrong.add(question.id() + " is out of scope: " + question.text());
                }
                continue;
            }
            inScope++;
            Labelled.Want want = nearest(question, reading);
            boolean all = reading.inScope();
            for (var slot : reading.slots().asMap().entrySet()) {
                boolean right = want.holds(slot.getKey(), slot.getValue());
                hits.merge(slot.getKey(), right ? 1 : 0, Integer::sum);
                all &= right;
            }
            full += all ? 1 : 0;
            if (!all) {
                wrong.add(question.id() + " " + question.text() + " -> " + reading.slots());
            }
        }
        int outside = questions.size() - inScope;
        String report = String.join("\n", wrong);
        int asked = inScope;
        assertThat(hits)
                .as(report)
                .allSatisfy((slot, many) ->
                        assertThat((double) many / asked).as(slot).isGreaterThanOrEqualTo(0.97));
        assertThat((double) full / inScope)
                .as("full match\n" + report)
                .isGreaterThanOrEqualTo(0.92);
        assertThat((double) truly / called)
                .as("precision out of scope\n" + report)
                .isGreaterThanOrEqualTo(0.9);
        assertThat((double) truly / outside)
                .as("recall out of scope\n" + report)
                .isGreaterThanOrEqualTo(0.9);
    }

    /// Of a question in two parts, the part that the main reading is nearest to.
    private static Labelled.Want nearest(Labelled question, Reading reading) {
        Labelled.Want best = question.wants().getFirst();
        long most = -1;
        for (Labelled.Want want : question.wants()) {
            long right =
                    reading.slots().asMap().entrySet().stream()
                            .filter(s -> want.holds(s.getKey(), s.getValue()))
                            .count();
            if (right > most) {
                most = right;
                best = want;
            }
        }
        return best;
    }
}

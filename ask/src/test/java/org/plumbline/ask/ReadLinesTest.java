package org.plumbline.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadLinesTest {

    @Test
    void a_line_holds_the_id_the_slots_and_why() throws IOException {
        var answer =
                (Map<?, ?>)
                        Labelled.Json.parse(
                                lines("{\"id\":\"q1\",\"text\":\"Can I hug a client?\"}")
                                        .getFirst());
        assertThat(answer.get("id")).isEqualTo("q1");
        assertThat(answer.get("in_scope")).isEqualTo(true);
        assertThat(((Map<?, ?>) answer.get("slots")).get("act")).isEqualTo("hug");
        assertThat(((Map<?, ?>) answer.get("slots")).containsKey("time_since_end")).isTrue();
        assertThat((List<?>) answer.get("evidence")).isNotEmpty();
        assertThat(((Map<?, ?>) answer.get("scenario")).get("act")).isEqualTo("hug");
    }

    @Test
    void answers_keep_the_order_of_the_questions() throws IOException {
        String input =
                IntStream.range(0, 2000)
                        .mapToObj(i -> "{\"id\":\"" + i + "\",\"text\":\"Can I hug a client?\"}")
                        .collect(Collectors.joining("\n"));
        assertThat(lines(input))
                .hasSize(2000)
                .extracting(l -> String.valueOf(((Map<?, ?>) Labelled.Json.parse(l)).get("id")))
                .containsExactlyElementsOf(
                        IntStream.range(0, 2000).mapToObj(String::valueOf).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "{",
                "[]",
                "42",
                "{\"id\":\"x\"}",
                "{\"id\":\"x\",\"text\":7}",
                "{\"text\":null}",
                "{\"id\":\"x\",\"text\":\"a\"} {}",
                "\u0000\u0001\u0002",
                "{\"text\":\"a\",\"deep\":[[[[[[[[[[1]]]]]]]]]]}x"
            })
    void a_line_that_is_no_question_gets_one_refusal(String line) throws IOException {
        List<String> answers =
                lines(line + "\n{\"id\":\"after\",\"text\":\"Can I hug a client?\"}");
        assertThat(answers).hasSize(2);
        var refused = (Map<?, ?>) Labelled.Json.parse(answers.getFirst());
        assertThat(refused.get("in_scope")).isEqualTo(false);
        assertThat(refused.containsKey("error")).isTrue();
        assertThat(answers.get(1)).contains("\"after\"");
    }

    @Test
    void a_line_of_ten_megabytes_gets_one_refusal() throws IOException {
        String line = "{\"id\":\"big\",\"text\":\"" + "a ".repeat(5_000_000) + "\"}";
        List<String> answers =
                lines(line + "\n{\"id\":\"after\",\"text\":\"Can I hug a client?\"}");
        assertThat(answers).hasSize(2);
        assertThat(answers.getFirst()).contains("longer than");
    }

    @Test
    void bytes_in_another_encoding_get_a_line_and_do_no_harm_to_the_next() throws IOException {
        var input = new java.io.ByteArrayOutputStream();
        input.write(
                "{\"id\":\"latin\",\"text\":\"Can I hug a cli\u00e9nt?\"}\n"
                        .getBytes(StandardCharsets.ISO_8859_1));
        input.write(
                "{\"id\":\"wide\",\"text\":\"Can I hug a client?\"}\n"
                        .getBytes(StandardCharsets.UTF_16LE));
        input.write(
                "\n{\"id\":\"after\",\"text\":\"Can I hug a client?\"}"
                        .getBytes(StandardCharsets.UTF_8));
        var out = new StringWriter();
        new ReadLines(Reader.QUESTIONS, Reader.TODAY, 2)
                .copy(new ByteArrayInputStream(input.toByteArray()), out);
        assertThat(out.toString().lines().toList().getLast()).contains("\"after\"", "\"hug\"");
    }

    @Test
    void a_fault_of_our_own_is_said_in_its_line_and_loses_no_other() throws IOException {
        var reader =
                new ReadLines(
                        question -> {
                            if (question.contains("break")) {
                                throw new IllegalStateException("a promise that did not hold");
                            }
                            return Reader.read(question);
                        },
                        2);
        var out = new StringWriter();
        String input =
                """
                {"id":"before","text":"Can I hug a client?"}
                {"id":"fault","text":"Can I break it?"}
                {"id":"after","text":"Can I hug a client?"}
                """;
        long bad =
                reader.copy(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out);

        assertThat(bad).isEqualTo(1);
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).contains("\"before\"", "\"hug\"");
        var fault = (Map<?, ?>) Labelled.Json.parse(lines.get(1));
        assertThat(fault.get("id")).isEqualTo("fault");
        assertThat(fault.get("in_scope")).isEqualTo(false);
        assertThat((String) fault.get("error"))
                .contains("fault of the program", "a promise that did not hold");
        assertThat(lines.get(2)).contains("\"after\"", "\"hug\"");
    }

    private static List<String> lines(String input) throws IOException {
        var out = new StringWriter();
        new ReadLines(Reader.QUESTIONS, Reader.TODAY, 2)
                .copy(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out);
        return out.toString().lines().toList();
    }
}

package org.plumbline.server.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plumbline.server.desk.Desk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The tools over two streams, with lines that no client of the protocol's library would send.
class StdioServerTest {

    private static final String BEGIN =
            """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"x","version":"1"}}}
            {"jsonrpc":"2.0","method":"notifications/initialized"}
            """;

    private static final String TOOLS =
            """
            {"jsonrpc":"2.0","id":2,"method":"tools/list"}
            """;

    private static List<JsonNode> answers(String input) throws InterruptedException {
        var out = new ByteArrayOutputStream();
        StdioServer.serve(
                new Desk(Clock.systemUTC()),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                out);
        var json = JsonMapper.builder().build();
        return out.toString(StandardCharsets.UTF_8).lines().map(json::readTree).toList();
    }

    @Test
    void every_request_is_answered_though_the_input_ends_at_once() throws Exception {
        assertThat(answers(BEGIN + TOOLS))
                .hasSize(2)
                .anySatisfy(
                        a -> assertThat(a.path("result").path("tools").size()).isGreaterThan(3));
    }

    @Test
    void a_line_that_is_no_message_is_answered_and_the_next_ones_are_read() throws Exception {
        String secret = "Jane Doe, patient";
        String input =
                BEGIN
                        + secret
                        + "\n\n[]\n{\"jsonrpc\":\"2.0\"}\n"
                        + "x".repeat(MessageLines.LONGEST + 1)
                        + "\n"
                        + TOOLS;
        Map<String, Integer> byNumber = new HashMap<>();
        for (JsonNode answer : answers(input)) {
            assertThat(answer.toString()).doesNotContain(secret);
            byNumber.merge(answer.path("id").toString(), 1, Integer::sum);
            if (answer.path("id").isNull()) {
                assertThat(answer.path("error").path("code").asInt()).isEqualTo(-32700);
            }
        }
        assertThat(byNumber).isEqualTo(Map.of("1", 1, "2", 1, "null", 4));
    }

    @Test
    void a_call_that_no_tool_can_take_is_answered_without_a_word_of_java() throws Exception {
        Map<String, JsonNode> byNumber = new HashMap<>();
        for (JsonNode answer :
                answers(
                        BEGIN
                                + """
                                {"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"ask","arguments":["Jane Doe"]}}
                                {"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"no_such_tool","arguments":{}}}
                                {"jsonrpc":"2.0","id":5,"method":"tools/call"}
                                {"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":5}}
                                {"jsonrpc":"2.0","id":6,"method":"ping"}
                                """)) {
            assertThat(answer.toString()).doesNotContain("java", "Exception", "Jane");
            byNumber.put(answer.path("id").toString(), answer);
        }
        assertThat(byNumber.get("3").path("error").path("message").asString())
                .contains("one JSON object");
        assertThat(byNumber.get("4").path("error").path("message").asString())
                .contains("no_such_tool", "next_question");
        assertThat(byNumber.get("5").path("error").path("code").asInt()).isEqualTo(-32602);
        assertThat(byNumber.get("6").has("result")).isTrue();
    }
}

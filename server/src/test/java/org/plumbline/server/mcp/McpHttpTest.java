package org.plumbline.server.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.server.PlumblineTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/// The tools over HTTP, called by the client of the protocol's own library.
@PlumblineTest
class McpHttpTest {

    @LocalServerPort int port;

    @Test
    void the_same_tools_answer_over_http() {
        var transport =
                HttpClientStreamableHttpTransport.builder("http://127.0.0.1:" + port)
                        .endpoint("/mcp")
                        .jsonMapper(new JacksonMcpJsonMapper(JsonMapper.builder().build()))
                        .build();
        try (var client =
                McpClient.sync(transport)
                        .requestTimeout(Duration.ofMinutes(2))
                        .initializationTimeout(Duration.ofMinutes(2))
                        .build()) {
            client.initialize();
            assertThat(client.listTools().tools())
                    .extracting(McpSchema.Tool::name)
                    .containsExactly("ask", "decide", "next_question", "compare", "show_provision");
            var result =
                    client.callTool(
                            CallToolRequest.builder("ask")
                                    .arguments(
                                            Map.of(
                                                    "question",
                                                    "Can a social worker be friends with a former client?"))
                                    .build());
            assertThat(result.isError()).isFalse();
            assertThat(((McpSchema.TextContent) result.content().getFirst()).text())
                    .startsWith("On 1 June 2026")
                    .contains("Cite as nasw-2021 1.06(c)", "not legal advice");
            assertThat(((Map<?, ?>) result.structuredContent()).containsKey("decision")).isTrue();
        }
    }

    private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";

    private HttpResponse<String> post(String... headers) throws Exception {
        return send(LIST, headers);
    }

    private HttpResponse<String> send(String body, String... headers) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/mcp"))
                            .headers(
                                    "Content-Type",
                                    "application/json",
                                    "Accept",
                                    "application/json, text/event-stream")
                            .headers(
                                    headers.length > 0
                                            ? headers
                                            : new String[] {"X-Nothing", "more"})
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void a_page_of_another_site_may_not_call() throws Exception {
        assertThat(post("Origin", "https://evil.example").statusCode()).isEqualTo(403);
        assertThat(post("Origin", "http://127.0.0.1:" + port).statusCode()).isEqualTo(200);
        assertThat(post("Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest(name = "{0} gets {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '!',
            textBlock =
                    """
                    {bad                                                      | -32700
                    !!                                                        | -32700
                    []                                                        | -32600
                    null                                                      | -32600
                    5                                                         | -32600
                    {"jsonrpc":"2.0"}                                         | -32600
                    {"jsonrpc":"1.0","id":1,"method":"tools/list"}            | -32600
                    {"jsonrpc":"2.0","id":{},"method":"tools/list"}           | -32600
                    {"jsonrpc":"2.0","id":1,"method":5}                       | -32600
                    {"jsonrpc":"2.0","id":1,"method":"tools/call","params":5} | -32600
                    {"jsonrpc":"2.0","id":1,"result":{}}                      | -32600
                    """)
    void a_body_that_is_no_request_is_answered_in_a_line(String body, int code) throws Exception {
        var answer = send(body);
        assertThat(answer.statusCode()).isEqualTo(400);
        var json = JsonMapper.builder().build().readTree(answer.body());
        assertThat(json.path("jsonrpc").asString()).isEqualTo("2.0");
        assertThat(json.path("id").isNull()).isTrue();
        assertThat(json.path("error").path("code").asInt()).isEqualTo(code);
        assertNoTrace(answer.body());
    }

    @Test
    void what_the_library_refuses_itself_shows_no_trace() throws Exception {
        for (String[] headers :
                new String[][] {{"Accept", "text/plain"}, {"Content-Type", "text/plain"}}) {
            try (var client = HttpClient.newHttpClient()) {
                var answer =
                        client.send(
                                HttpRequest.newBuilder(
                                                URI.create("http://127.0.0.1:" + port + "/mcp"))
                                        .headers(headers)
                                        .POST(HttpRequest.BodyPublishers.ofString(LIST))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).isBetween(400, 499);
                assertThat(answer.body()).contains("\"error\"", "\"jsonrpc\":\"2.0\"");
                assertNoTrace(answer.body());
            }
        }
    }

    private static void assertNoTrace(String body) {
        assertThat(body)
                .hasSizeLessThan(400)
                .doesNotContain("stackTrace", "className", "java.", "Exception", "bad");
    }

    @Test
    void a_tool_that_is_not_there_is_named_if_its_name_is_a_word() throws Exception {
        var named = send(call("no_such_tool", "{}"));
        assertThat(named.body())
                .contains("\"id\":7", "-32602", "no_such_tool", "next_question")
                .doesNotContain("stackTrace");
        var unsafe = send(call("<b>Jane Doe</b>", "{}"));
        assertThat(unsafe.body())
                .contains("\"id\":7", "-32602", "next_question")
                .doesNotContain("Jane", "<b>");
    }

    @Test
    void a_question_that_is_no_text_is_refused() throws Exception {
        assertThat(send(call("ask", "{\"question\":5}")).body())
                .contains("\"isError\":true", "request.parameter.value", "question: no text");
    }

    private static String call(String tool, String arguments) {
        return """
        {"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"%s","arguments":%s}}
        """
                .formatted(tool, arguments);
    }

    @Test
    void arguments_that_are_no_object_are_refused_as_parameters() throws Exception {
        for (String arguments : new String[] {"[]", "5", "\"x\""}) {
            var answer = send(call("ask", arguments));
            assertThat(answer.statusCode()).as(arguments).isEqualTo(200);
            assertThat(answer.body()).contains("\"id\":7", "-32602", "one JSON object");
        }
    }

    @Test
    void an_argument_that_the_tool_does_not_have_is_named() throws Exception {
        assertThat(send(call("show_provision", "{\"citation\":\"NASW 1.06(c)\"}")).body())
                .contains(
                        "\"isError\":true",
                        "request.parameter.unknown",
                        "`citation`",
                        "one of cite")
                .contains("request.parameter.missing");
        assertThat(send(call("ask", "{\"question\":\"x\",\"Jane Doe\":\"y\"}")).body())
                .contains("request.parameter.unknown")
                .doesNotContain("Jane");
        assertThat(send(call("ask", "{\"question\":\"x\",\"as\":\"king\"}")).body())
                .contains("\"isError\":true", "practitioner or client");
    }

    @Test
    void a_caller_that_would_not_take_the_answer_is_told_what_to_accept() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer =
                    client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/mcp"))
                                    .headers("Content-Type", "application/json")
                                    .headers("Accept", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(LIST))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(406);
            assertThat(answer.body()).contains("header Accept", "text/event-stream", "\"id\":1");
        }
    }

    @Test
    void a_case_in_which_nobody_is_bound_is_not_called_settled() throws Exception {
        String bare = "{\"scenario\":{\"act\":\"friendship\",\"party\":\"former-client\"}}";

        assertThat(send(call("next_question", bare)).body())
                .contains("No text of the library binds", "That is not permission", "who is bound")
                .doesNotContain("stop asking", "you can stop");
        assertThat(
                        send(call(
                                        "next_question",
                                        "{\"scenario\":{\"act\":\"friendship\",\"party\":\"former-client\","
                                                + "\"practitioner\":{\"membership\":\"unknown\"}}}"))
                                .body())
                .contains("Ask the user: ");
    }

    @Test
    void days_that_do_not_fit_together_get_no_headline() throws Exception {
        String body =
                send(call(
                                "decide",
                                "{\"scenario\":{\"act\":\"sexual-contact\",\"party\":\"former-client\","
                                        + "\"date\":\"2024-06-01\",\"practitioner\":{\"membership\":[\"nasw\"]},"
                                        + "\"facts\":{\"service-ended\":\"2025-01-01\"}}}"))
                        .body();

        assertThat(body)
                .contains("No answer.", "is after the act (2024-06-01)", "scenario.impossible")
                .doesNotContain("Advised against");
    }
}

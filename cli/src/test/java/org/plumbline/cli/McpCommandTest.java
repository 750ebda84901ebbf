package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// `plumbline mcp` as a process of its own, spoken to by the client of the protocol's own library.
class McpCommandTest {

    private static final ConcurrentLinkedQueue<String> ERRORS = new ConcurrentLinkedQueue<>();
    private static McpSyncClient client;

    private static List<String> command() {
        return List.of(
                "-Dplumbline.codes=" + System.getProperty("plumbline.codes"),
                "-cp",
                System.getProperty("java.class.path"),
                "org.plumbline.cli.Main",
                "mcp");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    @BeforeAll
    static void start() {
        var transport =
                new StdioClientTransport(
                        ServerParameters.builder(java()).args(command()).build(),
                        new JacksonMcpJsonMapper(JsonMapper.builder().build()));
        transport.setStdErrorHandler(ERRORS::add);
        client =
                McpClient.sync(transport)
                        .requestTimeout(Duration.ofMinutes(2))
                        .initializationTimeout(Duration.ofMinutes(2))
                        .build();
        client.initialize();
    }

    @AfterAll
    static void stop() {
        client.closeGracefully();
        assertThat(ERRORS).as("nothing went to the log").isEmpty();
    }

    private static CallToolResult call(String tool, Map<String, Object> arguments) {
        return client.callTool(CallToolRequest.builder(tool).arguments(arguments).build());
    }

    private static String text(CallToolResult result) {
        return ((McpSchema.TextContent) result.content().getFirst()).text();
    }

    private static Map<?, ?> json(CallToolResult result) {
        return (Map<?, ?>) result.structuredContent();
    }

    @Test
    void its_tools_say_how_an_answer_is_passed_on() {
        assertThat(client.getServerInfo().name()).isEqualTo("plumbline");
        assertThat(client.getServerInstructions()).contains("Never shorten it to yes or no");
        List<McpSchema.Tool> tools = client.listTools().tools();
        assertThat(tools)
                .extracting(McpSchema.Tool::name)
                .containsExactly("ask", "decide", "next_question", "compare", "show_provision");
        assertThat(tools).allMatch(t -> t.annotations().readOnlyHint());
        assertThat(tools.subList(0, 2))
                .allSatisfy(t ->
                        assertThat(t.description())
                                .contains(
                                        "headline",
                                        "citation",
                                        "missing facts",
                                        "never a bare yes"));
    }

    @Test
    void ask_gives_headline_citation_and_missing_facts() {
        CallToolResult result =
                call(
                        "ask",
                        Map.of(
                                "question",
                                "Can a social worker be friends with a former client?",
                                "on",
                                "2026-06-01"));
        assertThat(result.isError()).isFalse();
        assertThat(text(result))
                .contains(
                        "Advised against if there is a risk of exploitation",
                        "Cite as nasw-2021 1.06(c)",
                        "Is there a risk of harm to the client?",
                        "Ask the user next:",
                        "Assumed, and to be checked with the user",
                        "not legal advice");
        assertThat(((Map<?, ?>) json(result).get("decision")).get("codes"))
                .isInstanceOf(List.class);
    }

    @Test
    void a_person_in_danger_comes_first() {
        CallToolResult result =
                call("ask", Map.of("question", "My client says she wants to kill herself"));
        assertThat(text(result)).startsWith("No answer").contains("danger", "call");
    }

    @Test
    void decide_gives_the_day_on_which_a_bar_ends() {
        CallToolResult result =
                call(
                        "decide",
                        Map.of(
                                "scenario",
                                Map.of(
                                        "practitioner",
                                        Map.of("membership", List.of("nasw", "aca")),
                                        "act",
                                        "sexual-contact",
                                        "party",
                                        "former-client",
                                        "date",
                                        "2026-06-01",
                                        "facts",
                                        Map.of(
                                                "service-ended",
                                                "2023-05-01",
                                                "last-professional-contact",
                                                "2023-05-01"),
                                        "rest",
                                        "ordinary")));
        assertThat(text(result))
                .contains(
                        "All texts together: prohibited (by aca-2014 A.5.c). Not before 2028-05-02",
                        "Cite as aca-2014 A.5.c");
        assertThat(((Map<?, ?>) json(result).get("together")).get("headline"))
                .isEqualTo(List.of("prohibited"));
    }

    @Test
    void a_wrong_word_is_answered_with_the_nearest() {
        CallToolResult result = call("decide", Map.of("scenario", Map.of("act", "frendship")));
        assertThat(result.isError()).isTrue();
        assertThat(text(result)).startsWith("No answer.").contains("write `friendship`");
        assertThat(json(result).get("code")).isEqualTo("scenario.value.unknown");
    }

    @Test
    void wrong_arguments_are_findings() {
        assertThat(call("ask", Map.of("question", " ")).isError()).isTrue();
        assertThat(call("ask", Map.of("question", "x", "in", "Atlantis")).isError()).isTrue();
        assertThat(call("decide", Map.of()).isError()).isTrue();
        assertThat(call("decide", Map.of("scenario", "text")).isError()).isTrue();
        assertThat(call("compare", Map.of("one", "aca", "other", "nobody", "act", "hug")).isError())
                .isTrue();
        assertThat(call("show_provision", Map.of("cite", "nasw-2021 99")).isError()).isTrue();
        assertThat(
                        call(
                                        "next_question",
                                        Map.of("scenario", Map.of("act", "hug"), "on", "soon"))
                                .isError())
                .isTrue();
    }

    @Test
    void next_question_asks_and_stops() {
        CallToolResult asks =
                call(
                        "next_question",
                        Map.of(
                                "scenario",
                                Map.of(
                                        "practitioner",
                                        Map.of("membership", List.of("nasw")),
                                        "act",
                                        "friendship",
                                        "party",
                                        "former-client",
                                        "date",
                                        "2026-06-01",
                                        "rest",
                                        "ordinary")));
        assertThat(text(asks))
                .contains("Ask the user: Is there a risk", "Write the answer as the fact");
        CallToolResult stops =
                call(
                        "next_question",
                        Map.of(
                                "scenario",
                                Map.of(
                                        "practitioner",
                                        Map.of("membership", List.of("aca")),
                                        "act",
                                        "sexual-contact",
                                        "party",
                                        "current-client",
                                        "date",
                                        "2026-06-01",
                                        "rest",
                                        "ordinary")));
        assertThat(text(stops)).contains("stop asking");
        assertThat(json(stops).get("next")).isNull();
    }

    @Test
    void compare_gives_cases_and_show_provision_a_paraphrase_with_its_source() {
        CallToolResult compared =
                call(
                        "compare",
                        Map.of(
                                "one", "apa",
                                "other", "aca",
                                "act", "sexual-contact",
                                "party", "former-client",
                                "on", "2026-06-01"));
        assertThat(text(compared)).contains("ACA 2014 forbids it (A.5.c)", "not legal advice");
        CallToolResult shown = call("show_provision", Map.of("cite", "NASW 2021 1.06(c)"));
        assertThat(text(shown))
                .contains(
                        "1.06(c)", "In our paraphrase", "Source: ", "We have read this provision");
        assertThat(text(call("show_provision", Map.of("cite", "NASW 1.06(c)"))))
                .contains("names no edition", "nasw-2021, in force from");
    }

    @Test
    void it_ends_when_its_input_ends_and_prints_nothing_but_the_protocol() throws Exception {
        List<String> words = new java.util.ArrayList<>(List.of(java()));
        words.addAll(command());
        Process process = new ProcessBuilder(words).start();
        process.getOutputStream()
                .write(
                        """
                        {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}
                        """
                                .getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        var reader = process.inputReader();
        String answered = reader.readLine();
        process.getOutputStream().close();
        assertThat(answered).startsWith("{\"jsonrpc\":\"2.0\",\"id\":1");
        assertThat(reader.lines().toList()).isEmpty();
        assertThat(process.errorReader().lines().toList()).isEmpty();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}

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
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/mcp"))
                            .headers(
                                    "Content-Type",
                                    "application/json",
                                    "Accept",
                                    "application/json, text/event-stream")
                            .headers(headers)
                            .POST(HttpRequest.BodyPublishers.ofString(LIST))
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
}

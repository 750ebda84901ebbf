package org.plumbline.server.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// Our tools in the terms of the protocol's library.
final class Sdk {

    /// The tools look at their arguments themselves, and say what is wrong in our own words.
    static final JsonSchemaValidator VALIDATOR =
            (_, _) -> JsonSchemaValidator.ValidationResponse.asValid("");

    private Sdk() {}

    static McpJsonMapper json() {
        return new JacksonMcpJsonMapper(JsonMapper.builder().build());
    }

    static McpSchema.Implementation name() {
        return McpSchema.Implementation.builder(
                        "plumbline",
                        Optional.ofNullable(Sdk.class.getPackage().getImplementationVersion())
                                .orElse("not packaged"))
                .build();
    }

    static McpSchema.ServerCapabilities capabilities() {
        return McpSchema.ServerCapabilities.builder().tools(false).build();
    }

    static McpSchema.Tool tool(Tool tool) {
        return McpSchema.Tool.builder(tool.name(), tool.input())
                .title(tool.title())
                .description(tool.description())
                .annotations(
                        McpSchema.ToolAnnotations.builder()
                                .title(tool.title())
                                .readOnlyHint(true)
                                .destructiveHint(false)
                                .idempotentHint(true)
                                .openWorldHint(false)
                                .build())
                .build();
    }

    /// A call answered. What breaks here is told without a word of what was asked.
    static McpSchema.CallToolResult result(Tool tool, McpSchema.CallToolRequest request) {
        Map<String, Object> arguments = request.arguments();
        try {
            Tool.Result result = tool.answer().apply(arguments == null ? Map.of() : arguments);
            return McpSchema.CallToolResult.builder()
                    .addTextContent(result.text())
                    .structuredContent(result.json())
                    .isError(result.failed())
                    .build();
        } catch (RuntimeException broken) {
            return McpSchema.CallToolResult.builder()
                    .addTextContent(
                            "No answer: a promise of the program broke ("
                                    + broken.getClass().getSimpleName()
                                    + "). Say so; do not answer in its place.")
                    .isError(true)
                    .build();
        }
    }
}

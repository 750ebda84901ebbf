package org.plumbline.server.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpError;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes what the protocol's library throws as an error of JSON-RPC 2.0: its code and words of ours.
/// The library would write the exception itself, with its trace and whatever its message quotes.
record PlainErrors(McpJsonMapper json) implements McpJsonMapper {

    @Override
    public String writeValueAsString(Object value) throws IOException {
        return json.writeValueAsString(plain(value));
    }

    @Override
    public byte[] writeValueAsBytes(Object value) throws IOException {
        return json.writeValueAsBytes(plain(value));
    }

    private static Object plain(Object value) {
        if (!(value instanceof McpError error)) {
            return value;
        }
        int code = error.getJsonRpcError() == null ? -32603 : error.getJsonRpcError().code();
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("jsonrpc", "2.0");
        answer.put("id", null);
        answer.put("error", Map.of("code", code, "message", words(code)));
        return answer;
    }

    private static String words(int code) {
        return switch (code) {
            case -32700 -> "The body is no JSON.";
            case -32600 ->
                    "The request is not one that is taken: send JSON-RPC 2.0 as application/json, and"
                            + " accept application/json and text/event-stream.";
            case -32601 -> "There is no such method.";
            case -32602 -> "The parameters are not those of the method.";
            default -> "The request could not be answered.";
        };
    }

    @Override
    public <T> T readValue(String content, Class<T> type) throws IOException {
        return json.readValue(content, type);
    }

    @Override
    public <T> T readValue(byte[] content, Class<T> type) throws IOException {
        return json.readValue(content, type);
    }

    @Override
    public <T> T readValue(String content, TypeRef<T> type) throws IOException {
        return json.readValue(content, type);
    }

    @Override
    public <T> T readValue(byte[] content, TypeRef<T> type) throws IOException {
        return json.readValue(content, type);
    }

    @Override
    public <T> T convertValue(Object from, Class<T> type) {
        return json.convertValue(from, type);
    }

    @Override
    public <T> T convertValue(Object from, TypeRef<T> type) {
        return json.convertValue(from, type);
    }
}

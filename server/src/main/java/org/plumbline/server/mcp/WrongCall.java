package org.plumbline.server.mcp;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is wrong with a call of a tool before it reaches the tool: a name that no tool has, arguments that are
/// no object. The protocol's library would tell of either in its own terms, or by an exception of Java.
/// Nothing of the call is repeated but a tool's name that is a plain word.
final class WrongCall {

    static final int PARAMETERS = -32602;

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private WrongCall() {}

    /// In words; empty where the message is no call that waits for an answer, or one that a tool can take.
    ///
    /// @param tools the names of the tools
    static Optional<String> says(JsonNode message, List<String> tools) {
        if (!message.path("method").asString("").equals("tools/call") || !message.has("id")) {
            return Optional.empty();
        }
        JsonNode name = message.path("params").path("name");
        JsonNode arguments = message.path("params").path("arguments");
        if (!tools.contains(name.isString() ? name.asString() : "")) {
            return Optional.of(unknown(name, tools));
        }
        return arguments.isMissingNode() || arguments.isNull() || arguments.isObject()
                ? Optional.empty()
                : Optional.of("The arguments of a tool are one JSON object, by name.");
    }

    private static String unknown(JsonNode name, List<String> tools) {
        String word = name.isString() ? name.asString() : "";
        return (WORD.matcher(word).matches()
                        ? "There is no tool `" + word + "`."
                        : "There is no tool of that name.")
                + " The tools are: "
                + String.join(", ", tools)
                + ".";
    }

    /// An error of JSON-RPC 2.0.
    ///
    /// @param id of the request, or a null node
    static byte[] error(JsonNode id, int code, String message) {
        var answer = JSON.createObjectNode().put("jsonrpc", "2.0");
        answer.set("id", id);
        answer.set("error", JSON.createObjectNode().put("code", code).put("message", message));
        return JSON.writeValueAsBytes(answer);
    }
}

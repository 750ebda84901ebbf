package org.plumbline.server.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Something that can be asked over HTTP: what it takes, what it gives, and how it is answered.
///
/// @param id a word for tools: `decide`
/// @param path its pattern, braces around what varies
/// @param summary what it does, in a line
/// @param description what else to know; Markdown
/// @param parameters what it takes by name
/// @param content what it takes as a whole body, where it does
/// @param response the name of the schema of its answer
/// @param weighty whether it may take seconds, so that only a few run at once
record Operation(
        String id,
        Method method,
        String path,
        String summary,
        String description,
        List<Parameter> parameters,
        Optional<Content> content,
        String response,
        boolean weighty,
        Function<Call, Reply> answer) {

    enum Method {
        GET,
        POST
    }

    /// A body that is handed on as it came.
    ///
    /// @param schema the name of its schema, where it is JSON or YAML
    /// @param types the media types it may have, the usual one first
    /// @param limit bytes that it may have
    /// @param example one that works
    record Content(Optional<String> schema, List<String> types, int limit, String example) {}

    /// The keys of a JSON body.
    List<Parameter> keys() {
        return parameters.stream().filter(p -> p.in() == Parameter.In.BODY).toList();
    }

    /// The media types of its body; empty where it takes none.
    List<String> types() {
        return content.map(Content::types)
                .orElseGet(() -> keys().isEmpty() ? List.of() : List.of("application/json"));
    }

    /// Bytes that its body may have.
    int limit() {
        return content.map(Content::limit).orElse(16 * 1024);
    }
}

package org.plumbline.server.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.plumbline.core.norm.Library;

/// An operation as a form.
///
/// @param body what the body begins with; empty where the operation takes none as a whole
/// @param types the media types that such a body may have
public record TryView(
        String id,
        String method,
        String path,
        String summary,
        String description,
        List<Field> fields,
        boolean whole,
        String body,
        List<String> types,
        String type) {

    /// A parameter as a field.
    ///
    /// @param choices what may be chosen; empty for free words
    /// @param flag whether it is ticked or not
    public record Field(
            String name,
            String says,
            boolean required,
            boolean flag,
            List<String> choices,
            String value) {}

    /// The form with what was sent, or with the examples where nothing was.
    static TryView of(Operation operation, Library library, Map<String, String> sent) {
        List<Field> fields =
                operation.parameters().stream()
                        .map(p ->
                                field(
                                        p,
                                        library,
                                        sent.isEmpty()
                                                ? p.example()
                                                : sent.getOrDefault(p.name(), "")))
                        .toList();
        String example = operation.content().map(Operation.Content::example).orElse("");
        return new TryView(
                operation.id(),
                operation.method().name(),
                operation.path(),
                operation.summary(),
                operation.description().replace("`", ""),
                fields,
                operation.content().isPresent(),
                sent.isEmpty() ? example : sent.getOrDefault("body", ""),
                operation.content().map(Operation.Content::types).orElse(List.of()),
                sent.getOrDefault("body-type", ""));
    }

    private static Field field(Parameter parameter, Library library, String value) {
        Object choices =
                parameter.many() ? List.of() : parameter.kind().schema(library).get("enum");
        return new Field(
                parameter.name(),
                parameter.says() + (parameter.many() ? "; several with commas between" : ""),
                parameter.required(),
                parameter.kind() == Parameter.Kind.FLAG,
                choices instanceof List<?> list && !list.isEmpty()
                        ? Stream.concat(Stream.of(""), list.stream().map(String::valueOf)).toList()
                        : List.of(),
                value);
    }
}

package org.plumbline.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.Span;

/// Turns mappings, lists and words into nodes, so that what was not read from a file goes through
/// the same reader as what was.
public final class Nodes {

    private Nodes() {}

    /// The tree of a value.
    ///
    /// @param source how findings name where it came from
    public static Node of(Object value, String source) {
        Span span = Span.of(source);
        return switch (value) {
            case Map<?, ?> map -> {
                List<Node.Entry> entries = new ArrayList<>();
                map.forEach((key, inner) ->
                        entries.add(
                                new Node.Entry(
                                        new Node.Scalar(String.valueOf(key), false, span),
                                        of(inner, source))));
                yield new Node.Mapping(entries, span);
            }
            case List<?> list ->
                    new Node.Sequence(list.stream().map(v -> of(v, source)).toList(), span);
            default -> new Node.Scalar(String.valueOf(value), false, span);
        };
    }
}

package org.plumbline.core.load;

import java.util.List;
import java.util.Optional;

/// A piece of a YAML or JSON document, with its place. The only form in which files are read.
public sealed interface Node {

    /// Where the node stands.
    Span span();

    /// The node as it would be written on one line.
    default String flow() {
        return switch (this) {
            case Scalar scalar -> scalar.quoted() ? "\"" + scalar.text() + "\"" : scalar.text();
            case Sequence(var items, _) ->
                    "[" + String.join(", ", items.stream().map(Node::flow).toList()) + "]";
            case Mapping(var entries, _) ->
                    "{"
                            + String.join(
                                    ", ",
                                    entries.stream()
                                            .map(e -> e.key().flow() + ": " + e.value().flow())
                                            .toList())
                            + "}";
        };
    }

    /// A word, number or date, exactly as written.
    ///
    /// @param text the characters, without quotes
    /// @param quoted whether the writer put it in quotes
    record Scalar(String text, boolean quoted, Span span) implements Node {}

    /// A list.
    record Sequence(List<Node> items, Span span) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /// A mapping, in the order written; no key stands twice.
    record Mapping(List<Entry> entries, Span span) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }

        /// The value under a key, if the key is there.
        public Optional<Node> get(String key) {
            for (Entry entry : entries) {
                if (entry.key().text().equals(key)) {
                    return Optional.of(entry.value());
                }
            }
            return Optional.empty();
        }

        /// The word under a key, or the words of a list there; none where there is something else, or nothing.
        public List<Scalar> words(String key) {
            return switch (get(key).orElse(null)) {
                case Scalar word -> List.of(word);
                case Sequence list ->
                        list.items().stream()
                                .filter(Scalar.class::isInstance)
                                .map(Scalar.class::cast)
                                .toList();
                case null, default -> List.of();
            };
        }

        /// The entry under a key, when the place of the key itself matters.
        public Optional<Entry> entry(String key) {
            for (Entry entry : entries) {
                if (entry.key().text().equals(key)) {
                    return Optional.of(entry);
                }
            }
            return Optional.empty();
        }
    }

    /// One key of a mapping with its value.
    record Entry(Scalar key, Node value) {}
}

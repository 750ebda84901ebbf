package org.plumbline.core.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Orders of two events that a norm asks after and for which the vocabulary has no fact.
///
/// Days are often not known while their order is, so an order is asked after through a yes-no fact
/// that says the same. Where none was written, one is made of the phrases of the two events
/// (`last-session-before-tie-began`), with a warning, so that it can be asked after and answered.
final class UnnamedOrders {

    /// @param earlier the event that is first
    /// @param later the other
    private record Order(String earlier, String later) {
        String fact() {
            return earlier + "-before-" + later;
        }
    }

    private UnnamedOrders() {}

    /// The vocabulary with a fact for every order that an edition asks after.
    ///
    /// @param vocabulary the tree of the vocabulary
    /// @param trees the files of the library; those that are no editions are passed over
    static Node named(Node vocabulary, Collection<Node> trees, Findings findings) {
        if (!(vocabulary instanceof Node.Mapping file)
                || !(file.get("events").orElse(null) instanceof Node.Mapping events)) {
            return vocabulary;
        }
        Map<Order, Node.Scalar> asked = new LinkedHashMap<>();
        for (Node tree : trees) {
            if (LibraryReader.isEdition(tree)) {
                orders(tree, asked);
            }
        }
        Map<Order, Node.Scalar> known = new LinkedHashMap<>();
        file.get("constraints").ifPresent(constraints -> orders(constraints, known));
        asked.keySet().removeAll(known.keySet());
        asked.keySet()
                .removeIf(order ->
                        phrase(events, order.earlier()).isEmpty()
                                || phrase(events, order.later()).isEmpty());
        if (asked.isEmpty()) {
            return vocabulary;
        }
        List<Node.Entry> facts = new ArrayList<>();
        if (file.get("circumstances").orElse(null) instanceof Node.Mapping(var written, _)) {
            facts.addAll(written);
        }
        List<Node> constraints = new ArrayList<>();
        if (file.get("constraints").orElse(null) instanceof Node.Sequence(var written, _)) {
            constraints.addAll(written);
        }
        asked.forEach((order, at) -> {
            findings.warning(
                    "condition.before.no-fact",
                    at.span(),
                    "the order of `%s` and `%s` has no fact that stands for it; `%s` is made for it"
                            .formatted(order.earlier(), order.later(), order.fact()),
                    "an order that a `same` constraint of vocabulary.yaml names",
                    "add a yes-no fact and {same: [that-fact, {before: [%s, %s]}]}"
                            .formatted(order.earlier(), order.later()));
            Span span = at.span();
            String earlier = phrase(events, order.earlier()).orElseThrow();
            String later = phrase(events, order.later()).orElseThrow();
            facts.add(
                    new Node.Entry(
                            word(order.fact(), span),
                            new Node.Mapping(
                                    List.of(
                                            phrase("is", earlier + " came before " + later, span),
                                            phrase(
                                                    "is-not",
                                                    earlier + " did not come before " + later,
                                                    span)),
                                    span)));
            var before =
                    new Node.Mapping(
                            List.of(
                                    new Node.Entry(
                                            word("before", span),
                                            new Node.Sequence(
                                                    List.of(
                                                            word(order.earlier(), span),
                                                            word(order.later(), span)),
                                                    span))),
                            span);
            constraints.add(
                    new Node.Mapping(
                            List.of(
                                    new Node.Entry(
                                            word("same", span),
                                            new Node.Sequence(
                                                    List.of(word(order.fact(), span), before),
                                                    span))),
                            span));
        });
        return with(
                with(file, "circumstances", new Node.Mapping(facts, file.span())),
                "constraints",
                new Node.Sequence(constraints, file.span()));
    }

    private static void orders(Node node, Map<Order, Node.Scalar> into) {
        switch (node) {
            case Node.Scalar _ -> {}
            case Node.Sequence(var items, _) -> items.forEach(item -> orders(item, into));
            case Node.Mapping(var entries, _) -> {
                for (Node.Entry entry : entries) {
                    if (entry.key().text().equals("before")
                            && entry.value() instanceof Node.Sequence(var two, _)
                            && two.size() == 2
                            && two.get(0) instanceof Node.Scalar earlier
                            && two.get(1) instanceof Node.Scalar later) {
                        into.putIfAbsent(new Order(earlier.text(), later.text()), entry.key());
                    } else {
                        orders(entry.value(), into);
                    }
                }
            }
        }
    }

    private static Optional<String> phrase(Node.Mapping events, String event) {
        return events.get(event).map(n -> n instanceof Node.Scalar scalar ? scalar.text() : null);
    }

    private static Node.Scalar word(String text, Span span) {
        return new Node.Scalar(text, false, span);
    }

    private static Node.Entry phrase(String key, String text, Span span) {
        return new Node.Entry(word(key, span), word(text, span));
    }

    /// The vocabulary with one section put in, or in place of the one it has.
    private static Node.Mapping with(Node.Mapping file, String section, Node value) {
        List<Node.Entry> all = new ArrayList<>();
        boolean found = false;
        for (Node.Entry entry : file.entries()) {
            boolean here = entry.key().text().equals(section);
            found |= here;
            all.add(here ? new Node.Entry(entry.key(), value) : entry);
        }
        if (!found) {
            all.add(new Node.Entry(word(section, file.span()), value));
        }
        return new Node.Mapping(all, file.span());
    }
}

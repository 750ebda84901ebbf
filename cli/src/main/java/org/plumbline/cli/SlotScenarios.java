package org.plumbline.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.ScenarioReader;
import org.plumbline.core.load.Span;
import org.plumbline.core.scenario.Scenario;

/// Reads scenarios that are given as the slots of a question, with further facts beside them.
///
/// What each slot means stands in `codes/slots.yaml`; this only puts the pieces together.
record SlotScenarios(Shelf.Open open, Node.Mapping slots) {

    private static final String TIME = "time_since_end";
    private static final String NAMES = "jurisdiction_or_code";

    /// @param item `{id, facts}`, the facts being slots and flags with underscores
    static Loaded<Scenario> read(
            Shelf.Open open, Node.Mapping item, ScenarioReader.Defaults defaults) {
        Optional<Node> meaning = open.tree(LibraryReader.SLOTS);
        if (meaning.isEmpty() || !(meaning.get() instanceof Node.Mapping slots)) {
            return Loaded.unsound(
                    Finding.error(
                            "library.slots.missing",
                            Span.of(LibraryReader.SLOTS),
                            "the library has no `slots.yaml`",
                            "what slots mean, at the top of the library",
                            "name a library that has it, or leave `--slots` out"));
        }
        Optional<Node> facts = item.get("facts");
        if (facts.isEmpty() || !(facts.get() instanceof Node.Mapping given)) {
            return Loaded.unsound(
                    Finding.error(
                            "slots.missing",
                            item.span(),
                            "no `facts` with slots",
                            "`facts:` with `act`, `party` … as the question reader names them",
                            "add `facts:`, or leave `--slots` out"));
        }
        return new SlotScenarios(open, slots).scenario(given, defaults);
    }

    private Loaded<Scenario> scenario(Node.Mapping given, ScenarioReader.Defaults defaults) {
        List<Node.Entry> entries = new ArrayList<>();
        Map<String, Node> practitioner = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Node.Entry slot : given.entries()) {
            if (!(slot.value() instanceof Node.Scalar value) || says(value)) {
                piece(slot, defaults.asOf().last(), findings)
                        .ifPresent(piece -> add(piece, entries, practitioner));
            }
        }
        if (!findings.isEmpty()) {
            return new Loaded.Unsound<>(findings);
        }
        if (entries.stream().noneMatch(e -> e.key().text().equals("act"))) {
            return Loaded.unsound(
                    Finding.error(
                            "slots.act",
                            given.span(),
                            "slots that name no act known here",
                            "an `act` with a meaning in slots.yaml",
                            "give the scenario itself, or add a meaning"));
        }
        entries.add(entry("practitioner", mapping(practitioner, given.span()), given.span()));
        entries.add(entry("rest", new Node.Scalar("ordinary", false, given.span()), given.span()));
        return ScenarioReader.read(
                open.library(),
                new Node.Mapping(entries, given.span()),
                new ScenarioReader.Defaults(defaults.asOf(), false));
    }

    private boolean says(Node.Scalar value) {
        return slots.get("silent")
                .map(n ->
                        ((Node.Sequence) n)
                                .items().stream()
                                        .noneMatch(
                                                i -> ((Node.Scalar) i).text().equals(value.text())))
                .orElse(true);
    }

    private static void add(
            Node.Mapping piece, List<Node.Entry> entries, Map<String, Node> practitioner) {
        for (Node.Entry entry : piece.entries()) {
            if (entry.key().text().equals("practitioner")
                    && entry.value() instanceof Node.Mapping about) {
                about.entries().forEach(e -> practitioner.putIfAbsent(e.key().text(), e.value()));
            } else {
                entries.removeIf(e -> e.key().text().equals(entry.key().text()));
                entries.add(entry);
            }
        }
    }

    /// What one slot adds.
    private Optional<Node.Mapping> piece(Node.Entry slot, LocalDate asOf, List<Finding> findings) {
        String name = slot.key().text();
        String value = slot.value() instanceof Node.Scalar s ? s.text() : "";
        if (name.equals(TIME)) {
            return since(slot, value, asOf, findings);
        }
        if (name.equals(NAMES)) {
            return named(value, slot.key().span());
        }
        Optional<Node.Mapping> values = section("values").flatMap(v -> mappingAt(v, name));
        if (values.isPresent()) {
            return mappingAt(values.get(), value);
        }
        String fact = name.replace('_', '-');
        if (open.library().vocabulary().fact(fact).isPresent()) {
            return Optional.of(
                    new Node.Mapping(
                            List.of(entry(fact, slot.value(), slot.key().span())),
                            slot.key().span()));
        }
        Set<String> known = new TreeSet<>();
        section("values").ifPresent(v -> v.entries().forEach(e -> known.add(e.key().text())));
        findings.add(
                Finding.error(
                        "slots.unknown",
                        slot.key().span(),
                        "unknown slot `" + name + "`",
                        "one of " + String.join(", ", known) + ", or the name of a fact",
                        "correct the word, or say in slots.yaml what it means"));
        return Optional.empty();
    }

    private Optional<Node.Mapping> since(
            Node.Entry slot, String value, LocalDate asOf, List<Finding> findings) {
        try {
            LocalDate ended = asOf.minus(Period.parse(value));
            Span span = slot.key().span();
            return Optional.of(
                    new Node.Mapping(
                            List.of(
                                    entry(
                                            "service-ended",
                                            new Node.Scalar(ended.toString(), false, span),
                                            span)),
                            span));
        } catch (DateTimeException _) {
            findings.add(
                    Finding.error(
                            "slots.period",
                            slot.value().span(),
                            "`" + value + "` is not a length of time",
                            "an ISO period such as P2Y or P18M",
                            "write it so"));
            return Optional.empty();
        }
    }

    /// A code by its name, or a place by its own.
    private Optional<Node.Mapping> named(String value, Span span) {
        Optional<Node.Mapping> code =
                section("names")
                        .flatMap(names ->
                                names.entries().stream()
                                        .filter(e ->
                                                value.toUpperCase(java.util.Locale.ROOT)
                                                        .startsWith(e.key().text()))
                                        .findFirst())
                        .map(e -> (Node.Mapping) e.value());
        return code.or(() ->
                open.library().places().entrySet().stream()
                        .filter(p ->
                                p.getValue().equalsIgnoreCase(value)
                                        || p.getKey().equalsIgnoreCase(value))
                        .findFirst()
                        .map(p ->
                                new Node.Mapping(
                                        List.of(
                                                entry(
                                                        "practitioner",
                                                        mapping(
                                                                Map.of(
                                                                        "jurisdiction",
                                                                        new Node.Scalar(
                                                                                p.getKey(),
                                                                                false,
                                                                                span)),
                                                                span),
                                                        span)),
                                        span)));
    }

    private Optional<Node.Mapping> section(String name) {
        return mappingAt(slots, name);
    }

    private static Optional<Node.Mapping> mappingAt(Node.Mapping mapping, String key) {
        return mapping.get(key)
                .filter(Node.Mapping.class::isInstance)
                .map(Node.Mapping.class::cast);
    }

    private static Node.Mapping mapping(Map<String, Node> values, Span span) {
        List<Node.Entry> entries = new ArrayList<>();
        values.forEach((key, value) -> entries.add(entry(key, value, span)));
        return new Node.Mapping(entries, span);
    }

    private static Node.Entry entry(String key, Node value, Span span) {
        return new Node.Entry(new Node.Scalar(key, false, span), value);
    }
}

package org.plumbline.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.ScenarioReader;
import org.plumbline.core.load.Span;
import org.plumbline.core.load.YamlFile;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

/// Decides scenarios that somebody wrote down: what `plumbline decide` does with one item.
///
/// @param editions the editions to decide under; none: every one that binds or may bind
/// @param drafts with editions that hold nothing known better than from memory
public record Deciding(Decider decider, List<Edition> editions, boolean drafts) {

    /// One scenario of an input, or what is wrong with it.
    public record Item(Optional<String> id, Loaded<Scenario> scenario) {}

    /// How an input is written.
    ///
    /// @param asOf the day of the act where the item gives none
    /// @param dated whether that day was given, so that no code named may move it
    /// @param slots whether items are `{id, facts, codes}`, the facts being slots and flags
    public record Form(Known.Range asOf, boolean dated, boolean slots) {}

    /// The scenarios of an input in YAML, JSON or JSON Lines. A line that cannot be read is an item that
    /// is no scenario, so that each line has its answer.
    ///
    /// @param name how findings call the input
    public static Loaded<List<Node>> nodes(byte[] content, String name) {
        Optional<List<String>> lines = JsonLines.of(content);
        if (lines.isPresent()) {
            return Loaded.sound(eachLine(lines.get(), name));
        }
        return switch (YamlFile.parse(content, name)) {
            case Loaded.Unsound<Node>(var findings) -> new Loaded.Unsound<>(findings);
            case Loaded.Sound<Node>(var root, _) -> {
                List<Node> items = items(root);
                yield items.isEmpty()
                        ? Loaded.unsound(
                                Finding.error(
                                        "file.empty",
                                        root.span(),
                                        "the list of cases is empty",
                                        "at least one scenario",
                                        "write a case, or take the file away"))
                        : Loaded.sound(items);
            }
        };
    }

    private static List<Node> eachLine(List<String> lines, String name) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String place = name + ":" + (i + 1);
            switch (YamlFile.parse(lines.get(i), place)) {
                case Loaded.Sound<Node>(var node, _) -> nodes.add(node);
                case Loaded.Unsound<Node>(var findings) ->
                        nodes.add(new Node.Scalar("", false, findings.getFirst().span()));
            }
        }
        return nodes;
    }

    /// The items of a document: a list, the `cases:` of a case file, or the document itself.
    public static List<Node> items(Node root) {
        if (root instanceof Node.Sequence list) {
            return list.items();
        }
        if (root instanceof Node.Mapping mapping
                && mapping.get("cases").isPresent()
                && mapping.get("cases").get() instanceof Node.Sequence cases) {
            return cases.items();
        }
        return List.of(root);
    }

    /// An item read: `{id?, scenario}`, the bare scenario, or slots.
    public static Item item(Shelf.Open open, Node node, Form form) {
        if (!(node instanceof Node.Mapping mapping)) {
            return new Item(
                    Optional.empty(),
                    Loaded.unsound(
                            Finding.error(
                                    "scenario.shape",
                                    node.span(),
                                    "this is not a scenario",
                                    "a mapping of facts",
                                    "write `act:`, `party:`, `date:` … as keys")));
        }
        Optional<String> id =
                mapping.get("id")
                        .filter(Node.Scalar.class::isInstance)
                        .map(n -> ((Node.Scalar) n).text());
        if (form.slots()) {
            return new Item(id, SlotScenarios.read(open, mapping, form.asOf(), form.dated()));
        }
        Node scenario = mapping.get("scenario").orElseGet(() -> withoutId(mapping));
        return new Item(
                id,
                ScenarioReader.read(
                        open.library(), scenario, new ScenarioReader.Defaults(form.asOf(), true)));
    }

    /// A mapping without the key by which its answer is known again.
    public static Node withoutId(Node.Mapping mapping) {
        return new Node.Mapping(
                mapping.entries().stream().filter(e -> !e.key().text().equals("id")).toList(),
                mapping.span());
    }

    /// The decision of a sound scenario.
    public Decision decide(Scenario scenario) {
        return editions.isEmpty()
                ? decider.decide(scenario, drafts)
                : decider.decide(scenario, editions);
    }

    /// The decision of an item, or what is wrong with it.
    public Loaded<Decision> decide(Item item) {
        return switch (item.scenario()) {
            case Loaded.Unsound<Scenario>(var findings) -> new Loaded.Unsound<>(findings);
            case Loaded.Sound<Scenario>(var scenario, var warnings) -> {
                try {
                    yield new Loaded.Sound<>(decide(scenario), warnings);
                } catch (IllegalArgumentException e) {
                    yield Loaded.unsound(
                            Finding.error(
                                    "scenario.impossible",
                                    Span.of("scenario"),
                                    String.valueOf(e.getMessage()),
                                    "facts that can be true together",
                                    "check the dates and the facts against one another"));
                }
            }
        };
    }

    /// The JSON of a decision made here.
    public Map<String, @Nullable Object> json(Decision decision, Optional<String> id) {
        return new DecisionJson(decider, this::decide).of(decision, id);
    }

    /// The JSON of one of several items: its decision with what it was warned of, or its findings.
    public Map<String, @Nullable Object> line(Item item, Loaded<Decision> decided) {
        return switch (decided) {
            case Loaded.Unsound<Decision>(var findings) -> {
                Map<String, @Nullable Object> line = new LinkedHashMap<>();
                item.id().ifPresent(i -> line.put("id", i));
                line.put("findings", FindingJson.of(findings));
                yield line;
            }
            case Loaded.Sound<Decision>(var decision, var warnings) -> {
                Map<String, @Nullable Object> line = json(decision, item.id());
                if (!warnings.isEmpty()) {
                    line.put("findings", FindingJson.of(warnings));
                }
                yield line;
            }
        };
    }
}

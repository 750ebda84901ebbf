package org.plumbline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Scenario;

/// `plumbline decide`: scenarios in, decisions out.
final class DecideCommand extends Command {

    DecideCommand() {
        super(
                "decide",
                "Decide scenarios under the editions named, or under every one that binds.");
        words("FILE", "0..1", "YAML, JSON or JSON Lines with scenarios; standard input if absent.");
        options("--edition", "ID", "An edition to decide under; may be given several times.");
        option("--on", "DATE", "The day of the act where the input gives none (default: today).");
        flag(
                "--slots",
                "Read {id, facts, codes}, the facts being slots as the question reader names them"
                        + " and flags, the codes names of editions.");
        flag("--drafts", "With editions that hold nothing known better than from memory.");
        flag(
                "--why",
                "Say of each norm on the act that does not apply what kept it from applying.");
        flag("--json", "Print JSON.");
    }

    /// One scenario of the input, or what is wrong with it.
    private record Item(Optional<String> id, Loaded<Scenario> scenario) {}

    @Override
    public Integer call() {
        return withLibrary(this::decide);
    }

    private int decide(Shelf.Open open) {
        Library library = open.library();
        List<Edition> editions = new ArrayList<>();
        for (String id : values("--edition")) {
            editions.add(
                    library.edition(id)
                            .orElseThrow(() ->
                                    usage(
                                            "no edition `%s`; `plumbline codes` lists them"
                                                    .formatted(id))));
        }
        return switch (nodes()) {
            case Loaded.Unsound<List<Node>>(var findings) -> refuse(findings);
            case Loaded.Sound<List<Node>>(var nodes, _) -> {
                List<Item> items = new ArrayList<>();
                for (Node node : nodes) {
                    items.add(item(open, node));
                }
                yield items.size() == 1
                        ? one(new Decider(library), items.getFirst(), editions)
                        : many(new Decider(library), items, editions);
            }
        };
    }

    private int refuse(List<Finding> findings) {
        if (given("--json")) {
            console().out().println(Json.document(Map.of("findings", Findings.json(findings))));
        }
        return report(findings);
    }

    // ── Input ───────────────────────────────────────────────────────────────────────────────

    private Loaded<List<Node>> nodes() {
        String name = file().map(Path::toString).orElse("standard input");
        Loaded<byte[]> bytes = bytes(name);
        if (bytes instanceof Loaded.Unsound<byte[]>(var findings)) {
            return new Loaded.Unsound<>(findings);
        }
        byte[] content = ((Loaded.Sound<byte[]>) bytes).value();
        Optional<List<String>> lines = JsonLines.of(content);
        if (lines.isPresent()) {
            return eachLine(lines.get(), name);
        }
        return switch (YamlFile.parse(content, name)) {
            case Loaded.Unsound<Node>(var findings) -> new Loaded.Unsound<>(findings);
            case Loaded.Sound<Node>(var root, _) -> items(root);
        };
    }

    private Loaded<byte[]> bytes(String name) {
        Optional<Path> file = file();
        if (file.isPresent() && !JsonLines.isNamedSo(file.get())) {
            return YamlFile.bytes(file.get(), name);
        }
        if (file.isPresent() && !Files.isRegularFile(file.get())) {
            return YamlFile.bytes(file.get(), name);
        }
        try {
            if (file.isPresent()) {
                return Loaded.sound(Files.readAllBytes(file.get()));
            }
            return Loaded.sound(System.in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    private static Loaded<List<Node>> eachLine(List<String> lines, String name) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String place = name + ":" + (i + 1);
            switch (YamlFile.parse(lines.get(i), place)) {
                case Loaded.Sound<Node>(var node, _) -> nodes.add(node);
                case Loaded.Unsound<Node>(var findings) ->
                        nodes.add(new Node.Scalar("", false, findings.getFirst().span()));
            }
        }
        return Loaded.sound(nodes);
    }

    private static Loaded<List<Node>> items(Node root) {
        if (root instanceof Node.Sequence list) {
            return Loaded.sound(list.items());
        }
        if (root instanceof Node.Mapping mapping
                && mapping.get("cases").isPresent()
                && mapping.get("cases").get() instanceof Node.Sequence cases) {
            return Loaded.sound(cases.items());
        }
        return Loaded.sound(List.of(root));
    }

    private Item item(Shelf.Open open, Node node) {
        if (!(node instanceof Node.Mapping mapping)) {
            Span span = node.span();
            return new Item(
                    Optional.empty(),
                    Loaded.unsound(
                            Finding.error(
                                    "scenario.shape",
                                    span,
                                    "this is not a scenario",
                                    "a mapping of facts",
                                    "write `act:`, `party:`, `date:` … as keys")));
        }
        Optional<String> id =
                mapping.get("id")
                        .filter(Node.Scalar.class::isInstance)
                        .map(n -> ((Node.Scalar) n).text());
        var defaults = new ScenarioReader.Defaults(on("--on"), true);
        if (given("--slots")) {
            boolean dated = value("--on").isPresent();
            return new Item(id, SlotScenarios.read(open, mapping, defaults.asOf(), dated));
        }
        Node scenario = mapping.get("scenario").orElseGet(() -> withoutId(mapping));
        return new Item(id, ScenarioReader.read(open.library(), scenario, defaults));
    }

    static Node withoutId(Node.Mapping mapping) {
        return new Node.Mapping(
                mapping.entries().stream().filter(e -> !e.key().text().equals("id")).toList(),
                mapping.span());
    }

    // ── Output ──────────────────────────────────────────────────────────────────────────────

    private Decision decision(Decider decider, Scenario scenario, List<Edition> editions) {
        return editions.isEmpty()
                ? decider.decide(scenario, given("--drafts"))
                : decider.decide(scenario, editions);
    }

    private Loaded<Decision> decided(Decider decider, Item item, List<Edition> editions) {
        return switch (item.scenario()) {
            case Loaded.Unsound<Scenario>(var findings) -> new Loaded.Unsound<>(findings);
            case Loaded.Sound<Scenario>(var scenario, var warnings) -> {
                try {
                    yield new Loaded.Sound<>(decision(decider, scenario, editions), warnings);
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

    private int one(Decider decider, Item item, List<Edition> editions) {
        return switch (decided(decider, item, editions)) {
            case Loaded.Unsound<Decision>(var findings) -> refuse(findings);
            case Loaded.Sound<Decision>(var decision, var warnings) -> {
                report(warnings);
                if (given("--json")) {
                    console()
                            .out()
                            .println(
                                    Json.document(
                                            new DecisionJson(
                                                            decider,
                                                            changed ->
                                                                    decision(
                                                                            decider, changed,
                                                                            editions))
                                                    .of(decision, item.id())));
                } else {
                    new AnswerPage(
                                    decider,
                                    console(),
                                    given("--why"),
                                    changed -> decision(decider, changed, editions))
                            .print(decision);
                }
                yield ANSWERED;
            }
        };
    }

    private int many(Decider decider, List<Item> items, List<Edition> editions) {
        int status = ANSWERED;
        for (Item item : items) {
            switch (decided(decider, item, editions)) {
                case Loaded.Unsound<Decision>(var findings) -> {
                    status = FINDINGS;
                    Map<String, @Nullable Object> line = new LinkedHashMap<>();
                    item.id().ifPresent(i -> line.put("id", i));
                    line.put("findings", Findings.json(findings));
                    console().out().println(Json.line(line));
                    report(findings);
                }
                case Loaded.Sound<Decision>(var decision, var warnings) -> {
                    report(warnings);
                    Map<String, @Nullable Object> line =
                            new DecisionJson(
                                            decider,
                                            changed -> decision(decider, changed, editions))
                                    .of(decision, item.id());
                    if (!warnings.isEmpty()) {
                        line.put("findings", Findings.json(warnings));
                    }
                    console().out().println(Json.line(line));
                }
            }
        }
        console().out().flush();
        return status;
    }
}

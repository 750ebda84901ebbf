package org.plumbline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.answer.Deciding;
import org.plumbline.answer.FindingJson;
import org.plumbline.answer.Json;
import org.plumbline.answer.JsonLines;
import org.plumbline.answer.Shelf;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.YamlFile;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;

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
                var form =
                        new Deciding.Form(on("--on"), value("--on").isPresent(), given("--slots"));
                List<Deciding.Item> items =
                        nodes.stream().map(n -> Deciding.item(open, n, form)).toList();
                var deciding = new Deciding(new Decider(library), editions, given("--drafts"));
                yield items.size() == 1 ? one(deciding, items.getFirst()) : many(deciding, items);
            }
        };
    }

    private int refuse(List<Finding> findings) {
        if (given("--json")) {
            console().out().println(Json.document(Map.of("findings", FindingJson.of(findings))));
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
        return Deciding.nodes(content, name);
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

    // ── Output ──────────────────────────────────────────────────────────────────────────────

    private int one(Deciding deciding, Deciding.Item item) {
        return switch (deciding.decide(item)) {
            case Loaded.Unsound<Decision>(var findings) -> refuse(findings);
            case Loaded.Sound<Decision>(var decision, var warnings) -> {
                report(warnings);
                if (given("--json")) {
                    var decided = new Loaded.Sound<>(decision, warnings);
                    console().out().println(Json.document(deciding.line(item, decided)));
                } else {
                    new AnswerPage(deciding.decider(), console(), given("--why"), deciding::decide)
                            .print(decision);
                }
                yield ANSWERED;
            }
        };
    }

    private int many(Deciding deciding, List<Deciding.Item> items) {
        int status = ANSWERED;
        for (Deciding.Item item : items) {
            Loaded<Decision> decided = deciding.decide(item);
            if (decided instanceof Loaded.Unsound<Decision>) {
                status = FINDINGS;
            }
            console().out().println(Json.line(deciding.line(item, decided)));
            report(decided.allFindings());
        }
        console().out().flush();
        return status;
    }
}

package org.plumbline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.plumbline.answer.Json;
import org.plumbline.answer.Shelf;
import org.plumbline.bulk.Audit;
import org.plumbline.bulk.AuditSummary;
import org.plumbline.bulk.CompiledLibrary;
import org.plumbline.bulk.Filter;
import org.plumbline.bulk.Headings;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.Span;
import org.plumbline.core.load.YamlFile;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.InForce;
import org.plumbline.core.norm.Library;

/// `plumbline audit`: the decisions of a whole caseload.
final class AuditCommand extends Command {

    AuditCommand() {
        super("audit", "Decide every row of a caseload: CSV in; CSV or JSON Lines out.");
        words("FILE", "1", "A CSV file, a folder of them, or a pattern such as 'cases/*.csv'.");
        option("--out", "FILE", "Where to write: CSV, or JSON Lines if it ends in .jsonl.");
        flag("--columns", "Propose a mapping of the file's columns to our words, and stop.");
        option("--mapping", "FILE", "What the columns hold, as --columns writes it.");
        options("--edition", "ID", "An edition to decide under; otherwise whatever binds.");
        option(
                "--against",
                "ID",
                "Keep only rows of which this edition, taken as if in force, says something else"
                        + " than the one --edition.");
        options(
                "--where",
                "WHAT",
                "Keep rows: 'provision aca-2014 A.5.c', 'headline prohibited', 'missing FACT',"
                        + " 'duty ID'.");
        option("--at-least", "HEADLINE", "Keep rows whose joined headline may be as strict.");
        option("--on", "DATE", "The day of the act where a row has none (default: today).");
        flag("--ordinary", "Take what a row does not say as ordinary; judgements stay open.");
        flag("--json", "Print the summary as JSON.");
    }

    @Override
    public Integer call() {
        return withLibrary(this::audit);
    }

    private int audit(Shelf.Open open) {
        Library library = open.library();
        List<Path> files = files(words().getFirst());
        if (given("--columns")) {
            return columns(library, files.getFirst());
        }
        Path out = Path.of(value("--out").orElseThrow(() -> usage("--out FILE is missing")));
        List<Finding> findings = new ArrayList<>();
        SequencedMap<String, String> mapping = mapping(findings);
        if (!findings.isEmpty()) {
            return report(findings);
        }
        List<Edition> editions =
                values("--edition").stream().map(id -> edition(library, id)).toList();
        Optional<CompiledLibrary> earlier =
                value("--against").map(id -> against(library, editions, edition(library, id)));
        CompiledLibrary compiled =
                editions.isEmpty()
                        ? CompiledLibrary.of(library)
                        : CompiledLibrary.of(library, editions);
        Path side = out.resolveSibling(out.getFileName() + ".findings.csv");
        var order =
                new Audit.Order(
                        files,
                        mapping,
                        on("--on"),
                        given("--ordinary"),
                        filters(library),
                        out,
                        side);
        long begun = System.nanoTime();
        AuditSummary summary =
                new Audit(compiled, earlier, order).run(rows -> progress(rows, begun), findings);
        if (given("--json")) {
            console().out().println(Json.document(json(summary, order)));
        } else {
            tell(summary, order);
        }
        report(findings);
        return summary.complete() ? ANSWERED : FINDINGS;
    }

    private void progress(long rows, long begun) {
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (console().terminal() && seconds > 1) {
            console().err().printf("\r%,d rows, %,.0f a second ", rows, rows / seconds);
            console().err().flush();
        }
    }

    // ── What was asked ──────────────────────────────────────────────────────────────────────

    private Edition edition(Library library, String id) {
        return library.edition(id)
                .orElseThrow(
                        () -> usage("no edition `%s`; `plumbline codes` lists them".formatted(id)));
    }

    private CompiledLibrary against(Library library, List<Edition> editions, Edition before) {
        if (editions.size() != 1) {
            throw usage("--against compares with one edition; name it with --edition");
        }
        var standing =
                new Edition(
                        before.id(),
                        before.body(),
                        before.title(),
                        InForce.always(),
                        before.level(),
                        before.encoded(),
                        before.binds(),
                        before.incorporates(),
                        before.overrides(),
                        before.practitioner(),
                        before.strength(),
                        before.reckoning(),
                        before.draft(),
                        before.provisions());
        return CompiledLibrary.of(library.with(standing), List.of(standing));
    }

    private List<Filter> filters(Library library) {
        List<Filter> filters = new ArrayList<>();
        for (String words : values("--where")) {
            filters.add(
                    Filter.of(library, words)
                            .orElseThrow(() ->
                                    usage(
                                            "`--where %s` is not understood, or names what is not there; write for example --where 'provision aca-2014 A.5.c'"
                                                    .formatted(words))));
        }
        value("--at-least")
                .ifPresent(word ->
                        filters.add(
                                new Filter.AtLeast(
                                        Headline.of(word)
                                                .orElseThrow(() ->
                                                        usage(
                                                                "no headline `%s`; for example `prohibited`"
                                                                        .formatted(word))))));
        return filters;
    }

    private List<Path> files(String words) {
        try {
            Path path = Path.of(words);
            if (Files.isRegularFile(path)) {
                return List.of(path);
            }
            if (Files.isDirectory(path)) {
                return inside(path, FileSystems.getDefault().getPathMatcher("glob:*.csv"));
            }
            Path folder = path.getParent() == null ? Path.of("") : path.getParent();
            if (Files.isDirectory(folder) || folder.toString().isEmpty()) {
                return inside(
                        folder,
                        FileSystems.getDefault()
                                .getPathMatcher("glob:" + path.getFileName().toString()));
            }
        } catch (InvalidPathException _) {
            // Told below.
        }
        throw usage("no file, folder or pattern `%s`".formatted(words));
    }

    private List<Path> inside(Path folder, PathMatcher names) {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files =
                    all.filter(p -> names.matches(p.getFileName()) && Files.isRegularFile(p))
                            .sorted()
                            .toList();
            if (files.isEmpty()) {
                throw usage("no CSV file in `%s`".formatted(folder));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SequencedMap<String, String> mapping(List<Finding> findings) {
        Optional<Path> file = value("--mapping").map(Path::of);
        if (file.isEmpty()) {
            return new LinkedHashMap<>();
        }
        return switch (YamlFile.bytes(file.get(), file.get().toString())) {
            case Loaded.Unsound<byte[]>(var wrong) -> {
                findings.addAll(wrong);
                yield new LinkedHashMap<>();
            }
            case Loaded.Sound<byte[]>(var content, _) ->
                    switch (YamlFile.parse(content, file.get().toString())) {
                        case Loaded.Unsound<Node>(var wrong) -> {
                            findings.addAll(wrong);
                            yield new LinkedHashMap<>();
                        }
                        case Loaded.Sound<Node>(var root, _) -> Headings.mapping(root, findings);
                    };
        };
    }

    /// Proposes a mapping; status 1 while some column has no place.
    private int columns(Library library, Path file) {
        List<Finding> findings = new ArrayList<>();
        console().out().println("# What the columns of " + file.getFileName() + " hold.");
        console().out().println("columns:");
        Headings.propose(library.vocabulary(), Audit.headings(file))
                .forEach((heading, word) -> {
                    console()
                            .out()
                            .println(
                                    "  \"%s\": %s"
                                            .formatted(
                                                    heading.replace("\\", "\\\\")
                                                            .replace("\"", "\\\""),
                                                    word.orElse("ignore    # not placed")));
                    if (word.isEmpty()) {
                        findings.add(
                                Finding.error(
                                        "audit.column.unknown",
                                        Span.of(file.toString()),
                                        "`%s` could not be placed".formatted(heading),
                                        "a fact of the vocabulary, `id`, `date` or `party`",
                                        "write the word in the mapping, or leave `ignore`"));
                    }
                });
        return report(findings);
    }

    // ── What came out ───────────────────────────────────────────────────────────────────────

    private void tell(AuditSummary summary, Audit.Order order) {
        Console console = console();
        console.paragraph(
                "",
                "%,d rows; %,d decided, %,d could not be."
                        .formatted(summary.rows(), summary.rows() - summary.bad(), summary.bad()));
        if (!summary.complete()) {
            console.paragraph(
                    "",
                    "What follows speaks for the rows that were decided; the others are in %s."
                            .formatted(order.side()));
        }
        summary.unread().forEach((file, why) -> console.paragraph("", file + ": " + why + "."));
        if (summary.repeated() > 0) {
            console.paragraph(
                    "",
                    "%,d rows have a key that stands on an earlier row."
                            .formatted(summary.repeated()));
        }
        if (summary.silent() > 0) {
            console.paragraph(
                    "",
                    "No text binds in %,d rows, which is not permission."
                            .formatted(summary.silent()));
        }
        if (order.ordinary()) {
            console.paragraph("", "What a row does not say was taken as ordinary.");
        }
        console.out().println();
        console.out().println(console.strong("All texts that bind, together"));
        counts(console, summary.together());
        for (var text : summary.texts().entrySet()) {
            console.out().println(console.strong(text.getKey()));
            counts(console, text.getValue());
        }
        if (!summary.lifting().isEmpty()) {
            console.out().println(console.strong("Bars that lift within a year"));
            summary.lifting()
                    .forEach((month, n) -> console.out().printf("  %s  %,10d%n", month, n));
        }
        console.paragraph(
                "",
                "%,d rows are in %s. %,d of all rows went to the plain evaluator; the rest fell into %,d classes."
                        .formatted(
                                summary.kept(), order.out(), summary.plainly(), summary.classes()));
    }

    private static void counts(Console console, Map<String, Long> counts) {
        counts.forEach((says, n) -> console.out().printf("  %,10d  %s%n", n, says));
    }

    private static Map<String, Object> json(AuditSummary summary, Audit.Order order) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rows", summary.rows());
        json.put("bad", summary.bad());
        json.put("complete", summary.complete());
        json.put("kept", summary.kept());
        json.put("plain", summary.plainly());
        json.put("silent", summary.silent());
        json.put("repeated", summary.repeated());
        json.put("classes", summary.classes());
        json.put("together", summary.together());
        json.put("texts", summary.texts());
        json.put("acts", summary.acts());
        Map<String, Object> lifting = new LinkedHashMap<>();
        summary.lifting().forEach((month, n) -> lifting.put(month.toString(), n));
        json.put("lifting", lifting);
        json.put("unread", summary.unread());
        json.put("out", order.out().toString());
        json.put("findings", order.side().toString());
        return json;
    }
}

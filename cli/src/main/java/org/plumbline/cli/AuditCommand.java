package org.plumbline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.plumbline.answer.Json;
import org.plumbline.answer.Shelf;
import org.plumbline.bulk.Audit;
import org.plumbline.bulk.AuditSummary;
import org.plumbline.bulk.ColumnMapping;
import org.plumbline.bulk.ColumnNames;
import org.plumbline.bulk.ColumnProposal;
import org.plumbline.bulk.CompiledLibrary;
import org.plumbline.bulk.EditionPair;
import org.plumbline.bulk.Filter;
import org.plumbline.bulk.InventedCaseload;
import org.plumbline.bulk.SummaryPage;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.Span;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;

/// `plumbline audit`: the decisions of a whole caseload.
final class AuditCommand extends Command {

    /// Files that are called by their names where many are meant.
    private static final int MOST_NAMES = 8;

    AuditCommand() {
        super(
                "audit",
                "Decide every row of a caseload: CSV or Parquet in; CSV, JSON Lines or Parquet out.");
        words(
                "FILE",
                "0..*",
                "A CSV or Parquet file, a folder of them, or a pattern such as 'cases/*.csv'.");
        option(
                "--out",
                "FILE",
                "Where to write: JSON Lines if it ends in .jsonl, Parquet if in .parquet, else CSV.");
        options(
                "--summary",
                "FILE",
                "Write the summary as well: a page if it ends in .html, JSON if in .json, else text.");
        flag("--resume", "Go on where an audit of the same input stopped.");
        flag("--columns", "Propose one mapping of all files' columns to our words, and stop.");
        option("--mapping", "FILE", "What the columns hold, as --columns writes it.");
        options("--edition", "ID", "An edition to decide under; otherwise whatever binds.");
        option(
                "--against",
                "WHAT",
                "Keep only what differs: from the result FILE of an earlier audit, or from what the"
                        + " edition ID would say if it were in force, beside the one --edition. ID"
                        + " is meant to be an earlier edition of the same text; where it is a later"
                        + " one or another text, the summary says so.");
        options(
                "--where",
                "WHAT",
                "Keep rows: 'provision aca-2014 A.5.c', 'headline prohibited', 'missing FACT',"
                        + " 'duty ID'.");
        option("--at-least", "HEADLINE", "Keep rows whose joined headline may be as strict.");
        option("--on", "DATE", "The day of the act where a row has none (default: today).");
        flag("--ordinary", "Take what a row does not say as ordinary; judgements stay open.");
        flag("--json", "Print the summary as JSON.");
        option("--invent", "ROWS", "Write so many invented rows to --out, for a trial, and stop.");
    }

    @Override
    public Integer call() {
        if (value("--invent").isPresent()) {
            return invent(value("--invent").get());
        }
        if (words().isEmpty()) {
            throw usage("FILE is missing: what is to be decided");
        }
        return withLibrary(this::audit);
    }

    private int invent(String rows) {
        if (!rows.matches("[0-9]{1,12}")) {
            throw usage("--invent %s is no number of rows".formatted(rows));
        }
        Path out = out();
        try {
            InventedCaseload.write(out, Long.parseLong(rows), on("--on").first());
        } catch (IOException e) {
            throw new UncheckedIOException("the rows cannot be written to " + out, e);
        }
        return ANSWERED;
    }

    private Path out() {
        return Path.of(value("--out").orElseThrow(() -> usage("--out FILE is missing")));
    }

    private int audit(Shelf.Open open) {
        Library library = open.library();
        List<Finding> findings = new ArrayList<>();
        List<Path> files = files(findings);
        if (!findings.isEmpty()) {
            return report(findings);
        }
        if (given("--columns")) {
            return columns(open, files);
        }
        Path out = out();
        refuse(out, files);
        ColumnMapping mapping = mapping(findings);
        if (!findings.isEmpty()) {
            return report(findings);
        }
        List<Edition> editions =
                values("--edition").stream().map(id -> edition(library, id)).toList();
        Optional<Edition> before = value("--against").flatMap(library::edition);
        Optional<EditionPair> between = before.map(b -> between(library, editions, b));
        Optional<Path> since =
                before.isPresent() ? Optional.empty() : value("--against").map(this::result);
        CompiledLibrary compiled =
                editions.isEmpty()
                        ? CompiledLibrary.of(library)
                        : CompiledLibrary.of(library, editions);
        var order =
                new Audit.Order(
                        files,
                        mapping.columns(),
                        mapping.dates(),
                        on("--on"),
                        given("--ordinary"),
                        filters(library),
                        since,
                        between,
                        out,
                        side(out),
                        given("--resume"),
                        Shelf.here().fingerprint() + values("--edition") + value("--against"));
        var audit =
                new Audit(
                        compiled, before.map(b -> CompiledLibrary.asIfInForce(library, b)), order);
        var progress = new AuditProgress(console());
        Optional<AuditSummary> summary = stoppable(audit, out, () -> audit.run(progress, findings));
        progress.end();
        summary.ifPresent(s -> tell(library, s, order));
        report(findings);
        return summary.filter(s -> s.complete() && s.found().isEmpty()).isPresent()
                        && findings.isEmpty()
                ? ANSWERED
                : FINDINGS;
    }

    /// A result must not take the place of what it is made from.
    private void refuse(Path out, List<Path> files) {
        if (Files.isDirectory(out)) {
            throw usage(
                    "--out %s is a folder; name a file, as %s"
                            .formatted(out, out.resolve("result.csv")));
        }
        List<Path> written = new ArrayList<>(List.of(out, side(out)));
        values("--summary").forEach(file -> written.add(Path.of(file)));
        for (Path one : written) {
            String name = one.equals(out) ? "--out " + out : one.toString();
            if (files.stream().anyMatch(f -> isSame(f, one))) {
                throw usage("%s is one of the files to be decided; name another".formatted(name));
            }
            for (String option : List.of("--mapping", "--against")) {
                if (value(option).filter(file -> isSame(Path.of(file), one)).isPresent()) {
                    throw usage(
                            "%s is what %s names, and would be written over; name another"
                                    .formatted(name, option));
                }
            }
        }
    }

    private static Path side(Path out) {
        return out.resolveSibling(out.getFileName() + ".findings.csv");
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Running {
        Optional<AuditSummary> run();
    }

    /// Lets Ctrl-C and `kill` end an audit at a place from which it can go on.
    private Optional<AuditSummary> stoppable(Audit audit, Path out, Running running) {
        var ended = new CountDownLatch(1);
        var onSignal =
                new Thread(() -> {
                    audit.stop();
                    try {
                        if (ended.await(30, TimeUnit.SECONDS)) {
                            console()
                                    .err()
                                    .println(
                                            "\nplumbline: stopped; the same command with --resume goes on, %s is not whole yet"
                                                    .formatted(out));
                            console().err().flush();
                        }
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                });
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            return running.run();
        } finally {
            ended.countDown();
            try {
                Runtime.getRuntime().removeShutdownHook(onSignal);
            } catch (IllegalStateException _) {
                // The signal came; the hook says what is to be said.
            }
        }
    }

    // ── What was asked ──────────────────────────────────────────────────────────────────────

    /// The file of an earlier audit.
    private Path result(String words) {
        Path file = Path.of(words);
        if (!Files.isRegularFile(file)) {
            throw usage(
                    "--against %s is neither an edition nor a file; `plumbline codes` lists the editions"
                            .formatted(words));
        }
        return file;
    }

    private Edition edition(Library library, String id) {
        return library.edition(id)
                .orElseThrow(
                        () -> usage("no edition `%s`; `plumbline codes` lists them".formatted(id)));
    }

    private EditionPair between(Library library, List<Edition> editions, Edition before) {
        if (editions.size() != 1) {
            throw usage("--against compares with one edition; name it with --edition");
        }
        if (editions.getFirst().id().equals(before.id())) {
            throw usage(
                    "--against %s is what --edition names; name an earlier edition"
                            .formatted(before.id()));
        }
        return EditionPair.of(library, editions.getFirst(), before);
    }

    private List<Filter> filters(Library library) {
        List<Filter> filters = new ArrayList<>();
        for (String words : values("--where")) {
            filters.add(
                    Filter.of(library, words)
                            .orElseThrow(
                                    () -> usage("--where: " + Filter.problem(library, words))));
        }
        value("--at-least")
                .ifPresent(word ->
                        filters.add(
                                new Filter.AtLeast(
                                        Headline.of(word)
                                                .orElseThrow(() ->
                                                        usage(
                                                                "--at-least: "
                                                                        + Filter.problem(
                                                                                library,
                                                                                "headline "
                                                                                        + word))))));
        return filters;
    }

    /// The files that are meant, each once, in the order of the words and then of their names.
    private List<Path> files(List<Finding> findings) {
        List<Path> files = new ArrayList<>();
        Set<Path> seen = new HashSet<>();
        for (String words : words()) {
            for (Path file : files(words, findings)) {
                if (seen.add(real(file))) {
                    files.add(file);
                }
            }
        }
        return files;
    }

    /// A file by its one name, however it was called.
    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException _) {
            return file.toAbsolutePath().normalize();
        }
    }

    private List<Path> files(String words, List<Finding> findings) {
        try {
            Path path = Path.of(words);
            if (Files.isDirectory(path)) {
                return inside(path, "*.{csv,tsv,parquet}", findings);
            }
            if (Files.exists(path)) {
                return List.of(path);
            }
        } catch (InvalidPathException _) {
            // It may be a pattern.
        }
        int folder = Math.max(words.lastIndexOf('/'), words.lastIndexOf('\\'));
        Path parent = Path.of(folder < 0 ? "" : words.substring(0, folder + 1));
        String names = words.substring(folder + 1);
        if (names.matches(".*[*?\\[{].*") && Files.isDirectory(parent.toAbsolutePath())) {
            return inside(parent, names, findings);
        }
        findings.add(
                Finding.error(
                        "audit.file.missing",
                        Span.of(words),
                        "there is no such file",
                        "a CSV or Parquet file, a folder of them, or a pattern in quotes",
                        "look at its name and where it lies"));
        return List.of();
    }

    /// Whether a file is the result that is to be written, or lies beside it, whole or not: in a folder it
    /// is no case.
    private boolean isOurs(Path file) {
        return value("--out")
                .map(Path::of)
                .filter(out ->
                        Stream.concat(Stream.of(out, side(out)), Audit.unfinished(out, side(out)))
                                .anyMatch(ours -> isSame(file, ours)))
                .isPresent();
    }

    private List<Path> inside(Path folder, String pattern, List<Finding> findings) {
        PathMatcher names;
        try {
            names = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        } catch (PatternSyntaxException e) {
            throw usage("`%s` is no pattern of names: %s".formatted(pattern, e.getDescription()));
        }
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files =
                    all.filter(p -> names.matches(p.getFileName()) && Files.isRegularFile(p))
                            .filter(p -> !isOurs(p))
                            .sorted()
                            .toList();
            if (files.isEmpty()) {
                findings.add(
                        Finding.error(
                                "audit.folder.empty",
                                Span.of(folder.toString().isEmpty() ? "." : folder.toString()),
                                "no file here fits `%s`".formatted(pattern),
                                "files that end in .csv, .tsv or .parquet, or that the pattern names",
                                "look where they lie; folders inside are not looked into"));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ColumnMapping mapping(List<Finding> findings) {
        Optional<Path> file = value("--mapping").map(Path::of);
        if (file.isEmpty()) {
            return ColumnMapping.NONE;
        }
        return switch (ColumnMapping.read(file.get())) {
            case Loaded.Unsound<ColumnMapping>(var wrong) -> {
                findings.addAll(wrong);
                yield ColumnMapping.NONE;
            }
            case Loaded.Sound<ColumnMapping>(var mapping, _) -> mapping;
        };
    }

    /// Proposes one mapping for all files; status 1 while some column has no place.
    private int columns(Shelf.Open open, List<Path> files) {
        List<Finding> findings = new ArrayList<>();
        switch (ColumnProposal.of(
                open.library().vocabulary(), names(open, findings), files, on("--on").first())) {
            case Loaded.Unsound<ColumnProposal>(var wrong) -> findings.addAll(wrong);
            case Loaded.Sound<ColumnProposal>(var proposal, _) -> {
                console().out().println("# What the columns of %s hold.".formatted(called(files)));
                console().out().println("columns:");
                proposal.columns().forEach((heading, place) -> propose(heading, place, findings));
                if (!proposal.dates().isEmpty()) {
                    console().out().println("dates:");
                }
                proposal.dates()
                        .forEach((heading, dates) -> propose(heading, dates, files.size() > 1));
                proposal.differing()
                        .forEach((heading, said) ->
                                console()
                                        .out()
                                        .println(
                                                "# %s has no line under `dates:`, for files differ: %s"
                                                        .formatted(quoted(heading), plain(said))));
                findings.addAll(proposal.findings());
            }
        }
        return report(findings);
    }

    /// Files by their names, the first few of many.
    private static String called(List<Path> files) {
        List<String> names =
                files.stream().limit(MOST_NAMES).map(f -> plain("" + f.getFileName())).toList();
        return String.join(", ", names)
                + (files.size() > MOST_NAMES
                        ? " and %,d more files".formatted(files.size() - MOST_NAMES)
                        : "");
    }

    /// A text that ends no line of a comment.
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", "·");
    }

    private static ColumnNames names(Shelf.Open open, List<Finding> findings) {
        Optional<Node> tree = open.tree(LibraryReader.COLUMNS);
        if (tree.isEmpty()) {
            return ColumnNames.NONE;
        }
        return switch (ColumnNames.read(tree.get(), open.library().vocabulary())) {
            case Loaded.Unsound<ColumnNames>(var wrong) -> {
                findings.addAll(wrong);
                yield ColumnNames.NONE;
            }
            case Loaded.Sound<ColumnNames>(var names, _) -> names;
        };
    }

    private void propose(String heading, ColumnProposal.Place place, List<Finding> findings) {
        String meant =
                place.disputed()
                        ? "; files differ: " + plain(place.because())
                        : place.mayHold().isEmpty()
                                ? ""
                                : "; perhaps " + String.join(", ", place.mayHold());
        console()
                .out()
                .println(
                        "  %s: %s"
                                .formatted(
                                        quoted(heading),
                                        place.word().orElse("ignore    # not placed" + meant)));
        if (place.word().isEmpty() && !place.disputed()) {
            findings.add(
                    Finding.error(
                            "audit.column.unknown",
                            new Span(
                                    place.file().toString(), 1, place.column(), place.column() + 1),
                            "`%s` could not be placed%s"
                                    .formatted(
                                            heading.replaceAll("\\p{Cntrl}", "·"),
                                            place.because().isEmpty()
                                                    ? ""
                                                    : ": " + place.because()),
                            switch (place.mayHold().size()) {
                                case 0 -> "a fact of the vocabulary, `id`, `date` or `party`";
                                case 1 ->
                                        "`%s`, if that is meant"
                                                .formatted(place.mayHold().getFirst());
                                default ->
                                        "one of `%s`, if one of them is meant"
                                                .formatted(String.join("`, `", place.mayHold()));
                            },
                            "write the word in the mapping, or leave `ignore`"));
        }
    }

    private void propose(String heading, ColumnProposal.Dates dates, boolean several) {
        console()
                .out()
                .println(
                        "  %s: %s    # %sline %d: %s is %s"
                                .formatted(
                                        quoted(heading),
                                        dates.forms(),
                                        several ? plain(dates.file() + ", ") : "",
                                        dates.line(),
                                        dates.value(),
                                        dates.day()));
    }

    private static String quoted(String heading) {
        StringBuilder all = new StringBuilder("\"");
        for (int i = 0; i < heading.length(); i++) {
            char c = heading.charAt(i);
            switch (c) {
                case '\\', '"' -> all.append('\\').append(c);
                case '\n' -> all.append("\\n");
                case '\t' -> all.append("\\t");
                default -> all.append(c < ' ' ? "\\x%02x".formatted((int) c) : c);
            }
        }
        return all.append('"').toString();
    }

    // ── What came out ───────────────────────────────────────────────────────────────────────

    private void tell(Library library, AuditSummary summary, Audit.Order order) {
        if (given("--json")) {
            console().out().println(Json.document(AuditReport.json(summary, order)));
        } else {
            new AuditReport(library, console()).print(summary, order);
        }
        for (String file : values("--summary")) {
            try {
                Files.writeString(Path.of(file), written(library, summary, order, file));
            } catch (IOException e) {
                throw new UncheckedIOException("the summary cannot be written to " + file, e);
            }
        }
    }

    private static String written(
            Library library, AuditSummary summary, Audit.Order order, String file) {
        if (file.endsWith(".html")) {
            return SummaryPage.of(library, summary, order);
        }
        return file.endsWith(".json")
                ? Json.document(AuditReport.json(summary, order)) + "\n"
                : AuditReport.text(library, summary, order);
    }
}

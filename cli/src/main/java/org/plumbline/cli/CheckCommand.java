package org.plumbline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plumbline.answer.CompareJson;
import org.plumbline.answer.FindingJson;
import org.plumbline.answer.Json;
import org.plumbline.answer.Questions;
import org.plumbline.answer.Sayings;
import org.plumbline.answer.Shelf;
import org.plumbline.answer.SlotMeanings;
import org.plumbline.answer.policy.Policies;
import org.plumbline.bulk.ColumnNames;
import org.plumbline.core.adequacy.CaseFill;
import org.plumbline.core.adequacy.ConditionCoverage;
import org.plumbline.core.adequacy.GeneratedFiles;
import org.plumbline.core.adequacy.MutationScore;
import org.plumbline.core.adequacy.Reasons;
import org.plumbline.core.check.CaseFiles;
import org.plumbline.core.check.CaseRunner;
import org.plumbline.core.check.Check;
import org.plumbline.core.check.Checks;
import org.plumbline.core.check.Coverage;
import org.plumbline.core.check.DeepFindings;
import org.plumbline.core.check.KeptFindings;
import org.plumbline.core.compare.Analysis;
import org.plumbline.core.compare.Insight;
import org.plumbline.core.compare.Kind;
import org.plumbline.core.compare.Limit;
import org.plumbline.core.explain.NormSentence;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.KeptReading;
import org.plumbline.core.load.KeptValues;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.Severity;
import org.plumbline.core.load.YamlFile;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.NormName;

/// `plumbline check`: everything that can be wrong with a library, with place and mend.
final class CheckCommand extends Command {

    /// Words that say what is looked for and how it is told, and nothing of where.
    private static final Set<String> LOOKING = Set.of("--deep", "--notes", "--all", "--json");

    /// Whether something was asked and not found out.
    private boolean unfinished;

    /// The library of this process, read while the command line is being understood.
    private @Nullable Fetched ahead;

    /// What was found out is written while it is told.
    private CompletableFuture<Void> keeping = CompletableFuture.completedFuture(null);

    CheckCommand() {
        super("check", "Check a library: its files, its norms and its cases.");
        words("DIR", "0..1", "The library's folder (default: the library at hand).");
        flag("--coverage", "List the norms that decide no case.");
        flag(
                "--mutants",
                "Change every norm, one thing at a time, and count what the cases catch.");
        flag("--fill", "Write cases for what no case shows yet, beside those in cases/generated.");
        option("--edition", "ID", "With --mutants, --coverage and --fill: this edition only.");
        flag("--all", "Print every survivor and every gap, not only the first.");
        flag("--deep", "Look for what no file shows: contradictions, gaps, seams …");
        flag("--notes", "With --deep, list also what is worth knowing and need not be mended.");
        option("--seconds", "N", "With --deep, look no longer than this (default: 300).");
        flag("--json", "Print JSON.");
    }

    /// A library and its cases, being read on two threads.
    private record Fetched(
            Shelf shelf, CompletableFuture<Read> library, CompletableFuture<CaseFiles> cases) {
        static Fetched begin(Shelf shelf) {
            return new Fetched(
                    shelf,
                    CompletableFuture.supplyAsync(() -> Read.of(shelf), CheckCommand::beside),
                    CompletableFuture.supplyAsync(
                            () -> CaseFiles.of(shelf.codes(), shelf.prefix()),
                            CheckCommand::beside));
        }
    }

    private record Read(KeptReading.Outcome outcome, KeptValues values) {
        static Read of(Shelf shelf) {
            var values =
                    KeptValues.open(
                            shelf.compiled().map(c -> c.resolveSibling("check.bin")),
                            shelf.compiled().map(_ -> Program.name()).orElse(""));
            return new Read(KeptReading.read(shelf.codes(), shelf.prefix(), values), values);
        }
    }

    /// Without a folder, or anything that may be one, it is the library of this process.
    @Override
    void ahead(List<String> words) {
        if (words.stream().allMatch(LOOKING::contains)) {
            ahead = Fetched.begin(Shelf.here());
        }
    }

    @Override
    public Integer call() {
        Fetched fetched = ahead;
        if (fetched == null) {
            fetched = Fetched.begin(file().map(CheckCommand::shelf).orElseGet(Shelf::here));
        }
        Shelf shelf = fetched.shelf();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        Read read = joined(fetched.library());
        findings.addAll(read.outcome().library().allFindings());
        if (read.outcome().library() instanceof Loaded.Sound<LibraryFiles>(var files, _)) {
            var kept = read.outcome().kept().map(k -> Kept.of(k, read.values()));
            look(shelf, files, fetched.cases(), kept, findings, json);
        }
        long errors = findings.stream().filter(f -> f.severity() == Severity.ERROR).count();
        if (given("--json")) {
            json.put("findings", FindingJson.of(findings));
            console().out().println(Json.document(json));
        } else {
            new Findings(console(), shelf).printFew(findings);
            console()
                    .out()
                    .println(
                            findings.isEmpty()
                                    ? unfinished
                                            ? "Nothing found in what was looked at."
                                            : "Nothing found."
                                    : "%s, %s."
                                            .formatted(
                                                    counted(errors, "error"),
                                                    counted(findings.size() - errors, "warning")));
        }
        console().out().flush();
        joined(keeping);
        return findings.isEmpty() && !unfinished ? ANSWERED : FINDINGS;
    }

    static String counted(long number, String noun) {
        return number == 1 ? "1 " + noun : number + " " + noun + "s";
    }

    private static Shelf shelf(Path folder) {
        return new Shelf(folder, java.util.Optional.empty());
    }

    /// What was read, and what was found out before.
    private record Kept(KeptReading reading, KeptValues values, KeptFindings findings) {
        static Kept of(KeptReading reading, KeptValues values) {
            return new Kept(reading, values, new KeptFindings(reading, values));
        }
    }

    /// How many cases came out.
    private record Count(int cases, int expectations, int differing, List<Finding> findings) {}

    /// The analysis, run beside the cases.
    private record Deep(Analysis analysis, List<Insight> insights, double seconds) {}

    private void look(
            Shelf shelf,
            LibraryFiles files,
            CompletableFuture<CaseFiles> fetching,
            Optional<Kept> kept,
            List<Finding> findings,
            Map<String, @Nullable Object> json) {
        var library = files.library();
        Predicate<Edition> chosen = editions(library);
        seconds();
        seconds();
        boolean each = given("--coverage") || given("--fill") || given("--mutants");
        var known = kept.map(Kept::findings);
        Optional<CaseRunner.Report> cases =
                each
                        ? Optional.of(CaseRunner.run(library, shelf.codes(), shelf.prefix()))
                        : Optional.empty();
        // The cases run on one core while the other looks the library over.
        CompletableFuture<Count> counting =
                CompletableFuture.supplyAsync(
                        () ->
                                cases.map(CheckCommand::count)
                                        .or(() ->
                                                known.map(k -> count(k.ofCases(joined(fetching)))))
                                        .orElseGet(() ->
                                                count(
                                                        CaseRunner.run(
                                                                library,
                                                                shelf.codes(),
                                                                shelf.prefix()))),
                        CheckCommand::beside);
        CompletableFuture<Optional<Deep>> looking =
                CompletableFuture.supplyAsync(
                        () ->
                                given("--deep")
                                        ? Optional.of(analysed(library, kept))
                                        : Optional.empty(),
                        CheckCommand::beside);
        findings.addAll(ofTexts(files, known));
        findings.addAll(beside(shelf, library, kept));
        Optional<Deep> deep = joined(looking);
        Count count = joined(counting);
        findings.addAll(count.findings());
        int norms = library.editions().stream().mapToInt(e -> e.norms().size()).sum();
        json.put("editions", library.entries().size());
        json.put("norms", norms);
        json.put("cases", count.cases());
        json.put("expectations", count.expectations());
        json.put("differing", count.differing());
        if (!given("--json")) {
            console()
                    .out()
                    .println(
                            "%s, %s; %s with %s, %d %s."
                                    .formatted(
                                            counted(library.entries().size(), "edition"),
                                            counted(norms, "norm"),
                                            counted(count.cases(), "case"),
                                            counted(count.expectations(), "expectation"),
                                            count.differing(),
                                            count.differing() == 1 ? "differs" : "differ"));
        }
        deep.ifPresent(d -> deep(files, d, findings, json));
        kept.ifPresent(k -> {
            boolean all = deep.isPresent() && !each;
            boolean anew = all && (k.reading().whole() || k.values().isWorn());
            keeping = CompletableFuture.runAsync(() -> k.values().keep(anew), CheckCommand::beside);
        });
        cases.ifPresent(report -> ofEach(shelf, files, chosen, report, findings, json));
    }

    /// What another thread came to; what went wrong there goes wrong here.
    private static <T> T joined(CompletableFuture<T> other) {
        try {
            return other.join();
        } catch (CompletionException problem) {
            throw problem.getCause() instanceof RuntimeException cause ? cause : problem;
        }
    }

    private static void beside(Runnable run) {
        Thread.ofPlatform().daemon().name("beside").start(run);
    }

    private static Count count(CaseRunner.Report report) {
        return new Count(
                report.vignettes().size(),
                report.expectations(),
                report.differing(),
                report.findings());
    }

    private static Count count(KeptFindings.OfCases cases) {
        return new Count(cases.cases(), cases.expectations(), cases.differing(), cases.findings());
    }

    private void ofEach(
            Shelf shelf,
            LibraryFiles files,
            Predicate<Edition> chosen,
            CaseRunner.Report cases,
            List<Finding> findings,
            Map<String, @Nullable Object> json) {
        Library library = files.library();
        if (given("--coverage")) {
            coverage(files, Coverage.of(library, cases.vignettes()), findings, json);
            conditions(library, chosen, cases, json);
        }
        if (given("--fill")) {
            fill(shelf, library, chosen, cases, json);
        }
        if (given("--mutants")) {
            mutants(library, chosen, cases, json);
        }
    }

    private static List<Finding> ofTexts(LibraryFiles files, Optional<KeptFindings> known) {
        Library library = files.library();
        var sentences = new NormSentence(library.vocabulary());
        List<Check> checks =
                Checks.all(norm ->
                        sentences.of(library.edition(norm.name().edition()).orElseThrow(), norm));
        return known.map(k -> k.ofChecks(checks)).orElseGet(() -> Checks.findings(files, checks));
    }

    /// What is wrong with the words people use, the choices for a policy, what may be said to a person and
    /// what slots mean. They rest on their own files, and on which provisions there are.
    private static List<Finding> beside(Shelf shelf, Library library, Optional<Kept> kept) {
        if (kept.isPresent()) {
            var provisions = new StringBuilder();
            for (Edition edition : library.editions()) {
                provisions.append(edition.id());
                edition.provisions().forEach(p -> provisions.append('\n').append(p.id()));
                provisions.append('\n');
            }
            String name =
                    "beside "
                            + KeptValues.digest(
                                    kept.get().reading().shared()
                                            + kept.get().reading().heads()
                                            + provisions);
            if (kept.get().values().get(name).isPresent()) {
                return List.of();
            }
            List<Finding> found = beside(shelf, library);
            if (found.isEmpty()) {
                kept.get().values().put(name, true);
            }
            return found;
        }
        return beside(shelf, library);
    }

    private static List<Finding> beside(Shelf shelf, Library library) {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(Questions.findings(shelf.codes(), shelf.prefix(), library));
        findings.addAll(Policies.findings(shelf.codes(), shelf.prefix(), library));
        Path sayings = shelf.codes().resolve(LibraryReader.SAYINGS);
        if (Files.isRegularFile(sayings)
                && YamlFile.read(sayings, shelf.prefix() + LibraryReader.SAYINGS)
                        instanceof Loaded.Sound<Node>(var tree, _)) {
            findings.addAll(Sayings.read(tree, library).allFindings());
        }
        Path slots = shelf.codes().resolve(LibraryReader.SLOTS);
        if (Files.isRegularFile(slots)
                && YamlFile.read(slots, shelf.prefix() + LibraryReader.SLOTS)
                        instanceof Loaded.Sound<Node>(var tree, _)) {
            findings.addAll(SlotMeanings.findings(tree, library));
        }
        Path columns = shelf.codes().resolve(LibraryReader.COLUMNS);
        if (Files.isRegularFile(columns)
                && YamlFile.read(columns, shelf.prefix() + LibraryReader.COLUMNS)
                        instanceof Loaded.Sound<Node>(var tree, _)) {
            findings.addAll(ColumnNames.read(tree, library.vocabulary()).allFindings());
        }
        return findings;
    }

    private void conditions(
            Library library,
            Predicate<Edition> chosen,
            CaseRunner.Report cases,
            Map<String, @Nullable Object> json) {
        var report = ConditionCoverage.of(library, cases.vignettes(), chosen);
        var shown = new ConditionsReport(report, new Reasons(library).ofGoals(report.missing()));
        json.put("conditions", shown.json());
        if (!given("--json")) {
            shown.print(console().out(), given("--all"));
        }
    }

    private void fill(
            Shelf shelf,
            Library library,
            Predicate<Edition> chosen,
            CaseRunner.Report cases,
            Map<String, @Nullable Object> json) {
        String generated = shelf.prefix() + GeneratedFiles.FOLDER + "/";
        var byHand =
                cases.vignettes().stream()
                        .filter(v -> !v.span().file().startsWith(generated))
                        .toList();
        var before = GeneratedFiles.read(library, shelf.codes(), shelf.prefix());
        var filled = CaseFill.of(library, byHand, before.cases(), chosen);
        new GeneratedCases(shelf.codes()).write(GeneratedFiles.of(filled.cases()));
        int dropped = filled.dropped() + before.unreadable();
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("kept", filled.kept());
        told.put("added", filled.added());
        told.put("dropped", dropped);
        json.put("generated", told);
        if (!given("--json")) {
            console()
                    .out()
                    .println(
                            "Generated cases: %,d kept, %,d added, %,d dropped."
                                    .formatted(filled.kept(), filled.added(), dropped));
        }
    }

    /// The editions that are looked at; told at once where there is no such edition, before any case is run.
    private Predicate<Edition> editions(Library library) {
        var edition = value("--edition");
        edition.filter(id -> library.edition(id).isEmpty())
                .ifPresent(id -> {
                    throw usage("no edition `" + id + "`; `plumbline codes` lists them");
                });
        return e -> edition.map(e.id()::equals).orElse(true);
    }

    private void mutants(
            Library library,
            Predicate<Edition> chosen,
            CaseRunner.Report cases,
            Map<String, @Nullable Object> json) {
        var report = new MutationScore(library, cases.vignettes()).of(chosen, _ -> true);
        var reasons =
                new Reasons(library)
                        .ofMutants(
                                report.survivors().stream()
                                        .map(MutationScore.Fate::mutant)
                                        .toList());
        var shown = new MutantsReport(report, reasons);
        json.put("mutants", shown.json());
        if (!given("--json")) {
            shown.print(console().out(), given("--all"));
        }
    }

    private Deep analysed(Library library, Optional<Kept> kept) {
        long began = System.nanoTime();
        long most = seconds() * 1_000_000_000L;
        var limit = new Limit(Limit.AMPLE.nodes(), () -> System.nanoTime() - began >= most);
        var analysis =
                kept.map(k ->
                                new Analysis(
                                        library,
                                        limit,
                                        new AnalysisMemory(k.values()),
                                        k.findings().basis()))
                        .orElseGet(() -> new Analysis(library, limit));
        List<Insight> insights = analysis.all();
        return new Deep(analysis, insights, (System.nanoTime() - began) / 1e9);
    }

    private void deep(
            LibraryFiles files,
            Deep deep,
            List<Finding> findings,
            Map<String, @Nullable Object> json) {
        Analysis analysis = deep.analysis();
        List<Insight> insights = deep.insights();
        findings.addAll(DeepFindings.of(files, insights, findings));
        List<Insight> notes = insights.stream().filter(i -> !i.kind().defect()).toList();
        long undetermined = insights.stream().filter(i -> !i.determined()).count();
        json.put("looked", analysis.looked());
        json.put("remembered", analysis.remembered());
        json.put("undetermined", undetermined);
        json.put("skipped", analysis.skipped());
        unfinished = analysis.skipped() > 0 || undetermined > 0;
        json.put("insights", insights.stream().map(CompareJson::of).toList());
        if (given("--json")) {
            return;
        }
        Console console = console();
        if (given("--notes")) {
            for (Insight note : notes) {
                console.paragraph("- ", "  ", note.says() + ".");
                console.paragraph("  ", note.determined() ? note.story() : note.basis());
            }
        }
        console.paragraph(
                "",
                "%s looked at, %d remembered, in %.1f seconds; %s."
                        .formatted(
                                texts(analysis.looked()),
                                analysis.remembered(),
                                deep.seconds(),
                                undetermined == 0
                                        ? "nothing was left undetermined"
                                        : undetermined == 1
                                                ? "1 question was not determined"
                                                : undetermined + " questions were not determined"));
        if (analysis.skipped() > 0) {
            console.paragraph(
                    "",
                    "Not determined: the time was up before %s %s looked at; --seconds gives more."
                            .formatted(
                                    texts(analysis.skipped()),
                                    analysis.skipped() == 1 ? "was" : "were"));
        }
        console.paragraph(
                "",
                "Worth knowing (--notes lists them): %s allowed by one text and forbidden by"
                                .formatted(counted(count(notes, Kind.SOFT_CONFLICT), "case"))
                        + " another, %s whatever is judged, %s that can turn on judgement alone."
                                .formatted(
                                        counted(count(notes, Kind.GAP), "gap"),
                                        counted(count(notes, Kind.JUDGEMENT_ONLY), "act")));
    }

    private static String texts(int number) {
        return number == 1 ? "1 text or pair of texts" : number + " texts and pairs of texts";
    }

    private static long count(List<Insight> insights, Kind kind) {
        return insights.stream().filter(i -> i.kind() == kind && i.determined()).count();
    }

    private long seconds() {
        String seconds = value("--seconds").orElse("300");
        if (!seconds.matches("[0-9]{1,5}")) {
            throw usage("--seconds takes a whole number, not `%s`".formatted(seconds));
        }
        return Long.parseLong(seconds);
    }

    private void coverage(
            LibraryFiles files,
            Coverage.Report report,
            List<Finding> findings,
            Map<String, @Nullable Object> json) {
        json.put("decisive", report.decisive().size());
        json.put("undecisive", report.undecisive().stream().map(NormName::toString).toList());
        if (!given("--json")) {
            console()
                    .out()
                    .println(
                            "%d of %d norms are decisive in a case."
                                    .formatted(report.decisive().size(), report.norms()));
        }
        for (NormName name : report.undecisive()) {
            findings.add(
                    Finding.warning(
                            "norm.undecisive",
                            files.place(name),
                            "the norm `%s` decides no case".formatted(name),
                            "a case whose answer changes when the norm is struck out",
                            "add one to codes/cases, or take the norm away"));
        }
    }
}

package org.plumbline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.adequacy.CaseFill;
import org.plumbline.core.adequacy.ConditionCoverage;
import org.plumbline.core.adequacy.GeneratedFiles;
import org.plumbline.core.adequacy.MutationScore;
import org.plumbline.core.check.CaseRunner;
import org.plumbline.core.check.Checks;
import org.plumbline.core.check.Coverage;
import org.plumbline.core.explain.NormSentence;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Severity;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.NormName;

/// `plumbline check`: everything that can be wrong with a library, with place and mend.
final class CheckCommand extends Command {

    CheckCommand() {
        super("check", "Check a library: its files, its norms and its cases.");
        words("DIR", "0..1", "The library's folder (default: the library at hand).");
        flag("--coverage", "List the norms that decide no case.");
        flag(
                "--mutants",
                "Change every norm, one thing at a time, and count what the cases catch.");
        flag("--fill", "Write cases for what no case shows yet, into cases/generated.");
        option("--edition", "ID", "With --mutants and --coverage: this edition only.");
        flag("--all", "Print every survivor and every gap, not only the first.");
        flag("--json", "Print JSON.");
    }

    @Override
    public Integer call() {
        Shelf shelf = file().map(CheckCommand::shelf).orElseGet(Shelf::here);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        Loaded<LibraryFiles> read = LibraryReader.read(shelf.codes(), shelf.prefix());
        findings.addAll(read.allFindings());
        if (read instanceof Loaded.Sound<LibraryFiles>(var files, _)) {
            look(shelf, files, findings, json);
        }
        long errors = findings.stream().filter(f -> f.severity() == Severity.ERROR).count();
        if (given("--json")) {
            json.put("findings", org.plumbline.cli.Findings.json(findings));
            console().out().println(Json.document(json));
        } else {
            report(findings);
            console()
                    .out()
                    .println(
                            findings.isEmpty()
                                    ? "Nothing found."
                                    : "%d errors, %d warnings."
                                            .formatted(errors, findings.size() - errors));
        }
        console().out().flush();
        return findings.isEmpty() ? ANSWERED : FINDINGS;
    }

    private static Shelf shelf(Path folder) {
        return new Shelf(folder, java.util.Optional.empty());
    }

    private void look(
            Shelf shelf,
            LibraryFiles files,
            List<Finding> findings,
            Map<String, @Nullable Object> json) {
        var library = files.library();
        var sentences = new NormSentence(library.vocabulary());
        findings.addAll(
                Checks.findings(
                        files,
                        Checks.all(norm ->
                                sentences.of(
                                        library.edition(norm.name().edition()).orElseThrow(),
                                        norm))));
        findings.addAll(Questions.findings(shelf.codes(), shelf.prefix(), library));
        CaseRunner.Report cases = CaseRunner.run(library, shelf.codes(), shelf.prefix());
        findings.addAll(cases.findings());
        int norms = library.editions().stream().mapToInt(e -> e.norms().size()).sum();
        json.put("editions", library.entries().size());
        json.put("norms", norms);
        json.put("cases", cases.vignettes().size());
        json.put("expectations", cases.expectations());
        json.put("differing", cases.differing());
        if (!given("--json")) {
            console()
                    .out()
                    .println(
                            "%d editions, %d norms; %d cases with %d expectations, %d differ."
                                    .formatted(
                                            library.entries().size(),
                                            norms,
                                            cases.vignettes().size(),
                                            cases.expectations(),
                                            cases.differing()));
        }
        if (given("--coverage")) {
            coverage(files, Coverage.of(library, cases.vignettes()), findings, json);
        }
        if (given("--coverage")) {
            conditions(library, cases, json);
        }
        if (given("--fill")) {
            fill(shelf, library, cases);
        }
        if (given("--mutants")) {
            mutants(library, cases, json);
        }
    }

    private void conditions(
            Library library, CaseRunner.Report cases, Map<String, @Nullable Object> json) {
        var report = ConditionCoverage.of(library, cases.vignettes(), editions(library));
        json.put("conditions", ConditionsReport.json(report));
        if (!given("--json")) {
            new ConditionsReport(report).print(console().out(), given("--all"));
        }
    }

    private void fill(Shelf shelf, Library library, CaseRunner.Report cases) {
        String generated = shelf.prefix() + GeneratedFiles.FOLDER + "/";
        var byHand =
                cases.vignettes().stream()
                        .filter(v -> !v.span().file().startsWith(generated))
                        .toList();
        var files = GeneratedFiles.of(CaseFill.of(library, byHand, _ -> true));
        new GeneratedCases(shelf.codes()).write(files);
        console().out().println("%,d files of generated cases written.".formatted(files.size()));
    }

    private Predicate<Edition> editions(Library library) {
        var edition = value("--edition");
        edition.filter(id -> library.edition(id).isEmpty())
                .ifPresent(id -> {
                    throw usage("no edition `" + id + "`; `plumbline codes` lists them");
                });
        return e -> edition.map(e.id()::equals).orElse(true);
    }

    private void mutants(
            Library library, CaseRunner.Report cases, Map<String, @Nullable Object> json) {
        var report = new MutationScore(library, cases.vignettes()).of(editions(library), _ -> true);
        json.put("mutants", MutantsReport.json(report));
        if (!given("--json")) {
            new MutantsReport(report).print(console().out(), given("--all"));
        }
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

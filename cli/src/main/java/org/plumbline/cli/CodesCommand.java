package org.plumbline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plumbline.answer.Citation;
import org.plumbline.answer.CodesJson;
import org.plumbline.answer.Json;
import org.plumbline.core.explain.ConditionSentence;
import org.plumbline.core.explain.VerdictSentence;
import org.plumbline.core.norm.Body;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Line;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.norm.Provision;

/// `plumbline codes`: the library, readable.
final class CodesCommand extends Command {

    CodesCommand() {
        super("codes", "List the editions of the library, or show one edition or provision.");
        words(
                "list | show EDITION [PROVISION] | table [FILE]",
                "0..*",
                "`list` (the default); `show` with an edition and perhaps a provision, or with a"
                        + " citation such as \"NASW 1.06\"; or `table`, the library in figures, into"
                        + " a page with its marks if one is named.");
        flag("--json", "Print JSON.");
    }

    @Override
    public Integer call() {
        return withLibrary(open -> show(open.library()));
    }

    private int show(Library library) {
        List<String> words = words();
        if (words.isEmpty() || words.equals(List.of("list"))) {
            return list(library);
        }
        if (words.getFirst().equals("table") && words.size() <= 2) {
            return table(library, words.subList(1, words.size()));
        }
        if (!words.getFirst().equals("show") || words.size() < 2) {
            throw usage("`codes list`, `codes show EDITION [PROVISION]`, or `codes table [FILE]`");
        }
        String cited = String.join(" ", words.subList(1, words.size()));
        Citation citation =
                Citation.of(library, cited)
                        .orElseThrow(() ->
                                usage(
                                        "no edition `%s`; `plumbline codes` lists them"
                                                .formatted(cited)));
        if (citation.editions().size() > 1) {
            return ambiguous(library, cited, citation);
        }
        Edition edition = citation.editions().getFirst();
        List<Provision> provisions = citation.provisions(edition);
        if (provisions.isEmpty() && !citation.number().isEmpty()) {
            throw usage(
                    "%s has no provision `%s` here; it has %s"
                            .formatted(edition.id(), citation.number(), numbers(edition)));
        }
        if (given("--json")) {
            console().out().println(Json.document(new CodesJson(library).of(edition, provisions)));
        } else {
            if (!citation.named()) {
                console()
                        .paragraph(
                                "",
                                "`%s` names no edition; the library holds one.".formatted(cited));
            }
            print(library, edition, provisions);
        }
        return ANSWERED;
    }

    private static String numbers(Edition edition) {
        return String.join(", ", edition.provisions().stream().map(Provision::id).toList());
    }

    // ── Citations without an edition ────────────────────────────────────────────────────────

    private int ambiguous(Library library, String cited, Citation citation) {
        if (given("--json")) {
            console()
                    .out()
                    .println(Json.document(new CodesJson(library).ambiguous(cited, citation)));
            return FINDINGS;
        }
        Console console = console();
        console.paragraph(
                "",
                "`%s` names no edition, and the library holds %d. Say which is meant."
                        .formatted(cited, citation.editions().size()));
        citation.meanings()
                .forEach((edition, provisions) -> {
                    console.out().println();
                    console.paragraph(
                            "",
                            "%s  %s, in force from %s"
                                    .formatted(
                                            console.strong(edition.id()),
                                            named(edition),
                                            edition.inForce().words()));
                    if (citation.number().isEmpty()) {
                        return;
                    }
                    if (provisions.isEmpty()) {
                        console.paragraph("  ", "No such number is held here.");
                    }
                    provisions.forEach(p -> meaning(library, edition, p));
                });
        return FINDINGS;
    }

    private void meaning(Library library, Edition edition, Provision provision) {
        String elsewhere =
                Citation.elsewhere(library, edition, provision).entrySet().stream()
                        .map(e -> "%s in %s".formatted(e.getValue(), e.getKey()))
                        .collect(Collectors.joining(", "));
        console()
                .paragraph(
                        "  ",
                        "    ",
                        provision.id()
                                + " "
                                + provision.title()
                                + (elsewhere.isEmpty()
                                        ? ""
                                        : " (the matter is " + elsewhere + ")"));
    }

    // ── The library in figures ──────────────────────────────────────────────────────────────

    private int table(Library library, List<String> into) {
        var table = new LibraryTable(library);
        if (into.isEmpty()) {
            console().out().print(table.markdown());
            console().out().flush();
            return ANSWERED;
        }
        Path file = Path.of(into.getFirst());
        try {
            String page = Files.readString(file);
            Files.writeString(
                    file,
                    table.within(page)
                            .orElseThrow(() ->
                                    usage(
                                            "`%s` has not the lines `%s` and `%s`"
                                                    .formatted(
                                                            file,
                                                            LibraryTable.BEGIN,
                                                            LibraryTable.END))));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        return ANSWERED;
    }

    // ── The list ────────────────────────────────────────────────────────────────────────────

    private int list(Library library) {
        if (given("--json")) {
            console().out().println(Json.document(new CodesJson(library).list()));
            return ANSWERED;
        }
        Console console = console();
        int widest = library.entries().stream().mapToInt(e -> e.id().length()).max().orElse(10);
        for (Edition edition : library.editions()) {
            console.paragraph(
                    edition.id() + " ".repeat(widest + 2 - edition.id().length()),
                    " ".repeat(widest + 2),
                    named(edition) + succession(library, edition));
        }
        console.out()
                .println(
                        "%s, %s. `plumbline codes show EDITION` shows one."
                                .formatted(
                                        CheckCommand.counted(library.entries().size(), "edition"),
                                        CheckCommand.counted(
                                                library.editions().stream()
                                                        .mapToInt(e -> e.norms().size())
                                                        .sum(),
                                                "norm")));
        return ANSWERED;
    }

    private static String named(Edition edition) {
        return edition.title() + (edition.draft() ? " (draft, from memory)" : "");
    }

    private static String succession(Library library, Edition edition) {
        Line line = Line.of(library, edition.id());
        return line.before(edition).map(e -> "; supersedes " + e.id()).orElse("")
                + line.after(edition).map(e -> "; superseded by " + e.id()).orElse("");
    }

    private void print(Library library, Edition edition, List<Provision> provisions) {
        Console console = console();
        console.paragraph("", console.strong(named(edition)));
        console.paragraph(
                "",
                "%s · %s · in force from %s · %s"
                        .formatted(
                                Optional.ofNullable(library.bodies().get(edition.body()))
                                        .map(Body::name)
                                        .orElse(edition.body()),
                                edition.level(),
                                edition.inForce().words(),
                                edition.encoded().word()));
        Line line = Line.of(library, edition.id());
        line.before(edition)
                .ifPresent(e -> console.paragraph("", "It superseded %s.".formatted(e.id())));
        line.after(edition)
                .ifPresent(e ->
                        console.paragraph(
                                "",
                                "It was superseded by %s, in force from %s."
                                        .formatted(e.id(), e.inForce().words())));
        console.paragraph("", new ConditionSentence(library.vocabulary()).binds(edition.binds()));
        for (Provision provision : provisions) {
            console.out().println();
            console.paragraph("", console.strong(provision.id() + "  " + provision.title()));
            console.paragraph("  ", provision.says());
            for (Norm norm : provision.allNorms()) {
                console.paragraph(
                        "  - ",
                        "    ",
                        norm.name().reading().map(r -> "Read as " + r + ": ").orElse("")
                                + norm.reads());
            }
            if (provision.allNorms().isEmpty()) {
                console.paragraph(
                        "  ",
                        "Shown, not decided: it names no act that can be tested, or too little of"
                                + " it is known.");
            }
            console.paragraph(
                    "  ",
                    "Source: %s. %s"
                            .formatted(
                                    provision.source(),
                                    VerdictSentence.verified(provision.verified().word())));
        }
    }
}

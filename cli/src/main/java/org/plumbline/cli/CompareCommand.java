package org.plumbline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.answer.CompareJson;
import org.plumbline.answer.Json;
import org.plumbline.answer.Matrices;
import org.plumbline.core.compare.Comparison;
import org.plumbline.core.compare.Limit;
import org.plumbline.core.compare.Matrix;
import org.plumbline.core.compare.MatrixSvg;
import org.plumbline.core.compare.MatrixTable;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Search;
import org.plumbline.core.decide.Survey;
import org.plumbline.core.explain.ActWording;
import org.plumbline.core.explain.EditionName;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.vocabulary.Party;

/// `plumbline compare`: where texts answer differently, each with one case; and the matrix of their
/// answers as a table and as a picture.
final class CompareCommand extends Command {

    private static final int SHOWN = 1;

    CompareCommand() {
        super("compare", "Show where two texts answer differently, each with one case.");
        words(
                "TEXT",
                "1..*",
                "A body or an edition: aca, nasw-2021. One, or more than two, draw the matrix.");
        options("--act", "ACT", "An act to compare; may be given several times (default: all).");
        option(
                "--party",
                "PARTY",
                "Toward whom (default: anybody; in the matrix, a former client).");
        option(
                "--on",
                "DATE",
                "The day that says which edition of a body is meant (default: today).");
        flag("--matrix", "Print the matrix of answers instead of cases.");
        flag("--markdown", "Print the matrix as a Markdown table in words.");
        option("--svg", "FILE", "Write the matrix as SVG.");
        flag("--ascii", "Draw with ASCII characters only.");
        flag("--json", "Print JSON.");
    }

    @Override
    public Integer call() {
        return withLibrary(open -> compare(open.library()));
    }

    private int compare(Library library) {
        LocalDate day = on("--on").first();
        List<Edition> editions = new ArrayList<>();
        for (String word : words()) {
            editions.add(
                    Matrices.edition(library, word, day)
                            .orElseThrow(() ->
                                    usage(
                                            "no body or edition `%s`; `plumbline codes` lists them"
                                                    .formatted(word))));
        }
        acts(library);
        Optional<Party> party = party(library);
        boolean matrix =
                editions.size() != 2
                        || given("--matrix")
                        || given("--markdown")
                        || value("--svg").isPresent();
        int status =
                matrix ? matrix(library, editions, party, day) : differ(library, editions, party);
        console().out().flush();
        return status;
    }

    private void acts(Library library) {
        for (String act : values("--act")) {
            if (!library.vocabulary().oneOf("act").values().contains(act)) {
                throw usage(
                        "no act `%s`; it is one of %s"
                                .formatted(
                                        act,
                                        String.join(
                                                ", ", library.vocabulary().oneOf("act").values())));
            }
        }
    }

    private Optional<Party> party(Library library) {
        return value("--party")
                .map(word ->
                        Optional.ofNullable(library.vocabulary().parties().get(word))
                                .orElseThrow(() ->
                                        usage(
                                                "no party `%s`; it is one of %s"
                                                        .formatted(
                                                                word,
                                                                String.join(
                                                                        ", ",
                                                                        library.vocabulary()
                                                                                .parties()
                                                                                .keySet())))));
    }

    // ── Cases ───────────────────────────────────────────────────────────────────────────────

    private int differ(Library library, List<Edition> editions, Optional<Party> party) {
        Comparison comparison =
                Comparison.of(
                        new Survey(library),
                        editions.getFirst(),
                        editions.getLast(),
                        values("--act"),
                        party,
                        Limit.AMPLE);
        if (given("--json")) {
            console().out().println(Json.document(CompareJson.of(comparison)));
            return ANSWERED;
        }
        Console console = console();
        String one = EditionName.whose(library, comparison.one());
        String other = EditionName.whose(library, comparison.other());
        console.out().println(console.strong(one + " and " + other));
        console.out().println();
        if (!comparison.everTogether()) {
            console.paragraph(
                    "",
                    "They were never in force on one day (%s: %s; %s: %s): each case asks what the words of both say of it."
                            .formatted(
                                    one,
                                    comparison.one().inForce().words(),
                                    other,
                                    comparison.other().inForce().words()));
            console.out().println();
        }
        comparison.stricter().forEach(s -> strictness(library, s));
        for (Comparison.OfAct act : comparison.acts()) {
            ofAct(library, comparison, act, !values("--act").isEmpty());
        }
        if (comparison.alike()) {
            console.paragraph("", "They answer alike in every case of these acts.");
        }
        console.out().println();
        console.paragraph(
                "",
                "Each case is as small as it can be and was replayed in the plain evaluator. *"
                        + " marks a judgement that only the professional can make. Standing reminders"
                        + " (norms on any act) are left out. This is what the texts say, not legal"
                        + " advice.");
        return ANSWERED;
    }

    private void strictness(Library library, Comparison.Strictness strictness) {
        String one = EditionName.whose(library, strictness.strict());
        String other = EditionName.whose(library, strictness.than());
        switch (strictness.answer()) {
            case Search.None _ when strictness.idle() ->
                    console().paragraph("", "%s forbids nothing here.".formatted(other));
            case Search.None _ ->
                    console()
                            .paragraph(
                                    "",
                                    "%s forbids everything here that %s does: every case on every day was looked at."
                                            .formatted(one, other));
            case Search.NotDetermined(var why) ->
                    console()
                            .paragraph(
                                    "",
                                    "Not determined whether %s forbids everything that %s does: %s."
                                            .formatted(one, other, why));
            case Search.Case _, Search.Turn _ ->
                    console()
                            .paragraph(
                                    "",
                                    "%s does not forbid everything here that %s does."
                                            .formatted(one, other));
        }
    }

    private void ofAct(
            Library library, Comparison comparison, Comparison.OfAct act, boolean everyWay) {
        Console console = console();
        if (act.points().isEmpty() && act.undetermined().isEmpty()) {
            return;
        }
        console.out().println();
        console.out().println(console.strong(acts(library, act.acts())));
        List<Comparison.Point> shown =
                everyWay
                        ? act.points()
                        : act.points().subList(0, Math.min(SHOWN, act.points().size()));
        for (Comparison.Point point : shown) {
            console.paragraph("  - ", "    ", point.story());
            console.paragraph(
                    "    ",
                    EditionName.whose(library, comparison.one())
                            + " "
                            + Comparison.says(comparison.one(), point.here(), point.witness())
                            + "; "
                            + EditionName.whose(library, comparison.other())
                            + " "
                            + Comparison.says(comparison.other(), point.there(), point.witness())
                            + ".");
        }
        if (shown.size() < act.points().size()) {
            console.paragraph(
                    "    ",
                    "They differ in %s; --act %s shows %s."
                            .formatted(
                                    act.points().size() - shown.size() == 1
                                            ? "1 more way"
                                            : act.points().size() - shown.size() + " more ways",
                                    act.acts().getFirst(),
                                    act.points().size() - shown.size() == 1 ? "it" : "them"));
        }
        if (!act.undetermined().isEmpty()) {
            console.paragraph(
                    "    ",
                    "Not determined whether they differ in other ways: "
                            + act.undetermined()
                            + ".");
        }
    }

    /// Acts that two texts do not tell apart, as a heading.
    static String acts(Library library, List<String> acts) {
        var wording = new ActWording(library.vocabulary());
        List<String> names = acts.stream().map(a -> wording.gerund(List.of(a))).toList();
        List<String> shown = names.subList(0, Math.min(3, names.size()));
        String words =
                names.size() > 3
                        ? String.join(", ", shown)
                                + (names.size() == 4
                                        ? " and 1 act more"
                                        : " and %d acts more".formatted(names.size() - 3))
                        : String.join("; ", shown);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    // ── The matrix ──────────────────────────────────────────────────────────────────────────

    private int matrix(
            Library library, List<Edition> editions, Optional<Party> party, LocalDate day) {
        Matrix matrix =
                Matrices.of(new Decider(library), editions, values("--act"), party, day)
                        .orElseThrow(() -> usage("toward whom? write --party"));
        value("--svg").ifPresent(file -> write(Path.of(file), MatrixSvg.draw(matrix)));
        if (given("--json")) {
            console().out().println(Json.document(CompareJson.of(matrix)));
        } else if (given("--markdown")) {
            console().out().print(MatrixTable.markdown(matrix));
        } else if (value("--svg").isEmpty()) {
            console().out().print(MatrixTable.draw(matrix, given("--ascii")));
        }
        return ANSWERED;
    }

    private static void write(Path file, String svg) {
        try {
            Files.writeString(file, svg);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}

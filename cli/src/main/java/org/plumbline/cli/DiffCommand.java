package org.plumbline.cli;

import java.util.List;
import org.plumbline.answer.CompareJson;
import org.plumbline.answer.Json;
import org.plumbline.core.compare.EditionDifference;
import org.plumbline.core.compare.Limit;
import org.plumbline.core.decide.Survey;
import org.plumbline.core.explain.ConditionSentence;
import org.plumbline.core.explain.EditionName;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Encoded;
import org.plumbline.core.norm.Library;
import org.plumbline.core.vocabulary.Fact;

/// `plumbline diff`: what a member may no longer, may now, must now and no longer must, from one
/// edition to another.
final class DiffCommand extends Command {

    DiffCommand() {
        super("diff", "Show what changed from one edition to another.");
        words("EDITION", "2", "The older edition, then the newer: aca-2005 aca-2014.");
        options("--act", "ACT", "An act to look at; may be given several times (default: all).");
        flag("--json", "Print JSON.");
    }

    @Override
    public Integer call() {
        return withLibrary(open -> diff(open.library()));
    }

    private int diff(Library library) {
        for (String act : values("--act")) {
            if (!library.vocabulary().oneOf("act").values().contains(act)) {
                throw usage("no act `%s`".formatted(act));
            }
        }
        EditionDifference difference =
                EditionDifference.of(
                        new Survey(library),
                        edition(library, words().getFirst()),
                        edition(library, words().getLast()),
                        values("--act"),
                        Limit.AMPLE);
        if (given("--json")) {
            console().out().println(Json.document(CompareJson.of(difference)));
        } else {
            print(library, difference);
        }
        console().out().flush();
        return ANSWERED;
    }

    private Edition edition(Library library, String word) {
        return library.edition(word)
                .orElseThrow(() -> {
                    List<String> of = library.editionsOf(word).stream().map(Edition::id).toList();
                    return usage(
                            of.isEmpty()
                                    ? "no edition `%s`; `plumbline codes` lists them"
                                            .formatted(word)
                                    : "`%s` is a body; which edition: %s?"
                                            .formatted(word, String.join(", ", of)));
                });
    }

    private void print(Library library, EditionDifference difference) {
        Console console = console();
        String before = EditionName.whose(library, difference.before());
        String after = EditionName.whose(library, difference.after());
        console.out().println(console.strong("From " + before + " to " + after));
        drafts(library, difference);
        for (EditionDifference.Sort sort : EditionDifference.Sort.values()) {
            section(library, difference, sort, "A member " + sort.says(), true);
        }
        for (EditionDifference.Sort sort : EditionDifference.Sort.values()) {
            section(library, difference, sort, sort.notKnown(before, after), false);
        }
        console.out().println();
        if (difference.changes().isEmpty() && difference.undetermined().isEmpty()) {
            console.paragraph(
                    "",
                    "Nothing changed in what they forbid, advise against, require, allow or ask, as"
                            + " far as both are held here.");
        }
        if (!difference.undetermined().isEmpty()) {
            console.paragraph(
                    "", "Not determined whether more changed: " + difference.undetermined() + ".");
        }
        console.paragraph(
                "",
                "In brackets, how many acts toward how many kinds of person changed in this way."
                        + " Each case was replayed under both editions as if each stood on its day. Not"
                        + " being forbidden is not permission. This is what the texts say, not legal"
                        + " advice.");
    }

    private void drafts(Library library, EditionDifference difference) {
        for (Edition edition : List.of(difference.before(), difference.after())) {
            if (edition.draft()) {
                console()
                        .paragraph(
                                "",
                                EditionName.whose(library, edition)
                                        + " is a draft: nothing in it is known better than from"
                                        + " memory.");
            }
        }
    }

    private void section(
            Library library,
            EditionDifference difference,
            EditionDifference.Sort sort,
            String heading,
            boolean held) {
        List<EditionDifference.Change> changes = difference.changes(sort, held);
        if (changes.isEmpty()) {
            return;
        }
        Console console = console();
        console.out().println();
        console.paragraph(
                "", console.strong("%s (%d)".formatted(heading, difference.count(sort, held))));
        changes.forEach(c -> change(library, difference, c));
    }

    private void change(
            Library library, EditionDifference difference, EditionDifference.Change change) {
        Console console = console();
        String what =
                change.duty()
                        .map(duty ->
                                new ConditionSentence(library.vocabulary())
                                                .duty(
                                                        (Fact.YesNo)
                                                                java.util.Objects.requireNonNull(
                                                                        library.vocabulary()
                                                                                .facts()
                                                                                .get(duty)))
                                        + ", when "
                                        + lower(CompareCommand.acts(library, change.acts())))
                        .orElse(CompareCommand.acts(library, change.acts()));
        List<String> people =
                change.people().stream()
                        .map(p ->
                                java.util.Objects.requireNonNull(
                                                library.vocabulary().parties().get(p))
                                        .says())
                        .toList();
        console.paragraph(
                "  - ",
                "    ",
                what + (people.isEmpty() ? "" : ": " + String.join(", ", people)) + ".");
        console.paragraph(
                "    ",
                "For example: %s %s; %s."
                        .formatted(
                                change.story(),
                                grounds(library, difference.before(), change),
                                grounds(library, difference.after(), change)));
    }

    private static String grounds(
            Library library, Edition edition, EditionDifference.Change change) {
        List<String> cites = change.witness().groundsOf(edition.id());
        return EditionName.whose(library, edition)
                + ": "
                + (cites.isEmpty()
                        ? edition.encoded() == Encoded.EXCERPT
                                ? "nothing that is held here"
                                : "no provision"
                        : String.join(", ", cites));
    }

    private static String lower(String words) {
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}

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
        String before = EditionName.brief(library, difference.before());
        String after = EditionName.brief(library, difference.after());
        console.out().println(console.strong("From " + before + " to " + after));
        for (EditionDifference.Sort sort : EditionDifference.Sort.values()) {
            List<EditionDifference.Change> changes = difference.changes(sort);
            if (changes.isEmpty()) {
                continue;
            }
            console.out().println();
            console.out()
                    .println(
                            console.strong(
                                    "A member %s (%d)"
                                            .formatted(sort.says(), difference.count(sort))));
            changes.forEach(c -> change(library, difference, c));
        }
        console.out().println();
        if (difference.changes().isEmpty() && difference.undetermined().isEmpty()) {
            console.paragraph("", "Nothing changed in what they forbid, require, allow or ask.");
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
        return EditionName.brief(library, edition)
                + ": "
                + (cites.isEmpty() ? "no provision" : String.join(", ", cites));
    }

    private static String lower(String words) {
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}

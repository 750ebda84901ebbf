package org.plumbline.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.plumbline.bulk.Audit;
import org.plumbline.bulk.AuditSummary;
import org.plumbline.bulk.EditionPair;
import org.plumbline.bulk.SummaryWords;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;

/// The summary of an audit as text and as JSON.
final class AuditReport {

    private final Library library;
    private final SummaryWords words;
    private final Console console;

    AuditReport(Library library, Console console) {
        this.library = library;
        this.words = new SummaryWords(library);
        this.console = console;
    }

    /// The text, as for a terminal of eighty columns.
    static String text(Library library, AuditSummary summary, Audit.Order order) {
        var out = new StringWriter();
        var console = new Console(new PrintWriter(out), new PrintWriter(out), 80, false);
        new AuditReport(library, console).print(summary, order);
        console.out().flush();
        return out.toString();
    }

    void print(AuditSummary summary, Audit.Order order) {
        if (summary.stopped()) {
            console.paragraph(
                    "",
                    "Stopped after %s; the same command with --resume goes on."
                            .formatted(SummaryWords.rows(summary.rows())));
            return;
        }
        console.paragraph("", SummaryWords.coverage(summary));
        order.between().ifPresent(pair -> console.paragraph("", pair.says(library)));
        order.since()
                .ifPresent(file ->
                        console.paragraph(
                                "", "It was compared with the earlier result %s.".formatted(file)));
        String kept = SummaryWords.completeness(summary);
        if (!kept.isEmpty()) {
            console.paragraph("", kept + " What follows counts every row that was decided.");
        }
        summary.unread()
                .forEach((file, why) -> console.paragraph("  - ", "    ", file + ": " + why + "."));
        if (!summary.found().isEmpty()) {
            console.paragraph("", "What was found is in %s:".formatted(order.side()));
            summary.found()
                    .forEach((code, n) ->
                            console.out().printf("  %,10d  %s%n", n, SummaryWords.found(code)));
        }
        if (summary.silent() > 0) {
            console.paragraph(
                    "",
                    "No text binds in %s, which is not permission."
                            .formatted(SummaryWords.rows(summary.silent())));
        }
        if (order.ordinary()) {
            console.paragraph("", "What a row does not say was taken as ordinary.");
        }
        if (!summary.together().isEmpty()) {
            heading("All texts that bind, together");
        }
        counts(summary.together(), Optional.empty());
        summary.texts()
                .forEach((id, counts) -> {
                    heading(words.edition(id));
                    counts(counts, library.edition(id));
                });
        summary.acts()
                .forEach((act, counts) -> {
                    heading(words.act(act));
                    counts(counts, Optional.empty());
                });
        if (!summary.lifting().isEmpty()) {
            heading("Bars that lift within a year");
            summary.lifting()
                    .forEach((month, n) ->
                            console.out().printf("  %,10d  %s%n", n, SummaryWords.month(month)));
        }
        console.out().println();
        summary.changes()
                .ifPresent(c ->
                        console.paragraph(
                                "",
                                "Against the earlier run: %s of which it said something else, %s that it did not have; %s of its keys %s not here any more."
                                        .formatted(
                                                SummaryWords.rows(c.changed()),
                                                SummaryWords.rows(c.fresh()),
                                                "%,d".formatted(c.gone()),
                                                c.gone() == 1 ? "is" : "are")));
        console.paragraph(
                "",
                "%s %s in %s. %s went to the plain evaluator; the rest fell into %s."
                        .formatted(
                                SummaryWords.rows(summary.kept()),
                                summary.kept() == 1 ? "is" : "are",
                                order.out(),
                                SummaryWords.rows(summary.plainly()),
                                SummaryWords.count(summary.classes(), "class", "classes")));
        console.paragraph(
                "",
                "Silent, not addressed and open do not mean permitted. This is what the texts say,"
                        + " not legal advice.");
    }

    private void heading(String text) {
        console.out().println();
        console.out().println(console.strong(text));
    }

    private void counts(Map<String, Long> counts, Optional<Edition> edition) {
        counts.forEach((says, n) ->
                console.out().printf("  %,10d  %s%n", n, words.headlines(says, edition)));
    }

    private static Map<String, Object> json(EditionPair pair) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("edition", pair.decided().id());
        json.put("other", pair.other().id());
        json.put("other_is", pair.relation().word());
        return json;
    }

    static Map<String, Object> json(AuditSummary summary, Audit.Order order) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rows", summary.rows());
        json.put("decided", summary.decided());
        json.put("bad", summary.bad());
        json.put("complete", summary.complete());
        json.put("stopped", summary.stopped());
        json.put("files", (long) summary.files());
        json.put("unread", summary.unread());
        json.put("percent_read", (long) Math.floor(summary.share() * 100));
        json.put("found", summary.found());
        json.put("kept", summary.kept());
        json.put("selected", summary.selected());
        json.put("plain", summary.plainly());
        json.put("silent", summary.silent());
        json.put("repeated", summary.repeated());
        json.put("classes", summary.classes());
        json.put("ordinary", order.ordinary());
        json.put("as_of", day(order));
        order.between().ifPresent(pair -> json.put("compared", json(pair)));
        order.since().ifPresent(file -> json.put("against", file.toString()));
        json.put("together", summary.together());
        json.put("texts", summary.texts());
        json.put("acts", summary.acts());
        Map<String, Object> lifting = new LinkedHashMap<>();
        summary.lifting().forEach((month, n) -> lifting.put(month.toString(), n));
        json.put("lifting", lifting);
        summary.changes()
                .ifPresent(c -> {
                    Map<String, Object> changes = new LinkedHashMap<>();
                    changes.put("new", c.fresh());
                    changes.put("changed", c.changed());
                    changes.put("gone", c.gone());
                    json.put("changes", changes);
                });
        json.put("out", order.out().toString());
        json.put("findings", order.side().toString());
        return json;
    }

    private static String day(Audit.Order order) {
        String first = order.asOf().first().toString();
        String last = order.asOf().last().toString();
        return first.equals(last) ? first : first + ".." + last;
    }
}

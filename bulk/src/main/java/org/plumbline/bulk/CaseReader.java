package org.plumbline.bulk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.ScenarioReader;
import org.plumbline.core.load.Span;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Vocabulary;

/// Reads a line of a sheet as a case, by the reader of case files, so that a cell means what it would
/// mean there.
///
/// An empty cell says nothing. `a; b` are several values, `a | b` one of several, not known which.
final class CaseReader {

    private final Library library;
    private final String file;
    private final Headings headings;
    private final ScenarioReader.Defaults defaults;
    private final boolean ordinary;

    /// A case and its own key.
    record Keyed(String key, Loaded<Scenario> scenario) {}

    /// @param asOf the day of the act where a row has none
    /// @param ordinary whether what is not said is taken as ordinary
    CaseReader(
            Library library, String file, Headings headings, Known.Range asOf, boolean ordinary) {
        this.library = library;
        this.file = file;
        this.headings = headings;
        this.defaults = new ScenarioReader.Defaults(asOf, true);
        this.ordinary = ordinary;
    }

    /// Where a line stands.
    Span place(Sheet.Line line) {
        return new Span(file, (int) line.number(), 1, 1);
    }

    Keyed read(Sheet.Line line) {
        String key = String.valueOf(line.number());
        List<Node.Entry> entries = new ArrayList<>();
        List<Node.Entry> practitioner = new ArrayList<>();
        Span whole = place(line);
        if (line.fields().size() > headings.words().size()) {
            return new Keyed(
                    key,
                    Loaded.unsound(
                            Finding.error(
                                    "audit.row.long",
                                    whole,
                                    "%d fields under %d headings"
                                            .formatted(
                                                    line.fields().size(), headings.words().size()),
                                    "a field for each heading",
                                    "put a field that holds a comma in quotes")));
        }
        for (int column = 0; column < line.fields().size(); column++) {
            String word = headings.words().get(column);
            String text = line.fields().get(column).strip();
            if (text.isEmpty() || word.equals(Headings.IGNORE)) {
                continue;
            }
            var span = new Span(file, (int) line.number(), column + 1, column + 2);
            if (word.equals(Headings.KEY)) {
                key = text;
            } else if (Vocabulary.PRACTITIONER.contains(word)) {
                practitioner.add(entry(word, cell(text, span), span));
            } else {
                entries.add(entry(word, text, span));
            }
        }
        if (!practitioner.isEmpty()) {
            entries.add(entry("practitioner", new Node.Mapping(practitioner, whole), whole));
        }
        if (ordinary) {
            entries.add(entry("rest", new Node.Scalar("ordinary", false, whole), whole));
        }
        return new Keyed(
                key, ScenarioReader.read(library, new Node.Mapping(entries, whole), defaults));
    }

    private Node.Entry entry(String word, String text, Span span) {
        Optional<List<String>> amount = Headings.amount(library.vocabulary(), word);
        if (amount.isEmpty()) {
            return entry(word, cell(text, span), span);
        }
        var sum =
                new Node.Mapping(
                        List.of(entry(amount.get().getLast(), cell(text, span), span)), span);
        return entry(amount.get().getFirst(), sum, span);
    }

    private static Node.Entry entry(String word, Node value, Span span) {
        return new Node.Entry(new Node.Scalar(word, false, span), value);
    }

    private static Node cell(String text, Span span) {
        if (text.contains("|")) {
            return new Node.Mapping(
                    List.of(entry("possibly", list(text.split("\\|", -1), span), span)), span);
        }
        return text.contains(";")
                ? list(text.split(";", -1), span)
                : new Node.Scalar(text, false, span);
    }

    private static Node list(String[] parts, Span span) {
        return new Node.Sequence(
                Arrays.stream(parts)
                        .map(String::strip)
                        .filter(p -> !p.isEmpty())
                        .<Node>map(p -> new Node.Scalar(p, false, span))
                        .toList(),
                span);
    }
}

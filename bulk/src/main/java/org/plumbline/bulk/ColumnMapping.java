package org.plumbline.bulk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.YamlFile;

/// What somebody's columns hold and how their dates are written, as a mapping file says it.
///
/// @param columns from the columns' own headings to our words; empty where they are the same
/// @param dates from a column's own heading to how its dates are written, and from the empty word to
///     how those of every other column are: `day-first`, `month-first`, `excel`, `excel-1904`,
///     `moment`, or several with blanks between. Where nothing is said, dates that can be read in one
///     way are read
public record ColumnMapping(
        SequencedMap<String, String> columns, SequencedMap<String, String> dates) {

    private static final String FORMS =
            "`day-first` (or `dd/MM/yyyy`), `month-first` (or `MM/dd/yyyy`), `excel`, `excel-1904`, `moment`, or several of them that agree";

    /// Columns that have our words for headings, and dates that can be read in one way.
    public static final ColumnMapping NONE =
            new ColumnMapping(new LinkedHashMap<>(), new LinkedHashMap<>());

    public ColumnMapping {
        columns = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columns));
        dates = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(dates));
    }

    /// Reads a mapping file: `columns:` with a word for each heading, and `dates:` where it matters.
    public static Loaded<ColumnMapping> read(Path file) {
        return switch (YamlFile.read(file, file.toString())) {
            case Loaded.Unsound<Node>(var wrong) -> new Loaded.Unsound<>(wrong);
            case Loaded.Sound<Node>(var root, _) -> {
                List<Finding> findings = new ArrayList<>();
                var mapping = new ColumnMapping(columns(root, findings), dates(root, findings));
                yield findings.isEmpty()
                        ? new Loaded.Sound<>(mapping, List.of())
                        : new Loaded.Unsound<>(findings);
            }
        };
    }

    /// Whether words say how dates are written.
    public static boolean isFormOfDates(String words) {
        return !words.isBlank() && DateForms.of(words).isPresent();
    }

    private static SequencedMap<String, String> columns(Node root, List<Finding> findings) {
        SequencedMap<String, String> columns = new LinkedHashMap<>();
        if (root instanceof Node.Mapping top
                && top.get("columns").isPresent()
                && top.get("columns").get() instanceof Node.Mapping named) {
            for (Node.Entry entry : named.entries()) {
                if (entry.value() instanceof Node.Scalar word) {
                    columns.put(entry.key().text(), word.text());
                }
            }
        }
        if (columns.isEmpty()) {
            findings.add(
                    Finding.error(
                            "audit.mapping.shape",
                            root.span(),
                            "this is not a mapping of columns",
                            "`columns:` and below it headings with a word each",
                            "write one with `plumbline audit --columns FILE`"));
        }
        return columns;
    }

    private static SequencedMap<String, String> dates(Node root, List<Finding> findings) {
        SequencedMap<String, String> dates = new LinkedHashMap<>();
        if (root instanceof Node.Mapping top && top.get("dates").isPresent()) {
            if (top.get("dates").get() instanceof Node.Mapping columns) {
                for (Node.Entry entry : columns.entries()) {
                    dates.put(entry.key().text(), forms(entry.value(), findings));
                }
            } else {
                dates.put("", forms(top.get("dates").get(), findings));
            }
        }
        return dates;
    }

    private static String forms(Node node, List<Finding> findings) {
        List<String> words = new ArrayList<>();
        switch (node) {
            case Node.Scalar word -> words.add(word.text());
            case Node.Sequence list ->
                    list.items()
                            .forEach(item ->
                                    words.add(
                                            item instanceof Node.Scalar word ? word.text() : "?"));
            case Node.Mapping _ -> words.add("?");
        }
        String all = String.join(" ", words);
        if (isFormOfDates(all)) {
            return all;
        }
        boolean short_ = all.toLowerCase(Locale.ROOT).matches(".*(?<!y)yy(?!y).*");
        findings.add(
                Finding.error(
                        "audit.mapping.dates",
                        node.span(),
                        (short_
                                        ? "`%s`: two figures do not tell the century"
                                        : "`%s` does not say how dates are written")
                                .formatted(all),
                        FORMS,
                        short_
                                ? "write the years out with four figures"
                                : "write `dates: day-first` if 5/1/2023 is 5 January"));
        return "";
    }
}

package org.plumbline.bulk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.YamlFile;

/// What somebody's columns hold and how their dates are written, as a mapping file says it.
///
/// @param columns from the columns' own headings to our words; empty where they are the same
/// @param dates `day-first` or `month-first`, or empty where nobody says
public record ColumnMapping(SequencedMap<String, String> columns, Optional<String> dates) {

    /// Columns that have our words for headings, and dates that can be read in one way.
    public static final ColumnMapping NONE =
            new ColumnMapping(new LinkedHashMap<>(), Optional.empty());

    public ColumnMapping {
        columns = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columns));
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

    /// Whether a word says how dates are written.
    public static boolean isOrderOfDates(String word) {
        return DateForms.Order.of(word).isPresent();
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

    private static Optional<String> dates(Node root, List<Finding> findings) {
        if (root instanceof Node.Mapping top
                && top.get("dates").isPresent()
                && top.get("dates").get() instanceof Node.Scalar word) {
            if (isOrderOfDates(word.text())) {
                return Optional.of(word.text());
            }
            findings.add(
                    Finding.error(
                            "audit.mapping.dates",
                            word.span(),
                            "`%s` does not say how dates are written".formatted(word.text()),
                            "`day-first` or `month-first`",
                            "write `dates: day-first` if 5/1/2023 is 5 January"));
        }
        return Optional.empty();
    }
}

package org.plumbline.spark;

import java.io.Serializable;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.plumbline.bulk.LineDecider;
import org.plumbline.core.load.Finding;
import scala.jdk.javaapi.CollectionConverters;

/// The columns of a caseload: how a row of Spark becomes the fields of a line, and what a finding about
/// one is called.
final class RowShape implements Serializable {

    private static final long serialVersionUID = 1;

    private final String[] names;
    private final int asRead;
    private final int key;

    RowShape(CaseloadJob.Reading reading, String[] names) {
        this.names = names.clone();
        this.asRead = List.of(names).indexOf(CaseloadJob.AS_READ);
        this.key =
                Arrays.stream(names)
                        .map(n -> reading.mapping().getOrDefault(n, n))
                        .toList()
                        .indexOf(LineDecider.KEY);
    }

    List<String> names() {
        return List.of(names);
    }

    /// A row that Spark kept as it was read because it does not fit the headings, undecided.
    Optional<LineDecider.Decided> unfit(Row row) {
        if (asRead < 0 || row.isNullAt(asRead)) {
            return Optional.empty();
        }
        String own = key < 0 || row.isNullAt(key) ? "" : text(row.get(key)).strip();
        return LineDecider.misshapen("columns", row.getString(asRead), names.length - 1)
                .map(f -> new LineDecider.Decided(own, Optional.empty(), List.of(f)));
    }

    /// Whether a row of a table holds nothing at all: spreadsheets write such lines below their last row, and
    /// one machine passes over them too.
    boolean isEmpty(Row row) {
        for (int column = 0; column < row.size(); column++) {
            String text = text(row.get(column));
            if (!(column == asRead ? text.replaceAll("[,;|\t]", "") : text).isBlank()) {
                return false;
            }
        }
        return true;
    }

    /// The cells of a finding, as [CaseloadJob#FINDINGS] has them.
    List<String> record(String own, Finding finding) {
        int column = finding.span().column() - 1;
        boolean named = finding.span().endColumn() > finding.span().column();
        return List.of(
                own,
                named && column >= 0 && column < names.length ? names[column] : "",
                finding.code(),
                finding.found(),
                finding.expected(),
                finding.mend());
    }

    /// The cells of a row as text, as one machine reads them from the same file.
    static List<String> cells(Row row) {
        int size = row.size();
        String[] cells = new String[size];
        for (int i = 0; i < size; i++) {
            cells[i] = text(row.get(i));
        }
        return Arrays.asList(cells);
    }

    private static String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case String text -> text;
            // A moment that has a zone: the session's own zone must not decide which day it was.
            case Timestamp moment -> moment.toInstant().toString();
            case scala.collection.Iterable<?> list ->
                    LineDecider.text(CollectionConverters.asJava(list));
            default -> LineDecider.text(cell);
        };
    }
}

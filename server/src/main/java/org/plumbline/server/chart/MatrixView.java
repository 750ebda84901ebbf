package org.plumbline.server.chart;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.core.compare.Matrix;
import org.plumbline.core.compare.MatrixSvg;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.timeline.Band;
import org.plumbline.core.timeline.Row;

/// A matrix of answers: as a table, and for a phone as a list that opens row by row.
///
/// @param columns texts, or people
/// @param rows acts on which a column has something to say
/// @param quiet acts on which none has anything to say of this, by name
/// @param key the bands that occur
/// @param file the same as a drawing
public record MatrixView(
        String title,
        List<String> columns,
        List<Line> rows,
        List<String> quiet,
        List<Key> key,
        String file) {

    public MatrixView {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        quiet = List.copyOf(quiet);
        key = List.copyOf(key);
    }

    /// Bands in which some text forbids or requires something.
    private static final Set<String> FIRM = Set.of("m-p", "m-x", "m-u", "m-o");

    /// Fewer rows than these are not worth a fold.
    private static final int WORTH_A_FOLD = 4;

    /// The rows that a phone shows: acts of which some text says "must" or "must not"; all of them where
    /// few are left or none is such.
    public List<Line> first() {
        List<Line> firm =
                rows.stream()
                        .filter(r -> r.cells().stream().anyMatch(c -> FIRM.contains(c.style())))
                        .toList();
        return firm.isEmpty() || rows.size() - firm.size() < WORTH_A_FOLD ? rows : firm;
    }

    /// The rows that a phone folds away.
    public List<Line> others() {
        List<Line> shown = first();
        return rows.stream().filter(r -> !shown.contains(r)).toList();
    }

    /// One act.
    ///
    /// @param says the row in a sentence: "Prohibited: 2; silent: 6"
    public record Line(String head, String says, List<Cell> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /// One answer.
    ///
    /// @param style the class of its band
    public record Cell(String column, String style, String words, List<Cites.Cite> cites) {
        public Cell {
            cites = List.copyOf(cites);
        }
    }

    /// A band in the key.
    public record Key(String style, String words) {}

    /// @param editions one for each column, or one for all
    static MatrixView of(Library library, Matrix matrix, List<Edition> editions) {
        List<String> columns =
                editions.size() == 1
                        ? matrix.columns()
                        : editions.stream()
                                .map(e -> new Row(e, List.of(), List.of()).label())
                                .toList();
        List<Line> rows = new ArrayList<>();
        List<String> quiet = new ArrayList<>();
        Map<Band, Key> key = new EnumMap<>(Band.class);
        for (Matrix.Row row : matrix.rows()) {
            if (row.cells().stream().allMatch(c -> empty(c.band()))) {
                quiet.add(row.head());
                continue;
            }
            List<Cell> cells = new ArrayList<>();
            Map<Band, Integer> counts = new EnumMap<>(Band.class);
            for (int at = 0; at < row.cells().size(); at++) {
                Matrix.Cell cell = row.cells().get(at);
                Edition edition = editions.get(Math.min(at, editions.size() - 1));
                key.putIfAbsent(cell.band(), new Key(style(cell.band()), cell.words()));
                counts.merge(cell.band(), 1, Integer::sum);
                cells.add(
                        new Cell(
                                columns.get(at),
                                style(cell.band()),
                                cell.words(),
                                Cites.of(library, edition, cell.provisions())));
            }
            rows.add(new Line(row.head(), says(counts), cells));
        }
        return new MatrixView(
                matrix.title(),
                columns,
                rows,
                quiet,
                List.copyOf(key.values()),
                MatrixSvg.draw(matrix));
    }

    private static String says(Map<Band, Integer> counts) {
        List<String> parts = new ArrayList<>();
        counts.forEach((band, count) -> parts.add(lower(band.words()) + ": " + count));
        return Choices.capital(String.join("; ", parts));
    }

    private static String lower(String words) {
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }

    private static boolean empty(Band band) {
        return band == Band.NOT_ADDRESSED || band == Band.SILENT || band == Band.ABSENT;
    }

    private static String style(Band band) {
        return switch (band) {
            case FORBIDDEN -> "m-p";
            case CLASH -> "m-x";
            case UNLESS -> "m-u";
            case REQUIRED -> "m-o";
            case CAUTION -> "m-a";
            case CAUTION_IN_SOME_CASES -> "m-c";
            case DUTIES -> "m-d";
            case PERMITTED -> "m-e";
            case ADVISED -> "m-v";
            case OPEN, DEPENDS -> "m-w";
            case NOT_ADDRESSED -> "m-n";
            case SILENT, ABSENT -> "m-s";
        };
    }
}

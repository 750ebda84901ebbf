package org.plumbline.core.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.plumbline.core.timeline.Band;

/// A matrix as text: a table for a terminal, with a key to its marks, or a Markdown table in words.
public final class MatrixTable {

    private MatrixTable() {}

    /// One mark and one word or two for each answer; columns are numbered where their names are long.
    ///
    /// @param ascii whether to keep to ASCII
    public static String draw(Matrix matrix, boolean ascii) {
        var out = new StringBuilder(matrix.title() + "\n\n");
        int head = matrix.corner().length();
        for (Matrix.Row row : matrix.rows()) {
            head = Math.max(head, row.head().length());
        }
        out.append(padded(matrix.corner(), head));
        for (int column = 1; column <= matrix.columns().size(); column++) {
            out.append("  ").append(padded(String.valueOf(column), 2));
        }
        trimEnd(out);
        out.append('\n');
        Set<Band> used = new LinkedHashSet<>();
        for (Matrix.Row row : matrix.rows()) {
            out.append(padded(row.head(), head));
            for (Matrix.Cell cell : row.cells()) {
                String mark = String.valueOf(cell.band().mark(ascii));
                out.append("  ").append(mark).append(mark);
                used.add(cell.band());
            }
            trimEnd(out);
            out.append('\n');
        }
        out.append('\n');
        for (int column = 0; column < matrix.columns().size(); column++) {
            out.append("%2d  %s%n".formatted(column + 1, matrix.columns().get(column)));
        }
        out.append('\n');
        for (Band band : Band.values()) {
            if (used.contains(band)) {
                String mark = String.valueOf(band.mark(ascii));
                out.append("%s  %s%n".formatted(mark + mark, band.words()));
            }
        }
        out.append('\n');
        wrapped(NOTE, WIDTH).forEach(line -> out.append(line).append('\n'));
        return out.toString();
    }

    private static final int WIDTH = 80;

    /// Lines of no more than so many letters, broken at spaces.
    static List<String> wrapped(String words, int letters) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (String word : words.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > letters) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /// What a reader must know of every cell.
    static final String NOTE =
            "Each cell is what the text says to whom it binds, in ordinary circumstances, with"
                    + " every judgement and date left open. Silence, and not being addressed, are not"
                    + " permission. This is not legal advice.";

    /// The same in Markdown, each cell in words with its provisions.
    public static String markdown(Matrix matrix) {
        var out = new StringBuilder("| " + escaped(matrix.corner()) + " |");
        matrix.columns().forEach(c -> out.append(' ').append(escaped(c)).append(" |"));
        out.append("\n|").append("---|".repeat(matrix.columns().size() + 1)).append('\n');
        for (Matrix.Row row : matrix.rows()) {
            List<String> cells = new ArrayList<>();
            for (Matrix.Cell cell : row.cells()) {
                cells.add(
                        cell.words()
                                + (cell.provisions().isEmpty()
                                        ? ""
                                        : " (" + String.join("; ", cell.provisions()) + ")"));
            }
            out.append("| ").append(escaped(row.head())).append(" |");
            cells.forEach(c -> out.append(' ').append(escaped(c)).append(" |"));
            out.append('\n');
        }
        return out.append('\n').append(NOTE).append('\n').toString();
    }

    private static String escaped(String words) {
        return words.replace("|", "\\|");
    }

    private static String padded(String words, int width) {
        return words + " ".repeat(Math.max(0, width - words.length()));
    }

    private static void trimEnd(StringBuilder out) {
        while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
    }
}

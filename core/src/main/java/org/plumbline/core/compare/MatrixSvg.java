package org.plumbline.core.compare;

import static org.plumbline.core.timeline.Xml.number;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.plumbline.core.timeline.Band;
import org.plumbline.core.timeline.SvgStyle;
import org.plumbline.core.timeline.Xml;

/// A matrix as one self-contained SVG: a pattern and its words in every cell, never colour alone,
/// and all of it once more in its description. It takes the colours of the page it stands in.
public final class MatrixSvg {

    private static final double HEAD = 250;
    private static final double CELL = 150;
    private static final double HEIGHT = 46;
    private static final double LINE = 15;
    private static final int LETTERS = 21;

    private final Matrix matrix;
    private final String id;
    private final Xml body = new Xml();
    private double y;

    private MatrixSvg(Matrix matrix) {
        this.matrix = matrix;
        this.id =
                "matrix-"
                        + matrix.title()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replaceAll("[^a-z0-9]+", "-");
    }

    /// Draws it.
    public static String draw(Matrix matrix) {
        return new MatrixSvg(matrix).drawn();
    }

    private String drawn() {
        double width = HEAD + CELL * matrix.columns().size();
        body(width);
        String height = number(y + 12);
        var svg = new Xml();
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "plumbline-matrix",
                "id",
                id,
                "viewBox",
                "-16 0 " + number(width + 32) + " " + height,
                "role",
                "img",
                "aria-labelledby",
                id + "-title " + id + "-desc",
                "font-family",
                SvgStyle.FONTS,
                "lang",
                "en");
        svg.line().text("title", matrix.title(), "id", id + "-title");
        svg.line().text("desc", description(), "id", id + "-desc");
        svg.line().text("style", SvgStyle.CSS.formatted(id));
        svg.line();
        return svg.raw(SvgStyle.patterns(id))
                .raw(
                        new Xml()
                                .empty(
                                        "rect",
                                        "x",
                                        "-16",
                                        "width",
                                        number(width + 32),
                                        "height",
                                        height,
                                        "class",
                                        "paper",
                                        "fill",
                                        "#ffffff")
                                .toString())
                .raw(body.toString())
                .line()
                .close()
                .line()
                .toString();
    }

    /// The matrix as sentences: everything that it shows.
    private String description() {
        List<String> rows = new ArrayList<>();
        for (Matrix.Row row : matrix.rows()) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < row.cells().size(); column++) {
                Matrix.Cell cell = row.cells().get(column);
                cells.add(
                        matrix.columns().get(column)
                                + ": "
                                + cell.words()
                                + (cell.provisions().isEmpty()
                                        ? ""
                                        : " (" + String.join("; ", cell.provisions()) + ")"));
            }
            rows.add(row.head() + ". " + String.join("; ", cells) + ".");
        }
        return rows.stream().collect(Collectors.joining(" ")) + " " + MatrixTable.NOTE;
    }

    private void body(double width) {
        y = 24;
        text(matrix.title(), 0, y, 20, "b", "bold");
        y += 14;
        double deepest = 0;
        for (int column = 0; column < matrix.columns().size(); column++) {
            List<String> lines = MatrixTable.wrapped(matrix.columns().get(column), LETTERS);
            for (int line = 0; line < lines.size(); line++) {
                text(
                        lines.get(line),
                        HEAD + column * CELL + 2,
                        y + 18 + line * LINE,
                        13,
                        "t1",
                        "bold");
            }
            deepest = Math.max(deepest, lines.size() * LINE);
        }
        y += deepest + 14;
        for (Matrix.Row row : matrix.rows()) {
            List<String> lines = MatrixTable.wrapped(row.head(), 36);
            for (int line = 0; line < lines.size(); line++) {
                text(lines.get(line), 0, y + 20 + line * LINE, 14, "t1", "normal");
            }
            double height = Math.max(HEIGHT, lines.size() * LINE + 16);
            for (int column = 0; column < row.cells().size(); column++) {
                Matrix.Cell cell = row.cells().get(column);
                cell(cell, HEAD + column * CELL, y, height);
            }
            y += height + 6;
        }
        y += 8;
        for (String line : MatrixTable.wrapped(MatrixTable.NOTE, (int) (width / 7))) {
            y += LINE;
            text(line, 0, y, 13, "t2", "normal");
        }
    }

    private void cell(Matrix.Cell cell, double x, double top, double height) {
        body.line();
        SvgStyle.band(body, id, cell.band(), x + 2, top, CELL - 8, height - 4);
        List<String> words = MatrixTable.wrapped(cell.words(), LETTERS - 3);
        boolean solid = cell.band() == Band.FORBIDDEN;
        boolean bare = cell.band() == Band.ABSENT || cell.band() == Band.SILENT;
        for (int line = 0; line < words.size(); line++) {
            double at = top + 2 + line * LINE;
            if (!solid && !bare) {
                body.empty(
                        "rect",
                        "x",
                        number(x + 6),
                        "y",
                        number(at + 4),
                        "width",
                        number(Math.min(CELL - 20, words.get(line).length() * 7.0 + 6)),
                        "height",
                        number(LINE),
                        "class",
                        "paper",
                        "fill",
                        "#ffffff");
            }
            body.text(
                    "text",
                    words.get(line),
                    "x",
                    number(x + 9),
                    "y",
                    number(at + 16 - (bare ? 3 : 0)),
                    "font-size",
                    "13",
                    "class",
                    solid ? "on" : "t1",
                    "fill",
                    solid ? "#ffffff" : "#13212b");
        }
    }

    private void text(String words, double x, double at, double size, String style, String weight) {
        body.line()
                .text(
                        "text",
                        words,
                        "x",
                        number(x),
                        "y",
                        number(at),
                        "font-size",
                        number(size),
                        "font-weight",
                        weight,
                        "class",
                        style,
                        "fill",
                        "#13212b");
    }
}

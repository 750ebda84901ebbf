package org.plumbline.core.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// A timeline for a terminal: a bar of characters for each text, and its words.
///
/// What a bar says is in its characters and in the words beneath it; colour only repeats it.
public final class TextChart {

    /// The narrowest chart that is drawn; a narrower terminal wraps it.
    public static final int NARROWEST = 40;

    private static final int SIDE_BY_SIDE = 72;
    private static final int NAME = 24;
    private static final int WIDEST = 120;

    private final Timeline timeline;
    private final Axis axis;
    private final boolean colour;
    private final boolean ascii;
    private final int width;
    private final int name;
    private final int bar;
    private final List<String> lines = new ArrayList<>();

    private TextChart(Timeline timeline, int width, boolean colour, boolean ascii) {
        this.timeline = timeline;
        this.axis = new Axis(timeline);
        this.colour = colour;
        this.ascii = ascii;
        this.width = Math.clamp(width, NARROWEST, WIDEST);
        this.name = this.width < SIDE_BY_SIDE ? 0 : NAME + 2;
        this.bar = this.width - name;
    }

    /// Draws it, every line ended, none longer than the width.
    ///
    /// From 72 columns names stand beside the bars, below that above them.
    ///
    /// @param width of the terminal, in columns
    /// @param colour whether to colour the bars besides
    /// @param ascii whether to keep to ASCII, for terminals without box-drawing characters
    public static String draw(Timeline timeline, int width, boolean colour, boolean ascii) {
        return new TextChart(timeline, width, colour, ascii).drawn();
    }

    private String drawn() {
        paragraph(timeline.title(), 0);
        if (!timeline.rows().isEmpty()) {
            line("");
            line(" ".repeat(name) + cut(Words.capital(timeline.axis())));
            scale();
            for (Row.Group group : Row.Group.values()) {
                List<Row> rows = timeline.rows(group);
                if (!rows.isEmpty()) {
                    line("");
                    line(group.words());
                    for (int at = 0; at < rows.size(); at++) {
                        if (name == 0 && at > 0) {
                            line("");
                        }
                        row(rows.get(at));
                    }
                }
            }
            line("");
            legend();
        }
        line("");
        timeline.notes().forEach(note -> paragraph(note, 0));
        return String.join("\n", lines) + "\n";
    }

    private String cut(String words) {
        return words.length() <= bar ? words : words.substring(0, bar);
    }

    // ── Axis ────────────────────────────────────────────────────────────────────────────────

    private int column(double at) {
        return Math.min(bar - 1, (int) Math.round(at * (bar - 1)));
    }

    private void scale() {
        var labels = new StringBuilder(" ".repeat(bar));
        var ruler = new StringBuilder((ascii ? "-" : "─").repeat(bar));
        String end = "never";
        labels.replace(bar - end.length(), bar, end);
        int free = 0;
        for (Axis.Tick tick : axis.ticks()) {
            int at = column(tick.at());
            ruler.setCharAt(at, ascii ? '+' : '┴');
            int length = tick.words().length();
            if (at >= free && at + length < bar - end.length()) {
                labels.replace(at, at + length, tick.words());
                free = at + length + 1;
            }
        }
        int broken = column((Axis.FOR_EVER + 1) / 2);
        ruler.replace(broken, broken + 2, "//");
        timeline.mark().ifPresent(day -> ruler.setCharAt(column(axis.at(day)), ascii ? 'V' : '▼'));
        line(" ".repeat(name) + labels);
        line(" ".repeat(name) + ruler);
        timeline.mark()
                .ifPresent(day ->
                        line(
                                " ".repeat(name)
                                        + cut(
                                                (ascii ? "V " : "▼ ")
                                                        + "the day asked about, "
                                                        + Words.day(day))));
    }

    // ── Rows ────────────────────────────────────────────────────────────────────────────────

    private void row(Row row) {
        String words = Words.capital(Sentence.starred(timeline, row)) + ".";
        List<String> right = new ArrayList<>();
        right.add(bar(row));
        if (name == 0) {
            paragraph(row.label(), 0);
            line(right.getFirst());
            paragraph(words, 0);
            return;
        }
        List<String> left = wrap(row.label(), NAME - 2);
        right.addAll(wrap(words, bar));
        for (int at = 0; at < Math.max(left.size(), right.size()); at++) {
            String start = at < left.size() ? (at == 0 ? left.get(at) : "  " + left.get(at)) : "";
            String end = at < right.size() ? right.get(at) : "";
            line(start + " ".repeat(name - start.length()) + end);
        }
    }

    /// The bar: each step has at least one column, later ones giving way to earlier ones.
    private String bar(Row row) {
        Band[] cells = new Band[bar];
        var seams = new BitSet();
        int from = 0;
        for (int at = 0; at < row.steps().size(); at++) {
            Step step = row.steps().get(at);
            int after = row.steps().size() - at - 1;
            int to = step.next().map(next -> column(axis.at(next))).orElse(bar);
            to = Math.clamp(to, Math.min(from + 1, bar), Math.max(bar - after, from + 1));
            Arrays.fill(cells, from, Math.min(to, bar), step.band());
            if (at > 0 && row.steps().get(at - 1).band() == step.band() && from < bar) {
                seams.set(from);
            }
            from = Math.min(to, bar);
        }
        return painted(cells, seams);
    }

    private String painted(Band[] cells, BitSet seams) {
        var painted = new StringBuilder();
        Optional<Band> before = Optional.empty();
        for (int at = 0; at < cells.length; at++) {
            Band band = cells[at];
            if (colour && !before.equals(Optional.of(band))) {
                painted.append(before.isEmpty() ? "" : RESET).append(colour(band));
            }
            boolean end = at == cells.length - 1 && band != Band.ABSENT;
            char mark = seams.get(at) ? (ascii ? '|' : '│') : band.mark(ascii);
            painted.append(end ? (ascii ? '>' : '►') : mark);
            before = Optional.of(band);
        }
        return painted.append(colour ? RESET : "").toString();
    }

    private static final String RESET = "\u001b[0m";

    private static String colour(Band band) {
        return "\u001b["
                + switch (band) {
                    case FORBIDDEN, UNLESS -> "31";
                    case CLASH -> "35";
                    case REQUIRED, ADVISED -> "34";
                    case CAUTION, CAUTION_IN_SOME_CASES -> "33";
                    case DUTIES, PERMITTED -> "32";
                    case OPEN, DEPENDS -> "36";
                    case NOT_ADDRESSED, SILENT, ABSENT -> "0";
                }
                + "m";
    }

    // ── Legend and lines ────────────────────────────────────────────────────────────────────

    private void legend() {
        String line = "";
        for (Band band : timeline.bands()) {
            String mark = String.valueOf(band.mark(ascii)).repeat(2);
            String item = (colour ? colour(band) + mark + RESET : mark) + " " + band.words();
            String longer = line.isEmpty() ? item : line + "   " + item;
            if (shown(longer) > width) {
                line(line);
                line = item;
            } else {
                line = longer;
            }
        }
        line(line);
    }

    /// How many columns a string takes, codes for colour left out.
    private static int shown(String text) {
        return text.replaceAll("\u001b\\[\\d+m", "").length();
    }

    private static List<String> wrap(String text, int columns) {
        return Words.wrapped(text, columns, String::length);
    }

    private void paragraph(String text, int indent) {
        wrap(text, width - indent).forEach(l -> line(" ".repeat(indent) + l));
    }

    private void line(String line) {
        lines.add(line.stripTrailing());
    }
}

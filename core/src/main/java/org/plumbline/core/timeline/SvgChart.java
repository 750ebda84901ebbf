package org.plumbline.core.timeline;

import static org.plumbline.core.timeline.Xml.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A timeline as one self-contained SVG: bars with patterns, the words on and beneath them, and all
/// of it once more in its description.
///
/// It brings no script, no font and no address. It takes the colours of the page it stands in, and
/// has its own for light, dark and forced colours where it stands alone.
public final class SvgChart {

    /// For which width it is laid out.
    public enum Layout {
        /// Names beside the bars; 1152 wide, legible from about 800.
        WIDE(1152, 16, 300, 28, 14, 13.5),
        /// Names above the bars; 340 wide, for phones.
        NARROW(340, 8, 0, 20, 14, 14);

        private final double width;
        private final double margin;
        private final double left;
        private final double bar;
        private final double note;
        private final double sentence;

        Layout(double width, double margin, double left, double bar, double note, double sentence) {
            this.width = width;
            this.margin = margin;
            this.left = left;
            this.bar = bar;
            this.note = note;
            this.sentence = sentence;
        }

        private String word() {
            return this == WIDE ? "wide" : "narrow";
        }
    }

    private final Timeline timeline;
    private final Layout layout;
    private final Axis axis;
    private final String id;
    private final Xml body = new Xml();
    private double y;

    private SvgChart(Timeline timeline, Layout layout) {
        this.timeline = timeline;
        this.layout = layout;
        this.axis = new Axis(timeline);
        this.id =
                ("timeline-" + timeline.act() + "-" + timeline.party() + "-" + layout.word())
                        .replaceAll("[^A-Za-z0-9-]+", "-");
    }

    /// Draws it for a wide page.
    public static String draw(Timeline timeline) {
        return draw(timeline, Layout.WIDE);
    }

    /// Draws it for one layout. Ids in it begin with the act, the party and the layout, so that
    /// several may stand in one page.
    public static String draw(Timeline timeline, Layout layout) {
        return new SvgChart(timeline, layout).drawn();
    }

    private String drawn() {
        body();
        String height = number(y + 8);
        var svg = new Xml();
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "plumbline-timeline",
                "id",
                id,
                "viewBox",
                number(-layout.margin)
                        + " 0 "
                        + number(layout.width + 2 * layout.margin)
                        + " "
                        + height,
                "preserveAspectRatio",
                "xMinYMin meet",
                "role",
                "img",
                "aria-labelledby",
                id + "-title " + id + "-desc",
                "font-family",
                SvgStyle.FONTS,
                "lang",
                "en");
        svg.line().text("title", timeline.title(), "id", id + "-title");
        svg.line().text("desc", description(), "id", id + "-desc");
        svg.line().text("style", SvgStyle.CSS.formatted(id));
        svg.line();
        return svg.raw(SvgStyle.patterns(id))
                .raw(
                        new Xml()
                                .empty(
                                        "rect",
                                        "x",
                                        number(-layout.margin),
                                        "width",
                                        number(layout.width + 2 * layout.margin),
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

    /// The chart as sentences: everything that it shows.
    private String description() {
        return timeline.rows().stream()
                        .map(row -> row.label() + ": " + Sentence.starred(timeline, row) + ".")
                        .collect(Collectors.joining(" "))
                + (timeline.rows().isEmpty() ? "" : " ")
                + String.join(" ", timeline.notes());
    }

    // ── From top to bottom ──────────────────────────────────────────────────────────────────

    private void body() {
        y = 24;
        paragraph(timeline.title(), 0, layout.width, 20, "b");
        y += 6;
        if (!timeline.rows().isEmpty()) {
            double top = scale();
            for (Row.Group group : Row.Group.values()) {
                if (!timeline.rows(group).isEmpty()) {
                    group(group);
                }
            }
            mark(top, y);
            legend();
        }
        y += 6;
        for (String note : timeline.notes()) {
            paragraph(note, 0, layout.width, layout.note, "t2");
        }
    }

    private double x(double at) {
        double end = layout == Layout.WIDE ? layout.width - 8 : layout.width - 9;
        double start = layout.left + (layout == Layout.WIDE ? 0 : 1);
        return start + at * (end - start);
    }

    private double end() {
        return x(1);
    }

    /// Draws the axis, and returns where it is.
    private double scale() {
        paragraph(
                Words.capital(timeline.axis()), layout.left, layout.width - layout.left, 14, "t2");
        y += 4;
        List<Axis.Tick> ticks = axis.ticks();
        double free = -1;
        double last = end() - width("never", 14, true);
        for (int at = 0; at < ticks.size(); at++) {
            Axis.Tick tick = ticks.get(at);
            double wide = width(tick.words(), 14, true);
            double from = at == 0 ? x(tick.at()) : x(tick.at()) - wide / 2;
            if (from >= free && from + wide < last) {
                text(
                        tick.words(),
                        x(tick.at()),
                        y,
                        14,
                        "b",
                        "text-anchor",
                        at == 0 ? "start" : "middle");
                free = from + wide + 8;
            }
        }
        text("never", end(), y, 14, "b", "text-anchor", "end");
        y += 8;
        double broken = x((Axis.FOR_EVER + 1) / 2);
        path(
                "M%s %sH%sm10 0H%s".formatted(n(x(0)), n(y), n(broken - 5), n(end())),
                "edge",
                "stroke",
                "#74828b",
                "stroke-width",
                "1.5");
        path(
                "M%s %sl6-10m4 10l6-10".formatted(n(broken - 8), n(y + 5)),
                "edge",
                "stroke",
                "#74828b",
                "stroke-width",
                "1.5");
        for (Axis.Tick tick : ticks) {
            path(
                    "M%s %sv6".formatted(n(x(tick.at())), n(y)),
                    "edge",
                    "stroke",
                    "#74828b",
                    "stroke-width",
                    "1.5");
        }
        double top = y;
        y += 6;
        return top;
    }

    private void group(Row.Group group) {
        y += 26;
        text(group.words(), 0, y, 16, "b");
        y += 9;
        path(
                "M0 %sH%s".formatted(n(y), n(layout.width)),
                "rule",
                "stroke",
                "#d2dadd",
                "stroke-width",
                "1");
        y += 10;
        for (Row row : timeline.rows(group)) {
            body.line();
            row(row);
        }
    }

    private void row(Row row) {
        String clock = row.clockSays().isEmpty() ? "no clock" : "clock: " + row.clockSays();
        String sub = row.edition().practitioner() + "; " + clock;
        String sentence = Words.capital(Sentence.starred(timeline, row)) + ".";
        if (layout == Layout.NARROW) {
            y += 16;
            paragraph(row.label(), 0, layout.width, 15, "b");
            paragraph(sub, 0, layout.width, 13.5, "t2");
            y -= 6;
            bar(row);
            y += layout.bar + 17;
            paragraph(sentence, 0, layout.width, layout.sentence, "t1");
            y += 2;
            return;
        }
        double top = y;
        y = top + 13;
        paragraph(row.label(), 0, layout.left - 16, 15, "b");
        paragraph(sub, 0, layout.left - 16, 13, "t2");
        double left = y;
        y = top;
        bar(row);
        y = top + layout.bar + 16;
        Step only = row.steps().getLast();
        if (!sentence.equals(Words.capital(only.says()) + ".")) {
            paragraph(sentence, layout.left, layout.width - layout.left, layout.sentence, "t2");
        }
        y = Math.max(left, y) + 2;
    }

    // ── Bars ────────────────────────────────────────────────────────────────────────────────

    private void bar(Row row) {
        double from = x(0);
        for (int at = 0; at < row.steps().size(); at++) {
            Step step = row.steps().get(at);
            double to = Math.max(from + 2, step.next().map(next -> x(axis.at(next))).orElse(end()));
            SvgStyle.band(body, id, step.band(), from, y, to - from, layout.bar);
            if (layout == Layout.WIDE) {
                words(step, at == 0, from, to);
            }
            if (step.next().isEmpty() && step.band() != Band.ABSENT) {
                SvgStyle.arrow(body, id, step.band(), to, y, layout.bar);
            }
            from = to;
        }
        timeline.mark().ifPresent(day -> plumb(x(axis.at(day)), y - 4, y + layout.bar + 4));
    }

    /// The words on a band: the longest form that fits beside the plumb line.
    private void words(Step step, boolean first, double from, double to) {
        String words = Words.capital(step.says());
        List<String> forms = new ArrayList<>(List.of(words, step.band().words()));
        if (words.startsWith("Prohibited unless ")) {
            forms.set(1, Words.capital(words.substring("Prohibited ".length())));
        }
        if (first && step.next().isEmpty() && step.band() == Band.FORBIDDEN) {
            forms.addFirst(words + ", with no end date");
        } else if (first && !step.clocks().isEmpty()) {
            forms.addFirst(words + " for " + step.clocks().getFirst().length());
        }
        double start = from + 10;
        double room = to - start - 6;
        Optional<Double> line =
                timeline.mark().map(day -> x(axis.at(day))).filter(at -> at > from && at < to);
        for (String form : forms) {
            double wide = width(form, 14, false) + 5;
            if (line.isPresent() && start + wide > line.get() - 4) {
                if (wide <= to - line.get() - 20) {
                    SvgStyle.onBand(body, step.band(), form, line.get() + 14, y, wide);
                    return;
                }
            } else if (wide <= room) {
                SvgStyle.onBand(body, step.band(), form, start, y, wide);
                return;
            }
        }
    }

    private void mark(double axisAt, double to) {
        timeline.mark()
                .ifPresent(day -> {
                    double at = x(axis.at(day));
                    String words = "The day asked about, " + Words.day(day);
                    double wide = width(words, 14, false);
                    plumb(at, axisAt - 6, axisAt + 10);
                    bob(at, to + 4);
                    if (at + 14 + wide <= layout.width) {
                        text(words, at + 14, to + 26, 14, "t1");
                    } else if (wide + 14 <= at) {
                        text(words, at - 14, to + 26, 14, "t1", "text-anchor", "end");
                    } else {
                        text(words, 0, to + 52, 14, "t1");
                        y = to + 62;
                        return;
                    }
                    y = to + 40;
                });
    }

    private void plumb(double at, double from, double to) {
        path(
                "M%s %sV%s".formatted(n(at), n(from), n(to)),
                "halo",
                "stroke",
                "#ffffff",
                "stroke-width",
                "6");
        path(
                "M%s %sV%s".formatted(n(at), n(from), n(to)),
                "plumb",
                "stroke",
                "#13212b",
                "stroke-width",
                "2");
    }

    private void bob(double at, double top) {
        path(
                "M%s %sh1.6v12h3.2v3h-8v-3h3.2zM%s %sh12c0 5-3 10-6 14-3-4-6-9-6-14z"
                        .formatted(n(at - .8), n(top), n(at - 6), n(top + 16)),
                "bob",
                "fill",
                "#13212b");
    }

    // ── Legend and text ─────────────────────────────────────────────────────────────────────

    private void legend() {
        y += 12;
        double x = 0;
        for (Band band : timeline.bands()) {
            double wide = 34 + 8 + width(band.words(), 14, false);
            if (x > 0 && x + wide > layout.width) {
                x = 0;
                y += 28;
            }
            SvgStyle.band(body, id, band, x, y, 34, 18);
            text(band.words(), x + 42, y + 14, 14, "t1");
            x += wide + 24;
        }
        y += 40;
    }

    /// Text in lines, the first on the current line; leaves the current line beneath the last.
    private void paragraph(String words, double x, double width, double size, String style) {
        boolean bold = style.equals("b");
        for (String line : Words.wrapped(words, width, s -> width(s, size, bold))) {
            text(line, x, y, size, style);
            y += Math.round(size * 1.32);
        }
    }

    private void text(
            String words, double x, double y, double size, String style, String... attributes) {
        String[] all = new String[attributes.length + 10];
        System.arraycopy(
                new String[] {
                    "x",
                    n(x),
                    "y",
                    n(y),
                    "font-size",
                    n(size),
                    "class",
                    style,
                    "fill",
                    style.equals("t2") ? "#42505a" : "#13212b"
                },
                0,
                all,
                0,
                10);
        System.arraycopy(attributes, 0, all, 10, attributes.length);
        if (style.equals("b")) {
            body.open("g", "font-weight", "650").text("text", words, all).close();
        } else {
            body.text("text", words, all);
        }
    }

    private void path(String d, String style, String... attributes) {
        SvgStyle.path(body, d, style, attributes);
    }

    private static String n(double number) {
        return number(number);
    }

    /// How wide text is at most, by the measures of the widest fonts of the stack.
    private static double width(String text, double size, boolean bold) {
        double ems = 0;
        for (int at = 0; at < text.length(); at++) {
            ems += ems(text.charAt(at));
        }
        return ems * size * (bold ? 1.12 : 1);
    }

    private static double ems(char c) {
        if ("iljtfr.,;:'()[]| ".indexOf(c) >= 0) {
            return 0.38;
        }
        if ("mwMW".indexOf(c) >= 0) {
            return 0.96;
        }
        return Character.isUpperCase(c) ? 0.72 : 0.63;
    }
}

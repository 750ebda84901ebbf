package org.plumbline.core.timeline;

import static org.plumbline.core.timeline.Xml.number;

/// How bands look in SVG: the tokens of the pages, the patterns, and the shapes.
///
/// Every shape carries its light colour as an attribute and its token as a class: a viewer without
/// style sheets draws it in the light colours, a browser in those of the page or of the reader.
public final class SvgStyle {

    private SvgStyle() {}

    public static final String FONTS =
            "'Public Sans', system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu"
                    + " Sans', sans-serif";

    /// With the id of the chart for `%1$s`, so that a page it stands in is left alone.
    ///
    /// A custom property set on the root takes the token of the page where there is one.
    public static final String CSS =
            """

            #%1$s { color-scheme: light dark; display: block; max-width: 100%%; height: auto;
              --pl-paper: var(--paper, #ffffff); --pl-ink: var(--ink, #13212b); --pl-ink-2: var(--ink-2, #42505a);
              --pl-line: var(--line, #d2dadd); --pl-edge: var(--edge, #74828b);
              --pl-against: var(--against, #8c1d18); --pl-against-tint: var(--against-tint, #fbf0ee);
              --pl-against-band: var(--against-band, #8c1d18); --pl-on-band: var(--on-band, #ffffff);
              --pl-caution-tint: var(--caution-tint, #fdf5e4); --pl-caution: var(--caution-mark, #a86a0a);
              --pl-clash: var(--clash, #5b2a86); --pl-clash-tint: var(--clash-tint, #f6f0fb);
              --pl-ought: var(--ought, #1d4196); --pl-ought-tint: var(--ought-tint, #eef2fc);
              --pl-leave: var(--leave-mark, #2c7a54); --pl-leave-tint: var(--leave-tint, #eef6f1); }
            @media (prefers-color-scheme: dark) { #%1$s {
              --pl-paper: var(--paper, #10181e); --pl-ink: var(--ink, #e9eef1); --pl-ink-2: var(--ink-2, #bcc7ce);
              --pl-line: var(--line, #2e3b45); --pl-edge: var(--edge, #7e8e99);
              --pl-against: var(--against, #ffa79d); --pl-against-tint: var(--against-tint, #2c1a1b);
              --pl-against-band: var(--against-band, #a83a33); --pl-on-band: var(--on-band, #ffffff);
              --pl-caution-tint: var(--caution-tint, #2a2214); --pl-caution: var(--caution-mark, #d09a35);
              --pl-clash: var(--clash, #d4b5f5); --pl-clash-tint: var(--clash-tint, #251c31);
              --pl-ought: var(--ought, #adc5ff); --pl-ought-tint: var(--ought-tint, #18233b);
              --pl-leave: var(--leave-mark, #5cb687); --pl-leave-tint: var(--leave-tint, #14261d); } }
            @media (forced-colors: active) { #%1$s { forced-color-adjust: none;
              --pl-paper: Canvas; --pl-ink: CanvasText; --pl-ink-2: CanvasText; --pl-line: CanvasText; --pl-edge: CanvasText;
              --pl-against: CanvasText; --pl-against-tint: Canvas; --pl-against-band: CanvasText; --pl-on-band: Canvas;
              --pl-caution-tint: Canvas; --pl-caution: CanvasText; --pl-clash: CanvasText; --pl-clash-tint: Canvas;
              --pl-ought: CanvasText; --pl-ought-tint: Canvas; --pl-leave: CanvasText; --pl-leave-tint: Canvas; } }
            #%1$s .paper { fill: var(--pl-paper); } #%1$s .halo { stroke: var(--pl-paper); }
            #%1$s .b, #%1$s .t1, #%1$s .bob { fill: var(--pl-ink); } #%1$s .t2 { fill: var(--pl-ink-2); }
            #%1$s .on { fill: var(--pl-on-band); } #%1$s .plumb { stroke: var(--pl-ink); }
            #%1$s .rule { stroke: var(--pl-line); } #%1$s .edge { stroke: var(--pl-edge); }
            #%1$s .against-band { fill: var(--pl-against-band); }
            #%1$s .against-fill { fill: var(--pl-against-tint); } #%1$s .against-line { stroke: var(--pl-against); }
            #%1$s .caution-fill { fill: var(--pl-caution-tint); } #%1$s .caution-line { stroke: var(--pl-caution); }
            #%1$s .caution-dot { fill: var(--pl-caution); }
            #%1$s .clash-fill { fill: var(--pl-clash-tint); } #%1$s .clash-line { stroke: var(--pl-clash); }
            #%1$s .ought-fill { fill: var(--pl-ought-tint); } #%1$s .ought-line { stroke: var(--pl-ought); }
            #%1$s .leave-fill { fill: var(--pl-leave-tint); } #%1$s .leave-line { stroke: var(--pl-leave); }
            @media print { #%1$s { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
            """;

    /// The colours of a family, for viewers without style sheets.
    private record Family(String name, String line, String tint) {
        String fillClass() {
            return name + "-fill";
        }

        String lineClass() {
            return name.equals("edge") ? "edge" : name + "-line";
        }
    }

    private static final Family AGAINST = new Family("against", "#8c1d18", "#fbf0ee");
    private static final Family CAUTION = new Family("caution", "#a86a0a", "#fdf5e4");
    private static final Family CLASH = new Family("clash", "#5b2a86", "#f6f0fb");
    private static final Family OUGHT = new Family("ought", "#1d4196", "#eef2fc");
    private static final Family LEAVE = new Family("leave", "#2c7a54", "#eef6f1");
    private static final Family NEITHER = new Family("edge", "#74828b", "#ffffff");

    private static Family family(Band band) {
        return switch (band) {
            case FORBIDDEN, UNLESS -> AGAINST;
            case CLASH -> CLASH;
            case REQUIRED, ADVISED -> OUGHT;
            case CAUTION, CAUTION_IN_SOME_CASES -> CAUTION;
            case DUTIES, PERMITTED -> LEAVE;
            case OPEN, DEPENDS, NOT_ADDRESSED, SILENT, ABSENT -> NEITHER;
        };
    }

    /// The patterns, each with the id of the chart in front.
    public static String patterns(String id) {
        var xml = new Xml();
        xml.open("defs");
        pattern(xml, id, "hatch", AGAINST, 8, 8, 45, "M4 0v8", "2.6");
        pattern(xml, id, "cross", CLASH, 10, 10, 45, "M5 0v10M0 5h10", "1.6");
        pattern(xml, id, "posts", OUGHT, 7, 8, 0, "M3.5 0v8", "2");
        pattern(xml, id, "lines", LEAVE, 8, 7, 0, "M0 3.5h8", "1.2");
        pattern(xml, id, "rows", NEITHER, 8, 9, 0, "M0 4.5h8", "1");
        pattern(xml, id, "slant", NEITHER, 12, 12, -45, "M6 0v12", "1.2");
        dots(xml, id, "dots", 8, 1.7);
        dots(xml, id, "sparse", 13, 1.5);
        return xml.close().line().toString();
    }

    private static void pattern(
            Xml xml,
            String id,
            String name,
            Family family,
            int width,
            int height,
            int turn,
            String d,
            String stroke) {
        openPattern(xml, id, name, width, height, turn);
        ground(xml, family, width, height);
        path(xml, d, family.lineClass(), "stroke", family.line(), "stroke-width", stroke);
        xml.close();
    }

    private static void dots(Xml xml, String id, String name, int size, double radius) {
        openPattern(xml, id, name, size, size, 0);
        ground(xml, CAUTION, size, size);
        xml.empty(
                        "circle",
                        "cx",
                        number(size / 2.0),
                        "cy",
                        number(size / 2.0),
                        "r",
                        number(radius),
                        "class",
                        "caution-dot",
                        "fill",
                        CAUTION.line())
                .close();
    }

    private static void openPattern(
            Xml xml, String id, String name, int width, int height, int turn) {
        xml.open(
                "pattern",
                "id",
                id + "-" + name,
                "width",
                String.valueOf(width),
                "height",
                String.valueOf(height),
                "patternUnits",
                "userSpaceOnUse",
                "patternTransform",
                "rotate(" + turn + ")");
    }

    private static void ground(Xml xml, Family family, int width, int height) {
        xml.empty(
                "rect",
                "width",
                String.valueOf(width),
                "height",
                String.valueOf(height),
                "class",
                family.equals(NEITHER) ? "paper" : family.fillClass(),
                "fill",
                family.tint());
    }

    /// One stretch of a bar.
    public static void band(
            Xml xml, String id, Band band, double x, double y, double width, double height) {
        switch (band) {
            case FORBIDDEN ->
                    xml.empty(
                            "rect",
                            "x",
                            number(x),
                            "y",
                            number(y),
                            "width",
                            number(width),
                            "height",
                            number(height),
                            "class",
                            "against-band",
                            "fill",
                            "#8c1d18");
            case SILENT ->
                    path(
                            xml,
                            "M%s %sH%s"
                                    .formatted(
                                            number(x + 4),
                                            number(y + height / 2),
                                            number(x + Math.max(5, width - 2))),
                            "edge",
                            "stroke",
                            "#74828b",
                            "stroke-width",
                            "2",
                            "stroke-dasharray",
                            "1 6",
                            "stroke-linecap",
                            "round");
            case ABSENT -> {}
            case NOT_ADDRESSED -> box(xml, band, "none", true, x, y, width, height);
            case OPEN, DEPENDS -> box(xml, band, fill(id, band), true, x, y, width, height);
            case CLASH,
                    UNLESS,
                    REQUIRED,
                    CAUTION,
                    CAUTION_IN_SOME_CASES,
                    DUTIES,
                    PERMITTED,
                    ADVISED ->
                    box(xml, band, fill(id, band), false, x, y, width, height);
        }
    }

    private static String fill(String id, Band band) {
        String pattern =
                switch (band) {
                    case UNLESS -> "hatch";
                    case CLASH -> "cross";
                    case REQUIRED -> "posts";
                    case CAUTION -> "dots";
                    case CAUTION_IN_SOME_CASES -> "sparse";
                    case DUTIES -> "lines";
                    case OPEN -> "rows";
                    case DEPENDS -> "slant";
                    case FORBIDDEN, PERMITTED, ADVISED, NOT_ADDRESSED, SILENT, ABSENT -> "";
                };
        return pattern.isEmpty() ? family(band).tint() : "url(#" + id + "-" + pattern + ")";
    }

    private static void box(
            Xml xml,
            Band band,
            String fill,
            boolean dashed,
            double x,
            double y,
            double width,
            double height) {
        // The stroke is kept inside the box, so that neighbours do not overlap.
        String family =
                band == Band.PERMITTED || band == Band.ADVISED
                        ? family(band).fillClass() + " "
                        : "";
        xml.empty(
                "rect",
                "x",
                number(x + .75),
                "y",
                number(y + .75),
                "width",
                number(Math.max(.5, width - 1.5)),
                "height",
                number(height - 1.5),
                "class",
                family + family(band).lineClass(),
                "fill",
                fill,
                "stroke",
                family(band).line(),
                "stroke-width",
                "1.5",
                "stroke-dasharray",
                dashed ? "6 4" : "none");
    }

    /// The point at the end of a bar that goes on for ever.
    static void arrow(Xml xml, String id, Band band, double x, double y, double height) {
        boolean solid = band == Band.FORBIDDEN;
        String d =
                "M%s %sl6 %sl-6 %sz"
                        .formatted(number(x), number(y), number(height / 2), number(height / 2));
        if (band == Band.SILENT) {
            return;
        }
        xml.empty(
                "path",
                "d",
                d,
                "class",
                solid ? "against-band" : "paper " + family(band).lineClass(),
                "fill",
                solid ? "#8c1d18" : "#ffffff",
                "stroke",
                solid ? "none" : family(band).line(),
                "stroke-width",
                "1.5");
    }

    /// Words on a band: on a plate of paper, except on solid ink.
    public static void onBand(Xml xml, Band band, String words, double x, double y, double width) {
        boolean solid = band == Band.FORBIDDEN;
        if (!solid) {
            xml.empty(
                    "rect",
                    "x",
                    number(x - 5),
                    "y",
                    number(y + 5),
                    "width",
                    number(width + 5),
                    "height",
                    "18",
                    "rx",
                    "2",
                    "class",
                    "paper",
                    "fill",
                    "#ffffff");
        }
        xml.text(
                "text",
                words,
                "x",
                number(x),
                "y",
                number(y + 19),
                "font-size",
                "14",
                "class",
                solid ? "on" : "t1",
                "fill",
                solid ? "#ffffff" : "#13212b");
    }

    static void path(Xml xml, String d, String style, String... attributes) {
        String[] all = new String[attributes.length + 4];
        all[0] = "d";
        all[1] = d;
        all[2] = "class";
        all[3] = style;
        System.arraycopy(attributes, 0, all, 4, attributes.length);
        boolean filled = attributes.length > 0 && attributes[0].equals("fill");
        if (filled) {
            xml.empty("path", all);
        } else {
            String[] outlined = java.util.Arrays.copyOf(all, all.length + 2);
            outlined[all.length] = "fill";
            outlined[all.length + 1] = "none";
            xml.empty("path", outlined);
        }
    }
}

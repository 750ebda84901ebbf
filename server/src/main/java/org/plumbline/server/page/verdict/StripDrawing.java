package org.plumbline.server.page.verdict;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.core.timeline.Band;
import org.plumbline.core.timeline.Strip;

/// A strip as two drawings, of which a page shows the one that fits, and as words. Its patterns are
/// defined once for the page, in `frame.html`.
///
/// @param wide SVG for a card on a desktop
/// @param narrow SVG for a phone
/// @param says what both show, as a sentence
/// @param clock which event starts the clock, as a sentence; empty where none runs
public record StripDrawing(String wide, String narrow, String says, Optional<String> clock) {

    private static final double WIDE = 560;
    private static final double NARROW = 270;
    private static final double TOP = 10;
    private static final double HIGH = 14;

    /// Draws a strip.
    ///
    /// @param sinceTheEnd whether its ticks count years since the end
    public static StripDrawing of(Strip strip, boolean sinceTheEnd) {
        String says = capital(strip.says()) + ".";
        return new StripDrawing(
                drawn(strip, sinceTheEnd, WIDE, "strip-w", 13, says),
                drawn(strip, sinceTheEnd, NARROW, "strip-n", 13.5, says),
                says,
                strip.clock().isEmpty()
                        ? Optional.empty()
                        : Optional.of("The clock starts at " + strip.clock() + "."));
    }

    private static String drawn(
            Strip strip, boolean sinceTheEnd, double width, String name, double size, String says) {
        var svg = new StringBuilder();
        svg.append(
                "<svg class=\"chart strip %s\" viewBox=\"0 0 %s 46\" role=\"img\" aria-label=\"%s\">"
                        .formatted(name, n(width), escaped(says)));
        // The drawing is said once, by its name; the years in it are not read out one by one.
        svg.append("<g aria-hidden=\"true\">");
        double room = width - 10;
        for (Strip.Stretch band : strip.bands()) {
            band(svg, band.band(), 1 + band.from() * room, (band.to() - band.from()) * room);
        }
        double free = 0;
        double last = width - 9 - size * 3;
        List<Strip.Tick> ticks = strip.ticks();
        for (int at = 0; at < ticks.size(); at++) {
            Strip.Tick tick = ticks.get(at);
            String words = label(strip, at, sinceTheEnd);
            double x = 1 + tick.at() * room;
            double wide = words.length() * size * 0.58;
            double from = at == 0 ? x : x - wide / 2;
            if (from < free || from + wide > last) {
                continue;
            }
            free = from + wide + 6;
            svg.append("<path class=\"grid\" d=\"M%s 25v5\"/>".formatted(n(x)));
            text(svg, words, x, size, at == 0 ? "start" : "middle");
        }
        svg.append("<path class=\"grid\" d=\"M%s 25v5\"/>".formatted(n(1 + room)));
        text(svg, "never", 1 + room, size, "end");
        strip.mark().ifPresent(mark -> plumb(svg, Math.clamp(1 + mark * room, 5, width - 5)));
        return svg.append("</g></svg>").toString();
    }

    /// What stands at a tick: a year; "ended" and then how many years since.
    public static String label(Strip strip, int at, boolean sinceTheEnd) {
        String words = strip.ticks().get(at).words();
        if (!sinceTheEnd) {
            return words;
        }
        return at == 0 ? "ended" : words.equals("5") ? "5 years" : words;
    }

    private static void plumb(StringBuilder svg, double x) {
        svg.append("<path class=\"plumb-gap\" d=\"M%s 2V28\"/>".formatted(n(x)));
        svg.append("<path class=\"plumb\" d=\"M%s 0V24\"/>".formatted(n(x)));
        svg.append(
                "<path class=\"bobfill\" d=\"M%s 21h8c0 4-2 7-4 10-2-3-4-6-4-10z\"/>"
                        .formatted(n(x - 4)));
    }

    private static void text(
            StringBuilder svg, String words, double x, double size, String anchor) {
        svg.append(
                "<text class=\"t3\" x=\"%s\" y=\"44\" font-size=\"%s\" text-anchor=\"%s\">%s</text>"
                        .formatted(n(x), n(size), anchor, escaped(words)));
    }

    private static void band(StringBuilder svg, Band band, double x, double width) {
        if (band == Band.SILENT) {
            svg.append(
                    "<path class=\"base-s\" d=\"M%s %sh%s\"/>"
                            .formatted(n(x + 3), n(TOP + HIGH / 2), n(Math.max(0, width - 6))));
        } else if (band != Band.ABSENT) {
            svg.append(
                    "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
                            .formatted(
                                    style(band), n(x), n(TOP), n(Math.max(1.5, width)), n(HIGH)));
        }
    }

    /// The class of `plumbline.css` that fills a band.
    public static String style(Band band) {
        return switch (band) {
            case FORBIDDEN -> "band-p";
            case UNLESS -> "band-u";
            case CLASH -> "band-x";
            case REQUIRED -> "band-r";
            case CAUTION -> "band-a";
            case CAUTION_IN_SOME_CASES -> "band-c";
            case DUTIES -> "band-d";
            case PERMITTED -> "band-e";
            case ADVISED -> "band-v";
            case OPEN -> "band-o";
            case DEPENDS -> "band-q";
            case NOT_ADDRESSED -> "band-n";
            case SILENT, ABSENT -> "band-s";
        };
    }

    private static String n(double number) {
        String text = String.format(Locale.ROOT, "%.1f", number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String capital(String words) {
        return words.isEmpty()
                ? words
                : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}

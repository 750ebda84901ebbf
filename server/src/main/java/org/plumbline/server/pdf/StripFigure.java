package org.plumbline.server.pdf;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.plumbline.core.timeline.Band;
import org.plumbline.core.timeline.Strip;
import org.plumbline.server.page.verdict.StripDrawing;

/// A strip over time as a figure of a PDF: what a card of an answer shows, with the same inks. The page has
/// `<object type="plumbline/strip" data="ID" alt="…">` where it stands; the alternative text says it whole.
///
/// @param sinceTheEnd whether its ticks count years since the end
public record StripFigure(Strip strip, boolean sinceTheEnd) {

    /// How large it is drawn, in its own units; the page gives it any size.
    static final double WIDE = 560;

    static final double HIGH = 46;

    private static final double TOP = 10;
    private static final double BAR = 14;
    private static final double LETTERS = 12;

    private static final Color INK = new Color(0x111111);
    private static final Color GREY = new Color(0x555555);
    private static final Color AGAINST = new Color(0x5c0f0b);
    private static final Color CAUTION = new Color(0x6b4200);
    private static final Color CLASH = new Color(0x3f1b60);
    private static final Color OUGHT = new Color(0x14306f);
    private static final Color LEAVE = new Color(0x1c5639);

    /// Draws it from the upper left corner.
    void draw(Graphics2D on, Lettering letters) {
        double room = WIDE - 10;
        for (Strip.Stretch stretch : strip.bands()) {
            band(
                    on,
                    stretch.band(),
                    new Rectangle2D.Double(
                            1 + stretch.from() * room,
                            TOP,
                            Math.max(1.5, (stretch.to() - stretch.from()) * room),
                            BAR));
        }
        double free = 0;
        double last = WIDE - 9 - letters.width("never", LETTERS) - 6;
        for (int at = 0; at < strip.ticks().size(); at++) {
            String words = StripDrawing.label(strip, at, sinceTheEnd);
            double x = 1 + strip.ticks().get(at).at() * room;
            double wide = letters.width(words, LETTERS);
            double from = at == 0 ? x : x - wide / 2;
            if (from < free || from + wide > last) {
                continue;
            }
            free = from + wide + 6;
            tick(on, x);
            on.setColor(INK);
            on.fill(letters.outline(words, from, HIGH - 3, LETTERS));
        }
        tick(on, 1 + room);
        on.setColor(INK);
        on.fill(
                letters.outline(
                        "never", 1 + room - letters.width("never", LETTERS), HIGH - 3, LETTERS));
        strip.mark().ifPresent(mark -> today(on, Math.clamp(1 + mark * room, 5, WIDE - 5)));
    }

    private static void tick(Graphics2D on, double x) {
        on.setColor(GREY);
        on.setStroke(new BasicStroke(1));
        on.draw(new Line2D.Double(x, 25, x, 30));
    }

    /// The plumb line: the day that was asked about, and nothing else.
    private static void today(Graphics2D on, double x) {
        on.setColor(Color.WHITE);
        on.setStroke(new BasicStroke(5));
        on.draw(new Line2D.Double(x, 2, x, 28));
        on.setColor(INK);
        on.setStroke(new BasicStroke(2));
        on.draw(new Line2D.Double(x, 0, x, 24));
        var bob = new Path2D.Double();
        bob.moveTo(x - 4, 21);
        bob.lineTo(x + 4, 21);
        bob.curveTo(x + 4, 25, x + 2, 28, x, 31);
        bob.curveTo(x - 2, 28, x - 4, 25, x - 4, 21);
        bob.closePath();
        on.fill(bob);
    }

    // ── Inks ────────────────────────────────────────────────────────────────────────────────

    private static void band(Graphics2D on, Band band, Rectangle2D bar) {
        switch (band) {
            case FORBIDDEN -> {
                on.setColor(AGAINST);
                on.fill(bar);
            }
            case UNLESS -> hatched(on, bar, AGAINST, 7, 2.4f);
            case CLASH -> {
                hatched(on, bar, CLASH, 8, 1.4f);
                lined(on, bar, CLASH, 8, 1.4f, true);
            }
            case REQUIRED -> lined(on, bar, OUGHT, 7, 2.6f, true);
            case ADVISED -> lined(on, bar, OUGHT, 10, 1, true);
            case CAUTION -> dotted(on, bar, CAUTION, 7);
            case CAUTION_IN_SOME_CASES -> dotted(on, bar, CAUTION, 13);
            case DUTIES -> lined(on, bar, LEAVE, 4.6, 1, false);
            case PERMITTED -> outlined(on, bar, LEAVE, null);
            case OPEN -> lined(on, bar, GREY, 6, 1, false);
            case DEPENDS -> outlined(on, bar, GREY, new float[] {2, 3});
            case NOT_ADDRESSED -> outlined(on, bar, GREY, new float[] {6, 4});
            case SILENT -> {
                on.setColor(GREY);
                on.setStroke(new BasicStroke(1));
                on.draw(
                        new Line2D.Double(
                                bar.getMinX() + 3,
                                bar.getCenterY(),
                                Math.max(bar.getMinX() + 3, bar.getMaxX() - 3),
                                bar.getCenterY()));
            }
            case ABSENT -> {}
        }
    }

    private static void outlined(
            Graphics2D on,
            Rectangle2D bar,
            Color ink,
            float @org.jspecify.annotations.Nullable [] dashes) {
        on.setColor(ink);
        on.setStroke(
                dashes == null
                        ? new BasicStroke(1.5f)
                        : new BasicStroke(
                                1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dashes, 0));
        on.draw(bar);
    }

    private static void hatched(
            Graphics2D on, Rectangle2D bar, Color ink, double every, float thick) {
        outlined(on, bar, ink, null);
        Shape before = on.getClip();
        on.clip(bar);
        on.setStroke(new BasicStroke(thick));
        for (double x = bar.getMinX() - BAR; x < bar.getMaxX(); x += every) {
            on.draw(new Line2D.Double(x, bar.getMaxY(), x + BAR, bar.getMinY()));
        }
        on.setClip(before);
    }

    private static void lined(
            Graphics2D on, Rectangle2D bar, Color ink, double every, float thick, boolean upright) {
        outlined(on, bar, ink, null);
        on.setStroke(new BasicStroke(thick));
        if (upright) {
            for (double x = bar.getMinX() + every / 2; x < bar.getMaxX(); x += every) {
                on.draw(new Line2D.Double(x, bar.getMinY(), x, bar.getMaxY()));
            }
        } else {
            for (double y = bar.getMinY() + every / 2; y < bar.getMaxY(); y += every) {
                on.draw(new Line2D.Double(bar.getMinX(), y, bar.getMaxX(), y));
            }
        }
    }

    private static void dotted(Graphics2D on, Rectangle2D bar, Color ink, double every) {
        outlined(on, bar, ink, every > 10 ? new float[] {5, 3} : null);
        boolean low = false;
        for (double x = bar.getMinX() + every / 2; x < bar.getMaxX() - 2; x += every / 2) {
            double y = bar.getMinY() + (low ? 10 : 4);
            on.fill(new Ellipse2D.Double(x - 1.4, y - 1.4, 2.8, 2.8));
            low = !low;
        }
    }
}

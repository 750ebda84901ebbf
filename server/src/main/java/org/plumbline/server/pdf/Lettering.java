package org.plumbline.server.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// The letters of a figure as outlines of one of our own faces: a figure needs no font of the machine, and is
/// read out by its alternative text alone. Letters and digits without accents; any other sign is a gap.
final class Lettering {

    private static final char FIRST = ' ';
    private static final char LAST = 'z';

    private record Letter(Path2D outline, double advance) {}

    private final Map<Character, Letter> letters = new HashMap<>();
    private final double gap;

    /// @param face a TrueType file
    Lettering(byte[] face) {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(face))) {
            double units = font.getUnitsPerEm();
            CmapLookup signs = font.getUnicodeCmapLookup();
            for (char sign = FIRST; sign <= LAST; sign++) {
                int glyph = signs.getGlyphId(sign);
                GlyphData drawn = font.getGlyph().getGlyph(glyph);
                var outline = new Path2D.Double();
                if (drawn != null) {
                    outline.append(drawn.getPath(), false);
                    outline.transform(AffineTransform.getScaleInstance(1 / units, -1 / units));
                }
                letters.put(sign, new Letter(outline, font.getAdvanceWidth(glyph) / units));
            }
            gap = font.getAdvanceWidth(signs.getGlyphId(FIRST)) / units;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /// How wide words are, in the unit of the size.
    double width(String words, double size) {
        double wide = 0;
        for (int i = 0; i < words.length(); i++) {
            Letter letter = letters.get(words.charAt(i));
            wide += letter == null ? gap : letter.advance();
        }
        return wide * size;
    }

    /// Words from a point on their base line; y grows downwards.
    Path2D outline(String words, double x, double y, double size) {
        var all = new Path2D.Double();
        double at = x;
        for (int i = 0; i < words.length(); i++) {
            Letter letter = letters.get(words.charAt(i));
            if (letter != null) {
                var place = AffineTransform.getTranslateInstance(at, y);
                place.scale(size, size);
                all.append(letter.outline().getPathIterator(place), false);
            }
            at += (letter == null ? gap : letter.advance()) * size;
        }
        return all;
    }
}

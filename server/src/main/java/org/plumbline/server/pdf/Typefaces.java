package org.plumbline.server.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// The faces that a PDF is set in, which lie beside this class and are embedded. Latin, with every
/// mark of Europe's languages, Greek and Cyrillic; a face is asked in turn for a sign it may have.
final class Typefaces {

    /// One face: its name in the style sheet, its weight (400 or 700) and its file.
    static final class Face {
        private final String family;
        private final int weight;
        private final byte[] file;

        private Face(String family, int weight, byte[] file) {
            this.family = family;
            this.weight = weight;
            this.file = file;
        }

        String family() {
            return family;
        }

        int weight() {
            return weight;
        }

        InputStream open() {
            return new ByteArrayInputStream(file);
        }
    }

    private static final int NO_BREAK_HYPHEN = 0x2011;
    private static final int LINE = 0x2028;
    private static final int PARAGRAPH = 0x2029;

    private final List<Face> faces;
    private final List<CmapLookup> signs = new ArrayList<>();

    Typefaces() {
        faces =
                List.of(
                        face("Sans", 400, "sans-latin-regular"),
                        face("Sans", 700, "sans-latin-bold"),
                        face("Sans Ext", 400, "sans-latin-ext-regular"),
                        face("Sans Ext", 700, "sans-latin-ext-bold"),
                        face("Serif", 400, "serif-latin-regular"),
                        face("Serif Ext", 400, "serif-latin-ext-regular"),
                        face("Greek", 400, "serif-greek-regular"),
                        face("Cyrillic", 400, "serif-cyrillic-regular"));
        for (Face face : faces) {
            signs.add(signsOf(face));
        }
    }

    /// The letters that figures are drawn with.
    Lettering lettering() {
        return new Lettering(faces.getFirst().file);
    }

    Collection<Face> all() {
        return faces;
    }

    /// The signs of a text that no face has, each once; of what is set in its place, nothing is missing.
    Set<String> missing(String text) {
        Set<String> missing = new TreeSet<>();
        settable(text)
                .codePoints()
                .filter(sign -> !Character.isWhitespace(sign) && !has(sign))
                .forEach(sign -> missing.add(Character.toString(sign)));
        return missing;
    }

    /// A text as it can be set: a hyphen at which no line may break as a hyphen, a space of any width that no face
    /// has as a space, and without what no reader sees, which pasted text is full of (marks of direction, of
    /// where a word may break, of the order of bytes; controls). Lines and tabs stay.
    String settable(String text) {
        var set = new StringBuilder(text.length());
        text.codePoints()
                .forEach(sign -> {
                    if (sign == '\n' || sign == '\t' || has(sign)) {
                        set.appendCodePoint(sign);
                    } else if (sign == NO_BREAK_HYPHEN) {
                        set.append('-');
                    } else if (sign == LINE || sign == PARAGRAPH) {
                        set.append('\n');
                    } else if (Character.isSpaceChar(sign)) {
                        set.append(' ');
                    } else if (!Character.isISOControl(sign)
                            && Character.getType(sign) != Character.FORMAT) {
                        set.appendCodePoint(sign);
                    }
                });
        return set.toString();
    }

    private boolean has(int sign) {
        return signs.stream().anyMatch(s -> s.getGlyphId(sign) != 0);
    }

    private static Face face(String family, int weight, String name) {
        try (InputStream file =
                Typefaces.class.getResourceAsStream("/pdf/fonts/" + name + ".ttf")) {
            if (file == null) {
                throw new IllegalStateException("the face " + name + " is not beside the program");
            }
            return new Face(family, weight, file.readAllBytes());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static CmapLookup signsOf(Face face) {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(face.file))) {
            return font.getUnicodeCmapLookup();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}

package org.plumbline.core.timeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/// Writes elements, so that no text and no attribute goes out unescaped.
public final class Xml {

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /// Opens an element.
    ///
    /// @param attributes names and values in turn
    public Xml open(String name, String... attributes) {
        start(name, attributes);
        out.append('>');
        open.push(name);
        return this;
    }

    /// Closes the element that was opened last.
    public Xml close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /// An element with nothing in it.
    public Xml empty(String name, String... attributes) {
        start(name, attributes);
        out.append("/>");
        return this;
    }

    /// An element with text in it.
    public Xml text(String name, String text, String... attributes) {
        start(name, attributes);
        out.append('>').append(escaped(text)).append("</").append(name).append('>');
        return this;
    }

    /// What another writer wrote; it must have closed all it opened.
    public Xml raw(String xml) {
        out.append(xml);
        return this;
    }

    /// A new line, for people who read the source.
    public Xml line() {
        out.append('\n');
        return this;
    }

    private void start(String name, String... attributes) {
        out.append('<').append(name);
        for (int at = 0; at < attributes.length; at += 2) {
            out.append(' ').append(attributes[at]).append("=\"");
            out.append(escaped(attributes[at + 1])).append('"');
        }
    }

    /// Text that is safe between tags and in double quotes; characters that XML forbids become
    /// U+FFFD.
    static String escaped(String text) {
        var safe = new StringBuilder();
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '&' -> safe.append("&amp;");
                        case '<' -> safe.append("&lt;");
                        case '>' -> safe.append("&gt;");
                        case '"' -> safe.append("&quot;");
                        case '\'' -> safe.append("&#39;");
                        default -> safe.appendCodePoint(allowed(c) ? c : 0xFFFD);
                    }
                });
        return safe.toString();
    }

    private static boolean allowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }

    /// A coordinate, to a tenth.
    public static String number(double number) {
        String tenths = String.format(Locale.ROOT, "%.1f", number);
        return tenths.endsWith(".0") ? tenths.substring(0, tenths.length() - 2) : tenths;
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("<" + open.peek() + "> is still open");
        }
        return out.toString();
    }
}

package org.plumbline.core.load;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/// Prints findings for people: the place first, then the line with carets under the mistake, then
/// what was expected and how to mend it.
///
/// ```
/// codes/nasw/2021.yaml:88:3: error: provision number `1.10` is not in quotes [provision.number.unquoted]
///    88 |   1.10:
///       |   ^^^^
///   expected: a number in quotes, because YAML reads this one as 1.1
///   to mend:  write "1.10":
/// ```
///
/// A finding about a file as a whole ([Span#of]) has no line. A long line is cut around the
/// mistake, and characters that a terminal would obey are shown as `·`.
public final class FindingPrinter {

    /// Characters of a source line that are shown at most.
    private static final int WIDEST = 160;

    /// Of which stand before the mistake, where the line is cut.
    private static final int BEFORE = 60;

    private static final String RED = "\u001b[1;31m";
    private static final String YELLOW = "\u001b[1;33m";
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    private final Function<String, Optional<String>> source;
    private final boolean colour;

    /// @param source gives the text of a file by the name that findings use: [SourceTexts]
    /// @param colour whether to paint; the words are the same without
    public FindingPrinter(Function<String, Optional<String>> source, boolean colour) {
        this.source = source;
        this.colour = colour;
    }

    /// Several findings with an empty line between two; ends with a line break unless there is none.
    public String print(Collection<Finding> findings) {
        var out = new StringBuilder();
        for (Finding finding : findings) {
            out.append(out.isEmpty() ? "" : "\n").append(print(finding));
        }
        return out.toString();
    }

    /// One finding; ends with a line break.
    public String print(Finding finding) {
        var out = new StringBuilder();
        out.append(painted(BOLD, visible(finding.span() + ":")))
                .append(' ')
                .append(painted(paint(finding), finding.severity().word() + ":"))
                .append(' ')
                .append(visible(finding.found()))
                .append(" [")
                .append(finding.code())
                .append("]\n");
        Optional<String> line = line(finding.span());
        if (line.isPresent()) {
            excerpt(out, finding, line.get());
        } else if (!finding.note().isEmpty()) {
            out.append("  besides:  ").append(visible(finding.note())).append('\n');
        }
        return out.append("  expected: ")
                .append(visible(finding.expected()))
                .append("\n  to mend:  ")
                .append(visible(finding.mend()))
                .append('\n')
                .toString();
    }

    private void excerpt(StringBuilder out, Finding finding, String line) {
        int[] all = line.codePoints().toArray();
        int column = Math.min(finding.span().column() - 1, all.length);
        int width = Math.max(1, finding.span().endColumn() - finding.span().column());
        int from = all.length <= WIDEST ? 0 : Math.max(0, column - BEFORE);
        int to = Math.min(all.length, from + WIDEST);
        String cutBefore = from > 0 ? "…" : "";
        String cutAfter = to < all.length ? "…" : "";
        out.append("%5d | ".formatted(finding.span().line()))
                .append(cutBefore)
                .append(visible(new String(all, from, to - from)).stripTrailing())
                .append(cutAfter)
                .append("\n      | ")
                .append(cutBefore.isEmpty() ? "" : " ");
        for (int at = from; at < column; at++) {
            out.append(all[at] == '\t' ? '\t' : ' ');
        }
        int carets = Math.max(1, Math.min(width, to - column));
        out.append(painted(paint(finding), "^".repeat(carets)));
        if (!finding.note().isEmpty()) {
            out.append("   ").append(visible(finding.note()));
        }
        out.append('\n');
    }

    /// The line a span stands on, unless the span is about the file as a whole.
    private Optional<String> line(Span span) {
        if (span.endColumn() <= span.column()) {
            return Optional.empty();
        }
        return source.apply(span.file())
                .map(text -> text.startsWith("\uFEFF") ? text.substring(1) : text)
                .flatMap(text -> line(text, span.line()));
    }

    /// A line by its number; lines end as YAML ends them, with LF, CR or both.
    private static Optional<String> line(String text, int number) {
        int start = 0;
        for (int line = 1; start <= text.length(); line++) {
            int end = start;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            if (line == number) {
                return Optional.of(text.substring(start, end));
            }
            start = end + (text.startsWith("\r\n", end) ? 2 : 1);
        }
        return Optional.empty();
    }

    /// The text without characters that would move a terminal's cursor or turn its words around.
    private static String visible(String text) {
        var plain = new StringBuilder();
        text.codePoints()
                .map(c -> c == '\t' || !isObeyed(c) ? c : '·')
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean isObeyed(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    true;
            default -> false;
        };
    }

    private static String paint(Finding finding) {
        return finding.severity() == Severity.ERROR ? RED : YELLOW;
    }

    private String painted(String paint, String text) {
        return colour ? paint + text + PLAIN : text;
    }
}

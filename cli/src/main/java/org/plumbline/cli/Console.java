package org.plumbline.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;

/// Where a command prints: wrapped to the terminal, coloured only on a terminal.
///
/// @param out answers
/// @param err findings and progress
/// @param width columns
/// @param colour whether colour may be added to words that already say it all
@SuppressWarnings("SystemConsoleNull") // NullAway asks for the question that Error Prone finds idle
record Console(PrintWriter out, PrintWriter err, int width, boolean colour) {

    /// The console of this process. `NO_COLOR` and a pipe both turn colour off.
    static Console ofThisProcess(PrintWriter out, PrintWriter err) {
        java.io.Console console = System.console();
        boolean terminal = console != null && console.isTerminal();
        int width = 80;
        String columns = System.getenv("COLUMNS");
        if (columns != null && isWidth(columns)) {
            width = Math.min(Integer.parseInt(columns), 100);
        }
        String noColour = System.getenv("NO_COLOR");
        return new Console(out, err, width, terminal && (noColour == null || noColour.isEmpty()));
    }

    /// The same, printing what is for people to the error stream, because an answer for programs goes to
    /// the other.
    Console onErr() {
        return new Console(err, err, width, colour);
    }

    /// Whether somebody types at a terminal.
    boolean terminal() {
        java.io.Console console = System.console();
        return console != null && console.isTerminal();
    }

    private static boolean isWidth(String columns) {
        return columns.length() >= 2
                && columns.length() <= 4
                && columns.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// Prints a paragraph, wrapped, each line after an indent.
    void paragraph(String indent, String text) {
        paragraph(indent, indent, text);
    }

    /// Prints a paragraph whose first line begins otherwise than the rest: a list item.
    void paragraph(String first, String indent, String text) {
        for (String line : wrap(first, indent, text)) {
            out.println(line);
        }
    }

    private List<String> wrap(String first, String indent, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        var words = new StringTokenizer(text);
        while (words.hasMoreTokens()) {
            String word = words.nextToken();
            if (!empty && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
        return lines;
    }

    /// A heading: bold on a terminal, plain elsewhere.
    String strong(String text) {
        return colour ? "\u001b[1m" + text + "\u001b[0m" : text;
    }

    /// Words for people who use upper case to find the answer.
    static String loud(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}

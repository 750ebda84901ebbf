package org.plumbline.ask.claims;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Cuts a block into sentences; a semicolon parts two. An abbreviation or the number of a provision
/// ends none.
final class SentenceCutter {

    /// A piece of a block: from the first character to after the last.
    record Piece(int from, int to) {}

    private final Set<String> abbreviations;

    SentenceCutter(Set<String> abbreviations) {
        this.abbreviations = abbreviations;
    }

    List<Piece> cut(String text) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        sentences.setText(text);
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int to = sentences.next(); to != BreakIterator.DONE; to = sentences.next()) {
            if (to < text.length() && endsInAbbreviation(text, from, to)) {
                continue;
            }
            split(text, from, to, pieces);
            from = to;
        }
        if (from < text.length()) {
            split(text, from, text.length(), pieces);
        }
        return pieces;
    }

    private boolean endsInAbbreviation(String text, int from, int to) {
        int end = to;
        while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (end <= from || text.charAt(end - 1) != '.') {
            return false;
        }
        int start = end - 1;
        while (start > from
                && !Character.isWhitespace(text.charAt(start - 1))
                && end - start < 12) {
            start--;
        }
        String word = text.substring(start, end - 1).toLowerCase(Locale.ROOT);
        return abbreviations.contains(word.replaceAll("^[^\\p{L}]+", ""));
    }

    private static void split(String text, int from, int to, List<Piece> pieces) {
        int start = from;
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == ';' && i + 1 < to && text.charAt(i + 1) == ' ') {
                add(text, start, i, pieces);
                start = i + 1;
            }
        }
        add(text, start, to, pieces);
    }

    private static void add(String text, int from, int to, List<Piece> pieces) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            pieces.add(new Piece(start, end));
        }
    }
}

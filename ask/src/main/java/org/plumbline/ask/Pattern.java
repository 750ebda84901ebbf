package org.plumbline.ask;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A phrase that may leave gaps: `take ~ on`, `accept ~ <gift>`, `be friends|mates with?`.
///
/// Words stand for themselves and their inflections; `<name>` for any phrase of a class; `a|<b>` for
/// either; a `?` at the end makes an element optional; `~` is a gap of up to four words and `~~` of
/// up to nine, never across the end of a sentence.
///
/// @param weight how many elements are not gaps
record Pattern(List<Element> elements, int weight) {

    /// One place of a pattern.
    sealed interface Element {
        /// One of several words, or any phrase of one of several classes.
        ///
        /// @param marks the [#mark]s of the words, which rule most tokens out at once
        record OneOf(Set<String> words, List<String> classes, boolean optional, long marks)
                implements Element {}

        /// Up to so many words of any kind.
        record Gap(int most) implements Element {}
    }

    /// Where a pattern was found.
    ///
    /// @param words indices of the tokens that its own words matched, in order
    record Found(int start, int end, List<Integer> words) {}

    Pattern {
        elements = List.copyOf(elements);
    }

    static Pattern parse(String text) {
        List<Element> elements = new ArrayList<>();
        int weight = 0;
        for (String piece : pieces(text, ' ')) {
            Element element = element(piece);
            elements.add(element);
            weight += element instanceof Element.Gap ? 0 : 1;
        }
        return new Pattern(elements, weight);
    }

    private static Element element(String piece) {
        if (piece.equals("~")) {
            return new Element.Gap(4);
        }
        if (piece.equals("~~")) {
            return new Element.Gap(9);
        }
        boolean optional = piece.endsWith("?");
        String bare = optional ? piece.substring(0, piece.length() - 1) : piece;
        Set<String> words = new HashSet<>();
        List<String> classes = new ArrayList<>(1);
        for (String choice : pieces(bare, '|')) {
            if (choice.startsWith("<") && choice.endsWith(">")) {
                classes.add(choice.substring(1, choice.length() - 1));
            } else {
                words.add(choice);
            }
        }
        return new Element.OneOf(words, classes, optional, marks(words));
    }

    /// One of 64 bits for each word; different words may share one.
    static long mark(String word) {
        int hash = word.hashCode();
        return 1L << ((hash ^ (hash >>> 11)) & 63);
    }

    static long marks(Iterable<String> words) {
        long marks = 0;
        for (String word : words) {
            marks |= mark(word);
        }
        return marks;
    }

    /// The pieces of a text between one character, without empty ones.
    static List<String> pieces(String text, char between) {
        List<String> pieces = new ArrayList<>(4);
        int from = 0;
        while (from < text.length()) {
            int to = text.indexOf(between, from);
            int end = to < 0 ? text.length() : to;
            if (end > from) {
                pieces.add(text.substring(from, end));
            }
            from = end + 1;
        }
        return pieces;
    }
}

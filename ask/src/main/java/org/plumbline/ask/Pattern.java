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
        record OneOf(Set<String> words, List<String> classes, boolean optional)
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
        for (String piece : text.strip().split(" ")) {
            Element element = element(piece);
            elements.add(element);
            weight += element instanceof Element.Gap ? 0 : 1;
        }
        return new Pattern(elements, weight);
    }

    private static Element element(String piece) {
        switch (piece) {
            case "~":
                return new Element.Gap(4);
            case "~~":
                return new Element.Gap(9);
            default:
        }
        boolean optional = piece.endsWith("?");
        String bare = optional ? piece.substring(0, piece.length() - 1) : piece;
        Set<String> words = new HashSet<>();
        List<String> classes = new ArrayList<>(1);
        for (String choice : bare.split("\\|")) {
            if (choice.startsWith("<") && choice.endsWith(">")) {
                classes.add(choice.substring(1, choice.length() - 1));
            } else {
                words.add(choice);
            }
        }
        return new Element.OneOf(words, classes, optional);
    }
}

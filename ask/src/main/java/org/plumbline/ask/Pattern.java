package org.plumbline.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A phrase that may leave gaps: `take ~ on`, `accept ~ <gift>`, `be friends|mates with?`.
///
/// Words stand for themselves and their inflections; `a|b` for either; `<name>` for any phrase of a
/// class; a `?` at the end makes an element optional; `~` is a gap of up to four words and `~~` of
/// up to nine, never across the end of a sentence.
///
/// @param weight how many elements are not gaps
record Pattern(List<Element> elements, int weight) {

    /// One place of a pattern.
    sealed interface Element {
        /// One of several words.
        record Word(Set<String> words, boolean optional) implements Element {}

        /// Any phrase of a class.
        record OfClass(String name, boolean optional) implements Element {}

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
        boolean optional = piece.endsWith("?");
        String bare = optional ? piece.substring(0, piece.length() - 1) : piece;
        if (bare.startsWith("<") && bare.endsWith(">")) {
            return new Element.OfClass(bare.substring(1, bare.length() - 1), optional);
        }
        return switch (bare) {
            case "~" -> new Element.Gap(4);
            case "~~" -> new Element.Gap(9);
            default -> new Element.Word(Set.of(bare.split("\\|")), optional);
        };
    }
}

package org.plumbline.server.explore;

import org.plumbline.core.explain.VerdictSentence;
import org.plumbline.core.norm.Verified;

/// How well a provision is known, as a mark with words.
///
/// @param icon the id of the mark in the frame
/// @param words two or three words
/// @param says a sentence
public record Badge(String icon, String words, String says) {

    public static Badge of(Verified level) {
        String says = VerdictSentence.verified(level.word());
        return switch (level) {
            case TEXT -> new Badge("i-full", "Wording read", says);
            case TEXT_PART -> new Badge("i-half", "Read in part", says);
            case ABSTRACT -> new Badge("i-half", "Summary read", says);
            case SECONDARY -> new Badge("i-ring", "Described by others", says);
            case MEMORY -> new Badge("i-dash", "Not yet checked", says);
            case ILLUSTRATIVE -> new Badge("i-dash", "Invented example", says);
        };
    }
}

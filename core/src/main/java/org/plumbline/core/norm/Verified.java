package org.plumbline.core.norm;

import java.util.Optional;

/// How well a provision is known, best first.
public enum Verified {
    /// Its own wording was read.
    TEXT("text"),
    /// Its own wording was read in part, or in an older edition.
    TEXT_PART("text-part"),
    /// The issuing body's own summary was read.
    ABSTRACT("abstract"),
    /// Somebody else's description was read.
    SECONDARY("secondary"),
    /// Nothing was read; from general knowledge.
    MEMORY("memory"),
    /// Invented for this library.
    ILLUSTRATIVE("illustrative");

    private final String word;

    Verified(String word) {
        this.word = word;
    }

    /// The word in files and answers.
    public String word() {
        return word;
    }

    /// The level with this word.
    public static Optional<Verified> of(String word) {
        for (Verified level : values()) {
            if (level.word.equals(word)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }

    /// Whether this level is less well founded than the other.
    public boolean weakerThan(Verified other) {
        return compareTo(other) > 0;
    }
}

package org.plumbline.bulk;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.core.explain.EditionName;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Encoded;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Line;

/// Two editions whose answers an audit compares: rows are kept of which they say different things.
///
/// An earlier edition of the same text shows what a change of the text changed. A later one, or another
/// text, may be wanted as well, and is called what it is.
///
/// @param decided by which rows are decided
/// @param other what it is compared with, as if that were in force
/// @param relation how the other stands to it
public record EditionPair(Edition decided, Edition other, Relation relation) {

    /// How one edition stands to another.
    public enum Relation {
        EARLIER("earlier-edition", "an earlier edition of the same text"),
        LATER("later-edition", "a later edition of the same text"),
        ANOTHER("another-text", "another text and no edition of this one");

        private final String word;
        private final String phrase;

        Relation(String word, String phrase) {
            this.word = word;
            this.phrase = phrase;
        }

        /// The word in JSON.
        public String word() {
            return word;
        }
    }

    /// Two editions, and how the second stands to the first.
    ///
    /// @throws IllegalArgumentException if both are the same edition
    public static EditionPair of(Library library, Edition decided, Edition other) {
        if (decided.id().equals(other.id())) {
            throw new IllegalArgumentException(decided.id() + " is one edition");
        }
        List<String> line =
                Line.of(library, decided.id()).editions().stream().map(Edition::id).toList();
        int there = line.indexOf(other.id());
        Relation relation =
                there < 0
                        ? Relation.ANOTHER
                        : there < line.indexOf(decided.id()) ? Relation.EARLIER : Relation.LATER;
        return new EditionPair(decided, other, relation);
    }

    /// What was compared with what, and whether little of either is held.
    public String says(Library library) {
        String one = EditionName.brief(library, decided);
        String two = EditionName.brief(library, other);
        List<String> parts = new ArrayList<>();
        if (decided.encoded() == Encoded.EXCERPT) {
            parts.add(one);
        }
        if (other.encoded() == Encoded.EXCERPT) {
            parts.add(two);
        }
        String compared =
                "What %s says was compared with what %s, %s, would say if it were in force."
                        .formatted(one, two, relation.phrase);
        return parts.isEmpty()
                ? compared
                : compared
                        + " Of %s the library holds parts only: a row may differ because one of the two is not held."
                                .formatted(String.join(" and of ", parts));
    }
}

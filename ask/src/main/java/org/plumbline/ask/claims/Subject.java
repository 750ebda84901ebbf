package org.plumbline.ask.claims;

import java.util.List;
import java.util.Optional;
import org.plumbline.core.norm.Edition;

/// Of which texts a statement speaks.
sealed interface Subject {

    /// Texts that can be looked at.
    ///
    /// @param words as the statement names them
    /// @param groups texts that bind the same people; what is said is said of each group
    /// @param year the year of the edition that is named, if one is
    record Texts(String words, List<List<Edition>> groups, Optional<Integer> year)
            implements Subject {
        public Texts {
            groups = groups.stream().map(List::copyOf).filter(g -> !g.isEmpty()).toList();
        }
    }

    /// So many of a class.
    record Many(ClaimWords.Quantity quantity, ClaimWords.TextClass texts) implements Subject {}

    /// A text that the library does not have, or none that can be told.
    ///
    /// @param why in a sentence
    record NotHeld(String why) implements Subject {}
}

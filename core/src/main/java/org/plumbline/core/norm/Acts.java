package org.plumbline.core.norm;

import java.util.List;
import java.util.Set;
import org.plumbline.core.vocabulary.Vocabulary;

/// The acts that a norm speaks about.
///
/// @param words as written: acts and families
/// @param butNot acts and families taken out again
/// @param leaves the acts meant
public record Acts(List<String> words, List<String> butNot, Set<String> leaves) {

    public Acts {
        words = List.copyOf(words);
        butNot = List.copyOf(butNot);
        leaves = Set.copyOf(leaves);
    }

    /// Whether it speaks of anything one could do, and so is a standing reminder until its
    /// condition is certain.
    public boolean residual() {
        return words.contains(Vocabulary.ANY_ACT);
    }
}

package org.plumbline.ask.claims;

import java.util.List;
import org.plumbline.core.decide.Decision.Ground;
import org.plumbline.core.norm.Edition;

/// What was found of a statement under one text.
///
/// @param certain whether the library holds enough of the text to be sure of a silence
/// @param why in sentences
/// @param conditions what the statement drops, each as a clause
/// @param exceptions what the text excepts and a general statement may leave aside
/// @param provisions what grounds it
/// @param verified how well it is known: the word in answers
/// @param permits whether in some case it permits in so many words, with conditions or without
/// @param bar whether in some case it forbids
/// @param citations how the provisions stand that the statement names
public record CodeFinding(
        Edition edition,
        ClaimFinding finding,
        boolean certain,
        String why,
        List<String> conditions,
        List<String> exceptions,
        List<Ground> provisions,
        String verified,
        boolean permits,
        Bar bar,
        List<Citation> citations) {

    public CodeFinding {
        conditions = List.copyOf(conditions);
        exceptions = List.copyOf(exceptions);
        provisions = List.copyOf(provisions);
        citations = List.copyOf(citations);
    }

    /// Whether a text forbids in any of the cases that a statement leaves open.
    public enum Bar {
        /// In none.
        NONE,
        /// In some, and what makes them so is a condition.
        ON_CONDITION,
        /// For some time at least, whatever else is the case.
        OUTRIGHT
    }

    /// A provision that the statement names.
    ///
    /// @param words as typed
    /// @param right whether what was found stands there
    /// @param held whether the library holds a provision of this number
    /// @param instead where it stands
    /// @param note in a sentence; empty where it is right
    public record Citation(
            String words, boolean right, boolean held, List<String> instead, String note) {
        public Citation {
            instead = List.copyOf(instead);
        }
    }

    /// Whether every provision that is named is the right one.
    public boolean citedWell() {
        return citations.stream().allMatch(Citation::right);
    }
}

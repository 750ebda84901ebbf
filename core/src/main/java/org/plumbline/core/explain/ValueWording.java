package org.plumbline.core.explain;

import java.util.List;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Vocabulary;

/// Single values as they read in a list to choose from: "a guardian", "social media", "have a
/// friendship".
public final class ValueWording {

    private final ConditionSentence conditions;

    public ValueWording(Vocabulary vocabulary) {
        this.conditions = new ConditionSentence(vocabulary);
    }

    /// Some values of a fact, as alternatives; many of them cut short, with how many more there are.
    ///
    /// @param words leaves of the fact; not empty
    public String of(Fact.Worded fact, List<String> words) {
        if (words.size() > MOST + 1) {
            return conditions.values(fact, words.subList(0, MOST))
                    + ", or one of %d others".formatted(words.size() - MOST);
        }
        return conditions.values(fact, words);
    }

    private static final int MOST = 6;
}

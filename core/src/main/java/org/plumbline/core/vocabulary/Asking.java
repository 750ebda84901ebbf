package org.plumbline.core.vocabulary;

import java.util.Map;
import java.util.Set;

/// What it costs a person to be asked, by the kind of question.
///
/// @param costs for each kind, how dear it is; a kind that the vocabulary does not price costs 1
/// @param thirdPerson facts that concern somebody else more than the two
public record Asking(Map<Kind, Integer> costs, Set<String> thirdPerson) {

    /// What kind of question a fact makes.
    public enum Kind {
        CIRCUMSTANCE("circumstance"),
        DATE("date"),
        THIRD_PERSON("third-person"),
        /// Asked after every other question.
        JUDGEMENT("judgement");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// The word in files and answers.
        public String word() {
            return word;
        }
    }

    public Asking {
        costs = Map.copyOf(costs);
        thirdPerson = Set.copyOf(thirdPerson);
    }

    /// The kind of question that a fact makes.
    public Kind kind(Fact fact) {
        if (thirdPerson.contains(fact.id())) {
            return Kind.THIRD_PERSON;
        }
        return switch (fact) {
            case Fact.Event _ -> Kind.DATE;
            case Fact.YesNo yesNo when yesNo.sort() == Fact.Sort.JUDGEMENT -> Kind.JUDGEMENT;
            case Fact.YesNo _, Fact.Worded _, Fact.Amount _ -> Kind.CIRCUMSTANCE;
        };
    }

    /// What it costs to ask after a fact.
    public int cost(Fact fact) {
        return costs.getOrDefault(kind(fact), 1);
    }
}

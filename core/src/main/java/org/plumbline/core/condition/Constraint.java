package org.plumbline.core.condition;

import java.util.List;
import org.plumbline.core.vocabulary.Fact;

/// What is true of every possible person, so that nothing speaks of impossible ones.
public sealed interface Constraint {

    /// Of these events, none that happened is later than a later one of the list that happened.
    record Order(List<Fact.Event> events) implements Constraint {
        public Order {
            events = List.copyOf(events);
        }
    }

    /// While the condition holds the facts do not apply: a yes-no fact is not so, a worded fact has
    /// none of its values, an event has not happened.
    record NotApplicable(Condition when, List<Fact> facts) implements Constraint {
        public NotApplicable {
            facts = List.copyOf(facts);
        }
    }

    /// While the condition holds these events have happened by the day of the act: they made it so.
    record Past(Condition when, List<Fact.Event> events) implements Constraint {
        public Past {
            events = List.copyOf(events);
        }
    }

    /// While the condition holds a worded fact has this one value, or a yes-no fact is so.
    ///
    /// @param fact a [Fact.OneOf], or a [Fact.YesNo]
    /// @param value one of the values of the one, and `true` for the other
    record Implies(Condition when, Fact fact, String value) implements Constraint {
        public Implies {
            if (!(fact instanceof Fact.OneOf) && !(fact instanceof Fact.YesNo)) {
                throw new IllegalArgumentException(
                        "`" + fact.id() + "` has no single value that could be implied");
            }
        }
    }

    /// Where the condition may hold, nothing is taken as ordinary for these facts: what is ordinary of
    /// most acts cannot be so of some. It rules nothing out.
    record NotOrdinary(Condition when, List<Fact> facts) implements Constraint {
        public NotOrdinary {
            facts = List.copyOf(facts);
        }
    }

    /// A yes-no fact and the order of two events say the same.
    record Same(Fact.YesNo fact, Condition.Before before) implements Constraint {}
}

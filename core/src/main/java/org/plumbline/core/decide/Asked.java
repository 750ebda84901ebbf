package org.plumbline.core.decide;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.core.condition.Decimal;
import org.plumbline.core.decide.Alphabet.Cut;
import org.plumbline.core.scenario.Known;

/// How a fact is asked after: the variables that hold it, or what is known of it.
sealed interface Asked {
    /// One value out of groups.
    ///
    /// @param firsts as [Alphabet#firsts] finds them
    record OneGroup(Variable variable, List<Set<String>> groups, List<String> firsts)
            implements Asked {
        OneGroup(Variable variable, List<Set<String>> groups) {
            this(variable, groups, Alphabet.firsts(groups));
        }
    }

    /// Exactly known, one value.
    record One(String value) implements Asked {}

    /// Any number of values: a variable for each group, true when some value of it is there.
    record ManyGroups(Map<Variable, Set<String>> groups) implements Asked {}

    /// One of several known sets.
    record Candidates(Variable variable, List<Set<String>> sets) implements Asked {}

    /// Exactly known, a set.
    record Exactly(Set<String> values) implements Asked {}

    /// A number in regions between cuts.
    record Regions(Variable variable, List<Cut> cuts) implements Asked {}

    /// One of several known numbers.
    record Sums(Variable variable, List<Known.Sum> sums) implements Asked {}

    /// Exactly known, a number.
    record Exact(Decimal number) implements Asked {}

    /// An event in regions of days; the last value is that it has not happened, if it may not.
    record Spans(Variable variable, List<Known.Range> regions, boolean maybeNever)
            implements Asked {
        int width() {
            return regions.size() + (maybeNever ? 1 : 0);
        }
    }

    /// Exactly known, a day.
    record Day(LocalDate day) implements Asked {}

    /// Exactly known not to have happened.
    record Never() implements Asked {}
}

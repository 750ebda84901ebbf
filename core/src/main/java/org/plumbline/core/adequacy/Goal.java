package org.plumbline.core.adequacy;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.plumbline.core.norm.NormName;
import org.plumbline.core.scenario.Scenario;

/// Something that a case should show of a norm.
///
/// A case shows it if its scenario fits and it comes out otherwise under any of the mutants.
///
/// @param norm the norm
/// @param kind what sort of thing: `so`, `not-so`, `day-before`, `mutant` …
/// @param says what is to be shown, for a person: "documented decides while it is so"
/// @param mutants the norm got wrong in the ways that the case must notice one of
/// @param fits the scenarios that can show it
/// @param narrowed the norm got wrong in the same ways where scenarios fit, and perhaps in some that
///     do not, and right elsewhere: if no case at all tells it from any of these, no case can show the goal
/// @param met the threshold that must be met, where it is one of time
public record Goal(
        NormName norm,
        String kind,
        String says,
        List<Mutant> mutants,
        Predicate<Scenario> fits,
        List<Mutant> narrowed,
        Optional<Anniversary> met) {
    public Goal {
        mutants = List.copyOf(mutants);
        narrowed = List.copyOf(narrowed);
    }

    /// What a scenario shows wherever it comes out otherwise.
    static Goal anywhere(NormName norm, String kind, String says, Mutant mutant) {
        return new Goal(
                norm, kind, says, List.of(mutant), _ -> true, List.of(mutant), Optional.empty());
    }

    /// That a mutant is noticed.
    public static Goal of(Mutant mutant) {
        return anywhere(
                mutant.norm(),
                "mutant",
                "a change would be noticed (" + mutant.change() + ")",
                mutant);
    }
}

package org.plumbline.core.adequacy;

import java.util.List;
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
public record Goal(
        NormName norm, String kind, String says, List<Mutant> mutants, Predicate<Scenario> fits) {
    public Goal {
        mutants = List.copyOf(mutants);
    }

    /// That a mutant is noticed.
    public static Goal of(Mutant mutant) {
        return new Goal(
                mutant.norm(),
                "mutant",
                "a change would be noticed (" + mutant.change() + ")",
                List.of(mutant),
                _ -> true);
    }
}

package org.plumbline.core.adequacy;

import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.norm.NormName;

/// An edition with one norm changed in one thing.
///
/// @param norm the norm as it stands in the library
/// @param operator in what way it was changed
/// @param change the change in words: `forbid → advise-against`
/// @param mutated the norm that took its place, of the same name
/// @param edition the edition with that norm in it
public record Mutant(
        NormName norm, Operator operator, String change, Norm mutated, Edition edition) {

    /// `aca-2014 A.5.c#bar: window-length, 5 years → 5 years and a day`.
    @Override
    public String toString() {
        return norm + ": " + operator.id() + ", " + change;
    }
}

package org.plumbline.core.decide;

/// What came of looking for a case.
public sealed interface Search {

    /// There is one, and here it is.
    record Case(Witness witness) implements Search {}

    /// Two cases that differ in judgements alone.
    record Turn(Witness one, Witness other) implements Search {}

    /// There is none: the diagram of all such cases is empty.
    record None() implements Search {}

    /// It was not found out.
    ///
    /// @param why a limit that was reached, or a case that could not be made real
    record NotDetermined(String why) implements Search {}
}

package org.plumbline.core.interview;

import java.time.LocalDate;
import java.util.Optional;

/// What no answer can change any more.
///
/// @param nothingLeft whether no answer can change what any text says
/// @param barred whether the texts together certainly speak against the act, whatever is answered
/// @param notBefore the first day on which that could be otherwise, if there is one
/// @param says the same in a sentence; empty when nothing is certain
public record Certainty(
        boolean nothingLeft,
        boolean barred,
        Optional<LocalDate> notBefore,
        Optional<String> says) {}

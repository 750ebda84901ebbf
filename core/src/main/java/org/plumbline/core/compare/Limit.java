package org.plumbline.core.compare;

import java.util.function.BooleanSupplier;

/// How much an analysis may cost. What is left undone is told as not determined.
///
/// @param nodes how large the diagrams of one act on one day may grow
/// @param spent asked between two acts; whoever has a clock may look at it
public record Limit(int nodes, BooleanSupplier spent) {

    /// Ample for the texts that there are, and bounded.
    public static final Limit AMPLE = new Limit(400_000, () -> false);
}

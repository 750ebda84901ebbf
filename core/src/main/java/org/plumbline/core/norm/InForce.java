package org.plumbline.core.norm;

import java.time.LocalDate;
import java.util.Optional;

/// Between which days an edition binds, both included.
///
/// @param fromEarliest the earliest day on which it may have begun; absent when unknown
/// @param fromLatest the day by which it had begun; absent when unknown
/// @param toEarliest the earliest day that may be its last; absent while it is in force
/// @param toLatest the latest day that may be its last; absent while it is in force
/// @param words as written: "2021-06-01", "unknown", "2014 to 2025-11-30"
public record InForce(
        Optional<LocalDate> fromEarliest,
        Optional<LocalDate> fromLatest,
        Optional<LocalDate> toEarliest,
        Optional<LocalDate> toLatest,
        String words) {

    /// Whether its beginning is not known.
    public boolean fromUnknown() {
        return fromEarliest.isEmpty();
    }

    /// Whether it may have been in force on a day.
    public boolean mayCover(LocalDate day) {
        return fromEarliest.map(from -> !day.isBefore(from)).orElse(true)
                && toLatest.map(to -> !day.isAfter(to)).orElse(true);
    }

    /// Whether it may have been in force on one of these days, both included.
    public boolean mayCoverSome(LocalDate first, LocalDate last) {
        return fromEarliest.map(from -> !last.isBefore(from)).orElse(true)
                && toLatest.map(to -> !first.isAfter(to)).orElse(true);
    }

    /// Whether it was in force on a day as far as its dates are known; an unknown beginning counts
    /// as begun, and is reported with every verdict.
    public boolean surelyCovers(LocalDate day) {
        return fromLatest.map(from -> !day.isBefore(from)).orElse(true)
                && toEarliest.map(to -> !day.isAfter(to)).orElse(true);
    }

    /// In force for ever, for texts made in tests.
    public static InForce always() {
        return new InForce(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "unknown");
    }
}

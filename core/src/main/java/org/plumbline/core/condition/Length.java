package org.plumbline.core.condition;

import java.time.LocalDate;

/// How long a window lasts, in calendar units: 24 months are not 730 days.
///
/// @param months years and months together, 0 or more
/// @param days weeks and days together, 0 or more; at least one of the two is not 0
/// @param words as written: "5 years"
public record Length(int months, int days, String words) {

    public Length {
        if (months < 0 || days < 0 || months + days == 0) {
            throw new IllegalArgumentException(
                    "a length of " + months + " months, " + days + " days");
        }
    }

    /// The day that lies this far from `day`, added once.
    ///
    /// Where the month is too short the day is moved back to its last one (down) or on to the first
    /// of the next (up): 29 February 2024 and two years reach 28 February or 1 March 2026.
    public LocalDate from(LocalDate day, Rounding rounding) {
        LocalDate reached = day.plusMonths(months);
        if (reached.getDayOfMonth() < day.getDayOfMonth() && rounding == Rounding.UP) {
            reached = reached.plusDays(1);
        }
        return reached.plusDays(days);
    }
}

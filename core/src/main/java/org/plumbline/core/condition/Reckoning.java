package org.plumbline.core.condition;

import java.time.LocalDate;

/// How a text counts time.
public record Reckoning(LastDay lastDay, Rounding rounding) {

    /// Nothing said.
    public static final Reckoning UNSTATED = new Reckoning(LastDay.UNSTATED, Rounding.UNSTATED);

    /// The same with every point that the text leaves open settled as another says.
    public Reckoning settledBy(Reckoning other) {
        return new Reckoning(
                lastDay == LastDay.UNSTATED ? other.lastDay : lastDay,
                rounding == Rounding.UNSTATED ? other.rounding : rounding);
    }

    /// The first day that is outside a window of this length.
    ///
    /// @param began the day of the event, which belongs to the window
    /// @throws IllegalStateException if this reckoning leaves a point open
    public LocalDate firstFreeDay(LocalDate began, Length length) {
        if (lastDay == LastDay.UNSTATED || rounding == Rounding.UNSTATED) {
            throw new IllegalStateException("a day was asked for before the reading was chosen");
        }
        LocalDate anniversary = length.from(began, rounding);
        return lastDay == LastDay.INCLUDED ? anniversary.plusDays(1) : anniversary;
    }
}

package org.plumbline.core.adequacy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.LastDay;
import org.plumbline.core.condition.Length;
import org.plumbline.core.condition.Reckoning;
import org.plumbline.core.condition.Rounding;
import org.plumbline.core.condition.Window;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

/// A day at the end of a window. The anniversary is counted with short months rounded down, however the text
/// counts.
///
/// @param window which starts the clock and says how long it runs
/// @param offset -1 the day before the anniversary, 0 the anniversary itself, 1 the day after
public record Anniversary(Window.Within window, int offset) {

    /// No anniversary lies further from a plain count of the days than this.
    private static final int LEEWAY = 4;

    /// Whether the act of a scenario, of which the day and the events are known, falls on this day.
    boolean on(Scenario scenario) {
        return offset(scenario).equals(OptionalLong.of(offset));
    }

    private OptionalLong offset(Scenario scenario) {
        if (!scenario.asOf().first().equals(scenario.asOf().last())) {
            return OptionalLong.empty();
        }
        LocalDate began = null;
        for (var event : window.anchor().events()) {
            if (!(scenario.known(0, event.id()) instanceof Known.Days days) || !days.isExact()) {
                return OptionalLong.empty();
            }
            LocalDate day = days.ranges().getFirst().first();
            if (began == null
                    || (window.anchor().start() == Window.Start.LATER_OF && day.isAfter(began))
                    || (window.anchor().start() == Window.Start.EARLIER_OF
                            && day.isBefore(began))) {
                began = day;
            }
        }
        return began == null ? OptionalLong.empty() : OptionalLong.of(days(began, scenario.day()));
    }

    /// How many days an act lies after the anniversary of what began on a day.
    private long days(LocalDate began, LocalDate act) {
        return ChronoUnit.DAYS.between(window.length().from(began, Rounding.DOWN), act);
    }

    /// The days on which the clock may have started so that an act falls on this day.
    List<LocalDate> beginnings(LocalDate act) {
        LocalDate about =
                act.minusDays(window.length().days()).minusMonths(window.length().months());
        return LongStream.rangeClosed(-LEEWAY, LEEWAY)
                .mapToObj(about::plusDays)
                .filter(began -> days(began, act) == offset)
                .toList();
    }

    /// What is so of every case that falls on this day, and of few others: of the day before, the last few
    /// days.
    Condition about() {
        Length length = window.length();
        Condition before = counted(length.months(), length.days(), LastDay.EXCLUDED);
        Condition upTo = counted(length.months(), length.days(), LastDay.INCLUDED);
        return switch (offset) {
            case -1 -> but(before, shorter());
            case 0 -> but(upTo, before);
            default -> but(counted(length.months(), length.days() + 1, LastDay.INCLUDED), upTo);
        };
    }

    private static Condition but(Condition so, Condition notSo) {
        return new Condition.All(List.of(so, new Condition.Not(notSo)));
    }

    private Condition shorter() {
        Length length = window.length();
        if (length.days() == 0) {
            // No month has fewer than 28 days.
            return counted(length.months() - 1, 27, LastDay.EXCLUDED);
        }
        return length.months() + length.days() == 1
                ? Condition.NEVER
                : counted(length.months(), length.days() - 1, LastDay.EXCLUDED);
    }

    private Condition counted(int months, int days, LastDay lastDay) {
        return new Condition.During(
                new Window.Within(
                        new Length(months, days, window.length().words()),
                        window.anchor(),
                        new Reckoning(lastDay, Rounding.DOWN)));
    }
}

package org.plumbline.core.timeline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// Where a day stands on a chart, from 0 to 1.
///
/// To scale for five years; compressed from there to the last year shown; what is later stands, in
/// order, in the last part, which means "for ever".
record Axis(Timeline timeline) {

    /// A mark on the axis.
    ///
    /// @param at from 0 to 1
    record Tick(double at, String words) {}

    private static final int TO_SCALE = 5;
    private static final double AFTER_SCALE = 0.6;

    /// Where "for ever" begins.
    static final double FOR_EVER = 0.82;

    /// Whether later years are narrower than earlier ones.
    boolean compressed() {
        return timeline.years() > TO_SCALE;
    }

    /// Where a day stands; days before the start stand at 0.
    double at(LocalDate day) {
        LocalDate start = timeline.start();
        if (!day.isAfter(start)) {
            return 0;
        }
        long whole = ChronoUnit.YEARS.between(start, day);
        double rest = ChronoUnit.DAYS.between(start.plusYears(whole), day) / 366.0;
        return at(whole + rest);
    }

    private double at(double years) {
        double shown = timeline.years();
        if (years > shown) {
            return FOR_EVER + (1 - FOR_EVER) * (1 - shown / years) * 0.9;
        }
        if (!compressed()) {
            return FOR_EVER * years / shown;
        }
        return years <= TO_SCALE
                ? AFTER_SCALE * years / TO_SCALE
                : AFTER_SCALE + (FOR_EVER - AFTER_SCALE) * (years - TO_SCALE) / (shown - TO_SCALE);
    }

    /// The marks, in order; the last year shown is always one.
    List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        for (int year = 0; year <= Math.min(TO_SCALE, timeline.years()); year++) {
            if (year != 4 || timeline.years() <= TO_SCALE) {
                ticks.add(tick(year));
            }
        }
        if (timeline.years() > TO_SCALE + 1) {
            ticks.add(tick(timeline.years()));
        }
        return ticks;
    }

    private Tick tick(int year) {
        return new Tick(
                at((double) year),
                switch (timeline.measure()) {
                    case YEARS -> String.valueOf(year);
                    case DATES -> String.valueOf(timeline.start().plusYears(year).getYear());
                });
    }
}

package org.plumbline.core.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.plumbline.core.decide.Alphabet.Span;

/// Which days of the act have to be looked at so that every day has been.
///
/// To some windows, the day of the act matters through one thing alone: in which order lie the days
/// from which each window would still be open. Two days of the act with the same order have the
/// same diagrams, up to the dates written on them. The calendar comes round every 400 years, so the
/// orders can be counted out: one for an ordinary day, a few for leap days and ends of months.
final class ClosingDays {

    /// The days after which the calendar repeats itself, weekdays included.
    private static final int CYCLE = 146_097;

    private static final int MONTHS = 4_800;

    /// By how many days a window may be longer or shorter than in the mean, at the very most: three for
    /// the lengths of months, two for leap days, two for how the last day and the month's end are counted.
    private static final int STRAYS = 7;

    private final Map<Span, int[]> back = new ConcurrentHashMap<>();
    private final Map<Asked, List<LocalDate>> known = new ConcurrentHashMap<>();

    private record Asked(Set<Span> spans, LocalDate first, LocalDate last, LocalDate near) {}

    /// One day for each order, the nearest to a given one; that order first which the given day has.
    List<LocalDate> of(Set<Span> spans, LocalDate first, LocalDate last, LocalDate near) {
        return known.computeIfAbsent(new Asked(Set.copyOf(spans), first, last, near), this::look);
    }

    private List<LocalDate> look(Asked asked) {
        List<int[]> backs =
                close(asked.spans()).stream()
                        .map(s -> back.computeIfAbsent(s, ClosingDays::back))
                        .toList();
        if (backs.isEmpty()) {
            return List.of(asked.near());
        }
        long near = asked.near().toEpochDay();
        long first = asked.first().toEpochDay();
        long last = Math.min(asked.last().toEpochDay(), first + CYCLE - 1);
        Map<List<Integer>, Long> nearest = new LinkedHashMap<>();
        nearest.put(order(backs, near), near);
        // Of days on end with one order the nearest is looked at: going away from the given day,
        // the first.
        for (long day = near + 1; day <= last; day++) {
            if (changes(backs, day)) {
                nearest.merge(order(backs, day), day, (o, d) -> nearer(near, o, d));
            }
        }
        for (long day = near - 1; day >= first; day--) {
            if (changes(backs, day + 1)) {
                nearest.merge(order(backs, day), day, (o, d) -> nearer(near, o, d));
            }
        }
        return nearest.values().stream()
                .sorted(
                        Comparator.comparingLong((Long d) -> Math.abs(d - near))
                                .thenComparingLong(d -> -d))
                .map(LocalDate::ofEpochDay)
                .toList();
    }

    private static Long nearer(long near, Long one, Long other) {
        long gain = Math.abs(one - near) - Math.abs(other - near);
        return gain < 0 || (gain == 0 && one > other) ? one : other;
    }

    /// Whether a window closes otherwise for a day than for the day before it.
    private static boolean changes(List<int[]> backs, long day) {
        int at = (int) Math.floorMod(day, (long) CYCLE);
        int before = at == 0 ? CYCLE - 1 : at - 1;
        for (int[] back : backs) {
            if (back[at] != back[before]) {
                return true;
            }
        }
        return false;
    }

    /// For each window, how many others close later, before the day.
    private static List<Integer> order(List<int[]> backs, long day) {
        int at = (int) Math.floorMod(day, (long) CYCLE);
        List<Integer> order = new ArrayList<>();
        for (int[] one : backs) {
            int rank = 0;
            for (int[] other : backs) {
                rank += other[at] < one[at] ? 1 : 0;
            }
            order.add(rank);
        }
        return order;
    }

    /// The windows whose order is not the same on every day: those of which another is so nearly as
    /// long that the lengths of months, leap days and ways of reckoning decide.
    private static List<Span> close(Set<Span> spans) {
        List<Span> byLength =
                spans.stream().sorted(Comparator.comparingDouble(ClosingDays::usual)).toList();
        List<Span> close = new ArrayList<>();
        for (int i = 0; i < byLength.size(); i++) {
            boolean before = i > 0 && areClose(byLength.get(i - 1), byLength.get(i));
            boolean after =
                    i + 1 < byLength.size() && areClose(byLength.get(i), byLength.get(i + 1));
            if (before || after) {
                close.add(byLength.get(i));
            }
        }
        return close;
    }

    private static boolean areClose(Span shorter, Span longer) {
        return usual(longer) - usual(shorter) <= 2 * STRAYS;
    }

    /// How many days a window has in the mean of the calendar's cycle.
    private static double usual(Span span) {
        return span.length().months() * (double) CYCLE / MONTHS + span.length().days();
    }

    /// For each day of the cycle, how many days before it the window closes that would end on it.
    private static int[] back(Span span) {
        int[] back = new int[CYCLE];
        LocalDate closing = EventDays.closing(LocalDate.EPOCH, span);
        long began = closing.toEpochDay();
        var free = new FreeDays(span, closing);
        for (int day = 0; day < CYCLE; day++) {
            while (day >= free.day()) {
                began++;
                free.next();
            }
            back[day] = (int) (day - began);
        }
        return back;
    }

    /// The first day outside a window, for one beginning after the other. From a month's first day on
    /// the two go in step up to the 28th, which every month has.
    private static final class FreeDays {
        private static final int EVERY_MONTH_HAS = 28;

        private final Span span;
        private LocalDate month;
        private int ofMonth;
        private int months;
        private long free;

        FreeDays(Span span, LocalDate began) {
            this.span = span;
            this.month = began.withDayOfMonth(1);
            this.ofMonth = began.getDayOfMonth();
            this.months = month.lengthOfMonth();
            this.free = exactly();
        }

        long day() {
            return free;
        }

        void next() {
            ofMonth++;
            if (ofMonth > months) {
                month = month.plusMonths(1);
                months = month.lengthOfMonth();
                ofMonth = 1;
            }
            free = ofMonth > 1 && ofMonth <= EVERY_MONTH_HAS ? free + 1 : exactly();
        }

        private long exactly() {
            return span.reckoning()
                    .firstFreeDay(month.withDayOfMonth(ofMonth), span.length())
                    .toEpochDay();
        }
    }
}

package org.plumbline.core.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
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

    private final Map<Span, int[]> back = new ConcurrentHashMap<>();
    private final Map<Asked, List<LocalDate>> known = new ConcurrentHashMap<>();

    private record Asked(Set<Span> spans, LocalDate first, LocalDate last, LocalDate near) {}

    /// One day for each order, the nearest to a given one; that order first which the given day has.
    List<LocalDate> of(Set<Span> spans, LocalDate first, LocalDate last, LocalDate near) {
        return known.computeIfAbsent(new Asked(Set.copyOf(spans), first, last, near), this::look);
    }

    private List<LocalDate> look(Asked asked) {
        if (asked.spans().isEmpty()) {
            return List.of(asked.near());
        }
        List<int[]> backs =
                asked.spans().stream().map(s -> back.computeIfAbsent(s, this::back)).toList();
        List<LocalDate> days = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Map<Long, Boolean> quick = new HashMap<>();
        long near = asked.near().toEpochDay();
        long first = asked.first().toEpochDay();
        long last = Math.min(asked.last().toEpochDay(), first + CYCLE - 1);
        long farthest = Math.max(near - first, last - near);
        int[] ranks = new int[backs.size()];
        for (long away = 0; away <= farthest; away++) {
            for (int side = 0; side < (away == 0 ? 1 : 2); side++) {
                long day = side == 0 ? near + away : near - away;
                if (day >= first && day <= last && isNew(backs, day, ranks, quick, seen)) {
                    days.add(LocalDate.ofEpochDay(day));
                }
            }
        }
        return List.copyOf(days);
    }

    private static boolean isNew(
            List<int[]> backs, long day, int[] ranks, Map<Long, Boolean> quick, Set<String> seen) {
        int at = (int) Math.floorMod(day, (long) CYCLE);
        long packed = 0;
        for (int one = 0; one < ranks.length; one++) {
            int rank = 0;
            int own = backs.get(one)[at];
            for (int[] other : backs) {
                rank += other[at] < own ? 1 : 0;
            }
            ranks[one] = rank;
            packed = packed << 5 | rank;
        }
        return ranks.length <= 12
                ? quick.putIfAbsent(packed, true) == null
                : seen.add(Arrays.toString(ranks));
    }

    /// For each day of the cycle, how many days before it the window closes that would end on it.
    private int[] back(Span span) {
        int[] back = new int[CYCLE];
        LocalDate day = LocalDate.EPOCH;
        LocalDate began = EventDays.closing(day, span);
        for (int at = 0; at < CYCLE; at++) {
            while (!day.isBefore(span.reckoning().firstFreeDay(began, span.length()))) {
                began = began.plusDays(1);
            }
            back[at] = (int) (day.toEpochDay() - began.toEpochDay());
            day = day.plusDays(1);
        }
        return back;
    }
}

package org.plumbline.core.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Constraint;
import org.plumbline.core.decide.Alphabet.Span;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;

/// The days on which events of a partly known case may have happened, given the order they must have.
final class EventDays {

    private static final LocalDate EVER = LocalDate.of(-9999, 1, 1);
    private static final LocalDate ALWAYS = LocalDate.of(9999, 12, 31);

    private EventDays() {}

    /// Bounds on events that only their order with other events gives.
    static Map<String, Set<LocalDate>> boundsFromOrder(Library library, Scenario scenario) {
        Map<String, Set<LocalDate>> bounds = new HashMap<>();
        for (int link = 0; link < scenario.links().size(); link++) {
            for (var event : tightened(library, scenario, link).entrySet()) {
                for (Known.Range range : event.getValue().ranges()) {
                    for (LocalDate day : List.of(range.first(), range.last())) {
                        if (!day.equals(EVER) && !day.equals(ALWAYS)) {
                            bounds.computeIfAbsent(event.getKey(), _ -> new TreeSet<>()).add(day);
                        }
                    }
                }
            }
        }
        return bounds;
    }

    /// The days on which each event may have happened, each bounded by the others it is ordered
    /// with.
    static Map<String, Known.Days> tightened(Library library, Scenario scenario, int link) {
        Map<String, Known.Days> all = new LinkedHashMap<>();
        for (Fact.Event event : library.vocabulary().events()) {
            Known known = scenario.known(link, event.id());
            all.put(
                    event.id(),
                    known instanceof Known.Days d
                            ? d
                            : new Known.Days(List.of(new Known.Range(EVER, ALWAYS)), true));
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Fact.Event[] pair : orderedPairs(library)) {
                Known.Days first = all.getOrDefault(pair[0].id(), NEVER);
                Known.Days second = all.getOrDefault(pair[1].id(), NEVER);
                if (!second.maybeNever()) {
                    changed |=
                            clip(all, pair[0].id(), first, EVER, second.ranges().getLast().last());
                }
                if (!first.maybeNever()) {
                    changed |=
                            clip(
                                    all,
                                    pair[1].id(),
                                    second,
                                    first.ranges().getFirst().first(),
                                    ALWAYS);
                }
            }
        }
        return all;
    }

    static final Known.Days NEVER = new Known.Days(List.of(), true);

    private static boolean clip(
            Map<String, Known.Days> all,
            String event,
            Known.Days days,
            LocalDate from,
            LocalDate to) {
        List<Known.Range> kept = new ArrayList<>();
        for (Known.Range range : days.ranges()) {
            LocalDate first = range.first().isBefore(from) ? from : range.first();
            LocalDate last = range.last().isAfter(to) ? to : range.last();
            if (!last.isBefore(first)) {
                kept.add(new Known.Range(first, last));
            }
        }
        if (kept.equals(days.ranges())) {
            return false;
        }
        if (kept.isEmpty() && !days.maybeNever()) {
            throw new IllegalArgumentException("no possible person fits what is known");
        }
        all.put(event, new Known.Days(kept, days.maybeNever()));
        return true;
    }

    static List<Fact.Event[]> orderedPairs(Library library) {
        List<Fact.Event[]> pairs = new ArrayList<>();
        for (Constraint constraint : library.constraints()) {
            if (constraint instanceof Constraint.Order(var events)) {
                for (int i = 0; i < events.size(); i++) {
                    for (int j = i + 1; j < events.size(); j++) {
                        pairs.add(new Fact.Event[] {events.get(i), events.get(j)});
                    }
                }
            }
        }
        return pairs;
    }

    /// Whether one event came before another, where their days settle it; an event that never happened
    /// came before nothing.
    ///
    /// @param days for each event, the days it may have had ([#tightened])
    static Optional<Boolean> settledOrder(Condition.Before before, Map<String, Known.Days> days) {
        Known.Days first = days.getOrDefault(before.first().id(), NEVER);
        Known.Days second = days.getOrDefault(before.second().id(), NEVER);
        if (first.ranges().isEmpty()) {
            return Optional.of(false);
        }
        if (second.ranges().isEmpty()) {
            return first.maybeNever() ? Optional.empty() : Optional.of(true);
        }
        if (!first.ranges().getFirst().first().isBefore(second.ranges().getLast().last())
                && !second.maybeNever()) {
            return Optional.of(false);
        }
        if (!first.maybeNever()
                && first.ranges().getLast().last().isBefore(second.ranges().getFirst().first())) {
            return Optional.of(true);
        }
        return Optional.empty();
    }

    // ── Regions of days ─────────────────────────────────────────────────────────────────────

    /// What to call a region of days; the ends of time are not named.
    static String name(Known.Range range) {
        if (range.first().equals(range.last())) {
            return range.first().toString();
        }
        if (range.first().equals(EVER)) {
            return range.last().equals(ALWAYS) ? "any day" : "until " + range.last();
        }
        return range.last().equals(ALWAYS)
                ? "from " + range.first()
                : range.first() + " to " + range.last();
    }

    /// Ranges of days cut in pieces, each cut being the first day of its piece.
    static List<Known.Range> cutUp(List<Known.Range> ranges, Set<LocalDate> cuts) {
        List<Known.Range> regions = new ArrayList<>();
        for (Known.Range range : ranges) {
            LocalDate from = range.first();
            for (LocalDate cut : cuts) {
                if (cut.isAfter(from) && !cut.isAfter(range.last())) {
                    regions.add(new Known.Range(from, cut.minusDays(1)));
                    from = cut;
                }
            }
            regions.add(new Known.Range(from, range.last()));
        }
        return regions;
    }

    /// The earliest day of an event from which a window would still be open on the day of the act.
    static LocalDate closing(LocalDate day, Span span) {
        LocalDate began =
                day.minusMonths(span.length().months())
                        .minusDays(span.length().days())
                        .minusDays(5);
        while (!day.isBefore(span.reckoning().firstFreeDay(began, span.length()))) {
            began = began.plusDays(1);
        }
        return began;
    }
}

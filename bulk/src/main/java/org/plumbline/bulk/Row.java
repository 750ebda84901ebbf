package org.plumbline.bulk;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

/// One case in numbers: what is known of every fact, by its number in the column's dictionary.
///
/// Made by [CompiledLibrary] and meant to be filled again and again; one thread at a time. After the
/// last change and before it is decided, [#settle] works out the days of events from one another.
public final class Row {

    /// Whether the compiled form can decide a row.
    public enum Shape {
        /// It can.
        PLAIN_SAILING,
        /// The plain evaluator must: an event may lie on one of several stretches of days.
        SCATTERED_DAYS,
        /// No possible person fits: an event would be later than one that it comes before.
        IMPOSSIBLE
    }

    private final Columns columns;
    final int[] numbers;
    final int[] first;
    final int[] last;
    final boolean[] never;
    private int day;
    private Set<String> assumed = Set.of();

    Row(Columns columns) {
        this.columns = columns;
        numbers = new int[columns.count()];
        first = new int[columns.eventCount()];
        last = new int[columns.eventCount()];
        never = new boolean[columns.eventCount()];
    }

    /// Forgets everything.
    public void clear() {
        Arrays.fill(numbers, 0);
        assumed = Set.of();
    }

    /// Sets the day of the act.
    public void day(LocalDate act) {
        day = (int) act.toEpochDay();
    }

    /// The day of the act, in days since 1 January 1970.
    public int day() {
        return day;
    }

    /// Says what is known of a fact.
    public void set(String fact, Known known) {
        int place = columns.place(fact);
        numbers[place] = columns.dictionary(place).number(known);
    }

    /// The columns whose dictionaries its numbers come from.
    Columns columns() {
        return columns;
    }

    /// Says which facts hold an ordinary value that nobody gave.
    public void assume(Set<String> facts) {
        assumed = Set.copyOf(facts);
    }

    boolean isAssumed(String fact) {
        return assumed.contains(fact);
    }

    /// Fills in a whole scenario.
    ///
    /// @return whether a row can hold it: one person in one link, not one of several, on one day
    public boolean fill(Scenario scenario) {
        if (scenario.links().size() != 1
                || scenario.links().getFirst().either().size() > 1
                || !scenario.asOf().first().equals(scenario.asOf().last())) {
            return false;
        }
        clear();
        day(scenario.day());
        assume(scenario.assumed());
        scenario.shared().forEach(this::set);
        scenario.links().getFirst().facts().forEach(this::set);
        return true;
    }

    /// The row as a scenario.
    public Scenario scenario() {
        Map<String, Known> known = new HashMap<>();
        for (int place = 0; place < numbers.length; place++) {
            if (numbers[place] != 0) {
                known.put(
                        columns.fact(place).id(), columns.dictionary(place).known(numbers[place]));
            }
        }
        return new Scenario(
                Known.Range.of(LocalDate.ofEpochDay(day)),
                known,
                List.of(new Scenario.Link("", Map.of())),
                assumed,
                Set.of());
    }

    /// Bounds each event by those it is ordered with, as the evaluator does.
    public Shape settle() {
        boolean somethingHappened = false;
        for (int event = 0; event < first.length; event++) {
            int number = numbers[columns.placeOfEvent(event)];
            Columns.Days days = number == 0 ? Columns.Days.UNKNOWN : columns.days(event, number);
            if (!days.whole()) {
                return Shape.SCATTERED_DAYS;
            }
            first[event] = days.first();
            last[event] = days.last();
            never[event] = days.never();
            somethingHappened |= !days.never();
        }
        return somethingHappened && !tighten() ? Shape.IMPOSSIBLE : Shape.PLAIN_SAILING;
    }

    private boolean tighten() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int[] pair : columns.orderedEvents()) {
                int earlier = pair[0];
                int later = pair[1];
                if (!never[later] && last[earlier] > last[later] && happens(earlier)) {
                    last[earlier] = last[later];
                    changed = true;
                }
                if (!never[earlier] && first[later] < first[earlier] && happens(later)) {
                    first[later] = first[earlier];
                    changed = true;
                }
                if ((!happens(earlier) && !never[earlier]) || (!happens(later) && !never[later])) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean happens(int event) {
        return first[event] <= last[event];
    }

    /// The days that were given for an event, before its order with others bounded them.
    Columns.Days given(int event) {
        int number = numbers[columns.placeOfEvent(event)];
        return number == 0 ? Columns.Days.UNKNOWN : columns.days(event, number);
    }

    /// Whether one event was before another: 1 it was, 0 it was not, 2 it is open.
    int inOrder(Condition.Before before) {
        int one = columns.event(before.first());
        int two = columns.event(before.second());
        if (!happens(one)) {
            return Truth.NO;
        }
        if (!happens(two)) {
            return never[one] ? Truth.OPEN : Truth.YES;
        }
        if (first[one] >= last[two] && !never[two]) {
            return Truth.NO;
        }
        return !never[one] && last[one] < first[two] ? Truth.YES : Truth.OPEN;
    }
}

package org.plumbline.bulk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Constraint;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.vocabulary.Fact;

/// The facts of a vocabulary as the columns of a caseload, each with its dictionary.
///
/// Safe to share between threads.
final class Columns {

    /// Earlier than any day a case speaks of, as the evaluator has it.
    static final int EVER = (int) LocalDate.of(-9999, 1, 1).toEpochDay();

    /// Later than any day a case speaks of.
    static final int ALWAYS = (int) LocalDate.of(9999, 12, 31).toEpochDay();

    /// The days on which an event may have happened, as days since 1 January 1970.
    ///
    /// @param first the first of them; later than the last when it has not happened
    /// @param never whether it may not have happened
    /// @param whole whether this says everything: the days lie together
    record Days(int first, int last, boolean never, boolean whole) {
        static final Days UNKNOWN = new Days(EVER, ALWAYS, true, true);

        /// What is known of an event as one stretch of days.
        static Days of(Known known) {
            if (!(known instanceof Known.Days(var ranges, var never))) {
                return UNKNOWN;
            }
            if (ranges.isEmpty()) {
                return new Days(0, -1, true, true);
            }
            long first = ranges.getFirst().first().toEpochDay();
            long last = ranges.getLast().last().toEpochDay();
            return first < EVER || last > ALWAYS
                    ? new Days(EVER, ALWAYS, never, false)
                    : new Days((int) first, (int) last, never, ranges.size() == 1);
        }
    }

    private final Library library;
    private final List<Fact> facts;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Dictionary> dictionaries = new ArrayList<>();
    private final List<Map<Integer, Days>> days = new ArrayList<>();
    private final int[] events;
    private final int[] eventAt;
    private final int[][] ordered;

    Columns(Library library) {
        this.library = library;
        this.facts = List.copyOf(library.vocabulary().facts().values());
        eventAt = new int[facts.size()];
        List<Integer> eventPlaces = new ArrayList<>();
        for (int place = 0; place < facts.size(); place++) {
            places.put(facts.get(place).id(), place);
            dictionaries.add(new Dictionary());
            eventAt[place] = -1;
            if (facts.get(place) instanceof Fact.Event) {
                eventAt[place] = eventPlaces.size();
                eventPlaces.add(place);
                days.add(new ConcurrentHashMap<>());
            }
        }
        events = eventPlaces.stream().mapToInt(Integer::intValue).toArray();
        ordered = ordered();
    }

    private int[][] ordered() {
        List<int[]> pairs = new ArrayList<>();
        for (Constraint constraint : library.constraints()) {
            if (constraint instanceof Constraint.Order(var all)) {
                for (int i = 0; i < all.size(); i++) {
                    for (int j = i + 1; j < all.size(); j++) {
                        pairs.add(new int[] {event(all.get(i)), event(all.get(j))});
                    }
                }
            }
        }
        return pairs.toArray(new int[0][]);
    }

    Library library() {
        return library;
    }

    int count() {
        return facts.size();
    }

    Fact fact(int place) {
        return facts.get(place);
    }

    /// Where a fact stands among the columns; absent if the vocabulary has no such word.
    Optional<Integer> find(String fact) {
        return Optional.ofNullable(places.get(fact));
    }

    /// Where a fact stands among the columns.
    ///
    /// @throws IllegalArgumentException if the vocabulary has no such word
    int place(String fact) {
        Integer place = places.get(fact);
        if (place == null) {
            throw new IllegalArgumentException("no fact `" + fact + "`");
        }
        return place;
    }

    Dictionary dictionary(int place) {
        return dictionaries.get(place);
    }

    /// How many different things are known in all dictionaries together.
    long remembered() {
        long all = 0;
        for (Dictionary one : dictionaries) {
            all += one.size();
        }
        return all;
    }

    int eventCount() {
        return events.length;
    }

    /// The column of an event.
    int placeOfEvent(int event) {
        return events[event];
    }

    /// The number of an event among events.
    int event(Fact.Event event) {
        return eventAt[place(event.id())];
    }

    /// Pairs of events of which the first is never later than the second.
    int[][] orderedEvents() {
        return ordered;
    }

    /// The days that a number in an event's column stands for.
    Days days(int event, int number) {
        Map<Integer, Days> known = days.get(event);
        Days found = known.get(number);
        if (found == null) {
            found = Days.of(dictionaries.get(events[event]).known(number));
            known.put(number, found);
        }
        return found;
    }

    /// The order of two events that says the same as a fact.
    Optional<Condition.Before> sameAs(Fact fact) {
        for (Constraint constraint : library.constraints()) {
            if (constraint instanceof Constraint.Same(var same, var before)
                    && same.id().equals(fact.id())) {
                return Optional.of(before);
            }
        }
        return Optional.empty();
    }

    /// The facts in the order of the vocabulary.
    List<Fact> facts() {
        return Collections.unmodifiableList(facts);
    }
}

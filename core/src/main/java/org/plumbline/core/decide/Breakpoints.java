package org.plumbline.core.decide;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

/// The days on which an answer can change while every fact stays as it is.
final class Breakpoints {

    private Breakpoints() {}

    /// The days on which a window of these texts closes, for each bound of what is known of the
    /// event that starts it, in every way of counting. Between two of them nothing changes.
    static NavigableSet<LocalDate> of(Library library, Scenario scenario, List<Text> texts) {
        TreeSet<LocalDate> days = new TreeSet<>();
        Alphabet alphabet = Alphabet.join(library, texts.stream().map(Text::alphabet).toList());
        alphabet.spans()
                .forEach((event, spans) -> {
                    for (int link = 0; link < scenario.links().size(); link++) {
                        if (scenario.known(link, event) instanceof Known.Days known) {
                            for (Known.Range range : known.ranges()) {
                                for (Alphabet.Span span : spans) {
                                    days.add(free(span, range.first()));
                                    days.add(free(span, range.last()));
                                }
                            }
                        }
                    }
                });
        for (var bound : EventDays.boundsFromOrder(library, scenario).entrySet()) {
            for (Alphabet.Span span :
                    alphabet.spans().getOrDefault(bound.getKey(), java.util.Set.of())) {
                bound.getValue().forEach(day -> days.add(free(span, day)));
            }
        }
        return days;
    }

    private static LocalDate free(Alphabet.Span span, LocalDate began) {
        return span.reckoning().firstFreeDay(began, span.length());
    }

    /// The days on which an edition may begin or have ended.
    static NavigableSet<LocalDate> ofEditions(Collection<Edition> editions) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Edition edition : editions) {
            edition.inForce().fromEarliest().ifPresent(days::add);
            edition.inForce().fromLatest().ifPresent(days::add);
            edition.inForce().toEarliest().ifPresent(d -> days.add(d.plusDays(1)));
            edition.inForce().toLatest().ifPresent(d -> days.add(d.plusDays(1)));
        }
        return days;
    }
}

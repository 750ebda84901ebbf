package org.plumbline.server.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Constraint;
import org.plumbline.core.explain.DayWording;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;

/// Days that cannot all be so: what made somebody a former client lies after the act, on whose day the
/// person was a client still. The texts say something else, and often something stricter, of a
/// present client.
///
/// @param says what does not fit, a sentence each
/// @param events the events that lie too late, each with the link that it is part of
public record Misfit(List<String> says, List<Late> events) {

    /// What follows from it.
    public static final String STRICTER =
            "On the day of the act the work had not ended, so other rules hold, and often stricter ones.";

    /// An event on a day after the act.
    public record Late(Fact.Event event, int link) {}

    /// What does not fit in a case; empty where it may all be so. A day counts that is certain to lie
    /// after the last day on which the act may be done.
    public static Optional<Misfit> of(Library library, Scenario scenario) {
        Set<String> says = new LinkedHashSet<>();
        List<Late> late = new ArrayList<>();
        LocalDate act = scenario.asOf().last();
        for (int link = 0; link < scenario.links().size(); link++) {
            if (!former(scenario.known(link, "stage"))) {
                continue;
            }
            for (Fact.Event event : ofTheWork(library)) {
                if (scenario.known(link, event.id()) instanceof Known.Days days
                        && !days.maybeNever()
                        && days.ranges().getFirst().first().isAfter(act)
                        && says.add(
                                "%s is %s, after the act, which is %s."
                                        .formatted(
                                                Words.capital(event.says()),
                                                DayWording.of(span(days)),
                                                DayWording.of(scenario.asOf())))) {
                    late.add(new Late(event, link));
                }
            }
        }
        return late.isEmpty()
                ? Optional.empty()
                : Optional.of(new Misfit(List.copyOf(says), List.copyOf(late)));
    }

    /// The events that have not happened, or not all, while the work has not ended: those that the
    /// background denies to somebody at an earlier stage. What was personal may well come later.
    private static List<Fact.Event> ofTheWork(Library library) {
        return library.constraints().stream()
                .filter(Constraint.NotApplicable.class::isInstance)
                .map(Constraint.NotApplicable.class::cast)
                .filter(c ->
                        c.when() instanceof Condition.Has(var fact, _, _)
                                && fact.id().equals("stage"))
                .flatMap(c -> c.facts().stream())
                .filter(Fact.Event.class::isInstance)
                .map(Fact.Event.class::cast)
                .distinct()
                .toList();
    }

    private static boolean former(Known stage) {
        return stage instanceof Known.Value(var possible) && possible.equals(Set.of("former"));
    }

    private static Known.Range span(Known.Days days) {
        return new Known.Range(days.ranges().getFirst().first(), days.ranges().getLast().last());
    }
}

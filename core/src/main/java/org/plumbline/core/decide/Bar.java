package org.plumbline.core.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.plumbline.core.decide.Decision.Lifts;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Scenario;

/// How strongly an act is certainly barred, and when that weakens.
///
/// The only thing that moves is the day of the act. The bar has weakened on a day when some
/// completion of the facts is barred less strongly than every completion is now. Readings of the
/// text and days of an event that are known in part give an earliest day, on which one of them
/// has weakened it, and a latest, by which each has.
///
/// @param forbidden certainly forbidden; otherwise certainly advised against
record Bar(boolean forbidden) {

    /// When it lifts, and what is then said.
    record Lifting(Lifts lifts, Optional<View> then) {}

    /// The bar of a view; absent when some completion has nothing against the act.
    static Optional<Bar> of(View view) {
        if (view.outcomes().only(FORBIDDEN)) {
            return Optional.of(new Bar(true));
        }
        return view.outcomes().only(AGAINST) ? Optional.of(new Bar(false)) : Optional.empty();
    }

    /// The headlines of what some norm forbids.
    private static final Set<Headline> FORBIDDEN =
            EnumSet.of(Headline.DILEMMA, Headline.CONTESTED, Headline.PROHIBITED);

    /// The headlines of what some norm forbids or advises against.
    private static final Set<Headline> AGAINST =
            EnumSet.of(
                    Headline.DILEMMA,
                    Headline.CONTESTED,
                    Headline.PROHIBITED,
                    Headline.REQUIRED_WITH_CAUTION,
                    Headline.TENSION,
                    Headline.ADVISED_AGAINST);

    /// The cases that count in which no norm forbids it.
    static Diagram notForbidden(View view) {
        return view.possibilities().diagrams().not(view.outcomes().anyOf(FORBIDDEN));
    }

    /// The cases that count in which no norm forbids it or advises against it.
    static Diagram notAgainst(View view) {
        return view.possibilities().diagrams().not(view.outcomes().anyOf(AGAINST));
    }

    /// When it lifts while the same texts stay in force.
    Optional<Lifting> lifting(
            Library library,
            Scenario scenario,
            List<Text> texts,
            BiFunction<Possibilities, Scenario, View> view) {
        return Optional.of(
                search(
                        Breakpoints.of(library, scenario, texts).tailSet(scenario.day(), false),
                        day -> {
                            Scenario later = scenario.on(day);
                            return view.apply(
                                    new Possibilities(library, later, day, texts, Set.of()), later);
                        }));
    }

    /// When it lifts through the texts that are in force on each later day.
    Optional<Lifting> liftingThrough(
            Library library, Scenario scenario, Function<LocalDate, List<Text>> inForce) {
        List<Text> now = inForce.apply(scenario.day());
        NavigableSet<LocalDate> days = Breakpoints.of(library, scenario, now);
        // A later edition has windows of its own, which today's texts know nothing of; so has one
        // that
        // binds only because another borrows it.
        List<Edition> changing = new ArrayList<>();
        Stream.concat(
                        now.stream().map(Text::edition),
                        library.entries().stream()
                                .map(library::edition)
                                .filter(e -> Binding.mayBind(e, scenario)))
                .forEach(edition -> {
                    changing.add(edition);
                    changing.addAll(Text.borrowedAtTimes(library, edition));
                });
        for (LocalDate change : Breakpoints.ofEditions(changing).tailSet(scenario.day(), false)) {
            days.add(change);
            days.addAll(Breakpoints.of(library, scenario, inForce.apply(change)));
        }
        return Optional.of(
                search(
                        days.tailSet(scenario.day(), false),
                        day -> {
                            Scenario later = scenario.on(day);
                            List<Text> texts = inForce.apply(day);
                            var possibilities =
                                    new Possibilities(library, later, day, texts, Set.of());
                            List<Text> speaking =
                                    texts.stream()
                                            .filter(t ->
                                                    !possibilities
                                                            .diagrams()
                                                            .excluded(possibilities.binds(t)))
                                            .toList();
                            List<View> views =
                                    speaking.stream()
                                            .map(t ->
                                                    View.of(possibilities, later.links().size(), t))
                                            .toList();
                            return Joint.of(possibilities, speaking, views);
                        }));
    }

    private Lifting search(Iterable<LocalDate> days, Function<LocalDate, View> on) {
        Optional<LocalDate> earliest = Optional.empty();
        for (LocalDate day : days) {
            View view = on.apply(day);
            Diagram weaker = forbidden ? notForbidden(view) : notAgainst(view);
            if (!view.possible(weaker)) {
                continue;
            }
            if (earliest.isEmpty()) {
                earliest = Optional.of(day);
            }
            if (onEveryReading(view, weaker)) {
                return new Lifting(
                        new Lifts.On(earliest.get(), Optional.of(day)), Optional.of(view));
            }
        }
        return earliest.isEmpty()
                ? new Lifting(new Lifts.Never(), Optional.empty())
                : new Lifting(
                        new Lifts.On(earliest.get(), Optional.empty()),
                        Optional.of(on.apply(earliest.get())));
    }

    /// Whether, however the text is read and whenever the events were, some completion of the other
    /// facts is barred less strongly.
    static boolean onEveryReading(View view, Diagram weaker) {
        Diagrams diagrams = view.possibilities().diagrams();
        BitSet others = Decider.levels(view.possibilities(), false);
        Diagram possible = diagrams.forSome(view.world(), others);
        Diagram weakened = diagrams.forSome(diagrams.and(view.world(), weaker), others);
        return diagrams.and(possible, diagrams.not(weakened)) == diagrams.no();
    }
}

package org.plumbline.core.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.plumbline.core.condition.LastDay;
import org.plumbline.core.condition.Reckoning;
import org.plumbline.core.condition.Rounding;
import org.plumbline.core.condition.Window;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Decision.Answer;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;

/// What one text says of one case from a day on: decided once for each stretch between breakpoints.
final class Course {

    /// A stretch between breakpoints, and what is decided in it.
    private record Stretch(LocalDate from, Optional<LocalDate> to, Answer answer) {}

    private final Decider decider;
    private final Scenario scenario;
    private final Edition edition;
    private final Set<String> acts;

    /// @param acts the acts that the case may be about, for naming clocks
    Course(Decider decider, Scenario scenario, Edition edition, Set<String> acts) {
        this.decider = decider;
        this.scenario = scenario;
        this.edition = edition;
        this.acts = acts;
    }

    /// The pieces and steps from a day on.
    Row from(LocalDate start) {
        List<Stretch> stretches = stretches(start);
        List<Piece> pieces =
                alike(stretches, Answer::headlines).stream().map(Course::piece).toList();
        // Steps are finer: where a bar may be lifted before and after, what lifts it can change.
        List<List<Stretch>> alike =
                alike(stretches, a -> List.of(a.headlines(), missing(List.of(a))));
        return new Row(edition, pieces, steps(alike.stream().map(Course::piece).toList(), alike));
    }

    private List<Stretch> stretches(LocalDate start) {
        TreeSet<LocalDate> days = new TreeSet<>(Set.of(start));
        days.addAll(
                decider.breakpoints(scenario.on(start), List.of(edition)).tailSet(start, false));
        List<Stretch> all = new ArrayList<>();
        for (LocalDate day : days) {
            // When a bar lifts is what the stretches tell; to search it on each of them costs most.
            Answer answer = decider.standing(scenario.on(day), edition);
            Optional<LocalDate> to = Optional.ofNullable(days.higher(day)).map(d -> d.minusDays(1));
            all.add(new Stretch(day, to, answer));
        }
        return all;
    }

    /// Neighbours whose answers are the same in some respect, together.
    private static List<List<Stretch>> alike(
            List<Stretch> stretches, Function<Answer, Object> respect) {
        List<List<Stretch>> all = new ArrayList<>();
        for (Stretch stretch : stretches) {
            if (all.isEmpty()
                    || !respect.apply(all.getLast().getFirst().answer())
                            .equals(respect.apply(stretch.answer()))) {
                all.add(new ArrayList<>());
            }
            all.getLast().add(stretch);
        }
        return all;
    }

    private static Piece piece(List<Stretch> alike) {
        Set<String> provisions = new LinkedHashSet<>();
        TreeSet<Headline> underBurden = new TreeSet<>();
        List<Known.Range> open = new ArrayList<>();
        for (Stretch stretch : alike) {
            Answer answer = stretch.answer();
            answer.provisions().forEach(g -> provisions.add(g.cite()));
            underBurden.addAll(answer.underBurden());
            if (answer.turnsOnCounting() && stretch.to().isPresent()) {
                add(open, new Known.Range(stretch.from(), stretch.to().get()));
            }
        }
        return new Piece(
                alike.getFirst().from(),
                alike.getLast().to(),
                alike.getFirst().answer().headlines(),
                List.copyOf(provisions),
                missing(alike.stream().map(Stretch::answer).toList()),
                List.copyOf(underBurden),
                open);
    }

    private static List<String> missing(List<Answer> answers) {
        TreeSet<String> missing = new TreeSet<>();
        answers.forEach(a -> a.missing().forEach(m -> missing.add(m.fact())));
        return List.copyOf(missing);
    }

    private static void add(List<Known.Range> ranges, Known.Range next) {
        if (!ranges.isEmpty() && ranges.getLast().last().plusDays(1).equals(next.first())) {
            ranges.add(new Known.Range(ranges.removeLast().first(), next.last()));
        } else {
            ranges.add(next);
        }
    }

    // ── Steps ───────────────────────────────────────────────────────────────────────────────

    private List<Step> steps(List<Piece> pieces, List<List<Stretch>> alike) {
        // Each step is a piece that is settled on some day; it begins on the first such day.
        List<Integer> settled = new ArrayList<>();
        for (int piece = 0; piece < pieces.size(); piece++) {
            if (piece == 0 || pieces.get(piece).settledFrom().isPresent()) {
                settled.add(piece);
            }
        }
        List<Step> steps = new ArrayList<>();
        for (int at = 0; at < settled.size(); at++) {
            Piece piece = pieces.get(settled.get(at));
            LocalDate from =
                    at == 0
                            ? piece.from()
                            : piece.settledFrom().orElseThrow(IllegalStateException::new);
            if (at + 1 == settled.size()) {
                steps.add(step(piece, from, Optional.empty(), List.of(), false));
                break;
            }
            int after = settled.get(at + 1);
            LocalDate over = pieces.get(settled.get(at) + 1).from();
            LocalDate next =
                    pieces.get(after).settledFrom().orElseThrow(IllegalStateException::new);
            steps.add(
                    step(
                            piece,
                            from,
                            Optional.of(next),
                            clocks(alike.get(settled.get(at)), alike.get(after), over, next),
                            over.isBefore(next)));
        }
        return steps;
    }

    private Step step(
            Piece piece,
            LocalDate from,
            Optional<LocalDate> next,
            List<Clock> clocks,
            boolean turnsOnCounting) {
        return new Step(
                from,
                next,
                piece.headlines(),
                piece.provisions(),
                piece.missing().stream().map(this::phrase).toList(),
                piece.underBurden(),
                clocks,
                turnsOnCounting);
    }

    /// What a fact asks, inside a sentence: "whether it exploits the person", "the service kind".
    private String phrase(String id) {
        return switch (decider.library().vocabulary().facts().get(id)) {
            case Fact.YesNo yesNo -> "whether " + yesNo.is();
            case Fact.Event event -> "the day of " + event.says();
            case null, default -> "the " + id.replace('-', ' ');
        };
    }

    // ── Clocks ──────────────────────────────────────────────────────────────────────────────

    /// The clocks that run out between two days: of norms that ground the answer before or after;
    /// failing that, of norms that no longer or not yet reach the case; failing that, of any norm
    /// of the text on the act.
    private List<Clock> clocks(
            List<Stretch> before, List<Stretch> after, LocalDate first, LocalDate last) {
        Answer ended = before.getLast().answer();
        Answer begun = after.getFirst().answer();
        List<Stream<Norm>> candidates =
                List.of(
                        Stream.of(ended, begun)
                                .flatMap(a -> a.provisions().stream())
                                .flatMap(g -> g.norms().stream()),
                        Stream.of(ended, begun)
                                .flatMap(a -> a.notReached().stream())
                                .map(n -> n.norm()),
                        edition.norms().stream().filter(this::concerns));
        for (Stream<Norm> norms : candidates) {
            List<Clock> clocks =
                    norms.flatMap(n -> Windows.of(n).stream())
                            .filter(w -> runsOut(w, first, last))
                            .map(Clock::of)
                            .distinct()
                            .toList();
            if (!clocks.isEmpty()) {
                return clocks;
            }
        }
        return List.of();
    }

    private boolean concerns(Norm norm) {
        return !(norm instanceof Norm.Directive directive)
                || directive.acts().leaves().stream().anyMatch(acts::contains);
    }

    private boolean runsOut(Window.Within window, LocalDate first, LocalDate last) {
        return window.anchor().events().stream()
                .flatMap(event -> days(event.id()))
                .flatMap(day -> freeDays(window, day))
                .anyMatch(day -> !day.isBefore(first) && !day.isAfter(last));
    }

    /// The days that bound when an event was.
    private Stream<LocalDate> days(String event) {
        List<LocalDate> days = new ArrayList<>();
        for (int link = 0; link < scenario.links().size(); link++) {
            if (scenario.known(link, event) instanceof Known.Days known) {
                known.ranges().forEach(r -> days.addAll(List.of(r.first(), r.last())));
            }
        }
        return days.stream();
    }

    private static Stream<LocalDate> freeDays(Window.Within window, LocalDate began) {
        return Stream.of(LastDay.EXCLUDED, LastDay.INCLUDED)
                .flatMap(lastDay ->
                        Stream.of(Rounding.DOWN, Rounding.UP)
                                .map(rounding -> new Reckoning(lastDay, rounding)))
                .map(reading ->
                        window.reckoning().settledBy(reading).firstFreeDay(began, window.length()));
    }
}

package org.plumbline.bulk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Constraint;
import org.plumbline.core.condition.Decimal;
import org.plumbline.core.condition.Length;
import org.plumbline.core.condition.Window;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Party;
import org.plumbline.core.vocabulary.Vocabulary;

/// Cases at random, in five manners, toward one text. The seed alone says which.
final class Samples {

    /// How a case is made.
    enum Manner {
        /// Every fact known, unknown or known in part, with even odds.
        UNIFORM,
        /// Days at the edge of windows, month ends and leap days.
        EDGES,
        /// One norm's people, act and means, its own conditions either way; then the same case again
        /// with one of these conditions' facts turned round.
        DIRECTED,
        /// The same with most facts forgotten.
        PARTIAL,
        /// Everything that the text asks after is known, save a few facts; quick to decide plainly.
        NEARLY_KNOWN
    }

    private static final List<String> DAYS_OF_NOTE =
            List.of(
                    "2024-02-28",
                    "2024-02-29",
                    "2024-03-01",
                    "2023-02-28",
                    "2026-02-28",
                    "2026-03-01",
                    "2025-01-31",
                    "2025-12-31",
                    "2026-01-01",
                    "2026-06-30");

    private final Library library;
    private final Vocabulary words;
    private final Random random;
    private final List<Length> lengths = new ArrayList<>();
    private final Map<String, Known> known = new HashMap<>();
    private final Set<String> asked;
    private final Set<String> settled = new TreeSet<>();
    private LocalDate day;

    private Samples(Library library, Set<String> asked, Random random) {
        this.library = library;
        this.asked = asked;
        this.words = library.vocabulary();
        this.random = random;
        this.day = LocalDate.of(2026, 6, 1);
    }

    /// A case that was made up.
    ///
    /// @param settled the yes-no facts of one norm's own conditions, where it was directed at one
    record Drawn(Scenario scenario, Set<String> settled) {

        /// The same case with one of the norm's facts the other way.
        Optional<Scenario> turned(Random random) {
            List<String> either = new ArrayList<>();
            for (String fact : settled) {
                if (scenario.shared().get(fact) instanceof Known.Value(var possible)
                        && possible.size() == 1) {
                    either.add(fact);
                }
            }
            if (either.isEmpty()) {
                return Optional.empty();
            }
            String fact = either.get(random.nextInt(either.size()));
            boolean so = scenario.shared().get(fact).equals(TRUE);
            return Optional.of(scenario.with(fact, so ? new Known.Value(Set.of("false")) : TRUE));
        }
    }

    private static final Known.Value TRUE = new Known.Value(Set.of("true"));

    /// A case for a text.
    ///
    /// @param asked the facts that it asks after
    static Drawn draw(
            Library library, Edition edition, Set<String> asked, Manner manner, Random random) {
        var samples = new Samples(library, asked, random);
        return new Drawn(samples.scenario(edition, manner), samples.settled);
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private Scenario scenario(Edition edition, Manner manner) {
        List<Norm> norms = edition.norms();
        norms.forEach(n -> collect(n.window()));
        norms.forEach(n -> collect(n.when()));
        norms.forEach(n -> collect(n.unless()));
        day =
                oneIn(3)
                        ? LocalDate.parse(any(DAYS_OF_NOTE))
                        : LocalDate.of(2012, 1, 1).plusDays(random.nextInt(6500));
        if (edition.inForce().fromLatest().isPresent() && !edition.inForce().mayCover(day)) {
            day = edition.inForce().fromLatest().get().plusDays(random.nextInt(400));
        }
        if (manner == Manner.NEARLY_KNOWN) {
            know();
        } else {
            for (Fact fact : words.facts().values()) {
                if (!oneIn(manner == Manner.UNIFORM ? 3 : 2)) {
                    learn(fact, manner);
                }
            }
        }
        binds(edition.binds(), true);
        if (!norms.isEmpty() && (manner != Manner.UNIFORM || oneIn(2))) {
            direct(any(norms));
        }
        if (manner == Manner.PARTIAL) {
            for (String fact : List.copyOf(new TreeSet<>(known.keySet()))) {
                if (!oneIn(4)
                        && !PEOPLE.contains(fact)
                        && !Vocabulary.PRACTITIONER.contains(fact)) {
                    known.remove(fact);
                }
            }
        }
        order();
        Set<String> assumed = new HashSet<>();
        if (oneIn(4)) {
            assumed.addAll(oneIn(2) ? Set.of("medium") : Set.of("medium", "form"));
            assumed.retainAll(known.keySet());
        }
        return new Scenario(
                Known.Range.of(day),
                known,
                List.of(new Scenario.Link("", Map.of())),
                assumed,
                Set.of());
    }

    /// Every fact that the text asks after, save a few; of events one day and others that follow.
    private void know() {
        Known.Days one = days(oneIn(2) ? Manner.EDGES : Manner.UNIFORM);
        boolean several = oneIn(5);
        for (Fact fact : words.facts().values()) {
            if (Vocabulary.PRACTITIONER.contains(fact.id())) {
                if (!oneIn(12)) {
                    known.put(fact.id(), new Known.Sets(List.of(Set.of())));
                }
                continue;
            }
            if (!asked.contains(fact.id())) {
                continue;
            }
            if (fact instanceof Fact.Event) {
                known.put(fact.id(), several ? days(Manner.EDGES) : oneIn(3) ? NEVER : one);
            } else if (!oneIn(12)) {
                learn(fact, Manner.NEARLY_KNOWN);
            }
        }
    }

    private static final Known.Days NEVER = new Known.Days(List.of(), true);

    /// Moves days about until events stand in an order that is possible, mostly.
    private void order() {
        if (oneIn(50)) {
            return;
        }
        for (Constraint constraint : library.constraints()) {
            if (constraint instanceof Constraint.Order(var events)) {
                List<String> happened = new ArrayList<>();
                List<Known.Days> days = new ArrayList<>();
                for (Fact.Event event : events) {
                    if (known.get(event.id()) instanceof Known.Days d && !d.ranges().isEmpty()) {
                        happened.add(event.id());
                        days.add(d);
                    }
                }
                days.sort(Comparator.comparing(d -> d.ranges().getFirst().first()));
                for (int i = 0; i < days.size(); i++) {
                    known.put(happened.get(i), days.get(i));
                }
            }
        }
    }

    private static final Set<String> PEOPLE = Set.of("act", "form", "role", "stage", "tie");

    // ── One norm ────────────────────────────────────────────────────────────────────────────

    private void direct(Norm norm) {
        switch (norm) {
            case Norm.Directive directive -> {
                one("act", directive.acts().leaves());
                if (!oneIn(10)) {
                    known.put("form", new Known.Value(Set.of("doing")));
                }
                if (!directive.media().leaves().isEmpty()) {
                    one("medium", directive.media().leaves());
                }
                party(any(directive.with()));
                directive.butMay().ifPresent(b -> settle(b.when()));
            }
            case Norm.Definition definition -> party(definition.counted());
            case Norm.SetAside setAside -> party(any(setAside.with()));
        }
        settle(norm.when());
        settle(norm.unless());
    }

    private void party(Party party) {
        one("role", party.roles());
        one("stage", party.stages());
        one("tie", party.ties());
    }

    private void one(String fact, Set<String> of) {
        if (!of.isEmpty()) {
            List<String> ordered = List.copyOf(new TreeSet<>(of));
            Set<String> values = new HashSet<>(Set.of(any(ordered)));
            if (oneIn(8)) {
                values.add(any(ordered));
            }
            known.put(fact, new Known.Value(values));
        }
    }

    private void binds(Condition condition, boolean so) {
        switch (condition) {
            case Condition.Has(Fact.SomeOf fact, _, var leaves) -> {
                if (so && !leaves.isEmpty() && !oneIn(6)) {
                    Set<String> values = new HashSet<>();
                    values.add(any(List.copyOf(new TreeSet<>(leaves))));
                    known.put(fact.id(), new Known.Sets(List.of(values)));
                }
            }
            case Condition.All(var parts) -> parts.forEach(p -> binds(p, so));
            case Condition.Any(var parts) -> {
                if (!parts.isEmpty()) {
                    binds(any(parts), so);
                }
            }
            default -> {}
        }
    }

    /// Gives every fact of a condition a value, either way.
    private void settle(Condition condition) {
        switch (condition) {
            case Condition.Holds(var fact) -> {
                learn(fact, Manner.DIRECTED);
                settled.add(fact.id());
            }
            case Condition.Has(var fact, _, var leaves) -> {
                if (fact instanceof Fact.OneOf one && oneIn(2)) {
                    one(one.id(), leaves);
                } else if (fact instanceof Fact.SomeOf some && !leaves.isEmpty() && oneIn(2)) {
                    known.put(
                            some.id(),
                            new Known.Sets(
                                    List.of(Set.of(any(List.copyOf(new TreeSet<>(leaves)))))));
                } else {
                    learn((Fact) fact, Manner.DIRECTED);
                }
            }
            case Condition.AmountIs(var fact, _, var number, var unit) ->
                    known.put(
                            fact.id(),
                            new Known.Sums(
                                    List.of(
                                            new Known.Sum(
                                                    new Decimal(
                                                            Math.max(
                                                                    0,
                                                                    number.millionths()
                                                                            + (random.nextInt(3)
                                                                                            - 1)
                                                                                    * 1_000_000L)),
                                                    unit))));
            case Condition.During _, Condition.Before _ -> {}
            case Condition.Not(var part) -> settle(part);
            case Condition.All(var parts) -> parts.forEach(this::settle);
            case Condition.Any(var parts) -> parts.forEach(this::settle);
            case Condition.None(var parts) -> parts.forEach(this::settle);
            case Condition.AtLeast(_, var parts) -> parts.forEach(this::settle);
        }
    }

    private void collect(Window window) {
        switch (window) {
            case Window.Always _ -> {}
            case Window.Within(var length, _, _) -> lengths.add(length);
            case Window.Beyond(var bar) -> collect(bar);
        }
    }

    private void collect(Condition condition) {
        switch (condition) {
            case Condition.During(var window) -> collect(window);
            case Condition.Not(var part) -> collect(part);
            case Condition.All(var parts) -> parts.forEach(this::collect);
            case Condition.Any(var parts) -> parts.forEach(this::collect);
            case Condition.None(var parts) -> parts.forEach(this::collect);
            case Condition.AtLeast(_, var parts) -> parts.forEach(this::collect);
            case Condition.Holds _, Condition.Has _, Condition.AmountIs _, Condition.Before _ -> {}
        }
    }

    // ── One fact ────────────────────────────────────────────────────────────────────────────

    private void learn(Fact fact, Manner manner) {
        known.put(
                fact.id(),
                switch (fact) {
                    case Fact.YesNo _ ->
                            new Known.Value(Set.of(String.valueOf(random.nextBoolean())));
                    case Fact.OneOf one -> {
                        Set<String> values = new HashSet<>(Set.of(any(one.values())));
                        while (oneIn(5)) {
                            values.add(any(one.values()));
                        }
                        yield new Known.Value(values);
                    }
                    case Fact.SomeOf some -> {
                        List<Set<String>> sets = new ArrayList<>();
                        do {
                            Set<String> values = new HashSet<>();
                            for (int n = random.nextInt(3); n > 0; n--) {
                                values.add(any(some.values()));
                            }
                            sets.add(values);
                        } while (oneIn(6));
                        yield new Known.Sets(sets);
                    }
                    case Fact.Amount amount -> {
                        List<Known.Sum> sums = new ArrayList<>();
                        do {
                            sums.add(
                                    new Known.Sum(
                                            Decimal.of(random.nextInt(120)), any(amount.units())));
                        } while (oneIn(6));
                        yield new Known.Sums(sums);
                    }
                    case Fact.Event _ -> days(manner);
                });
    }

    private Known.Days days(Manner manner) {
        if (oneIn(10)) {
            return new Known.Days(List.of(), true);
        }
        LocalDate first = day.minusDays(random.nextInt(4000) - 20L);
        if (!lengths.isEmpty() && (manner == Manner.EDGES || oneIn(2))) {
            Length length = any(lengths);
            first =
                    day.minusMonths(length.months())
                            .minusDays(length.days())
                            .plusDays(random.nextInt(7) - 3L);
        }
        if (manner == Manner.EDGES && oneIn(3)) {
            first = LocalDate.parse(any(DAYS_OF_NOTE)).minusYears(random.nextInt(6));
        }
        LocalDate last = oneIn(5) ? first.plusDays(random.nextInt(500)) : first;
        return oneIn(60)
                ? new Known.Days(
                        List.of(Known.Range.of(first.minusDays(400)), new Known.Range(first, last)),
                        oneIn(2))
                : new Known.Days(List.of(new Known.Range(first, last)), oneIn(12));
    }

    // ── The same class, other facts ─────────────────────────────────────────────────────────

    /// Another case that differs in facts which, it is claimed, cannot matter.
    ///
    /// @param asked the facts that do
    static Scenario twin(Library library, Scenario scenario, Set<String> asked, Random random) {
        var other = new Samples(library, asked, random);
        other.day = scenario.day();
        other.known.putAll(scenario.shared());
        for (Fact fact : library.vocabulary().facts().values()) {
            if (!asked.contains(fact.id()) && !(fact instanceof Fact.Event)) {
                if (other.oneIn(3)) {
                    other.known.remove(fact.id());
                } else {
                    other.learn(fact, Manner.UNIFORM);
                }
            }
        }
        return new Scenario(
                scenario.asOf(),
                other.known,
                scenario.links(),
                scenario.assumed(),
                scenario.cannotSay());
    }
}

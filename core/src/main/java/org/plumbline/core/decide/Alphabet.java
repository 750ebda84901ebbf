package org.plumbline.core.decide;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Constraint;
import org.plumbline.core.condition.Decimal;
import org.plumbline.core.condition.LastDay;
import org.plumbline.core.condition.Length;
import org.plumbline.core.condition.Reckoning;
import org.plumbline.core.condition.Rounding;
import org.plumbline.core.condition.Window;
import org.plumbline.core.decide.Text.Entry;
import org.plumbline.core.norm.Acts;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Party;

/// Every distinction that some texts draw: two cases that agree on all of them are the same to them.
///
/// This is what keeps the enumeration of unknown facts small. Twelve events with ten thousand days
/// each come down to the few days on which a window closes; forty-five acts to the groups that the
/// norms tell apart; a fact that no norm asks after to nothing.
///
/// @param sets for worded facts, the sets of values that are asked after
/// @param yesNo the yes-no facts that are asked after
/// @param spans for events, the lengths and reckonings of the windows that they start
/// @param cuts for amounts and units, the thresholds
/// @param befores pairs of events whose order is asked after
/// @param unstatedLastDay whether some window leaves open if its last day counts
/// @param unstatedRounding whether some window leaves open how a short month rounds
/// @param readings provisions with several readings, as cited, with the names of the readings
/// @param grouped the groups of a fact's values when all are possible, once somebody asked for them
record Alphabet(
        Map<String, Set<Set<String>>> sets,
        Set<String> yesNo,
        Map<String, Set<Span>> spans,
        Map<String, Map<String, TreeSet<Cut>>> cuts,
        Set<Condition.Before> befores,
        boolean unstatedLastDay,
        boolean unstatedRounding,
        Map<String, List<String>> readings,
        Map<String, Groups> grouped) {

    /// Values of a fact that are not told apart, together; in the order of the fact.
    ///
    /// @param names what each group is called
    /// @param firsts one value of each
    /// @param of for each value, the group it lies in
    /// @param lying where finer groups lie, once somebody asked for them
    record Groups(
            List<Set<String>> sets,
            List<String> names,
            List<String> firsts,
            Map<String, Integer> of,
            AtomicReference<Lying> lying) {

        /// Finer groups, and for each the group here that it lies in.
        private static final class Lying {
            private final List<Set<String>> finer;
            private final int[] within;

            Lying(List<Set<String>> finer, int[] within) {
                this.finer = finer;
                this.within = within;
            }
        }

        /// For each of some finer groups, the group here that it lies in.
        @SuppressWarnings("ReferenceEquality") // only the very same need not be worked out again
        int[] within(List<Set<String>> finer) {
            Lying known = lying.get();
            if (known.finer != finer) {
                int[] within = new int[finer.size()];
                for (int value = 0; value < within.length; value++) {
                    within[value] =
                            Objects.requireNonNull(of.get(finer.get(value).iterator().next()));
                }
                known = new Lying(finer, within);
                lying.set(known);
            }
            return known.within;
        }

        /// Groups the possible values of a fact by the sets that are asked after.
        static Groups of(List<String> possible, Set<Set<String>> asked) {
            Map<BitSet, Set<String>> bySignature = new LinkedHashMap<>();
            List<Set<String>> ordered = List.copyOf(asked);
            for (String value : possible) {
                BitSet signature = new BitSet(ordered.size());
                for (int set = 0; set < ordered.size(); set++) {
                    if (ordered.get(set).contains(value)) {
                        signature.set(set);
                    }
                }
                bySignature.computeIfAbsent(signature, _ -> new TreeSet<>()).add(value);
            }
            List<Set<String>> sets = new ArrayList<>();
            bySignature.values().forEach(set -> sets.add(new LinkedHashSet<>(set)));
            List<String> names = new ArrayList<>();
            Map<String, Integer> of = new HashMap<>();
            for (Set<String> set : sets) {
                for (String value : set) {
                    of.put(value, names.size());
                }
                names.add(String.join(", ", set));
            }
            return new Groups(
                    sets,
                    List.copyOf(names),
                    Alphabet.firsts(sets),
                    of,
                    new AtomicReference<>(new Lying(List.of(), new int[0])));
        }
    }

    /// One value of each group, which mostly tells of the rest; the empty word where it has none.
    static List<String> firsts(List<Set<String>> groups) {
        List<String> firsts = new ArrayList<>(groups.size());
        for (Set<String> group : groups) {
            firsts.add(group.isEmpty() ? "" : group.iterator().next());
        }
        return firsts;
    }

    /// The groups of a fact's values, as far as they are possible.
    Groups groups(String fact, List<String> values, List<String> possible) {
        Set<Set<String>> asked = sets.getOrDefault(fact, Set.of());
        if (possible.size() < values.size()) {
            return Groups.of(possible, asked);
        }
        Groups known = grouped.get(fact);
        return known == null ? grouped.computeIfAbsent(fact, _ -> Groups.of(values, asked)) : known;
    }

    /// A length counted in one settled way.
    record Span(Length length, Reckoning reckoning) {}

    /// A place between numbers: just below one, or just above it.
    record Cut(Decimal number, boolean above) implements Comparable<Cut> {
        @Override
        public int compareTo(Cut other) {
            int byNumber = number.compareTo(other.number);
            return byNumber != 0 ? byNumber : Boolean.compare(above, other.above);
        }
    }

    /// The distinctions of one text, those of the background included.
    static Alphabet of(Library library, Edition edition, List<Entry> entries) {
        var collector = new Collector();
        collector.condition(edition.binds());
        entries.forEach(collector::entry);
        library.constraints().forEach(collector::constraint);
        return collector.alphabet();
    }

    /// The distinctions of several texts together, and of the background. Where there is no text, of the
    /// background alone: which library's it is, no text then says.
    static Alphabet join(Library library, List<Alphabet> all) {
        return switch (all.size()) {
            case 0 -> together(library, all);
            case 1 -> all.getFirst();
            default -> JOINED.get(all, alphabets -> together(library, alphabets));
        };
    }

    private static final Remembered JOINED = new Remembered();

    private static Alphabet together(Library library, List<Alphabet> all) {
        var collector = new Collector();
        library.constraints().forEach(collector::constraint);
        all.forEach(collector::take);
        return collector.alphabet();
    }

    /// Alphabets that were joined before, by the very alphabets they were joined from: joining those
    /// of a whole library costs more than many a decision. A few are kept.
    private static final class Remembered {
        private static final int FEW = 64;
        private final Map<List<Itself>, Alphabet> joined = new ConcurrentHashMap<>();

        Alphabet get(
                List<Alphabet> all, java.util.function.Function<List<Alphabet>, Alphabet> join) {
            if (joined.size() > FEW) {
                joined.clear();
            }
            List<Itself> key = all.stream().map(Itself::new).toList();
            return joined.computeIfAbsent(key, _ -> join.apply(all));
        }
    }

    /// An alphabet that is equal to itself only, so that comparing is cheap.
    @SuppressWarnings("ReferenceEquality") // that is the point
    private record Itself(Alphabet alphabet) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Itself(Alphabet that) && that == alphabet;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(alphabet);
        }
    }

    /// The settled ways of counting that a reckoning leaves open.
    static List<Reckoning> settled(Reckoning reckoning) {
        List<Reckoning> all = new ArrayList<>();
        for (LastDay lastDay : List.of(LastDay.EXCLUDED, LastDay.INCLUDED)) {
            for (Rounding rounding : List.of(Rounding.DOWN, Rounding.UP)) {
                Reckoning one = reckoning.settledBy(new Reckoning(lastDay, rounding));
                if (!all.contains(one)) {
                    all.add(one);
                }
            }
        }
        return all;
    }

    private static final class Collector {
        private final Map<String, Set<Set<String>>> sets = new HashMap<>();
        private final Set<String> yesNo = new HashSet<>();
        private final Map<String, Set<Span>> spans = new HashMap<>();
        private final Map<String, Map<String, TreeSet<Cut>>> cuts = new HashMap<>();
        private final Set<Condition.Before> befores = new LinkedHashSet<>();
        private final Map<String, List<String>> readings = new HashMap<>();
        private boolean unstatedLastDay;
        private boolean unstatedRounding;

        Alphabet alphabet() {
            return new Alphabet(
                    sets,
                    yesNo,
                    spans,
                    cuts,
                    befores,
                    unstatedLastDay,
                    unstatedRounding,
                    readings,
                    new ConcurrentHashMap<>());
        }

        void take(Alphabet other) {
            other.sets.forEach((f, s) -> sets.computeIfAbsent(f, _ -> new HashSet<>()).addAll(s));
            yesNo.addAll(other.yesNo);
            other.spans.forEach((e, s) -> spans.computeIfAbsent(e, _ -> new HashSet<>()).addAll(s));
            other.cuts.forEach(
                    (f, byUnit) -> byUnit.forEach((unit, c) -> cutsOf(f, unit).addAll(c)));
            befores.addAll(other.befores);
            unstatedLastDay |= other.unstatedLastDay;
            unstatedRounding |= other.unstatedRounding;
            readings.putAll(other.readings);
        }

        void entry(Entry entry) {
            Norm norm = entry.norm();
            condition(norm.when());
            condition(norm.unless());
            window(norm.window());
            entry.boundBy().ifPresent(this::condition);
            entry.onlyActs().ifPresent(acts -> set("act", acts));
            entry.onlyWith().forEach(with -> with.forEach(this::party));
            entry.reading()
                    .ifPresent(_ ->
                            readings.put(
                                    entry.cite(),
                                    List.copyOf(entry.provision().readings().keySet())));
            switch (norm) {
                case Norm.Directive directive -> {
                    set("act", directive.acts().leaves());
                    Set<String> forms = new HashSet<>(directive.also());
                    forms.add("doing");
                    set("form", forms);
                    if (!directive.media().words().isEmpty()) {
                        set("medium", directive.media().leaves());
                    }
                    directive.with().forEach(this::party);
                    directive.butMay().ifPresent(but -> condition(but.when()));
                }
                case Norm.Definition definition -> {
                    party(definition.counted());
                    definition.acts().map(Acts::leaves).ifPresent(l -> set("act", l));
                }
                case Norm.SetAside setAside -> setAside.with().forEach(this::party);
            }
        }

        void constraint(Constraint constraint) {
            switch (constraint) {
                case Constraint.Order _, Constraint.Past _, Constraint.NotOrdinary _ -> {}
                case Constraint.NotApplicable(var when, _) -> condition(when);
                case Constraint.Implies(var when, var fact, var value) -> {
                    condition(when);
                    if (fact instanceof Fact.YesNo) {
                        yesNo.add(fact.id());
                    } else {
                        set(fact.id(), Set.of(value));
                    }
                }
                case Constraint.Same(var fact, var before) -> {
                    yesNo.add(fact.id());
                    befores.add(before);
                }
            }
        }

        private void party(Party party) {
            set("role", party.roles());
            set("stage", party.stages());
            set("tie", party.ties());
        }

        private void set(String fact, Set<String> leaves) {
            sets.computeIfAbsent(fact, _ -> new HashSet<>()).add(leaves);
        }

        private Set<Cut> cutsOf(String fact, String unit) {
            return cuts.computeIfAbsent(fact, _ -> new HashMap<>())
                    .computeIfAbsent(unit, _ -> new TreeSet<>());
        }

        private void window(Window window) {
            switch (window) {
                case Window.Always _ -> {}
                case Window.Within(var length, var anchor, var reckoning) -> {
                    unstatedLastDay |= reckoning.lastDay() == LastDay.UNSTATED;
                    unstatedRounding |= reckoning.rounding() == Rounding.UNSTATED;
                    for (var event : anchor.events()) {
                        Set<Span> of = spans.computeIfAbsent(event.id(), _ -> new HashSet<>());
                        settled(reckoning).forEach(r -> of.add(new Span(length, r)));
                    }
                }
                case Window.Beyond(var bar) -> window(bar);
            }
        }

        void condition(Condition condition) {
            switch (condition) {
                case Condition.Holds(var fact) -> yesNo.add(fact.id());
                case Condition.Has(var fact, _, var leaves) -> set(fact.id(), leaves);
                case Condition.AmountIs(var fact, var comparison, var number, var unit) ->
                        cutsOf(fact.id(), unit).add(cut(comparison, number));
                case Condition.During(var window) -> window(window);
                case Condition.Before before -> befores.add(before);
                case Condition.Not(var part) -> condition(part);
                case Condition.All(var parts) -> parts.forEach(this::condition);
                case Condition.Any(var parts) -> parts.forEach(this::condition);
                case Condition.None(var parts) -> parts.forEach(this::condition);
                case Condition.AtLeast(_, var parts) -> parts.forEach(this::condition);
            }
        }
    }

    /// The place at which a comparison turns.
    static Cut cut(Condition.Comparison comparison, Decimal number) {
        return switch (comparison) {
            case UP_TO, OVER -> new Cut(number, true);
            case AT_LEAST, UNDER -> new Cut(number, false);
        };
    }

    /// A number between two neighbouring cuts, as round as the cuts are.
    ///
    /// @param region how many of the cuts lie below it
    static Decimal between(List<Cut> cuts, int region) {
        Optional<Cut> low = region > 0 ? Optional.of(cuts.get(region - 1)) : Optional.empty();
        Optional<Cut> high =
                region < cuts.size() ? Optional.of(cuts.get(region)) : Optional.empty();
        if (high.filter(Cut::above).isPresent()) {
            return high.get().number();
        }
        if (low.filter(c -> !c.above()).isPresent()) {
            return low.get().number();
        }
        if (low.isPresent() && high.isPresent()) {
            long both = low.get().number().millionths() + high.get().number().millionths();
            return new Decimal(both / 2);
        }
        return low.map(c -> new Decimal(c.number().millionths() + Decimal.of(1).millionths()))
                .or(() -> high.map(c -> new Decimal(c.number().millionths() / 2)))
                .orElse(Decimal.of(1));
    }

    /// Every point that is left open, with the names of its readings: how days are counted, then provisions.
    SequencedMap<String, List<String>> openPoints() {
        SequencedMap<String, List<String>> points = new LinkedHashMap<>();
        if (unstatedLastDay) {
            points.put(Possibilities.LAST_DAY, List.of("excluded", "included"));
        }
        if (unstatedRounding) {
            points.put(Possibilities.ROUNDING, List.of("down", "up"));
        }
        points.putAll(readings);
        return points;
    }

    /// The readings of a provision, where it bears several.
    Optional<List<String>> readingsOf(String point) {
        return Optional.ofNullable(readings.get(point));
    }
}

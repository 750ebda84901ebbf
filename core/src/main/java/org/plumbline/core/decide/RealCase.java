package org.plumbline.core.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plumbline.core.condition.Decimal;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Party;
import org.plumbline.core.vocabulary.Vocabulary;

/// Makes a case out of values of variables: one word for each group, one day for each stretch, and
/// a person who could exist; and replays it.
final class RealCase {

    private static final List<String> PERSON = List.of("role", "stage", "tie");

    private final Library library;
    private final Possibilities possibilities;
    private final String act;
    private final LocalDate day;
    private final Optional<Party> given;
    private final List<Text> whole;
    private final Map<Variable, List<Integer>> ordinary = new HashMap<>();

    RealCase(
            Library library,
            Possibilities possibilities,
            String act,
            LocalDate day,
            Optional<Party> given,
            List<Text> whole) {
        this.library = library;
        this.possibilities = possibilities;
        this.act = act;
        this.day = day;
        this.given = given;
        this.whole = whole;
    }

    // ── What is ordinary ────────────────────────────────────────────────────────────────────

    /// The values of a variable, the most ordinary first.
    List<Integer> ordinary(Variable variable) {
        return ordinary.computeIfAbsent(variable, this::ranked);
    }

    private List<Integer> ranked(Variable variable) {
        List<Integer> values = new ArrayList<>();
        for (int value = 0; value < variable.values().size(); value++) {
            values.add(value);
        }
        if (variable.reading()) {
            return values;
        }
        Fact fact = library.vocabulary().facts().get(variable.fact());
        switch (fact) {
            case Fact.OneOf one -> {
                List<String> words = preferred(one);
                values.sort(Comparator.comparingInt(value -> first(words, variable, value)));
            }
            case Fact.Event _ -> values.sort(Comparator.comparingInt(v -> remoteness(variable, v)));
            case Fact.Amount _, Fact.SomeOf _, Fact.YesNo _ -> {}
            case null -> throw new IllegalStateException("no fact `" + variable.fact() + "`");
        }
        return values;
    }

    /// The words of a fact, the one most people would think of first.
    private static List<String> preferred(Fact.OneOf fact) {
        List<String> words = new ArrayList<>(fact.values());
        fact.ordinary()
                .ifPresent(word -> {
                    words.remove(word);
                    words.addFirst(word);
                });
        if (fact.id().equals("stage") && words.remove("current")) {
            words.addFirst("current");
        }
        return words;
    }

    private int first(List<String> words, Variable variable, int value) {
        return possibilities.meaning(variable, value) instanceof Known.Value(var group)
                ? group.stream().mapToInt(words::indexOf).min().orElse(words.size())
                : words.size();
    }

    /// A stretch that lies behind us before one that is still to come, and before never; the days
    /// on the very edge of a window only where nothing else will do.
    private int remoteness(Variable variable, int value) {
        if (possibilities.meaning(variable, value) instanceof Known.Days days
                && !days.ranges().isEmpty()) {
            Known.Range range = days.ranges().getFirst();
            boolean past = !range.first().isAfter(day);
            boolean edge = range.last().toEpochDay() - range.first().toEpochDay() < 4;
            return (past ? variable.values().size() - value : 1000 + value) + (edge ? 500 : 0);
        }
        return 2000;
    }

    // ── The case ────────────────────────────────────────────────────────────────────────────

    /// The case with only what is needed said, if with everything else ordinary the claim is so.
    Optional<Witness> of(int[] model, BitSet kept, Claim claim) {
        Optional<Map<String, LocalDate>> dates = dates(model);
        if (dates.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Known> full = ordinaryFacts();
        Map<String, Known> said = new LinkedHashMap<>();
        Map<String, Map<String, String>> readings = new TreeMap<>();
        Map<String, Map<String, String>> saidReadings = new TreeMap<>();
        for (Variable variable : possibilities.variables()) {
            int value = model[variable.level()];
            if (variable.reading()) {
                String reading = variable.values().get(value);
                reading(readings, variable, reading);
                if (kept.get(variable.level())) {
                    reading(saidReadings, variable, reading);
                }
                continue;
            }
            Known known = one(variable, possibilities.meaning(variable, value), dates.get());
            String key = key(variable);
            full.merge(key, known, (old, next) -> merged(variable, old, next));
            if (kept.get(variable.level())) {
                said.merge(key, known, RealCase::both);
            }
        }
        Optional<Party> party = given.or(() -> party(model, kept));
        party.ifPresent(p -> PERSON.forEach(f -> full.put(f, leaf(p, f, full.get(f)))));
        Account<Boolean> replay = replay(full, readings);
        if (!claim.in(replay)) {
            return Optional.empty();
        }
        Map<String, List<String>> grounds = new TreeMap<>();
        whole.forEach(t -> grounds.put(t.edition().id(), replay.grounds(t.edition())));
        return Optional.of(new Witness(scenario(said, party), saidReadings, grounds));
    }

    private static void reading(
            Map<String, Map<String, String>> readings, Variable variable, String reading) {
        readings.computeIfAbsent(variable.owner(), _ -> new TreeMap<>())
                .put(variable.fact(), reading);
    }

    private String key(Variable variable) {
        return library.vocabulary().facts().get(variable.fact()) instanceof Fact.Amount
                ? variable.fact() + " " + variable.part()
                : variable.fact();
    }

    private Known merged(Variable variable, Known old, Known next) {
        return library.vocabulary().facts().get(variable.fact()) instanceof Fact.SomeOf
                ? both(old, next)
                : next;
    }

    /// What two groups of one fact tell together.
    private static Known both(Known left, Known right) {
        if (left instanceof Known.Sets(var one) && right instanceof Known.Sets(var other)) {
            Set<String> all = new TreeSet<>(one.getFirst());
            all.addAll(other.getFirst());
            return new Known.Sets(List.of(all));
        }
        return right;
    }

    /// One word of a group, one day of a stretch.
    private Known one(Variable variable, Known meaning, Map<String, LocalDate> dates) {
        return switch (meaning) {
            case Known.Value(var group) when group.size() > 1 ->
                    new Known.Value(
                            Set.of(
                                    library.vocabulary().facts().get(variable.fact())
                                                    instanceof Fact.OneOf fact
                                            ? preferred(fact).stream()
                                                    .filter(group::contains)
                                                    .findFirst()
                                                    .orElseThrow()
                                            : new TreeSet<>(group).getFirst()));
            case Known.Sets(var sets) when sets.getFirst().size() > 1 ->
                    new Known.Sets(
                            List.of(
                                    Set.of(
                                            library.vocabulary().facts().get(variable.fact())
                                                            instanceof Fact.SomeOf fact
                                                    ? fact.values().stream()
                                                            .filter(sets.getFirst()::contains)
                                                            .findFirst()
                                                            .orElseThrow()
                                                    : new TreeSet<>(sets.getFirst()).getFirst())));
            case Known.Days days when !days.ranges().isEmpty() ->
                    new Known.Days(
                            List.of(
                                    Known.Range.of(
                                            java.util.Objects.requireNonNull(
                                                    dates.get(variable.fact())))),
                            false);
            default -> meaning;
        };
    }

    /// Everything that the vocabulary knows, as it ordinarily is.
    private Map<String, Known> ordinaryFacts() {
        Map<String, Known> facts = new HashMap<>();
        for (Fact fact : library.vocabulary().facts().values()) {
            switch (fact) {
                case Fact.OneOf one ->
                        facts.put(one.id(), new Known.Value(Set.of(preferred(one).getFirst())));
                case Fact.SomeOf some -> facts.put(some.id(), new Known.Sets(List.of(Set.of())));
                case Fact.YesNo yesNo -> facts.put(yesNo.id(), new Known.Value(Set.of("false")));
                case Fact.Amount amount ->
                        amount.units()
                                .forEach(unit ->
                                        facts.put(
                                                amount.id() + " " + unit,
                                                new Known.Sums(
                                                        List.of(
                                                                new Known.Sum(
                                                                        Decimal.of(1), unit)))));
                case Fact.Event event -> facts.put(event.id(), new Known.Days(List.of(), true));
            }
        }
        facts.put("act", new Known.Value(Set.of(act)));
        return facts;
    }

    // ── The person ──────────────────────────────────────────────────────────────────────────

    /// A name for the person: all whom it fits are as is needed, and one of them is as chosen.
    private Optional<Party> party(int[] model, BitSet kept) {
        Map<String, Set<String>> chosen = new HashMap<>();
        Set<String> needed = new TreeSet<>();
        for (Variable variable : possibilities.variables()) {
            if (PERSON.contains(variable.fact())
                    && possibilities.meaning(variable, model[variable.level()])
                            instanceof Known.Value(var group)) {
                chosen.put(variable.fact(), group);
                if (kept.get(variable.level())) {
                    needed.add(variable.fact());
                }
            }
        }
        if (needed.isEmpty()) {
            return Optional.empty();
        }
        return library.vocabulary().parties().values().stream()
                .filter(p -> !p.id().equals(Vocabulary.ANYONE))
                .filter(p -> needed.stream().allMatch(f -> inside(chosen, f, words(p, f))))
                .filter(p ->
                        chosen.keySet().stream()
                                .allMatch(f ->
                                        words(p, f).stream()
                                                .anyMatch(word -> inside(chosen, f, Set.of(word)))))
                .findFirst();
    }

    private static boolean inside(Map<String, Set<String>> chosen, String fact, Set<String> words) {
        return chosen.getOrDefault(fact, words).containsAll(words);
    }

    private static Set<String> words(Party party, String fact) {
        return switch (fact) {
            case "role" -> party.roles();
            case "stage" -> party.stages();
            default -> party.ties();
        };
    }

    private Known leaf(Party party, String fact, @org.jspecify.annotations.Nullable Known chosen) {
        Set<String> words = words(party, fact);
        if (chosen instanceof Known.Value(var one) && words.containsAll(one)) {
            return chosen;
        }
        // The word chosen for a group may be none of the party's, though the group has one.
        return possibilities.variables().stream()
                .filter(v -> v.fact().equals(fact))
                .findFirst()
                .map(v -> common(v, words))
                .orElseGet(() -> new Known.Value(Set.of(new TreeSet<>(words).getFirst())));
    }

    private Known common(Variable variable, Set<String> words) {
        for (int value : ordinary(variable)) {
            if (possibilities.meaning(variable, value) instanceof Known.Value(var group)) {
                for (String word : new TreeSet<>(group)) {
                    if (words.contains(word)) {
                        return new Known.Value(Set.of(word));
                    }
                }
            }
        }
        return new Known.Value(Set.of(new TreeSet<>(words).getFirst()));
    }

    // ── Dates ───────────────────────────────────────────────────────────────────────────────

    /// A day for each event that has happened, each in its stretch and all in order; empty if there
    /// are none.
    private Optional<Map<String, LocalDate>> dates(int[] model) {
        Map<String, Known> events = new LinkedHashMap<>();
        for (Variable variable : possibilities.variables()) {
            if (!variable.reading()
                    && possibilities.meaning(variable, model[variable.level()])
                            instanceof Known.Days days) {
                events.put(variable.fact(), days);
            }
        }
        Map<String, LocalDate> dates = new HashMap<>();
        try {
            for (String event : List.copyOf(events.keySet())) {
                var link = List.of(new Scenario.Link("", events));
                var so = new Scenario(Known.Range.of(day), Map.of(), link, Set.of(), Set.of());
                Known.Days days =
                        java.util.Objects.requireNonNull(
                                EventDays.tightened(library, so, 0).get(event));
                if (!days.ranges().isEmpty()) {
                    LocalDate one = within(days.ranges().getFirst());
                    dates.put(event, one);
                    events.put(event, new Known.Days(List.of(Known.Range.of(one)), false));
                }
            }
            return Optional.of(dates);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// A day in a stretch: in the middle, before today if that can be, not long before its end
    /// where it has no beginning.
    private LocalDate within(Known.Range range) {
        LocalDate last = range.last().isAfter(day) ? day : range.last();
        if (last.isBefore(range.first())) {
            return range.first();
        }
        LocalDate first = range.first();
        LocalDate recent = last.minusMonths(last.equals(day) ? 18 : 5);
        if (first.isBefore(recent)) {
            first = recent;
        }
        return first.plusDays((last.toEpochDay() - first.toEpochDay()) / 2);
    }

    // ── Replay ──────────────────────────────────────────────────────────────────────────────

    /// The whole texts asked of the one case in plain truth.
    private Account<Boolean> replay(
            Map<String, Known> facts, Map<String, Map<String, String>> readings) {
        Map<String, Completion> once = new HashMap<>();
        return new Account<>(
                Logic.PLAIN,
                whole,
                text ->
                        once.computeIfAbsent(
                                text.edition().id(),
                                id ->
                                        new Completion(
                                                library,
                                                day,
                                                facts,
                                                read(text, readings.getOrDefault(id, Map.of())))));
    }

    /// A reading for every open point of the whole text: those chosen, and the first of each other.
    private static Map<String, String> read(Text text, Map<String, String> chosen) {
        Map<String, String> all = new HashMap<>();
        all.put(Possibilities.LAST_DAY, "excluded");
        all.put(Possibilities.ROUNDING, "down");
        text.alphabet().readings().forEach((point, names) -> all.put(point, names.getFirst()));
        all.putAll(chosen);
        return all;
    }

    // ── The scenario ────────────────────────────────────────────────────────────────────────

    private Scenario scenario(Map<String, Known> said, Optional<Party> party) {
        Map<String, Known> shared = new LinkedHashMap<>();
        Map<String, Known> own = new LinkedHashMap<>();
        shared.put("act", new Known.Value(Set.of(act)));
        said.forEach((key, known) -> {
            String fact = key.contains(" ") ? key.substring(0, key.indexOf(' ')) : key;
            boolean ofThePerson =
                    PERSON.contains(fact)
                            || library.vocabulary().facts().get(fact) instanceof Fact.Event;
            (ofThePerson ? own : shared).put(fact, known);
        });
        party.ifPresent(p -> PERSON.forEach(f -> own.put(f, new Known.Value(words(p, f)))));
        return new Scenario(
                Known.Range.of(day),
                shared,
                List.of(new Scenario.Link(party.map(Party::id).orElse(""), own)),
                Set.of(),
                Set.of());
    }
}

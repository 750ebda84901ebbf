package org.plumbline.core.decide;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.plumbline.core.decide.Decision.Missing;
import org.plumbline.core.decide.Text.Entry;
import org.plumbline.core.vocabulary.Fact;

/// What a text, or several joined, says over everything that is still possible.
///
/// @param components each kind of norm, over the possible cases
/// @param headlines for each headline, the possible cases that have it
/// @param world the cases that count: possible, and bound by the text
@SuppressWarnings("IdentityHashMapUsage") // an entry is itself, however alike two norms are
record View(
        Possibilities possibilities,
        List<Evaluator<Diagram>> evaluators,
        Components<Diagram> components,
        Map<Headline, Diagram> headlines,
        Diagram world) {

    /// One text toward every link of the person, joined.
    static View of(
            Possibilities possibilities,
            int links,
            Text text,
            boolean underBurden,
            Predicate<Entry> struck) {
        Diagrams diagrams = possibilities.diagrams();
        Diagram world = diagrams.and(diagrams.world(), possibilities.binds(text));
        List<Evaluator<Diagram>> evaluators = new ArrayList<>();
        List<Components<Diagram>> components = new ArrayList<>();
        for (int link = 0; link < links; link++) {
            var evaluator =
                    new Evaluator<>(
                            diagrams, text, possibilities.toward(link, text), underBurden, struck);
            evaluators.add(evaluator);
            components.add(evaluator.components());
        }
        Components<Diagram> joined = Components.join(diagrams, components);
        return new View(possibilities, evaluators, joined, within(diagrams, joined, world), world);
    }

    /// Several components under one world, for texts joined.
    static View joined(Possibilities possibilities, List<Components<Diagram>> all, Diagram world) {
        Diagrams diagrams = possibilities.diagrams();
        Components<Diagram> joined = Components.join(diagrams, all);
        return new View(possibilities, List.of(), joined, within(diagrams, joined, world), world);
    }

    /// The same under one name, whatever the components.
    View called(Headline name) {
        return new View(possibilities, evaluators, components, Map.of(name, world), world);
    }

    private static Map<Headline, Diagram> within(
            Diagrams diagrams, Components<Diagram> components, Diagram world) {
        Map<Headline, Diagram> headlines = components.headlines(diagrams);
        headlines.replaceAll((_, where) -> diagrams.and(where, world));
        return headlines;
    }

    private Diagrams diagrams() {
        return possibilities.diagrams();
    }

    /// Every headline that some completion gives, strictest first.
    List<Headline> possible() {
        return possible(headlines);
    }

    private List<Headline> possible(Map<Headline, Diagram> of) {
        return of.entrySet().stream()
                .filter(e -> e.getValue() != diagrams().no())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Whether something is so in every case that counts.
    boolean certain(Diagram proposition) {
        return diagrams().and(world, diagrams().not(proposition)) == diagrams().no();
    }

    /// Whether something is so in some case that counts.
    boolean possible(Diagram proposition) {
        return diagrams().and(world, proposition) != diagrams().no();
    }

    // ── What could change it ────────────────────────────────────────────────────────────────

    /// The facts that could still change the headline, by name, with what each value would leave.
    List<Missing> missing() {
        Map<String, SequencedMap<String, List<Headline>>> byFact = new TreeMap<>();
        if (possible().size() > 1) {
            var outcomes = new Outcomes(diagrams(), possibilities.variables().size(), headlines);
            BitSet deciding = outcomes.deciding();
            for (Variable variable : possibilities.variables()) {
                if (!variable.reading() && deciding.get(variable.level())) {
                    add(variable, outcomes.would(variable), byFact);
                }
            }
        }
        List<Missing> missing = new ArrayList<>();
        byFact.forEach((fact, would) -> missing.add(new Missing(fact, kind(fact), would)));
        return missing;
    }

    private void add(
            Variable variable,
            List<List<Headline>> would,
            Map<String, SequencedMap<String, List<Headline>>> byFact) {
        SequencedMap<String, List<Headline>> ofFact =
                byFact.computeIfAbsent(variable.fact(), _ -> new LinkedHashMap<>());
        for (int value = 0; value < would.size(); value++) {
            if (!would.get(value).isEmpty()) {
                ofFact.merge(label(variable, value), would.get(value), View::union);
            }
        }
    }

    static List<Headline> union(List<Headline> left, List<Headline> right) {
        var all = new java.util.TreeSet<>(left);
        all.addAll(right);
        return List.copyOf(all);
    }

    private String label(Variable variable, int value) {
        Fact fact = possibilities.vocabulary().facts().get(variable.fact());
        String word = variable.values().get(value);
        if (fact instanceof Fact.SomeOf && !variable.part().isEmpty()) {
            return word.equals("true") ? variable.part() : "not " + variable.part();
        }
        return word;
    }

    private String kind(String id) {
        return switch (possibilities.vocabulary().facts().get(id)) {
            case Fact.YesNo yesNo ->
                    switch (yesNo.sort()) {
                        case CIRCUMSTANCE -> "circumstance";
                        case JUDGEMENT -> "judgement";
                        case SAFEGUARD -> "safeguard";
                    };
            case Fact.OneOf _ -> "one-of";
            case Fact.SomeOf _ -> "some-of";
            case Fact.Amount _ -> "amount";
            case Fact.Event _ -> "event";
            case null -> throw new IllegalStateException("`" + id + "` is not a fact");
        };
    }

    /// The points of interpretation of which two readings leave different sets of headlines, all
    /// other points being read alike, by name.
    ///
    /// Points are looked at together: the day after a leap day's anniversary may be barred only if
    /// the anniversary is rounded up and also counts, and then it turns on both.
    List<String> readings() {
        if (possible().size() == 1) {
            return List.of();
        }
        BitSet open = new BitSet();
        headlines.values().forEach(where -> open.or(diagrams().asks(where)));
        if (possibilities.variables().stream().noneMatch(v -> v.reading() && open.get(v.level()))) {
            return List.of();
        }
        BitSet others = new BitSet();
        possibilities.variables().forEach(v -> others.set(v.level(), !v.reading()));
        BitSet asks = new BitSet();
        headlines
                .values()
                .forEach(where -> asks.or(diagrams().asks(diagrams().forSome(where, others))));
        return possibilities.variables().stream()
                .filter(v -> v.reading() && asks.get(v.level()))
                .map(Variable::fact)
                .distinct()
                .sorted()
                .toList();
    }

    /// The variables that settle whether the text binds.
    static List<String> settling(Possibilities possibilities, Diagram binds) {
        BitSet asks = possibilities.diagrams().asks(binds);
        return possibilities.variables().stream()
                .filter(v -> asks.get(v.level()))
                .map(Variable::fact)
                .distinct()
                .sorted()
                .toList();
    }

    // ── Grounds ─────────────────────────────────────────────────────────────────────────────

    /// The entries that ground the headline: in every case that counts, or, while more than one
    /// headline is possible, in some.
    List<Entry> grounds() {
        return grounds(new Named<>(diagrams(), headlines));
    }

    /// The same, with what was already worked out of these headlines.
    List<Entry> grounds(Named<Diagram> named) {
        if (possible().size() > 1) {
            Set<Entry> some = Collections.newSetFromMap(new IdentityHashMap<>());
            evaluators.forEach(e -> some.addAll(e.possibleGrounds(named)));
            return List.copyOf(some);
        }
        Map<Entry, Diagram> all = new IdentityHashMap<>();
        for (Evaluator<Diagram> evaluator : evaluators) {
            evaluator
                    .grounds(named)
                    .forEach((entry, where) -> all.merge(entry, where, diagrams()::or));
        }
        return all.keySet().stream().filter(e -> certain(ofProvision(all, e.cite()))).toList();
    }

    private Diagram ofProvision(Map<Entry, Diagram> all, String cite) {
        Diagram where = diagrams().no();
        for (var one : all.entrySet()) {
            if (one.getKey().cite().equals(cite)) {
                where = diagrams().or(where, one.getValue());
            }
        }
        return where;
    }
}

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
import java.util.TreeSet;
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
        return !diagrams().meet(world, diagrams().not(proposition));
    }

    /// Whether something is so in some case that counts.
    boolean possible(Diagram proposition) {
        return diagrams().meet(world, proposition);
    }

    // ── What could change it ────────────────────────────────────────────────────────────────

    /// The headlines of every case that counts, to be asked what could change them.
    Outcomes outcomes() {
        return new Outcomes(diagrams(), headlines, possibilities.variables().size());
    }

    /// The facts that could still change the headline, by name, with what each value would leave.
    List<Missing> missing() {
        return missing(outcomes());
    }

    /// The same, where the outcomes are already there.
    List<Missing> missing(Outcomes outcomes) {
        if (possible().size() == 1) {
            return List.of();
        }
        Map<String, SequencedMap<String, List<Headline>>> byFact = new TreeMap<>();
        Set<Integer> deciding = outcomes.deciding();
        for (Variable variable : possibilities.variables()) {
            if (variable.reading() || !deciding.contains(variable.level())) {
                continue;
            }
            SequencedMap<String, List<Headline>> would =
                    byFact.computeIfAbsent(variable.fact(), _ -> new LinkedHashMap<>());
            for (int value = 0; value < variable.values().size(); value++) {
                List<Headline> left = outcomes.would(variable.level(), value);
                if (!left.isEmpty()) {
                    would.merge(label(variable, value), left, View::union);
                }
            }
        }
        List<Missing> missing = new ArrayList<>();
        byFact.forEach((fact, would) -> missing.add(new Missing(fact, kind(fact), would)));
        return missing;
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

    /// The points of interpretation of which two readings leave different sets of headlines, by
    /// name.
    List<String> readings(Outcomes outcomes) {
        if (possible().size() == 1) {
            return List.of();
        }
        TreeSet<String> points = new TreeSet<>();
        for (Variable variable : possibilities.variables()) {
            if (variable.reading() && divides(outcomes, variable)) {
                points.add(variable.fact());
            }
        }
        return List.copyOf(points);
    }

    private static boolean divides(Outcomes outcomes, Variable variable) {
        List<Headline> first = outcomes.would(variable.level(), 0);
        for (int value = 1; value < variable.values().size(); value++) {
            if (!outcomes.would(variable.level(), value).equals(first)) {
                return true;
            }
        }
        return false;
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
        if (possible().size() > 1) {
            Set<Entry> some = Collections.newSetFromMap(new IdentityHashMap<>());
            evaluators.forEach(e -> some.addAll(e.groundsSomewhere(headlines)));
            return List.copyOf(some);
        }
        Map<Entry, Diagram> all = new IdentityHashMap<>();
        List<Entry> order = new ArrayList<>();
        for (Evaluator<Diagram> evaluator : evaluators) {
            evaluator
                    .grounds(headlines)
                    .forEach((entry, where) -> all.merge(entry, where, diagrams()::or));
        }
        for (Entry entry : all.keySet()) {
            Diagram sameProvision = diagrams().no();
            for (var other : all.entrySet()) {
                if (other.getKey().cite().equals(entry.cite())) {
                    sameProvision = diagrams().or(sameProvision, other.getValue());
                }
            }
            if (certain(sameProvision)) {
                order.add(entry);
            }
        }
        return order;
    }
}

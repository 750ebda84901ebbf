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
import java.util.function.UnaryOperator;
import org.plumbline.core.decide.Decision.Missing;
import org.plumbline.core.decide.Text.Entry;
import org.plumbline.core.vocabulary.Fact;

/// What a text, or several joined, says over everything that is still possible.
///
/// @param possibilities the case, as the text or the texts can tell it apart
/// @param evaluators one for each link of the person; none for texts joined
/// @param componentSets which components are so, case by case, in which it binds; in the others what
///     speaks for the act is left out, which nobody may rely on there
/// @param outcomes the headline of every case that counts
/// @param world the cases that count: possible, and bound by the text
/// @param binds where the text binds; everywhere for texts joined
@SuppressWarnings("IdentityHashMapUsage") // an entry is itself, however alike two norms are
record View(
        Possibilities possibilities,
        List<Evaluator<Diagram>> evaluators,
        Diagram componentSets,
        Outcomes outcomes,
        Diagram world,
        Diagram binds) {

    /// One text toward every link of the person, joined.
    static View of(Possibilities possibilities, int links, Text text) {
        Diagrams diagrams = possibilities.diagrams();
        Diagram binds = possibilities.binds(text);
        Diagram world = diagrams.and(diagrams.world(), binds);
        List<Evaluator<Diagram>> evaluators = new ArrayList<>();
        for (int link = 0; link < links; link++) {
            evaluators.add(
                    new Evaluator<>(
                            diagrams, text, possibilities.toward(link, text), false, _ -> false));
        }
        Diagram sets = ComponentSet.of(diagrams, evaluators, binds);
        return new View(
                possibilities,
                evaluators,
                sets,
                outcomes(possibilities, sets, world),
                world,
                binds);
    }

    /// Texts joined, in the cases of one world.
    ///
    /// @param aside what must be so besides, by facts that neither the headlines nor the world ask
    ///     after
    static View joined(
            Possibilities possibilities, Diagram componentSets, Diagram world, Diagram aside) {
        return new View(
                possibilities,
                List.of(),
                componentSets,
                outcomes(possibilities, componentSets, world).besides(aside),
                world,
                possibilities.diagrams().yes());
    }

    /// One headline, whatever the components.
    static View called(Possibilities possibilities, Headline name, Diagram world) {
        Diagrams diagrams = possibilities.diagrams();
        return new View(
                possibilities,
                List.of(),
                diagrams.ending(0),
                Outcomes.of(diagrams, possibilities.variables().size(), name, world),
                world,
                diagrams.yes());
    }

    private static Outcomes outcomes(Possibilities possibilities, Diagram sets, Diagram world) {
        return Outcomes.of(possibilities.diagrams(), possibilities.variables().size(), sets, world);
    }

    private Diagrams diagrams() {
        return possibilities.diagrams();
    }

    /// Every headline that some completion gives, strictest first.
    List<Headline> possible() {
        return outcomes.possible();
    }

    /// Every headline that some completion gives once its norms are taken otherwise, strictest first.
    List<Headline> possibleIf(UnaryOperator<Evaluator<Diagram>> change) {
        Diagram sets = ComponentSet.of(diagrams(), evaluators.stream().map(change).toList(), binds);
        return Outcomes.possible(sets, world);
    }

    /// Whether something is so in every case that counts.
    boolean certain(Diagram proposition) {
        return !possible(diagrams().not(proposition));
    }

    /// Whether something is so in some case that counts.
    boolean possible(Diagram proposition) {
        return diagrams().overlap(world, proposition);
    }

    // ── What could change it ────────────────────────────────────────────────────────────────

    /// The facts that could still change the headline, by name, with what each value would leave.
    List<Missing> missing() {
        Map<String, SequencedMap<String, List<Headline>>> byFact = new TreeMap<>();
        if (possible().size() > 1) {
            BitSet deciding = outcomes.deciding();
            for (int level = deciding.nextSetBit(0);
                    level >= 0;
                    level = deciding.nextSetBit(level + 1)) {
                Variable variable = possibilities.variables().get(level);
                if (!variable.reading()) {
                    add(variable, outcomes.would(variable, possibilities.within(variable)), byFact);
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
        boolean ofPart =
                !variable.part().isEmpty()
                        && possibilities.vocabulary().facts().get(variable.fact())
                                instanceof Fact.SomeOf;
        for (int value = 0; value < would.size(); value++) {
            if (!would.get(value).isEmpty()) {
                String word = variable.values().get(value);
                if (ofPart) {
                    word = word.equals("true") ? variable.part() : "not " + variable.part();
                }
                ofFact.merge(word, would.get(value), View::union);
            }
        }
    }

    static List<Headline> union(List<Headline> left, List<Headline> right) {
        var all = new TreeSet<>(left);
        all.addAll(right);
        return List.copyOf(all);
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
        int first = possibilities.firstReading();
        if (outcomes.asks().nextSetBit(first) < 0) {
            return List.of();
        }
        return facts(outcomes.decidingLast(first));
    }

    private List<String> facts(BitSet levels) {
        return facts(possibilities, levels);
    }

    private static List<String> facts(Possibilities possibilities, BitSet levels) {
        TreeSet<String> facts = new TreeSet<>();
        levels.stream().forEach(l -> facts.add(possibilities.variables().get(l).fact()));
        return List.copyOf(facts);
    }

    /// The variables that settle whether the text binds.
    static List<String> settling(Possibilities possibilities, Diagram binds) {
        return facts(possibilities, possibilities.diagrams().asks(binds));
    }

    // ── Grounds ─────────────────────────────────────────────────────────────────────────────

    /// The entries that ground the headline: in every case that counts, or, while more than one
    /// headline is possible, in some.
    List<Entry> grounds() {
        return grounds(outcomes.named(), possible().size() > 1, this::certain);
    }

    /// The entries that ground the headline of texts joined, this one being among them.
    ///
    /// @param joined the texts joined, over the case as all of them tell it apart; it is only read
    /// @param open whether more than one headline is possible of them
    List<Entry> grounds(View joined, boolean open) {
        return grounds(
                joined.outcomes().named(diagrams(), possibilities.within()),
                open,
                where -> !joined.outcomes().meet(diagrams().not(where), possibilities.within()));
    }

    private List<Entry> grounds(Named<Diagram> named, boolean open, Predicate<Diagram> certain) {
        if (open) {
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
        return all.keySet().stream().filter(e -> certain.test(ofProvision(all, e.cite()))).toList();
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

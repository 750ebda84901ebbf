package org.plumbline.core.decide;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.plumbline.core.decide.Decision.Assumption;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;

/// Which of the ordinary values that were taken for granted matter, and what others would change.
final class Assumptions {

    private Assumptions() {}

    /// Leaves every assumed fact open and looks at one at a time, the others held at the ordinary.
    static List<Assumption> of(Library library, Scenario scenario, List<Text> texts) {
        if (scenario.assumed().isEmpty() || texts.isEmpty()) {
            return List.of();
        }
        var possibilities =
                new Possibilities(library, scenario, scenario.day(), texts, scenario.assumed());
        Map<Variable, Integer> ordinary = new TreeMap<>(Comparator.comparingInt(Variable::level));
        for (Variable variable : possibilities.variables()) {
            if (!variable.reading() && scenario.assumed().contains(variable.fact())) {
                ordinary.put(variable, ordinaryValue(library, variable));
            }
        }
        Diagrams diagrams = possibilities.diagrams();
        Map<String, Matter> byFact = new TreeMap<>();
        List<View> views = new ArrayList<>();
        for (Text text : texts) {
            View view = View.of(possibilities, scenario.links().size(), text, false, _ -> false);
            views.add(view);
            BitSet asks = new BitSet();
            view.headlines().values().forEach(where -> asks.or(diagrams.asks(where)));
            for (Variable variable : ordinary.keySet()) {
                if (!asks.get(variable.level())) {
                    continue;
                }
                Map<Integer, List<Headline>> left = alone(view, variable, ordinary);
                if (left.values().stream().distinct().count() > 1) {
                    byFact.computeIfAbsent(variable.fact(), _ -> new Matter())
                            .add(text.edition().id(), variable);
                }
            }
        }
        if (byFact.isEmpty()) {
            return List.of();
        }
        View joint = Joint.of(possibilities, texts, views);
        List<Assumption> assumptions = new ArrayList<>();
        byFact.forEach((fact, matter) ->
                assumptions.add(
                        new Assumption(
                                fact,
                                ordinaryWord(library, fact),
                                would(joint, matter, ordinary),
                                List.copyOf(matter.editions))));
        return assumptions;
    }

    /// Where an assumed fact matters.
    private static final class Matter {
        private final java.util.LinkedHashSet<String> editions = new java.util.LinkedHashSet<>();
        private final java.util.LinkedHashSet<Variable> variables = new java.util.LinkedHashSet<>();

        void add(String edition, Variable variable) {
            editions.add(edition);
            variables.add(variable);
        }
    }

    private static SequencedMap<String, List<Headline>> would(
            View joint, Matter matter, Map<Variable, Integer> ordinary) {
        SequencedMap<String, List<Headline>> would = new LinkedHashMap<>();
        for (Variable variable : matter.variables) {
            alone(joint, variable, ordinary)
                    .forEach((value, headlines) -> {
                        if (!value.equals(ordinary.get(variable))) {
                            String word =
                                    variable.part().isEmpty()
                                            ? variable.values().get(value)
                                            : variable.part();
                            would.merge(word, headlines, View::union);
                        }
                    });
        }
        return would;
    }

    /// The headlines for each value of one assumed fact, the other assumed facts held.
    private static Map<Integer, List<Headline>> alone(
            View view, Variable variable, Map<Variable, Integer> ordinary) {
        Diagrams diagrams = view.possibilities().diagrams();
        Map<Headline, Diagram> held = new LinkedHashMap<>();
        view.headlines()
                .forEach((headline, where) -> {
                    Diagram rest = where;
                    BitSet asks = diagrams.asks(rest);
                    for (var other : ordinary.entrySet()) {
                        if (other.getKey().level() != variable.level()
                                && asks.get(other.getKey().level())) {
                            rest = diagrams.given(rest, other.getKey().level(), other.getValue());
                        }
                    }
                    held.put(headline, rest);
                });
        Map<Integer, List<Headline>> left = new HashMap<>();
        for (int value = 0; value < variable.values().size(); value++) {
            int chosen = value;
            List<Headline> headlines =
                    held.entrySet().stream()
                            .filter(e ->
                                    diagrams.given(e.getValue(), variable.level(), chosen)
                                            != diagrams.no())
                            .map(Map.Entry::getKey)
                            .toList();
            if (!headlines.isEmpty()) {
                left.put(value, headlines);
            }
        }
        return left;
    }

    private static int ordinaryValue(Library library, Variable variable) {
        if (!variable.part().isEmpty()) {
            return 0;
        }
        String ordinary = ordinaryWord(library, variable.fact());
        for (int value = 0; value < variable.values().size(); value++) {
            if (List.of(variable.values().get(value).split(", ")).contains(ordinary)) {
                return value;
            }
        }
        throw new IllegalStateException("the ordinary value of `" + variable.fact() + "` is gone");
    }

    private static String ordinaryWord(Library library, String fact) {
        return switch (library.vocabulary().facts().get(fact)) {
            case Fact.YesNo _ -> "false";
            case Fact.OneOf one -> one.ordinary().orElse("");
            case Fact.SomeOf _ -> "none";
            case null, default ->
                    throw new IllegalStateException("`" + fact + "` has no ordinary value");
        };
    }
}

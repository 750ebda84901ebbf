package org.plumbline.core.decide;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.plumbline.core.decide.Decision.Assumption;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;

/// Which of the ordinary values that were taken for granted matter, and what others would change.
final class Assumptions {

    private Assumptions() {}

    /// Starts to look at what was taken for granted, on a thread of its own where there is anything:
    /// it needs nothing of the answers, nor they of it, and takes about as long.
    static Supplier<List<Assumption>> beside(
            Supplier<List<Assumption>> looking, Scenario scenario) {
        if (scenario.assumed().isEmpty()) {
            return List::of;
        }
        return Beside.of("assumptions", looking);
    }

    /// Leaves every assumed fact open and looks at one at a time, the others held at the ordinary.
    static List<Assumption> of(Library library, Scenario scenario, List<Text> texts) {
        if (scenario.assumed().isEmpty() || texts.isEmpty()) {
            return List.of();
        }
        var possibilities =
                new Possibilities(library, scenario, scenario.day(), texts, scenario.assumed());
        List<Variable> assumed = new ArrayList<>();
        Map<Integer, Integer> ordinary = new LinkedHashMap<>();
        for (Variable variable : possibilities.variables()) {
            if (!variable.reading() && scenario.assumed().contains(variable.fact())) {
                assumed.add(variable);
                ordinary.put(variable.level(), ordinaryValue(library, variable));
            }
        }
        Map<String, Matter> byFact = new TreeMap<>();
        List<View> views = new ArrayList<>();
        for (Text text : texts) {
            View view = View.of(possibilities, scenario.links().size(), text);
            views.add(view);
            Outcomes outcomes = view.outcomes();
            BitSet asks = outcomes.asks();
            for (Variable variable : assumed) {
                if (asks.get(variable.level()) && matters(outcomes, variable, ordinary)) {
                    byFact.computeIfAbsent(variable.fact(), _ -> new Matter())
                            .add(text.edition().id(), variable);
                }
            }
        }
        if (byFact.isEmpty()) {
            return List.of();
        }
        Outcomes outcomes = Joint.of(possibilities, texts, views).outcomes();
        List<Assumption> assumptions = new ArrayList<>();
        byFact.forEach((fact, matter) ->
                assumptions.add(
                        new Assumption(
                                fact,
                                ordinaryWord(library, fact),
                                would(outcomes, matter, ordinary),
                                List.copyOf(matter.editions))));
        return assumptions;
    }

    /// Whether another value of an assumed fact, the other assumed facts held, would leave other
    /// headlines.
    private static boolean matters(
            Outcomes outcomes, Variable variable, Map<Integer, Integer> ordinary) {
        List<List<Headline>> would = outcomes.would(variable, without(ordinary, variable));
        return would.stream().filter(h -> !h.isEmpty()).distinct().count() > 1;
    }

    private static Map<Integer, Integer> without(
            Map<Integer, Integer> ordinary, Variable variable) {
        Map<Integer, Integer> others = new HashMap<>(ordinary);
        others.remove(variable.level());
        return others;
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
            Outcomes outcomes, Matter matter, Map<Integer, Integer> ordinary) {
        SequencedMap<String, List<Headline>> would = new LinkedHashMap<>();
        for (Variable variable : matter.variables) {
            List<List<Headline>> left = outcomes.would(variable, without(ordinary, variable));
            for (int value = 0; value < left.size(); value++) {
                boolean isOrdinary = Integer.valueOf(value).equals(ordinary.get(variable.level()));
                if (!isOrdinary && !left.get(value).isEmpty()) {
                    String word =
                            variable.part().isEmpty()
                                    ? variable.values().get(value)
                                    : variable.part();
                    would.merge(word, left.get(value), View::union);
                }
            }
        }
        return would;
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

package org.plumbline.server.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Decision.Answer;
import org.plumbline.core.decide.Decision.Lifts;
import org.plumbline.core.explain.DayWording;
import org.plumbline.core.explain.ScenarioSentence;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;

/// Finds the single facts on which the answer to a case turns: each is changed, decided again, and kept
/// only if another answer comes out.
public final class Variants {

    private static final int MOST = 4;

    private final Decider decider;

    public Variants(Decider decider) {
        this.decider = decider;
    }

    /// A case that differs by one fact.
    public record Variant(Change change, Scenario scenario) {}

    /// The variants of a case under a text, at most four, in an order that does not change.
    public List<Variant> of(Scenario scenario, Edition edition) {
        Answer before = answer(scenario, edition).orElseThrow();
        List<Variant> all = new ArrayList<>();
        if (before.lifts().orElse(null) instanceof Lifts.On(_, var latest) && latest.isPresent()) {
            add(
                    new Variant(
                            new Change(
                                    "later", "It is done on " + DayWording.of(latest.get()) + "."),
                            scenario.on(latest.get())),
                    before,
                    edition,
                    all);
        }
        Map<String, Known> stated = new TreeMap<>(scenario.shared());
        scenario.links().forEach(link -> stated.putAll(link.facts()));
        before.missing().forEach(m -> stated.putIfAbsent(m.fact(), Known.ANYTHING));
        stated.forEach((id, known) -> {
            if (!scenario.assumed().contains(id)) {
                changed(scenario, id, known, before, edition, all);
            }
        });
        return List.copyOf(all);
    }

    private void changed(
            Scenario scenario,
            String id,
            Known known,
            Answer before,
            Edition edition,
            List<Variant> all) {
        if (!(decider.library().vocabulary().facts().get(id) instanceof Fact.YesNo fact)) {
            return;
        }
        for (String value : List.of("true", "false")) {
            Known other = new Known.Value(Set.of(value));
            if (!other.equals(known)) {
                new ScenarioSentence(decider.library().vocabulary())
                        .fact(fact, other)
                        .ifPresent(clause ->
                                add(
                                        new Variant(
                                                new Change(
                                                        id + "." + value,
                                                        Character.toUpperCase(clause.charAt(0))
                                                                + clause.substring(1)
                                                                + "."),
                                                scenario.with(id, other)),
                                        before,
                                        edition,
                                        all));
            }
        }
    }

    private void add(Variant variant, Answer before, Edition edition, List<Variant> all) {
        if (all.size() < MOST) {
            answer(variant.scenario(), edition)
                    .map(Key::of)
                    .filter(key -> key.speaks() && !key.equals(Key.of(before)))
                    .ifPresent(_ -> all.add(variant));
        }
    }

    private Optional<Answer> answer(Scenario scenario, Edition edition) {
        try {
            return Optional.of(decider.decide(scenario, List.of(edition)).answers().getFirst());
        } catch (IllegalArgumentException _) {
            // Facts that cannot be true together make no case.
            return Optional.empty();
        }
    }
}

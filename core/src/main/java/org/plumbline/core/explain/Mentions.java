package org.plumbline.core.explain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Window;
import org.plumbline.core.norm.Norm;

/// Which facts a norm or a condition turns on.
public final class Mentions {

    private Mentions() {}

    /// The facts that decide whether a norm applies, those of its exceptions and permissions included.
    public static Set<String> of(Norm norm) {
        Set<String> facts = new LinkedHashSet<>();
        add(norm.when(), facts);
        add(norm.unless(), facts);
        add(norm.window(), facts);
        facts.addAll(List.of("role", "stage", "tie"));
        if (norm instanceof Norm.Directive directive) {
            directive.butMay().ifPresent(butMay -> add(butMay.when(), facts));
            facts.add("act");
            facts.add("form");
            if (!directive.media().words().isEmpty()) {
                facts.add("medium");
            }
        }
        return facts;
    }

    static Set<String> of(Condition condition) {
        Set<String> facts = new LinkedHashSet<>();
        add(condition, facts);
        return facts;
    }

    static Set<String> of(Window window) {
        Set<String> facts = new LinkedHashSet<>();
        add(window, facts);
        return facts;
    }

    private static void add(Condition condition, Set<String> facts) {
        switch (condition) {
            case Condition.Holds(var fact) -> facts.add(fact.id());
            case Condition.Has(var fact, _, _) -> facts.add(fact.id());
            case Condition.AmountIs(var fact, _, _, _) -> facts.add(fact.id());
            case Condition.During(var window) -> add(window, facts);
            case Condition.Before(var first, var second) -> {
                facts.add(first.id());
                facts.add(second.id());
            }
            case Condition.Not(var part) -> add(part, facts);
            case Condition.All(var parts) -> parts.forEach(part -> add(part, facts));
            case Condition.Any(var parts) -> parts.forEach(part -> add(part, facts));
            case Condition.None(var parts) -> parts.forEach(part -> add(part, facts));
            case Condition.AtLeast(_, var of) -> of.forEach(part -> add(part, facts));
        }
    }

    private static void add(Window window, Set<String> facts) {
        switch (window) {
            case Window.Always _ -> {}
            case Window.Within(_, var anchor, _) ->
                    anchor.events().forEach(event -> facts.add(event.id()));
            case Window.Beyond(var bar) -> add(bar, facts);
        }
    }
}

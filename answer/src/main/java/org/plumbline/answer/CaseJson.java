package org.plumbline.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.condition.Decimal;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Vocabulary;

/// A case found by the analysis in the form in which `decide` reads cases, so that anybody can
/// replay it.
public final class CaseJson {

    private CaseJson() {}

    public static Map<String, @Nullable Object> of(Scenario scenario) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        Map<String, @Nullable Object> practitioner = new LinkedHashMap<>();
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        Map<String, Known> all = new LinkedHashMap<>(new java.util.TreeMap<>(scenario.shared()));
        Scenario.Link link = scenario.links().getFirst();
        new java.util.TreeMap<>(link.facts()).forEach(all::put);
        all.forEach((fact, known) -> {
            if (Vocabulary.PRACTITIONER.contains(fact)) {
                practitioner.put(fact, value(known));
            } else if (!fact.equals("act") && !(PERSON.contains(fact) && !link.party().isEmpty())) {
                facts.put(fact, value(known));
            }
        });
        json.put("practitioner", practitioner);
        json.put(
                "act",
                scenario.known(0, "act") instanceof Known.Value(var acts) ? one(acts) : null);
        if (!link.party().isEmpty()) {
            json.put("party", link.party());
        }
        json.put("date", scenario.day().toString());
        json.put("facts", facts);
        return json;
    }

    private static final List<String> PERSON = List.of("role", "stage", "tie");

    private static Object value(Known known) {
        return switch (known) {
            case Known.Value(var possible) -> one(possible);
            case Known.Sets(var sets) -> new ArrayList<>(new TreeSet<>(sets.getFirst()));
            case Known.Sums(var sums) -> {
                Map<String, Object> amount = new LinkedHashMap<>();
                sums.forEach(s -> amount.put(s.unit(), number(s.number())));
                yield amount;
            }
            case Known.Days days ->
                    days.ranges().isEmpty() ? "never" : days.ranges().getFirst().first().toString();
            case Known.Anything _ -> "unknown";
        };
    }

    private static Object number(Decimal number) {
        return number.isWhole() ? (Object) number.whole() : number.toString();
    }

    private static Object one(java.util.Set<String> possible) {
        if (possible.equals(java.util.Set.of("true"))) {
            return true;
        }
        if (possible.equals(java.util.Set.of("false"))) {
            return false;
        }
        return possible.size() == 1
                ? possible.iterator().next()
                : Map.of("possibly", new ArrayList<>(new TreeSet<>(possible)));
    }
}

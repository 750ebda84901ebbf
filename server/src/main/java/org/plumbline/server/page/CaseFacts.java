package org.plumbline.server.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Vocabulary;

/// The facts of a case in the form of a case file, with one of them changed.
public final class CaseFacts {

    private static final List<String> AT_THE_TOP = List.of("act", "party", "date", "rest");
    private static final List<String> PERSON = List.of("role", "stage", "tie");

    private CaseFacts() {}

    /// The same facts with one set.
    ///
    /// @param fact a word of the vocabulary, `party` or `date`
    /// @param link the link of the person that it is of, where the facts have several
    /// @param value in the form of a case file; empty takes the fact out
    public static Map<String, Object> with(
            Map<String, Object> facts, String fact, int link, Optional<Object> value) {
        Map<String, Object> all = new LinkedHashMap<>(facts);
        if (AT_THE_TOP.contains(fact)) {
            set(all, fact, value);
            if (fact.equals("party")) {
                all.remove("links");
                all.put("facts", without(entries(all.get("facts")), PERSON));
            }
        } else if (Vocabulary.PRACTITIONER.contains(fact)) {
            all.put("practitioner", set(entries(all.get("practitioner")), fact, value));
        } else if (all.get("links") instanceof List<?> links && link < links.size()) {
            List<Object> changed = new ArrayList<>(links);
            Map<String, Object> one = entries(links.get(link));
            one.put("facts", set(entries(one.get("facts")), fact, value));
            changed.set(link, one);
            all.put("links", changed);
            all.put("facts", without(entries(all.get("facts")), List.of(fact)));
        } else if (all.get("party") instanceof List<?> parties
                && parties.size() > 1
                && link < parties.size()) {
            all.remove("party");
            all.put(
                    "links",
                    parties.stream().map(p -> (Object) Map.of("party", (Object) p)).toList());
            return with(all, fact, link, value);
        } else {
            all.put("facts", set(entries(all.get("facts")), fact, value));
        }
        all.values().removeIf(v -> v instanceof Map<?, ?> map && map.isEmpty());
        return all;
    }

    /// The same facts of a person who is also something else to the practitioner. What was said of days, and
    /// of role, stage and tie, was said of the relationships that there were, and stays with them.
    ///
    /// @param party the other thing that the person is
    /// @param events ids of the events of the vocabulary
    /// @return the same facts where the person is not known
    public static Map<String, Object> withLink(
            Map<String, Object> facts, String party, Set<String> events) {
        List<Object> before =
                facts.get("links") instanceof List<?> links
                        ? new ArrayList<>(links)
                        : switch (facts.get("party")) {
                            case String one when !one.equals("unknown") ->
                                    new ArrayList<>(List.of(Map.of("party", one)));
                            case List<?> several ->
                                    new ArrayList<>(
                                            several.stream()
                                                    .map(p -> Map.of("party", (Object) p))
                                                    .toList());
                            case null, default -> List.of();
                        };
        if (before.isEmpty()) {
            return facts;
        }
        Map<String, Object> all = new LinkedHashMap<>(facts);
        Map<String, Object> shared = entries(all.get("facts"));
        Map<String, Object> own = new LinkedHashMap<>(shared);
        own.keySet().removeIf(f -> !events.contains(f) && !PERSON.contains(f));
        shared.keySet().removeAll(own.keySet());
        List<Object> links = new ArrayList<>();
        for (Object link : before) {
            Map<String, Object> one = entries(link);
            Map<String, Object> said = new LinkedHashMap<>(own);
            said.putAll(entries(one.get("facts")));
            if (!said.isEmpty()) {
                one.put("facts", said);
            }
            links.add(one);
        }
        links.add(Map.of("party", party));
        all.remove("party");
        all.put("links", links);
        all.put("facts", shared);
        all.values().removeIf(v -> v instanceof Map<?, ?> map && map.isEmpty());
        return all;
    }

    private static Map<String, Object> without(Map<String, Object> of, List<String> facts) {
        of.keySet().removeAll(facts);
        return of;
    }

    private static Map<String, Object> set(
            Map<String, Object> into, String name, Optional<Object> value) {
        value.ifPresentOrElse(v -> into.put(name, v), () -> into.remove(name));
        return into;
    }

    private static Map<String, Object> entries(@org.jspecify.annotations.Nullable Object value) {
        Map<String, Object> entries = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((k, v) -> entries.put(String.valueOf(k), v));
        }
        return entries;
    }

    /// What is known of a fact in the form of a case file.
    public static Object value(Known known) {
        return switch (known) {
            case Known.Anything _ -> "unknown";
            case Known.Value(var possible) ->
                    either(possible.stream().sorted().map(CaseFacts::word).toList());
            case Known.Sets(var sets) ->
                    either(sets.stream().map(s -> (Object) List.copyOf(new TreeSet<>(s))).toList());
            case Known.Sums(var sums) ->
                    either(
                            sums.stream()
                                    .map(s -> (Object) Map.of(s.unit(), s.number().toString()))
                                    .toList());
            case Known.Days days -> {
                List<Object> all = new ArrayList<>();
                days.ranges().forEach(r -> all.add(range(r)));
                if (days.maybeNever()) {
                    all.add("never");
                }
                yield either(all);
            }
        };
    }

    private static Object word(String value) {
        return value.equals("true") || value.equals("false") ? Boolean.valueOf(value) : value;
    }

    private static Object either(List<Object> values) {
        return values.size() == 1 ? values.getFirst() : Map.of("possibly", values);
    }

    private static Object range(Known.Range range) {
        String text = org.plumbline.answer.DecisionJson.range(range);
        int dots = text.indexOf("..");
        if (dots < 0) {
            return text;
        }
        Map<String, Object> span = new LinkedHashMap<>();
        span.put("from", text.substring(0, dots));
        span.put("to", text.substring(dots + 2));
        return span;
    }

    /// What follows from a fact that does not apply, in the form of a case file: an event has not
    /// happened, a circumstance is not so, there is none. Of a judgement, a number, or a fact that must
    /// have a value, nothing follows.
    public static Object notApplicable(Fact fact) {
        return switch (fact) {
            case Fact.YesNo yesNo when yesNo.sort() != Fact.Sort.JUDGEMENT -> false;
            case Fact.SomeOf _ -> List.of();
            case Fact.Event _ -> "never";
            case Fact.YesNo _, Fact.OneOf _, Fact.Amount _ -> "unknown";
        };
    }

    /// Facts that the address gives, or says that they cannot be said.
    public static Set<String> given(Map<String, Object> facts) {
        Set<String> all = new TreeSet<>();
        facts.forEach((name, value) -> {
            switch (name) {
                case "practitioner", "facts" -> all.addAll(entries(value).keySet());
                case "links" -> {
                    all.add("party");
                    if (value instanceof List<?> links) {
                        links.forEach(l -> all.addAll(entries(entries(l).get("facts")).keySet()));
                    }
                }
                default -> all.add(name);
            }
        });
        return all;
    }
}

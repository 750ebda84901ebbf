package org.plumbline.core.adequacy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.ScenarioReader;
import org.plumbline.core.load.Span;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Vocabulary;

/// A scenario in the form of the case files, while it is put together.
///
/// @param practitioner values by fact
/// @param act the act, and whatever stands beside it: party, tie, date
/// @param facts the facts, in the order in which they were settled
record ScenarioSketch(
        SequencedMap<String, Node> practitioner,
        SequencedMap<String, Node> act,
        SequencedMap<String, Node> facts) {

    private static final Span HERE = Span.of("generated");

    static ScenarioSketch empty() {
        return new ScenarioSketch(
                new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    /// A scenario about one person, of which everything that is known is known for sure; absent where it is
    /// another. Ordinary values of the form are left to be taken for granted.
    static Optional<ScenarioSketch> of(Scenario scenario, Vocabulary vocabulary) {
        LocalDate day = scenario.asOf().first();
        if (scenario.links().size() != 1 || !scenario.asOf().last().equals(day)) {
            return Optional.empty();
        }
        var sketch = empty();
        Map<String, Known> all = new TreeMap<>(scenario.shared());
        all.putAll(scenario.links().getFirst().facts());
        Known act = all.remove("act");
        if (act != null) {
            Optional<Node> word = value(act);
            if (word.isEmpty()) {
                return Optional.empty();
            }
            sketch.act().put("act", word.get());
        }
        String party = scenario.links().getFirst().party();
        if (!party.isEmpty()) {
            sketch.act().put("party", word(party));
            all.keySet().removeAll(PERSON);
        }
        sketch.act().put("date", bare(day.toString()));
        if (all.get("form") instanceof Known.Value(var form)
                && vocabulary
                        .oneOf("form")
                        .ordinary()
                        .filter(w -> form.equals(Set.of(w)))
                        .isPresent()) {
            all.remove("form");
        }
        for (var one : all.entrySet()) {
            Optional<Node> value = value(one.getValue());
            if (value.isEmpty()) {
                return Optional.empty();
            }
            if (Vocabulary.PRACTITIONER.contains(one.getKey())) {
                if (!(value.get() instanceof Node.Sequence(var items, _))) {
                    sketch.practitioner().put(one.getKey(), value.get());
                } else if (!items.isEmpty()) {
                    sketch.practitioner()
                            .put(one.getKey(), items.size() == 1 ? items.getFirst() : value.get());
                }
            } else if (ACT.contains(one.getKey())) {
                sketch.act().put(one.getKey(), value.get());
            } else {
                sketch.facts().put(one.getKey(), value.get());
            }
        }
        return Optional.of(sketch);
    }

    /// What a party name says.
    static final Set<String> PERSON = Set.of("role", "stage", "tie");

    /// What stands beside the act and not among the facts.
    private static final List<String> ACT =
            List.of("act", "party", "role", "stage", "tie", "date", "medium", "form", "status");

    private static Optional<Node> value(Known known) {
        return switch (known) {
            case Known.Value(var possible) when possible.size() == 1 -> {
                String only = possible.iterator().next();
                yield Optional.of(
                        only.equals("true") || only.equals("false") ? bare(only) : word(only));
            }
            case Known.Sets(var possible) when possible.size() == 1 ->
                    Optional.of(words(List.copyOf(new TreeSet<>(possible.getFirst()))));
            case Known.Sums(var possible) when possible.size() == 1 ->
                    Optional.of(
                            mapping(
                                    Map.of(
                                            possible.getFirst().unit(),
                                            bare(possible.getFirst().number().toString()))));
            case Known.Days days when days.isExact() ->
                    Optional.of(bare(days.ranges().getFirst().first().toString()));
            case Known.Days days when days.ranges().isEmpty() -> Optional.of(word("never"));
            default -> Optional.empty();
        };
    }

    /// The same, one fact settled.
    ScenarioSketch with(String fact, Node value) {
        var more =
                new ScenarioSketch(
                        new LinkedHashMap<>(practitioner),
                        new LinkedHashMap<>(act),
                        new LinkedHashMap<>(facts));
        (Vocabulary.PRACTITIONER.contains(fact)
                        ? more.practitioner()
                        : ACT.contains(fact) ? more.act() : more.facts())
                .put(fact, value);
        return more;
    }

    /// The day of the act.
    LocalDate day() {
        return act.get("date") instanceof Node.Scalar day
                ? LocalDate.parse(day.text())
                : LocalDate.EPOCH;
    }

    /// The same act on another day, and everything before or after it as many days before or after that.
    ScenarioSketch movedTo(LocalDate other) {
        long days = ChronoUnit.DAYS.between(day(), other);
        ScenarioSketch moved = with("date", bare(other.toString()));
        facts.forEach((fact, value) -> {
            if (isDay(value)) {
                LocalDate on = LocalDate.parse(((Node.Scalar) value).text());
                moved.facts().put(fact, bare(on.plusDays(days).toString()));
            }
        });
        return moved;
    }

    private static boolean isDay(Node value) {
        return value instanceof Node.Scalar day && day.text().matches("\\d{4}-\\d\\d-\\d\\d");
    }

    /// Days on which something else may have happened: those of other events, three years before the act.
    List<Node> days() {
        List<Node> days = new ArrayList<>();
        for (Node value : facts.values()) {
            if (isDay(value) && !days.contains(value)) {
                days.add(value);
            }
        }
        days.add(bare(day().minusYears(3).toString()));
        return days;
    }

    static Node word(String text) {
        return new Node.Scalar(text, quotes(text), HERE);
    }

    /// Words that begin with a letter, dates and provisions such as `1.06(c)` stand as they are;
    /// whatever YAML might take for something else is quoted.
    private static boolean quotes(String text) {
        boolean plain =
                text.matches("[A-Za-z][A-Za-z0-9.()_-]*")
                        || text.matches("\\d+[A-Za-z.()-][A-Za-z0-9.()-]*")
                        || text.matches("\\d+\\.[A-Za-z0-9()]+");
        return !plain || text.matches("\\d+\\.\\d+|\\d+e\\d+|yes|no|on|off|null|y|n|[0-9]+");
    }

    static Node bare(String text) {
        return new Node.Scalar(text, false, HERE);
    }

    static Node words(List<String> texts) {
        return new Node.Sequence(texts.stream().map(ScenarioSketch::word).toList(), HERE);
    }

    static Node.Mapping mapping(Map<String, Node> entries) {
        List<Node.Entry> all = new ArrayList<>();
        entries.forEach((key, value) -> all.add(new Node.Entry((Node.Scalar) word(key), value)));
        return new Node.Mapping(all, HERE);
    }

    /// The scenario as it is written in a file.
    Node.Mapping node() {
        Map<String, Node> all = new LinkedHashMap<>();
        all.put("practitioner", mapping(practitioner));
        ACT.stream().filter(act::containsKey).forEach(key -> all.put(key, act.get(key)));
        if (!facts.isEmpty()) {
            all.put("facts", mapping(facts));
        }
        all.put("rest", word("ordinary"));
        return mapping(all);
    }

    /// The scenario, if its facts fit one another.
    Optional<Scenario> read(Library library) {
        var defaults =
                new ScenarioReader.Defaults(
                        Known.Range.of(java.time.LocalDate.of(2000, 1, 1)), true);
        return ScenarioReader.read(library, node(), defaults)
                                instanceof Loaded.Sound<Scenario>(var scenario, var findings)
                        && findings.isEmpty()
                ? Optional.of(scenario)
                : Optional.empty();
    }
}

package org.plumbline.core.adequacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.ScenarioReader;
import org.plumbline.core.load.Span;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

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
        all.putAll(act);
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

package org.plumbline.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.plumbline.ask.SlotMapping;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.ScenarioReader;
import org.plumbline.core.scenario.Scenario;

/// Reads scenarios that are given as the slots of a question, with further facts beside them.
final class SlotScenarios {

    private SlotScenarios() {}

    /// @param item `{id, facts}`, the facts being slots and flags with underscores
    static Loaded<Scenario> read(
            Shelf.Open open, Node.Mapping item, ScenarioReader.Defaults defaults) {
        Optional<Node> facts = item.get("facts");
        if (facts.isEmpty() || !(facts.get() instanceof Node.Mapping slots)) {
            return Loaded.unsound(
                    Finding.error(
                            "slots.missing",
                            item.span(),
                            "no `facts` with slots",
                            "`facts:` with `act`, `party` … as the question reader names them",
                            "add `facts:`, or leave `--slots` out"));
        }
        Map<String, String> given = new LinkedHashMap<>();
        for (Node.Entry entry : slots.entries()) {
            if (entry.value() instanceof Node.Scalar scalar && !scalar.text().equals("null")) {
                given.put(entry.key().text(), scalar.text());
            }
        }
        Node words =
                open.trees()
                        .apply(LibraryReader.WORDS)
                        .orElseThrow(() -> new IllegalStateException("a library without words"));
        Map<String, Object> scenario =
                SlotMapping.scenario(
                        (Node.Mapping) words,
                        open.library().vocabulary(),
                        given,
                        defaults.asOf().last());
        return ScenarioReader.read(
                open.library(), Nodes.of(scenario, item.span().file()), new ScenarioReader.Defaults(defaults.asOf(), false));
    }
}

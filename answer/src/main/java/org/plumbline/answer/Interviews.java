package org.plumbline.answer;

import org.plumbline.core.decide.Decider;
import org.plumbline.core.interview.Interview;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.ScenarioReader;
import org.plumbline.core.load.Span;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

/// Begins an interview about a case that somebody wrote down.
public final class Interviews {

    private Interviews() {}

    /// An interview about one scenario, in the form in which `decide` takes it.
    ///
    /// @param on the day of the act where the scenario gives none
    public static Loaded<Interview> of(Decider decider, Node root, Known.Range on) {
        if (!(root instanceof Node.Mapping mapping) || mapping.get("cases").isPresent()) {
            return Loaded.unsound(
                    Finding.error(
                            "scenario.shape",
                            root.span(),
                            "this is not one scenario",
                            "a mapping of facts",
                            "write `act:`, `party:`, `date:` … as keys; an interview is about one"
                                    + " case"));
        }
        Node node = mapping.get("scenario").orElseGet(() -> Deciding.withoutId(mapping));
        Loaded<Scenario> read =
                ScenarioReader.read(decider.library(), node, new ScenarioReader.Defaults(on, true));
        return switch (read) {
            case Loaded.Unsound<Scenario>(var findings) -> new Loaded.Unsound<>(findings);
            case Loaded.Sound<Scenario>(var scenario, var warnings) -> {
                try {
                    yield new Loaded.Sound<>(Interview.of(decider, scenario), warnings);
                } catch (IllegalArgumentException e) {
                    yield Loaded.unsound(
                            Finding.error(
                                    "scenario.impossible",
                                    Span.of("scenario"),
                                    String.valueOf(e.getMessage()),
                                    "facts that can be true together",
                                    "check the dates and the facts against one another"));
                }
            }
        };
    }
}

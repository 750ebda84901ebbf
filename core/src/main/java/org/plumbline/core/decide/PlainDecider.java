package org.plumbline.core.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Scenario;

/// The second, slower truth: one text on one case of which everything is known, read in one way.
///
/// No diagrams, no sets of possible values, nothing remembered. Whatever answers faster must agree
/// with this.
public final class PlainDecider {

    private PlainDecider() {}

    /// The headline.
    ///
    /// @param readings for each point that the text leaves open, the reading chosen: provisions as
    ///     cited, `last-day` (`included`, `excluded`) and `rounding` (`up`, `down`)
    /// @throws OpenFact if something is asked after that the scenario leaves open
    public static Headline headline(
            Library library, Edition edition, Scenario scenario, Map<String, String> readings) {
        if (!edition.inForce().mayCover(scenario.day())) {
            return Headline.NOT_IN_FORCE;
        }
        Text text = Text.of(library, edition, scenario.day());
        List<Completion> links = new ArrayList<>();
        for (int link = 0; link < scenario.links().size(); link++) {
            links.add(Completion.of(library, scenario, link, readings));
        }
        return headline(text, links);
    }

    /// The headline of a text toward every link of one person.
    static Headline headline(Text text, List<Completion> links) {
        if (!links.getFirst().holds(text.edition().binds())) {
            return Headline.NOT_BOUND;
        }
        List<Components<Boolean>> components =
                links.stream()
                        .map(link ->
                                new Evaluator<>(Logic.PLAIN, text, link, false, _ -> false)
                                        .components())
                        .toList();
        return Components.join(Logic.PLAIN, components).headlines(Logic.PLAIN).entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a case without a headline"));
    }
}

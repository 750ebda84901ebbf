package org.plumbline.core.decide;

import java.util.List;
import java.util.Optional;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

/// Whether a text can be left out at once, because it certainly does not bind the practitioner.
///
/// A quick look in three values; it may say "may bind" of a text that the exact look excludes, and
/// never the other way round.
final class Binding {

    private Binding() {}

    /// Whether the text binds, or may.
    static boolean mayBind(Edition edition, Scenario scenario) {
        return holds(edition.binds(), scenario).orElse(true);
    }

    private static Optional<Boolean> holds(Condition condition, Scenario scenario) {
        return switch (condition) {
            case Condition.Has(var fact, _, var leaves) ->
                    switch (scenario.known(0, fact.id())) {
                        case Known.Sets(var sets) ->
                                agreed(
                                        sets.stream()
                                                .map(s -> s.stream().anyMatch(leaves::contains))
                                                .toList());
                        case Known.Value(var values) ->
                                agreed(values.stream().map(leaves::contains).toList());
                        default -> Optional.empty();
                    };
            case Condition.Not(var part) -> holds(part, scenario).map(so -> !so);
            case Condition.All(var parts) -> all(parts, scenario, true);
            case Condition.Any(var parts) -> all(parts, scenario, false);
            case Condition.None(var parts) -> all(parts, scenario, false).map(so -> !so);
            default -> Optional.empty();
        };
    }

    private static Optional<Boolean> agreed(List<Boolean> all) {
        return all.stream().distinct().count() == 1
                ? Optional.of(all.getFirst())
                : Optional.empty();
    }

    /// Whether every part is so (`wanted` true), or any (`wanted` false).
    private static Optional<Boolean> all(List<Condition> parts, Scenario scenario, boolean wanted) {
        boolean open = false;
        for (Condition part : parts) {
            Optional<Boolean> so = holds(part, scenario);
            if (so.isPresent() && so.get() != wanted) {
                return Optional.of(!wanted);
            }
            open |= so.isEmpty();
        }
        return open ? Optional.empty() : Optional.of(wanted);
    }
}

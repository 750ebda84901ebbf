package org.plumbline.core.decide;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Constraint;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;

/// Whether a text, or a fact, can be left out at once: it certainly does not bind, or not apply.
///
/// A quick look in three values; it may say "may bind" of a text that the exact look excludes, and
/// never the other way round.
final class Binding {

    private Binding() {}

    /// Whether the text binds, or may.
    static boolean mayBind(Edition edition, Scenario scenario) {
        return holds(edition.binds(), scenario, 0).orElse(true);
    }

    /// Whether the text certainly binds. The quick look may overlook it, and never finds it wrongly.
    static boolean surelyBinds(Edition edition, Scenario scenario) {
        return holds(edition.binds(), scenario, 0).orElse(false);
    }

    /// Whether a fact is not ruled out, in some link of the person, by what is known of the others.
    static boolean mayApply(Library library, Fact fact, Scenario scenario) {
        return IntStream.range(0, scenario.links().size())
                .anyMatch(link -> mayApply(library, fact, scenario, link));
    }

    private static boolean mayApply(Library library, Fact fact, Scenario scenario, int link) {
        for (Constraint constraint : library.constraints()) {
            if (constraint instanceof Constraint.NotApplicable(var when, var facts)
                    && facts.stream().anyMatch(f -> f.id().equals(fact.id()))
                    && holds(when, scenario, link).orElse(false)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Boolean> holds(Condition condition, Scenario scenario, int link) {
        return switch (condition) {
            case Condition.Has(var fact, _, var leaves) ->
                    switch (scenario.known(link, fact.id())) {
                        case Known.Sets(var sets) ->
                                agreed(
                                        sets.stream()
                                                .map(s ->
                                                        leaves.isEmpty()
                                                                ? s.isEmpty()
                                                                : s.stream()
                                                                        .anyMatch(leaves::contains))
                                                .toList());
                        case Known.Value(var values) ->
                                agreed(values.stream().map(leaves::contains).toList());
                        default -> Optional.empty();
                    };
            case Condition.Not(var part) -> holds(part, scenario, link).map(so -> !so);
            case Condition.All(var parts) -> all(parts, scenario, link, true);
            case Condition.Any(var parts) -> all(parts, scenario, link, false);
            case Condition.None(var parts) -> all(parts, scenario, link, false).map(so -> !so);
            default -> Optional.empty();
        };
    }

    private static Optional<Boolean> agreed(List<Boolean> all) {
        return all.stream().distinct().count() == 1
                ? Optional.of(all.getFirst())
                : Optional.empty();
    }

    /// Whether every part is so (`wanted` true), or any (`wanted` false).
    private static Optional<Boolean> all(
            List<Condition> parts, Scenario scenario, int link, boolean wanted) {
        boolean open = false;
        for (Condition part : parts) {
            Optional<Boolean> so = holds(part, scenario, link);
            if (so.isPresent() && so.get() != wanted) {
                return Optional.of(!wanted);
            }
            open |= so.isEmpty();
        }
        return open ? Optional.empty() : Optional.of(wanted);
    }
}

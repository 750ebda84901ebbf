package org.plumbline.core.check;

import java.util.List;
import java.util.Optional;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.vocabulary.Fact;

/// What one safeguard settles of a condition, whatever else is so.
final class Settled {

    private Settled() {}

    /// Whether a condition is so once a safeguard is in place, or is not, where that settles it.
    static Optional<Boolean> by(Condition condition, Fact.YesNo safeguard, boolean done) {
        return switch (condition) {
            case Condition.Holds(var fact) ->
                    fact.id().equals(safeguard.id()) ? Optional.of(done) : Optional.empty();
            case Condition.Not(var part) -> by(part, safeguard, done).map(so -> !so);
            case Condition.All(var parts) -> all(parts, safeguard, done, true);
            case Condition.Any(var parts) -> all(parts, safeguard, done, false);
            case Condition.None(var parts) -> all(parts, safeguard, done, false).map(so -> !so);
            case Condition.AtLeast _,
                    Condition.Has _,
                    Condition.AmountIs _,
                    Condition.During _,
                    Condition.Before _ ->
                    Optional.empty();
        };
    }

    /// Whether every part is so (`wanted` true), or any (`wanted` false).
    private static Optional<Boolean> all(
            List<Condition> parts, Fact.YesNo safeguard, boolean done, boolean wanted) {
        boolean open = false;
        for (Condition part : parts) {
            Optional<Boolean> so = by(part, safeguard, done);
            if (so.isPresent() && so.get() != wanted) {
                return Optional.of(!wanted);
            }
            open |= so.isEmpty();
        }
        return open ? Optional.empty() : Optional.of(wanted);
    }
}

package org.plumbline.core.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Window;
import org.plumbline.core.decide.Stated;
import org.plumbline.core.norm.Norm;

/// A bar until whose end, or from whose end on, a norm speaks: its own window, or one that it asks
/// for in its condition by itself or beside others, or excepts.
///
/// @param until whether the norm speaks until the end; otherwise from then on
/// @param rest the norm without this clock and without exceptions
record Clock(Stated norm, Window.Within bar, boolean until, Norm.Directive rest) {

    /// Every clock of a norm; none if no time matters to it.
    static List<Clock> of(Stated norm) {
        List<Clock> all = new ArrayList<>();
        if (norm.norm() instanceof Norm.Directive directive) {
            clock(norm, directive.window(), true, Claims.timeless(directive)).ifPresent(all::add);
            List<Condition> asked = parts(directive.when());
            for (Condition part : asked) {
                List<Condition> others = asked.stream().filter(p -> !p.equals(part)).toList();
                ofPart(
                                norm,
                                part,
                                true,
                                Claims.withoutExceptions(directive, new Condition.All(others)))
                        .ifPresent(all::add);
            }
            Norm.Directive plain = Claims.withoutExceptions(directive, directive.when());
            for (Condition part : exceptions(directive.unless())) {
                ofPart(norm, part, false, plain).ifPresent(all::add);
            }
        }
        return all;
    }

    private static Optional<Clock> ofPart(
            Stated norm, Condition part, boolean so, Norm.Directive rest) {
        return switch (part) {
            case Condition.During(var window) -> clock(norm, window, so, rest);
            case Condition.Not(var not) -> ofPart(norm, not, !so, rest);
            default -> Optional.empty();
        };
    }

    private static Optional<Clock> clock(
            Stated norm, Window window, boolean so, Norm.Directive rest) {
        return switch (window) {
            case Window.Within within -> Optional.of(new Clock(norm, within, so, rest));
            case Window.Beyond(var bar) -> Optional.of(new Clock(norm, bar, !so, rest));
            case Window.Always _ -> Optional.empty();
        };
    }

    private static List<Condition> parts(Condition condition) {
        return condition instanceof Condition.All(var parts)
                ? parts.stream().flatMap(p -> parts(p).stream()).toList()
                : List.of(condition);
    }

    private static List<Condition> exceptions(Condition condition) {
        return condition instanceof Condition.Any(var parts)
                ? parts.stream().flatMap(p -> exceptions(p).stream()).toList()
                : List.of(condition);
    }

    /// The days on which the norm speaks as far as this clock goes.
    Window window() {
        return until ? bar : new Window.Beyond(bar);
    }

    Norm.Directive directive() {
        return (Norm.Directive) norm.norm();
    }
}

package org.plumbline.core.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.load.Finding;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.vocabulary.Fact;

/// Doing what a norm asks does not take the norm away: a duty is neither excluded by the condition
/// of its own norm nor made the exception to it.
final class DutyOutlivesItsDoing implements Check {

    @Override
    public String code() {
        return "norm.duty.self-defeating";
    }

    @Override
    public Stream<Finding> findings(Bookshelf library) {
        return library.editions()
                .flatMap(e -> Bookshelf.directives(e).stream())
                .flatMap(n -> findings(library, n).stream());
    }

    private List<Finding> findings(Bookshelf library, Norm.Directive norm) {
        List<Finding> all = new ArrayList<>();
        for (Fact.YesNo duty : norm.duties()) {
            look(library, norm, "duties", duty, norm.when(), exception(norm), all);
        }
        for (Fact.YesNo duty : norm.advisedDuties()) {
            look(library, norm, "advised-duties", duty, norm.when(), exception(norm), all);
        }
        norm.butMay()
                .ifPresent(but -> {
                    Condition when = new Condition.All(List.of(norm.when(), but.when()));
                    Stream.concat(but.duties().stream(), but.advisedDuties().stream())
                            .forEach(d ->
                                    look(library, norm, "but-may", d, when, norm.unless(), all));
                });
        return all;
    }

    private static Condition exception(Norm.Directive norm) {
        return norm.butMay()
                .<Condition>map(b -> new Condition.Any(List.of(norm.unless(), b.when())))
                .orElse(norm.unless());
    }

    private void look(
            Bookshelf library,
            Norm.Directive norm,
            String key,
            Fact.YesNo duty,
            Condition when,
            Condition unless,
            List<Finding> all) {
        boolean excluded = holds(when, duty).equals(Optional.of(false));
        boolean excepted = holds(unless, duty).equals(Optional.of(true));
        if (excluded || excepted) {
            all.add(
                    Finding.warning(
                            code(),
                            library.word(norm.name(), key, duty.id()),
                            "doing what `%s` asks takes the norm away that asks for it"
                                    .formatted(duty.id()),
                            excluded
                                    ? "a duty that the norm's own condition does not exclude"
                                    : "a duty that is not also the exception to its norm",
                            excluded
                                    ? "take `{not: %s}` out of the condition, or drop the duty"
                                            .formatted(duty.id())
                                    : "keep `%s` as the exception or as the duty, not as both"
                                            .formatted(duty.id())));
        }
    }

    /// Whether a condition is so once a safeguard is in place, where that settles it.
    private static Optional<Boolean> holds(Condition condition, Fact.YesNo done) {
        return switch (condition) {
            case Condition.Holds(var fact) ->
                    fact.id().equals(done.id()) ? Optional.of(true) : Optional.empty();
            case Condition.Not(var part) -> holds(part, done).map(so -> !so);
            case Condition.All(var parts) -> all(parts, done, true);
            case Condition.Any(var parts) -> all(parts, done, false);
            case Condition.None(var parts) -> all(parts, done, false).map(so -> !so);
            case Condition.AtLeast _,
                    Condition.Has _,
                    Condition.AmountIs _,
                    Condition.During _,
                    Condition.Before _ ->
                    Optional.empty();
        };
    }

    /// Whether every part is so (`wanted` true), or any (`wanted` false).
    private static Optional<Boolean> all(List<Condition> parts, Fact.YesNo done, boolean wanted) {
        boolean open = false;
        for (Condition part : parts) {
            Optional<Boolean> so = holds(part, done);
            if (so.isPresent() && so.get() != wanted) {
                return Optional.of(!wanted);
            }
            open |= so.isEmpty();
        }
        return open ? Optional.empty() : Optional.of(wanted);
    }
}

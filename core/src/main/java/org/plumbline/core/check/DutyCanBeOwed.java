package org.plumbline.core.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.load.Finding;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.vocabulary.Fact;

/// Somebody can still owe what a norm asks: its condition does not make sure that it was done.
final class DutyCanBeOwed implements Check {

    @Override
    public String code() {
        return "norm.duty.idle";
    }

    @Override
    public Stream<Finding> findings(Bookshelf library) {
        return library.editions()
                .flatMap(e -> Bookshelf.directives(e).stream())
                .flatMap(n -> findings(library, n));
    }

    private Stream<Finding> findings(Bookshelf library, Norm.Directive norm) {
        return Stream.concat(
                Stream.concat(
                        idle(library, norm, "duties", norm.when(), norm.duties()),
                        idle(library, norm, "advised-duties", norm.when(), norm.advisedDuties())),
                norm.butMay().stream()
                        .flatMap(but -> {
                            var when = new Condition.All(List.of(norm.when(), but.when()));
                            return Stream.of(but.duties(), but.advisedDuties())
                                    .flatMap(d -> idle(library, norm, "but-may", when, d));
                        }));
    }

    private Stream<Finding> idle(
            Bookshelf library,
            Norm.Directive norm,
            String key,
            Condition when,
            List<Fact.YesNo> duties) {
        return duties.stream()
                .filter(d -> isDone(when, norm.unless(), d))
                .map(d ->
                        Finding.warning(
                                code(),
                                library.word(norm.name(), key, d.id()),
                                "nobody owes `%s`: the norm applies only where it was done"
                                        .formatted(d.id()),
                                "a duty that somebody may still have to do",
                                "take `%s` out of the condition or out of the duties"
                                        .formatted(d.id())));
    }

    private static boolean isDone(Condition when, Condition unless, Fact.YesNo duty) {
        return Settled.by(when, duty, false).equals(Optional.of(false))
                || Settled.by(unless, duty, false).equals(Optional.of(true));
    }
}

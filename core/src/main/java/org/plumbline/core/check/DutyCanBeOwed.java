package org.plumbline.core.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
                idle(library, norm, "duties", norm.duties()),
                idle(library, norm, "advised-duties", norm.advisedDuties()));
    }

    private Stream<Finding> idle(
            Bookshelf library, Norm.Directive norm, String key, List<Fact.YesNo> duties) {
        return duties.stream()
                .filter(d -> isDone(norm, d))
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

    private static boolean isDone(Norm.Directive norm, Fact.YesNo duty) {
        return Settled.by(norm.when(), duty, false).equals(Optional.of(false))
                || Settled.by(norm.unless(), duty, false).equals(Optional.of(true));
    }
}

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
        boolean excluded = Settled.by(when, duty, true).equals(Optional.of(false));
        boolean excepted = Settled.by(unless, duty, true).equals(Optional.of(true));
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
}

package org.plumbline.core.compare;

import java.util.List;
import java.util.stream.Stream;
import org.plumbline.core.decide.Search;
import org.plumbline.core.decide.Stated;

/// A norm that no case can bring into play: nobody, on no day on which the text is in force.
final class VacuousNorm implements Query {

    @Override
    public Kind kind() {
        return Kind.VACUOUS_NORM;
    }

    @Override
    public Stream<Insight> of(Study study) {
        return study.own(study.text()).stream()
                .flatMap(norm -> study.part(kind(), norm, () -> look(study, norm)));
    }

    private Stream<Insight> look(Study study, Stated norm) {
        var outcome =
                study.first(
                        study.acts(norm), cases -> quick(cases.possible(new Claims.Applies(norm))));
        if (outcome.found()) {
            return Stream.empty();
        }
        return Told.of(
                study,
                kind(),
                outcome,
                List.of(norm),
                Words.norm(study.library(), norm) + " can never apply",
                "",
                "mend its condition, or take the norm away");
    }

    /// That something is possible, where nobody needs to see a case of it.
    static Search quick(boolean possible) {
        return possible ? Told.SOME : new Search.None();
    }

    /// Whether the norm can be in play at all, as far as is known: what was not looked at may be.
    static boolean isPossible(Study study, Stated norm) {
        return !study.first(
                        study.acts(norm), cases -> quick(cases.possible(new Claims.Applies(norm))))
                .none();
    }
}

package org.plumbline.core.compare;

import java.util.List;
import java.util.stream.Stream;
import org.plumbline.core.decide.Stated;
import org.plumbline.core.norm.Norm;

/// A norm without which its text would say the same in every case: the strongest of each kind, every
/// duty and every factor.
///
/// A norm that says what follows a breach is kept apart, since that is more than a verdict.
final class RedundantNorm implements Query {

    @Override
    public Kind kind() {
        return Kind.REDUNDANT_NORM;
    }

    @Override
    public Stream<Insight> of(Study study) {
        return study.own(study.text()).stream()
                .filter(n -> !(n.norm() instanceof Norm.Directive d && d.breach().isPresent()))
                .flatMap(norm -> study.part(kind(), norm, () -> look(study, norm)));
    }

    private Stream<Insight> look(Study study, Stated norm) {
        var outcome =
                study.first(
                        study.acts(norm),
                        cases -> VacuousNorm.quick(cases.possible(new Claims.Changes(norm))));
        if (outcome.found() || !VacuousNorm.isPossible(study, norm)) {
            return Stream.empty();
        }
        return Told.of(
                study,
                kind(),
                outcome,
                List.of(norm),
                Words.norm(study.library(), norm) + " changes no answer: other norms say the same",
                "",
                "take it away, or say what it adds");
    }
}

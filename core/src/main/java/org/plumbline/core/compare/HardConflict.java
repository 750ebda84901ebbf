package org.plumbline.core.compare;

import java.util.stream.Stream;
import org.plumbline.core.norm.Modality;

/// One text requires what another forbids, of somebody whom both bind on the same day.
final class HardConflict implements Query {

    @Override
    public Kind kind() {
        return Kind.HARD_CONFLICT;
    }

    @Override
    public Stream<Insight> of(Study study) {
        return between(study, kind(), Modality.REQUIRE);
    }

    /// What the first text does and the second forbids.
    static Stream<Insight> between(Study study, Kind kind, Modality first) {
        return OpposedNorms.of(
                study,
                kind,
                OpposedNorms.pulling(study.own(study.text())),
                OpposedNorms.pulling(study.own(study.other())),
                (one, other) -> one == first && other == Modality.FORBID,
                true,
                "say which text prevails, with the words relied on (`overrides`), or waive it"
                        + " with a reason");
    }
}

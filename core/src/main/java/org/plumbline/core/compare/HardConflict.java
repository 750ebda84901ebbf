package org.plumbline.core.compare;

import java.util.List;
import java.util.stream.Stream;
import org.plumbline.core.decide.Stated;
import org.plumbline.core.norm.Modality;

/// One text requires what another forbids, of somebody whom both bind on the same day. What a text
/// takes over from a third counts as its own, unless it is told of the third text already.
final class HardConflict implements Query {

    @Override
    public Kind kind() {
        return Kind.HARD_CONFLICT;
    }

    @Override
    public Stream<Insight> of(Study study) {
        return between(
                study,
                kind(),
                Modality.REQUIRE,
                study.stated(study.text()),
                study.stated(study.other()));
    }

    /// What the first text does and the second forbids.
    static Stream<Insight> between(
            Study study, Kind kind, Modality first, List<Stated> some, List<Stated> others) {
        return OpposedNorms.of(
                study,
                kind,
                OpposedNorms.pulling(some),
                OpposedNorms.pulling(others),
                (one, other) -> one == first && other == Modality.FORBID,
                true,
                "say which text prevails, with the words relied on (`overrides`), or waive it"
                        + " with a reason");
    }
}

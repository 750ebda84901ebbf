package org.plumbline.core.compare;

import java.util.stream.Stream;
import org.plumbline.core.norm.Modality;

/// One text expressly allows what another forbids, of somebody whom both bind on the same day. The
/// stricter of the two governs; a committee will want to know.
final class SoftConflict implements Query {

    @Override
    public Kind kind() {
        return Kind.SOFT_CONFLICT;
    }

    @Override
    public Stream<Insight> of(Study study) {
        return HardConflict.between(
                study, kind(), Modality.ALLOW, study.own(study.text()), study.own(study.other()));
    }
}

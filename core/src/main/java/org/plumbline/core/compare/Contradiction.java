package org.plumbline.core.compare;

import java.util.stream.Stream;
import org.plumbline.core.norm.Modality;

/// One text forbids and requires the same act of the same person in the same case, and does not say
/// which prevails.
final class Contradiction implements Query {

    @Override
    public Kind kind() {
        return Kind.CONTRADICTION;
    }

    @Override
    public Stream<Insight> of(Study study) {
        var pulling = OpposedNorms.pulling(study.stated(study.text()));
        return OpposedNorms.of(
                study,
                kind(),
                pulling,
                pulling,
                (one, other) -> one == Modality.REQUIRE && other == Modality.FORBID,
                false,
                "narrow one of the two, or say which prevails (`overrides`, `set-aside`)");
    }
}

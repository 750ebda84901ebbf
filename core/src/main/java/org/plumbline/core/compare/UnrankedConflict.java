package org.plumbline.core.compare;

import java.util.stream.Stream;
import org.plumbline.core.norm.Modality;

/// Two norms of one text pull apart in some case, short of a contradiction, and the text does not
/// say which prevails.
final class UnrankedConflict implements Query {

    @Override
    public Kind kind() {
        return Kind.UNRANKED_CONFLICT;
    }

    @Override
    public Stream<Insight> of(Study study) {
        var pulling = OpposedNorms.pulling(study.stated(study.text()));
        return OpposedNorms.of(
                study,
                kind(),
                pulling,
                pulling,
                (one, other) ->
                        !one.against()
                                && one.opposes(other)
                                && !(one == Modality.REQUIRE && other == Modality.FORBID),
                false,
                "say which prevails, with the words relied on, or narrow one of the two");
    }
}

package org.plumbline.core.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.plumbline.core.decide.Stated;

/// A case within what a text speaks of (such an act, toward such a person, by such means) in which
/// it says nothing, whatever a professional judges. One case for each kind of act.
final class Gap implements Query {

    @Override
    public Kind kind() {
        return Kind.GAP;
    }

    @Override
    public Stream<Insight> of(Study study) {
        List<Stated> norms = study.directives(study.text(), d -> !d.acts().residual());
        List<Insight> all = new ArrayList<>();
        for (List<String> group : study.acts()) {
            study.part(kind(), group, () -> look(study, norms, group)).forEach(all::add);
        }
        return all.stream();
    }

    private Stream<Insight> look(Study study, List<Stated> norms, List<String> group) {
        List<Stated> here = norms.stream().filter(n -> study.matters(n, group)).toList();
        if (here.isEmpty()) {
            return Stream.empty();
        }
        var claim = new Claims.Unanswered(study.text(), here);
        var outcome = study.first(List.of(group), cases -> cases.findWhateverIsJudged(claim));
        if (!outcome.none()) {
            return Told.of(
                    study,
                    kind(),
                    outcome,
                    List.of(here.getFirst()),
                    "%s speaks of this act toward this person and leaves a case"
                                    .formatted(Words.name(study.library(), study.text()))
                            + " unanswered, whatever is judged",
                    "Nothing is said for or against it, and no duty attaches.",
                    "see whether the text means to be silent here");
        }
        return Stream.empty();
    }
}

package org.plumbline.core.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.decide.Search;

/// A case whose answer turns on a professional's judgement and on nothing else. One for each kind of
/// act; this is where a text delegates.
final class JudgementOnly implements Query {

    private static final List<Headline> AGAINST =
            List.of(Headline.PROHIBITED, Headline.ADVISED_AGAINST);
    private static final List<Headline> OTHERWISE =
            List.of(
                    Headline.NOT_ADDRESSED,
                    Headline.OPEN_WITH_DUTIES,
                    Headline.PERMITTED_WITH_DUTIES,
                    Headline.PERMITTED,
                    Headline.ADVISED_AGAINST);

    @Override
    public Kind kind() {
        return Kind.JUDGEMENT_ONLY;
    }

    @Override
    public Stream<Insight> of(Study study) {
        List<Insight> all = new ArrayList<>();
        for (List<String> group : study.acts()) {
            study.part(kind(), group, () -> look(study, group).stream()).forEach(all::add);
        }
        return all.stream();
    }

    private Optional<Insight> look(Study study, List<String> group) {
        for (Headline here : AGAINST) {
            for (Headline there : OTHERWISE) {
                if (here == there) {
                    continue;
                }
                var one = new Claims.Has(study.text(), here);
                var other = new Claims.Has(study.text(), there);
                var outcome = study.first(List.of(group), cases -> cases.findTurn(one, other));
                if (outcome.search() instanceof Search.Turn(var _, var turned)) {
                    var norms =
                            study.directives(
                                    study.text(),
                                    d -> d.acts().leaves().contains(group.getFirst()));
                    return Told.of(
                                    study,
                                    kind(),
                                    outcome,
                                    norms.isEmpty() ? List.of() : List.of(norms.getFirst()),
                                    "%s leaves this to judgement alone"
                                            .formatted(Words.name(study.library(), study.text())),
                                    "The text %s. Judged otherwise (%s), it %s."
                                            .formatted(
                                                    Words.does(here),
                                                    Turned.of(study.library(), turned),
                                                    Words.does(there)),
                                    "nothing to mend; the judgement should be recorded")
                            .findFirst();
                }
            }
        }
        return Optional.empty();
    }
}

package org.plumbline.core.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.plumbline.core.compare.Claims.Pull;
import org.plumbline.core.decide.Stated;
import org.plumbline.core.explain.ConditionSentence;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.vocabulary.Fact;

/// A duty that nobody can come to owe, though the norm that names it can apply.
final class UnreachableDuty implements Query {

    @Override
    public Kind kind() {
        return Kind.UNREACHABLE_DUTY;
    }

    @Override
    public Stream<Insight> of(Study study) {
        List<Insight> all = new ArrayList<>();
        for (Stated norm : study.own(study.text())) {
            if (norm.norm() instanceof Norm.Directive directive) {
                List<Fact.YesNo> own = both(directive.duties(), directive.advisedDuties());
                List<Fact.YesNo> asked =
                        directive
                                .butMay()
                                .map(but -> both(but.duties(), but.advisedDuties()))
                                .orElse(List.of());
                if (!(own.isEmpty() && asked.isEmpty())) {
                    study.part(
                                    kind(),
                                    norm,
                                    () ->
                                            VacuousNorm.isPossible(study, norm)
                                                    ? Stream.concat(
                                                            look(study, norm, Pull.STANDS, own),
                                                            look(study, norm, Pull.PERMITS, asked))
                                                    : Stream.empty())
                            .forEach(all::add);
                }
            }
        }
        return all.stream();
    }

    private static List<Fact.YesNo> both(List<Fact.YesNo> must, List<Fact.YesNo> should) {
        List<Fact.YesNo> all = new ArrayList<>(must);
        all.addAll(should);
        return all;
    }

    private Stream<Insight> look(Study study, Stated norm, Pull how, List<Fact.YesNo> duties) {
        if (duties.isEmpty()) {
            return Stream.empty();
        }
        var outcome =
                study.first(
                        study.acts(norm),
                        cases -> VacuousNorm.quick(cases.possible(new Claims.Owed(norm, how))));
        if (outcome.found()) {
            return Stream.empty();
        }
        var sentences = new ConditionSentence(study.library().vocabulary());
        return Told.of(
                study,
                kind(),
                outcome,
                List.of(norm),
                "nobody can come to owe what %s asks (%s)"
                        .formatted(
                                Words.norm(study.library(), norm),
                                Words.and(duties.stream().map(sentences::duty).toList())),
                "",
                how == Pull.PERMITS
                        ? "correct the exception that brings the duty"
                        : "see which norm takes this one away in every case");
    }
}

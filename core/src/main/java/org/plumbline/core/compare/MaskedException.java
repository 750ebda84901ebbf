package org.plumbline.core.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.decide.Claim;
import org.plumbline.core.decide.Stated;
import org.plumbline.core.explain.ConditionSentence;
import org.plumbline.core.norm.Norm;

/// An exception that is never made out where its rule would apply, or that never helps because
/// another norm says the same without it.
final class MaskedException implements Query {

    @Override
    public Kind kind() {
        return Kind.MASKED_EXCEPTION;
    }

    @Override
    public Stream<Insight> of(Study study) {
        return study.own(study.text()).stream()
                .filter(n -> n.norm() instanceof Norm.Directive)
                .flatMap(n ->
                        study.part(kind(), n, () -> look(study, n, (Norm.Directive) n.norm())));
    }

    private Stream<Insight> look(Study study, Stated norm, Norm.Directive directive) {
        List<Condition> exceptions = new ArrayList<>(parts(directive.unless()));
        directive.butMay().ifPresent(but -> exceptions.addAll(parts(but.when())));
        if (exceptions.isEmpty() || !VacuousNorm.isPossible(study, norm)) {
            return Stream.empty();
        }
        var sentences = new ConditionSentence(study.library().vocabulary());
        String name = Words.norm(study.library(), norm);
        List<Insight> all = new ArrayList<>();
        for (Condition one : exceptions) {
            List<Condition> others = exceptions.stream().filter(c -> !c.equals(one)).toList();
            all.addAll(
                    look(
                                    study,
                                    norm,
                                    new Claims.ExceptedByThisAlone(norm, one, others),
                                    "the exception of %s “%s” makes no difference: %s"
                                            .formatted(
                                                    name,
                                                    sentences.of(one),
                                                    others.isEmpty()
                                                            ? "the rule never applies where it"
                                                                    + " holds"
                                                            : "where it holds, the rule does not"
                                                                    + " apply or another exception"
                                                                    + " of it holds too"))
                            .toList());
        }
        if (all.isEmpty()) {
            return look(
                    study,
                    norm,
                    new Claims.ExceptionHelps(norm, directive.modality()),
                    "the exception of %s never helps: where it holds, another norm says the same"
                            .formatted(name));
        }
        return all.stream();
    }

    private Stream<Insight> look(Study study, Stated norm, Claim claim, String says) {
        var outcome =
                study.first(study.acts(norm), cases -> VacuousNorm.quick(cases.possible(claim)));
        return outcome.found()
                ? Stream.empty()
                : Told.of(
                        study,
                        kind(),
                        outcome,
                        List.of(norm),
                        says,
                        "",
                        "correct the exception, or take it away");
    }

    /// The exceptions one by one, where any of several will do.
    private static List<Condition> parts(Condition condition) {
        return condition instanceof Condition.Any(var parts)
                ? parts.stream().flatMap(p -> parts(p).stream()).toList()
                : List.of(condition);
    }
}

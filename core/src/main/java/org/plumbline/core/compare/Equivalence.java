package org.plumbline.core.compare;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.plumbline.core.decide.Account;
import org.plumbline.core.decide.Cases;
import org.plumbline.core.decide.Claim;
import org.plumbline.core.decide.Search;
import org.plumbline.core.decide.Stated;
import org.plumbline.core.decide.Survey;
import org.plumbline.core.decide.Witness;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.NormName;

/// Whether a text with one norm changed says the same as before in every case: the strongest of each
/// kind, every duty and every factor. Which provision is cited may still differ. A point that the text
/// leaves open is read in one way on both sides.
///
/// What borrows the text is not looked at. Not for several threads.
public final class Equivalence {

    private final Survey survey;
    private final Limit limit;

    public Equivalence(Survey survey, Limit limit) {
        this.survey = survey;
        this.limit = limit;
    }

    /// What came of it.
    public enum Outcome {
        /// No case at all tells the two apart: the diagram of all such cases is empty.
        SAME,
        /// Some case does.
        DIFFERENT,
        /// It was not found out.
        NOT_DETERMINED
    }

    /// Compares a text with itself, one norm changed.
    ///
    /// @param norm the name of the norm, which both have
    public Outcome of(Edition text, Edition changed, NormName norm) {
        var outcome =
                look(
                        text,
                        changed,
                        norm,
                        (cases, claim) -> VacuousNorm.quick(cases.possible(claim)));
        return outcome.found()
                ? Outcome.DIFFERENT
                : outcome.none() ? Outcome.SAME : Outcome.NOT_DETERMINED;
    }

    /// A case that tells a text from itself with one norm changed, as small as it can be and real; absent
    /// where none does, or none was found.
    public Optional<Witness> telling(Edition text, Edition changed, NormName norm) {
        return look(text, changed, norm, Cases::find).search() instanceof Search.Case(var witness)
                ? Optional.of(witness)
                : Optional.empty();
    }

    private Study.Outcome look(
            Edition text, Edition changed, NormName norm, BiFunction<Cases, Claim, Search> search) {
        // Under a name of its own, so that the two can be asked side by side.
        Edition other = changed.named(changed.id() + "~");
        var study = new Study(survey, List.of(text, other), limit);
        Set<List<String>> acts = new LinkedHashSet<>();
        for (Edition edition : List.of(text, other)) {
            for (Stated stated : survey.stated(edition)) {
                if (stated.name().equals(norm)) {
                    acts.addAll(study.acts(stated));
                }
            }
        }
        return study.first(List.copyOf(acts), cases -> search.apply(cases, new Apart(text, other)));
    }

    /// The text binds, and the other says something else, read alike.
    private record Apart(Edition text, Edition other) implements Claim {
        @Override
        public <P> P in(Account<P> account) {
            return account.and(
                    account.binds(text),
                    Claims.differ(account, account.said(text), account.said(other)));
        }
    }
}

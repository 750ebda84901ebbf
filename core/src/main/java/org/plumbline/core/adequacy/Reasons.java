package org.plumbline.core.adequacy;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.plumbline.core.compare.Equivalence;
import org.plumbline.core.compare.Equivalence.Outcome;
import org.plumbline.core.compare.Limit;
import org.plumbline.core.decide.Survey;
import org.plumbline.core.norm.Library;

/// Finds out why no case shows something: whether none can, looked at over all facts at once, or whether
/// one is wanting.
///
/// What it hands out knows mutants and goals by themselves, not by what they hold.
@SuppressWarnings("IdentityHashMapUsage") // a mutant is itself; comparing editions would be slow
public final class Reasons {

    private final Library library;

    public Reasons(Library library) {
        this.library = library;
    }

    /// Why each mutant was not caught.
    public Map<Mutant, Reason> ofMutants(List<Mutant> survivors) {
        return each(survivors, this::of);
    }

    /// Why each goal was not reached. A goal that none of its mutants could show, whatever the case, is
    /// one that no case can reach; where only some scenarios fit, the mutants go wrong in those alone.
    public Map<Goal, Reason> ofGoals(List<Goal> missing) {
        return each(missing, goal -> worst(goal.narrowed().stream().map(this::of).toList()));
    }

    private static <T> Map<T, Reason> each(List<T> all, Function<T, Reason> reason) {
        List<Reason> found = all.parallelStream().map(reason).toList();
        Map<T, Reason> reasons = new IdentityHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            reasons.put(all.get(i), found.get(i));
        }
        return reasons;
    }

    private static Reason worst(List<Reason> reasons) {
        return reasons.contains(Reason.GAP)
                ? Reason.GAP
                : reasons.contains(Reason.NOT_DETERMINED)
                        ? Reason.NOT_DETERMINED
                        : Reason.NO_CASE_CAN;
    }

    private Reason of(Mutant mutant) {
        Outcome outcome =
                new Equivalence(new Survey(library), Limit.AMPLE)
                        .of(
                                library.edition(mutant.edition().id()).orElseThrow(),
                                mutant.edition(),
                                mutant.norm());
        return switch (outcome) {
            case SAME -> Reason.NO_CASE_CAN;
            case DIFFERENT -> Reason.GAP;
            case NOT_DETERMINED -> Reason.NOT_DETERMINED;
        };
    }
}

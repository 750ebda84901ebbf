package org.plumbline.core.adequacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Window;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

/// What the cases should show of the conditions of a norm.
///
/// Each single condition should decide both ways (modified condition/decision coverage): in one case
/// where it is so the answer would change if it were never so, and in one where it is not so the
/// answer would change if it always were. Each threshold should be met on both sides and exactly:
/// the day before an anniversary, the anniversary, the day after; a sum one less, the same, one more.
public final class ConditionGoals {

    private final Edition edition;
    private final Norm norm;
    private final List<Goal> goals = new ArrayList<>();

    private ConditionGoals(Edition edition, Norm norm) {
        this.edition = edition;
        this.norm = norm;
    }

    /// Every goal of every norm that an edition states itself, in the order of the file.
    public static List<Goal> of(Edition edition) {
        List<Goal> all = new ArrayList<>();
        for (Norm norm : edition.norms()) {
            var goals = new ConditionGoals(edition, norm);
            goals.collect();
            all.addAll(goals.goals);
        }
        return all;
    }

    private void collect() {
        if (!(norm.window() instanceof Window.Always)) {
            goals(
                    new Condition.During(norm.window()),
                    so ->
                            so.equals(Condition.NEVER)
                                    ? NormParts.when(norm, Condition.NEVER)
                                    : NormParts.when(
                                            NormParts.window(norm, Window.ALWAYS),
                                            so.equals(Condition.ALWAYS)
                                                    ? norm.when()
                                                    : new Condition.All(List.of(norm.when(), so))));
        }
        each(norm.when(), other -> NormParts.when(norm, other));
        each(norm.unless(), other -> NormParts.unless(norm, other));
        if (norm instanceof Norm.Directive d) {
            d.butMay()
                    .ifPresent(may ->
                            each(
                                    may.when(),
                                    other ->
                                            new NormParts.Draft(d)
                                                    .butMay(
                                                            Optional.of(
                                                                    new Norm.ButMay(
                                                                            other,
                                                                            may.duties(),
                                                                            may.advisedDuties())))
                                                    .norm()));
        }
    }

    private void each(Condition condition, Function<Condition, Norm> with) {
        List<Condition> atoms = Atoms.of(condition);
        IntStream.range(0, atoms.size())
                .forEach(i -> goals(atoms.get(i), so -> with.apply(Atoms.with(condition, i, so))));
    }

    /// @param stuck the norm with another condition in the place of this one
    private void goals(Condition atom, Function<Condition, Norm> stuck) {
        String words = ShortWords.of(atom);
        Mutant always = mutant(words + " → always so", stuck.apply(Condition.ALWAYS));
        Mutant never = mutant(words + " → never so", stuck.apply(Condition.NEVER));
        goals.add(
                Goal.anywhere(norm.name(), "so", "`" + words + "` decides where it is so", never));
        goals.add(
                Goal.anywhere(
                        norm.name(),
                        "not-so",
                        "`" + words + "` decides where it is not so",
                        always));
        var timed = new Stuck(atom, words, always, never, stuck);
        switch (atom) {
            case Condition.During(Window.Within within) -> days(timed, within);
            case Condition.During(Window.Beyond(var bar)) -> days(timed, bar);
            case Condition.AmountIs amount -> sums(timed, amount);
            default -> {}
        }
    }

    /// A single condition, and the norm with it made always and never so.
    private record Stuck(
            Condition atom,
            String words,
            Mutant always,
            Mutant never,
            Function<Condition, Norm> in) {}

    private void days(Stuck stuck, Window.Within within) {
        String[] kinds = {"day-before", "anniversary", "day-after"};
        String[] says = {"the day before the end", "the anniversary itself", "the day after"};
        for (int i = 0; i < 3; i++) {
            var day = new Anniversary(within, i - 1);
            goals.add(
                    new Goal(
                            norm.name(),
                            kinds[i],
                            "`%s` on %s".formatted(stuck.words(), says[i]),
                            List.of(stuck.always(), stuck.never()),
                            day::on,
                            narrowed(stuck, day.about()),
                            Optional.of(day)));
        }
    }

    /// The norm with a condition always so, and never so, where something else is so too.
    private List<Mutant> narrowed(Stuck stuck, Condition where) {
        Condition atom = stuck.atom();
        Condition so = new Condition.Any(List.of(atom, where));
        Condition not = new Condition.All(List.of(atom, new Condition.Not(where)));
        return List.of(
                mutant("always so there", stuck.in().apply(so)),
                mutant("never so there", stuck.in().apply(not)));
    }

    private void sums(Stuck stuck, Condition.AmountIs amount) {
        String[] kinds = {"sum-under", "sum-at", "sum-over"};
        String[] says = {"just under", "exactly", "just over"};
        for (int i = 0; i < 3; i++) {
            int wanted = i - 1;
            List<Mutant> mutants = List.of(stuck.always(), stuck.never());
            goals.add(
                    new Goal(
                            norm.name(),
                            kinds[i],
                            "`%s` %s the number".formatted(stuck.words(), says[i]),
                            mutants,
                            s -> near(amount, s, wanted),
                            mutants,
                            Optional.empty()));
        }
    }

    /// Whether the sum is the threshold, or off it by no more than one, on the side wanted.
    private static boolean near(Condition.AmountIs amount, Scenario scenario, int side) {
        if (!(scenario.known(0, amount.fact().id()) instanceof Known.Sums(var sums))
                || sums.size() != 1
                || !sums.getFirst().unit().equals(amount.unit())) {
            return false;
        }
        long off = sums.getFirst().number().millionths() - amount.number().millionths();
        return Long.signum(off) == side && Math.abs(off) <= 1_000_000;
    }

    private Mutant mutant(String change, Norm mutated) {
        return new Mutant(
                norm.name(),
                Operator.CONDITION_NEGATED,
                change,
                mutated,
                NormSwap.in(edition, mutated));
    }
}

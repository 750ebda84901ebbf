package org.plumbline.core.adequacy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Rounding;
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
                            so.equals(Condition.ALWAYS)
                                    ? NormParts.window(norm, Window.ALWAYS)
                                    : NormParts.when(norm, Condition.NEVER));
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

    private void goals(Condition atom, Function<Condition, Norm> stuck) {
        String words = ShortWords.of(atom);
        Mutant always = mutant(words + " → always so", stuck.apply(Condition.ALWAYS));
        Mutant never = mutant(words + " → never so", stuck.apply(Condition.NEVER));
        goals.add(goal("so", "`" + words + "` decides where it is so", _ -> true, never));
        goals.add(goal("not-so", "`" + words + "` decides where it is not so", _ -> true, always));
        switch (atom) {
            case Condition.During(Window.Within within) -> days(words, within, always, never);
            case Condition.During(Window.Beyond(var bar)) -> days(words, bar, always, never);
            case Condition.AmountIs amount -> sums(words, amount, always, never);
            default -> {}
        }
    }

    private void days(String words, Window.Within within, Mutant always, Mutant never) {
        String[] kinds = {"day-before", "anniversary", "day-after"};
        String[] says = {"the day before the end", "the anniversary itself", "the day after"};
        for (int i = 0; i < 3; i++) {
            long wanted = i - 1L;
            goals.add(
                    goal(
                            kinds[i],
                            "`%s` on %s".formatted(words, says[i]),
                            s -> offset(within, s).equals(OptionalLong.of(wanted)),
                            always,
                            never));
        }
    }

    /// How many days the act lies after the anniversary that ends the window, where all is known.
    static OptionalLong offset(Window.Within within, Scenario scenario) {
        if (!scenario.asOf().first().equals(scenario.asOf().last())) {
            return OptionalLong.empty();
        }
        LocalDate began = null;
        for (var event : within.anchor().events()) {
            if (!(scenario.known(0, event.id()) instanceof Known.Days days) || !days.isExact()) {
                return OptionalLong.empty();
            }
            LocalDate day = days.ranges().getFirst().first();
            if (began == null
                    || (within.anchor().start() == Window.Start.LATER_OF && day.isAfter(began))
                    || (within.anchor().start() == Window.Start.EARLIER_OF
                            && day.isBefore(began))) {
                began = day;
            }
        }
        return began == null
                ? OptionalLong.empty()
                : OptionalLong.of(
                        ChronoUnit.DAYS.between(
                                within.length().from(began, Rounding.DOWN), scenario.day()));
    }

    private void sums(String words, Condition.AmountIs amount, Mutant always, Mutant never) {
        String[] kinds = {"sum-under", "sum-at", "sum-over"};
        String[] says = {"just under", "exactly", "just over"};
        for (int i = 0; i < 3; i++) {
            int wanted = i - 1;
            goals.add(
                    goal(
                            kinds[i],
                            "`%s` %s the number".formatted(words, says[i]),
                            s -> near(amount, s, wanted),
                            always,
                            never));
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

    private Goal goal(String kind, String says, Predicate<Scenario> fits, Mutant... mutants) {
        return new Goal(norm.name(), kind, says, List.of(mutants), fits);
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

package org.plumbline.core.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plumbline.core.Codes;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.decide.Outlook;
import org.plumbline.core.load.VignetteFile.Vignette;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

/// How many questions an interview takes on the seed cases, against a fixed order and the optimum.
///
/// `script/interview-figures` prints the table.
class InterviewFiguresTest {

    /// The most open facts for which the optimum is worked out, and the most states it may have.
    private static final int MOST_OPEN = 12;

    private static final boolean SLOW = Boolean.getBoolean("plumbline.slow");

    private static final long MOST_STATES = SLOW ? 300_000 : 30_000;

    /// Outside the slow checks one seed case of so many is looked at.
    private static final int EVERY = SLOW ? 1 : 6;

    /// A case with more open facts than this, such as one in which every text may bind, has more
    /// ways to be asked through than can be added up.
    private static final int MOST_TO_ADD_UP = 20;

    private static final Decider DECIDER = new Decider(Codes.library());

    /// What one case takes: by the plan, in the fixed order, and in the fixed order of what matters.
    private record Measured(
            String id,
            Outlook outlook,
            Plan.Expected plan,
            Plan.Expected fixed,
            Plan.Expected mattering) {}

    /// @param ordinary whether what a case takes as ordinary stays so; otherwise it is open as well
    private static List<Measured> measured(boolean ordinary) {
        List<Measured> all = new ArrayList<>();
        List<Vignette> seeds =
                Codes.caseFiles().stream()
                        .filter(f -> f.getFileName().toString().equals("seed-cases.yaml"))
                        .flatMap(f -> Codes.cases(f).stream())
                        .toList();
        for (int at = 0; at < seeds.size(); at += EVERY) {
            measured(seeds.get(at), ordinary).ifPresent(all::add);
        }
        return all;
    }

    private static Optional<Measured> measured(Vignette vignette, boolean ordinary) {
        Scenario scenario = ordinary ? vignette.scenario() : bare(vignette.scenario());
        Decision decision = DECIDER.decide(scenario);
        Outlook outlook =
                DECIDER.outlook(
                        scenario,
                        decision.answers().stream().map(Decision.Answer::edition).toList(),
                        false);
        if (FullSearch.questions(outlook) > MOST_TO_ADD_UP) {
            return Optional.empty();
        }
        var plan = new Plan(Codes.library().vocabulary(), outlook, Set.of());
        return Optional.of(
                new Measured(
                        vignette.id(),
                        outlook,
                        plan.expected(),
                        plan.expectedInFixedOrder(),
                        plan.expectedInOrderOfWorth()));
    }

    private static Scenario bare(Scenario scenario) {
        Map<String, Known> shared = new HashMap<>(scenario.shared());
        shared.keySet().removeAll(scenario.assumed());
        return new Scenario(
                scenario.asOf(), shared, scenario.links(), Set.of(), scenario.cannotSay());
    }

    @Test
    void at_most_three_questions_for_five_of_a_fixed_order() {
        atMostThreeQuestionsForFiveOfAFixedOrder(true);
    }

    @Test
    @Tag("slow")
    void at_most_three_questions_for_five_of_a_fixed_order_with_nothing_taken_as_ordinary() {
        atMostThreeQuestionsForFiveOfAFixedOrder(false);
    }

    private static void atMostThreeQuestionsForFiveOfAFixedOrder(boolean ordinary) {
        List<Measured> all = measured(ordinary);
        double plan = all.stream().mapToDouble(m -> m.plan().questions()).sum();
        double fixed = all.stream().mapToDouble(m -> m.fixed().questions()).sum();
        double mattering = all.stream().mapToDouble(m -> m.mattering().questions()).sum();
        say(
                String.format(
                        Locale.ROOT,
                        "%s: %d cases, %d with something to ask; questions expected over all: %.1f"
                                + " by the plan; %.1f in the vocabulary's order (the plan asks %.0f"
                                + " %%); %.1f in that order if only what matters is asked (%.0f %%)",
                        ordinary ? "as the cases stand" : "nothing taken as ordinary",
                        all.size(),
                        all.stream().filter(m -> m.plan().questions() > 0).count(),
                        plan,
                        fixed,
                        100 * plan / fixed,
                        mattering,
                        100 * plan / mattering));
        assertThat(plan).isPositive().isLessThanOrEqualTo(0.6 * fixed);
    }

    @Test
    void within_a_twentieth_of_the_optimum() {
        withinATwentiethOfTheOptimum(true);
    }

    @Test
    @Tag("slow")
    void within_a_twentieth_of_the_optimum_with_nothing_taken_as_ordinary() {
        withinATwentiethOfTheOptimum(false);
    }

    private static void withinATwentiethOfTheOptimum(boolean ordinary) {
        double plan = 0;
        double optimum = 0;
        double worst = 1;
        String which = "none";
        int cases = 0;
        int leftOut = 0;
        for (Measured m : measured(ordinary)) {
            if (m.plan().cost() == 0) {
                continue;
            }
            if (FullSearch.questions(m.outlook()) > MOST_OPEN
                    || FullSearch.states(m.outlook()) > MOST_STATES) {
                leftOut++;
                continue;
            }
            double least = new FullSearch(Codes.library().vocabulary(), m.outlook()).least();
            assertThat(m.plan().cost()).as(m.id()).isGreaterThanOrEqualTo(least - 1e-6);
            plan += m.plan().cost();
            optimum += least;
            cases++;
            if (m.plan().cost() / least > worst + 1e-6) {
                worst = m.plan().cost() / least;
                which = m.id();
            }
        }
        say(
                String.format(
                        Locale.ROOT,
                        "%s: %d cases with up to %d open facts that a text asks after; the plan"
                                + " costs %.2f, the optimum %.2f (%.2f %% more); the worst is %s, %.1f"
                                + " %% more; %d left out as too large",
                        ordinary ? "as the cases stand" : "nothing taken as ordinary",
                        cases,
                        MOST_OPEN,
                        plan,
                        optimum,
                        100 * (plan / optimum - 1),
                        which,
                        100 * (worst - 1),
                        leftOut));
        assertThat(cases).isGreaterThan(SLOW ? 20 : 3);
        assertThat(plan).isLessThanOrEqualTo(1.05 * optimum);
    }

    private static void say(String line) {
        System.out.println("figures: " + line);
    }
}

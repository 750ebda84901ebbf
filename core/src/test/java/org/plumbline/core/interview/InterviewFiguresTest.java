package org.plumbline.core.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plumbline.core.Codes;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.decide.Outlook;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.load.VignetteFile.Vignette;

/// How many questions an interview takes on the seed cases, against a fixed order and the optimum.
///
/// Printed as a table by `script/interview-figures`.
class InterviewFiguresTest {

    /// Below this many states the optimum is worked out by trying everything.
    private static final long MOST_STATES = 3_000_000;

    private static final Decider DECIDER = new Decider(Codes.library());

    private record Measured(
            Vignette vignette,
            Outlook outlook,
            int open,
            Plan.Expected plan,
            Plan.Expected fixed,
            Plan.Expected worth) {}

    private static List<Measured> measured(boolean assuming) {
        List<Measured> all = new ArrayList<>();
        Codes.caseFiles().stream()
                .filter(f -> f.getFileName().toString().equals("seed-cases.yaml"))
                .flatMap(f -> Codes.cases(f).stream())
                .forEach(vignette -> {
                    Scenario scenario = assuming ? vignette.scenario() : bare(vignette.scenario());
                    Decision decision = DECIDER.decide(scenario);
                    Outlook outlook =
                            DECIDER.outlook(
                                    scenario,
                                    decision.answers().stream().map(a -> a.edition()).toList(),
                                    false);
                    var plan = new Plan(Codes.library().vocabulary(), outlook, Set.of());
                    all.add(
                            new Measured(
                                    vignette,
                                    outlook,
                                    plan.open().size(),
                                    plan.expected(),
                                    plan.expectedInFixedOrder(),
                                    plan.expectedInOrderOfWorth()));
                });
        return all;
    }

    private static Scenario bare(Scenario s) {
        java.util.Map<String, org.plumbline.core.scenario.Known> shared = new java.util.HashMap<>(s.shared());
        shared.keySet().removeAll(s.assumed());
        return new Scenario(s.asOf(), shared, s.links(), Set.of(), s.cannotSay());
    }

    @Test
    void bare() {
        long t = System.nanoTime();
        List<Measured> all = measured(false);
        say("ms %d", (System.nanoTime() - t) / 1000000);
        double plan = all.stream().mapToDouble(m -> m.plan().questions()).sum();
        double fixed = all.stream().mapToDouble(m -> m.fixed().questions()).sum();
        double worth = all.stream().mapToDouble(m -> m.worth().questions()).sum();
        say("bare questions expected: plan %.1f, vocabulary's order %.1f (%.0f %%), vocabulary's order of what is worth asking %.1f (%.0f %%)", plan, fixed, 100 * plan / fixed, worth, 100 * plan / worth);
        optimum(all);
    }

    @Test
    void at_most_three_questions_for_five_of_a_fixed_order() {
        List<Measured> all = measured(true);
        double plan = all.stream().mapToDouble(m -> m.plan().questions()).sum();
        double fixed = all.stream().mapToDouble(m -> m.fixed().questions()).sum();
        double worth = all.stream().mapToDouble(m -> m.worth().questions()).sum();
        say("%d cases, %d with something to ask", all.size(), all.stream().filter(m -> m.plan().questions() > 0).count());
        say("questions expected: plan %.1f, vocabulary's order %.1f (%.0f %%), vocabulary's order of what is worth asking %.1f (%.0f %%)", plan, fixed, 100 * plan / fixed, worth, 100 * plan / worth);
        assertThat(plan).isLessThanOrEqualTo(0.6 * fixed);
    }

    @Test
    void within_a_twentieth_of_the_optimum() {
        optimum(measured(true));
    }
    private static void optimum(List<Measured> all) {
        double plan = 0;
        double optimum = 0;
        int cases = 0;
        double worst = 1;
        for (Measured m : all) {
            if (FullSearch.questions(m.outlook()) <= 12 && m.plan().cost() > 0 && FullSearch.states(m.outlook()) <= MOST_STATES) {
                double least = new FullSearch(Codes.library().vocabulary(), m.outlook()).least();
                plan += m.plan().cost();
                optimum += least;
                worst = Math.max(worst, m.plan().cost() / least);
                if (m.plan().cost() > least * 1.001) say("  %s: %d open, plan %.3f, optimum %.3f", m.vignette().id(), m.open(), m.plan().cost(), least);
                cases++;
            } else if (m.plan().cost() > 0) say("  left out %s: open %d states %d", m.vignette().id(), FullSearch.questions(m.outlook()), FullSearch.states(m.outlook()));
        }
        say("optimum: %d cases, plan costs %.2f, optimum %.2f (%.1f %% more), worst %.3f", cases, plan, optimum, 100 * (plan / optimum - 1), worst);
        assertThat(plan).isLessThanOrEqualTo(1.05 * optimum);
    }

    private static void say(String form, Object... values) {
        System.out.println(String.format(Locale.ROOT, form, values));
    }
}

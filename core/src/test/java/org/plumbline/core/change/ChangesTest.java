package org.plumbline.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.plumbline.core.Codes;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.decide.Decision.Lifts;
import org.plumbline.core.decide.Decision.Together;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.load.VignetteFile.Vignette;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Changeable;

/// What is offered as a change is one, nothing smaller would do, and nothing that would do is left out.
class ChangesTest {

    private static final Decider DECIDER = new Decider(Codes.library());
    private static final Function<Scenario, Decision> AGAIN = DECIDER::decide;

    private static List<Vignette> seedCases() {
        return Codes.caseFiles().stream()
                .filter(f -> f.getFileName().toString().equals("seed-cases.yaml"))
                .flatMap(f -> Codes.cases(f).stream())
                .toList();
    }

    private static List<Headline> headlines(Decision decision) {
        return decision.together().map(Together::headlines).orElse(List.of());
    }

    /// A change as a set of words, a wait as `wait`.
    private static Set<String> words(Change change) {
        Set<String> words = new LinkedHashSet<>();
        for (Change.Step step : change.steps()) {
            words.add(
                    switch (step) {
                        case Change.Step.Wait _ -> "wait";
                        case Change.Step.Act(var what) -> what.fact() + "=" + what.to();
                    });
        }
        return words;
    }

    @Test
    void survey() {
        long took = 0; int n = 0;
        java.util.Map<String,Integer> kinds = new java.util.TreeMap<>();
        for (int round = 0; round < 3; round++) { took = 0; n = 0; kinds.clear(); long worst = 0;
        for (Vignette v : Codes.cases()) {
            long t0 = System.nanoTime(); Decision d = DECIDER.decide(v.scenario()); t0 = System.nanoTime() - t0; int[] calls = {0};
            long t = System.nanoTime();
            Changes c = Changes.of(DECIDER, d, x -> { calls[0]++; return DECIDER.decide(x); });
            long x = System.nanoTime() - t; took += x; worst = Math.max(worst, x); n++;
            for (Change one : c.changes()) kinds.merge(words(one).toString(), 1, Integer::sum);
            if (round == 2 && (x > 3_000_000 || c.changes().size() > 3)) System.out.println(v.id() + " " + x / 1000 + " us, decide " + t0 / 1000 + " calls " + calls[0] + " " + c.changes().stream().map(ChangesTest::words).toList());
        } System.out.println("mean us " + took / n / 1000 + " worst " + worst / 1000); }
        System.out.println(kinds);
    }
}

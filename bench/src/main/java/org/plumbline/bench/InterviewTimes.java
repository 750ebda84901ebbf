package org.plumbline.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.core.change.Changes;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.interview.Interview;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.VignetteFile;
import org.plumbline.core.load.VignetteFile.Vignette;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

/// How long the next question of an interview takes, case by case: over the cases that people wrote,
/// nothing taken as ordinary, under the texts that bind; warm.
///
/// JMH says what a question costs in the mean of a case or two; here it is the dearest case that counts.
/// Times are processor time of the asking thread, the median of the last rounds of each case.
public final class InterviewTimes {

    private static final int WARM = 30;
    private static final int ROUNDS = 15;

    private InterviewTimes() {}

    private record Timed(String id, double planned, double decided, double changed) {}

    private record Case(String id, Scenario scenario, Decision decision) {}

    private interface Work {
        Object done();
    }

    /// Prints mean, 95th percentile and the dearest cases.
    public static void main(String[] args) {
        Path codes = Path.of("codes");
        Library library =
                switch (LibraryReader.read(codes, "codes/")) {
                    case Loaded.Sound<LibraryFiles>(var files, _) -> files.library();
                    case Loaded.Unsound<LibraryFiles>(var findings) ->
                            throw new IllegalStateException(findings.toString());
                };
        var decider = new Decider(library);
        List<Case> open = open(decider, codes);
        List<Timed> timed = new ArrayList<>();
        for (int round = 0; round < WARM; round++) {
            for (Case one : open) {
                Interview.next(decider, one.decision());
            }
        }
        for (Case one : open) {
            timed.add(
                    new Timed(
                            one.id(),
                            median(() -> Interview.next(decider, one.decision())),
                            median(() -> decider.decide(one.scenario())),
                            median(() -> Changes.of(decider, one.decision(), decider::decide))));
        }
        System.out.printf("%d cases with something to ask; milliseconds:%n", timed.size());
        print("next question", timed.stream().mapToDouble(Timed::planned).toArray());
        print("the decision it follows", timed.stream().mapToDouble(Timed::decided).toArray());
        print("what would change it", timed.stream().mapToDouble(Timed::changed).toArray());
        timed.sort((a, b) -> Double.compare(b.planned(), a.planned()));
        timed.stream()
                .limit(3)
                .forEach(t -> System.out.printf("dearest: %s %.2f%n", t.id(), t.planned()));
    }

    /// The cases under one text or more that leave something to ask, generated ones left out.
    private static List<Case> open(Decider decider, Path codes) {
        List<Case> open = new ArrayList<>();
        for (Path file : VignetteFile.files(codes)) {
            if (file.toString().contains("generated")) {
                continue;
            }
            if (!(VignetteFile.read(decider.library(), file, file.toString())
                    instanceof Loaded.Sound<List<Vignette>>(var vignettes, _))) {
                throw new IllegalStateException(file + " does not read");
            }
            for (Vignette vignette : vignettes) {
                Scenario scenario = bare(vignette.scenario());
                Decision decision = decider.decide(scenario);
                if (Interview.next(decider, decision).isPresent()) {
                    open.add(new Case(vignette.id(), scenario, decision));
                }
            }
        }
        return open;
    }

    private static Scenario bare(Scenario scenario) {
        Map<String, Known> shared = new HashMap<>(scenario.shared());
        shared.keySet().removeAll(scenario.assumed());
        return new Scenario(
                scenario.asOf(), shared, scenario.links(), Set.of(), scenario.cannotSay());
    }

    private static double median(Work work) {
        double[] times = new double[ROUNDS];
        var threads = ManagementFactory.getThreadMXBean();
        for (int round = 0; round < ROUNDS; round++) {
            long began = threads.getCurrentThreadCpuTime();
            if (work.done() == null) {
                throw new IllegalStateException("nothing came of it");
            }
            times[round] = (threads.getCurrentThreadCpuTime() - began) / 1e6;
        }
        Arrays.sort(times);
        return times[ROUNDS / 2];
    }

    private static void print(String what, double[] times) {
        Arrays.sort(times);
        System.out.printf(
                "%s: mean %.2f, 95 %% %.2f, most %.2f%n",
                what,
                Arrays.stream(times).average().orElse(0),
                times[(int) (times.length * 0.95)],
                times[times.length - 1]);
    }
}

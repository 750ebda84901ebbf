package org.plumbline.core.adequacy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.plumbline.core.load.VignetteFile.Vignette;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;

/// How many of the goals of [ConditionGoals] the cases reach.
public final class ConditionCoverage {

    private ConditionCoverage() {}

    /// A goal, and the case that reaches it; empty where none does.
    public record Shown(Goal goal, Optional<String> by) {}

    /// All goals, in the order of the files.
    public record Report(List<Shown> shown) {
        public Report {
            shown = List.copyOf(shown);
        }

        /// How many are reached.
        public long reached() {
            return shown.stream().filter(s -> s.by().isPresent()).count();
        }

        /// What no case shows.
        public List<Goal> missing() {
            return shown.stream().filter(s -> s.by().isEmpty()).map(Shown::goal).toList();
        }

        /// Reached and all, by kind of goal.
        public SequencedMap<String, int[]> byKind() {
            SequencedMap<String, int[]> counts = new LinkedHashMap<>();
            for (Shown one : shown) {
                int[] of = counts.computeIfAbsent(one.goal().kind(), _ -> new int[2]);
                of[0] += one.by().isPresent() ? 1 : 0;
                of[1]++;
            }
            return counts;
        }
    }

    /// Looks for a case for every goal of every edition that is no draft.
    public static Report of(
            Library library, Collection<Vignette> vignettes, Predicate<Edition> editions) {
        var cases = new CasesOfEdition(library, vignettes);
        List<Edition> looked =
                library.editions().stream().filter(e -> !e.draft() && editions.test(e)).toList();
        looked.forEach(e -> cases.speakingFor(e.id()));
        return new Report(looked.parallelStream().flatMap(e -> shown(library, cases, e)).toList());
    }

    private static Stream<Shown> shown(Library library, CasesOfEdition cases, Edition edition) {
        var showing = new Showing(library, cases);
        return ConditionGoals.of(edition).stream().map(g -> new Shown(g, showing.by(g)));
    }
}

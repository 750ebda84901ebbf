package org.plumbline.core.adequacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.plumbline.core.check.Expectations;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.load.VignetteFile.Vignette;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;

/// How many mutants the cases catch.
///
/// A mutant is caught when some case that comes out under the library does not come out under the
/// mutant: precisely what a person who runs the cases would see. Only the expectations on the changed
/// edition, and on editions that borrow it, are looked at.
public final class MutationScore {

    private final Library library;
    private final CasesOfEdition cases;

    public MutationScore(Library library, Collection<Vignette> vignettes) {
        this.library = library;
        this.cases = new CasesOfEdition(library, vignettes);
    }

    /// What became of one mutant.
    ///
    /// @param by the case that caught it; empty for a survivor
    /// @param tried how many cases were run on it
    public record Fate(Mutant mutant, Optional<String> by, int tried) {

        /// Whether some case caught it.
        public boolean caught() {
            return by.isPresent();
        }
    }

    /// The fates of all mutants, in the order of the files.
    public record Report(List<Fate> fates) {
        public Report {
            fates = List.copyOf(fates);
        }

        /// How many were caught.
        public long caught() {
            return fates.stream().filter(Fate::caught).count();
        }

        /// Those that no case caught.
        public List<Fate> survivors() {
            return fates.stream().filter(f -> !f.caught()).toList();
        }

        /// Caught and all, by operator.
        public Map<Operator, int[]> byOperator() {
            Map<Operator, int[]> counts = new EnumMap<>(Operator.class);
            for (Fate fate : fates) {
                int[] of = counts.computeIfAbsent(fate.mutant().operator(), _ -> new int[2]);
                of[0] += fate.caught() ? 1 : 0;
                of[1]++;
            }
            return counts;
        }
    }

    /// Runs every mutant of every edition that is no draft.
    ///
    /// @param editions which editions to change
    /// @param sample which of the mutants to run
    public Report of(Predicate<Edition> editions, Predicate<Mutant> sample) {
        List<Mutant> mutants = new ArrayList<>();
        for (Edition edition : library.editions()) {
            if (!edition.draft() && editions.test(edition)) {
                Mutants.of(library, edition).stream().filter(sample).forEach(mutants::add);
            }
        }
        mutants.forEach(m -> cases.speakingFor(m.edition().id()));
        return new Report(mutants.parallelStream().map(this::fate).toList());
    }

    /// Tries the cases on one mutant until one catches it.
    public Fate fate(Mutant mutant) {
        var expectations = new Expectations(new Decider(library.with(mutant.edition())));
        int tried = 0;
        for (Vignette vignette : cases.likelyFirst(mutant)) {
            tried++;
            if (!expectations.findings(vignette).isEmpty()) {
                return new Fate(mutant, Optional.of(vignette.id()), tried);
            }
        }
        return new Fate(mutant, Optional.empty(), tried);
    }
}

package org.plumbline.core.adequacy;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.plumbline.core.check.Expectations;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.load.VignetteFile.Vignette;
import org.plumbline.core.norm.Library;

/// Which case shows what it should of one edition's norms. Not for several threads.
@SuppressWarnings("IdentityHashMapUsage") // a mutant is itself; comparing editions would be slow
final class Showing {

    private final Library library;
    private final CasesOfEdition cases;
    private final Map<Mutant, Expectations> under = new IdentityHashMap<>();

    Showing(Library library, CasesOfEdition cases) {
        this.library = library;
        this.cases = cases;
    }

    /// The first case that shows it.
    Optional<String> by(Goal goal) {
        for (Vignette vignette : cases.likelyFirst(goal.mutants().getFirst())) {
            if (shows(vignette, goal)) {
                return Optional.of(vignette.id());
            }
        }
        return Optional.empty();
    }

    /// Whether a case that comes out under the library shows it.
    boolean shows(Vignette vignette, Goal goal) {
        if (!goal.fits().test(vignette.scenario())) {
            return false;
        }
        for (Mutant mutant : goal.mutants()) {
            if (!expectations(mutant).findings(vignette).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private Expectations expectations(Mutant mutant) {
        return under.computeIfAbsent(
                mutant, m -> new Expectations(new Decider(library.with(m.edition()))));
    }
}

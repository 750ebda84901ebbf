package org.plumbline.core.adequacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plumbline.core.Codes;

/// The cases of the whole library notice most norms that were got wrong.
class LibraryMutantsTest {

    /// One in so many is run without being asked; which ones depends on their names alone.
    private static final int SAMPLE = 12;

    private static MutationScore.Report run(Predicate<Mutant> sample) {
        return new MutationScore(Codes.library(), Codes.cases()).of(_ -> true, sample);
    }

    private static void enough(MutationScore.Report report) {
        List<String> survivors =
                report.survivors().stream().map(f -> f.mutant().toString()).toList();
        assertThat(100.0 * report.caught() / report.fates().size())
                .as("caught of %d; not caught: %s", report.fates().size(), survivors)
                .isGreaterThanOrEqualTo(LEAST);
    }

    /// A floor: of 4,654 mutants the cases written by hand alone caught 76.1 %.
    private static final double LEAST = 70;

    @Test
    void of_a_sample_of_mutants_enough_are_caught() {
        enough(run(m -> Math.floorMod(m.toString().hashCode(), SAMPLE) == 0));
    }

    @Test
    @Tag("slow")
    void of_all_mutants_enough_are_caught() {
        enough(run(_ -> true));
    }
}

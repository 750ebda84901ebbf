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

    private static void enough(MutationScore.Report report, double least) {
        List<String> survivors =
                report.survivors().stream().map(f -> f.mutant().toString()).toList();
        assertThat(100.0 * report.caught() / report.fates().size())
                .as("caught of %d; not caught: %s", report.fates().size(), survivors)
                .isGreaterThanOrEqualTo(least);
    }

    /// What the cases must catch, in per cent; a sample may fall a little short of the whole.
    private static final double LEAST = 95;

    private static final double LEAST_OF_A_SAMPLE = 91;

    @Test
    void of_a_sample_of_mutants_enough_are_caught() {
        enough(run(m -> Math.floorMod(m.toString().hashCode(), SAMPLE) == 0), LEAST_OF_A_SAMPLE);
    }

    @Test
    @Tag("slow")
    void of_all_mutants_enough_are_caught() {
        enough(run(_ -> true), LEAST);
    }
}

package org.plumbline.core.adequacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.core.norm.Norm;

class MutationScoreTest {

    @Test
    void each_part_of_a_norm_is_got_wrong_in_turn() {
        var library = Small.library();
        assertThat(Mutants.of(library, Small.guild(library)))
                .extracting(Mutant::toString)
                .contains(
                        "guild-2020 1#current: modality, forbid → advise-against",
                        "guild-2020 1#current: modality, forbid → allow",
                        "guild-2020 1#current: party-added, with former-client too",
                        "guild-2020 1#bar: window-length, 2 years → a day longer",
                        "guild-2020 1#bar: window-length, 2 years → a month shorter",
                        "guild-2020 1#bar: window-length, 2 years → always",
                        "guild-2020 1#afterwards: window-length, beyond → within",
                        "guild-2020 1#afterwards: duty-dropped, without documented");
    }

    @Test
    void a_mutant_differs_from_its_edition_in_one_norm() {
        var library = Small.library();
        List<Norm> before = Small.guild(library).norms();
        for (Mutant mutant : Mutants.of(library, Small.guild(library))) {
            List<Norm> after = mutant.edition().norms();
            assertThat(after).hasSameSizeAs(before).contains(mutant.mutated());
            assertThat(after.stream().filter(n -> !before.contains(n)))
                    .containsExactly(mutant.mutated());
        }
    }

    @Test
    void a_case_catches_what_it_depends_on_and_nothing_else() {
        var library = Small.library();
        var report = new MutationScore(library, Small.cases(library)).of(_ -> true, _ -> true);
        assertThat(report.fates().stream().filter(MutationScore.Fate::caught))
                .allMatch(f -> f.by().orElseThrow().equals("romance-now"))
                .extracting(f -> f.mutant().toString())
                .contains(
                        "guild-2020 1#current: modality, forbid → advise-against",
                        "guild-2020 1#current: modality, forbid → allow");
        assertThat(report.survivors())
                .extracting(f -> f.mutant().toString())
                .contains(
                        "guild-2020 1#current: party-added, with former-client too",
                        "guild-2020 1#bar: window-length, 2 years → a day longer",
                        "guild-2020 1#afterwards: duty-dropped, without documented");
    }

    @Test
    void without_cases_nothing_is_caught() {
        var report = new MutationScore(Small.library(), List.of()).of(_ -> true, _ -> true);
        assertThat(report.fates()).isNotEmpty().noneMatch(MutationScore.Fate::caught);
    }
}

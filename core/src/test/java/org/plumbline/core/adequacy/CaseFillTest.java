package org.plumbline.core.adequacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.core.check.CaseRunner;
import org.plumbline.core.load.VignetteFile.Vignette;

class CaseFillTest {

    @TempDir Path folder;

    private static Map<String, String> files() {
        var library = Small.library();
        return GeneratedFiles.of(CaseFill.of(library, Small.cases(library), _ -> true));
    }

    /// The generated cases, read back from their files.
    private List<Vignette> generated() throws IOException {
        Files.createDirectories(folder.resolve(GeneratedFiles.FOLDER));
        for (var file : files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        var run = CaseRunner.run(Small.library(), folder, "codes/");
        assertThat(run.findings()).isEmpty();
        assertThat(run.differing()).isZero();
        return run.vignettes();
    }

    @Test
    void the_same_library_gives_the_same_files() {
        assertThat(files()).isEqualTo(files()).containsOnlyKeys("cases/generated/guild.yaml");
    }

    @Test
    void generated_cases_can_be_read_come_out_and_say_that_nobody_derived_them()
            throws IOException {
        assertThat(generated())
                .isNotEmpty()
                .allSatisfy(v -> {
                    assertThat(v.id()).startsWith("generated-guild-2020-");
                    assertThat(v.because()).startsWith("Nobody derived this by hand");
                    assertThat(v.because()).contains("guild-2020 1#");
                });
    }

    @Test
    void with_them_only_mutants_that_change_no_answer_survive() throws IOException {
        var library = Small.library();
        List<Vignette> all = new ArrayList<>(Small.cases(library));
        all.addAll(generated());
        var report = new MutationScore(library, all).of(_ -> true, _ -> true);
        // A current client is barred by the same provision already, and no service has ended.
        assertThat(report.survivors())
                .extracting(f -> f.mutant().toString())
                .containsExactly(
                        "guild-2020 1#bar: party-added, with current-client too",
                        "guild-2020 1#afterwards: party-added, with current-client too");
    }

    @Test
    void with_them_conditions_decide_both_ways_and_windows_are_met_on_every_side()
            throws IOException {
        var library = Small.library();
        var before = ConditionCoverage.of(library, Small.cases(library), _ -> true);
        assertThat(before.reached()).isZero();
        assertThat(before.missing())
                .extracting(Goal::kind)
                .contains("so", "not-so", "day-before", "anniversary", "day-after");
        var after = ConditionCoverage.of(library, generated(), _ -> true);
        assertThat(after.missing()).isEmpty();
    }
}

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

    private static final String FILE = GeneratedFiles.FOLDER + "/guild.yaml";

    private static CaseFill.Filled filled(List<CaseFill.Before> before) {
        var library = Small.library();
        return CaseFill.of(library, Small.cases(library), before, _ -> true);
    }

    private static Map<String, String> files() {
        return GeneratedFiles.of(filled(List.of()).cases());
    }

    private void write(String text) throws IOException {
        Files.createDirectories(folder.resolve(GeneratedFiles.FOLDER));
        Files.writeString(folder.resolve(FILE), text);
    }

    private GeneratedFiles.Found found() {
        return GeneratedFiles.read(Small.library(), folder, "codes/");
    }

    /// The cases that a text of generated cases is filled up to.
    private CaseFill.Filled refilled(String text) throws IOException {
        write(text);
        return filled(found().cases());
    }

    private static String text(CaseFill.Filled filled) {
        return GeneratedFiles.of(filled.cases()).get(FILE);
    }

    private static String whole() {
        return files().get(FILE);
    }

    /// The generated cases, read back from their files.
    private List<Vignette> generated() throws IOException {
        write(whole());
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

    // ── What is there already ───────────────────────────────────────────────────────────────

    @Test
    void where_nothing_is_wanting_the_files_stay_as_they_are() throws IOException {
        CaseFill.Filled again = refilled(whole());
        assertThat(again.added()).isZero();
        assertThat(again.dropped()).isZero();
        assertThat(again.kept()).isEqualTo(again.cases().size()).isPositive();
        assertThat(text(again)).isEqualTo(whole());
    }

    @Test
    void what_holds_stays_in_its_place_and_what_is_wanting_comes_after_it() throws IOException {
        String whole = whole();
        int second = whole.indexOf("\n- id:", whole.indexOf("- id:"));
        String one = whole.substring(0, second);
        CaseFill.Filled again = refilled(one);
        assertThat(again.dropped()).isZero();
        assertThat(again.kept()).isEqualTo(1);
        assertThat(again.added()).isPositive();
        assertThat(text(again)).startsWith(one);
        assertThat(GeneratedFiles.of(filled(found().cases()).cases()).get(FILE))
                .isEqualTo(text(again));
        write(text(again));
        var run = CaseRunner.run(Small.library(), folder, "codes/");
        assertThat(run.findings()).isEmpty();
        assertThat(ConditionCoverage.of(Small.library(), run.vignettes(), _ -> true).missing())
                .isEmpty();
    }

    @Test
    void a_case_that_comes_out_otherwise_is_made_anew() throws IOException {
        String whole = whole();
        CaseFill.Filled again =
                refilled(whole.replaceFirst("headline: [a-z-]+", "headline: advised"));
        assertThat(again.dropped()).isEqualTo(1);
        assertThat(text(again)).doesNotContain("headline: advised,");
        assertThat(again.kept()).isEqualTo(found().cases().size() - 1);
    }

    @Test
    void a_case_made_for_what_is_no_longer_there_is_dropped() throws IOException {
        CaseFill.Filled again =
                refilled(whole().replaceFirst("guild-2020 1#bar", "guild-2020 1#no"));
        assertThat(again.dropped()).isEqualTo(1);
        assertThat(text(again)).doesNotContain("guild-2020 1#no");
    }

    @Test
    void a_case_that_cannot_be_read_spoils_no_other() throws IOException {
        write(whole().replaceFirst("party: [a-z-]+", "party: nobody-we-know"));
        assertThat(found().unreadable()).isEqualTo(1);
        assertThat(found().cases()).hasSize(filled(List.of()).cases().size() - 1);
    }

    @Test
    void the_cases_of_an_edition_that_is_not_looked_at_stay_whatever_they_say() throws IOException {
        write(whole().replaceFirst("headline: [a-z-]+", "headline: advised"));
        var library = Small.library();
        var again = CaseFill.of(library, Small.cases(library), found().cases(), _ -> false);
        assertThat(again.dropped()).isZero();
        assertThat(again.added()).isZero();
        assertThat(text(again)).contains("headline: advised,");
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

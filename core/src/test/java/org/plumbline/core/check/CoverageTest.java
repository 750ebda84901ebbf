package org.plumbline.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.norm.NormName;

class CoverageTest {

    private static final Path HOME = Path.of(System.getProperty("plumbline.home"));
    private static final Path SMALL = HOME.resolve("core/src/test/resources/library");

    private static LibraryFiles read(Path folder) {
        return ((Loaded.Sound<LibraryFiles>) LibraryReader.read(folder, "codes/")).value();
    }

    @Test
    void a_norm_that_a_case_depends_on_is_decisive_and_the_others_are_not() {
        var library = read(SMALL).library();
        var run = CaseRunner.run(library, SMALL, "codes/");
        var coverage = Coverage.of(library, run.vignettes());
        assertThat(run.findings()).isEmpty();
        assertThat(coverage.norms()).isEqualTo(3);
        assertThat(coverage.decisive())
                .extractingFromEntries(e -> e.getKey() + " by " + e.getValue())
                .containsExactly("guild-2020 1#current by romance-now");
        assertThat(coverage.undecisive())
                .extracting(NormName::toString)
                .containsExactly("guild-2020 1#bar", "guild-2020 1#afterwards");
    }

    @Test
    void without_cases_nothing_is_decisive() {
        assertThat(Coverage.of(read(SMALL).library(), List.of()).decisive()).isEmpty();
    }

    @Test
    void every_norm_of_the_library_is_decisive_or_named() {
        Path codes = Path.of(System.getProperty("plumbline.codes"));
        var library = read(codes).library();
        var run = CaseRunner.run(library, codes, "codes/");
        var coverage = Coverage.of(library, run.vignettes());
        assertThat(coverage.norms())
                .isEqualTo(coverage.decisive().size() + coverage.undecisive().size());
        assertThat(coverage.decisive()).isNotEmpty();
    }
}

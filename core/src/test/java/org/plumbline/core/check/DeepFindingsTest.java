package org.plumbline.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.core.compare.Analysis;
import org.plumbline.core.compare.Limit;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;

/// What the analysis finds, as findings with place and mend, waived where an edition says why.
class DeepFindingsTest {

    private static final Path RESOURCES =
            Path.of(System.getProperty("plumbline.home"), "core/src/test/resources");

    @TempDir private Path folder;

    private LibraryFiles planted(String defect) throws IOException {
        for (Path from :
                List.of(
                        RESOURCES.resolve("library"),
                        RESOURCES.resolve("defects").resolve(defect).resolve("bad"))) {
            try (Stream<Path> walk = Files.walk(from)) {
                for (Path path : walk.toList()) {
                    Path target = folder.resolve(from.relativize(path).toString());
                    if (Files.isDirectory(path)) {
                        Files.createDirectories(target);
                    } else {
                        Files.write(target, Files.readAllBytes(path));
                    }
                }
            }
        }
        return read();
    }

    private LibraryFiles read() {
        return ((Loaded.Sound<LibraryFiles>) LibraryReader.read(folder, "codes/")).value();
    }

    private static List<Finding> findings(LibraryFiles files, List<Finding> already) {
        return DeepFindings.of(files, new Analysis(files.library(), Limit.AMPLE).all(), already);
    }

    @Test
    void a_finding_says_where_what_what_was_expected_and_how_to_mend_it() throws IOException {
        List<Finding> findings = findings(planted("contradiction-two-conditions"), List.of());
        assertThat(findings)
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.code()).isEqualTo("analysis.contradiction");
                    assertThat(f.span().file()).isEqualTo("codes/guild/2020.yaml");
                    assertThat(f.span().line()).isPositive();
                    assertThat(f.note()).contains("codes/guild/2020.yaml:");
                    assertThat(f.expected()).contains("here is one: On ");
                    assertThat(f.mend()).isNotEmpty();
                });
    }

    @Test
    void a_reason_waives_it_and_a_waiver_for_nothing_is_found() throws IOException {
        planted("contradiction-two-conditions");
        Path edition = folder.resolve("guild/2020.yaml");
        String text = Files.readString(edition);
        Files.writeString(
                edition,
                text.replace(
                        "provisions:",
                        "waives: [{check: analysis.contradiction, because: the text does so}]\n"
                                + "provisions:"));
        assertThat(findings(read(), List.of())).isEmpty();
        assertThat(Checks.findings(read(), Checks.all(read().library())))
                .extracting(Finding::code)
                .doesNotContain("edition.waiver.idle");
        Files.writeString(
                edition,
                text.replace(
                        "provisions:",
                        "waives: [{check: analysis.window.seam, because: none}]\nprovisions:"));
        assertThat(findings(read(), List.of()))
                .extracting(Finding::code)
                .containsExactlyInAnyOrder("analysis.contradiction", "edition.waiver.idle");
    }

    @Test
    void what_a_plain_check_said_of_a_norm_is_not_said_again() throws IOException {
        LibraryFiles files = planted("vacuous-norm-medium-impossible");
        List<Finding> plain = Checks.findings(files, Checks.all(files.library()));
        assertThat(plain).extracting(Finding::code).contains("norm.never");
        assertThat(findings(files, List.of()))
                .extracting(Finding::code)
                .contains("analysis.norm.vacuous");
        assertThat(findings(files, plain))
                .extracting(Finding::code)
                .doesNotContain("analysis.norm.vacuous");
    }

    /// Two editions of one body on one day, and texts that borrow from one another in a circle, are
    /// found before anything is analysed, and do not hang.
    @Test
    void broken_libraries_are_found_first() throws IOException {
        planted("hard-conflict-no-way-out");
        Path board = folder.resolve("ohio/board.yaml");
        String text = Files.readString(board);
        Files.writeString(
                folder.resolve("ohio/second.yaml"),
                text.replace("edition: board-2020", "edition: board-2021"));
        LibraryFiles twice = read();
        assertThat(Checks.findings(twice, Checks.all(twice.library())))
                .extracting(Finding::code)
                .contains("edition.in-force.overlap");
        assertThat(findings(twice, List.of())).isNotEmpty();
        Files.writeString(board, text + "incorporates: [{edition: board-2021, mode: frozen}]\n");
        Files.writeString(
                folder.resolve("ohio/second.yaml"),
                text.replace("edition: board-2020", "edition: board-2021")
                        + "incorporates: [{edition: board-2020, mode: frozen}]\n");
        assertThat(LibraryReader.read(folder, "codes/").allFindings())
                .extracting(Finding::code)
                .contains("edition.incorporates.circle");
    }
}

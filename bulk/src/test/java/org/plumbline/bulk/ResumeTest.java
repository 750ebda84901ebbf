package org.plumbline.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.load.Finding;

/// An audit that is stopped and gone on with ends as one that was not stopped.
class ResumeTest {

    @TempDir Path folder;

    private final List<String> files = List.of("1.csv", "2.csv", "3.csv");
    private final List<Finding> findings = new ArrayList<>();

    @BeforeEach
    void three_files() throws IOException {
        Files.writeString(folder.resolve("1.csv"), Rows.sheet(7_000, 300));
        Files.writeString(folder.resolve("2.csv"), "not what is wanted\n1\n");
        Files.writeString(folder.resolve("3.csv"), Rows.sheet(7_000, 200));
    }

    @ParameterizedTest(name = "stopped after {0} rows")
    @ValueSource(ints = {1, 8_000})
    void what_comes_out_is_the_same_byte_for_byte(int rows) throws IOException {
        AuditSummary whole = new Trial(folder).out("whole.csv").run(files, findings).orElseThrow();

        AuditSummary stopped = stop(rows);
        assertThat(stopped.stopped()).isTrue();
        assertThat(stopped.complete()).isFalse();
        assertThat(stopped.rows()).isBetween((long) rows, 13_999L);
        assertThat(folder.resolve("out.csv")).doesNotExist();
        assertThat(folder.resolve("out.csv.part")).exists();

        AuditSummary gone = new Trial(folder).resuming().run(files, findings).orElseThrow();
        same("whole.csv", "out.csv");
        same("whole.csv.findings.csv", "out.csv.findings.csv");
        assertThat(gone).usingRecursiveComparison().ignoringFields("classes").isEqualTo(whole);
        assertThat(folder.resolve("out.csv.part.state")).doesNotExist();
    }

    /// Only some seven hundred keys fit: of the others it is told at the end, stopped or not.
    @Test
    void keys_that_memory_does_not_hold_are_found_though_an_audit_was_stopped() throws IOException {
        AuditSummary whole = few(new Trial(folder).out("whole.csv"));

        assertThat(whole.repeated()).isEqualTo(7_000);
        assertThat(places("whole.csv.findings.csv"))
                .hasSize(7_000)
                .doesNotHaveDuplicates()
                .allMatch(place -> place.contains("3.csv"));

        stop(8_000, new Trial(folder), SOME_KEYS);
        AuditSummary gone = few(new Trial(folder).resuming());
        same("whole.csv", "out.csv");
        same("whole.csv.findings.csv", "out.csv.findings.csv");
        assertThat(gone.repeated()).isEqualTo(7_000);
    }

    private static final long SOME_KEYS = 1 << 14;

    private AuditSummary few(Trial trial) {
        return trial.audit(files).keysInMemory(SOME_KEYS).run(_ -> {}, findings).orElseThrow();
    }

    /// File and line of each key that stands twice.
    private List<String> places(String side) throws IOException {
        return Files.readAllLines(folder.resolve(side)).stream()
                .filter(line -> line.contains("audit.key.twice"))
                .map(line -> line.substring(0, line.indexOf(",1,")))
                .sorted()
                .toList();
    }

    @Test
    void what_was_written_after_the_last_note_is_written_anew() throws IOException {
        new Trial(folder).out("whole.csv").run(files, findings);
        stop(1);
        Files.writeString(
                folder.resolve("out.csv.part"),
                Files.readString(folder.resolve("out.csv.part")) + "half a li");
        assertThat(new Trial(folder).resuming().run(files, findings)).isPresent();
        same("whole.csv", "out.csv");
    }

    @Test
    void half_a_result_is_neither_lost_nor_gone_on_with_without_a_word() throws IOException {
        stop(1);
        assertThat(new Trial(folder).run(files, findings)).isEmpty();
        assertThat(findings).extracting(Finding::code).containsExactly("audit.resume.waiting");
        assertThat(findings.getFirst().found()).contains("rows");
        assertThat(folder.resolve("out.csv.part")).isNotEmptyFile();
    }

    @Test
    void another_input_is_not_gone_on_with() throws IOException {
        stop(1);
        Path third = folder.resolve("3.csv");
        String sheet = Files.readString(third);
        for (String other :
                List.of(
                        Rows.sheet(7_001, 200),
                        Rows.sheet(6_999, 200),
                        sheet.replaceFirst("nasw", "aca "))) {
            Files.writeString(third, other);
            assertThat(new Trial(folder).resuming().run(files, findings)).isEmpty();
            refused();
        }
        Files.writeString(third, sheet);
        List<String> turned = List.of("3.csv", "2.csv", "1.csv");
        assertThat(new Trial(folder).resuming().run(turned, findings)).isEmpty();
        refused();
    }

    @Test
    void a_row_that_was_decided_and_then_changed_behind_its_date_is_not_gone_on_with()
            throws IOException {
        stop(8_000);
        Path first = folder.resolve("1.csv");
        FileTime date = Files.getLastModifiedTime(first);
        String sheet = Files.readString(first);
        Files.writeString(first, sheet.replaceFirst("(\nc[0-9]+),nasw,", "$1,acaa,"));
        assertThat(Files.readString(first)).isNotEqualTo(sheet).hasSameSizeAs(sheet);
        Files.setLastModifiedTime(first, date);
        assertThat(new Trial(folder).resuming().run(files, findings)).isEmpty();
        refused();

        // And with the row as it was it goes on.
        Files.writeString(first, sheet);
        Files.setLastModifiedTime(first, date);
        assertThat(new Trial(folder).resuming().run(files, findings)).isPresent();
    }

    @Test
    void another_order_is_not_gone_on_with() throws IOException {
        Path old = folder.resolve("old.csv");
        Files.writeString(old, CsvLines.of(List.of(AuditLine.HEADINGS)));
        stop(1, as());
        for (Trial other :
                List.of(
                        as().mapping(new LinkedHashMap<>(Map.of("documented", "ignore"))),
                        as().dates("", "day-first"),
                        as().on(LocalDate.of(2026, 6, 2)),
                        as().onlyWhatIsSaid(),
                        as().filters(List.of(new Filter.Lacks("harm-risk"))),
                        as().library("another library"))) {
            assertThat(other.resuming().run(files, findings)).isEmpty();
            refused();
        }
        Files.writeString(
                old, CsvLines.of(List.of(AuditLine.HEADINGS, AuditLine.nothing("c1", List.of()))));
        assertThat(as().resuming().run(files, findings)).isEmpty();
        refused();
    }

    /// As it was ordered first.
    private Trial as() {
        return new Trial(folder).since("old.csv");
    }

    private void refused() {
        assertThat(findings).extracting(Finding::code).containsExactly("audit.resume.other");
        assertThat(folder.resolve("out.csv")).doesNotExist();
        assertThat(folder.resolve("out.csv.part.state")).exists();
        findings.clear();
    }

    @Test
    void a_note_that_is_not_whole_is_not_believed() throws IOException {
        stop(1);
        Path state = folder.resolve("out.csv.part.state");
        String note = Files.readString(state);
        Files.writeString(state, note.substring(0, note.length() / 2));
        assertThat(new Trial(folder).resuming().run(files, findings)).isEmpty();
        assertThat(findings).extracting(Finding::code).containsExactly("audit.resume.other");
    }

    @Test
    void a_note_comes_back_as_it_was_written() throws IOException {
        var tally = new Tally();
        tally.add(Tally.Sum.ROWS, 7);
        tally.add(Tally.Group.TEXT, "aca-2014", "prohibited or silent", 3);
        tally.add(Tally.Group.ACT, "", "silent", 1);
        Path state = folder.resolve("state");
        new Checkpoint("abc", 2, 5, 100, 42, -3, List.of("1.csv\tit is broken"), tally)
                .write(state);
        Checkpoint back = Checkpoint.read(state).orElseThrow();
        assertThat(back.order()).isEqualTo("abc");
        assertThat(List.of((long) back.file(), back.rows(), back.out(), back.side()))
                .containsExactly(2L, 5L, 100L, 42L);
        assertThat(back.read()).isEqualTo(-3);
        assertThat(back.unread()).containsExactly("1.csv\tit is broken");
        assertThat(back.tally().get(Tally.Sum.ROWS)).isEqualTo(7);
        assertThat(back.tally().get(Tally.Group.TEXT).get("aca-2014"))
                .containsEntry("prohibited or silent", 3L);
        assertThat(back.tally().get(Tally.Group.ACT).get("")).containsEntry("silent", 1L);
    }

    private AuditSummary stop(int rows) {
        return stop(rows, new Trial(folder));
    }

    private AuditSummary stop(int rows, Trial trial) {
        return stop(rows, trial, KeyTable.MOST_IN_MEMORY);
    }

    private AuditSummary stop(int rows, Trial trial, long keysInMemory) {
        Audit audit = trial.audit(files).keysInMemory(keysInMemory);
        AuditSummary stopped =
                audit.run(
                                p -> {
                                    if (p.rows() >= rows) {
                                        audit.stop();
                                    }
                                },
                                findings)
                        .orElseThrow();
        findings.clear();
        return stopped;
    }

    private void same(String one, String other) throws IOException {
        assertThat(Files.mismatch(folder.resolve(one), folder.resolve(other)))
                .as("where %s and %s part", one, other)
                .isEqualTo(-1);
    }
}

package org.plumbline.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.core.Codes;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.load.Finding;
import org.plumbline.core.norm.Library;

class AuditTest {

    private static final Library LIBRARY = Codes.library();

    private static final String SHEET =
            """
            id,membership,act,party,last-professional-contact,harm-risk
            a,aca,sexual-contact,former-client,2023-05-01,
            b,aca,no-such-act,former-client,2021-06-01,
            c,aca,sexual-contact,former-client,2024-02-29,true
            d,aca,sexual-contact,former-client,2010-13-01,
            a,aca,gift-receive,current-client,,
            """;

    @TempDir Path folder;

    private final List<Finding> findings = new ArrayList<>();

    private AuditSummary run(String sheet, String out, List<Filter> filters) throws IOException {
        return run(sheet, out, filters, new LinkedHashMap<>());
    }

    private AuditSummary run(
            String sheet, String out, List<Filter> filters, SequencedMap<String, String> mapping)
            throws IOException {
        Files.writeString(folder.resolve("cases.csv"), sheet);
        return new Trial(folder)
                .filters(filters)
                .mapping(mapping)
                .out(out)
                .run(List.of("cases.csv"), findings)
                .orElseThrow();
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }

    @Test
    void a_bad_row_stops_nothing_and_is_told_with_its_place() throws IOException {
        AuditSummary summary = run(SHEET, "out.csv", List.of());
        assertThat(summary.rows()).isEqualTo(5);
        assertThat(summary.bad()).isEqualTo(2);
        assertThat(summary.complete()).isFalse();
        assertThat(lines("out.csv.findings.csv"))
                .anyMatch(l -> l.contains("cases.csv,3,3,") && l.contains("no-such-act"))
                .anyMatch(l -> l.contains("cases.csv,5,5,"));
    }

    @Test
    void a_row_says_what_a_case_file_would_say() throws IOException {
        run(SHEET, "out.csv", List.of());
        assertThat(lines("out.csv"))
                .anyMatch(l ->
                        l.startsWith("a,aca-2014,prohibited,,A.5.c,")
                                && l.contains(",2028-05-01,2028-05-02,"));
    }

    @Test
    void json_lines_hold_a_row_each_in_the_order_of_the_input() throws IOException {
        run(SHEET, "out.jsonl", List.of());
        assertThat(lines("out.jsonl")).hasSize(3);
        assertThat(lines("out.jsonl").getFirst())
                .startsWith(
                        "{\"id\":\"a\",\"as_of\":\"2026-06-01\",\"together\":{\"headline\":[\"prohibited\"]");
        assertThat(lines("out.jsonl").get(1)).startsWith("{\"id\":\"c\"");
    }

    @Test
    void a_key_that_comes_twice_is_told_and_both_rows_are_decided() throws IOException {
        AuditSummary summary = run(SHEET, "out.csv", List.of());
        assertThat(summary.repeated()).isEqualTo(1);
        assertThat(lines("out.csv.findings.csv")).anyMatch(l -> l.contains("audit.key.twice"));
        assertThat(summary.kept()).isEqualTo(3);
    }

    @Test
    void rows_are_kept_by_the_provision_that_bears_on_them() throws IOException {
        Filter filter = Filter.of(LIBRARY, "provision aca-2014 A.5.c").orElseThrow();
        AuditSummary summary = run(SHEET, "out.jsonl", List.of(filter));
        assertThat(summary.kept()).isEqualTo(2);
        assertThat(lines("out.jsonl")).allMatch(l -> l.contains("\"A.5.c\""));
    }

    @Test
    void rows_are_kept_that_are_as_strict_as_asked() throws IOException {
        AuditSummary summary =
                run(SHEET, "out.jsonl", List.of(new Filter.AtLeast(Headline.PROHIBITED)));
        assertThat(summary.kept()).isEqualTo(2);
    }

    @Test
    void a_filter_that_names_what_is_not_there_is_not_understood() {
        assertThat(Filter.of(LIBRARY, "provision aca-2014 Z.9")).isEmpty();
        assertThat(Filter.of(LIBRARY, "headline splendid")).isEmpty();
    }

    @Test
    void a_column_without_a_place_is_refused_and_never_left_out() throws IOException {
        AuditSummary summary = run(SHEET.replace("harm-risk", "how risky"), "out.csv", List.of());
        assertThat(summary.rows()).isZero();
        assertThat(findings).extracting(Finding::code).containsExactly("audit.column.unknown");
        assertThat(summary.complete()).isFalse();
    }

    @Test
    void a_mapping_gives_other_peoples_columns_a_place() throws IOException {
        SequencedMap<String, String> mapping = new LinkedHashMap<>();
        mapping.put("how risky", "harm-risk");
        AuditSummary summary =
                run(SHEET.replace("harm-risk", "how risky"), "out.csv", List.of(), mapping);
        assertThat(findings).isEmpty();
        assertThat(summary.rows()).isEqualTo(5);
    }

    @Test
    void half_a_result_never_has_the_name_of_the_whole() throws IOException {
        run(SHEET, "out.csv", List.of());
        try (var files = Files.list(folder)) {
            assertThat(files.map(p -> p.getFileName().toString()))
                    .containsExactlyInAnyOrder("cases.csv", "out.csv", "out.csv.findings.csv");
        }
    }

    @Test
    void a_row_that_no_text_binds_has_a_line_that_says_so() throws IOException {
        run("id,act,party\nx,hug,current-client\n", "out.csv", List.of());
        assertThat(lines("out.csv"))
                .containsExactly(
                        String.join(",", AuditLine.HEADINGS), "x,together,not-bound,,,,,,");
    }

    @Test
    void files_of_a_folder_are_read_one_after_another_and_rows_without_a_key_go_by_file_and_line()
            throws IOException {
        Files.writeString(
                folder.resolve("1.csv"), "membership,act,party\naca,hug,current-client\n");
        Files.writeString(
                folder.resolve("2.csv"), "party;act;membership\ncurrent-client;hug;aca\n");
        AuditSummary summary =
                new Trial(folder).run(List.of("1.csv", "2.csv"), findings).orElseThrow();
        assertThat(summary.rows()).isEqualTo(2);
        assertThat(lines("out.csv").stream().map(l -> l.split(",", 2)[0]).distinct())
                .containsExactly("id", "1.csv:2", "2.csv:2");
    }

    @Test
    void the_summary_says_how_much_of_the_input_it_speaks_for() throws IOException {
        Files.writeString(folder.resolve("1.csv"), SHEET);
        Files.writeString(folder.resolve("2.csv"), "no such heading\n1\n");
        Files.writeString(folder.resolve("3.parquet"), "PAR1, and then it was cut off");
        AuditSummary summary =
                new Trial(folder)
                        .run(List.of("1.csv", "2.csv", "3.parquet"), findings)
                        .orElseThrow();
        assertThat(SummaryWords.coverage(summary))
                .startsWith(
                        "It speaks for 3 of the 5 rows that could be read. Of 3 files 2 could not be read to the end; by size, 8");
        assertThat(summary.unread()).hasSize(2);
        assertThat(summary.found())
                .containsEntry("audit.column.unknown", 1L)
                .containsEntry("audit.file.broken", 1L)
                .containsEntry("scenario.value.unknown", 1L);
    }

    @Test
    void a_disk_that_is_full_is_told_and_what_was_settled_is_kept() throws IOException {
        Path full = Path.of("/dev/full");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(full), "no /dev/full here");
        Files.createSymbolicLink(folder.resolve("out.csv.part"), full);
        Files.writeString(folder.resolve("cases.csv"), SHEET);
        assertThat(new Trial(folder).run(List.of("cases.csv"), findings)).isEmpty();
        assertThat(findings).extracting(Finding::code).containsExactly("audit.out.unwritable");
        assertThat(findings.getFirst().found()).contains("No space left");
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }

    @Test
    void two_audits_do_not_write_one_result() throws IOException {
        Files.writeString(folder.resolve("cases.csv"), SHEET);
        try (var other = new Outlet(folder.resolve("out.csv"), 0)) {
            assertThat(new Trial(folder).run(List.of("cases.csv"), findings)).isEmpty();
            assertThat(findings).extracting(Finding::code).containsExactly("audit.out.busy");
            other.settle();
        }
    }
}

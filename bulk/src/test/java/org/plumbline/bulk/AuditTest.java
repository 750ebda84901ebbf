package org.plumbline.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.core.Codes;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.load.Finding;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;

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
        Path file = folder.resolve("cases.csv");
        Files.writeString(file, sheet);
        var order =
                new Audit.Order(
                        List.of(file),
                        mapping,
                        Known.Range.of(LocalDate.of(2026, 6, 1)),
                        true,
                        filters,
                        folder.resolve(out),
                        folder.resolve("side.csv"));
        return new Audit(CompiledLibrary.of(LIBRARY), Optional.empty(), order)
                .run(_ -> {}, findings);
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
        assertThat(lines("side.csv"))
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
        assertThat(lines("side.csv")).anyMatch(l -> l.contains("audit.key.twice"));
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
    void a_mapping_is_proposed_and_says_what_it_could_not_place() {
        assertThat(
                        Headings.propose(
                                LIBRARY.vocabulary(),
                                List.of("Last professional contact", "Party", "Shoe size")))
                .containsEntry(
                        "Last professional contact", Optional.of("last-professional-contact"))
                .containsEntry("Party", Optional.of("party"))
                .containsEntry("Shoe size", Optional.empty());
    }

    @Test
    void half_a_result_never_has_the_name_of_the_whole() throws IOException {
        run(SHEET, "out.csv", List.of());
        try (var files = Files.list(folder)) {
            assertThat(files.map(p -> p.getFileName().toString()))
                    .containsExactlyInAnyOrder("cases.csv", "out.csv", "side.csv");
        }
    }
}

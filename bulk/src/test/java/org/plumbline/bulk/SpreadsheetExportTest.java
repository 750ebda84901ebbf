package org.plumbline.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.Codes;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.load.Finding;

/// What spreadsheets make of a table on its way out, and what they make of a result on its way in.
class SpreadsheetExportTest {

    private static final String HEADINGS =
            "id,membership,act,party,last-professional-contact,harm-risk\n";
    private static final String ROW = "a,aca,sexual-contact,former-client,2023-05-01,\n";

    @TempDir Path folder;

    private final List<Finding> findings = new ArrayList<>();

    @Test
    void a_first_line_that_says_the_separator_is_obeyed_and_is_no_heading() throws IOException {
        String plain = result(HEADINGS + ROW);
        assertThat(result("sep=;\r\n" + (HEADINGS + ROW).replace(',', ';'))).isEqualTo(plain);
        assertThat(result("\uFEFFsep=|\n" + (HEADINGS + ROW).replace(',', '|'))).isEqualTo(plain);
        assertThat(findings).isEmpty();
    }

    @Test
    void lines_of_separators_alone_are_no_rows() throws IOException {
        AuditSummary summary = audit(HEADINGS + ",,,,,\n" + ROW + " ,,,,, \n,,\n,,,,,,,,\n");
        assertThat(summary.rows()).isEqualTo(1);
        assertThat(summary.complete()).isTrue();
        assertThat(summary.found()).isEmpty();
    }

    /// Word processors leave such in notes; the rest of the file is not to suffer for it.
    @ParameterizedTest
    @ValueSource(ints = {0x0B, 0x1A, 0x1B})
    void a_stray_control_character_does_not_cost_the_file(int stray) throws IOException {
        String note = "x".repeat(200) + (char) stray + "x".repeat(200);
        AuditSummary summary =
                audit(
                        HEADINGS.replace("harm-risk", "note") + ROW.stripTrailing() + note + "\n",
                        Map.of("note", "ignore"));
        assertThat(summary.decided()).isEqualTo(1);
        assertThat(summary.complete()).isTrue();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "UTF-32LE, audit.file.kind",
        "UTF-32BE, audit.file.kind",
        "UTF-16LE, ''",
        "UTF-16BE, ''",
        "UTF-8, ''"
    })
    void a_mark_tells_how_a_file_is_written(String charset, String code) throws IOException {
        Files.write(
                folder.resolve("cases.csv"),
                ("\uFEFF" + HEADINGS + ROW).getBytes(Charset.forName(charset)));
        AuditSummary summary = run(Map.of());
        if (code.isEmpty()) {
            assertThat(summary.complete()).isTrue();
        } else {
            assertThat(findings).extracting(Finding::code).containsExactly(code);
            assertThat(findings.getFirst().found()).isEqualTo("the file is UTF-32");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\n", "\uFEFF\r\n"})
    void headings_in_quotation_marks_may_hold_the_other_separators(String before)
            throws IOException {
        String sheet =
                before
                        + "\"Name, first, and last\";\"id\";membership;act;party\n"
                        + "\"Doe; Anna\";a;\"aca; nasw\";hug;former-client\n";
        AuditSummary summary = audit(sheet, Map.of("Name, first, and last", "ignore"));
        assertThat(findings).isEmpty();
        assertThat(summary.complete()).isTrue();
        assertThat(summary.rows()).isEqualTo(1);
        assertThat(summary.texts()).containsKeys("aca-2014", "nasw-2021");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF", "\n\n \n"})
    void a_file_of_blanks_is_empty(String text) throws IOException {
        audit(text);
        assertThat(findings).extracting(Finding::code).containsExactly("audit.file.empty");
    }

    @Test
    void a_column_without_a_heading_is_told_as_such_and_can_be_left_out() throws IOException {
        String sheet = HEADINGS.stripTrailing() + ",\n" + ROW.stripTrailing() + ",x\n";
        audit(sheet);
        assertThat(findings)
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.found()).isEqualTo("column 7 has no heading");
                    assertThat(f.expected()).doesNotContain("nearest");
                    assertThat(f.mend()).contains("`\"\": ignore`");
                });
        assertThat(audit(sheet, Map.of("", "ignore")).complete()).isTrue();
    }

    /// Not as in a file of YAML, which has keys and lines.
    @Test
    void several_values_in_a_cell_for_one_are_told_as_such() throws IOException {
        audit(HEADINGS + "a,aca,hug; barter,former-client,2023-05-01; 2024-05-01,true; false\n");
        assertThat(Files.readAllLines(folder.resolve("out.csv.findings.csv")).subList(1, 4))
                .allMatch(
                        l -> l.contains(",scenario.list,") && l.contains("the cell holds several"))
                .satisfiesExactly(
                        l -> assertThat(l).contains(",2,3,", "`act` has one value"),
                        l -> assertThat(l).contains(",2,5,", "`last-professional-contact`"),
                        l -> assertThat(l).contains(",2,6,", "`harm-risk`"));
    }

    @Test
    void a_field_without_end_is_told_as_such() throws IOException {
        audit(HEADINGS + "\"" + "x".repeat(17 << 20));
        assertThat(findings).extracting(Finding::code).containsExactly("audit.file.broken");
        assertThat(findings.getFirst().found())
                .contains("longer than anybody writes", "line 2", "quotation mark")
                .doesNotContain("Exception");
    }

    @Test
    void a_row_of_a_spreadsheets_words_is_decided_as_one_of_ours() throws IOException {
        String ours =
                result(
                        """
                        id,membership,act,party,last-session,harm-risk,documented
                        a,nasw; aca,friendship,former-client,2023-05-01,true,false
                        """);
        assertThat(
                        result(
                                """
                                ID,Membership,Act,Party,Last session,Harm risk,Documented
                                a,NASW; ACA,Friendship,Former client,2023-5-1,TRUE,0
                                """))
                .isEqualTo(ours)
                .contains("nasw-2021", "aca-2014");
        assertThat(findings).isEmpty();
    }

    // ── A result in a spreadsheet ───────────────────────────────────────────────────────────

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd", "-2+3", "@SUM(A1)", "=HYPERLINK(A1)"})
    void a_key_that_would_run_is_found_and_kept(String key) throws IOException {
        assertThat(result(HEADINGS + ROW.replaceFirst("a", key)))
                .contains("\n" + key + ",together");
        assertThat(Files.readString(folder.resolve("out.csv.findings.csv")))
                .contains("cases.csv,2,1,audit.key.formula", "begins with `" + key.charAt(0) + "`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "+49", "a=1", "-3.5"})
    void a_number_with_its_sign_runs_nothing(String key) throws IOException {
        result(HEADINGS + ROW.replaceFirst("a", key));
        assertThat(Files.readString(folder.resolve("out.csv.findings.csv")))
                .doesNotContain("formula");
    }

    @Test
    void a_key_that_is_not_in_the_result_runs_nothing() throws IOException {
        Files.writeString(folder.resolve("cases.csv"), HEADINGS + ROW.replaceFirst("a", "=1+1"));
        AuditSummary summary =
                new Trial(folder)
                        .filters(List.of(new Filter.Says(Headline.TENSION)))
                        .run(List.of("cases.csv"), findings)
                        .orElseThrow();
        assertThat(summary.kept()).isZero();
        assertThat(summary.found()).isEmpty();
    }

    @Test
    void lines_of_json_are_no_spreadsheets() throws IOException {
        Files.writeString(folder.resolve("cases.csv"), HEADINGS + ROW.replaceFirst("a", "=1+1"));
        AuditSummary summary =
                new Trial(folder)
                        .out("out.jsonl")
                        .run(List.of("cases.csv"), findings)
                        .orElseThrow();
        assertThat(summary.found()).isEmpty();
    }

    // ── Days ────────────────────────────────────────────────────────────────────────────────

    @ParameterizedTest(name = "{0} and an act on {1}: {2}")
    @CsvSource({
        "2026-06-01, , false",
        "2026-06-02, , true",
        "2026, , false",
        "2027, , true",
        "2032-05-01 | never, , false",
        "2024-05-01, 2024-04-30, true",
        "2024-05-01, 2024-05-01, false",
        "2030-05-01, 2031-01-01, false"
    })
    void an_event_after_the_act_is_found_and_the_row_decided(String day, String act, boolean found)
            throws IOException {
        AuditSummary summary =
                new Trial(folder)
                        .on(LocalDate.of(2026, 6, 1))
                        .run(
                                List.of(
                                        sheet(
                                                "id,membership,act,party,last-session,date\n"
                                                        + "a,aca,hug,former-client,%s,%s\n"
                                                                .formatted(
                                                                        day,
                                                                        Optional.ofNullable(act)
                                                                                .orElse("")))),
                                findings)
                        .orElseThrow();
        assertThat(summary.decided()).isEqualTo(1);
        assertThat(summary.found().keySet())
                .isEqualTo(found ? java.util.Set.of("audit.date.later") : java.util.Set.of());
    }

    // ── Words ───────────────────────────────────────────────────────────────────────────────

    @Test
    void no_two_headlines_of_a_count_have_one_name() {
        var words = new SummaryWords(Codes.library());
        assertThat(
                        words.headlines(
                                "tension or advised-against or permitted-with-duties",
                                Optional.empty()))
                .isEqualTo("In tension or advised against or permitted with duties");
    }

    private String sheet(String text) throws IOException {
        Files.writeString(folder.resolve("cases.csv"), text);
        return "cases.csv";
    }

    private AuditSummary audit(String text) throws IOException {
        return audit(text, Map.of());
    }

    private AuditSummary audit(String text, Map<String, String> mapping) throws IOException {
        sheet(text);
        return run(mapping);
    }

    private AuditSummary run(Map<String, String> mapping) {
        findings.clear();
        return new Trial(folder)
                .mapping(new LinkedHashMap<>(mapping))
                .run(List.of("cases.csv"), findings)
                .orElseThrow();
    }

    private String result(String text) throws IOException {
        audit(text);
        return Files.readString(folder.resolve("out.csv"));
    }
}

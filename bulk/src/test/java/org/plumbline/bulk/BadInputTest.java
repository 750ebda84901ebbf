package org.plumbline.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.core.load.Finding;

/// Input that nobody would write on purpose: it ends, with findings that can be read.
class BadInputTest {

    private static final String HEADINGS =
            "id,membership,act,party,last-professional-contact,harm-risk\n";
    private static final String ROW = "a,aca,sexual-contact,former-client,2023-05-01,\n";

    /// Enough that comparing the whole of it with every word would take minutes.
    private static final int LONG = 10_000_000;

    @TempDir Path folder;

    private final List<Finding> findings = new ArrayList<>();

    private AuditSummary audit(String sheet) throws Exception {
        return audit(sheet, new LinkedHashMap<>());
    }

    private AuditSummary audit(String sheet, SequencedMap<String, String> mapping)
            throws Exception {
        Files.writeString(folder.resolve("cases.csv"), sheet);
        return new Trial(folder).mapping(mapping).run(List.of("cases.csv"), findings).orElseThrow();
    }

    private String side() throws Exception {
        return Files.readString(folder.resolve("out.csv.findings.csv"));
    }

    @Test
    void a_line_of_ten_million_characters_for_headings_is_quoted_in_part() throws Exception {
        AuditSummary summary = audit("x".repeat(LONG) + "\n" + ROW);
        assertThat(findings)
                .extracting(Finding::code)
                .containsExactly(
                        "audit.column.unknown", "audit.column.missing", "audit.column.missing");
        assertThat(findings.getFirst().found()).contains("xxx…`").hasSizeLessThan(100);
        assertThat(findings.getFirst().expected()).doesNotContain("nearest");
        assertThat(SummaryWords.coverage(summary)).startsWith("No row was decided.");
    }

    @Test
    void thousands_of_strange_columns_are_told_in_part_and_counted() throws Exception {
        audit(
                IntStream.range(0, 5_000)
                                .mapToObj(i -> "value " + i)
                                .collect(Collectors.joining(","))
                        + "\n1\n");
        assertThat(findings).hasSize(53);
        assertThat(findings.get(50).found())
                .isEqualTo("4,950 more of its 5,000 columns are none of our words");
    }

    @Test
    void a_value_and_a_repeated_key_of_ten_million_characters_are_quoted_in_part()
            throws Exception {
        String key = "k".repeat(LONG);
        AuditSummary summary =
                audit(
                        HEADINGS
                                + "b,"
                                + "x".repeat(LONG)
                                + ",hug,former-client,,\n"
                                + ROW.replaceFirst("a", key)
                                + ROW.replaceFirst("a", key));
        assertThat(summary.decided()).isEqualTo(2);
        assertThat(summary.found())
                .containsOnlyKeys("scenario.value.unknown", "audit.key.twice")
                .containsValues(1L);
        assertThat(side()).hasSizeLessThan(1_000);
    }

    @Test
    void a_quote_left_open_says_so_where_the_row_comes_out_short() throws Exception {
        AuditSummary summary = audit(HEADINGS + ROW + "\"b,aca\n" + ROW + ROW);
        assertThat(summary.decided()).isEqualTo(1);
        assertThat(summary.found()).containsOnlyKeys("audit.row.quote");
        assertThat(side())
                .contains("one field goes on over 3 lines")
                .contains("the rows it swallowed were not decided");
    }

    @Test
    void a_field_of_several_lines_in_a_whole_row_is_no_open_quote() throws Exception {
        AuditSummary summary = audit(HEADINGS + ROW.replaceFirst("a", "\"a key\nof two lines\""));
        assertThat(summary.complete()).isTrue();
        assertThat(summary.found()).isEmpty();
    }

    @Test
    void a_word_of_the_mapping_that_is_none_of_ours_is_told_as_the_mappings() throws Exception {
        audit(HEADINGS + ROW, new LinkedHashMap<>(Map.of("party", "partty")));
        assertThat(findings.getFirst().found())
                .isEqualTo(
                        "the mapping says that column 4, `party`, holds `partty`, which is none of our words");
        assertThat(findings.getFirst().expected()).endsWith("nearest: `party`");
        assertThat(findings.getFirst().mend()).contains("in the mapping");
    }

    @Test
    void what_the_mapping_names_and_no_file_has_is_found_and_the_rows_are_decided()
            throws Exception {
        SequencedMap<String, String> mapping = new LinkedHashMap<>();
        mapping.put("Client agreed", "informed-consent");
        mapping.put("Remarks", "ignore");
        AuditSummary summary = audit(HEADINGS + ROW, mapping);
        assertThat(summary.decided()).isEqualTo(1);
        assertThat(findings).extracting(Finding::code).containsExactly("audit.mapping.unused");
        assertThat(findings.getFirst().found()).contains("`Client agreed`", "`informed-consent`");
        assertThat(side()).contains("audit.mapping.unused");
    }

    @Test
    void a_file_without_rows_is_not_said_to_be_decided() throws Exception {
        AuditSummary summary = audit(HEADINGS);
        assertThat(SummaryWords.coverage(summary))
                .isEqualTo("No row was decided: the input holds none.");
        assertThat(summary.found()).containsOnlyKeys("audit.file.rowless");
    }

    @Test
    void no_answer_is_proposed_for_a_fact_that_says_neither() throws Exception {
        AuditSummary summary = audit(HEADINGS + ROW.stripTrailing() + "maybe\n");
        assertThat(summary.decided()).isZero();
        assertThat(side())
                .contains("unknown value of `harm-risk` `maybe`")
                .contains("or `unknown` where nobody knows")
                .doesNotContain("nearest");
    }
}

package org.plumbline.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;

/// Parquet in and out, held against CSV and against DuckDB.
class ParquetTest {

    @TempDir Path folder;

    private final List<Finding> findings = new ArrayList<>();

    private static List<String> ask(String sql) throws SQLException {
        try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                var say = duck.createStatement()) {
            List<String> rows = new ArrayList<>();
            if (say.execute(sql)) {
                ResultSet result = say.getResultSet();
                while (result.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        row.add(String.valueOf(result.getObject(i)));
                    }
                    rows.add(String.join("|", row));
                }
            }
            return rows;
        }
    }

    private void parquet(String csv, String parquet, String how) throws SQLException {
        ask(
                "COPY (SELECT * FROM read_csv('%s', header = true, all_varchar = true)) TO '%s' (FORMAT parquet, %s)"
                        .formatted(folder.resolve(csv), folder.resolve(parquet), how));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "COMPRESSION snappy",
                "COMPRESSION zstd",
                "COMPRESSION gzip",
                "COMPRESSION uncompressed"
            })
    void the_same_rows_in_parquet_come_out_the_same(String how) throws Exception {
        Files.writeString(folder.resolve("cases.csv"), Rows.sheet(1_200, 40));
        parquet("cases.csv", "cases.parquet", how + ", ROW_GROUP_SIZE 500");
        assertThat(new Trial(folder).out("csv.csv").run(List.of("cases.csv"), findings))
                .isPresent();
        assertThat(new Trial(folder).out("parquet.csv").run(List.of("cases.parquet"), findings))
                .isPresent();
        assertThat(Files.mismatch(folder.resolve("csv.csv"), folder.resolve("parquet.csv")))
                .isEqualTo(-1);
    }

    @Test
    void values_of_other_types_read_as_their_text() throws Exception {
        Path file = folder.resolve("types.parquet");
        ask(
                """
                COPY (SELECT 1 AS i, CAST(2.50 AS DECIMAL(9, 2)) AS d, 20.0::DOUBLE AS f, true AS b,
                    DATE '2023-05-01' AS day, TIMESTAMP '2023-05-01 00:00:00' AS midnight,
                    TIMESTAMP '2023-05-01 14:30:00' AS moment, ['aca', 'nasw'] AS list,
                    NULL::VARCHAR AS nothing, 'text' AS t)
                TO '%s' (FORMAT parquet)
                """
                        .formatted(file));
        try (Sheet sheet = ((Loaded.Sound<Sheet>) Sheet.open(file)).value()) {
            assertThat(sheet.headings())
                    .containsExactly(
                            "i",
                            "d",
                            "f",
                            "b",
                            "day",
                            "midnight",
                            "moment",
                            "list",
                            "nothing",
                            "t");
            assertThat(sheet.next().orElseThrow())
                    .isEqualTo(
                            new Sheet.Line(
                                    1,
                                    List.of(
                                            "1",
                                            "2.5",
                                            "20",
                                            "true",
                                            "2023-05-01",
                                            "2023-05-01",
                                            "2023-05-01T14:30",
                                            "aca; nasw",
                                            "",
                                            "text")));
            assertThat(sheet.next()).isEmpty();
            assertThat(sheet.broken()).isEmpty();
        }
    }

    @Test
    void numbers_are_the_figures_that_were_written() throws Exception {
        Path file = folder.resolve("numbers.parquet");
        ask(
                """
                COPY (SELECT 18446744073709551615::UBIGINT AS u, 4294967295::UINTEGER AS v,
                    [4294967295::UINTEGER] AS w, -7::BIGINT AS i, 49.99::FLOAT AS f, 0.1::FLOAT AS g,
                    49.99::DOUBLE AS d, 1e20::DOUBLE AS e) TO '%s' (FORMAT parquet)
                """
                        .formatted(file));
        try (Sheet sheet = ((Loaded.Sound<Sheet>) Sheet.open(file)).value()) {
            assertThat(sheet.next().orElseThrow().fields())
                    .containsExactly(
                            "18446744073709551615",
                            "4294967295",
                            "4294967295",
                            "-7",
                            "49.99",
                            "0.1",
                            "49.99",
                            "100000000000000000000");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"brotli", "lz4_raw"})
    void what_cannot_be_unpacked_here_is_told_as_such(String codec) throws Exception {
        Files.writeString(folder.resolve("cases.csv"), Rows.sheet(100, 100));
        parquet("cases.csv", "cases.parquet", "COMPRESSION " + codec);
        AuditSummary summary =
                new Trial(folder).run(List.of("cases.parquet"), findings).orElseThrow();
        assertThat(findings).extracting(Finding::code).containsExactly("audit.file.kind");
        assertThat(findings.getFirst().found())
                .isEqualTo(
                        "the file is Parquet that was packed with %s, which cannot be unpacked here"
                                .formatted(codec.toUpperCase(Locale.ROOT)));
        assertThat(summary.complete()).isFalse();
    }

    @Test
    void a_column_of_parts_may_be_left_out_on_purpose_and_no_other_way() throws Exception {
        ask(
                """
                COPY (SELECT 'aca' AS membership, 'hug' AS act, 'former-client' AS party,
                    {'level': 1} AS more, MAP {'a': 1} AS "harm-risk",
                    '6ba7b810-9dad-11d1-80b4-00c04fd430c8'::UUID AS id)
                TO '%s' (FORMAT parquet)
                """
                        .formatted(folder.resolve("cases.parquet")));
        SequencedMap<String, String> mapping = new LinkedHashMap<>();
        mapping.put("more", "ignore");
        var trial = new Trial(folder).mapping(mapping);
        assertThat(trial.run(List.of("cases.parquet"), findings).orElseThrow().decided()).isZero();
        assertThat(findings)
                .extracting(Finding::code, f -> f.span().column())
                .containsExactly(tuple("audit.column.type", 5));

        findings.clear();
        mapping.put("harm-risk", "ignore");
        assertThat(
                        trial.mapping(mapping)
                                .run(List.of("cases.parquet"), findings)
                                .orElseThrow()
                                .complete())
                .isTrue();
        assertThat(findings).isEmpty();
        assertThat(Files.readString(folder.resolve("out.csv")))
                .contains("6ba7b810-9dad-11d1-80b4-00c04fd430c8,together");
    }

    @Test
    void a_result_in_parquet_says_what_the_one_in_csv_says_in_the_same_order() throws Exception {
        Files.writeString(
                folder.resolve("cases.csv"),
                Rows.sheet(900, 40)
                        + "\"a key, with \"\"marks\"\"\n"
                        + "and a line\",aca,,hug,current-client,,,,,,,,,\n");
        assertThat(new Trial(folder).out("out.csv").run(List.of("cases.csv"), findings))
                .isPresent();
        assertThat(new Trial(folder).out("out.parquet").run(List.of("cases.csv"), findings))
                .isPresent();
        List<String> fromCsv =
                ask(
                        """
                        SELECT id, edition, coalesce(headline, ''), coalesce(missing, ''), coalesce(provisions, ''),
                            coalesce(duties, ''), coalesce(lifts_earliest, ''), coalesce(lifts_latest, ''),
                            coalesce("then", '')
                        FROM read_csv('%s', header = true, all_varchar = true)
                        """
                                .formatted(folder.resolve("out.csv")));
        List<String> fromParquet =
                ask(
                        """
                        SELECT id, edition, array_to_string(headline, ' or '), array_to_string(missing, '; '),
                            array_to_string(provisions, '; '), array_to_string(duties, '; '),
                            CASE WHEN lifts_never THEN 'never' ELSE coalesce(lifts_earliest::VARCHAR, '') END,
                            coalesce(lifts_latest::VARCHAR, ''), array_to_string("then", ' or ')
                        FROM '%s'
                        """
                                .formatted(folder.resolve("out.parquet")));
        assertThat(fromParquet).isEqualTo(fromCsv).hasSizeGreaterThan(1_500);
        try (var left = Files.list(folder)) {
            assertThat(left.map(p -> p.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "cases.csv",
                            "out.csv",
                            "out.csv.findings.csv",
                            "out.parquet",
                            "out.parquet.findings.csv");
        }
    }

    @ParameterizedTest(name = "cut at {0} in 100")
    @ValueSource(ints = {5, 50, 95})
    void a_file_that_is_cut_off_is_a_finding(int percent) throws Exception {
        Files.writeString(folder.resolve("cases.csv"), Rows.sheet(1_000, 100));
        parquet("cases.csv", "cases.parquet", "COMPRESSION snappy");
        byte[] whole = Files.readAllBytes(folder.resolve("cases.parquet"));
        Files.write(
                folder.resolve("cases.parquet"),
                Arrays.copyOf(whole, whole.length * percent / 100));
        AuditSummary summary =
                new Trial(folder).run(List.of("cases.parquet"), findings).orElseThrow();
        assertThat(findings).extracting(Finding::code).containsExactly("audit.file.broken");
        assertThat(summary.complete()).isFalse();
        assertThat(summary.share()).isZero();
        assertThat(SummaryWords.coverage(summary)).startsWith("No row was decided.");
    }

    @Test
    void a_page_that_is_torn_ends_the_file_and_not_the_audit() throws Exception {
        Files.writeString(folder.resolve("cases.csv"), Rows.sheet(5_000, 100));
        Files.writeString(folder.resolve("more.csv"), Rows.sheet(10, 100));
        parquet("cases.csv", "cases.parquet", "COMPRESSION snappy, ROW_GROUP_SIZE 1024");
        byte[] bytes = Files.readAllBytes(folder.resolve("cases.parquet"));
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + bytes.length / 8, (byte) 0xA5);
        Files.write(folder.resolve("cases.parquet"), bytes);
        AuditSummary summary =
                new Trial(folder).run(List.of("cases.parquet", "more.csv"), findings).orElseThrow();
        assertThat(summary.complete()).isFalse();
        assertThat(summary.unread()).hasSize(1);
        assertThat(findings).extracting(Finding::code).contains("audit.file.broken");
        assertThat(summary.rows()).as("rows of the second file").isGreaterThanOrEqualTo(10);
    }

    @Test
    void a_result_that_cannot_be_made_leaves_what_was_decided() throws IOException {
        Files.writeString(folder.resolve("cases.csv"), Rows.sheet(200, 100));
        // Where the Parquet file is to be made, something is in the way.
        Files.createDirectories(folder.resolve("out.parquet.part/not empty"));
        assertThat(new Trial(folder).out("out.parquet").run(List.of("cases.csv"), findings))
                .isEmpty();
        assertThat(findings).extracting(Finding::code).containsExactly("audit.out.unwritable");
        Files.delete(folder.resolve("out.parquet.part/not empty"));
        Files.delete(folder.resolve("out.parquet.part"));
        findings.clear();
        assertThat(
                        new Trial(folder)
                                .out("out.parquet")
                                .resuming()
                                .run(List.of("cases.csv"), findings)
                                .orElseThrow()
                                .rows())
                .isEqualTo(200);
        assertThat(folder.resolve("out.parquet")).exists();
    }
}

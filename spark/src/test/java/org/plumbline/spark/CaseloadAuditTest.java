package org.plumbline.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.bulk.ColumnMapping;
import org.plumbline.core.load.Loaded;

class CaseloadAuditTest {

    private static final SparkSession SPARK = session();

    private static SparkSession session() {
        return SparkSession.builder()
                .master("local[2]")
                .appName("plumbline")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "2")
                .getOrCreate();
    }

    @TempDir Path folder;

    @AfterAll
    static void stop() {
        SPARK.stop();
    }

    private int audit(Path in, Path out, String... more) {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("--codes", System.getProperty("plumbline.codes")));
        arguments.addAll(List.of("--on", Invented.DAY.toString(), "--ordinary"));
        arguments.addAll(List.of(more));
        arguments.addAll(List.of(in.toString(), out.toString()));
        return CaseloadAudit.run(SPARK, arguments.toArray(String[]::new));
    }

    @Test
    void the_same_bytes_come_out_as_on_one_machine() {
        Path cases = Invented.caseload(folder, 600);
        Path out = folder.resolve("out");

        assertThat(audit(cases, out)).isEqualTo(1);

        List<String> expected = Invented.onOneMachine(cases, folder);
        assertThat(expected).hasSizeGreaterThan(1_000);
        assertThat(Invented.written(out.resolve("decisions"))).isEqualTo(expected);
        assertThat(Invented.written(out.resolve("findings")))
                .hasSize(12)
                .allMatch(l -> l.contains("levitation"));
        assertThat(CarriedLibrary.rebuilt()).isEqualTo(1);
    }

    @Test
    void a_mapping_says_what_columns_hold_and_how_dates_are_written_as_on_one_machine()
            throws IOException {
        Path cases =
                Files.write(
                        folder.resolve("theirs.csv"),
                        List.of(
                                "Case No,Body,Deed,Who,Ended,Seen",
                                "a,aca,sexual-contact,former-client,5/1/2023,5/1/2023",
                                "b,aca,sexual-contact,former-client,1/5/2023,1/5/2023"));
        String columns =
                """
                columns:
                  "Case No": id
                  Body: membership
                  Deed: act
                  Who: party
                  Ended: service-ended
                  Seen: last-professional-contact
                """;
        Path silent = Files.writeString(folder.resolve("silent.yaml"), columns);
        Path mapping =
                Files.writeString(folder.resolve("mapping.yaml"), columns + "dates: day-first\n");

        assertThat(audit(cases, folder.resolve("none"), "--mapping", silent.toString()))
                .as("nobody says which is the day")
                .isEqualTo(1);
        assertThat(Invented.written(folder.resolve("none").resolve("findings")))
                .hasSize(4)
                .allMatch(l -> l.contains("audit.date.twofold"));

        Path days = folder.resolve("days");
        assertThat(audit(cases, days, "--mapping", mapping.toString())).isZero();
        List<String> dayFirst = Invented.written(days.resolve("decisions"));
        assertThat(dayFirst).filteredOn(l -> l.startsWith("a,together")).hasSize(1);
        assertThat(dayFirst)
                .filteredOn(l -> l.startsWith("a,"))
                .allMatch(l -> l.contains("2028-01-06"));
        assertThat(dayFirst)
                .filteredOn(l -> l.startsWith("b,"))
                .allMatch(l -> l.contains("2028-05-02"));
        assertThat(ColumnMapping.read(mapping)).isInstanceOf(Loaded.Sound.class);
        if (ColumnMapping.read(mapping) instanceof Loaded.Sound<ColumnMapping>(var read, _)) {
            assertThat(dayFirst).isEqualTo(Invented.onOneMachine(cases, folder, read));
        }

        Path months = folder.resolve("months");
        assertThat(audit(cases, months, "--mapping", silent.toString(), "--dates", "month-first"))
                .isZero();
        assertThat(Invented.written(months.resolve("decisions")))
                .filteredOn(l -> l.startsWith("a,"))
                .allMatch(l -> l.contains("2028-05-02"));
        assertThat(audit(cases, folder.resolve("odd"), "--dates", "european")).isEqualTo(64);
    }

    @Test
    void a_row_without_a_key_is_decided_and_found_as_on_one_machine() throws IOException {
        Path cases =
                Files.write(
                        folder.resolve("keyless.csv"),
                        List.of(
                                "act,id,party,membership",
                                "friendship,a,former-client,nasw",
                                "friendship,,former-client,nasw",
                                "hug,  ,current-client,aca"));
        Path out = folder.resolve("out");

        assertThat(audit(cases, out)).isEqualTo(0);

        List<String> decisions = Invented.written(out.resolve("decisions"));
        assertThat(decisions).isEqualTo(Invented.onOneMachine(cases, folder));
        assertThat(decisions).filteredOn(l -> l.startsWith(",together,")).hasSize(2);
        assertThat(Invented.written(out.resolve("findings")))
                .hasSize(2)
                .allMatch(l -> l.startsWith(",id,audit.key.missing,"));
        assertThat(Invented.lines(folder.resolve("one.findings.csv")).skip(1))
                .hasSize(2)
                .allMatch(l -> l.contains(",2,audit.key.missing,"));
    }

    @Test
    void a_key_that_a_spreadsheet_would_run_is_found_as_on_one_machine() throws IOException {
        Path cases =
                Files.write(
                        folder.resolve("formulas.csv"),
                        List.of(
                                "id,act,party,membership",
                                "\"=HYPERLINK(\"\"http://x.example\"\",\"\"Anna\"\")\",hug,former-client,nasw",
                                "-5,hug,former-client,nasw",
                                "@sum,friendship,former-client,aca",
                                "+dde,levitation,former-client,aca"));
        Path out = folder.resolve("out");

        assertThat(audit(cases, out)).as("one row could not be decided").isEqualTo(1);

        assertThat(Invented.written(out.resolve("decisions")))
                .isEqualTo(Invented.onOneMachine(cases, folder));
        assertThat(Invented.written(out.resolve("findings")))
                .extracting(l -> l.replaceFirst(".*,((audit|scenario)[.a-z]+),.*", "$1"))
                .containsExactlyInAnyOrder(
                        "audit.key.formula", "audit.key.formula", "scenario.value.unknown")
                .containsExactlyInAnyOrderElementsOf(
                        Invented.lines(folder.resolve("one.findings.csv"))
                                .skip(1)
                                .map(l -> l.replaceFirst(".*,((audit|scenario)[.a-z]+),.*", "$1"))
                                .toList());
        Path parquet = folder.resolve("parquet");
        assertThat(audit(cases, parquet, "--parquet")).isEqualTo(1);
        assertThat(Invented.written(parquet.resolve("findings")))
                .hasSize(1)
                .noneMatch(l -> l.contains("audit.key.formula"));
    }

    @Test
    void columns_with_types_say_what_they_say_on_one_machine() throws IOException {
        SPARK.sql(
                        """
                        SELECT * FROM VALUES
                          ('a', array('aca', 'nasw'), 'sexual-contact', 'former-client',
                            DATE '2023-05-01', TIMESTAMP_NTZ '2023-05-01 00:00:00', 20.50BD, true),
                          ('b', array('aca'), 'gift-receive', 'current-client', NULL, NULL, 20.00BD, NULL),
                          ('c', array('nasw'), 'friendship', 'former-client',
                            DATE '2020-02-29', TIMESTAMP_NTZ '2020-02-29 00:00:00', NULL, false)
                        AS cases(id, membership, act, party, `service-ended`,
                          `last-professional-contact`, `value-usd`, `harm-risk`)
                        """)
                .coalesce(1)
                .write()
                .parquet(folder.resolve("typed.parquet").toString());
        Path typed = folder.resolve("typed.parquet");
        Path out = folder.resolve("out");

        assertThat(audit(typed, out)).isZero();

        Path one;
        try (Stream<Path> parts = Files.list(typed)) {
            one = parts.filter(p -> p.toString().endsWith(".parquet")).findFirst().orElseThrow();
        }
        assertThat(Invented.written(out.resolve("decisions")))
                .isEqualTo(Invented.onOneMachine(one, folder))
                .anyMatch(l -> l.startsWith("a,nasw-2021,"))
                .anyMatch(l -> l.startsWith("a,aca-2014,prohibited,"));
    }

    @Test
    void a_moment_in_a_zone_is_no_day_until_the_mapping_says_so() throws IOException {
        Path typed = folder.resolve("moments.parquet");
        SPARK.sql(
                        """
                        SELECT 'a' AS id, 'aca' AS membership, 'sexual-contact' AS act,
                          'former-client' AS party,
                          TIMESTAMP '2023-05-01T23:30:00Z' AS `last-professional-contact`,
                          45047 AS `service-ended`
                        """)
                .write()
                .parquet(typed.toString());
        Path silent = folder.resolve("silent");
        assertThat(audit(typed, silent)).isEqualTo(1);
        assertThat(Invented.written(silent.resolve("findings")))
                .anyMatch(
                        l -> l.contains("audit.date.moment") && l.contains("2023-05-01T23:30:00Z"))
                .anyMatch(l -> l.contains("audit.date.number") && l.contains("45047"));

        Path mapping =
                Files.writeString(
                        folder.resolve("mapping.yaml"),
                        """
                        columns:
                          id: id
                        dates:
                          last-professional-contact: moment
                          service-ended: excel
                        """);
        Path said = folder.resolve("said");
        assertThat(audit(typed, said, "--mapping", mapping.toString())).isZero();
        assertThat(Invented.written(said.resolve("decisions")))
                .anyMatch(l -> l.startsWith("a,aca-2014") && l.contains("2028-05-02"));
    }

    @Test
    void a_row_with_too_many_fields_is_found_and_not_cut() throws IOException {
        Path cases =
                Files.write(
                        folder.resolve("long.csv"),
                        List.of(
                                "id,membership,act,party",
                                "a,nasw,friendship,former-client",
                                "b,nasw,friendship,former-client,and more",
                                "c,nasw,friendship"));
        Path out = folder.resolve("out");

        assertThat(audit(cases, out)).isEqualTo(1);

        assertThat(Invented.written(out.resolve("decisions"))).allMatch(l -> l.startsWith("a,"));
        assertThat(Invented.written(out.resolve("findings")))
                .satisfiesExactly(
                        l -> assertThat(l).startsWith("b,").contains("audit.row.long", "5 fields"),
                        l ->
                                assertThat(l)
                                        .startsWith("c,")
                                        .contains("audit.row.short", "3 fields"));
    }

    @Test
    void a_column_without_a_place_stops_the_audit() throws IOException {
        Path cases =
                Files.write(
                        folder.resolve("odd.csv"),
                        List.of("id,act,party,shoe size", "a,friendship,former-client,43"));

        assertThat(audit(cases, folder.resolve("out"))).isEqualTo(2);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void sql_tells_the_headline_and_when_a_bar_lifts() {
        SqlFunctions.register(SPARK, Invented.LIBRARY, Invented.DAY, true);
        SPARK.sql(
                        """
                        SELECT * FROM VALUES
                          ('a', 'aca', 'sexual-contact', 'former-client', '2023-05-01', '2023-05-01'),
                          ('b', 'nasw', 'friendship', 'former-client', NULL, NULL),
                          ('c', 'aca', 'levitation', 'former-client', NULL, NULL),
                          ('d', 'aca', 'sexual-contact', 'current-client', NULL, NULL)
                        AS cases(id, membership, act, party, `service-ended`, `last-professional-contact`)
                        """)
                .createOrReplaceTempView("cases");

        List<String> told =
                SPARK
                        .sql(
                                """
                                SELECT id, plumbline_headline(struct(*)), plumbline_lifts(struct(*)),
                                  plumbline_provisions(struct(*)), plumbline_missing(struct(*)),
                                  plumbline_problem(struct(*))
                                FROM cases ORDER BY id
                                """)
                        .collectAsList()
                        .stream()
                        .map(Row::mkString)
                        .toList();

        assertThat(told.get(0)).startsWith("aprohibited2028-05-02").contains("A.5.c");
        assertThat(told.get(1))
                .startsWith("badvised-against or not-addressednull")
                .contains("harm-risk");
        assertThat(told.get(2)).startsWith("cnullnullnullnull").contains("levitation");
        assertThat(told.get(3)).startsWith("dprohibited").contains("A.5.a");
    }
}

package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.bulk.InventedCaseload;
import org.plumbline.bulk.Progress;

/// `plumbline audit` from the command line.
class AuditCommandTest {

    private static final String SHEET =
            """
            id,membership,act,party,last-professional-contact
            a,aca,sexual-contact,former-client,2023-05-01
            b,aca,sexual-contact,former-client,2018-05-01
            c,aca,gift-receive,current-client,
            d,,hug,current-client,
            """;

    @TempDir Path folder;

    private record Run(int status, String out, String err) {}

    private Run audit(String... words) {
        List<String> all = new ArrayList<>(List.of("audit", "--on", "2026-06-01", "--ordinary"));
        for (String word : words) {
            all.add(word.contains(".") && !word.contains(" ") ? folder + "/" + word : word);
        }
        var out = new StringWriter();
        var err = new StringWriter();
        String[] line = all.toArray(new String[0]);
        var command = Main.commandLine(line);
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        int status = command.execute(line);
        return new Run(status, out.toString(), err.toString());
    }

    private void file(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private List<String> keys(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name)).stream()
                .skip(1)
                .map(l -> l.split(",", 2)[0])
                .distinct()
                .toList();
    }

    @Test
    void it_says_how_much_it_speaks_for_and_what_the_texts_say_in_words() throws IOException {
        file("cases.csv", SHEET);
        Run run = audit("cases.csv", "--out", "out.csv");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains(
                        "It speaks for all of the input: 4 rows, every one decided.",
                        "No text binds in 1 row, which is not permission.",
                        "ACA 2014",
                        "1  Prohibited\n",
                        "Have sexual contact",
                        "Silent, not addressed and open do not mean permitted.")
                .doesNotContain("aca-2014", "1 rows", "sexual-contact");
        assertThat(keys("out.csv")).containsExactly("a", "b", "c", "d");
    }

    @Test
    void the_summary_is_text_json_and_a_page() throws IOException {
        file("cases.csv", SHEET);
        Run run =
                audit(
                        "cases.csv",
                        "--out",
                        "out.csv",
                        "--json",
                        "--summary",
                        "s.html",
                        "--summary",
                        "s.json",
                        "--summary",
                        "s.txt");
        assertThat(run.out())
                .contains(
                        "\"rows\" : 4",
                        "\"complete\" : true",
                        "\"percent_read\" : 100",
                        "\"silent\" : 1",
                        "\"aca-2014\" : {",
                        "\"sexual-contact\" : {");
        assertThat(Files.readString(folder.resolve("s.json"))).isEqualToIgnoringNewLines(run.out());
        assertThat(Files.readString(folder.resolve("s.html"))).startsWith("<!doctype html>");
        assertThat(Files.readString(folder.resolve("s.txt"))).contains("every one decided");
    }

    @Test
    void what_cannot_be_decided_is_counted_and_ends_with_status_one() throws IOException {
        file("cases.csv", SHEET + "e,aca,no-such-act,current-client,\n");
        Run run = audit("cases.csv", "--out", "out.csv");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "It speaks for 4 of the 5 rows that could be read.",
                        "1  a value that is none of our words");
        assertThat(Files.readString(folder.resolve("out.csv.findings.csv")))
                .contains("cases.csv,6,3,scenario.value.unknown");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"., a b x", "./*.csv, a b", "./[b-z]*sv, b x", "./1.csv ./3.tsv, a x"})
    void a_folder_a_pattern_and_several_files_are_read(String words, String keys)
            throws IOException {
        file("1.csv", SHEET.lines().limit(2).reduce("", (all, l) -> all + l + "\n"));
        file("b2.csv", "id,act,party\nb,hug,current-client\n");
        file("b3.tsv", "id\tact\tparty\nx\thug\tcurrent-client\n");
        file("3.tsv", "id\tact\tparty\nx\thug\tcurrent-client\n");
        file("notes.md", "not a caseload");
        if (!words.contains("3.tsv")) {
            Files.delete(folder.resolve("3.tsv"));
        }
        List<String> all = new ArrayList<>(List.of(words.split(" ")));
        Path out = Files.createTempDirectory("audit").resolve("out.csv");
        List<String> line =
                new ArrayList<>(List.of("audit", "--on", "2026-06-01", "--out", out.toString()));
        all.forEach(
                w -> line.add(folder.resolve(w.substring(w.startsWith("./") ? 2 : 1)).toString()));
        var err = new StringWriter();
        String[] wordsOfLine = line.toArray(new String[0]);
        var command = Main.commandLine(wordsOfLine);
        command.setOut(new PrintWriter(new StringWriter(), true));
        command.setErr(new PrintWriter(err, true));
        assertThat(command.execute(wordsOfLine)).as(err.toString()).isZero();
        assertThat(Files.readAllLines(out).stream().skip(1).map(l -> l.split(",", 2)[0]).distinct())
                .containsExactly(keys.split(" "));
    }

    @Test
    void only_what_is_as_strict_as_asked_is_kept() throws IOException {
        file("cases.csv", SHEET);
        audit("cases.csv", "--out", "out.csv", "--at-least", "prohibited");
        assertThat(keys("out.csv")).containsExactly("a", "b");
        audit("cases.csv", "--out", "out.csv", "--where", "headline silent");
        assertThat(keys("out.csv")).doesNotContain("a", "b");
    }

    @ParameterizedTest(name = "against a result in {0}")
    @ValueSource(strings = {"old.csv", "old.jsonl", "old.parquet"})
    void only_what_changed_against_an_earlier_run_is_kept(String old) throws IOException {
        file("cases.csv", SHEET);
        assertThat(audit("cases.csv", "--out", old).status()).isZero();
        file(
                "later.csv",
                SHEET.replace("c,aca,gift-receive", "c,aca,barter")
                                .replace("b,aca,sexual-contact,former-client,2018-05-01\n", "")
                        + "e,aca,hug,current-client,\n");
        Run run = audit("later.csv", "--out", "out.csv", "--against", old, "--json");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(keys("out.csv")).containsExactly("c", "e");
        assertThat(run.out()).contains("\"new\" : 1", "\"changed\" : 1", "\"gone\" : 1");
    }

    @Test
    void only_what_an_earlier_edition_says_otherwise_is_kept() throws IOException {
        file(
                "cases.csv",
                """
                id,membership,act,party,last-professional-contact
                early,aca,sexual-contact,former-client,2023-05-01
                nothing,aca,hug,current-client,
                """);
        audit("cases.csv", "--out", "out.csv", "--edition", "aca-2014", "--against", "aca-1995");
        assertThat(keys("out.csv")).contains("early");
    }

    @ParameterizedTest(name = "{0} against {1}: {2}")
    @CsvSource({
        "nasw-2021, nasw-2008, earlier-edition, 'NASW 2008, an earlier edition of the same text,'",
        "nasw-2008, nasw-2021, later-edition, 'NASW 2021, a later edition of the same text,'",
        "nasw-2021, aca-2005, another-text, 'ACA 2005, another text and no edition of this one,'"
    })
    void the_summary_says_which_editions_were_compared(
            String decided, String other, String word, String phrase) throws IOException {
        file("cases.csv", SHEET);
        String[] words = {
            "cases.csv",
            "--out",
            "out.csv",
            "--edition",
            decided,
            "--against",
            other,
            "--summary",
            "summary.html",
            "--summary",
            "summary.json"
        };
        Run run = audit(words);
        assertThat(run.out().replaceAll("\\s+", " ")).contains("compared with what " + phrase);
        assertThat(Files.readString(folder.resolve("summary.html")))
                .contains("compared with what " + phrase);
        assertThat(Files.readString(folder.resolve("summary.json")))
                .contains("\"other\" : \"" + other + "\"", "\"other_is\" : \"" + word + "\"");
    }

    @Test
    void an_edition_is_not_compared_with_itself() throws IOException {
        file("cases.csv", SHEET);
        Run run =
                audit(
                        "cases.csv",
                        "--out",
                        "o.csv",
                        "--edition",
                        "aca-2014",
                        "--against",
                        "aca-2014");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--against aca-2014 is what --edition names");
    }

    @Test
    void a_result_does_not_take_the_place_of_what_it_is_made_from() throws IOException {
        file("cases.csv", SHEET);
        file("mapping.yaml", "columns: {id: id}\n");
        audit("cases.csv", "--out", "last.csv");
        Files.createDirectory(folder.resolve("results.d"));
        for (String[] words :
                new String[][] {
                    {"--out", "cases.csv"},
                    {"--out", "out.csv", "--summary", "cases.csv"},
                    {"--out", "last.csv", "--against", "last.csv"},
                    {"--out", "mapping.yaml", "--mapping", "mapping.yaml"},
                    {"--out", "results.d"}
                }) {
            List<String> all = new ArrayList<>(List.of("cases.csv"));
            all.addAll(List.of(words));
            Run run = audit(all.toArray(String[]::new));
            assertThat(run.status()).as("%s", all).isEqualTo(2);
            assertThat(run.err()).contains("; name a");
        }
        assertThat(Files.readString(folder.resolve("cases.csv"))).isEqualTo(SHEET);
    }

    @Test
    void the_result_of_a_folder_may_lie_in_it_and_be_written_anew() throws IOException {
        Files.createDirectory(folder.resolve("all.d"));
        file("all.d/cases.csv", SHEET);
        for (int time = 0; time < 2; time++) {
            Run run = audit("all.d", "--out", "all.d/result.csv");
            assertThat(run.status()).as(run.err()).isZero();
            assertThat(run.out()).contains("It speaks for all of the input: 4 rows");
        }
    }

    @Test
    void what_a_filter_names_and_is_not_there_is_told() throws IOException {
        file("cases.csv", SHEET);
        Run run = audit("cases.csv", "--out", "out.csv", "--where", "provision aca-2014 Z.9");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("aca-2014 has no provision `Z.9`");
        assertThat(audit("cases.csv", "--out", "out.csv", "--at-least", "bad").err())
                .contains("no headline `bad`");
    }

    @Test
    void a_file_that_is_named_in_two_ways_is_decided_once() throws IOException {
        file("cases.csv", SHEET);
        Run run = audit("cases.csv", "./cases.csv", ".", "--out", "out.csv");
        assertThat(run.out()).contains("4 rows, every one decided.");
        assertThat(run.status()).isZero();
    }

    @Test
    void what_a_stopped_audit_left_in_a_folder_is_no_case() throws IOException {
        Files.createDirectory(folder.resolve("all.d"));
        file("all.d/cases.csv", SHEET);
        for (String left : List.of("out.csv.part", "out.csv.findings.csv.part")) {
            file("all.d/" + left, "id\n");
        }
        file("all.d/out.parquet.csv.part", "id\n");
        Run csv = audit("all.d/*", "--out", "all.d/out.csv");
        assertThat(csv.out()).contains("4 rows");
        assertThat(csv.err()).contains("out.parquet.csv.part").doesNotContain("out.csv.part");
    }

    @Test
    void a_mapping_is_proposed_and_taken_with_the_order_of_dates() throws IOException {
        file(
                "cases.csv",
                """
                id,membership,act,party,Last professional contact,Shoe size
                a,aca,sexual-contact,former-client,1/5/2023,43
                """);
        Run proposed = audit("cases.csv", "--columns");
        assertThat(proposed.status()).isEqualTo(1);
        assertThat(proposed.out())
                .contains(
                        "\"Last professional contact\": last-professional-contact",
                        "\"Shoe size\": ignore    # not placed");
        file("mapping.yaml", proposed.out() + "dates: day-first\n");
        Run run = audit("cases.csv", "--out", "out.csv", "--mapping", "mapping.yaml");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(Files.readString(folder.resolve("out.csv"))).contains("2028-05-01,2028-05-02");
    }

    @Test
    void one_mapping_is_proposed_for_all_files_of_a_folder_and_serves_them_all()
            throws IOException {
        Files.createDirectory(folder.resolve("all.d"));
        file(
                "all.d/a.csv",
                """
                Case No.,Body,act,party,Date of last session,Last professional contact,Notes
                a,aca,sexual-contact,former-client,13/4/2023,1/5/2023,x
                """);
        file(
                "all.d/b.csv",
                """
                File no,membership,act,party,Date of last session
                b,aca,hug,current-client,1/5/2024
                c,aca,hug,current-client,31/5/2024
                """);
        Run proposed = audit("all.d", "--columns");
        assertThat(proposed.out())
                .startsWith("# What the columns of a.csv, b.csv hold.\ncolumns:\n")
                .containsOnlyOnce("\"act\": act\n")
                .contains(
                        "\"Case No.\": id\n",
                        "\"File no\": id\n",
                        "\"Notes\": ignore    # not placed",
                        "dates:\n  \"Date of last session\": day-first    # ",
                        "all.d/b.csv, line 2: 1/5/2024 is 2024-05-01\n");
        assertThat(proposed.err()).contains("a.csv:2:6", "`1/5/2023` can be read in two ways");

        file(
                "mapping.yaml",
                proposed.out().replace("\"Body\": ignore", "\"Body\": membership")
                        + "  \"Last professional contact\": day-first\n");
        Run run = audit("all.d", "--out", "out.csv", "--mapping", "mapping.yaml");
        assertThat(run.out())
                .contains("It speaks for all of the input: 3 rows, every one decided.");
        assertThat(Files.readString(folder.resolve("out.csv")))
                .contains("a,together", "2028-05-02");
    }

    @Test
    void the_form_of_dates_is_proposed_where_a_column_fits_one_alone() throws IOException {
        file(
                "cases.csv",
                """
                id,membership,act,party,Last professional contact,Service ended,Termination recorded
                a,aca,sexual-contact,former-client,1/5/2023,45047,3/4/2022
                b,aca,sexual-contact,former-client,13/5/2023,45100.5,5/4/2022
                c,aca,sexual-contact,former-client,2020,last spring,
                """);
        Run proposed = audit("cases.csv", "--columns");
        assertThat(proposed.out())
                .endsWith(
                        """
                        dates:
                          "Last professional contact": day-first    # line 2: 1/5/2023 is 2023-05-01
                          "Service ended": excel    # line 2: 45047 is 2023-05-01
                        """);
        assertThat(proposed.err())
                .contains("cases.csv:2:7", "`3/4/2022` can be read in two ways")
                .doesNotContain("`45047`", "`1/5/2023`");
        assertThat(proposed.status()).isEqualTo(1);

        file("mapping.yaml", proposed.out());
        Run run = audit("cases.csv", "--out", "out.csv", "--mapping", "mapping.yaml");
        assertThat(run.out()).contains("No row was decided.");
        assertThat(Files.readString(folder.resolve("out.csv.findings.csv")))
                .contains("cases.csv,2,7,audit.date.twofold", "cases.csv,4,6,date.none")
                .doesNotContain("45047", ",2,5,", ",3,5,");
    }

    @Test
    void days_are_counted_in_one_way_only_where_the_other_leads_past_today() throws IOException {
        file(
                "cases.csv",
                """
                id,membership,act,party,Service ended
                a,aca,sexual-contact,former-client,40000
                """);
        Run proposed = audit("cases.csv", "--columns");
        assertThat(proposed.out()).doesNotContain("excel");
        assertThat(proposed.err()).contains("[audit.date.number]", "cases.csv:2:5");
        assertThat(proposed.status()).isEqualTo(1);
    }

    @Test
    void a_key_that_stands_twice_leaves_nothing_out_and_shows_in_the_status() throws IOException {
        file("cases.csv", SHEET + SHEET.lines().skip(1).findFirst().orElseThrow() + "\n");
        Run run = audit("cases.csv", "--out", "out.csv");
        assertThat(run.status()).as(run.err()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "It speaks for all of the input: 5 rows, every one decided.",
                        "1  a key that stands on an earlier row");
    }

    @Test
    void the_input_is_not_written_over() throws IOException {
        file("cases.csv", SHEET);
        Run run = audit("cases.csv", "--out", "cases.csv");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("is one of the files to be decided");
        assertThat(folder.resolve("cases.csv")).hasContent(SHEET);
    }

    @Test
    void a_process_that_is_killed_half_way_is_gone_on_with_to_the_same_bytes() throws Exception {
        InventedCaseload.write(folder.resolve("cases.csv"), 120_000, LocalDate.of(2026, 6, 1));
        Path state = folder.resolve("out.csv.part.state");
        Process process = process("cases.csv", "--out", "out.csv");
        for (int tries = 0; tries < 6_000 && process.isAlive() && !isHalfWay(state); tries++) {
            Thread.sleep(20);
        }
        assertThat(isHalfWay(state)).as("it was half way when it was killed").isTrue();
        process.destroyForcibly();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("out.csv")).doesNotExist();

        Run run = audit("cases.csv", "--out", "out.csv", "--resume");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).contains("120,000 rows");
        audit("cases.csv", "--out", "whole.csv");
        assertThat(Files.mismatch(folder.resolve("out.csv"), folder.resolve("whole.csv")))
                .isEqualTo(-1);
        assertThat(
                        Files.mismatch(
                                folder.resolve("out.csv.findings.csv"),
                                folder.resolve("whole.csv.findings.csv")))
                .isEqualTo(-1);
        assertThat(state).doesNotExist();
    }

    @Test
    void a_process_that_is_asked_to_stop_says_how_to_go_on() throws Exception {
        InventedCaseload.write(folder.resolve("cases.csv"), 120_000, LocalDate.of(2026, 6, 1));
        Path state = folder.resolve("out.csv.part.state");
        Process process = process("cases.csv", "--out", "out.csv");
        for (int tries = 0; tries < 6_000 && process.isAlive() && !Files.exists(state); tries++) {
            Thread.sleep(20);
        }
        process.destroy();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.resolve("err.txt"))).contains("--resume");
        assertThat(state).exists();
        Run run = audit("cases.csv", "--out", "out.csv", "--resume");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).contains("120,000 rows");
    }

    private static boolean isHalfWay(Path state) throws IOException {
        return Files.exists(state)
                && Files.readString(state).lines().anyMatch(l -> l.matches("rows\t[1-9].*"));
    }

    private Process process(String... words) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add("-Dplumbline.codes=" + System.getProperty("plumbline.codes"));
        line.add("-cp");
        line.add(
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")));
        line.add("org.plumbline.cli.Main");
        line.addAll(List.of("audit", "--on", "2026-06-01", "--ordinary"));
        for (String word : words) {
            line.add(word.contains(".") ? folder + "/" + word : word);
        }
        return new ProcessBuilder(line)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
    }

    @ParameterizedTest(name = "{4}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1       | 0    | 50 | 2  | 1 row (50 %), 1 a second, about 2 seconds left
                    120000  | 0    | 10 | 2  | 120,000 rows (10 %), 60,000 a second, about 18 seconds left
                    1000000 | 0    | 1  | 10 | 1,000,000 rows (1.0 %), 100,000 a second, about 17 minutes left
                    3000000 | 2000000 | 50 | 10 | 3,000,000 rows (50 %), 100,000 a second, about 30 seconds left
                    """)
    void progress_says_rate_and_time_left(
            long rows, long before, long percent, double seconds, String line) {
        assertThat(AuditProgress.line(new Progress(rows, before, percent, 100), seconds))
                .isEqualTo(line);
    }
}

package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

    @TempDir Path folder;

    /// What a run of the command line printed, and its exit status.
    private record Run(int status, String out, String err) {}

    private static Run run(String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var line = Main.commandLine(words);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        int status = line.execute(words);
        return new Run(status, out.toString(), err.toString());
    }

    private Path file(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content);
    }

    private static final String FRIENDSHIP =
            """
            id: friends
            scenario:
              practitioner: {membership: [nasw, apa]}
              act: friendship
              party: former-client
              date: 2026-06-01
              facts: {exploitation-risk: true}
              rest: ordinary
            """;

    // ── ask ─────────────────────────────────────────────────────────────────────────────────

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Can I stay friends with an ex-client?",
                "May social workers be friends with their clients online?",
                "Could a therapist keep up a friendship with a former patient?",
                "What does the code of ethics say about keeping in touch with former clients?",
                "Are therapists allowed to talk to former patients?",
                "Can a lawyer date a client?",
                "Can my stylist's salon forbid her from dating me?",
                "Can I hug a client?",
                "Can a social worker in Ohio date a client two years after therapy ended?"
            })
    void ask_answers_in_words_with_a_text_and_a_level(String question) {
        Run run = run("ask", question);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).contains("asks about", "not legal advice");
        assertThat(run.out())
                .as("how well the provision is known")
                .containsAnyOf("We have read", "Known from", "Invented", "only part of this text");
    }

    @Test
    void ask_names_the_provision_and_what_is_missing() {
        Run run =
                run(
                        "ask",
                        "Can a social worker be friends with a former client?",
                        "--on",
                        "2026-06-01");
        assertThat(run.out())
                .contains("1.06(c)", "Is there a risk of exploitation?", "not permission");
    }

    @Test
    void ask_as_json_holds_the_contracted_keys() {
        Run run = run("ask", "--json", "Can I be friends with a former client?");
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains(
                        "\"question\"",
                        "\"in_scope\" : true",
                        "\"readings\"",
                        "\"slots\"",
                        "\"evidence\"",
                        "\"scenario\"",
                        "\"decision\"",
                        "\"together\"",
                        "\"under_burden\"",
                        "\"ask_next\"",
                        "\"changes\"");
    }

    @Test
    void a_client_is_told_whom_the_codes_bind() {
        assertThat(run("ask", "--as", "client", "Can my therapist hug me?").out())
                .contains("bind the professional and not the client");
    }

    @Test
    void a_person_in_danger_gets_help_and_no_code() {
        Run run = run("ask", "I want to kill myself");
        assertThat(run.out()).contains("988", "112").doesNotContain("nasw");
        Run json = run("ask", "--json", "I want to kill myself");
        assertThat(json.out())
                .contains("\"in_scope\" : false", "\"decision\" : null", "urgent_help");
    }

    @Test
    void what_is_out_of_scope_names_the_nearest_questions() {
        Run run = run("ask", "What is the best pizza in town?");
        assertThat(run.out()).contains("Questions that could be answered");
    }

    @Test
    void a_place_and_a_body_choose_the_texts() {
        Run ohio = run("ask", "Can I date a former client?", "--in", "US-OH");
        assertThat(ohio.out()).contains("Ohio Administrative Code");
        Run member = run("ask", "Can I date a former client?", "--member", "bacp");
        assertThat(member.out()).contains("Ethical Framework").doesNotContain("ACA Code of Ethics");
    }

    // ── decide ──────────────────────────────────────────────────────────────────────────────

    @Test
    void decide_echoes_the_id_and_names_every_text_that_binds() throws Exception {
        Run run = run("decide", "--json", file("case.yaml", FRIENDSHIP).toString());
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "\"id\" : \"friends\"",
                        "\"edition\" : \"nasw-2021\"",
                        "\"edition\" : \"apa-2017\"",
                        "\"binds\" : \"yes\"",
                        "\"headline\" : [ \"advised-against\" ]",
                        "\"lifts\" : \"never\"")
                .doesNotContain("\"edition\" : \"aca-2014\"");
    }

    @Test
    void an_edition_named_is_reported_even_if_it_does_not_bind() throws Exception {
        Run run =
                run(
                        "decide",
                        "--json",
                        "--edition",
                        "aca-2014",
                        file("case.yaml", FRIENDSHIP).toString());
        assertThat(run.out()).contains("\"not-bound\"", "\"together\" : null");
    }

    @Test
    void json_lines_come_back_in_order_and_a_bad_one_stands_alone() throws Exception {
        String lines =
                """
                {"id":"a","scenario":{"practitioner":{"membership":"nasw"},"act":"hug","party":"current-client","date":"2026-06-01"}}
                {"id":"b","scenario":{"act":"hugs"}}
                {"id":"c","practitioner":{"membership":"nasw"},"act":"cradling","party":"current-client","date":"2026-06-01","rest":"ordinary"}
                """;
        Run run = run("decide", file("cases.jsonl", lines).toString());
        assertThat(run.status()).isEqualTo(1);
        List<String> out = run.out().lines().toList();
        assertThat(out).hasSize(3);
        assertThat(out.get(0)).startsWith("{\"id\":\"a\"").contains("advised-against");
        assertThat(out.get(1))
                .startsWith("{\"id\":\"b\"")
                .contains("findings", "scenario.value.unknown");
        assertThat(out.get(2)).startsWith("{\"id\":\"c\"").contains("\"settled\":true");
    }

    @Test
    void a_partial_date_gives_every_headline_of_its_days() throws Exception {
        String aca =
                """
                practitioner: {membership: aca}
                act: sexual-contact
                party: former-client
                facts: {last-professional-contact: 2021-03-10, harm-risk: false, exploitation-risk: false}
                rest: ordinary
                """;
        String path = file("aca.yaml", aca).toString();
        assertThat(run("decide", "--json", "--on", "2026-03", path).out())
                .contains(
                        "\"as_of\" : \"2026-03\"",
                        "[ \"prohibited\", \"open-with-duties\" ]",
                        "\"fact\" : \"date\"");
        assertThat(run("decide", "--json", "--on", "2026-02", path).out())
                .contains("\"headline\" : [ \"prohibited\" ]");
    }

    @Test
    void decide_reads_slots() throws Exception {
        String slots =
                """
                {"id":"v","facts":{"profession":"counselor","party":"current_client","act":"social_media_connection","medium":"electronic","time_since_end":null,"jurisdiction_or_code":null,"client_initiated":true}}
                """;
        Run run =
                run(
                        "decide",
                        "--slots",
                        "--json",
                        "--edition",
                        "aca-2014",
                        file("v.json", slots).toString());
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"prohibited\"", "A.5.e", "\"binds\" : \"unknown\"");
    }

    @Test
    void decide_reads_standard_input() {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(FRIENDSHIP.getBytes(StandardCharsets.UTF_8)));
            assertThat(run("decide").out()).contains("1.06(c)");
        } finally {
            System.setIn(before);
        }
    }

    // ── What bad input gets ─────────────────────────────────────────────────────────────────

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    not YAML             | {act: [hug                                | yaml.syntax
                    an unknown word      | {act: hugg}                               | scenario.value.unknown
                    an unknown fact      | {act: hug, mood: good}                    | scenario.fact.unknown
                    a key twice          | {act: hug, act: hug}                      | yaml.key.twice
                    no such day          | {act: hug, date: 2026-02-30}              | date.none
                    an impossible order  | {act: hug, facts: {service-began: 2024, last-session: 2020}} | scenario.impossible
                    a list               | [1, 2]                                    | scenario.shape
                    nothing              | ''                                        | file.empty
                    """)
    void bad_input_gets_one_finding_with_place_and_mend(String what, String content, String code)
            throws Exception {
        Run run = run("decide", file("bad.yaml", content).toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out() + run.err()).contains(code).doesNotContain("Exception", "\tat ");
    }

    @Test
    void a_line_that_is_no_json_costs_no_other_line_its_answer() throws Exception {
        String good =
                """
                {"id": "%s", "scenario": {"practitioner": {"membership": ["nasw"]}, "act": "friendship", "party": "former-client", "date": "2026-06-01"}}
                """;
        Path lines =
                file("cases.jsonl", good.formatted("one") + "not json\n" + good.formatted("two"));
        Run run = run("decide", "--json", lines.toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out().lines().toList()).hasSize(3);
        assertThat(run.out()).contains("\"id\":\"one\"", "\"id\":\"two\"");
        assertThat(run.err()).contains("cases.jsonl:2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "cases: []"})
    void a_list_without_a_case_is_said_to_be_empty(String content) throws Exception {
        Run run = run("decide", "--json", file("none.yaml", content).toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).startsWith("{").contains("file.empty");
        assertThat(run.err()).contains("file.empty", "to mend:");
    }

    @Test
    void a_finding_shows_the_line_of_the_library_that_is_checked() throws Exception {
        Path other = Files.createDirectories(folder.resolve("codes/nasw"));
        Files.copy(
                Path.of(System.getProperty("plumbline.codes"), "vocabulary.yaml"),
                folder.resolve("codes/vocabulary.yaml"));
        Files.writeString(other.resolve("2021.yaml"), "edition: nasw-2021\ncolour: blue\n");
        Run run = run("check", folder.resolve("codes").toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("codes/nasw/2021.yaml:2:1").contains("2 | colour: blue");
    }

    @Test
    void a_missing_file_and_a_directory_are_said_to_be_so() {
        assertThat(run("decide", folder.resolve("none.yaml").toString()).err())
                .contains("file.missing", "to mend:");
        assertThat(run("decide", folder.toString()).err()).contains("file.directory");
        assertThat(run("check", folder.resolve("none").toString()).err())
                .contains("library.missing");
        assertThat(run("read", folder.toString()).err()).contains("file.directory");
    }

    @Test
    void large_deep_and_binary_files_are_refused_at_once() throws Exception {
        String large = file("large.yaml", "a: " + "x".repeat(10_000_000)).toString();
        assertThat(run("decide", large).err()).contains("file.too-large");
        String deep = file("deep.yaml", "[".repeat(100_000)).toString();
        assertThat(run("decide", deep).err()).contains("[yaml.");
        Path binary = folder.resolve("noise");
        byte[] noise = new byte[50_000];
        new java.util.Random(1).nextBytes(noise);
        Files.write(binary, noise);
        assertThat(run("decide", binary.toString()).err()).contains("file.encoding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frobnicate",
                "decide --edition nope-1",
                "ask",
                "ask hi --on tomorrow",
                "ask hi --in atlantis",
                "ask hi --member nobody",
                "ask hi --as nobody",
                "timeline",
                "timeline --act dancing",
                "timeline --act hug --party nobody",
                "timeline --act hug --years many",
                "compare",
                "compare nope-1 aca",
                "compare aca apa --act dancing",
                "compare aca apa --party nobody",
                "diff aca-2014",
                "diff aca apa",
                "diff aca-2014 nope-1",
                "check --deep --seconds soon",
                "codes show",
                "codes show nope-1",
                "codes show nasw-2021 9.99"
            })
    void what_is_not_understood_ends_with_status_two_and_a_line(String line) {
        Run run = run(line.split(" ", -1));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("plumbline: ").doesNotContain("\tat ");
    }

    @Test
    void what_the_library_does_not_hold_of_an_edition_is_not_told_as_lapsed() {
        assertThat(run("diff", "casw-2005", "casw-2024").out())
                .contains("too little is held to tell whether it still")
                .doesNotContain("A member may now");
        assertThat(run("diff", "aasw-2010", "aasw-2020").out())
                .contains("AASW 2020 is a draft: nothing in it is known better than from memory");
        assertThat(run("diff", "casw-2005", "casw-2024", "--json").out())
                .contains("\"counts_not_held\"", "\"no-longer-advised-against\" : 79");
    }

    @Test
    void too_few_words_are_told_in_words() {
        assertThat(run("diff", "aca-2014").err())
                .startsWith("plumbline: EDITION is wanted at least 2 times, and fewer are given\n");
    }

    @Test
    void a_folder_that_is_not_there_is_said_once_with_how_to_mend_it() {
        Run run = run("timeline", "--act", "friendship", "--svg", "no-such-folder/chart.svg");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .contains("chart.svg (there is no such file or folder; make it, or name another)");
    }

    // ── The library ─────────────────────────────────────────────────────────────────────────

    @Test
    void codes_lists_editions_and_shows_a_provision_with_its_source() {
        assertThat(run("codes").out()).contains("nasw-2021", "bacp-2018", "norms");
        Run show = run("codes", "show", "nasw-2021", "1.06(c)");
        assertThat(show.out())
                .contains(
                        "Dual or multiple relationships", "Source:", "A social worker should not");
        assertThat(run("codes", "show", "nasw-2021", "--json").out())
                .contains("\"verified\" : \"text\"", "\"reads\"");
    }

    @Test
    void the_timeline_is_drawn_as_text_and_as_svg() throws Exception {
        Run text = run("timeline", "--act", "sexual-contact", "--on", "2026-01-01");
        assertThat(text.out()).contains("5 years", "ACA");
        Path svg = folder.resolve("chart.svg");
        run("timeline", "--act", "sexual-contact", "--on", "2026-01-01", "--svg", svg.toString());
        assertThat(Files.readString(svg)).startsWith("<svg").contains("<title", "<desc", "pattern");
    }

    @Test
    void two_texts_are_compared_with_one_case_for_each_difference() throws Exception {
        String[] asked = {
            "compare", "aca-2014", "apa-2017", "--act", "sexual-contact", "--party", "former-client"
        };
        Run text = run(asked);
        assertThat(text.status()).isZero();
        assertThat(text.out())
                .contains("ACA 2014 does not forbid everything here that APA 2017 does.")
                .contains("asks about having sexual contact")
                .contains("forbids it (A.5.c)");
        List<String> json = new java.util.ArrayList<>(List.of(asked));
        json.add("--json");
        assertThat(run(json.toArray(String[]::new)).out())
                .contains("\"one\" : \"aca-2014\"", "\"scenario\"", "\"story\"");
        Path svg = folder.resolve("matrix.svg");
        run("compare", "aca", "apa", "--act", "hug", "--svg", svg.toString());
        assertThat(Files.readString(svg)).startsWith("<svg").contains("<title", "<desc", "pattern");
        assertThat(run("compare", "aca-2014", "--act", "hug", "--markdown").out())
                .contains("| Act | a current client |");
    }

    @Test
    void a_text_that_forbids_nothing_is_no_measure_of_strictness() {
        assertThat(run("compare", "nasw-2021", "apa-2017", "--act", "friendship", "--json").out())
                .containsSubsequence(
                        "\"edition\" : \"nasw-2021\"",
                        "\"forbids_all_that_the_other_does\" : \"no\"",
                        "\"the_other_forbids_nothing\" : false",
                        "\"edition\" : \"apa-2017\"",
                        "\"forbids_all_that_the_other_does\" : \"yes\"",
                        "\"the_other_forbids_nothing\" : true");
    }

    @Test
    void one_of_a_thing_is_not_said_to_be_several() {
        Path small =
                Path.of(System.getProperty("plumbline.home"), "core/src/test/resources/library");
        assertThat(run("check", small.toString()).out())
                .contains("1 edition, 3 norms; 1 case with 1 expectation, 0 differ.");
    }

    @Test
    void texts_of_different_times_are_compared_in_their_words_and_that_is_said() {
        assertThat(run("compare", "aca-2005", "aca-2014", "--act", "hug").out())
                .contains("They were never in force on one day (ACA 2005: 2005 to 2013;");
        assertThat(run("compare", "aca-2005", "aca-2014", "--act", "hug", "--json").out())
                .contains("\"ever_together\" : false");
        assertThat(run("compare", "aca-2014", "apa-2017", "--act", "hug").out())
                .doesNotContain("never in force");
    }

    @Test
    void a_text_changed_nothing_of_itself() {
        assertThat(run("diff", "aca-2014", "aca-2014", "--act", "barter").out())
                .contains(
                        "Nothing changed in what they forbid, advise against, require, allow or ask,");
    }

    @Test
    void what_the_time_did_not_allow_is_never_told_as_nothing_found() {
        Run run = run("check", small().toString(), "--deep", "--seconds", "0");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("Not determined: the time was up before 1 text")
                .doesNotContain("Nothing found.\n");
        assertThat(run("check", small().toString(), "--deep").out())
                .contains("1 text or pair of texts looked at")
                .doesNotContain("Not determined");
    }

    @Test
    void one_mistake_many_times_is_shown_a_hundred_times_and_counted(@TempDir Path folder)
            throws IOException {
        Path library = folder.resolve("library");
        try (Stream<Path> files = Files.walk(small())) {
            for (Path file : files.toList()) {
                Files.copy(file, library.resolve(small().relativize(file).toString()));
            }
        }
        var slots = new StringBuilder("slots: plumbline\ncodes:\n");
        for (int name = 0; name < 130; name++) {
            slots.append("  Guild %d: nowhere-%d\n".formatted(name, name));
        }
        Files.writeString(library.resolve("slots.yaml"), slots);
        Run run = run("check", library.toString());
        assertThat(run.err().split("unknown edition", -1)).hasSize(1 + 100);
        assertThat(run.err()).contains("30 more of `word.unknown` are not shown");
        assertThat(run.out()).contains("130 errors");
        assertThat(run("check", library.toString(), "--json").out().split("unknown edition", -1))
                .hasSize(1 + 130);
    }

    private static Path small() {
        return Path.of(System.getProperty("plumbline.home"), "core/src/test/resources/library");
    }

    @Test
    void the_library_at_hand_is_sound_and_every_norm_decides_a_case() {
        Run run = run("check", "--coverage");
        assertThat(run.status()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("Nothing found.", "0 differ");
        assertThat(run.out()).contains("it is proved that no case of the text can show them: ");
    }

    @Test
    void an_edition_that_is_not_there_is_told_before_any_case_is_run() {
        for (String what : List.of("--fill", "--mutants", "--coverage", "--deep")) {
            Run run = run("check", small().toString(), what, "--edition", "nope");
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err()).contains("no edition `nope`; `plumbline codes` lists them");
            assertThat(run.out()).isEmpty();
        }
        assertThat(small().resolve("cases/generated")).doesNotExist();
    }

    @Test
    void what_is_filled_stays_when_it_is_filled_again() throws Exception {
        Path library = folder.resolve("library");
        try (var all = Files.walk(small())) {
            for (Path from : all.toList()) {
                Path to = library.resolve(small().relativize(from).toString());
                if (Files.isDirectory(from)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(from, to);
                }
            }
        }
        assertThat(run("check", library.toString(), "--fill").out())
                .containsPattern("Generated cases: 0 kept, [1-9][0-9]* added, 0 dropped\\.");
        Path file = library.resolve("cases/generated/guild.yaml");
        String first = Files.readString(file);
        assertThat(run("check", library.toString(), "--fill").out())
                .containsPattern("Generated cases: [1-9][0-9]* kept, 0 added, 0 dropped\\.");
        assertThat(Files.readString(file)).isEqualTo(first);
    }

    @Test
    void read_answers_line_by_line() throws Exception {
        Path questions =
                file(
                        "q.jsonl",
                        """
                        {"id":"1","text":"Can I hug a client?"}
                        {"id":"2","text":"best pizza in town"}
                        """);
        List<String> lines = run("read", questions.toString()).out().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).contains("\"id\":\"1\"", "\"act\":\"hug\"", "\"in_scope\":true");
        assertThat(lines.get(1)).contains("\"id\":\"2\"", "\"in_scope\":false");
    }

    // ── claims ──────────────────────────────────────────────────────────────────────────────

    @Test
    void claimsSaysWhatIsFoundOfEachStatement() throws Exception {
        Path text =
                file(
                        "a.txt",
                        "The NASW code forbids any friendship with a former client. Is that so?");
        Run run = run("claims", text.toString(), "--on", "2026-06-01");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("OVERSTATED by Code of Ethics of the National Association")
                .contains("nasw-2021 1.06(c)")
                .contains("1 sentence was left alone");
        Run json = run("claims", text.toString(), "--on", "2026-06-01", "--json");
        assertThat(json.out())
                .contains("\"finding\" : \"overstated\"", "\"from\" : 0", "\"left_alone\" : 1");
    }

    @Test
    void claimsOfATrueTextEndWell() throws Exception {
        Path text = file("a.md", "The **ACA** code forbids sexual contact with current clients.");
        Path none = file("b.txt", "");
        Run run = run("claims", text.toString(), none.toString(), "--on", "2026-06-01");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("SUPPORTED by ACA").contains("No sentence asserts");
    }

    @Test
    void claimsRefusesWhatIsNoText() throws Exception {
        Path noise = Files.write(folder.resolve("x.bin"), new byte[] {0, 1, 2, (byte) 0xff});
        assertThat(run("claims", noise.toString()).err()).contains("file.encoding");
        assertThat(run("claims", noise.toString()).status()).isEqualTo(1);
        assertThat(run("claims", folder.toString()).err()).contains("is a directory");
        assertThat(run("claims", folder.resolve("none.txt").toString()).err())
                .contains("there is no file");
        assertThat(run("claims", "--code", "nobody", noise.toString()).status()).isEqualTo(2);
    }
}

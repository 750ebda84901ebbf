package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The interview as it is held at a terminal, its answers read from a file.
class InterviewCommandTest {

    private static final Path GOLDEN =
            Path.of(System.getProperty("plumbline.home", ".."))
                    .resolve("cli/src/test/resources/interview");

    private static final String QUESTION = "Can a social worker be friends with a former client?";

    @TempDir Path folder;

    private record Run(int status, String out, String err) {}

    private static Run run(String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        int status = line.execute(words);
        return new Run(status, out.toString(), err.toString());
    }

    private Run interview(String answers, String... words) throws Exception {
        Path file = Files.writeString(folder.resolve("answers.txt"), answers);
        String[] all = new String[words.length + 5];
        all[0] = "interview";
        System.arraycopy(words, 0, all, 1, words.length);
        all[words.length + 1] = "--answers";
        all[words.length + 2] = file.toString();
        all[words.length + 3] = "--on";
        all[words.length + 4] = "2026-06-01";
        return run(all);
    }

    private Path scenario(String content) throws Exception {
        return Files.writeString(folder.resolve("case.yaml"), content);
    }

    private static final String SEX_AFTER_SERVICE =
            """
            scenario:
              practitioner: {membership: [aca, apa]}
              act: sexual-contact
              party: former-client
              rest: ordinary
            """;

    // ── Whole interviews, kept ──────────────────────────────────────────────────────────────

    private static void golden(String name, String found) throws Exception {
        Path file = GOLDEN.resolve(name);
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, found);
        }
        assertThat(found).isEqualTo(Files.readString(file));
    }

    @Test
    void a_friendship_is_asked_through() throws Exception {
        golden("friendship.txt", interview("yes\n?\nmaybe\nno\nskip\n\n", QUESTION).out());
    }

    @Test
    void an_answer_is_changed_and_taken_back() throws Exception {
        golden(
                "changed.txt",
                interview(
                                "yes\nno\nchange 1\nno\nanswers\nchange 1\nyes\nback\nno\nno\n\n",
                                QUESTION)
                        .out());
    }

    @Test
    void dates_are_asked_as_dates() throws Exception {
        golden(
                "dates.txt",
                interview(
                                "yes\n2025-13\n2024-03-14\n2024-03-14\n\n",
                                "--scenario",
                                scenario(SEX_AFTER_SERVICE).toString())
                        .out());
    }

    @Test
    void the_transcript_is_json() throws Exception {
        Run run = interview("yes\nskip\nn/a\n", "--json", QUESTION);
        assertThat(run.out())
                .contains(
                        "\"transcript\"",
                        "\"kind\" : \"judgement\"",
                        "\"answer\" : {\n      \"value\" : [ \"nasw\" ]",
                        "\"answer\" : \"unknown\"",
                        "\"answer\" : \"not-applicable\"",
                        "\"next\" : null",
                        "\"nothing_left\" : true",
                        "\"decision\"",
                        "\"ask_next\" : null");
        assertThat(run.err()).as("the dialogue").contains("Are you a member");
    }

    // ── Sentences of the promise ────────────────────────────────────────────────────────────

    @Test
    void it_says_until_when_no_answer_could_allow_it() throws Exception {
        Run run =
                interview(
                        "stop\n",
                        "--scenario",
                        scenario(
                                        """
                                        practitioner: {membership: [nasw, aca]}
                                        act: sexual-contact
                                        party: former-client
                                        facts: {last-professional-contact: 2023-03-14}
                                        rest: ordinary
                                        """)
                                .toString());
        assertThat(run.out())
                .contains("No answer could allow it before 14 March 2028; you can stop here");
    }

    @Test
    void a_judgement_names_what_is_to_be_weighed_and_is_not_filled_in() throws Exception {
        Run run =
                interview(
                        "yes\n2024-03-14\n2024-03-14\nstop\n",
                        "--scenario",
                        scenario(SEX_AFTER_SERVICE).toString());
        assertThat(run.out()).contains("To be weighed: ");
        Run json =
                interview(
                        "yes\n2024-03-14\n2024-03-14\nstop\n",
                        "--json",
                        "--scenario",
                        scenario(SEX_AFTER_SERVICE).toString());
        assertThat(json.out())
                .contains(
                        "\"fact\" : \"exploits\"",
                        "\"kind\" : \"judgement\"",
                        "\"factors\" : [ \"the time since the service\"");
    }

    @Test
    void what_is_not_known_stays_open_and_what_does_not_apply_is_not_so() throws Exception {
        String file = scenario(SEX_AFTER_SERVICE).toString();
        assertThat(interview("yes\nskip\nskip\nstop\n", "--json", "--scenario", file).out())
                .contains("\"answer\" : \"unknown\"");
        assertThat(interview("yes\nn/a\nn/a\nstop\n", "--scenario", file).out())
                .contains("— Does not apply.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    perhaps | yes or no
                    12 | yes or no
                    2024 | yes or no
                    """)
    void a_wrong_answer_is_told_what_was_expected_and_asked_again(String wrong, String expected)
            throws Exception {
        Run run = interview(wrong + "\nyes\nstop\n", QUESTION);
        assertThat(run.out()).contains("That is no answer to this. Expected: " + expected);
        assertThat(run.out()).contains("2. ");
    }

    @Test
    void an_answer_that_nobody_could_give_is_not_taken() throws Exception {
        Run run =
                interview(
                        "yes\n2024-01-01\nstop\n",
                        "--scenario",
                        scenario(
                                        """
                                        practitioner: {membership: [aca, apa]}
                                        act: sexual-contact
                                        party: former-client
                                        facts: {service-began: 2024-06-01, last-professional-contact: 2024-07-01}
                                        rest: ordinary
                                        """)
                                .toString());
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("That cannot be so together with what was said before");
    }

    @Test
    void when_the_input_ends_the_answer_so_far_is_printed() throws Exception {
        Run run = interview("yes\n", QUESTION);
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("The input ended here", "not legal advice", "Your answers");
    }

    @Test
    void the_question_is_asked_for_where_there_is_none() throws Exception {
        Run run = interview(QUESTION + "\nyes\n");
        assertThat(run.out()).contains("What is to be done, and with whom?", "Are you a member");
        assertThat(interview("").out()).contains("I could not read this question");
    }

    @Test
    void nothing_is_assumed_where_that_is_asked_for() throws Exception {
        Run run = interview("yes\nstop\n", "--assume-nothing", QUESTION);
        assertThat(run.out()).doesNotContain("Assumed as ordinary");
        assertThat(run.out()).contains("Which of these is so: the practitioner is doing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u0000\u0007\u001b[31m", "مرحبا", "🙂🙂🙂", "<script>alert(1)</script>"})
    void no_reply_breaks_it(String reply) throws Exception {
        Run run = interview(reply + "\nyes\nstop\n", QUESTION);
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("That is no answer to this").doesNotContain("\u001b[31m");
    }

    @Test
    void an_endless_line_is_no_answer() throws Exception {
        Run run = interview("x".repeat(2_000_000) + "\nyes\nstop\n", QUESTION);
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("That is no answer to this");
        assertThat(run.out().length()).isLessThan(20_000);
    }

    @Test
    void a_file_that_is_no_scenario_is_a_finding() throws Exception {
        assertThat(interview("", "--scenario", scenario("- 1\n").toString()).status()).isEqualTo(1);
        assertThat(interview("", "--scenario", folder.resolve("nowhere.yaml").toString()).status())
                .isEqualTo(1);
        assertThat(run("interview", QUESTION, "--answers", "/nowhere.txt").status()).isEqualTo(1);
        assertThat(run("interview", "--in", "nowhere", QUESTION).status()).isEqualTo(2);
    }

    @Test
    void danger_gets_help_and_no_interview() throws Exception {
        assertThat(interview("", "I want to kill myself").out())
                .contains("988")
                .doesNotContain("1. ");
    }

    // ── What would change it ────────────────────────────────────────────────────────────────

    @Test
    void an_answer_says_what_would_change_it_and_what_cannot() throws Exception {
        Path file =
                scenario(
                        """
                        practitioner: {profession: lawyer, licence: state-bar-on-model-rules}
                        act: disclose-information
                        party: former-client
                        date: 2026-06-01
                        facts: {disclosure-consent: false}
                        rest: ordinary
                        """);
        String page = run("decide", "--edition", "aba-model-rules", file.toString()).out();
        assertThat(page)
                .contains(
                        "What would change it",
                        "Obtain consent before disclosing. Then:",
                        "Nobody can change this: the person is a former client");
        String json =
                run("decide", "--json", "--edition", "aba-model-rules", file.toString()).out();
        assertThat(json)
                .contains(
                        "\"do\" : [ \"obtain consent before disclosing\" ]",
                        "\"by\" : [ \"client\" ]",
                        "\"fixed\" : [");
    }
}

package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the library shows of itself: drafts, succession, citations without an edition, figures.
class LibraryShownTest {

    private static final Path PAGE =
            Path.of(System.getProperty("plumbline.codes", "../codes"))
                    .resolveSibling("docs/library.md");

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

    /// On one line, as if the console were endlessly wide.
    private static String unwrapped(String text) {
        return text.replaceAll("\\s+", " ");
    }

    // ── Drafts ──────────────────────────────────────────────────────────────────────────────

    private static final String UNDER_A_DRAFT = "May I date a former client under the CRCC code?";

    @Test
    void ask_leaves_a_draft_out_and_says_so() {
        Run run = run("ask", UNDER_A_DRAFT, "--on", "2020-05-01");
        assertThat(unwrapped(run.out()))
                .contains("Left out: Code of Professional Ethics for Rehabilitation Counselors")
                .contains("`--drafts` shows it")
                .doesNotContain("A.5.b:");
        assertThat(run("ask", UNDER_A_DRAFT, "--on", "2020-05-01", "--json").out())
                .contains("\"left_out\" : [ \"crcc-2017\" ]");
    }

    @Test
    void ask_with_drafts_shows_it_and_says_from_memory() {
        Run run = run("ask", UNDER_A_DRAFT, "--on", "2020-05-01", "--drafts");
        assertThat(unwrapped(run.out()))
                .contains("A.5.b:", "Known from memory only")
                .doesNotContain("Left out");
    }

    @Test
    void decide_by_a_draft_that_is_named_says_from_memory_on_every_face() throws IOException {
        Path scenario =
                Files.writeString(
                        folder.resolve("case.yaml"),
                        """
                        practitioner: {membership: crcc}
                        act: sexual-contact
                        party: current-client
                        date: 2020-05-01
                        rest: ordinary
                        """);
        Run named = run("decide", scenario.toString(), "--edition", "crcc-2017");
        assertThat(unwrapped(named.out()))
                .contains("You must not do this", "Known from memory only");
        assertThat(run("decide", scenario.toString(), "--edition", "crcc-2017", "--json").out())
                .contains("\"verified\" : \"memory\"");
        assertThat(run("decide", scenario.toString()).out()).doesNotContain("A.5.a");
        assertThat(
                        unwrapped(
                                run(
                                                "timeline",
                                                "--act",
                                                "sexual-contact",
                                                "--edition",
                                                "crcc-2017",
                                                "--on",
                                                "2020-05-01")
                                        .out()))
                .contains("A.5.b, from memory");
        assertThat(unwrapped(run("codes", "show", "crcc-2017", "A.5.a").out()))
                .contains("(draft, from memory)", "Known from memory only");
    }

    // ── Succession ──────────────────────────────────────────────────────────────────────────

    @Test
    void codes_shows_what_superseded_what() {
        String list = unwrapped(run("codes").out());
        assertThat(list).contains("superseded by crcc-2023", "supersedes crcc-2017");
        assertThat(unwrapped(run("codes", "show", "crcc-2017").out()))
                .contains("It was superseded by crcc-2023, in force from 2023.");
        assertThat(run("codes", "--json").out()).contains("\"superseded_by\" : \"crcc-2023\"");
    }

    @Test
    void a_citation_without_an_edition_lists_those_it_may_mean() {
        Run run = run("codes", "show", "CRCC A.5.b");
        assertThat(run.status()).isEqualTo(1);
        assertThat(unwrapped(run.out()))
                .contains("names no edition", "crcc-2017", "crcc-2023", "No such number is held");
        assertThat(run("codes", "show", "CRCC", "A.5.b", "--json").out())
                .contains("\"ambiguous\" : \"CRCC A.5.b\"");
    }

    @Test
    void a_body_with_a_year_names_an_edition() {
        Run run = run("codes", "show", "CRCC 2017 A.5.b");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("A.5.b").doesNotContain("A.5.c");
    }

    @Test
    void a_number_stands_for_its_items() {
        assertThat(run("codes", "show", "nasw-2021", "1.17").out())
                .contains("1.17(a)", "1.17(d)")
                .doesNotContain("1.16");
    }

    @Test
    void a_number_that_moved_is_followed_to_where_the_matter_stands() {
        assertThat(unwrapped(run("codes", "show", "NASW 1.16").out()))
                .contains("1.16(d) Ending service to pursue a relationship")
                .contains("the matter is 1.17(d) in nasw-2017, 1.17(d) in nasw-2021")
                .contains("1.16 Referral for services (the matter is 2.06 in nasw-2008)");
        assertThat(unwrapped(run("codes", "show", "ACA A.5.b").out()))
                .contains(
                        "the matter is A.5.c in aca-2014", "Previous sexual or romantic partners");
    }

    // ── The text of the day ─────────────────────────────────────────────────────────────────

    @Test
    void a_question_of_2007_is_answered_by_the_text_of_2007() {
        String question = "May a counselor date a former client?";
        assertThat(run("ask", question, "--on", "2007-06-01").out())
                .contains("ACA Code of Ethics (2005)", "A.5.b")
                .doesNotContain("ACA Code of Ethics (2014)");
        assertThat(run("ask", question, "--on", "2026-06-01").out())
                .contains("ACA Code of Ethics (2014)")
                .doesNotContain("ACA Code of Ethics (2005)");
    }

    @Test
    void a_case_of_2007_is_decided_by_the_text_of_2007() throws IOException {
        Path scenario =
                Files.writeString(
                        folder.resolve("case.yaml"),
                        """
                        practitioner: {membership: [aca, nasw, aamft]}
                        act: sexual-contact
                        party: former-client
                        date: 2007-06-01
                        facts: {last-professional-contact: 2004-05-01, service-ended: 2004-05-01}
                        rest: ordinary
                        """);
        assertThat(run("decide", scenario.toString()).out())
                .contains("ACA Code of Ethics (2005)", "AAMFT Code of Ethics (2001)")
                .doesNotContain("(2014)", "(2021)", "(2015)");
    }

    @Test
    void a_year_that_two_editions_share_is_decided_by_both() throws IOException {
        Path scenario =
                Files.writeString(
                        folder.resolve("case.yaml"),
                        """
                        practitioner: {membership: nasw}
                        act: social-media-connection
                        party: current-client
                        date: 2021
                        rest: ordinary
                        """);
        assertThat(unwrapped(run("decide", scenario.toString()).out()))
                .contains("Social Workers (2017)", "Social Workers (2021)")
                .doesNotContain("(2008)");
    }

    // ── Figures ─────────────────────────────────────────────────────────────────────────────

    @Test
    void the_page_of_figures_is_current() throws IOException {
        String before = Files.readString(PAGE);
        Path copy = Files.writeString(folder.resolve("library.md"), before);
        Run run = run("codes", "table", copy.toString());
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(before)
                .as("run `./plumbline codes table docs/library.md`")
                .isEqualTo(Files.readString(copy));
    }

    @Test
    void the_table_counts_by_body_and_level_and_keeps_what_people_wrote() throws IOException {
        Path page =
                Files.writeString(
                        folder.resolve("page.md"),
                        "before\n" + LibraryTable.BEGIN + LibraryTable.END + "\nafter\n");
        run("codes", "table", page.toString());
        assertThat(Files.readString(page))
                .startsWith("before\n")
                .endsWith("\nafter\n")
                .contains("| Commission on Rehabilitation Counselor Certification | 2 | 6 / 6 |")
                .contains("| `crcc-2023` | 2023 | excerpt | 0 | `crcc-2017` |");
        Path none = Files.writeString(folder.resolve("none.md"), "nothing");
        assertThat(run("codes", "table", none.toString()).status()).isEqualTo(2);
        assertThat(Files.readString(none)).isEqualTo("nothing");
    }
}

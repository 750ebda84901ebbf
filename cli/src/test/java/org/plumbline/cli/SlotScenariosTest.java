package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Slots, flags and names of codes become scenarios; what is not understood is reported and makes
/// no answer kinder.
///
/// `-Dvignettes=FILE` reads a file of published cases as well: every line must get a decision or
/// say what was not understood.
class SlotScenariosTest {

    @TempDir Path folder;

    private record Run(int status, String out, String err) {}

    private static Run run(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var line = Main.commandLine(args);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        int status = line.execute(args);
        return new Run(status, out.toString(), err.toString());
    }

    private String decided(String edition, String facts) throws Exception {
        return decided("\"facts\":{%s}".formatted(facts), "--edition", edition).out();
    }

    private Run decided(String item, String... options) throws Exception {
        // Two lines, so that the answer is JSON Lines as for a file of published cases.
        String line = "{\"id\":\"v\",%s}\n".formatted(item);
        Path file =
                Files.writeString(folder.resolve("v.jsonl"), line + line, StandardCharsets.UTF_8);
        String[] args = new String[options.length + 3];
        args[0] = "decide";
        args[1] = "--slots";
        args[2] = file.toString();
        System.arraycopy(options, 0, args, 3, options.length);
        return run(args);
    }

    private static String headline(String out) {
        var found = Pattern.compile("\"codes\":.*?\"headline\":(\\[[^]]*])").matcher(out);
        return found.find() ? found.group(1) : "none";
    }

    // Cases of our own, one for each way in which slots and flags may mean something.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            textBlock =
                    """
                    a gift of a form not said may be money             | ca-ns-nscsw-standard-3 | social_worker | current_client | gift_receive | "client_initiated":true | prohibited,not-addressed
                    a gift said to be money                            | ca-ns-nscsw-standard-3 | social_worker | current_client | gift_receive | "cash":true | prohibited
                    a loan of a direction not said                     | us-fl-64b4-10 | counselor | current_client | loan | "client_initiated":true | prohibited,silent
                    exploitation is harm                               | ama-2016 | physician | former_client | sexual_or_romantic | "exploitation_risk":true | prohibited
                    unless harm is said to be excluded                 | ama-2016 | physician | former_client | sexual_or_romantic | "exploitation_risk":true,"harm_risk":false,"undue_influence":false | not-addressed
                    harm without benefit outweighs it                  | bacp-2018 | psychotherapist_uk | current_client | friendship | "harm_risk":true,"potential_benefit":false | advised-against
                    no benefit outweighs being exploited               | bacp-2018 | psychotherapist_uk | current_client | friendship | "exploitation_risk":true,"potential_benefit":true | advised-against
                    what exploits appears to                           | gmc-2024 | physician | current_client | gift_receive | "exploitation_risk":true | prohibited
                    a psychologist is asked for therapy                | apa-2017 | psychologist | prospective_client | accept_as_client | "prior_relationship":"sexual" | prohibited
                    a harm alone may be outweighed                     | bacp-2018 | psychotherapist_uk | current_client | friendship | "harm_risk":true | advised-against,open-with-duties
                    a relative of somebody served until last year      | bacb-2022 | behavior_analyst | client_family | sexual_or_romantic | "time_since_end":"P1Y" | prohibited
                    a pupil called the client of a school counselor    | asca-2022 | school_counselor | current_client | sexual_or_romantic | "age_minor":false | prohibited
                    whoever supervises evaluates                       | apa-2017 | psychologist | supervisee | sexual_or_romantic | "exploitation_risk":false,"harm_risk":false,"objectivity_impaired":false,"effectiveness_impaired":false | prohibited,not-addressed
                    who asked for barter is not said                   | aca-2014 | counselor | current_client | barter | "exploitation_risk":false,"harm_risk":false | prohibited,permitted-with-duties
                    whoever proposes it himself is known               | aca-2014 | counselor | current_client | barter | "client_initiated":false | prohibited
                    a colleague has a tie of work                      | nasw-2021 | social_worker | colleague | accept_as_client | "harm_risk":true | advised-against
                    another profession leaves the case ordinary        | hcpc-2024 | other | current_client | friendship | "client_initiated":true | prohibited
                    a place by its usual name                          | bacp-2018 | psychotherapist_uk | current_client | friendship | "jurisdiction_or_code":"UK","harm_risk":true,"potential_benefit":false | advised-against
                    """)
    void slots_and_flags_mean_what_slots_yaml_says(
            String what,
            String edition,
            String profession,
            String party,
            String act,
            String flags,
            String headlines)
            throws Exception {
        String facts =
                "\"profession\":\"%s\",\"party\":\"%s\",\"act\":\"%s\",%s"
                        .formatted(profession, party, act, flags);
        String expected = "[\"" + headlines.replace(",", "\",\"") + "\"]";
        assertThat(headline(decided(edition, facts))).as(what).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            textBlock =
                    """
                    money is said                        | ca-ns-nscsw-standard-3 | social_worker | current_client | gift_receive | A client hands her some cash. | prohibited
                    that it is none leaves all open      | ca-ns-nscsw-standard-3 | social_worker | current_client | gift_receive | A client hands her a gift, not cash. | prohibited,not-addressed
                    two kinds of gift leave both open    | ca-ns-nscsw-standard-3 | social_worker | current_client | gift_receive | A book, with cash in it. | prohibited,not-addressed
                    who lends to whom                    | us-fl-64b4-10 | counselor | current_client | loan | She borrows ten thousand dollars from a client. | prohibited
                    sexual is no mere romance            | apa-2017 | psychologist | supervisee | sexual_or_romantic | He begins a sexual relationship with her. | prohibited
                    what bars one bars one or the other  | apa-2017 | psychologist | supervisee | sexual_or_romantic | Is a romantic or sexual relationship fitting? | prohibited
                    a romance is not taken for all       | apa-2017 | psychologist | supervisee | sexual_or_romantic | They fall in love. | prohibited,not-addressed
                    what steers the service              | ama-2016 | physician | current_client | gift_receive | A watch, hoping for early appointments. | prohibited
                    no judgement is read                 | nasw-2021 | social_worker | current_client | friendship | There is a risk of harm and of exploitation. | advised-against,not-addressed
                    a guest comes for no work            | bacb-2022 | behavior_analyst | current_client | attend_event | A client asks her to his party. | advised-against
                    and whoever comes to work does       | bacb-2022 | behavior_analyst | current_client | attend_event | She is to give support at the party. | not-addressed
                    what was handed over was not drafted | aba-model-rules | lawyer | current_client | gift_receive | A client hands him a present. | permitted,not-addressed
                    how near a relative is               | apa-2017 | psychologist | client_family | sexual_or_romantic | Sex with the sister of a therapy client. | prohibited
                    """)
    void words_settle_what_slots_leave_open_and_nothing_else(
            String what,
            String edition,
            String profession,
            String party,
            String act,
            String story,
            String headlines)
            throws Exception {
        String item =
                "\"story\":\"%s\",\"facts\":{\"profession\":\"%s\",\"party\":\"%s\",\"act\":\"%s\"}"
                        .formatted(story, profession, party, act);
        assertThat(headline(decided(item, "--edition", edition).out()))
                .as(what)
                .isEqualTo("[\"" + headlines.replace(",", "\",\"") + "\"]");
    }

    /// Nobody said that the messages were exchanged in person.
    @Test
    void a_medium_that_is_not_given_is_open() throws Exception {
        String facts =
                "\"profession\":\"social_worker\",\"party\":\"current_client\","
                        + "\"act\":\"personal_communication\"";
        for (String medium : List.of("", ",\"medium\":\"unspecified\"", ",\"medium\":null")) {
            assertThat(headline(decided("nasw-2021", facts + medium)))
                    .isEqualTo("[\"advised-against\",\"not-addressed\"]");
        }
        assertThat(headline(decided("nasw-2021", facts + ",\"medium\":\"electronic\"")))
                .isEqualTo("[\"advised-against\"]");
    }

    /// A length since the last session starts the clocks that run from it.
    @Test
    void the_last_session_is_a_day_of_its_own() throws Exception {
        String item =
                "\"facts\":{\"profession\":\"counselor\",\"party\":\"former_client\","
                        + "\"act\":\"sexual_or_romantic\",\"time_since_end\":\"P3Y\"},"
                        + "\"story\":\"Three years after %s.\"";
        Run session = decided(item.formatted("the last session"), "--edition", "aca-2014");
        assertThat(headline(session.out())).isEqualTo("[\"prohibited\"]");
        Run seen = decided(item.formatted("he last saw her"), "--edition", "aca-2014");
        assertThat(headline(seen.out())).isEqualTo("[\"prohibited\"]");
        Run end = decided(item.formatted("the end"), "--edition", "aca-2014");
        assertThat(headline(end.out())).contains("open-with-duties");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            textBlock =
                    """
                    an unknown act          | "act":"juggling","party":"current_client"             | slots.value   | 1
                    an unknown party        | "act":"hug","party":"passer_by"                       | slots.value   | 1
                    no act                  | "party":"current_client"                              | slots.act     | 1
                    an act of another kind  | "act":"other","party":"current_client"               | slots.act     | 1
                    a length that is none   | "act":"hug","party":"former_client","time_since_end":"2 years" | slots.period | 1
                    a fact with no such value | "act":"hug","party":"current_client","unavoidable":"perhaps" | scenario.value.unknown | 1
                    an unknown flag         | "act":"hug","party":"current_client","moon_phase":true | slots.unknown | 0
                    an unknown value of a flag | "act":"hug","party":"current_client","prior_relationship":"pen_friend" | slots.value | 0
                    a party of another kind | "act":"hug","party":"other"                           | slots.outside | 0
                    a name of nothing       | "act":"hug","party":"current_client","jurisdiction_or_code":"Atlantis" | slots.name | 0
                    """)
    void what_is_not_understood_is_reported(String what, String facts, String code, int status)
            throws Exception {
        Run run = decided("\"facts\":{%s}".formatted(facts), "--edition", "nasw-2021");
        assertThat(run.status()).as(what).isEqualTo(status);
        assertThat(run.out()).contains("\"findings\":[", "\"code\":\"" + code + "\"");
        assertThat(run.err()).contains(code, "to mend:").doesNotContain("Exception");
    }

    @Test
    void a_story_that_is_not_one_text_is_reported_and_makes_no_answer_kinder() throws Exception {
        String facts =
                "\"facts\":{\"profession\":\"physician\",\"party\":\"current_client\","
                        + "\"act\":\"gift_receive\"}";
        for (String story : List.of("[\"a watch\"]", "{\"told\":\"a watch\"}")) {
            Run run = decided("\"story\":" + story + "," + facts, "--edition", "aamft-2015");
            assertThat(run.err()).contains("slots.story", "to mend:");
            assertThat(headline(run.out()))
                    .isEqualTo("[\"prohibited\",\"open-with-duties\",\"not-addressed\"]");
        }
        Run none = decided("\"story\":null," + facts, "--edition", "aamft-2015");
        assertThat(none.err()).doesNotContain("slots.story");
        assertThat(headline(none.out())).isEqualTo("[\"prohibited\",\"open-with-duties\"]");
    }

    @Test
    void a_code_may_be_named_alone_and_a_mapping_names_none() throws Exception {
        String facts =
                "\"facts\":{\"profession\":\"counselor\",\"party\":\"client_family\","
                        + "\"act\":\"sexual_or_romantic\"},\"codes\":";
        assertThat(decided(facts + "\"ACA 2005\"").out()).contains("\"edition\":\"aca-2005\"");
        assertThat(decided(facts + "{\"aca\":2005}").err()).contains("slots.code");
        assertThat(decided(facts + "null").err()).doesNotContain("slots.code");
    }

    @Test
    void facts_that_are_missing_are_reported() throws Exception {
        assertThat(decided("\"story\":\"none\"", "--edition", "nasw-2021").out())
                .contains("slots.missing");
    }

    @Test
    void a_flag_not_understood_leaves_every_circumstance_open() throws Exception {
        String facts =
                "\"profession\":\"lawyer\",\"party\":\"current_client\",\"act\":\"gift_give\"";
        assertThat(headline(decided("aba-model-rules", facts + ",\"litigation\":false")))
                .isEqualTo("[\"not-addressed\"]");
        assertThat(headline(decided("aba-model-rules", facts + ",\"lawsuit_on\":true")))
                .contains("prohibited");
    }

    /// The finding stays; what is not known is who practises, and not what happened.
    @Test
    void a_profession_of_another_kind_is_reported_and_the_case_stays_ordinary() throws Exception {
        String facts = "\"facts\":{\"profession\":\"%s\",\"party\":\"%s\",\"act\":\"friendship\"}";
        Run profession =
                decided(facts.formatted("other", "current_client"), "--edition", "hcpc-2024");
        assertThat(profession.err()).contains("slots.outside").doesNotContain("for ordinary");
        assertThat(headline(profession.out())).isEqualTo("[\"prohibited\"]");
        Run party = decided(facts.formatted("nurse", "other"), "--edition", "hcpc-2024");
        assertThat(party.err()).contains("slots.outside", "nothing was taken for ordinary");
        assertThat(headline(party.out())).contains("not-addressed");
    }

    @Test
    void a_code_named_with_its_year_is_decided_by_its_own_day() throws Exception {
        String facts =
                "\"facts\":{\"profession\":\"counselor\",\"party\":\"client_family\","
                        + "\"act\":\"sexual_or_romantic\"}";
        Run older = decided(facts + ",\"codes\":[\"ACA 2005\"]");
        assertThat(older.out()).contains("\"edition\":\"aca-2005\"").doesNotContain("aca-2014");
        assertThat(decided(facts).out()).contains("aca-2014").doesNotContain("aca-2005");
        assertThat(decided(facts + ",\"codes\":[\"ACA 2005\"]", "--on", "2026-06-01").out())
                .contains("aca-2014")
                .doesNotContain("\"edition\":\"aca-2005\"");
        assertThat(decided(facts + ",\"codes\":[\"Guild 1899\"]").out()).contains("slots.code");
    }

    @Test
    void a_file_of_published_cases_gets_an_answer_or_a_reason_on_every_line() throws Exception {
        String path = System.getProperty("vignettes", "");
        assumeThat(path).as("-Dvignettes=FILE").isNotEmpty();
        Run run = run("decide", "--slots", path);
        long asked = Files.readAllLines(Path.of(path)).stream().filter(l -> !l.isBlank()).count();
        assertThat(run.out().lines()).hasSize((int) asked);
        assertThat(run.out().lines())
                .allMatch(l -> l.contains("\"codes\":[{") || l.contains("\"findings\":[{"));
    }
}

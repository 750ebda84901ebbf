package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A place alone leads to the statutes and board rules of that place, those of the day asked about.
class StatesAnswerTest {

    private static String ask(String... words) {
        var out = new StringWriter();
        var line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(out, true));
        String[] all = new String[words.length + 1];
        all[0] = "ask";
        System.arraycopy(words, 0, all, 1, words.length);
        assertThat(line.execute(all)).as(out.toString()).isZero();
        return out.toString().replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    US-AZ | psychologist  | Arizona Revised Statutes, section 13-1418
                    US-CA | psychologist  | California Civil Code, section 43.93
                    US-CO | counselor     | Colorado Revised Statutes, section 18-3-405.5
                    US-DC | psychologist  | District of Columbia Code, section 3-1205.14
                    US-DE | social worker | 24 Delaware Administrative Code 3900
                    US-FL | psychologist  | Florida Administrative Code 64B19-16.003
                    US-GA | psychologist  | Georgia Rules and Regulations 510-4-.02
                    US-IA | counselor     | Iowa Code, section 709.15
                    US-IL | psychologist  | Illinois Compiled Statutes, chapter 740, act 140
                    US-KY | social worker | 201 Kentucky Administrative Regulations 23:080
                    US-LA | social worker | Louisiana Administrative Code 46:XXV.113
                    US-MA | psychologist  | 251 Code of Massachusetts Regulations 1.10
                    US-MD | social worker | COMAR 10.42.03
                    US-MI | psychologist  | Michigan Compiled Laws, section 750.520e
                    US-MN | social worker | Minnesota Statutes, chapter 148E
                    US-NC | social worker | 21 North Carolina Administrative Code 63 .0504
                    US-NJ | counselor     | New Jersey Administrative Code 13:34-19.3
                    US-NM | social worker | New Mexico Administrative Code 16.63.16
                    US-NV | social worker | Nevada Administrative Code, chapter 641B
                    US-NY | psychologist  | New York practice guideline on dual relationships
                    US-OH | counselor     | Ohio Administrative Code 4757-5-03
                    US-OK | counselor     | Oklahoma Administrative Code 86:20-5-4
                    US-OR | social worker | Oregon Administrative Rules 877-030
                    US-PA | social worker | 49 Pennsylvania Code 47.63
                    US-TX | psychologist  | 22 Texas Administrative Code 465.13
                    US-UT | counselor     | Utah Administrative Code R156-60c-502
                    US-VA | counselor     | Virginia Administrative Code 18VAC115-20-130
                    US-WA | psychologist  | Washington Administrative Code 246-924-358
                    US-WI | counselor     | Wisconsin Administrative Code MPSW 20.02 (from 2020)
                    """)
    void a_place_leads_to_its_own_texts(String place, String profession, String title) {
        assertThat(
                        ask(
                                "Can a %s date a former client?".formatted(profession),
                                "--in",
                                place,
                                "--on",
                                "2026-06-01"))
                .contains(title);
    }

    @Test
    void the_day_chooses_the_number_under_which_texas_had_its_rule() {
        String question = "Can a counselor be friends with a former client?";
        assertThat(ask(question, "--in", "US-TX", "--on", "2022-06-01"))
                .contains("681.41: A licensee")
                .doesNotContain("681.38: A licensee");
        assertThat(ask(question, "--in", "US-TX", "--on", "2026-06-01"))
                .contains("681.38: A licensee")
                .doesNotContain("681.41: A licensee");
    }

    @Test
    void a_clause_held_void_in_florida_bars_nothing() {
        assertThat(
                        ask(
                                "Can a psychologist have sex with a former client?",
                                "--in",
                                "US-FL",
                                "--on",
                                "2026-06-01"))
                .contains("Florida Administrative Code 64B19-16.003")
                .doesNotContain("64B19-16.003, for ever");
    }
}

package org.plumbline.server.page.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.plumbline.ask.Reading;
import org.plumbline.server.PlumblineTest;
import org.plumbline.server.desk.Desk;
import org.plumbline.server.page.PageText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PlumblineTest
final class AskPageTest {

    @Autowired private MockMvcTester pages;
    @Autowired private Desk desk;

    private MvcTestResult ask(String q, String who) {
        return pages.post().uri("/ask").param("q", q).param("who", who).with(csrf()).exchange();
    }

    private static String text(MvcTestResult result) throws Exception {
        return PageText.of(result.getResponse().getContentAsString());
    }

    @Test
    void thePageHasOneHeadingAndAFormWithItsToken() {
        assertThat(pages.get().uri("/"))
                .hasStatusOk()
                .bodyText()
                .containsOnlyOnce("<h1")
                .contains("action=\"/ask\"", "name=\"_csrf\"", "name=\"who\" value=\"client\"");
    }

    @Test
    void theFiveTextsAreDrawnFromTheLibrary() throws Exception {
        String html = pages.get().uri("/").exchange().getResponse().getContentAsString();

        assertThat(html)
                .contains("AAMFT 2015: prohibited, with no end date (1.5).")
                .contains("ACA 2014: prohibited for 5 years after the last professional contact")
                .contains("APA 2017: prohibited for 2 years after the end of the service (10.08)")
                .contains(
                        "5 years, then burden",
                        "never ends",
                        "class=\"band-p\"",
                        "class=\"band-n\"");
    }

    /// What is offered as an example must have an answer.
    @Test
    void everyExampleHasAnAnswer() throws Exception {
        assertThat(desk.reader().examples()).hasSizeGreaterThan(20);
        for (String example : desk.reader().examples()) {
            Reading reading = desk.reader().read(example, LocalDate.of(2026, 6, 1));
            assertThat(reading.scenario()).as(example).isPresent();
        }
        String html = pages.get().uri("/").exchange().getResponse().getContentAsString();
        assertThat(html.split("class=\"as-link\"", -1)).hasSize(9);
    }

    @Test
    void aQuestionLeadsToAnAddressWithoutItsWords() {
        assertThat(ask("Can I date a client I stopped seeing in March 2023?", "practitioner"))
                .hasStatus(303)
                .redirectedUrl()
                .isEqualTo(
                        "/answer?act=sexual-contact~romantic-relationship&party=former-client"
                                + "&service-ended=2023-03&rest=ordinary");
        assertThat(ask("My therapist asked me out after therapy ended", "client"))
                .hasStatus(303)
                .redirectedUrl()
                .startsWith("/answer?act=")
                .endsWith("&_as=client")
                .doesNotContain("therapist", "asked", "out");
    }

    @Test
    void nothingTypedIsAMistakeWithASummary() throws Exception {
        MvcTestResult result = ask("  ", "practitioner");

        assertThat(result).hasStatus(422);
        assertThat(result.getResponse().getContentAsString())
                .contains("<title>Error: Is this relationship allowed?")
                .contains("role=\"alert\"", "href=\"#q\"", "aria-invalid=\"true\"");
        assertThat(text(result)).contains("There is a problem Type your question");
    }

    @Test
    void whatIsTooLongIsKeptAndCounted() throws Exception {
        MvcTestResult result = ask("x".repeat(4_001), "practitioner");

        assertThat(result).hasStatus(422);
        assertThat(text(result)).contains("Use 4,000 characters or fewer; there are 4,001");
        assertThat(result.getResponse().getContentAsString()).contains("x".repeat(4_001));
    }

    @Test
    void whatWasNotReadIsShownAgainAndNeverInAnAddress() throws Exception {
        MvcTestResult result = ask("Can I frobnicate my client?", "practitioner");

        assertThat(result).hasStatusOk();
        assertThat(text(result))
                .contains("We could not read your question", "Can I frobnicate my client?")
                .contains("Choose the act and the person");
        assertThat(result.getResponse().getContentAsString())
                .doesNotContain("href=\"/answer?act=frob")
                .doesNotContain("frobnicate\"");
        assertThat(result.getResponse().getHeader("Location")).isNull();
    }

    @Test
    void dangerComesBeforeEverything() throws Exception {
        String page =
                text(
                        ask(
                                "My client says he will kill himself tonight, can I hug him?",
                                "practitioner"));

        assertThat(page)
                .contains("If you or somebody else may be in danger, get help now")
                .contains("988 Suicide and Crisis Lifeline", "112")
                .contains("Plumbline answers no question about codes here");
        assertThat(page.indexOf("get help now"))
                .isLessThan(page.indexOf("What would you like to know?"));
    }

    @Test
    void whatIsOutOfScopeSaysWhyAndWhatCouldBeAsked() throws Exception {
        assertThat(text(ask("Will the board take my licence?", "practitioner")))
                .contains("Plumbline cannot say how a case would end")
                .contains("Questions that could be answered:", "Will the board take my licence?");
        assertThat(text(ask("Can a client fall in love with a therapist?", "practitioner")))
                .contains("Codes bind the professional, not the client");
        assertThat(text(ask("What is the capital of France?", "practitioner")))
                .contains("We could not read your question", "Questions that could be answered:");
    }

    @Test
    void twoQuestionsAreBothOffered() throws Exception {
        MvcTestResult result =
                ask(
                        "Can I date the sister of a client I stopped seeing in March 2023, and hire"
                                + " him?",
                        "practitioner");

        assertThat(result).hasStatusOk();
        assertThat(text(result))
                .contains("Your words hold two questions")
                .contains("a member of a former client's family")
                .contains("Read from “the sister”", "“hire him”");
        assertThat(result.getResponse().getContentAsString())
                .contains(
                        "href=\"/answer?act=sexual-contact~romantic-relationship&amp;party=former-client-family")
                .contains("href=\"/answer?act=employment&amp;party=former-client");
    }
}

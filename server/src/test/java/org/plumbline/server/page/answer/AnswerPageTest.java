package org.plumbline.server.page.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plumbline.server.PlumblineTest;
import org.plumbline.server.page.PageText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PlumblineTest
final class AnswerPageTest {

    private static final String DATED =
            "/answer?act=romantic-relationship&party=former-client&membership=aca.nasw"
                    + "&last-professional-contact=2023-03-14&service-ended=2023-03&rest=ordinary";
    private static final String OPEN = "/answer?act=friendship&party=former-client&rest=ordinary";

    @Autowired private MockMvcTester pages;

    private String html(String address) throws Exception {
        MvcTestResult result = pages.get().uri(java.net.URI.create(address)).exchange();
        assertThat(result).as(address).hasStatusOk();
        return result.getResponse().getContentAsString();
    }

    private MvcTestResult reply(String address, String... fields) {
        var post = pages.post().uri(java.net.URI.create(address)).with(csrf());
        for (int at = 0; at < fields.length; at += 2) {
            post.param(fields[at], fields[at + 1]);
        }
        return post.exchange();
    }

    @Test
    void theAnswerComesFirstInOneSentenceWithWhatHoldsLater() throws Exception {
        String html = html(DATED);
        String text = PageText.of(html);

        assertThat(html).containsOnlyOnce("<h1");
        assertThat(text)
                .contains("No. Not before 14 March 2028.")
                .contains("It may be as late as 15 March 2028. From then on it is ")
                .doesNotContain("you can now", "about March");
    }

    @Test
    void everyChipLeadsToTheQuestionAboutIt() throws Exception {
        String html = html(DATED);

        assertThat(PageText.of(html))
                .contains("Change the other person: A former client")
                .contains("Change the act: Having a romantic relationship")
                .contains("The end of the service was in March 2023, day not known")
                .contains("Today, 1 June 2026");
        Matcher chips = Pattern.compile("class=\"chip[^\"]*\" href=\"([^\"]*)\"").matcher(html);
        List<String> addresses = new ArrayList<>();
        while (chips.find()) {
            addresses.add(chips.group(1).replace("&amp;", "&"));
        }
        assertThat(addresses).hasSizeGreaterThan(6);
        for (String address : addresses) {
            String question = html(address);
            assertThat(question).as(address).contains("name=\"_fact\"", "Save the answer");
        }
    }

    @Test
    void cardsStandStrictestFirstEachWithEditionProvisionAndHowWellItIsKnown() throws Exception {
        String html = html(DATED);
        String text = PageText.of(html);

        assertThat(html.indexOf("id=\"aca-2014\"")).isBetween(0, html.indexOf("id=\"nasw-2021\""));
        assertThat(html)
                .contains("href=\"/codes/aca-2014/A.5.c\"")
                .contains("aria-label=\"Sources: ACA 2014\"");
        assertThat(text)
                .contains("ACA 2014 · ACA Code of Ethics (2014) · binds you")
                .contains("Prohibited until a day between 14 and 15 March 2028")
                .contains("A.5.c Wording read")
                .contains(
                        "In force from a day between 1 January 2014 and 31 December 2014. Enforceable.")
                .contains("The clock starts at the last professional contact.");
    }

    @Test
    void aStripIsDrawnTwiceAndSaidOnce() throws Exception {
        String html = html(DATED);

        assertThat(html)
                .containsPattern(
                        "<svg class=\"chart strip strip-w\"[^>]* role=\"img\" aria-label=\"Prohibited up to and including 14 March 2028")
                .contains("chart strip strip-n", "class=\"plumb\"", "class=\"band-p\"")
                .doesNotContain("style=");
        assertThat(html(OPEN)).contains(">ended</text>").doesNotContain("class=\"plumb\"");
    }

    @Test
    void whatIsMissingIsAskedInlineAndNothingIsFilledIn() throws Exception {
        String html = html(OPEN);

        assertThat(PageText.of(html))
                .contains("It depends. Until it is settled, treat it as advised against.")
                .contains("Is there a risk of harm to the client? This is a judgement.")
                .contains("I do not know", "It does not apply here")
                .contains("Rests on your judgement: is there a risk of harm to the client?")
                .contains("If so: advised against");
        assertThat(html)
                .contains("hx-post=\"/answer?act=friendship", "method=\"post\"")
                .doesNotContain("checked=");
    }

    @Test
    void aReplyLeadsToTheAddressWithTheAnswerInIt() {
        assertThat(reply(OPEN, "_fact", "harm-risk", "_value", "true"))
                .hasStatus(303)
                .redirectedUrl()
                .isEqualTo(
                        "/answer?act=friendship&party=former-client&harm-risk=true&rest=ordinary");
        assertThat(reply(OPEN, "_fact", "harm-risk", "_value", "unknown"))
                .redirectedUrl()
                .contains("harm-risk=unknown")
                .doesNotContain("_na");
        assertThat(reply(OPEN, "_fact", "harm-risk", "_value", "not-applicable"))
                .redirectedUrl()
                .contains("harm-risk=unknown")
                .contains("_na=harm-risk");
    }

    @Test
    void whatCannotBeSaidIsSaidBackUnderEitherAnswer() throws Exception {
        assertThat(PageText.of(html(OPEN + "&harm-risk=unknown&exploitation-risk=false")))
                .contains("You said that you do not know. If so: advised against. If not:")
                .contains("Is there a risk of harm to the client? You said you do not know");
        assertThat(PageText.of(html(OPEN + "&harm-risk=unknown&_na=harm-risk")))
                .contains("You said it does not apply");
    }

    @Test
    void aMistakeKeepsWhatWasTyped() throws Exception {
        String address =
                "/answer?act=sexual-contact&party=former-client&membership=aca&rest=ordinary";
        assertThat(PageText.of(html(address))).contains("When was the last professional contact?");

        MvcTestResult wrong =
                reply(
                        address,
                        "_fact",
                        "last-professional-contact",
                        "_day",
                        "31",
                        "_month",
                        "2",
                        "_year",
                        "2024");

        assertThat(wrong).hasStatus(422);
        assertThat(wrong.getResponse().getContentAsString())
                .contains("<title>Error: ", "value=\"31\"", "value=\"2024\"", "href=\"#f-day\"")
                .contains("aria-invalid=\"true\"");
        assertThat(PageText.of(wrong.getResponse().getContentAsString()))
                .contains("There is a problem That month has no such day");
        assertThat(
                        PageText.of(
                                reply(
                                                address,
                                                "_fact",
                                                "last-professional-contact",
                                                "_year",
                                                "2032")
                                        .getResponse()
                                        .getContentAsString()))
                .contains("Year must be 2026 or earlier");
        assertThat(
                        reply(
                                address,
                                "_fact",
                                "last-professional-contact",
                                "_month",
                                "3",
                                "_year",
                                "2023"))
                .redirectedUrl()
                .contains("last-professional-contact=2023-03&");
    }

    @Test
    void theSwappedRegionTakesTheFocusAndIsAnnouncedOnce() throws Exception {
        String fresh = html(DATED);
        String swapped =
                pages.get()
                        .uri(java.net.URI.create(DATED))
                        .header("HX-Request", "true")
                        .exchange()
                        .getResponse()
                        .getContentAsString();

        assertThat(fresh).doesNotContain("autofocus", "Answered.");
        assertThat(swapped)
                .containsOnlyOnce("autofocus=")
                .contains("Answered. No. Not before 14 March 2028.")
                .contains("role=\"status\" aria-live=\"polite\"");
    }

    @Test
    void itSaysWhenNoAnswerCanChangeIt() throws Exception {
        assertThat(PageText.of(html(DATED)))
                .contains("No answer could allow it before 14 March 2028: you can stop here.");
        assertThat(
                        PageText.of(
                                html(
                                        DATED.replace(
                                                "&membership=aca.nasw", "&profession=counselor"))))
                .contains("If these texts bind you, no answer could allow it before");
    }

    @Test
    void whatWouldChangeItByTimeActAndFact() throws Exception {
        String text = PageText.of(html(DATED));

        assertThat(text)
                .contains("What would change this")
                .contains("15 March 2028 ACA 2014: prohibited")
                .contains("Wait until 15 March 2028")
                .contains("What nobody can change")
                .contains("The person is a former client.")
                .contains("a different act, with a different answer");
    }

    @Test
    void aSentenceToSayAndOneNotToSay() throws Exception {
        assertThat(PageText.of(html(DATED)))
                .contains("What you could say to them")
                .contains("Because of the work between us I keep that boundary")
                .contains("Better not: “Ask me again in a few years.”");
    }

    @Test
    void aClientIsToldWhoseDutyItIs() throws Exception {
        String text = PageText.of(html(DATED + "&_as=client"));

        assertThat(text)
                .contains("It is their duty to keep the boundary, whoever began it.")
                .contains("They must not do this.")
                .contains("binds them")
                .doesNotContain("You must not", "What can be done", "you consented");
        assertThat(html(DATED + "&_as=client")).contains("class=\"calm\"");
    }

    /// Only the professional can make a judgement: a client is not asked for one.
    @Test
    void aClientIsNotAskedForAJudgement() throws Exception {
        assertThat(html(OPEN)).contains("id=\"next\"");
        assertThat(html(OPEN + "&_as=client")).doesNotContain("id=\"next\"");
    }

    @Test
    void theRecordHasTheSameAddress() throws Exception {
        assertThat(html(DATED))
                .contains(
                        "href=\""
                                + DATED.replace("/answer", "/record")
                                        .replace("&", "&amp;")
                                        .replace(
                                                "party=former-client&amp;membership=aca.nasw",
                                                "party=former-client&amp;membership=aca.nasw"));
    }

    @Test
    void aSilenceIsNeverAPermission() throws Exception {
        String text =
                PageText.of(
                        html(
                                "/answer?act=friendship&party=former-client&membership=aamft&rest=ordinary"));

        assertThat(text)
                .contains("Not addressed here. This is not permission.")
                .contains("No provision speaks to this")
                .contains("The library holds only part of this text.")
                .doesNotContain("allowed, ", "no problem", "It is permitted");
    }

    @Test
    void whereNothingBindsItSaysSo() throws Exception {
        assertThat(
                        PageText.of(
                                html(
                                        "/answer?act=friendship&party=former-client&membership=-&licence=-&employer=-&jurisdiction=-&profession=-&rest=ordinary")))
                .contains("No text that we hold binds here. This is not permission.");
        assertThat(
                        PageText.of(
                                html(
                                        "/answer?act=friendship&party=former-client&membership=nasw&date=1950-01-01&rest=ordinary")))
                .contains("This is not permission.");
    }

    @Test
    void aTextThatHasChangedSinceSaysSoAndLeadsToWhatChanged() throws Exception {
        String html =
                html(
                        "/answer?act=sexual-contact&party=former-client&membership=nasw&date=2019-06-01&service-ended=2012-05-01&rest=ordinary");

        assertThat(PageText.of(html))
                .contains(
                        "This edition was in force up to 31 May 2021, and the text has changed since:"
                                + " NASW 2021 followed. What is said here stands for the day that was"
                                + " asked about. See what has changed");
        assertThat(html).contains("href=\"/diff?from=nasw-2017&amp;to=nasw-2021\"");
        assertThat(html("/diff?from=nasw-2017&to=nasw-2021")).contains("<h1");
        assertThat(PageText.of(html(DATED))).doesNotContain("has changed since");
    }

    /// What is behind a fold is drawn all the same, so that a desktop and paper show every card.
    @Test
    void aPhoneSeesTheStrictestCardsAndTheOthersByName() throws Exception {
        String html =
                html(
                        "/answer?act=friendship&1.party=former-client&1.service-ended=2020&2.party=student&rest=ordinary");

        assertThat(html.substring(0, html.indexOf("more-texts")))
                .contains("id=\"apa-2017\"")
                .doesNotContain("id=\"aamft-2015\"");
        assertThat(html.substring(html.indexOf("more-texts")))
                .contains("id=\"aamft-2015\"", "start=\"4\"");
        assertThat(PageText.of(html))
                .contains("more texts, none of them stricter: ")
                .contains("Binds you Are you a member of the American Psychological Association?");
        assertThat(html(DATED)).doesNotContain("more-texts");
    }

    @Test
    void anAddressThatMeansNothingIsExplainedAndNeverAFault() throws Exception {
        for (String address :
                List.of(
                        "/answer?act=flying",
                        "/answer?act=friendship&party=martian",
                        "/answer?act=friendship&service-ended=2023-02-30",
                        "/answer?act=friendship&membership=nosuch",
                        "/answer?act=friendship&date=yesterday",
                        "/answer?act=%3Cscript%3Ealert(1)%3C/script%3E",
                        "/answer?act=friendship&colour=red",
                        "/answer?act=friendship&1.party=x&party=y")) {
            MvcTestResult result = pages.get().uri(java.net.URI.create(address)).exchange();
            assertThat(result).as(address).hasStatus(400);
            assertThat(result.getResponse().getContentAsString())
                    .as(address)
                    .contains("This address says something that we do not know")
                    .doesNotContain("<script>alert", "vocabulary.yaml");
        }
        assertThat(
                        PageText.of(
                                pages.get()
                                        .uri("/answer?act=frendship")
                                        .exchange()
                                        .getResponse()
                                        .getContentAsString()))
                .contains("nearest: “friendship”");
    }

    @Test
    void factsThatCannotBeTrueTogetherAreSaidToBeSo() throws Exception {
        MvcTestResult result =
                pages.get()
                        .uri(
                                "/answer?act=friendship&party=former-client&service-began=2024&service-ended=2020&rest=ordinary")
                        .exchange();

        assertThat(result).hasStatus(400);
        assertThat(PageText.of(result.getResponse().getContentAsString()))
                .contains("is earlier than");
    }

    @Test
    void withoutAnActTheInterviewBegins() {
        assertThat(pages.get().uri("/answer?party=former-client"))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .isEqualTo("/interview?party=former-client");
    }

    @Test
    void daysThatDoNotFitTogetherGetNoAnswerButWhatToChange() throws Exception {
        String former =
                "/answer?act=sexual-contact&party=former-client&membership=nasw&rest=ordinary";
        String early = former + "&service-ended=2025-01-01&date=2024-06-01";

        for (String address : List.of(early, early + "&_as=client")) {
            String html = html(address);
            assertThat(PageText.of(html))
                    .contains(
                            "The days do not fit together.",
                            "The end of the service is on 1 January 2025, after the act, which is on 1"
                                    + " June 2024.",
                            "often stricter ones",
                            "Change the day of the end of the service",
                            "Change who the person is")
                    .doesNotContain(
                            "Advised against",
                            "Not addressed",
                            "What you could say",
                            "Record this");
            assertThat(html).doesNotContain("id=\"nasw-2021\"").contains("_ask=service-ended");
        }
        for (String fits :
                List.of(
                        former + "&service-ended=2024-06-01&date=2024-06-01",
                        former + "&service-ended=2024&date=2024-06-01",
                        former.replace("former", "current") + "&service-ended=2027-01-01")) {
            assertThat(PageText.of(html(fits))).as(fits).doesNotContain("do not fit");
        }
        assertThat(
                        PageText.of(
                                html(
                                        early.replace("/answer", "/interview/check")
                                                + "&_asked=act.party")))
                .contains("The days do not fit together.");
    }
}

package org.plumbline.server.page.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plumbline.server.PlumblineTest;
import org.plumbline.server.page.PageText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PlumblineTest
final class InterviewPageTest {

    @Autowired private MockMvcTester pages;

    private String html(String address) throws Exception {
        MvcTestResult result = pages.get().uri(URI.create(address)).exchange();
        assertThat(result).as(address).hasStatusOk();
        return result.getResponse().getContentAsString();
    }

    private String text(String address) throws Exception {
        return PageText.of(html(address));
    }

    private MvcTestResult post(String address, String... fields) {
        var post = pages.post().uri(URI.create(address)).with(csrf());
        for (int at = 0; at < fields.length; at += 2) {
            post.param(fields[at], fields[at + 1]);
        }
        return post.exchange();
    }

    private String next(String address, String... fields) {
        MvcTestResult result = post(address, fields);
        assertThat(result).as(address).hasStatus(303);
        return String.valueOf(result.getResponse().getHeader("Location"));
    }

    private static String link(String html, String words) {
        Matcher link =
                Pattern.compile("href=\"([^\"]*)\"[^>]*>" + Pattern.quote(words)).matcher(html);
        assertThat(link.find()).as(words).isTrue();
        return link.group(1).replace("&amp;", "&");
    }

    @Test
    void oneQuestionFollowsAnotherToTheEndAndBack() throws Exception {
        assertThat(text("/interview")).contains("Question 1 What would be done?");
        String second = next("/interview", "_fact", "act", "_value", "sexual-contact");
        assertThat(text(second)).contains("Question 2 Who is the other person?");
        String third = next(second, "_fact", "party", "_value", "former-client");
        assertThat(text(third)).contains("Question 3 What is your profession?");
        String fourth = next(third, "_fact", "profession", "_value", "counselor");
        assertThat(text(fourth)).contains("Question 4 Where do you practise?");
        String fifth = next(fourth, "_fact", "jurisdiction", "_value", "unknown");
        assertThat(fifth).contains("_asked=act.party.profession.jurisdiction");

        String html = html(fifth);
        assertThat(PageText.of(html)).contains("Question 5").contains("So far");

        String before = link(html, "Back");
        assertThat(text(before)).contains("Question 4 Where do you practise?");
        assertThat(html(before)).contains("value=\"unknown\" checked");
        assertThat(link(html(before), "Go on without changing it"))
                .startsWith("/interview?act=sexual-contact");

        assertThat(text(fifth)).as("a reload").isEqualTo(PageText.of(html));
    }

    @Test
    void whatCanBeChosenReadsAsAPersonWouldSayIt() throws Exception {
        assertThat(text("/interview"))
                .contains("Serving the person as well as someone close to that person")
                .contains("Accepting the person as a client")
                .contains("Hugging the person");
        assertThat(html("/interview")).contains("label=\"Lending or borrowing money\"");
        assertThat(text("/interview?act=friendship&_asked=act"))
                .contains("A current client", "I do not know")
                .doesNotContain("Anyone A current");
        assertThat(text("/interview?act=friendship&_ask=medium"))
                .contains("How would it be done?")
                .doesNotContain("…");
        assertThat(text("/interview?act=friendship&_ask=profession"))
                .contains("Marriage and family therapist", "Physician outside psychiatry");
    }

    @Test
    void itEndsWhereNoAnswerCanChangeAnything() throws Exception {
        String address =
                "/interview?act=sexual-contact&party=current-client&profession=social-worker&jurisdiction=unknown&rest=ordinary";
        for (int question = 0; question < 12; question++) {
            MvcTestResult page = pages.get().uri(URI.create(address)).exchange();
            if (page.getResponse().getStatus() == 303) {
                String check = String.valueOf(page.getResponse().getHeader("Location"));
                assertThat(check).startsWith("/interview/check?act=sexual-contact");
                assertThat(text(check)).contains("Check your answers", "See the answer");
                return;
            }
            String html = page.getResponse().getContentAsString();
            Matcher fact = Pattern.compile("name=\"_fact\" value=\"([^\"]*)\"").matcher(html);
            assertThat(fact.find()).isTrue();
            address = next(address, "_fact", fact.group(1), "_value", "unknown");
        }
        throw new AssertionError("still asking: " + address);
    }

    @Test
    void notToKnowAndNotToApplyAreKeptApart() throws Exception {
        String address =
                "/interview?act=friendship&party=former-client&rest=ordinary&_ask=service-ended&_to=check";

        String unknown = next(address, "_fact", "service-ended", "_value", "unknown");
        String not = next(address, "_fact", "service-ended", "_value", "not-applicable");
        String never = next(address, "_fact", "service-ended", "_value", "never");

        assertThat(unknown).contains("service-ended=unknown").doesNotContain("_na=");
        assertThat(not).contains("service-ended=never", "_na=service-ended");
        assertThat(never).contains("service-ended=never").doesNotContain("_na=");
        assertThat(text(unknown)).contains("The end of the service: you said you do not know");
    }

    @Test
    void aDateMayLeaveOutTheDayAndTheMonth() {
        String address =
                "/interview?act=friendship&party=former-client&rest=ordinary&_ask=service-ended&_to=answer";

        assertThat(next(address, "_fact", "service-ended", "_year", "2023"))
                .isEqualTo(
                        "/answer?act=friendship&party=former-client&service-ended=2023&rest=ordinary");
        assertThat(next(address, "_fact", "service-ended", "_year", "2023", "_month", "3"))
                .contains("service-ended=2023-03&");
        assertThat(
                        next(
                                address,
                                "_fact",
                                "service-ended",
                                "_day",
                                "9",
                                "_year",
                                "2023",
                                "_month",
                                "03"))
                .contains("service-ended=2023-03-09&");
    }

    @Test
    void mistakesAreSummedUpAndWhatWasTypedIsKept() throws Exception {
        String address =
                "/interview?act=friendship&party=former-client&rest=ordinary&_ask=service-ended";
        for (String[] wrong :
                new String[][] {
                    {"_day", "3", "_year", "2023", "Enter the month as well, or leave out the day"},
                    {"_year", "23", "Year must be four digits, such as 2023"},
                    {"_month", "13", "_year", "2023", "Month must be a number from 1 to 12"},
                    {
                        "_day",
                        "x",
                        "_month",
                        "1",
                        "_year",
                        "2023",
                        "Day must be a number from 1 to 31"
                    },
                    {"_day", "30", "_month", "2", "_year", "2023", "That month has no such day"},
                    {"_month", "7", "_year", "2026", "The date must be 1 June 2026 or earlier"},
                    {"_year", "2031", "Year must be 2026 or earlier"},
                    {
                        "_year",
                        "2020",
                        "_value",
                        "unknown",
                        "Give a date, or choose one of the other answers, not both"
                    },
                    {"Enter a date, or choose one of the other answers"},
                }) {
            String[] fields = new String[wrong.length + 1];
            System.arraycopy(wrong, 0, fields, 0, wrong.length - 1);
            fields[wrong.length - 1] = "_fact";
            fields[wrong.length] = "service-ended";
            MvcTestResult result = post(address, fields);
            String message = wrong[wrong.length - 1];
            assertThat(result).as(message).hasStatus(422);
            String html = result.getResponse().getContentAsString();
            assertThat(PageText.of(html)).contains("There is a problem " + message);
            assertThat(html)
                    .contains("<title>Error: When was the end of the service?")
                    .contains("autofocus", "href=\"#f-");
            for (int at = 0; at + 1 < wrong.length; at += 2) {
                if (!wrong[at].equals("_value")) {
                    assertThat(html).contains("value=\"" + wrong[at + 1] + "\"");
                }
            }
        }
    }

    @Test
    void datesThatCannotBeAreRefusedWithTheReason() throws Exception {
        MvcTestResult result =
                post(
                        "/interview?act=friendship&party=former-client&service-began=2022&rest=ordinary&_ask=service-ended",
                        "_fact",
                        "service-ended",
                        "_year",
                        "2020");

        assertThat(result).hasStatus(422);
        assertThat(PageText.of(result.getResponse().getContentAsString()))
                .contains("The end of the service (2020-12-31) is earlier than")
                .doesNotContain("`");
    }

    @Test
    void aJudgementShowsWhatTheCodesWeighAndFillsNothingIn() throws Exception {
        String html =
                html(
                        "/interview?act=sexual-contact&party=former-client&membership=apa"
                                + "&service-kind=psychotherapy&service-ended=2020-01-01&rest=ordinary&_ask=exploits");

        assertThat(PageText.of(html))
                .contains("Only the professional can make it; nothing is filled in.")
                .contains("The texts name these to weigh: the time since the service")
                .contains("the client's current mental state");
        assertThat(html).doesNotContain("checked");
    }

    @Test
    void answersAreCheckedAndChanged() throws Exception {
        String check =
                "/interview/check?act=friendship&party=former-client&profession=social-worker"
                        + "&service-ended=2023-03&harm-risk=unknown&rest=ordinary"
                        + "&_asked=act.party.profession.service-ended.harm-risk";
        String html = html(check);

        assertThat(PageText.of(html))
                .contains("Act Having a friendship Change")
                .contains("Other person A former client Change")
                .contains("The end of the service was in March 2023")
                .contains("You said you do not know")
                .contains("Assumed as ordinary", "It can be avoided");
        String change = link(html, "Change<span class=\"hide\">: A former client");
        assertThat(change).contains("_ask=party", "_to=check");
        assertThat(next(change, "_fact", "party", "_value", "current-client"))
                .startsWith(
                        "/interview/check?act=friendship&party=current-client&profession=social-worker");
        assertThat(link(html, "See the answer"))
                .isEqualTo(
                        "/answer?act=friendship&party=former-client&profession=social-worker"
                                + "&harm-risk=unknown&service-ended=2023-03&rest=ordinary");
    }

    @Test
    void severalAnswersStandTogether() {
        String address =
                "/interview?act=friendship&party=former-client&rest=ordinary&_ask=membership&_to=answer";

        assertThat(next(address, "_fact", "membership", "_value", "aca", "_value", "nasw"))
                .contains("membership=aca.nasw");
        assertThat(next(address, "_fact", "membership", "_value", "-")).contains("membership=-");
        assertThat(post(address, "_fact", "membership", "_value", "-", "_value", "nasw"))
                .hasStatus(422);
        assertThat(post(address, "_fact", "membership")).hasStatus(422);
    }

    @Test
    void whatIsNoQuestionIsNotAsked() throws Exception {
        assertThat(text("/interview?act=friendship&_ask=nosuch"))
                .contains("Who is the other person?");
        assertThat(post("/interview?act=friendship", "_fact", "nosuch", "_value", "x"))
                .hasStatus(303);
        assertThat(pages.get().uri("/interview?act=nosuch")).hasStatus(400);
        assertThat(post("/interview?act=friendship", "_fact", "party", "_value", "martian"))
                .hasStatus(422);
    }

    @Test
    void anAmountHasAUnit() throws Exception {
        String address =
                "/interview?act=gift-receive&party=current-client&rest=ordinary&_ask=value&_to=answer";

        assertThat(html(address)).contains("id=\"f-number\"", "<option value=\"usd\"");
        assertThat(next(address, "_fact", "value", "_number", "25", "_unit", "usd"))
                .contains("value=usd:25");
        assertThat(post(address, "_fact", "value", "_number", "much", "_unit", "usd"))
                .hasStatus(422);
    }

    /// The days that were given stay with the relationship of which they were given.
    @Test
    void aPersonCanBeSomethingElseAsWell() throws Exception {
        String check =
                "/interview/check?act=sexual-contact&party=former-client&membership=aca"
                        + "&last-professional-contact=2019-05-01&consulted=true&rest=ordinary";
        String also = link(html(check), "The same person is also something else to me");
        String form = html(also);
        assertThat(PageText.of(form)).contains("What else is the same person to you?");
        assertThat(form)
                .contains("id=\"q-client-partner\"")
                .doesNotContain("id=\"q-former-client\"");

        assertThat(post(also, "_fact", "also", "_value", "pirate")).hasStatus(422);
        assertThat(next(also, "_fact", "also", "_value", "nothing"))
                .contains("party=former-client");
        String two = next(also, "_fact", "also", "_value", "client-partner");

        assertThat(two)
                .startsWith("/interview/check?")
                .contains(
                        "1.party=former-client",
                        "1.last-professional-contact=2019-05-01",
                        "2.party=client-partner",
                        "consulted=true")
                .doesNotContain("2.last-professional-contact", "&last-professional-contact");
        String text = text(two);
        assertThat(text).contains("former client", "partner", "No. Prohibited.");
        assertThat(text(check)).doesNotContain("No. Prohibited.");
        assertThat(link(html(link(html(two), "See the answer")), "The person is also something"))
                .contains("_ask=also");
    }
}

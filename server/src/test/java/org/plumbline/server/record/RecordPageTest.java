package org.plumbline.server.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.plumbline.server.PlumblineTest;
import org.plumbline.server.pdf.UaValidator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

@PlumblineTest
final class RecordPageTest {

    private static final String CASE =
            "act=sexual-contact&party=former-client&membership=aca.nasw"
                    + "&last-professional-contact=2023-03-14&harm-risk=unknown&rest=ordinary";

    /// One with duties.
    private static final String WEDDING =
            "act=event-attendance&party=current-client&membership=aca.nasw&rest=ordinary";

    @Autowired private MockMvcTester pages;

    private static MultiValueMap<String, String> filled(Map<String, String> more) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("own-question", "May I accept the invitation of <b>R.</b>?");
        form.add("own-role", "counselor");
        form.add("own-option-1", "Decline kindly");
        form.add("own-option-person-1", "A clear answer");
        form.add("own-decision", "Decline.");
        form.add("own-rationale", "The bar runs until 2028.");
        form.add("own-review-day", "1");
        form.add("own-review-month", "9");
        form.add("own-review-year", "2026");
        more.forEach(form::set);
        return form;
    }

    private MvcTestResult post(String address, MultiValueMap<String, String> form) {
        return pages.post().uri(address).params(form).with(csrf()).exchange();
    }

    private static Document page(MvcTestResult result) throws Exception {
        return Jsoup.parse(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void theFormBeginsWithNothingOfWhatAPersonMustJudge() throws Exception {
        var result = pages.get().uri("/record?" + WEDDING).exchange();

        assertThat(result).hasStatusOk();
        Document page = page(result);
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("textarea").eachText()).isEmpty();
        assertThat(page.select("input[type=text]").eachAttr("value")).allMatch(String::isEmpty);
        assertThat(page.select("input[checked]")).isEmpty();
        assertThat(page.select("input[name=own-safeguard]")).isNotEmpty();
        assertThat(page.text()).contains("ACA 2014", "A.6.b", "NASW 2021");
    }

    @Test
    void aRecordHasEveryPartAndTheLibrarysFingerprint() throws Exception {
        var result = post("/record?" + CASE, filled(Map.of()));

        assertThat(result).hasStatusOk();
        assertThat(result.getResponse().getHeader("Cache-Control")).contains("no-store");
        Document page = page(result);
        Element chart = page.selectFirst("article[aria-labelledby=p1]");
        assertThat(chart.select("h3").eachText())
                .contains(
                        "Question put",
                        "Facts given",
                        "Facts withheld or not known",
                        "What the codes and laws say",
                        "Options considered",
                        "Decision",
                        "Reasons",
                        "Safeguards and review");
        assertThat(chart.text())
                .contains(
                        "May I accept the invitation of <b>R.</b>?",
                        "Made by counselor",
                        "The last professional contact was on 14 March 2023",
                        "It cannot be said",
                        "Prohibited until",
                        "14 and 15 March 2028",
                        "Review on 1 September 2026.",
                        "Made 1 June 2026")
                .containsPattern("Library ([0-9a-f]{4} ){3}");
    }

    @Test
    void theSealedPartExistsThoughItIsEmptyAndTheChartTellsNothingOfIt() throws Exception {
        String secret = "The sister, case 1187, is a client of a colleague";
        Document empty = page(post("/record?" + CASE, filled(Map.of())));
        Document full =
                page(
                        post(
                                "/record?" + CASE,
                                filled(Map.of("own-others", secret, "own-reasons", "s"))));

        assertThat(empty.selectFirst("article.sealed").text())
                .contains("Other people concerned Nothing entered.");
        assertThat(full.selectFirst("article.sealed").text()).contains(secret);
        assertThat(full.selectFirst("article[aria-labelledby=p1]").outerHtml())
                .isEqualTo(empty.selectFirst("article[aria-labelledby=p1]").outerHtml());
    }

    @Test
    void whatTheTextsSayCannotBeSentAlong() throws Exception {
        var form =
                filled(
                        Map.of(
                                "own-joined",
                                "Expressly permitted.",
                                "joined",
                                "Expressly permitted."));
        form.add("headline", "Expressly permitted");
        form.add("own-safeguard", "no-such-duty");
        form.add("membership", "bacp");

        Document page = page(post("/record?" + CASE, form));

        assertThat(page.text())
                .contains("Prohibited")
                .doesNotContain("Expressly permitted", "BACP");
        assertThat(page.html()).doesNotContain("no-such-duty");
    }

    @Test
    void wordsInTheAddressAreNoCaseAndAreNotRepeated() throws Exception {
        var result = pages.get().uri("/record?" + CASE + "&own-question=Mary%20Jones").exchange();

        assertThat(result).hasStatus(400);
        assertThat(page(result).text()).doesNotContain("Mary");
    }

    @Test
    void anAddressThatHoldsNoCaseIsToldWhatItLacks() throws Exception {
        for (String query :
                List.of(
                        "",
                        "party=former-client",
                        "act=flying",
                        "act=%zz",
                        "act=friendship&date=never-was")) {
            var result =
                    pages.get()
                            .uri(java.net.URI.create("/record?" + query.replace("%zz", "%25zz")))
                            .exchange();
            assertThat(result).as(query).hasStatus(400);
            assertThat(page(result).selectFirst("h1").text())
                    .isEqualTo("There is no case to record");
        }
    }

    @Test
    void mistakesStandOnTopAndBesideTheirFieldsAndWhatWasTypedIsKept() throws Exception {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("own-decision", "Decline.");
        form.add("own-review-day", "31");
        form.add("own-review-month", "2");
        form.add("own-review-year", "2027");
        form.add("own-advice", "Do not.");
        form.add("own-option-person-2", "half a row");

        var result = post("/record?" + CASE, form);

        assertThat(result).hasStatus(422);
        Document page = page(result);
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.select(".errors a").eachText())
                .containsExactly(
                        "Write the question that was put.",
                        "Write in which role you make this record. A name is not needed.",
                        "Name option 2, or clear its row.",
                        "Write the reasons for the decision.",
                        "Write the review as a day that exists, such as 1 3 2027.",
                        "Say whether the advice was followed.");
        for (String target : page.select(".errors a").eachAttr("href")) {
            assertThat(page.select(target)).as(target).hasSize(1);
        }
        assertThat(page.selectFirst("#decision").text()).isEqualTo("Decline.");
        assertThat(page.selectFirst("#question").attr("aria-invalid")).isEqualTo("true");
    }

    @Test
    void aReviewLiesAheadAndAdviceThatWasNotFollowedHasAReason() throws Exception {
        assertThat(page(post("/record?" + CASE, filled(Map.of("own-review-month", "6")))).text())
                .contains("The review must be after today, 1 June 2026.");
        assertThat(
                        page(post(
                                        "/record?" + CASE,
                                        filled(Map.of("own-advice", "a", "own-followed", "no"))))
                                .text())
                .contains("Say why the advice was not followed.");
    }

    @Test
    void onlyADutyThatWasMarkedIsCalledInPlace() throws Exception {
        Document form = page(pages.get().uri("/record?" + WEDDING).exchange());
        String duty = form.select("input[name=own-safeguard]").first().attr("value");
        String says = form.select("label[for=duty-" + duty + "]").text();

        Document none = page(post("/record?" + WEDDING, filled(Map.of())));
        Document marked = page(post("/record?" + WEDDING, filled(Map.of("own-safeguard", duty))));

        assertThat(none.text())
                .contains("Not marked as in place: " + says)
                .doesNotContain("In place: ");
        assertThat(marked.text()).contains("In place: " + says);
    }

    @Test
    void thePageSendsOnWhatWasTypedAndCanBeChanged() throws Exception {
        Document page = page(post("/record?" + CASE, filled(Map.of("own-told", "all"))));
        var again = new LinkedMultiValueMap<String, String>();
        page.select("form input[type=hidden]")
                .forEach(i -> again.add(i.attr("name"), i.attr("value")));
        again.remove("_csrf");
        assertThat(again.toSingleValueMap())
                .isEqualTo(filled(Map.of("own-told", "all")).toSingleValueMap());
        again.add("own-do", "edit");

        Document form = page(post("/record?" + CASE, again));

        assertThat(form.selectFirst("#told").text()).isEqualTo("all");
        assertThat(form.title()).doesNotContain("Error");
    }

    @Test
    void theFileConformsAndIsHandedOverWithoutBeingKept() throws Exception {
        var result =
                post(
                        "/record/pdf?" + CASE,
                        filled(
                                Map.of(
                                        "own-advice",
                                        "Accept.",
                                        "own-followed",
                                        "no",
                                        "own-why-not",
                                        "Łódź")));

        assertThat(result).hasStatusOk();
        assertThat(result.getResponse().getContentType()).isEqualTo("application/pdf");
        assertThat(result.getResponse().getHeader("Content-Disposition"))
                .matches("attachment; filename=.*consultation-2026-06-01-[0-9a-f]{8}\\.pdf.*");
        assertThat(result.getResponse().getHeader("Cache-Control")).isEqualTo("no-store");
        byte[] pdf = result.getResponse().getContentAsByteArray();
        assertThat(UaValidator.broken(pdf)).isEmpty();
        assertThat(text(pdf))
                .contains(
                        "Part 1 of 2",
                        "Part 2 of 2",
                        "<b>R.</b>",
                        "ACA 2014",
                        "Prohibited until",
                        "The advice was not followed. Łódź");
        assertThat(UaValidator.figures(pdf))
                .isNotEmpty()
                .anyMatch(alt -> alt.startsWith("ACA 2014 over time. Prohibited "));
        if (System.getProperty("plumbline.keep") != null) {
            java.nio.file.Files.write(
                    java.nio.file.Path.of(System.getProperty("plumbline.keep")), pdf);
        }
    }

    @Test
    void eachPartCanBeFiledAlone() throws Exception {
        for (var part : Map.of("chart", "Part 1 of 2", "sealed", "Part 2 of 2").entrySet()) {
            byte[] pdf =
                    post("/record/pdf?" + CASE, filled(Map.of("own-part", part.getKey())))
                            .getResponse()
                            .getContentAsByteArray();
            assertThat(UaValidator.broken(pdf)).isEmpty();
            assertThat(text(pdf)).containsOnlyOnce(" of 2").contains(part.getValue());
        }
    }

    @Test
    void aSignThatCannotBeSetIsNamedAndNotLeftOut() throws Exception {
        var form = filled(Map.of("own-reasons", "漢"));

        assertThat(page(post("/record?" + CASE, form)).text())
                .contains("A PDF made here cannot show 漢");
        var refused = post("/record/pdf?" + CASE, form);
        assertThat(refused).hasStatus(422);
        assertThat(page(refused).select(".errors a").eachAttr("href")).containsExactly("#reasons");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        assertThat(pages.post().uri("/record?" + CASE).params(filled(Map.of())).exchange())
                .hasStatus(403);
    }

    @Test
    void aRecordOfDaysThatDoNotFitSaysSo() throws Exception {
        String early =
                "act=sexual-contact&party=former-client&membership=nasw&rest=ordinary"
                        + "&service-ended=2025-01-01&date=2024-06-01";

        assertThat(page(post("/record?" + early, filled(Map.of("own-do", "make")))).text())
                .contains("The days do not fit together: what follows cannot be relied on.");
        assertThat(page(post("/record?" + CASE, filled(Map.of("own-do", "make")))).text())
                .doesNotContain("do not fit");
    }
}

package org.plumbline.server.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.plumbline.server.PlumblineTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PlumblineTest
final class ClaimsPageTest {

    private static final String TEXT =
            "The NASW code forbids any friendship with a former client. APA Standard 3.04"
                    + " prohibits sexual intimacies with former therapy clients for two years.\r\n"
                    + "Talk to your supervisor.\r\nAsk <b>her</b> & listen.";

    @Autowired private MockMvcTester pages;

    private MvcTestResult post(String text, String code) {
        return pages.post()
                .uri("/claims")
                .with(csrf())
                .param("text", text)
                .param("code", code)
                .exchange();
    }

    private static Document html(MvcTestResult result) throws UnsupportedEncodingException {
        return Jsoup.parse(result.getResponse().getContentAsString());
    }

    @Test
    void each_assertion_is_marked_where_it_stands_and_the_rest_is_left_plain() throws Exception {
        MvcTestResult result = post(TEXT, "");
        assertThat(result).hasStatusOk();
        Document page = html(result);
        var marks = page.select("mark.claim");
        assertThat(marks.eachText())
                .containsExactly(
                        "The NASW code forbids any friendship with a former client. 1 Overstated",
                        "APA Standard 3.04 prohibits sexual intimacies with former therapy clients for"
                                + " two years. 2 Supported in substance, but cited wrongly");
        // Without the marks' own words the text is what was pasted.
        marks.select("a").remove();
        assertThat(page.selectFirst(".claims-text").wholeText())
                .isEqualTo(TEXT.replace("\r\n", "\n"));
    }

    @Test
    void a_finding_gives_the_reading_the_dropped_conditions_and_the_provision() throws Exception {
        Document page = html(post(TEXT, ""));
        String first = page.selectFirst("#claim-1").text();
        assertThat(first)
                .contains(
                        "1. Overstated",
                        "Code of Ethics of the National Association of Social Workers (2021)",
                        "Read as: NASW forbids this",
                        "Dropped: there is a risk of exploitation*",
                        "NASW 2021, 1.06(c)",
                        "Wording read");
        assertThat(page.select("#claim-1 a").eachAttr("href")).contains("/codes/nasw-2021/1.06(c)");
        assertThat(page.selectFirst("#claim-2").text())
                .contains("Cited as 3.04, but it stands in 10.08");
        assertThat(page.selectFirst("pre.json").wholeText())
                .contains("\"finding\" : \"overstated\"", "\"as_of\" : \"2026-06-01\"");
    }

    @Test
    void what_the_code_means_can_be_chosen() throws Exception {
        String said = "The code forbids any friendship with a former client.";
        assertThat(html(post(said, "")).select("mark.f-none")).hasSize(1);
        assertThat(html(post(said, "nasw")).selectFirst("#claim-1").text())
                .contains("National Association of Social Workers");
    }

    @Test
    void a_text_that_asserts_nothing_is_left_alone() throws Exception {
        Document page = html(post("Drink water. Sleep well.", ""));
        assertThat(page.select("mark")).isEmpty();
        assertThat(page.selectFirst("[role=status]").text())
                .isEqualTo(
                        "No sentence asserts what a code or a law says. 2 other sentences were left"
                                + " alone.");
    }

    @Test
    void mistakes_are_told_and_what_was_typed_is_kept() throws Exception {
        for (String[] wrong :
                new String[][] {
                    {"  ", "", "Paste a text"},
                    {"x".repeat(70_000), "", "longer than 64 KB"},
                    {"A text.", "nobody", "Choose what"}
                }) {
            MvcTestResult result = post(wrong[0], wrong[1]);
            assertThat(result).hasStatus(422);
            Document page = html(result);
            assertThat(page.title()).startsWith("Error: ");
            assertThat(page.selectFirst(".errors").text()).contains(wrong[2]);
            assertThat(page.selectFirst("textarea").wholeText()).isEqualTo(wrong[0]);
        }
    }

    @Test
    void a_form_without_its_token_is_refused() {
        assertThat(pages.post().uri("/claims").param("text", "A text.")).hasStatus(403);
    }
}

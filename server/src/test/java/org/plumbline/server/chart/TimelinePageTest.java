package org.plumbline.server.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.server.PlumblineTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@PlumblineTest
class TimelinePageTest {

    @Autowired private MockMvc mvc;

    /// The page, asked for until what it shows has been worked out.
    private Document page(String address) throws Exception {
        for (int times = 0; times < 300; times++) {
            Document page =
                    Jsoup.parse(
                            mvc.perform(get(address))
                                    .andExpect(status().isOk())
                                    .andReturn()
                                    .getResponse()
                                    .getContentAsString());
            if (page.select(".working").isEmpty()) {
                return page;
            }
        }
        throw new AssertionError("it is not done");
    }

    @Test
    void the_table_says_what_the_chart_says() throws Exception {
        Document page = page("/timeline?act=sexual-contact&edition=aca-2014&edition=apa-2017");
        List<String> rows = page.select("#in-words tbody tr").eachText();
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst())
                .contains(
                        "ACA 2014",
                        "Prohibited for 5 years",
                        "A.5.c",
                        "Wording read",
                        "The last professional contact");
        assertThat(rows.getLast()).contains("APA 2017", "The end of the service");
        // The drawing does not tell the rows again, and leads to where they are told.
        assertThat(page.select(".wide svg desc").text())
                .isEqualTo("Each row is told in the table that follows.");
        assertThat(page.select("svg[aria-labelledby]").attr("aria-labelledby").split(" "))
                .hasSize(2)
                .allMatch(id -> page.getElementById(id) != null);
        assertThat(page.select("svg[role=img]")).hasSize(2);
        assertThat(page.select("main svg style, main [style]")).isEmpty();
    }

    @Test
    void acts_are_chosen_by_what_they_are_called_alone() throws Exception {
        assertThat(page("/timeline?edition=aca-2014").select("#act option").eachText())
                .contains(
                        "Having sexual contact",
                        "Serving the person as well as someone close to that person");
    }

    @Test
    void it_says_that_clocks_start_with_different_events() throws Exception {
        Document page = page("/timeline?act=sexual-contact&edition=aca-2014&edition=apa-2017");
        assertThat(page.select("main").text())
                .contains(
                        "Not every clock starts with the same event: the last professional contact; the end of the service");
        assertThat(page.select("section[aria-labelledby=own] label").eachText())
                .containsExactly("The last professional contact", "The end of the service");
    }

    @Test
    void with_dates_each_text_counts_from_its_own_event() throws Exception {
        Document page =
                page(
                        "/timeline?act=sexual-contact&edition=aca-2014&edition=apa-2017&service-ended=2023-05-01&last-professional-contact=2024-02-01");
        List<String> rows = page.select("#in-words tbody tr").eachText();
        assertThat(rows)
                .anyMatch(row -> row.contains("ACA 2014") && row.contains("1 February 2029"));
        assertThat(rows).anyMatch(row -> row.contains("APA 2017") && row.contains("1 May 2025"));
    }

    @Test
    void days_are_sent_and_then_stand_in_the_address() throws Exception {
        mvc.perform(
                        post("/timeline")
                                .param("act", "friendship")
                                .param("service-ended", " 2023-05 ")
                                .with(csrf()))
                .andExpect(
                        redirectedUrl(
                                "/timeline?act=friendship&party=former-client&texts=leading&service-ended=2023-05"));
    }

    @Test
    void a_wrong_day_is_kept_and_explained() throws Exception {
        String page =
                mvc.perform(post("/timeline").param("service-ended", "May").with(csrf()))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        Document told = Jsoup.parse(page);
        assertThat(told.title()).startsWith("Error: ");
        assertThat(told.select("[role=alert] a").attr("href")).isEqualTo("#service-ended");
        assertThat(told.select("#service-ended").attr("value")).isEqualTo("May");
        assertThat(told.select("#service-ended").attr("aria-describedby"))
                .isEqualTo("service-ended-error");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/timeline?act=no-such-act",
                "/timeline?party=no-such-party",
                "/timeline?texts=no-such-texts",
                "/timeline?edition=no-such-text"
            })
    void what_is_no_word_of_the_vocabulary_is_refused(String address) throws Exception {
        mvc.perform(get(address)).andExpect(status().isNotFound());
    }

    @Test
    void the_chart_is_handed_over_as_a_file() throws Exception {
        page("/timeline?act=sexual-contact&edition=aca-2014");
        mvc.perform(get("/timeline.svg?act=sexual-contact&edition=aca-2014"))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("image/svg+xml"))
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(content().string(containsString("<desc")));
    }

    @Test
    void silence_is_not_called_permission() throws Exception {
        Document page = page("/timeline?act=barter&texts=laws&party=student");
        assertThat(page.select("main").text()).contains("not permission");
    }
}

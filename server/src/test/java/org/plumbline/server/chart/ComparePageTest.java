package org.plumbline.server.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.answer.Matrices;
import org.plumbline.core.compare.Matrix;
import org.plumbline.core.decide.Decider;
import org.plumbline.server.PlumblineTest;
import org.plumbline.server.desk.Desk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@PlumblineTest
class ComparePageTest {

    @Autowired private MockMvc mvc;
    @Autowired private Desk desk;

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
    void every_cell_comes_from_the_library() throws Exception {
        Document page = page("/compare?text=aca-2014&text=nasw-2021&about=social-tie");
        var library = desk.library();
        Matrix matrix =
                Matrices.of(
                                new Decider(library),
                                List.of(
                                        library.edition("aca-2014").orElseThrow(),
                                        library.edition("nasw-2021").orElseThrow()),
                                library.vocabulary().oneOf("act").values().stream()
                                        .filter(
                                                library.vocabulary().actLeaves("social-tie")
                                                        ::contains)
                                        .toList(),
                                Optional.empty(),
                                LocalDate.of(2026, 6, 1))
                        .orElseThrow();
        var rows = page.select("table.matrix tbody tr");
        assertThat(rows).isNotEmpty();
        for (Element row : rows) {
            Matrix.Row wanted =
                    matrix.rows().stream()
                            .filter(r -> r.head().equals(row.selectFirst("th").text()))
                            .findFirst()
                            .orElseThrow();
            assertThat(row.select("td b").eachText())
                    .isEqualTo(wanted.cells().stream().map(Matrix.Cell::words).toList());
        }
        // The same rows for a phone.
        assertThat(page.select(".rows summary").eachText())
                .containsExactlyInAnyOrderElementsOf(rows.select("th").eachText());
        assertThat(page.select(".rows dd b").eachText())
                .containsExactlyInAnyOrderElementsOf(rows.select("td b").eachText());
    }

    @Test
    void a_phone_folds_only_acts_that_no_text_forbids() throws Exception {
        Document page = page("/compare");

        assertThat(page.select(".narrow > .rows b").eachText()).contains("Prohibited");
        assertThat(page.select(".narrow > details .rows li")).hasSizeGreaterThan(3);
        assertThat(page.select(".narrow > details .rows b").eachText())
                .isNotEmpty()
                .noneMatch(
                        words -> words.startsWith("Prohibited") || words.startsWith("Contested"));
    }

    @Test
    void where_two_part_each_way_has_a_case_with_its_provisions() throws Exception {
        Document page =
                page("/compare?text=apa-2017&text=aca-2014&about=sexual&party=former-client");
        Element apart = page.selectFirst("section[aria-labelledby=apart]");
        assertThat(apart.text())
                .contains(
                        "APA 2017 does not forbid everything here that ACA 2014 does.",
                        "a member of ACA and APA",
                        "forbids it (A.5.c)");
        assertThat(apart.select("details.case li a").eachAttr("href"))
                .isNotEmpty()
                .allMatch(address -> address.startsWith("/answer?act="));
    }

    @Test
    void one_text_is_compared_over_people() throws Exception {
        Document page = page("/compare?text=aca-2014&about=social-tie");
        assertThat(page.select("table.matrix thead th").eachText())
                .contains("a current client", "a former client", "a supervisee or trainee");
    }

    @Test
    void the_matrix_is_handed_over_as_a_file() throws Exception {
        page("/compare?text=aca-2014&about=social-tie");
        mvc.perform(get("/compare.svg?text=aca-2014&about=social-tie"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(content().string(containsString("<desc")));
    }

    @Test
    void an_edition_tells_what_it_changed() throws Exception {
        Document page = page("/diff?from=aca-2005&to=aca-2014");
        assertThat(page.selectFirst("h1").text())
                .isEqualTo("What changed from ACA 2005 to ACA 2014");
        assertThat(page.select("section h2").eachText())
                .anyMatch(h -> h.startsWith("A member must now"));
        assertThat(page.select("details.case a").eachAttr("href"))
                .anyMatch(a -> a.startsWith("/codes/aca-2014/"));
    }

    @Test
    void what_is_still_worked_out_says_how_far_it_is_and_then_asks_for_the_page_anew()
            throws Exception {
        page("/diff?from=apa-2010&to=apa-2017");
        mvc.perform(
                        get("/diff?from=apa-2010&to=apa-2017")
                                .header("HX-Trigger", "working-difference"))
                .andExpect(status().isOk())
                .andExpect(header().string("HX-Refresh", "true"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/compare?text=no-such-text",
                "/compare?party=nobody",
                "/compare?about=nothing",
                "/diff?from=aca-2005&to=no-such-text"
            })
    void a_text_that_is_not_there_is_refused(String address) throws Exception {
        mvc.perform(get(address)).andExpect(status().isNotFound());
    }

    @Test
    void a_difference_without_its_texts_is_refused() throws Exception {
        mvc.perform(get("/diff")).andExpect(status().isBadRequest());
    }
}

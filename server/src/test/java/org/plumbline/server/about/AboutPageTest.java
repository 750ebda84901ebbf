package org.plumbline.server.about;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.plumbline.core.norm.Verified;
import org.plumbline.server.PlumblineTest;
import org.plumbline.server.desk.Desk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@PlumblineTest
class AboutPageTest {

    @Autowired private MockMvc mvc;
    @Autowired private Desk desk;

    private Document page(String address) throws Exception {
        return Jsoup.parse(
                mvc.perform(get(address))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    @Test
    void the_levels_are_counted_from_the_library() throws Exception {
        var rows = page("/how-we-know").select("section[aria-labelledby=levels] tbody tr");
        assertThat(rows).hasSize(Verified.values().length);
        var row = rows.iterator();
        for (Verified level : Verified.values()) {
            var provisions =
                    desk.library().editions().stream()
                            .flatMap(e -> e.provisions().stream())
                            .filter(p -> p.verified() == level)
                            .toList();
            assertThat(row.next().select("td.n").eachText())
                    .as(level.word())
                    .containsExactly(
                            String.valueOf(provisions.size()),
                            String.valueOf(
                                    provisions.stream().mapToInt(p -> p.allNorms().size()).sum()));
        }
    }

    @Test
    void every_body_that_issued_a_text_is_there() throws Exception {
        assertThat(
                        page("/how-we-know")
                                .select("section[aria-labelledby=bodies] tbody th")
                                .eachText())
                .containsExactlyInAnyOrderElementsOf(
                        desk.library().bodies().values().stream()
                                .filter(b -> !desk.library().editionsOf(b.id()).isEmpty())
                                .map(b -> b.name())
                                .toList());
    }

    @Test
    void the_library_is_named_by_its_fingerprint() throws Exception {
        assertThat(page("/how-we-know").text()).contains(desk.library().fingerprint());
    }

    @Test
    void privacy_says_what_is_kept_logged_and_sent() throws Exception {
        assertThat(page("/privacy").select("dt").eachText())
                .contains("What is kept", "In a log", "In your browser", "To others");
    }
}

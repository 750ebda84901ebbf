package org.plumbline.server.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.norm.Provision;
import org.plumbline.server.PlumblineTest;
import org.plumbline.server.desk.Desk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@PlumblineTest
class ExplorerPageTest {

    @Autowired private MockMvc mvc;
    @Autowired private Desk desk;

    private Document page(String address) throws Exception {
        return Jsoup.parse(
                mvc.perform(get(URI.create(address)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    @Test
    void the_shelf_leads_to_every_edition() throws Exception {
        List<String> links = page("/codes").select("main .shelf a").eachAttr("href");
        assertThat(links)
                .containsExactlyInAnyOrderElementsOf(
                        desk.library().entries().stream()
                                .map(e -> Address.edition(e.id()))
                                .toList());
    }

    @Test
    void every_edition_leads_to_every_provision() throws Exception {
        for (Edition edition : desk.library().editions()) {
            assertThat(page(Address.edition(edition.id())).select(".provisions a").eachAttr("href"))
                    .as(edition.id())
                    .containsExactlyElementsOf(
                            edition.provisions().stream()
                                    .map(p -> Address.provision(edition.id(), p.id()))
                                    .toList());
        }
    }

    /// The pages of two texts in full; of the others the provision whose number is least like a word.
    @Test
    void every_provision_has_a_page() throws Exception {
        List<String> addresses = new ArrayList<>();
        for (Edition edition : desk.library().editions()) {
            List<Provision> some =
                    List.of("aca-2014", "nasw-2021").contains(edition.id())
                            ? edition.provisions()
                            : edition.provisions().stream()
                                    .filter(p -> !p.id().matches("[A-Za-z0-9.()]+"))
                                    .filter(p -> p.allNorms().isEmpty() || p.id().contains("/"))
                                    .limit(1)
                                    .toList();
            for (Provision provision : some) {
                addresses.add(Address.provision(edition.id(), provision.id()));
                assertThat(page(addresses.getLast()).selectFirst("h1").text())
                        .isEqualTo(provision.id() + " " + provision.title());
            }
        }
        assertThat(addresses).hasSizeGreaterThan(60).anyMatch(a -> a.contains("%20"));
    }

    @Test
    void a_number_with_a_stroke_keeps_its_stroke() {
        assertThat(Address.provision("x-2018", "O. Reg. 260/18"))
                .isEqualTo("/codes/x-2018/O.%20Reg.%20260/18");
    }

    @Test
    void a_provision_shows_each_norm_with_its_sentence_its_source_and_its_level() throws Exception {
        Edition edition = desk.library().edition("nasw-2021").orElseThrow();
        Provision provision = edition.provision("1.06(c)").orElseThrow();
        Document page = page("/codes/nasw-2021/1.06(c)");
        assertThat(page.select(".norm-card .sentence").eachText())
                .isEqualTo(provision.allNorms().stream().map(Norm::reads).toList());
        assertThat(page.select("main").text())
                .contains(
                        provision.says(),
                        provision.source(),
                        "We have read this provision's own text.");
        assertThat(page.select(".norm-card").eachAttr("id"))
                .startsWith("norm-risk", "norm-manage", "norm-taking-on", "norm-manage-taking-on")
                .hasSameSizeAs(provision.allNorms())
                .doesNotHaveDuplicates();
        assertThat(page.select(".norm-card").getFirst().text())
                .contains(
                        "Advises against",
                        "A current client or a former client",
                        "It cannot be avoided");
    }

    @Test
    void a_provision_shows_the_cases_that_prove_it() throws Exception {
        Document page = page("/codes/aca-2014/A.5.c");
        assertThat(page.select("#proofs + p").text())
                .isEqualTo("4 of 4 norms decided by a case here");
        assertThat(page.select("details.case"))
                .hasSizeBetween(3, 12)
                .allSatisfy(proof ->
                        assertThat(proof.text())
                                .containsAnyOf("of this provision", "rests on this provision"));
        assertThat(page.select("details.case a").eachAttr("href"))
                .isNotEmpty()
                .allMatch(address -> address.startsWith("/answer?act="));
    }

    /// The day before the five years are up turns on the bar; its neighbours on what follows.
    @Test
    void each_case_names_the_norms_it_decides() {
        Edition edition = desk.library().edition("aca-2014").orElseThrow();
        var proofs = new Proofs(desk).of(edition, edition.provision("A.5.c").orElseThrow());
        assertThat(
                        proofs.stream()
                                .filter(p ->
                                        p.id().equals("romance-six-years-on")
                                                || p.title()
                                                        .startsWith("The day before five years")))
                .isNotEmpty()
                .allSatisfy(p -> assertThat(p.norms()).isNotEmpty());
    }

    /// A norm that is struck from its text is proved by nothing any more.
    @Test
    void a_case_proves_a_norm_only_if_its_answer_turns_on_it() {
        Edition edition = desk.library().edition("aca-2014").orElseThrow();
        Provision provision = edition.provision("A.5.c").orElseThrow();
        var proofs = new Proofs(desk).of(edition, provision);
        assertThat(Proofs.unproved(provision, proofs)).isEmpty();
        assertThat(Proofs.unproved(provision, List.of())).hasSameSizeAs(provision.allNorms());
        assertThat(proofs.getFirst().norms()).isNotEmpty();
    }

    @Test
    void an_edition_shows_what_superseded_what_and_who_takes_it_in() throws Exception {
        Document page = page("/codes/aca-2014");
        assertThat(page.select(".line-of-editions a").eachText())
                .containsExactly("ACA 1995", "ACA 2005", "ACA 2014");
        assertThat(page.select("a[href='/diff?from=aca-2005&to=aca-2014']")).hasSize(1);
        assertThat(page.select("main").text()).contains("Adopted by", "262 Code of Massachusetts");
    }

    @ParameterizedTest(name = "{0} is at {1}")
    @CsvSource({
        "NASW 2021 1.06(c), /codes/nasw-2021/1.06(c)",
        "aca-2014 A.5.c, /codes/aca-2014/A.5.c",
        "aca-2014, /codes/aca-2014",
    })
    void a_citation_leads_to_its_page(String words, String address) throws Exception {
        mvc.perform(post("/codes").param("q", words).with(csrf()))
                .andExpect(redirectedUrl(address));
    }

    @Test
    void a_citation_without_an_edition_shows_what_it_may_mean() throws Exception {
        String page =
                mvc.perform(post("/codes").param("q", "NASW 1.06").with(csrf()))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        Document found = Jsoup.parse(page);
        assertThat(found.select("[role=status]").text()).contains("names no edition");
        assertThat(found.select(".hits a").eachText())
                .contains("NASW 2021, 1.06(c)", "NASW 2017, 1.06(c)");
    }

    @Test
    void words_are_looked_for_in_numbers_titles_and_paraphrases() throws Exception {
        String page =
                mvc.perform(post("/codes").param("q", "barter").with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(Jsoup.parse(page).select(".hits li"))
                .isNotEmpty()
                .allSatisfy(hit -> assertThat(hit.text()).containsIgnoringCase("barter"));
    }

    @Test
    void nothing_found_is_not_called_permission() throws Exception {
        mvc.perform(post("/codes").param("q", "unicorn").with(csrf()))
                .andExpect(
                        content()
                                .string(
                                        containsString(
                                                "That does not mean that no text speaks of it")));
    }

    @Test
    void what_was_typed_comes_back_as_text() throws Exception {
        mvc.perform(post("/codes").param("q", "\"><script>alert(1)</script>").with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<script>alert"))))
                .andExpect(content().string(containsString("&lt;script&gt;alert")));
    }

    @ParameterizedTest
    @CsvSource({"/codes/no-such-text", "/codes/nasw-2021/9.99", "/codes/no-such-text/1.06"})
    void what_is_not_there_is_not_found(String address) throws Exception {
        mvc.perform(get(address)).andExpect(status().isNotFound());
    }
}

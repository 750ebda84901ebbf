package org.plumbline.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.core.Codes;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SummaryPageTest {

    @TempDir Path folder;

    private String page = "";
    private AuditSummary summary;
    private Document document;

    @BeforeEach
    void an_audit_of_many_rows_some_of_them_bad() throws Exception {
        Files.writeString(folder.resolve("cases.csv"), Rows.sheet(1_500, 10));
        Files.writeString(folder.resolve("<img src=x onerror=alert(1)>.csv"), "&nonsense\n1\n");
        var trial = new Trial(folder);
        List<String> files = List.of("cases.csv", "<img src=x onerror=alert(1)>.csv");
        summary = trial.run(files, new ArrayList<>()).orElseThrow();
        page = SummaryPage.of(Codes.library(), summary, trial.order(files));
        document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(
                                new ByteArrayInputStream(
                                        page.replace("<!doctype html>", "")
                                                .getBytes(StandardCharsets.UTF_8)));
    }

    private List<Element> all(String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    @Test
    void it_stands_by_itself() {
        assertThat(page)
                .doesNotContain("<script", "http://", "https://", "<img", "@import", "url(fonts")
                .doesNotContain("<link");
        assertThat(all("html").getFirst().getAttribute("lang")).isEqualTo("en");
        assertThat(all("title")).hasSize(1);
        assertThat(all("h1")).hasSize(1);
        assertThat(all("main")).hasSize(1);
    }

    @Test
    void it_is_drawn_for_paper_and_for_the_dark() {
        assertThat(page).contains("@media print", "prefers-color-scheme: dark", "forced-colors");
    }

    @Test
    void what_is_drawn_stands_in_a_table_too() {
        Set<String> told = new HashSet<>();
        all("td").forEach(td -> told.add(td.getTextContent()));
        summary.together().values().forEach(n -> assertThat(told).contains("%,d".formatted(n)));
        summary.texts()
                .values()
                .forEach(counts ->
                        counts.values()
                                .forEach(n -> assertThat(told).contains("%,d".formatted(n))));
        summary.lifting().values().forEach(n -> assertThat(told).contains("%,d".formatted(n)));
        assertThat(summary.lifting()).isNotEmpty();
        assertThat(all("figure")).as("by severity, text, act and month").hasSize(4);
        assertThat(all("table")).hasSize(5);
        for (Element svg : all("svg")) {
            assertThat(svg.getAttribute("aria-hidden")).isEqualTo("true");
        }
        for (Element table : all("table")) {
            assertThat(table.getElementsByTagName("caption").getLength()).isEqualTo(1);
        }
        for (Element th : all("th")) {
            assertThat(th.getAttribute("scope")).isIn("col", "row");
        }
    }

    @Test
    void every_bar_has_words_and_a_pattern_and_not_colour_alone() {
        Set<String> ids = new HashSet<>();
        all("pattern").forEach(p -> ids.add(p.getAttribute("id")));
        assertThat(ids).hasSizeGreaterThan(5);
        var used = java.util.regex.Pattern.compile("url\\(#([^)]+)\\)").matcher(page);
        int found = 0;
        while (used.find()) {
            found++;
            assertThat(ids).contains(used.group(1));
        }
        assertThat(found).isPositive();
        assertThat(all("text"))
                .extracting(Element::getTextContent)
                .contains("Prohibited", "ACA 2014");
    }

    @Test
    void ids_are_unique_and_links_have_targets() {
        List<String> ids = new ArrayList<>();
        for (String name : List.of("div", "main", "h2", "svg", "pattern", "section")) {
            all(name).stream()
                    .map(e -> e.getAttribute("id"))
                    .filter(i -> !i.isEmpty())
                    .forEach(ids::add);
        }
        assertThat(ids).doesNotHaveDuplicates();
        all("a").forEach(a -> assertThat(ids).contains(a.getAttribute("href").substring(1)));
        all("section").forEach(s -> assertThat(ids).contains(s.getAttribute("aria-labelledby")));
    }

    @Test
    void plain_words_stand_for_ids_and_it_says_how_much_it_speaks_for() {
        assertThat(document.getDocumentElement().getTextContent())
                .contains(
                        "This does not speak for the whole input",
                        "Of 2 files 1 could not be read to the end",
                        "is not legal advice",
                        "ACA 2014",
                        "Have sexual contact",
                        "a value that is none of our words")
                .doesNotContain("aca-2014", "sexual-contact", "not-addressed", "1 rows");
    }

    @Test
    void files_are_named_as_text() {
        assertThat(page).contains("&lt;img src=x onerror=alert(1)&gt;");
    }
}

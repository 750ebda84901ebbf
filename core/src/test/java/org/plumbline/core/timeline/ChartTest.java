package org.plumbline.core.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.norm.Edition;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ChartTest {

    private static final LocalDate ANCHOR = LocalDate.of(2026, 6, 1);

    private static Timeline timeline(String act, String party) {
        return Timeline.of(
                TimelineTest.DECIDER,
                act,
                party,
                Timeline.editions(TimelineTest.DECIDER, act, party, ANCHOR),
                ANCHOR,
                10);
    }

    private static Timeline leading() {
        List<String> codes =
                List.of(
                        "aamft-2015",
                        "aca-2014",
                        "nbcc-2023",
                        "apa-2017",
                        "bacb-2022",
                        "nasw-2021",
                        "aba-model-rules",
                        "us-tx-681-38",
                        "us-fl-64b4-10");
        return Timeline.of(
                TimelineTest.DECIDER,
                "sexual-contact",
                "former-client",
                TimelineTest.editions(codes),
                ANCHOR,
                10);
    }

    // ── Text ────────────────────────────────────────────────────────────────────────────────

    /// `-Dgolden=write` writes the file anew; read the difference before you keep it.
    @ParameterizedTest
    @ValueSource(strings = {"80", "60-ascii"})
    void the_chart_of_sexual_contact_reads_as_kept(String form) throws IOException {
        String drawn =
                form.equals("80")
                        ? TextChart.draw(leading(), 80, false, false)
                        : TextChart.draw(leading(), 60, false, true);
        Path kept =
                Path.of(
                        "src/test/resources/timeline/sexual-contact-former-client-"
                                + form
                                + ".txt");
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(kept, drawn);
        }
        assertThat(drawn).isEqualTo(Files.readString(kept));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 71, 72, 80, 100, 120})
    void no_line_is_wider_than_the_terminal(int width) {
        for (boolean ascii : List.of(true, false)) {
            assertThat(TextChart.draw(timeline("friendship", "former-client"), width, false, ascii))
                    .satisfies(chart ->
                            assertThat(chart.lines()).allMatch(line -> line.length() <= width));
        }
    }

    @Test
    void ascii_means_ascii() {
        assertThat(TextChart.draw(timeline("sexual-contact", "former-client"), 80, true, true))
                .matches(chart -> chart.chars().allMatch(c -> c < 128));
    }

    @Test
    void colour_only_adds_to_what_stands_without_it() {
        Timeline timeline = leading();
        assertThat(TextChart.draw(timeline, 80, true, false).replaceAll("\u001b\\[\\d+m", ""))
                .isEqualTo(TextChart.draw(timeline, 80, false, false));
    }

    // ── SVG ─────────────────────────────────────────────────────────────────────────────────

    private static Document parsed(String svg) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    @ParameterizedTest
    @EnumSource(SvgChart.Layout.class)
    void the_picture_is_named_described_and_self_contained(SvgChart.Layout layout)
            throws Exception {
        Timeline timeline = timeline("sexual-contact", "former-client");
        String svg = SvgChart.draw(timeline, layout);
        Element root = parsed(svg).getDocumentElement();
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getAttribute("viewBox")).isNotEmpty();
        String id = root.getAttribute("id");
        assertThat(root.getAttribute("aria-labelledby")).isEqualTo(id + "-title " + id + "-desc");
        assertThat(first(root, "title").getTextContent()).isEqualTo(timeline.title());
        String description = first(root, "desc").getTextContent();
        for (Row row : timeline.rows()) {
            assertThat(description)
                    .contains(row.label() + ": " + Sentence.starred(timeline, row) + ".");
        }
        assertThat(svg.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http", "href", "@import", "<script", "<image");
        assertThat(svg)
                .contains("prefers-color-scheme: dark", "forced-colors: active", "CanvasText");
    }

    @ParameterizedTest
    @EnumSource(SvgChart.Layout.class)
    void every_headline_is_in_words_and_every_pattern_is_there(SvgChart.Layout layout)
            throws Exception {
        for (String act : List.of("sexual-contact", "friendship", "gift-receive", "hug")) {
            Timeline timeline = timeline(act, "former-client");
            Document svg = parsed(SvgChart.draw(timeline, layout));
            var words = new StringBuilder();
            Set<String> ids = new HashSet<>();
            Set<String> used = new HashSet<>();
            var all = svg.getElementsByTagName("*");
            for (int at = 0; at < all.getLength(); at++) {
                Element element = (Element) all.item(at);
                if (element.getTagName().equals("text")) {
                    words.append(element.getTextContent()).append(' ');
                }
                if (!element.getAttribute("id").isEmpty()) {
                    assertThat(ids.add(element.getAttribute("id"))).isTrue();
                }
                String fill = element.getAttribute("fill");
                if (fill.startsWith("url(#")) {
                    used.add(fill.substring(5, fill.length() - 1));
                }
            }
            assertThat(ids).containsAll(used);
            String shown =
                    words.toString().toLowerCase(java.util.Locale.ROOT).replaceAll("\\s+", " ");
            for (Band band : timeline.bands()) {
                assertThat(words).contains(band.words());
            }
            for (Row row : timeline.rows()) {
                for (Step step : row.steps()) {
                    assertThat(shown).contains(step.says());
                }
            }
        }
    }

    private static Element first(Element root, String name) {
        return (Element) root.getElementsByTagName(name).item(0);
    }

    @Test
    void text_from_a_file_cannot_break_out() throws Exception {
        Edition aca = TimelineTest.editions(List.of("aca-2014")).getFirst();
        String title = "</text><script>alert(\"1\")</script> & 'Co' \u0001";
        var edition =
                new Edition(
                        "x-" + aca.id(),
                        "nobody",
                        title,
                        aca.inForce(),
                        aca.level(),
                        aca.encoded(),
                        aca.binds(),
                        aca.incorporates(),
                        aca.overrides(),
                        aca.practitioner(),
                        aca.strength(),
                        aca.reckoning(),
                        aca.draft(),
                        aca.provisions());
        String svg =
                SvgChart.draw(
                        Timeline.of(
                                TimelineTest.DECIDER,
                                "sexual-contact",
                                "former-client",
                                List.of(edition),
                                ANCHOR,
                                10));
        assertThat(svg).doesNotContain("<script").contains("&lt;script&gt;");
        assertThat(first(parsed(svg).getDocumentElement(), "desc").getTextContent())
                .contains("</text><script>alert(\"1\")</script> & 'Co' \uFFFD");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 6, 10, 20, 99})
    void an_axis_rises_whatever_its_length(int years) {
        var axis =
                new Axis(
                        new Timeline(
                                "hug",
                                "former-client",
                                "hug a former client",
                                Timeline.Measure.YEARS,
                                "years",
                                new java.util.LinkedHashMap<>(),
                                ANCHOR,
                                years,
                                java.util.Optional.empty(),
                                List.of()));
        double before = axis.at(ANCHOR);
        assertThat(before).isZero();
        for (int month = 1; month < 12 * 120; month++) {
            double at = axis.at(ANCHOR.plusMonths(month));
            assertThat(at).isGreaterThan(before).isLessThan(1);
            before = at;
        }
        assertThat(axis.at(ANCHOR.plusYears(years))).isEqualTo(Axis.FOR_EVER);
    }
}

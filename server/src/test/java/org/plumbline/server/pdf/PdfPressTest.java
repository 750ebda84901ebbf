package org.plumbline.server.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.plumbline.core.timeline.Band;
import org.plumbline.core.timeline.Strip;
import org.thymeleaf.TemplateEngine;

final class PdfPressTest {

    private static final String PAGE =
            """
            <!DOCTYPE html><html lang="en"><head><title>A page</title>
            <meta name="subject" content="What it is about"></head>
            <body><h1>A page</h1><p>With “words”, Łódź, Ελλάς and Волга.</p>
            <ul><li>one</li><li>two</li></ul>
            <table><thead><tr><th scope="col">Text</th><th scope="col">Headline</th></tr></thead>
            <tbody><tr><th scope="row">NASW 2021</th><td class="says">Prohibited</td></tr></tbody></table>
            <dl><dt>Made</dt><dd>today</dd></dl></body></html>
            """;

    private final PdfPress press = new PdfPress(new TemplateEngine());

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void aPageConformsToTheProfileAndKeepsItsWords() throws Exception {
        byte[] pdf = press.print(PAGE);

        assertThat(UaValidator.broken(pdf)).isEmpty();
        assertThat(text(pdf)).contains("“words”", "Łódź", "Ελλάς", "Волга", "NASW 2021");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("A page");
            assertThat(document.getDocumentInformation().getSubject())
                    .isEqualTo("What it is about");
        }
    }

    /// Untagged, without language and title, with a face that is not embedded.
    @Test
    void theValidatorRefusesAFileThatNobodyCouldFollow() throws Exception {
        var out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                content.newLineAtOffset(50, 700);
                content.showText("Nobody can follow this.");
                content.endText();
            }
            document.save(out);
        }

        assertThat(UaValidator.broken(out.toByteArray()))
                .anyMatch(rule -> rule.startsWith("7.1-3 "))
                .anyMatch(rule -> rule.startsWith("7.21.4.1-1 "));
    }

    /// The same page is refused once its tags are gone: it is they that are looked at.
    @Test
    void aPageIsRefusedWithoutItsTags() throws Exception {
        var out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(press.print(PAGE))) {
            document.getDocumentCatalog().setStructureTreeRoot(null);
            document.getDocumentCatalog().setLanguage(null);
            document.save(out);
        }

        assertThat(UaValidator.broken(out.toByteArray())).isNotEmpty();
    }

    @Test
    void aPageWithoutATitleIsNotSet() {
        assertThatThrownBy(() -> press.print("<p>words</p>"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("title");
    }

    private static final StripFigure STRIP =
            new StripFigure(
                    new Strip(
                            List.of(
                                    new Strip.Stretch(0, 0.4, Band.FORBIDDEN),
                                    new Strip.Stretch(0.4, 0.7, Band.UNLESS),
                                    new Strip.Stretch(0.7, 1, Band.NOT_ADDRESSED)),
                            List.of(new Strip.Tick(0, "2023"), new Strip.Tick(0.4, "2028")),
                            Optional.of(0.2),
                            "prohibited up to and including 13 March 2028",
                            "the last professional contact"),
                    false);

    private static String with(String figure) {
        return PAGE.replace("<ul>", figure + "<ul>");
    }

    @Test
    void aFigureIsDrawnWithInkAndReadOutByItsWords() throws Exception {
        byte[] plain = press.print(PAGE);
        byte[] pdf =
                press.set(
                        with(
                                "<object type=\"plumbline/strip\" data=\"aca\" alt=\"ACA: prohibited"
                                        + " up to and including 13 March 2028.\"></object>"),
                        Map.of("aca", STRIP));

        assertThat(UaValidator.broken(pdf)).isEmpty();
        assertThat(UaValidator.figures(pdf))
                .containsExactly("ACA: prohibited up to and including 13 March 2028.");
        assertThat(UaValidator.figures(plain)).isEmpty();
        assertThat(ink(pdf)).as("the solid band").isGreaterThan(ink(plain) + 2_000);
    }

    /// How many points of the first page are of the darkest red, at a point for each pixel and a half.
    private static long ink(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var image = new PDFRenderer(document).renderImage(0, 1.5f);
            long dark = 0;
            for (int x = 0; x < image.getWidth(); x++) {
                for (int y = 0; y < image.getHeight(); y++) {
                    if ((image.getRGB(x, y) & 0xffffff) == 0x5c0f0b) {
                        dark++;
                    }
                }
            }
            return dark;
        }
    }

    @Test
    void aFigureWithoutWordsIsNotSet() {
        assertThatThrownBy(() ->
                        press.set(with("<object data=\"aca\"></object>"), Map.of("aca", STRIP)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("words");
    }

    @Test
    void nothingOutsideThePageIsFetched() throws Exception {
        byte[] pdf =
                press.print(
                        PAGE.replace(
                                "</ul>",
                                "</ul><img src=\"file:///etc/hostname\" alt=\"\">"
                                        + "<img src=\"http://127.0.0.1:9/x.png\" alt=\"\">"));

        assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).doesNotContain("/Subtype /Image");
    }

    @Test
    void signsThatNoFaceHasAreNamed() {
        assertThat(press.cannotSet("Zoë, Łódź\r\n— “Волга”, Ελλάς … €")).isEmpty();
        assertThat(press.cannotSet("漢 and 😀 and 漢")).containsExactlyInAnyOrder("漢", "😀");
    }

    /// The right edge of the sign that stands furthest to the right, and how many signs there are.
    private record Reach(float right, float wide, long signs) {

        static Reach of(byte[] pdf, char sign) throws Exception {
            var right = new float[1];
            var signs = new long[1];
            try (PDDocument document = Loader.loadPDF(pdf)) {
                var stripper =
                        new PDFTextStripper() {
                            @Override
                            protected void processTextPosition(TextPosition at) {
                                if (at.getUnicode().indexOf(sign) >= 0) {
                                    right[0] = Math.max(right[0], at.getX() + at.getWidth());
                                    signs[0]++;
                                }
                            }
                        };
                stripper.getText(document);
                return new Reach(right[0], document.getPage(0).getMediaBox().getWidth(), signs[0]);
            }
        }
    }

    @Test
    void aWordThatIsLongerThanALineIsBrokenAndNothingOfItIsCutOff() throws Exception {
        for (String place :
                List.of(
                        "<p class='typed'>%s</p>",
                        "<table><tbody><tr><th scope='row'>%s</th><td>x</td></tr></tbody></table>",
                        "<table><tbody><tr><th scope='row'>a</th><td>x</td><td>%s</td></tr></tbody></table>",
                        "<dl><dt>Made</dt><dd>%s</dd></dl>",
                        "<ul><li>%s</li></ul>")) {
            byte[] pdf =
                    press.print(
                            PAGE.replace("</body>", place.formatted("W".repeat(400)) + "</body>"));

            Reach reach = Reach.of(pdf, 'W');
            assertThat(reach.signs()).as(place).isGreaterThanOrEqualTo(400);
            assertThat(reach.right()).as(place).isLessThan(reach.wide() - 20);
            assertThat(UaValidator.broken(pdf)).as(place).isEmpty();
        }
    }

    @Test
    void whatNobodySeesKeepsNoFileBackAndLeavesNoMark() throws Exception {
        String pasted =
                "so\u00ADft \uFEFFstart\u200E mark\u200F end\u2028next\u2007wide, long\u2011term, bell\u0007";

        assertThat(press.cannotSet(pasted)).isEmpty();
        assertThat(text(press.print(PAGE.replace("<li>one", "<li>" + pasted))))
                .contains("start mark end", "next wide, long-term, bell")
                .doesNotContain("#", "\uFEFF", "\u200E");
        assertThat(press.cannotSet("שלום")).hasSize(4);
        assertThat(press.cannotSet("你好")).hasSize(2);
    }
}

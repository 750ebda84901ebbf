package org.plumbline.server.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
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
}

package org.plumbline.server.pdf;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.w3c.dom.Element;

/// Sets a template as a PDF that a screen reader can follow: tagged, in English, with a title and
/// every face embedded (PDF/UA-1). Safe to share between threads.
@Component
public class PdfPress {

    static {
        // It would write down what it could not set, which may be somebody's words.
        XRLog.setLoggingEnabled(false);
    }

    private final ITemplateEngine templates;
    private final Typefaces faces = new Typefaces();
    private final Lettering letters = faces.lettering();
    private final String style;

    public PdfPress(ITemplateEngine templates) {
        this.templates = templates;
        try (InputStream sheet = PdfPress.class.getResourceAsStream("/pdf/print.css")) {
            if (sheet == null) {
                throw new IllegalStateException("the style sheet is not beside the program");
            }
            style = new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /// The signs of a text that cannot be set, each once; empty where all can.
    public Set<String> cannotSet(String text) {
        return faces.missing(text);
    }

    /// A template as PDF.
    ///
    /// @param template a page whose head has a `title` and a `meta` with its `subject`
    /// @throws IllegalArgumentException if the page has no title
    public byte[] print(String template, Map<String, Object> model) {
        return print(templates.process(template, new Context(Locale.UK, model)));
    }

    /// The same with figures.
    ///
    /// @param figures what the page draws, by the `data` of each `<object type="plumbline/strip">`
    public byte[] print(
            String template, Map<String, Object> model, Map<String, StripFigure> figures) {
        return set(templates.process(template, new Context(Locale.UK, model)), figures);
    }

    /// A page of HTML as PDF.
    ///
    /// @throws IllegalArgumentException if it has no title
    public byte[] print(String html) {
        return set(html, Map.of());
    }

    /// A page of HTML with figures as PDF.
    ///
    /// @throws IllegalArgumentException if it has no title, or a figure has no alternative text
    byte[] set(String html, Map<String, StripFigure> figures) {
        Document page = Jsoup.parse(html);
        if (page.title().isBlank()) {
            throw new IllegalArgumentException("a page without a title cannot be read out");
        }
        if (!page.select("object:not([alt]), object[alt=\"\"]").isEmpty()) {
            throw new IllegalArgumentException("a figure without words cannot be read out");
        }
        page.select("link, script").remove();
        page.body()
                .forEachNode(node -> {
                    if (node instanceof TextNode words) {
                        words.text(faces.settable(words.getWholeText()));
                    }
                });
        page.head().appendElement("style").appendText(style);
        var out = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        for (Typefaces.Face face : faces.all()) {
            builder.useFont(face::open, face.family(), face.weight(), FontStyle.NORMAL, true);
        }
        for (var when : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((_, _) -> false, when);
        }
        builder.useObjectDrawerFactory(new Figures(figures, letters));
        builder.usePdfUaAccessibility(true);
        builder.withProducer("Plumbline");
        builder.withW3cDocument(new W3CDom().fromJsoup(page), null);
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return out.toByteArray();
    }

    /// Draws what stands for a figure in a page; what has no figure stays empty.
    private record Figures(Map<String, StripFigure> figures, Lettering letters)
            implements FSObjectDrawerFactory {

        @Override
        public boolean isReplacedObject(Element element) {
            return figures.containsKey(element.getAttribute("data"));
        }

        @Override
        public @Nullable FSObjectDrawer createDrawer(Element element) {
            StripFigure figure = figures.get(element.getAttribute("data"));
            if (figure == null) {
                return null;
            }
            return (_, x, y, width, height, device, _, dots) -> {
                double wide = width / dots;
                device.drawWithGraphics(
                        (float) x,
                        (float) y,
                        (float) wide,
                        (float) (height / dots),
                        on -> {
                            double scale = wide / StripFigure.WIDE;
                            on.scale(scale, scale);
                            figure.draw(on, letters);
                        });
                return Map.of();
            };
        }
    }
}

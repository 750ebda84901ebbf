package org.plumbline.ask.claims;

import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/// HTML into blocks. Scripts, styles, forms and what steers the page are not prose.
final class HtmlText {

    private static final Set<String> SKIPPED =
            Set.of(
                    "head",
                    "script",
                    "style",
                    "noscript",
                    "template",
                    "svg",
                    "math",
                    "iframe",
                    "object",
                    "canvas",
                    "nav",
                    "form",
                    "button",
                    "select",
                    "textarea",
                    "code",
                    "pre",
                    "audio",
                    "video");

    private HtmlText() {}

    static List<Prose.Block> blocks(String source) {
        var builder = new Prose.Builder();
        Jsoup.parse(source, "", Parser.htmlParser().setTrackPosition(true))
                .filter(
                        new NodeFilter() {
                            @Override
                            public FilterResult head(Node node, int depth) {
                                if (node instanceof TextNode text) {
                                    int from = Math.max(0, text.sourceRange().startPos());
                                    int to = Math.min(source.length(), text.sourceRange().endPos());
                                    builder.add(
                                            text.getWholeText(), source, from, Math.max(from, to));
                                    return FilterResult.CONTINUE;
                                }
                                if (node instanceof Element element) {
                                    if (SKIPPED.contains(element.normalName())
                                            || element.hasAttr("hidden")) {
                                        return FilterResult.SKIP_ENTIRELY;
                                    }
                                    breaks(element);
                                }
                                return FilterResult.CONTINUE;
                            }

                            @Override
                            public FilterResult tail(Node node, int depth) {
                                if (node instanceof Element element) {
                                    breaks(element);
                                }
                                return FilterResult.CONTINUE;
                            }

                            private void breaks(Element element) {
                                if (element.isBlock()
                                        || element.normalName().equals("br")
                                        || element.normalName().equals("td")
                                        || element.normalName().equals("th")) {
                                    builder.end();
                                }
                            }
                        });
        return builder.blocks();
    }
}

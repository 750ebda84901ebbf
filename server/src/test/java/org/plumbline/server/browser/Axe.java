package org.plumbline.server.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// What axe-core finds in an open page. It is put into a page once and asks for what is broken alone: the
/// builder that comes with it puts it in anew for each question, and carries over what is in order too.
final class Axe {

    private static final String SOURCE = source();

    private static final String RUN =
            """
            async asked => {
              const found = await axe.run(document, {
                runOnly: asked, resultTypes: ['violations'], selectors: false});
              return found.violations.map(rule => rule.id + ': ' + rule.help + rule.nodes
                .map(node => '\\n  ' + node.html + '\\n    ' + node.failureSummary).join(''));
            }
            """;

    private Axe() {}

    /// What breaks a rule that has one of these tags: `wcag2aa`.
    static List<String> byTags(Page page, List<String> tags) {
        return found(page, "tag", tags);
    }

    /// What breaks one of these rules.
    static List<String> byRules(Page page, List<String> rules) {
        return found(page, "rule", rules);
    }

    @SuppressWarnings("unchecked")
    private static List<String> found(Page page, String type, List<String> values) {
        if (!"object".equals(page.evaluate("() => typeof window.axe"))) {
            page.evaluate(SOURCE);
        }
        return (List<String>) page.evaluate(RUN, Map.of("type", type, "values", values));
    }

    private static String source() {
        try (InputStream in = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            if (in == null) {
                throw new IllegalStateException("axe-core is not among the jars of the tests");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

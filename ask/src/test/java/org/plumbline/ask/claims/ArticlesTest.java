package org.plumbline.ask.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whole documents against what was found of them when somebody last read the answers:
/// `-Dgolden=write` writes them anew, to be read before they are kept.
class ArticlesTest {

    private static final Path FOLDER = Path.of("src/test/resources/claims/articles");

    @ParameterizedTest
    @ValueSource(strings = {"newsletter.txt", "policy.md", "page.html"})
    void anArticleIsAnsweredAsBefore(String name) throws IOException {
        String source = Files.readString(FOLDER.resolve(name));
        String found = page(source, Prose.Kind.of(name, source));
        Path golden = FOLDER.resolve(name + ".golden");
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(golden, found);
        }
        assertThat(found).isEqualTo(Files.readString(golden));
    }

    private static String page(String source, Prose.Kind kind) {
        CheckedText text = ClaimsLibrary.CHECKER.check(Prose.of(kind, source));
        return text.sentences().stream()
                        .map(s -> s.line() + " " + sentence(s))
                        .collect(Collectors.joining("\n"))
                + "left alone: "
                + text.leftAlone()
                + "\n";
    }

    private static String sentence(CheckedSentence sentence) {
        String codes =
                sentence.count().isPresent()
                        ? ""
                        : sentence.codes().stream()
                                .limit(1)
                                .map(c ->
                                        "  "
                                                + c.edition().id()
                                                + " "
                                                + c.provisions().stream()
                                                        .map(g -> g.provision().id())
                                                        .toList()
                                                + " "
                                                + c.verified()
                                                + "\n")
                                .collect(Collectors.joining());
        return "%s%n  %s%s%n  %s%n  %s%n%s"
                .formatted(
                        sentence.text(),
                        sentence.finding().word(),
                        sentence.citedWrongly() ? ", cited wrongly" : "",
                        sentence.readAs(),
                        sentence.why(),
                        codes);
    }
}

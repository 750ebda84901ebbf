package org.plumbline.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The page on the analysis tells of every kind, and shows what the planted defects print.
class AnalysisPageTest {

    private static final Path HOME = Path.of(System.getProperty("plumbline.home"));
    private static final Path DEFECTS = HOME.resolve("core/src/test/resources/defects");
    private static final Pattern EXAMPLE =
            Pattern.compile("Planted in `([a-z-]+)`:\n\n```text\n(.*?)```", Pattern.DOTALL);

    private static String page() throws IOException {
        return Files.readString(HOME.resolve("docs/analysis.md"));
    }

    @Test
    void every_kind_has_its_part() throws IOException {
        assertThat(page().lines().filter(l -> l.startsWith("## ")).toList())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Kind.values()).map(k -> "## `" + k.code() + "`").toList());
    }

    @Test
    void every_example_is_what_is_printed() throws IOException {
        var examples = EXAMPLE.matcher(page()).results().toList();
        assertThat(examples).hasSize(11);
        for (MatchResult example : examples) {
            assertThat(DEFECTS.resolve(example.group(1)).resolve("expected.txt"))
                    .content()
                    .isEqualTo(example.group(2));
        }
    }
}

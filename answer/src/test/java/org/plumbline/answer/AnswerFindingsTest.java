package org.plumbline.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.answer.policy.Policies;
import org.plumbline.answer.policy.PolicyReader;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.FindingPrinter;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.SourceTexts;
import org.plumbline.core.load.YamlFile;
import org.plumbline.core.norm.Library;

/// Every folder under `bad/` holds a `policy.yaml` or a `sayings.yaml` with one mistake, and what is said of it.
///
/// A folder is named by the code of its finding; one of the sayings, whose codes are those of every other
/// file, by `sayings-` and the code. With `-Dgolden.write=true` what is expected is written anew, here and
/// on the pages in `docs/checks`.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AnswerFindingsTest {

    private static final boolean WRITE = Boolean.getBoolean("golden.write");
    private static final Path HOME = Path.of(System.getProperty("plumbline.home"));
    private static final Path BAD = HOME.resolve("answer/src/test/resources/bad");
    private static final Path PAGES = HOME.resolve("docs/checks");
    private static final Path SOURCES = HOME.resolve("answer/src/main/java/org/plumbline/answer");
    private static final String SAYINGS = "sayings-";
    private static final Pattern CODE =
            Pattern.compile("\"([a-z]+(?:-[a-z]+)*(?:[.][a-z]+(?:-[a-z]+)*)+)\"");
    private static final Library LIBRARY =
            ((Loaded.Sound<Shelf.Open>) Shelf.here().open()).value().library();

    static Stream<String> folders() throws IOException {
        return names(BAD).stream();
    }

    /// First, because it rewrites what the others look at.
    @Order(1)
    @ParameterizedTest(name = "{0}")
    @MethodSource("folders")
    void every_bad_file_gives_its_finding(String name) throws IOException {
        String printed = printed(BAD.resolve(name));
        Path expected = BAD.resolve(name).resolve("expected.txt");
        if (WRITE) {
            Files.writeString(expected, printed);
            Path page = PAGES.resolve(name + ".md");
            if (Files.exists(page)) {
                Files.writeString(
                        page,
                        Files.readString(page)
                                .replaceFirst(
                                        "(?s)```text\n.*?```",
                                        Matcher.quoteReplacement("```text\n" + printed + "```")));
            }
        }
        assertThat(printed)
                .isEqualTo(Files.readString(expected))
                .contains("[" + name.replaceFirst("^" + SAYINGS, "") + "]");
    }

    @Test
    void every_code_of_a_policy_has_a_folder_and_a_page_that_shows_its_finding()
            throws IOException {
        Set<String> codes = codes(SOURCES.resolve("policy"));
        assertThat(folders().filter(f -> !f.startsWith(SAYINGS)).toList())
                .containsExactlyElementsOf(codes);
        for (String code : codes) {
            String expected = Files.readString(BAD.resolve(code).resolve("expected.txt"));
            assertThat(Files.readString(PAGES.resolve(code + ".md")))
                    .startsWith("# `" + code + "`\n")
                    .contains("## The trap\n", "## A bad example\n", "## The cure\n")
                    .contains("```text\n" + expected + "```");
        }
    }

    @Test
    void every_code_of_the_sayings_has_a_folder_and_a_page() throws IOException {
        Set<String> codes = codes(SOURCES.resolve("Sayings.java"));
        assertThat(
                        folders()
                                .filter(f -> f.startsWith(SAYINGS))
                                .map(f -> f.substring(SAYINGS.length()))
                                .toList())
                .containsExactlyElementsOf(codes);
        for (String code : codes) {
            assertThat(PAGES.resolve(code + ".md")).exists();
        }
    }

    /// The schema is made where nobody knows the groups.
    @Test
    void the_schema_has_every_group_of_headlines() throws IOException {
        String schema = Files.readString(HOME.resolve("codes/schema/sayings.schema.json"));
        for (Sayings.When when : Sayings.When.values()) {
            assertThat(schema).contains('"' + when.word() + '"');
        }
    }

    // ── What is read ────────────────────────────────────────────────────────────────────────

    private static String printed(Path folder) {
        var printer = new FindingPrinter(SourceTexts.under(folder, "codes/"), false);
        return printer.print(findings(folder));
    }

    private static List<Finding> findings(Path folder) {
        Path sayings = folder.resolve("sayings.yaml");
        if (Files.exists(sayings)) {
            return YamlFile.read(sayings, "codes/sayings.yaml")
                            instanceof Loaded.Sound<Node>(var node, _)
                    ? Sayings.read(node, LIBRARY).allFindings()
                    : List.of();
        }
        return Files.exists(folder.resolve("policy.yaml"))
                ? Policies.findings(folder, "codes/", LIBRARY)
                : PolicyReader.read(LIBRARY, Optional.empty()).allFindings();
    }

    // ── Codes ───────────────────────────────────────────────────────────────────────────────

    /// Every dotted word that stands in quotes, names of files left out.
    private static Set<String> codes(Path sources) throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> walk = Files.walk(sources)) {
            for (Path source : walk.filter(Files::isRegularFile).toList()) {
                Matcher matcher = CODE.matcher(Files.readString(source));
                while (matcher.find()) {
                    if (!matcher.group(1).endsWith(".yaml")) {
                        codes.add(matcher.group(1));
                    }
                }
            }
        }
        return codes;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            List<String> all = new ArrayList<>(list.map(p -> p.getFileName().toString()).toList());
            all.sort(null);
            return all;
        }
    }
}

package org.plumbline.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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
import org.plumbline.ask.QuestionReader;
import org.plumbline.ask.claims.ClaimChecker;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.FindingPrinter;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.SourceTexts;
import org.plumbline.core.load.Span;
import org.plumbline.core.load.YamlFile;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;

/// Every folder under `bad/` holds one file with one mistake, and what is said of it: `policy.yaml`,
/// `sayings.yaml`, `slots.yaml`, `words.yaml`, `claims.yaml`, or `item.yaml`, which is decided as slots.
///
/// A folder is named by the code of its finding; one of the sayings or of what slots mean, whose codes are
/// those of every other file, by `sayings-` or `slots-` and the code. `without.txt` names the file that a library lacks. With `-Dgolden.write=true` what is expected is written anew, here and
/// on the pages in `docs/checks`.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AnswerFindingsTest {

    private static final boolean WRITE = Boolean.getBoolean("golden.write");
    private static final Path HOME = Path.of(System.getProperty("plumbline.home"));
    private static final Path BAD = HOME.resolve("answer/src/test/resources/bad");
    private static final Path OF_FILES = HOME.resolve("core/src/test/resources/bad");
    private static final Path PAGES = HOME.resolve("docs/checks");
    private static final Path SOURCES = HOME.resolve("answer/src/main/java/org/plumbline/answer");
    private static final Path WORDS = HOME.resolve("ask/src/main/java/org/plumbline/ask");
    private static final String SAYINGS = "sayings-";
    private static final String MEANINGS = "slots-";
    private static final Pattern CODE =
            Pattern.compile("\"([a-z]+(?:-[a-z]+)*(?:[.][a-z]+(?:-[a-z]+)*)+)\"");

    /// Files are no codes.
    private static final Pattern FILE = Pattern.compile(".*[.](yaml|bin|svg|json)");

    private static final Shelf.Open OPEN = open(Shelf.here());
    private static final Library LIBRARY = OPEN.library();
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    private static Shelf.Open open(Shelf shelf) {
        return ((Loaded.Sound<Shelf.Open>) shelf.open()).value();
    }

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
                .contains("[" + name.replaceFirst("^(" + SAYINGS + "|" + MEANINGS + ")", "") + "]");
    }

    @Test
    void every_code_has_a_folder_and_a_page_that_shows_its_finding() throws IOException {
        Set<String> codes = codes(SOURCES);
        codes.addAll(codes(WORDS));
        // These have a folder and a page with the files of the library.
        codes.removeIf(code -> Files.exists(OF_FILES.resolve(code)));
        assertThat(
                        folders()
                                .filter(f -> !f.startsWith(SAYINGS) && !f.startsWith(MEANINGS))
                                .toList())
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
    void no_page_is_about_a_code_that_is_gone() throws IOException {
        assertThat(names(PAGES).stream().map(page -> page.replaceFirst("[.]md$", "")))
                .filteredOn(page -> page.matches("(claims|policy|slots|words)[.].*"))
                .allMatch(code ->
                        Files.exists(BAD.resolve(code)) || Files.exists(OF_FILES.resolve(code)));
    }

    @Test
    void every_code_of_the_sayings_has_a_folder_and_a_page() throws IOException {
        everyCodeHas("Sayings.java", SAYINGS);
    }

    @Test
    void every_code_of_what_slots_mean_has_a_folder_and_a_page() throws IOException {
        everyCodeHas("SlotMeanings.java", MEANINGS);
    }

    private static void everyCodeHas(String source, String prefix) throws IOException {
        Set<String> codes = codes(SOURCES.resolve(source));
        assertThat(
                        folders()
                                .filter(f -> f.startsWith(prefix))
                                .map(f -> f.substring(prefix.length()))
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

    private static String printed(Path folder) throws IOException {
        var printer =
                new FindingPrinter(
                        name ->
                                SourceTexts.under(folder, "codes/")
                                        .apply(name)
                                        .or(() -> SourceTexts.under(folder, "").apply(name)),
                        false);
        return printer.print(findings(folder));
    }

    private static List<Finding> findings(Path folder) throws IOException {
        Path without = folder.resolve("without.txt");
        if (Files.exists(without)) {
            return without(Files.readString(without).split("`", 3)[1]);
        }
        if (Files.exists(folder.resolve("policy.yaml"))) {
            return Policies.findings(folder, "codes/", LIBRARY);
        }
        if (Files.exists(folder.resolve("words.yaml"))) {
            return Questions.findings(folder, "codes/", LIBRARY);
        }
        Path file;
        try (Stream<Path> files = Files.list(folder)) {
            file = files.filter(f -> f.toString().endsWith(".yaml")).findFirst().orElseThrow();
        }
        String name = file.getFileName().toString();
        Node node = read(file, name.equals("item.yaml") ? name : "codes/" + name);
        return switch (name) {
            case "sayings.yaml" -> Sayings.read(node, LIBRARY).allFindings();
            case "slots.yaml" -> SlotMeanings.findings(node, LIBRARY);
            case "claims.yaml" ->
                    ClaimChecker.of(
                                    LIBRARY,
                                    ((Loaded.Sound<QuestionReader>) Questions.reader(OPEN)).value(),
                                    (Node.Mapping) node,
                                    DAY,
                                    ClaimChecker.Options.NONE)
                            .allFindings();
            default -> decided(OPEN, node);
        };
    }

    private static Node read(Path file, String name) {
        return ((Loaded.Sound<Node>) YamlFile.read(file, name)).value();
    }

    private static List<Finding> decided(Shelf.Open open, Node item) {
        var form = new Deciding.Form(Known.Range.of(DAY), true, true);
        return Deciding.item(open, item, form).scenario().allFindings();
    }

    /// What is said where a library lacks a file; the small one of `core` has none of them.
    private static List<Finding> without(String file) {
        Shelf.Open open =
                open(new Shelf(HOME.resolve("core/src/test/resources/library"), Optional.empty()));
        return switch (file) {
            case "policy.yaml" -> PolicyReader.read(LIBRARY, Optional.empty()).allFindings();
            case "words.yaml" -> Questions.reader(open).allFindings();
            case "claims.yaml" ->
                    Claims.checker(
                                    open,
                                    ((Loaded.Sound<QuestionReader>) Questions.reader(OPEN)).value(),
                                    DAY,
                                    ClaimChecker.Options.NONE)
                            .allFindings();
            default -> decided(open, new Node.Mapping(List.of(), Span.of("item.yaml")));
        };
    }

    // ── Codes ───────────────────────────────────────────────────────────────────────────────

    /// Every dotted word that stands in quotes, names of files left out.
    private static Set<String> codes(Path sources) throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> walk = Files.walk(sources)) {
            for (Path source : walk.filter(Files::isRegularFile).toList()) {
                Matcher matcher = CODE.matcher(Files.readString(source));
                while (matcher.find()) {
                    String word = matcher.group(1);
                    if (!FILE.matcher(word).matches() && !word.startsWith("plumbline.")) {
                        codes.add(word);
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

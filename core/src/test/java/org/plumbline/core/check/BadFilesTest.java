package org.plumbline.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.core.load.DateReader;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.FindingPrinter;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.ScenarioReader;
import org.plumbline.core.load.SourceTexts;
import org.plumbline.core.load.YamlFile;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Norm;

/// Every folder under `bad/` holds files with one mistake and the findings that it must give.
///
/// A folder is named by the code of its finding, or `input-…` for a kind of input. A file called
/// `scenario.…` is read as a case; anything else is laid over the small sound library in `library/`
/// and the whole is read, checked and run. `read.txt` names what to read instead, and `made.txt`
/// describes files too large to keep, `links.txt` links. With `-Dgolden.write=true` the folders and the pages in
/// `docs/checks` are rewritten; look at the difference before keeping it.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BadFilesTest {

    private static final boolean WRITE = Boolean.getBoolean("golden.write");
    private static final Path HOME = Path.of(System.getProperty("plumbline.home"));
    private static final Path RESOURCES = HOME.resolve("core/src/test/resources");
    private static final Path BAD = RESOURCES.resolve("bad");
    private static final Path PAGES = HOME.resolve("docs/checks");

    static Stream<String> folders() throws IOException {
        return list(BAD).stream().map(p -> p.getFileName().toString());
    }

    /// First, because it rewrites what the others look at.
    @Order(1)
    @ParameterizedTest(name = "{0}")
    @MethodSource("folders")
    void every_bad_file_gives_its_findings(String name, @TempDir Path temporary)
            throws IOException {
        Path folder = BAD.resolve(name);
        String printed =
                Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(20), () -> printed(folder, temporary));
        Path expected = folder.resolve("expected.txt");
        if (WRITE) {
            Files.writeString(expected, printed);
            Path page = PAGES.resolve(name + ".md");
            if (Files.exists(page)) {
                Files.writeString(page, showing(Files.readString(page), printed));
            }
        }
        assertThat(printed).isEqualTo(Files.readString(expected));
        if (!name.startsWith("input-")) {
            assertThat(printed).contains("[" + name + "]");
        }
    }

    @Test
    void every_code_has_a_folder() throws IOException {
        assertThat(folders().filter(f -> !f.startsWith("input-")).toList())
                .containsExactlyElementsOf(codes());
    }

    @Test
    void every_code_has_a_page_that_shows_its_finding() throws IOException {
        Set<String> pages = new TreeSet<>();
        for (Path page : list(PAGES)) {
            pages.add(page.getFileName().toString().replaceFirst("[.]md$", ""));
        }
        pages.remove("README");
        // Pages of findings about caseloads have a test of their own, AuditFindingsTest.
        pages.removeIf(page -> page.startsWith("audit."));
        // Those of the analysis are held to the planted defects, PlantedDefectsTest.
        pages.removeIf(page -> page.startsWith("analysis."));
        // Those that a command makes itself: CommandFindingsTest.
        for (Path folder : list(HOME.resolve("cli/src/test/resources/bad"))) {
            pages.remove(folder.getFileName().toString());
        }
        // So have those of a policy, of words and of slots, AnswerFindingsTest.
        for (Path folder : list(HOME.resolve("answer/src/test/resources/bad"))) {
            pages.remove(folder.getFileName().toString());
        }
        assertThat(pages).containsExactlyElementsOf(codes());
        for (String code : codes()) {
            Path page = PAGES.resolve(code + ".md");
            String expected = Files.readString(BAD.resolve(code).resolve("expected.txt"));
            assertThat(Files.readString(page))
                    .startsWith("# `" + code + "`\n")
                    .contains("## The trap\n", "## A bad example\n", "## The cure\n")
                    .contains("```text\n" + expected + "```");
        }
    }

    @Test
    void every_check_finds_what_its_code_says() {
        List<Check> checks = new ArrayList<>(Checks.all(Norm::reads));
        checks.addAll(Checks.ofWords());
        assertThat(checks).extracting(Check::code).doesNotHaveDuplicates();
        assertThat(codes()).containsAll(checks.stream().map(Check::code).toList());
    }

    @Test
    void the_small_library_is_sound() {
        assertThat(library(RESOURCES.resolve("library"), "sound")).isEmpty();
    }

    private static String showing(String page, String expected) {
        return page.replaceFirst(
                "(?s)```text\n.*?```", Matcher.quoteReplacement("```text\n" + expected + "```"));
    }

    // ── What is read ────────────────────────────────────────────────────────────────────────

    private static String printed(Path folder, Path temporary) throws IOException {
        copy(RESOURCES.resolve("library"), temporary);
        copy(folder, temporary);
        if (Files.exists(temporary.resolve("made.txt"))) {
            make(temporary, Files.readString(temporary.resolve("made.txt")).strip());
        }
        if (Files.exists(temporary.resolve("links.txt"))) {
            link(temporary, Files.readAllLines(temporary.resolve("links.txt")));
        }
        Path instead = temporary.resolve("read.txt");
        List<Finding> findings;
        if (Files.exists(instead)) {
            String[] words = Files.readString(instead).strip().split(" ", 2);
            findings =
                    words[0].equals("case")
                            ? scenario(temporary, words[1])
                            : library(temporary.resolve(words[1]), words[1]);
        } else {
            List<Path> cases =
                    list(temporary).stream()
                            .filter(p -> p.getFileName().toString().startsWith("scenario."))
                            .toList();
            findings =
                    cases.isEmpty()
                            ? library(temporary, folder.getFileName().toString())
                            : scenario(temporary, cases.getFirst().getFileName().toString());
        }
        var printer =
                new FindingPrinter(
                        name ->
                                SourceTexts.under(temporary, "codes/")
                                        .apply(name)
                                        .or(() -> SourceTexts.under(temporary, "").apply(name)),
                        false);
        if (findings.size() <= 12) {
            return printer.print(findings);
        }
        return printer.print(findings.subList(0, 2))
                + "\n(… %d more)\n\n".formatted(findings.size() - 3)
                + printer.print(findings.getLast());
    }

    private static List<Finding> scenario(Path folder, String name) {
        Library library =
                ((Loaded.Sound<LibraryFiles>) read(RESOURCES.resolve("library"))).value().library();
        return switch (YamlFile.read(folder.resolve(name), name)) {
            case Loaded.Unsound<Node>(var findings) -> findings;
            case Loaded.Sound<Node>(var node, _) -> {
                var today = DateReader.days("2026-06-01").orElseThrow();
                yield ScenarioReader.read(library, node, new ScenarioReader.Defaults(today, true))
                        .allFindings();
            }
        };
    }

    private static Loaded<LibraryFiles> read(Path folder) {
        return LibraryReader.read(folder, "codes/");
    }

    private static List<Finding> library(Path folder, String code) {
        Loaded<LibraryFiles> loaded = read(folder);
        List<Finding> findings = new ArrayList<>(loaded.allFindings());
        if (loaded instanceof Loaded.Sound<LibraryFiles>(var files, _)) {
            var checks =
                    code.equals("vocabulary.word.unused")
                            ? Checks.ofWords()
                            : Checks.all(BadFilesTest::sentence);
            findings.addAll(Checks.findings(files, checks));
            findings.addAll(CaseRunner.run(files.library(), folder, "codes/").findings());
        }
        return findings;
    }

    /// A renderer for the test: it has one opinion of its own.
    private static String sentence(Norm norm) {
        return norm.name().id().equals("stale")
                ? "A member must not hug a client unless the client asked for it."
                : norm.reads();
    }

    // ── Files ───────────────────────────────────────────────────────────────────────────────

    /// Files that are described: `name repeat count text`, with `\n` for a line break and
    /// `\x20` for a space.
    private static void make(Path folder, String recipes) throws IOException {
        for (String recipe : recipes.lines().toList()) {
            String[] words = recipe.split(" ", 4);
            Path file = folder.resolve(words[0]);
            String before = Files.exists(file) ? Files.readString(file) : "";
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    before
                            + words[3].replace("\\n", "\n")
                                    .replace("\\x20", " ")
                                    .repeat(Integer.parseInt(words[2])),
                    StandardCharsets.UTF_8);
        }
    }

    /// Links that no checkout could be trusted to keep: `name target`.
    private static void link(Path folder, List<String> recipes) throws IOException {
        for (String recipe : recipes) {
            String[] words = recipe.split(" ", 2);
            Path link = folder.resolve(words[0]);
            Files.createDirectories(link.getParent());
            Files.createSymbolicLink(link, Path.of(words[1]));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path path : walk.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else if (path.getFileName().toString().equals("without.txt")) {
                    for (String gone : Files.readAllLines(path)) {
                        Files.delete(to.resolve(gone));
                    }
                } else {
                    Files.write(target, Files.readAllBytes(path));
                }
            }
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.sorted().toList();
        }
    }

    // ── Codes ───────────────────────────────────────────────────────────────────────────────

    private static final Pattern CODE =
            Pattern.compile("\"([a-z]+(?:-[a-z]+)*(?:[.][a-z]+(?:-[a-z]+)*)+)\"");

    /// Every dotted word that stands in quotes in the rooms that make findings, files left out.
    private static Set<String> codes() {
        return codes(HOME.resolve("core/src/main/java/org/plumbline/core"), "load", "check");
    }

    private static Set<String> codes(Path core, String... rooms) {
        Set<String> codes = new TreeSet<>();
        for (String room : rooms) {
            try {
                for (Path source : list(core.resolve(room))) {
                    Matcher matcher = CODE.matcher(Files.readString(source));
                    while (matcher.find()) {
                        if (!matcher.group(1).endsWith(".yaml")) {
                            codes.add(matcher.group(1));
                        }
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the sources of " + room, e);
            }
        }
        return codes;
    }
}

package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Findings that a command itself makes: a folder each under `bad/`, and a page that shows it.
///
/// The folder is laid over the small sound library, which stands in `codes/`; `words.txt` holds the
/// words of the command, in which `@` stands for where that is. With `-Dgolden.write=true` what is
/// expected is written anew, here and on the pages in `docs/checks`.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommandFindingsTest {

    private static final boolean WRITE = Boolean.getBoolean("golden.write");
    private static final Path HOME = Path.of(System.getProperty("plumbline.home"));
    private static final Path BAD = HOME.resolve("cli/src/test/resources/bad");
    private static final Path OF_FILES = HOME.resolve("core/src/test/resources/bad");
    private static final Path LIBRARY = HOME.resolve("core/src/test/resources/library");
    private static final Path SOURCES = HOME.resolve("cli/src/main/java/org/plumbline/cli");
    private static final Path PAGES = HOME.resolve("docs/checks");

    /// Findings are made with a code on a line of its own, or beside their place.
    private static final Pattern CODE =
            Pattern.compile(
                    "Finding[.](?:error|warning)[(]\\s*\"([a-z]+(?:[.][a-z]+(?:-[a-z]+)*)+)\"");

    static Stream<String> folders() throws IOException {
        try (Stream<Path> list = Files.list(BAD)) {
            return list.map(p -> p.getFileName().toString()).sorted().toList().stream();
        }
    }

    /// First, because it rewrites what the others look at.
    @Order(1)
    @ParameterizedTest(name = "{0}")
    @MethodSource("folders")
    void every_command_gives_its_finding(String name, @TempDir Path temporary) throws IOException {
        copy(LIBRARY, temporary.resolve("codes"));
        copy(BAD.resolve(name), temporary);
        String said = said(Files.readString(temporary.resolve("words.txt")).strip(), temporary);
        String printed =
                Arrays.stream(said.split("\n\n"))
                                .filter(block -> block.contains("[" + name + "]"))
                                .findFirst()
                                .orElse(said)
                                .strip()
                        + "\n";
        Path expected = BAD.resolve(name).resolve("expected.txt");
        if (WRITE) {
            Files.writeString(expected, printed);
            Path page = PAGES.resolve(name + ".md");
            Files.writeString(
                    page,
                    Files.readString(page)
                            .replaceFirst(
                                    "(?s)```text\n.*?```",
                                    Matcher.quoteReplacement("```text\n" + printed + "```")));
        }
        assertThat(printed).isEqualTo(Files.readString(expected)).contains("[" + name + "]");
    }

    @Test
    void every_code_has_a_folder_and_a_page_that_shows_its_finding() throws IOException {
        assertThat(folders().toList()).containsExactlyElementsOf(codes());
        for (String code : codes()) {
            String expected = Files.readString(BAD.resolve(code).resolve("expected.txt"));
            assertThat(Files.readString(PAGES.resolve(code + ".md")))
                    .startsWith("# `" + code + "`\n")
                    .contains("## The trap\n", "## A bad example\n", "## The cure\n")
                    .contains("```text\n" + expected + "```");
        }
    }

    /// Those of the readers have a folder with the readers; those of caseloads, with the audit.
    private static Set<String> codes() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> sources = Files.list(SOURCES)) {
            for (Path source : sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                Matcher matcher = CODE.matcher(Files.readString(source));
                while (matcher.find()) {
                    codes.add(matcher.group(1));
                }
            }
        }
        codes.removeIf(c -> c.startsWith("audit.") || Files.exists(OF_FILES.resolve(c)));
        return codes;
    }

    private static String said(String words, Path temporary) {
        StringWriter out = new StringWriter();
        String[] args =
                Arrays.stream(words.split(" "))
                        .map(w -> w.replace("@", temporary.toString()))
                        .toArray(String[]::new);
        var line = Main.commandLine(args);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(out, true));
        assertThat(line.execute(args)).isEqualTo(1);
        return out.toString().replace(temporary + "/", "");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            walk.filter(Files::isRegularFile)
                    .forEach(file -> {
                        Path target = to.resolve(from.relativize(file).toString());
                        try {
                            Files.createDirectories(target.getParent());
                            Files.write(target, Files.readAllBytes(file));
                        } catch (IOException e) {
                            throw new UncheckedIOException("cannot copy " + file, e);
                        }
                    });
        }
    }
}

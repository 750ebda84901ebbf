package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

/// Every folder under `audit/` holds a caseload with one mistake, and what `plumbline audit` says of
/// it: on the error stream, and in the file of findings.
///
/// `words.txt` holds the words of the command, `cases.csv --out out.csv` where there is none. With
/// `-Dgolden.write=true` what is expected is written anew, here and on the pages in `docs/checks`.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditFindingsTest {

    private static final boolean WRITE = Boolean.getBoolean("golden.write");
    private static final Path HOME = Path.of(System.getProperty("plumbline.home"));
    private static final Path BAD = HOME.resolve("cli/src/test/resources/audit");
    private static final Path PAGES = HOME.resolve("docs/checks");
    private static final Pattern CODE = Pattern.compile("\"(audit(?:[.][a-z]+(?:-[a-z]+)*)+)\"");

    static Stream<String> folders() throws IOException {
        try (Stream<Path> list = Files.list(BAD)) {
            return list.map(p -> p.getFileName().toString()).sorted().toList().stream();
        }
    }

    /// First, because it rewrites what the others look at.
    @Order(1)
    @ParameterizedTest(name = "{0}")
    @MethodSource("folders")
    void every_bad_caseload_gives_its_findings(String name, @TempDir Path temporary)
            throws IOException {
        String printed = printed(BAD.resolve(name), temporary);
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
        assertThat(printed).isEqualTo(Files.readString(expected)).contains(name);
    }

    @Test
    void every_code_has_a_folder() throws IOException {
        assertThat(folders().toList()).containsExactlyElementsOf(codes());
    }

    @Test
    void every_code_has_a_page_that_shows_its_finding() throws IOException {
        for (String code : codes()) {
            String expected = Files.readString(BAD.resolve(code).resolve("expected.txt"));
            assertThat(Files.readString(PAGES.resolve(code + ".md")))
                    .startsWith("# `" + code + "`\n")
                    .contains("## The trap\n", "## A bad example\n", "## The cure\n")
                    .contains("```text\n" + expected + "```");
        }
    }

    @Test
    void no_page_is_about_a_code_that_is_gone() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(p -> p.getFileName().toString().replaceFirst("[.]md$", "")))
                    .filteredOn(page -> page.startsWith("audit."))
                    .allMatch(codes()::contains);
        }
    }

    @Test
    void every_code_has_a_phrase_for_the_summary() throws IOException {
        String phrases =
                Files.readString(
                        HOME.resolve(
                                "bulk/src/main/resources/org/plumbline/bulk/found.properties"));
        Path rows = HOME.resolve("bulk/src/main/java/org/plumbline/bulk");
        for (String code : codes()) {
            if (code.matches("audit[.](cell|column|date|file|key|row)[.].*")) {
                assertThat(phrases).as("in %s", rows).contains("\n" + code + "=");
            }
        }
    }

    private static String printed(Path folder, Path temporary) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.copy(file, temporary.resolve(file.getFileName().toString()));
            }
        }
        Path words = temporary.resolve("words.txt");
        String line =
                Files.exists(words) ? Files.readString(words).strip() : "cases.csv --out out.csv";
        List<String> all = new ArrayList<>(List.of("audit", "--on", "2026-06-01"));
        for (String word : Arrays.asList(line.split(" "))) {
            all.add(
                    word.matches(".*[./].*") && !word.contains("=")
                            ? temporary + "/" + word
                            : word);
        }
        String said;
        if (Files.exists(temporary.resolve("busy.txt"))) {
            try (FileChannel other =
                            FileChannel.open(
                                    temporary.resolve("out.csv.part"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    var lock = other.lock()) {
                assertThat(lock.isValid()).isTrue();
                said = said(all);
            }
        } else {
            said = said(all);
        }
        Path side = temporary.resolve("out.csv.findings.csv");
        String found = Files.exists(side) ? String.join("\n", Files.readAllLines(side)) + "\n" : "";
        return (said + (found.isEmpty() ? "" : "in out.csv.findings.csv:\n" + found))
                .replace(temporary + "/", "")
                .replace(temporary.toString(), ".");
    }

    private static String said(List<String> words) {
        var err = new StringWriter();
        String[] all = words.toArray(new String[0]);
        var line = Main.commandLine(all);
        line.setOut(new PrintWriter(new StringWriter(), true));
        line.setErr(new PrintWriter(err, true));
        line.execute(all);
        return err.toString();
    }

    /// Every code of a finding that audits make.
    private static Set<String> codes() throws IOException {
        Set<String> codes = new TreeSet<>();
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> bulk = Files.walk(HOME.resolve("bulk/src/main/java"))) {
            bulk.filter(p -> p.toString().endsWith(".java")).forEach(sources::add);
        }
        sources.add(HOME.resolve("cli/src/main/java/org/plumbline/cli/AuditCommand.java"));
        for (Path source : sources) {
            Matcher matcher = CODE.matcher(Files.readString(source));
            while (matcher.find()) {
                codes.add(matcher.group(1));
            }
        }
        return codes;
    }
}

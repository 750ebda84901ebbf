package org.plumbline.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.core.check.Checks;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;

/// Every folder under `defects/` is a small library with one defect, and its sound twin.
///
/// It is named by the kind of the defect; `why.txt` says what is wrong, `expected.txt` what is told
/// of it. The twin must have no defect of any kind. With `-Dgolden.write=true` what is told is
/// rewritten; look at the difference before keeping it.
class PlantedDefectsTest {

    private static final boolean WRITE = Boolean.getBoolean("golden.write");
    private static final Path RESOURCES =
            Path.of(System.getProperty("plumbline.home"), "core/src/test/resources");
    private static final Path DEFECTS = RESOURCES.resolve("defects");
    private static final Path PAGES = Path.of(System.getProperty("plumbline.home"), "docs/checks");

    static Stream<String> folders() throws IOException {
        try (Stream<Path> list = Files.list(DEFECTS)) {
            return list.map(p -> p.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("folders")
    void the_defect_is_found(String name, @TempDir Path temporary) throws IOException {
        Kind kind = kind(name);
        List<Insight> found =
                insights(name, "bad", temporary).stream().filter(i -> i.kind() == kind).toList();
        assertThat(found).allSatisfy(i -> assertThat(i.determined()).isTrue());
        var told = new StringBuilder();
        for (Insight insight : found) {
            told.append(insight.says()).append(".\n");
            Stream.of(insight.story(), insight.basis())
                    .filter(words -> !words.isEmpty())
                    .forEach(words -> told.append("  ").append(words).append('\n'));
            told.append("  To mend: ").append(insight.mend()).append(".\n");
        }
        Path expected = DEFECTS.resolve(name).resolve("expected.txt");
        if (WRITE) {
            Files.writeString(expected, told);
        }
        assertThat(found).as("what is found of the kind %s", kind).isNotEmpty();
        assertThat(told.toString()).isEqualTo(Files.readString(expected));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("folders")
    void the_sound_twin_raises_no_alarm(String name, @TempDir Path temporary) throws IOException {
        Kind kind = kind(name);
        assertThat(insights(name, "sound", temporary))
                .allSatisfy(i -> assertThat(i.determined()).isTrue())
                .filteredOn(i -> i.kind() == kind || i.kind().defect())
                .extracting(Insight::says)
                .isEmpty();
    }

    /// The plain look at windows, which compares how they are written, is no stricter than the analysis.
    @ParameterizedTest(name = "{0}")
    @MethodSource("seams")
    void windows_that_meet_meet_for_the_plain_check_too(String name, @TempDir Path temporary)
            throws IOException {
        var files = files(name, "sound", temporary);
        assertThat(Checks.findings(files, Checks.all(files.library())))
                .filteredOn(f -> f.code().equals("norm.window.seam"))
                .extracting(Finding::found)
                .isEmpty();
    }

    static Stream<String> seams() throws IOException {
        return folders().filter(f -> kind(f) == Kind.TIME_SEAM);
    }

    @Test
    void every_kind_of_one_text_and_of_two_is_planted_and_there_are_enough() throws IOException {
        assertThat(folders().count()).isGreaterThanOrEqualTo(60);
        assertThat(folders().map(PlantedDefectsTest::kind).distinct().toList())
                .containsAll(
                        Arrays.stream(Kind.values())
                                .filter(k -> k != Kind.STRICTER && k != Kind.DIFFERENCE)
                                .toList());
    }

    /// A page shows what is told of one of the planted defects. What two texts differ in is told by
    /// comparing them, and no library has it planted.
    @ParameterizedTest
    @EnumSource(Kind.class)
    void every_kind_has_a_page_that_shows_what_is_told(Kind kind) throws IOException {
        String page = Files.readString(PAGES.resolve(kind.code() + ".md"));
        assertThat(page)
                .startsWith("# `" + kind.code() + "`\n")
                .contains("## The trap\n", "## A bad example\n", "## The cure\n", "```text\n");
        List<String> told = new ArrayList<>();
        for (String folder : folders().toList()) {
            if (kind(folder) == kind) {
                told.add(Files.readString(DEFECTS.resolve(folder).resolve("expected.txt")));
            }
        }
        if (kind != Kind.STRICTER && kind != Kind.DIFFERENCE) {
            assertThat(told).anyMatch(t -> page.contains("```text\n" + t + "```"));
        }
    }

    @Test
    void no_page_is_about_a_kind_that_is_gone() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(p -> p.getFileName().toString().replaceFirst("[.]md$", "")))
                    .filteredOn(page -> page.startsWith("analysis."))
                    .containsExactlyInAnyOrderElementsOf(
                            Arrays.stream(Kind.values()).map(Kind::code).toList());
        }
    }

    private static Kind kind(String folder) {
        return Arrays.stream(Kind.values())
                .filter(k ->
                        folder.startsWith(
                                k.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no kind of defect: " + folder));
    }

    private static List<Insight> insights(String name, String which, Path temporary)
            throws IOException {
        return new Analysis(files(name, which, temporary).library(), Limit.AMPLE).all();
    }

    private static LibraryFiles files(String name, String which, Path temporary)
            throws IOException {
        copy(RESOURCES.resolve("library"), temporary);
        copy(DEFECTS.resolve(name).resolve(which), temporary);
        Files.delete(temporary.resolve("cases/guild.yaml"));
        Loaded<LibraryFiles> read = LibraryReader.read(temporary, "codes/");
        assertThat(read.allFindings()).extracting(f -> f.span() + " " + f.found()).isEmpty();
        return ((Loaded.Sound<LibraryFiles>) read).value();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path path : walk.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.write(target, Files.readAllBytes(path));
                }
            }
        }
    }
}

package org.plumbline.cli;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./plumbline` in a checkout of its own, in a folder with a space in its name.
@Tag("slow")
class LauncherTest {

    private static final Set<String> LEFT_OUT = Set.of(".git", ".plumbline", "target");

    @TempDir static Path folder;
    private static Path checkout;
    private static List<Outcome> firstStarts;

    private record Outcome(int status, String out, String err) {}

    private record Started(Process process, Path out, Path err) {
        Outcome outcome() throws IOException, InterruptedException {
            var status = process.waitFor();
            return new Outcome(status, Files.readString(out), Files.readString(err));
        }
    }

    @BeforeAll
    static void two_people_start_it_at_once() throws IOException, InterruptedException {
        checkout = copy(Path.of(System.getProperty("plumbline.home")), folder.resolve("a house"));
        var one = start(checkout, "./plumbline", "--version");
        var other = start(checkout, "./plumbline", "--version");
        firstStarts = List.of(one.outcome(), other.outcome());
    }

    @Test
    void only_one_of_two_starts_builds_and_both_answer() {
        assertThat(firstStarts).allMatch(start -> start.status() == 0);
        assertThat(firstStarts).allMatch(start -> start.out().startsWith("plumbline "));
        assertThat(firstStarts).filteredOn(start -> start.err().contains("building")).hasSize(1);
    }

    @Test
    void it_is_reached_through_a_link_from_elsewhere() throws IOException, InterruptedException {
        var link = Files.createSymbolicLink(folder.resolve("link"), checkout.resolve("plumbline"));
        assertQuietAnswer(start(folder, link.toString(), "--version").outcome());
    }

    @Test
    void a_cache_that_cannot_be_used_is_passed_over_in_silence()
            throws IOException, InterruptedException {
        Path cache;
        try (var files = Files.walk(checkout.resolve(".plumbline"))) {
            cache =
                    files.filter(file -> file.toString().endsWith("-rest.jsa"))
                            .findAny()
                            .orElseThrow();
        }
        var sound = Files.readAllBytes(cache);
        Files.writeString(cache, "not a cache");
        try {
            assertQuietAnswer(start(checkout, "./plumbline", "--version").outcome());
        } finally {
            Files.write(cache, sound);
        }
    }

    @Test
    void a_build_that_fails_says_why_and_a_mended_one_goes_on()
            throws IOException, InterruptedException {
        var source = checkout.resolve("cli/src/main/java/org/plumbline/cli/Training.java");
        var sound = Files.readString(source);
        Files.writeString(source, "\nclass Broken { int number = null; }\n", APPEND);
        var broken = start(checkout, "./plumbline", "--version").outcome();
        assertThat(broken.status()).isEqualTo(70);
        assertThat(broken.out()).isEmpty();
        assertThat(broken.err()).contains("Training.java").contains("the build failed");

        Files.writeString(source, sound);
        var mended = start(checkout, "./plumbline", "--version").outcome();
        assertThat(mended.status()).isZero();
        assertThat(mended.err()).contains("the sources have changed");
        assertQuietAnswer(start(checkout, "./plumbline", "--version").outcome());
    }

    @Test
    void a_question_is_answered_from_the_files_as_they_are_now()
            throws IOException, InterruptedException {
        String[] question = {"./plumbline", "ask", "Can I be friends with a former client?"};
        var before = start(checkout, question).outcome();
        assertThat(before.err()).isEmpty();
        assertThat(before.status()).isZero();

        var edition = checkout.resolve("codes/nasw/2021.yaml");
        var sound = Files.readString(edition);
        Files.writeString(edition, sound.replaceFirst("(?m)^title: .*$", "title: Renamed Code"));
        try {
            var after = start(checkout, question).outcome();
            assertThat(after.out()).contains("Renamed Code").isNotEqualTo(before.out());
            assertThat(after.err()).isEmpty();
        } finally {
            Files.writeString(edition, sound);
        }
        assertThat(start(checkout, question).outcome()).isEqualTo(before);
    }

    @Test
    void another_library_is_asked_where_one_is_named() throws IOException, InterruptedException {
        var other = folder.resolve("another library");
        copy(checkout.resolve("codes"), other);
        var edition = other.resolve("nasw/2021.yaml");
        Files.writeString(
                edition,
                Files.readString(edition).replaceFirst("(?m)^title: .*$", "title: Renamed Code"));
        String[] question = {"ask", "Can I be friends with a former client?"};

        var asked = start(folder, withLibrary(other, question)).outcome();
        assertThat(asked.err()).isEmpty();
        assertThat(asked.out()).contains("Renamed Code");
        assertThat(start(folder, withLibrary(other, question)).outcome()).isEqualTo(asked);
        var listed = start(folder, withLibrary(other, "codes")).outcome();
        assertThat(listed.out()).contains("Renamed Code");

        var ours =
                start(checkout, "./plumbline", "ask", "Can I be friends with a former client?")
                        .outcome();
        assertThat(ours.out()).doesNotContain("Renamed Code");
        var none = start(folder, withLibrary(folder.resolve("nowhere"), question)).outcome();
        assertThat(none.status()).isEqualTo(70);
        assertThat(none.err()).contains("PLUMBLINE_CODES names no folder");
    }

    private static String[] withLibrary(Path library, String... arguments) {
        return Stream.concat(
                        Stream.of(
                                "env",
                                "PLUMBLINE_CODES=" + library,
                                checkout.resolve("plumbline").toString()),
                        Stream.of(arguments))
                .toArray(String[]::new);
    }

    @Test
    void a_question_to_a_build_that_is_older_than_its_sources_waits_for_another()
            throws IOException, InterruptedException {
        var source = checkout.resolve("cli/src/main/java/org/plumbline/cli/Training.java");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now()));
        var asked =
                start(checkout, "./plumbline", "ask", "Can I be friends with a former client?")
                        .outcome();
        assertThat(asked.err()).contains("the sources have changed");
        assertThat(asked.out()).containsOnlyOnce("This is what the texts say");
        assertThat(asked.status()).isZero();
    }

    private static void assertQuietAnswer(Outcome outcome) {
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).startsWith("plumbline ");
        assertThat(outcome.status()).isZero();
    }

    private static Started start(Path directory, String... command) throws IOException {
        var out = Files.createTempFile(folder, "out", ".txt");
        var err = Files.createTempFile(folder, "err", ".txt");
        var process =
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        return new Started(process, out, err);
    }

    private static Path copy(Path from, Path to) throws IOException {
        Files.walkFileTree(
                from,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path directory, BasicFileAttributes attributes) throws IOException {
                        if (LEFT_OUT.contains(directory.getFileName().toString())) {
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        Files.createDirectories(to.resolve(from.relativize(directory)));
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        // A worktree's .git is a file.
                        if (!LEFT_OUT.contains(file.getFileName().toString())) {
                            Files.copy(file, to.resolve(from.relativize(file)), COPY_ATTRIBUTES);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return to;
    }
}

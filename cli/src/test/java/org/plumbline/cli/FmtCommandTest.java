package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FmtCommandTest {

    @TempDir Path folder;

    @BeforeEach
    void copy_the_library() throws IOException {
        Path codes = Path.of(System.getProperty("codes", "../codes"));
        List<Path> all;
        try (Stream<Path> walk = Files.walk(codes)) {
            all = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : all) {
            Path copy = folder.resolve(codes.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
    }

    private int fmt(String... options) {
        var line = Main.commandLine();
        line.setOut(new PrintWriter(new StringWriter(), true));
        line.setErr(new PrintWriter(new StringWriter(), true));
        return line.execute(
                Stream.concat(Stream.of("fmt", folder.toString()), Stream.of(options))
                        .toArray(String[]::new));
    }

    @Test
    void once_is_enough() {
        assertThat(fmt()).isZero();
        assertThat(fmt("--check")).isZero();
    }

    @Test
    void a_stale_sentence_is_named_and_then_put_right() throws IOException {
        fmt();
        Path nasw = folder.resolve("nasw/2021.yaml");
        String right = Files.readString(nasw);
        String stale = right.replace("must not have sexual contact", "may have sexual contact");
        Files.writeString(nasw, stale);
        assertThat(fmt("--check")).isEqualTo(1);
        assertThat(Files.readString(nasw)).isEqualTo(stale);
        assertThat(fmt()).isZero();
        assertThat(Files.readString(nasw)).isEqualTo(right);
    }

    @Test
    void a_library_with_findings_is_left_alone() throws IOException {
        Path body = folder.resolve("bodies/nasw.yaml");
        String broken = Files.readString(body).replace("kind: association", "kind: club");
        Files.writeString(body, broken);
        assertThat(fmt()).isEqualTo(1);
        assertThat(Files.readString(body)).isEqualTo(broken);
    }
}

package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How `plumbline serve` begins, ends, and says that it cannot.
class ServeCommandTest {

    private record Run(int status, String out, String err) {}

    private static Run run(String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var line = Main.commandLine(words);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return new Run(line.execute(words), out.toString(), err.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"65536", "-1", "http", "123456"})
    void a_port_that_is_none_is_not_understood(String port) {
        Run run = run("serve", "--port=" + port);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--port takes a number from 0 to 65535");
    }

    @Test
    void a_port_that_is_taken_is_told_in_a_line() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Run run = run("serve", "--port", String.valueOf(taken.getLocalPort()));
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.err())
                    .isEqualToIgnoringNewLines(
                            "plumbline: port %d on 127.0.0.1 is taken; --port 0 takes a free one"
                                    .formatted(taken.getLocalPort()));
            assertThat(run.out()).isEmpty();
        }
    }

    @Test
    void a_library_with_errors_gives_its_findings_and_nothing_listens(@TempDir Path folder)
            throws Exception {
        Files.writeString(folder.resolve("vocabulary.yaml"), "facts: [\n");
        String codes = System.setProperty("plumbline.codes", folder.toString());
        try {
            Run run = run("serve", "--port", "0");
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.err()).contains("vocabulary.yaml", "[yaml.syntax]");
            assertThat(run.out()).isEmpty();
        } finally {
            System.setProperty("plumbline.codes", codes);
        }
    }

    @Test
    void it_warns_of_an_address_that_others_reach_and_ends_when_told() throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Dplumbline.codes=" + System.getProperty("plumbline.codes"),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "org.plumbline.cli.Main",
                                "serve",
                                "--port",
                                "0",
                                "--address",
                                "0.0.0.0")
                        .start();
        try {
            var said = new StringBuilder();
            var reader = process.inputReader();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                said.append(line).append(' ');
                if (line.contains("--address away.")) {
                    break;
                }
            }
            assertThat(said.toString())
                    .contains("Plumbline listens on http://0.0.0.0:", "Others can reach it")
                    .doesNotContain("on no other address");
            // As Ctrl-C does; `destroy` would close the streams at once.
            process.toHandle().destroy();
            assertThat(process.errorReader().lines().toList()).isEmpty();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }
}

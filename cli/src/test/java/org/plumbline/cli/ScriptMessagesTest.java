package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the scripts say to words that they cannot do anything with, before they build anything.
class ScriptMessagesTest {

    private static final Path HOME = Path.of(System.getProperty("plumbline.home"));

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    peers                | script/peers: write the jar of the harness
                    peers nowhere.jar    | script/peers: there is no file `nowhere.jar`; write the jar of the harness
                    peers docs           | script/peers: there is no file `docs`; write the jar of the harness
                    agreement many       | script/agreement: `many` is no number of cases; write one such as 1000000
                    heard http://a.example/ | script/heard: write an address of this machine
                    """)
    void a_script_says_what_it_expects(String words, String says)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(Arrays.asList(words.split(" ")));
        command.set(0, "script/" + command.getFirst());
        Process process =
                new ProcessBuilder(command)
                        .directory(HOME.toFile())
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(64);
        assertThat(said).startsWith(says).hasLineCount(1);
    }
}

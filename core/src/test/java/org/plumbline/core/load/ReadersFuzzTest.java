package org.plumbline.core.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.plumbline.core.check.Checks;
import org.plumbline.core.check.Expectations;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

/// Whatever stands in a file, the readers answer with a value or with findings: no exception gets
/// out, no stack overflows, and what the readers let through does not break the engine either.
///
/// In a build each test runs once over its kept inputs (`ReadersFuzzTestInputs`); with JAZZER_FUZZ=1
/// it looks for more. See `docs/checks/README.md`.
class ReadersFuzzTest {

    private static final Path HOME = Path.of(System.getProperty("plumbline.home"));
    private static final LibraryFiles SMALL =
            ((Loaded.Sound<LibraryFiles>)
                            LibraryReader.read(
                                    HOME.resolve("core/src/test/resources/library"), "codes/"))
                    .value();
    private static final Known.Range DAY = DateReader.days("2026-06-01").orElseThrow();

    @FuzzTest
    void a_file_is_a_tree_or_a_finding(byte[] bytes) {
        printed(YamlFile.parse(bytes, "fuzzed.yaml"), bytes);
    }

    @FuzzTest
    void a_case_is_decided_or_a_finding(byte[] bytes) {
        if (YamlFile.parse(bytes, "fuzzed.yaml") instanceof Loaded.Sound<Node>(var node, _)) {
            Library library = SMALL.library();
            Loaded<Scenario> read =
                    ScenarioReader.read(library, node, new ScenarioReader.Defaults(DAY, false));
            printed(read, bytes);
            if (read instanceof Loaded.Sound<Scenario>(var scenario, _)) {
                decide(library, scenario);
            }
        }
    }

    @FuzzTest
    void an_edition_is_read_or_a_finding(byte[] bytes) {
        withFile("guild/fuzzed.yaml", bytes);
    }

    @FuzzTest
    void a_vocabulary_is_read_or_a_finding(byte[] bytes) {
        withFile("vocabulary.yaml", bytes);
    }

    @FuzzTest
    void a_case_file_is_read_or_a_finding(byte[] bytes) {
        if (YamlFile.parse(bytes, "fuzzed.yaml") instanceof Loaded.Sound<Node>(var node, _)) {
            Loaded<List<VignetteFile.Vignette>> read = VignetteFile.read(SMALL.library(), node);
            printed(read, bytes);
            if (read instanceof Loaded.Sound<List<VignetteFile.Vignette>>(var vignettes, _)) {
                var expectations = new Expectations(new Decider(SMALL.library()));
                vignettes.forEach(v -> assertThat(expectations.findings(v)).isNotNull());
            }
        }
    }

    /// The text of a file of the small library.
    static String small(String path) throws IOException {
        return Files.readString(HOME.resolve("core/src/test/resources/library").resolve(path));
    }

    /// Reads bytes as the kind of file that stands at a path.
    static void readAs(String path, byte[] bytes) {
        var test = new ReadersFuzzTest();
        switch (path) {
            case "scenario.yaml" -> test.a_case_is_decided_or_a_finding(bytes);
            case "cases/guild.yaml" -> test.a_case_file_is_read_or_a_finding(bytes);
            default -> withFile(path, bytes);
        }
    }

    private static void withFile(String path, byte[] bytes) {
        if (YamlFile.parse(bytes, "fuzzed.yaml") instanceof Loaded.Sound<Node>(var node, _)) {
            SequencedMap<String, Node> nodes = new LinkedHashMap<>(SMALL.nodes());
            nodes.put(path, node);
            Loaded<LibraryFiles> read = LibraryReader.read(nodes, "", "codes/");
            printed(read, bytes);
            if (read instanceof Loaded.Sound<LibraryFiles>(var files, _)) {
                decide(files.library(), ANYTHING);
                assertThat(Checks.findings(files, Checks.all(files.library()))).isNotNull();
            }
        }
    }

    private static final Scenario ANYTHING =
            new Scenario(
                    DAY, Map.of(), List.of(new Scenario.Link("", Map.of())), Set.of(), Set.of());

    /// The engine may say that nobody fits, and nothing else.
    private static void decide(Library library, Scenario scenario) {
        try {
            assertThat(new Decider(library).decide(scenario, library.editions())).isNotNull();
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("no possible person");
        }
    }

    private static void printed(Loaded<?> loaded, byte[] bytes) {
        var printer =
                new FindingPrinter(
                        _ -> Optional.of(new String(bytes, StandardCharsets.UTF_8)), true);
        assertThat(printer.print(loaded.allFindings())).isNotNull();
        if (loaded instanceof Loaded.Unsound<?>(var findings)) {
            assertThat(findings).isNotEmpty();
        }
    }
}

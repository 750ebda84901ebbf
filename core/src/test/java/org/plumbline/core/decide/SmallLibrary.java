package org.plumbline.core.decide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.plumbline.core.load.DateReader;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.ScenarioReader;
import org.plumbline.core.load.YamlFile;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Scenario;

/// A library of a few made-up texts in a folder, each text the only one of a body of the same name
/// unless it says otherwise, in the words of the real vocabulary.
public final class SmallLibrary {

    private static final Path CODES = Path.of(System.getProperty("plumbline.codes", "../codes"));

    private final Path folder;

    public SmallLibrary(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("bodies"));
        Files.writeString(
                folder.resolve("vocabulary.yaml"),
                Files.readString(CODES.resolve("vocabulary.yaml"))
                        .replaceAll("(?m)^leading:\\R(?:[ #].*\\R|\\R)*", ""));
        Files.copy(CODES.resolve("places.yaml"), folder.resolve("places.yaml"));
        body("guild");
        body("lodge");
    }

    /// Adds a text in force since 2020 that binds the members of `guild`.
    ///
    /// @param head more keys of the edition, one a line, each of which replaces the usual one
    /// @param norms the norms of provision 1, each as one line of YAML
    public SmallLibrary text(String id, String head, String... norms) throws IOException {
        return textOf(id, id, head, norms);
    }

    /// The same of another body.
    public SmallLibrary textOf(String body, String id, String head, String... norms)
            throws IOException {
        body(body);
        var yaml = new StringBuilder("edition: " + id + "\nbody: " + body + "\ntitle: A text\n");
        for (String usual :
                List.of(
                        "in-force: {from: 2020-01-01}",
                        "level: association-code",
                        "encoded: whole",
                        "binds: {membership: guild}",
                        "practitioner: a member",
                        "strength: enforceable",
                        "reckoning: {last-day: excluded, rounding: down}")) {
            String key = usual.substring(0, usual.indexOf(':') + 1);
            if (head.lines().noneMatch(line -> line.startsWith(key))) {
                yaml.append(usual).append('\n');
            }
        }
        yaml.append(head.isEmpty() ? "" : head + "\n");
        yaml.append("provisions:\n");
        for (int at = 0; at < norms.length; at++) {
            yaml.append(
                    """
                      "%d":
                        title: A provision
                        says: Made up.
                        source: nowhere
                        verified: text
                        norms:
                          - %s
                    """
                            .formatted(at + 1, norms[at]));
        }
        if (norms.length == 0) {
            yaml.append("  {}\n");
        }
        Path texts = Files.createDirectories(folder.resolve(body));
        Files.writeString(texts.resolve(id + ".yaml"), yaml.toString());
        return this;
    }

    private void body(String id) throws IOException {
        Files.writeString(
                folder.resolve("bodies").resolve(id + ".yaml"),
                """
                body: %1$s
                name: The %1$s
                kind: association
                country: us
                sanctions: [discipline]
                silence-means: nothing
                """
                        .formatted(id));
    }

    /// The library.
    public Library library() {
        return switch (LibraryReader.read(folder, "codes/")) {
            case Loaded.Sound<LibraryFiles>(var files, _) -> files.library();
            case Loaded.Unsound<LibraryFiles>(var findings) ->
                    throw new AssertionError(findings.toString());
        };
    }

    /// The codes of what is wrong with it.
    public List<String> findings() {
        List<Finding> findings =
                switch (LibraryReader.read(folder, "codes/")) {
                    case Loaded.Sound<LibraryFiles>(_, var all) -> all;
                    case Loaded.Unsound<LibraryFiles>(var all) -> all;
                };
        return findings.stream().map(Finding::code).toList();
    }

    /// A case in one line of YAML, of an act on 1 June 2026 unless it says otherwise.
    public static Scenario scenario(Library library, String yaml) {
        Node node = ((Loaded.Sound<Node>) YamlFile.parse(yaml, "case")).value();
        var defaults =
                new ScenarioReader.Defaults(DateReader.days("2026-06-01").orElseThrow(), true);
        return switch (ScenarioReader.read(library, node, defaults)) {
            case Loaded.Sound<Scenario>(var scenario, _) -> scenario;
            case Loaded.Unsound<Scenario>(var findings) ->
                    throw new AssertionError(findings.toString());
        };
    }
}

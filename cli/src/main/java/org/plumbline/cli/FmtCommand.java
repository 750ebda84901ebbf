package org.plumbline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.answer.Shelf;
import org.plumbline.core.format.Formatter;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Span;
import org.plumbline.core.load.YamlFile;

/// `plumbline fmt`: writes the sentence of every norm into its file, and the schemas beside them.
///
/// A library with findings is left as it is, because what it says is not certain.
final class FmtCommand extends Command {

    FmtCommand() {
        super("fmt", "Write each norm's sentence into its file, and lay the files out.");
        words(
                "FILE",
                "0..*",
                "Files of the library, or the folder of another one (default: every file).");
        flag("--check", "Write nothing; list the files that would change.");
    }

    @Override
    public Integer call() {
        Shelf shelf =
                file().filter(Files::isDirectory)
                        .map(folder -> new Shelf(folder, Optional.empty()))
                        .orElseGet(Shelf::here);
        List<Finding> strangers = strangers(shelf);
        if (!strangers.isEmpty()) {
            return report(strangers, shelf);
        }
        return switch (LibraryReader.read(shelf.codes(), shelf.prefix())) {
            case Loaded.Unsound<LibraryFiles>(var findings) -> report(findings, shelf);
            case Loaded.Sound<LibraryFiles>(var files, _) -> format(shelf, files);
        };
    }

    private int format(Shelf shelf, LibraryFiles files) {
        Map<String, String> changes = new Formatter(files.library()).changes(shelf.codes());
        changes.keySet().removeIf(path -> !named(shelf, path));
        changes.forEach((path, text) -> {
            if (!given("--check")) {
                write(shelf.codes().resolve(path), text);
            }
            console().out().println(shelf.prefix() + path);
        });
        console().out().println(summary(changes.size()));
        console().out().flush();
        return given("--check") && !changes.isEmpty() ? FINDINGS : ANSWERED;
    }

    /// Files that were named and are not of the library.
    private List<Finding> strangers(Shelf shelf) {
        List<Finding> findings = new ArrayList<>();
        for (String word : words()) {
            if (Files.isDirectory(Path.of(word)) && words().size() == 1) {
                continue;
            }
            if (YamlFile.bytes(Path.of(word), word) instanceof Loaded.Unsound<byte[]>(var found)) {
                findings.addAll(found);
            } else if (!absolute(Path.of(word)).startsWith(absolute(shelf.codes()))) {
                findings.add(
                        Finding.error(
                                "file.outside",
                                Span.of(word),
                                "`" + word + "` is not a file of the library",
                                "a file under `" + shelf.prefix() + "`",
                                "move it there, or name another"));
            }
        }
        return findings;
    }

    /// Whether a file was named, or none was.
    private boolean named(Shelf shelf, String path) {
        return words().isEmpty()
                || Files.isDirectory(Path.of(words().getFirst()))
                || words().stream()
                        .anyMatch(w ->
                                absolute(Path.of(w)).equals(absolute(shelf.codes().resolve(path))));
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private String summary(int files) {
        if (files == 0) {
            return "Every file stands as it should.";
        }
        String some = files == 1 ? "1 file" : files + " files";
        return given("--check") ? some + " would change." : some + " written.";
    }

    private static void write(Path file, String text) {
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}

package org.plumbline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.core.format.Formatter;
import org.plumbline.core.format.Schemas;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Span;
import org.plumbline.core.load.YamlFile;

/// `plumbline fmt`: writes the sentences of the norms and the canonical layout.
final class FmtCommand extends Command {

    FmtCommand() {
        super("fmt", "Write the `reads` lines and the layout of the library's files.");
        words("FILE", "0..*", "Files of the library (default: every one).");
        flag("--check", "Change nothing; end with status 1 if something would change.");
        flag("--schema", "Write the JSON Schemas that editors complete by, too.");
    }

    @Override
    public Integer call() {
        Shelf shelf = Shelf.here();
        return switch (LibraryReader.read(shelf.codes(), shelf.prefix())) {
            case Loaded.Unsound<LibraryFiles>(var findings) -> report(findings);
            case Loaded.Sound<LibraryFiles>(var files, _) -> format(shelf, files);
        };
    }

    private int format(Shelf shelf, LibraryFiles files) {
        List<String> changed = new ArrayList<>();
        if (given("--schema")) {
            new Schemas(files.library())
                    .all()
                    .forEach((path, text) -> write(shelf, path, text, changed));
        }
        var formatter = new Formatter(files.library());
        List<Finding> findings = new ArrayList<>();
        for (String path : paths(shelf, findings)) {
            write(shelf, path, formatter.format(path, read(shelf, path)), changed);
        }
        if (!findings.isEmpty()) {
            return report(findings);
        }
        boolean check = given("--check");
        changed.forEach(p -> console().out().println((check ? "would change " : "wrote ") + p));
        console().out().flush();
        return check && !changed.isEmpty() ? FINDINGS : ANSWERED;
    }

    /// The files named, as paths inside the library; every file where none is named.
    private List<String> paths(Shelf shelf, List<Finding> findings) {
        if (words().isEmpty()) {
            return Formatter.paths(shelf.codes());
        }
        List<String> paths = new ArrayList<>();
        Path root = shelf.codes().toAbsolutePath().normalize();
        for (String word : words()) {
            Path file = Path.of(word).toAbsolutePath().normalize();
            if (YamlFile.bytes(file, word) instanceof Loaded.Unsound<byte[]>(var found)) {
                findings.addAll(found);
            } else if (!file.startsWith(root)) {
                findings.add(
                        Finding.error(
                                "file.outside",
                                Span.of(word),
                                "`" + word + "` is not a file of the library",
                                "a file under `" + shelf.prefix() + "`",
                                "move it there, or name another"));
            } else {
                paths.add(root.relativize(file).toString().replace('\\', '/'));
            }
        }
        return paths;
    }

    private static String read(Shelf shelf, String path) {
        try {
            return Files.readString(shelf.codes().resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + shelf.prefix() + path, e);
        }
    }

    private void write(Shelf shelf, String path, String text, List<String> changed) {
        Path file = shelf.codes().resolve(path);
        try {
            if (Files.exists(file) && Files.readString(file).equals(text)) {
                return;
            }
            changed.add(shelf.prefix() + path);
            if (!given("--check")) {
                Path folder = file.getParent();
                if (folder != null) {
                    Files.createDirectories(folder);
                }
                Files.writeString(file, text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + shelf.prefix() + path, e);
        }
    }
}

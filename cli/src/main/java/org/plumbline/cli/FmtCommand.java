package org.plumbline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.plumbline.core.format.Formatter;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;

/// `plumbline fmt`: writes the sentence of every norm into its file, and the schemas beside them.
///
/// A library with findings is left as it is, because what it says is not certain.
final class FmtCommand extends Command {

    FmtCommand() {
        super("fmt", "Write each norm's sentence into its file, and lay the files out.");
        words("DIR", "0..1", "The library's folder (default: the library at hand).");
        flag("--check", "Write nothing; list the files that would change.");
    }

    @Override
    public Integer call() {
        Shelf shelf =
                file().map(folder -> new Shelf(folder, Optional.empty())).orElseGet(Shelf::here);
        return switch (LibraryReader.read(shelf.codes(), shelf.prefix())) {
            case Loaded.Unsound<LibraryFiles>(var findings) -> report(findings);
            case Loaded.Sound<LibraryFiles>(var files, _) -> format(shelf, files);
        };
    }

    private int format(Shelf shelf, LibraryFiles files) {
        Map<String, String> changes = new Formatter(files.library()).changes(shelf.codes());
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

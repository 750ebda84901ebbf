package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.plumbline.answer.Shelf;
import org.plumbline.core.load.YamlFile;

/// The text of a file that a finding points into, where it can be read.
final class SourceLines {

    private SourceLines() {}

    /// A file of the library that is looked at is named from that library's folder; any other as it was
    /// given.
    static Optional<String> of(Shelf shelf, String file) {
        Path path =
                file.startsWith(shelf.prefix())
                        ? shelf.codes().resolve(file.substring(shelf.prefix().length()))
                        : Path.of(file);
        try {
            return Files.isRegularFile(path) && Files.size(path) <= YamlFile.LARGEST
                    ? Optional.of(Files.readString(path))
                    : Optional.empty();
        } catch (IOException | RuntimeException _) {
            return Optional.empty();
        }
    }
}

package org.plumbline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.plumbline.core.adequacy.GeneratedFiles;

/// The folder of generated cases in a library.
///
/// @param codes the library's folder
record GeneratedCases(Path codes) {

    /// Puts these files in the place of those that were there; one that stays as it is is not touched.
    ///
    /// @param files the text of each, by its path inside the library
    void write(Map<String, String> files) {
        Path folder = codes.resolve(GeneratedFiles.FOLDER);
        try {
            Files.createDirectories(folder);
            for (Path old : yaml(folder)) {
                if (!files.containsKey(GeneratedFiles.FOLDER + "/" + old.getFileName())) {
                    Files.delete(old);
                }
            }
            for (var file : files.entrySet()) {
                Path path = codes.resolve(file.getKey());
                if (!Files.exists(path) || !Files.readString(path).equals(file.getValue())) {
                    Files.writeString(path, file.getValue());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + folder, e);
        }
    }

    private static List<Path> yaml(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(p -> p.toString().endsWith(".yaml")).toList();
        }
    }
}

package org.plumbline.core.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The text of files by the path that findings name them with, each read at most once.
///
/// What cannot be read has no text, and its findings are printed without a line of source; nor has
/// what a link of a library leads to outside it, which is nobody's to print.
public final class SourceTexts implements Function<String, Optional<String>> {

    private final Function<String, Path> whereabouts;
    private final Map<String, Optional<String>> read = new HashMap<>();

    private SourceTexts(Function<String, Path> whereabouts) {
        this.whereabouts = whereabouts;
    }

    /// Files named by the path at which they stand.
    public static SourceTexts asNamed() {
        return new SourceTexts(Path::of);
    }

    /// Files of a library: what begins with the prefix stands in the folder, anything else at the
    /// path it is named by.
    ///
    /// @param prefix what was handed to [LibraryReader#read(Path, String)]
    public static SourceTexts under(Path folder, String prefix) {
        return new SourceTexts(name ->
                name.startsWith(prefix)
                        ? inside(folder, folder.resolve(name.substring(prefix.length())))
                        : Path.of(name));
    }

    private static Path inside(Path folder, Path path) {
        if (StrayLinks.leadsOut(folder, path)) {
            throw new InvalidPathException(path.toString(), "leads out of the library");
        }
        return path;
    }

    @Override
    public Optional<String> apply(String name) {
        return read.computeIfAbsent(name, this::text);
    }

    private Optional<String> text(String name) {
        try {
            Path path = whereabouts.apply(name);
            return Files.isRegularFile(path) && Files.size(path) <= YamlFile.LARGEST
                    ? Optional.of(new String(Files.readAllBytes(path), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException | InvalidPathException _) {
            return Optional.empty();
        }
    }
}

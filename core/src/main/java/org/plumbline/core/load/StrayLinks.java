package org.plumbline.core.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Links in a library's folder that do not lead to a file or folder of that library.
///
/// What they lead to is neither read nor printed: it may be somebody else's file, and a copy of the
/// library would not hold it.
final class StrayLinks {

    private StrayLinks() {}

    /// Whether a path of the library is a link to something outside it, or to nothing. What stands in
    /// a linked folder is not asked after: a walk does not enter it.
    static boolean leadsOut(Path folder, Path path) {
        if (!Files.isSymbolicLink(path)) {
            return false;
        }
        try {
            return !path.toRealPath().startsWith(folder.toRealPath());
        } catch (IOException _) {
            return true;
        }
    }

    /// An error for each that would otherwise be passed over in silence: a folder, or what is named
    /// as YAML.
    static List<Finding> findings(Path folder, String prefix) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(p -> !p.equals(folder))
                    .filter(Files::isSymbolicLink)
                    .filter(p -> isRead(p) && leadsOut(folder, p))
                    .map(p -> folder.relativize(p).toString().replace('\\', '/'))
                    .filter(p -> !p.startsWith("bad/"))
                    .sorted()
                    .map(p -> finding(prefix + p))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static boolean isRead(Path path) {
        String name = path.getFileName().toString();
        return name.endsWith(".yaml") || name.endsWith(".yml") || Files.isDirectory(path);
    }

    private static Finding finding(String name) {
        return Finding.error(
                "file.link",
                Span.of(name),
                "a link that leads out of the library, or nowhere",
                "files that stand in the library themselves",
                "put a copy in its place");
    }
}

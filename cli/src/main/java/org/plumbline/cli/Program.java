package org.plumbline.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.plumbline.core.load.KeptValues;

/// What tells this build of the program from any other, for whoever keeps what it found out.
final class Program {

    private Program() {}

    /// A digest over the Java that runs and the size and time of every file on the class path.
    static String name() {
        var all = new StringBuilder(System.getProperty("java.vm.version", ""));
        for (String part :
                System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
            for (Path file : part.isEmpty() ? List.<Path>of() : files(Path.of(part))) {
                File stamp = file.toFile();
                all.append('\n').append(file).append(' ').append(stamp.length());
                all.append(' ').append(stamp.lastModified());
            }
        }
        return KeptValues.digest(all.toString());
    }

    private static List<Path> files(Path part) {
        if (!Files.isDirectory(part)) {
            return List.of(part);
        }
        try (Stream<Path> all = Files.walk(part)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + part, e);
        }
    }
}

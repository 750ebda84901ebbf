package org.plumbline.core.explain;

import java.nio.file.Path;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;

/// The library that the sentences are tried on, read once.
public final class Codes {

    public static final Path FOLDER = Path.of(System.getProperty("codes", "../codes"));

    public static final LibraryFiles FILES = read();

    private Codes() {}

    private static LibraryFiles read() {
        return switch (LibraryReader.read(FOLDER, "codes/")) {
            case Loaded.Sound<LibraryFiles>(var files, _) -> files;
            case Loaded.Unsound<LibraryFiles>(var findings) ->
                    throw new IllegalStateException("the library is not sound: " + findings);
        };
    }
}

package org.plumbline.spark;

import java.nio.file.Path;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.norm.Library;

/// The library in a folder that the driver can read.
final class LibraryFolder {

    private LibraryFolder() {}

    /// Reads it.
    ///
    /// @throws IllegalArgumentException if it cannot be read without findings
    static Library read(Path folder) {
        return switch (LibraryReader.read(folder, folder + "/")) {
            case Loaded.Sound<LibraryFiles>(var files, _) -> files.library();
            case Loaded.Unsound<LibraryFiles>(var findings) ->
                    throw new IllegalArgumentException(findings.toString());
        };
    }
}

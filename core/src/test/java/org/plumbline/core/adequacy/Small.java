package org.plumbline.core.adequacy;

import java.nio.file.Path;
import java.util.List;
import org.plumbline.core.check.CaseRunner;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.VignetteFile.Vignette;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;

/// The library of three norms and one case.
final class Small {

    static final Path FOLDER =
            Path.of(System.getProperty("plumbline.home"), "core/src/test/resources/library");

    private Small() {}

    static Library library() {
        return ((Loaded.Sound<LibraryFiles>) LibraryReader.read(FOLDER, "codes/"))
                .value()
                .library();
    }

    static Edition guild(Library library) {
        return library.edition("guild-2020").orElseThrow();
    }

    static List<Vignette> cases(Library library) {
        return CaseRunner.run(library, FOLDER, "codes/").vignettes();
    }
}

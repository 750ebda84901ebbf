package org.plumbline.core;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.VignetteFile;
import org.plumbline.core.load.VignetteFile.Vignette;
import org.plumbline.core.norm.Library;

/// The library of this checkout, read once for all tests.
public final class Codes {

    private static final Path FOLDER = Path.of(System.getProperty("plumbline.codes", "../codes"));
    private static final LibraryFiles FILES =
            sound(LibraryReader.read(FOLDER, "codes/"), "the library");

    private Codes() {}

    /// The library itself.
    public static Library library() {
        return FILES.library();
    }

    /// The files of cases.
    public static List<Path> caseFiles() {
        return VignetteFile.files(FOLDER);
    }

    /// The cases of one file.
    ///
    /// @throws AssertionError naming every finding, if the file is not sound
    public static List<Vignette> cases(Path file) {
        String name = "codes/" + FOLDER.relativize(file);
        return sound(VignetteFile.read(library(), file, name), name);
    }

    /// Every case of every file.
    public static List<Vignette> cases() {
        List<Vignette> all = new ArrayList<>();
        caseFiles().forEach(file -> all.addAll(cases(file)));
        return all;
    }

    private static <T> T sound(Loaded<T> loaded, String what) {
        return switch (loaded) {
            case Loaded.Sound<T>(var value, _) -> value;
            case Loaded.Unsound<T>(var findings) ->
                    throw new AssertionError(what + " does not load:\n" + told(findings));
        };
    }

    /// Findings as a person reads them, one below the other.
    public static String told(List<Finding> findings) {
        return findings.stream()
                .map(f -> "%s: %s%n  expected: %s".formatted(f.span(), f.found(), f.expected()))
                .collect(Collectors.joining("\n"));
    }
}

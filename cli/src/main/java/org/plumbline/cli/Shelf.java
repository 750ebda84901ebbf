package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.load.CompiledLibrary;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.norm.Library;

/// Where the library stands on this machine, and the quickest way to read it.
///
/// The launcher says where through `plumbline.codes` and `plumbline.home`. The compiled form lies
/// beside the build; it is made when it is missing or when the files have changed, and done
/// without where nothing can be written.
record Shelf(Path codes, Optional<Path> compiled) {

    /// A library with the trees it was read from. The library is put together when it is first
    /// asked for, so that the words can be read beside it.
    static final class Open {
        private final Supplier<Library> reading;
        private final Function<String, Optional<Node>> trees;
        private @Nullable Library library;

        Open(Supplier<Library> reading, Function<String, Optional<Node>> trees) {
            this.reading = reading;
            this.trees = trees;
        }

        /// The library.
        synchronized Library library() {
            Library known = library;
            if (known == null) {
                known = reading.get();
                library = known;
            }
            return known;
        }

        /// The tree of a file by its path, where the library has the file.
        Function<String, Optional<Node>> trees() {
            return trees;
        }
    }

    static Shelf here() {
        Path codes = Path.of(System.getProperty("plumbline.codes", "codes"));
        return new Shelf(
                codes,
                Optional.ofNullable(System.getProperty("plumbline.home"))
                        .map(home -> Path.of(home, ".plumbline", "library.bin")));
    }

    /// The folder as findings name it.
    String prefix() {
        return codes.getFileName() + "/";
    }

    /// The library, or what is wrong with it.
    Loaded<Open> open() {
        Optional<CompiledLibrary> ready = compiled.flatMap(c -> CompiledLibrary.read(c, codes));
        if (ready.isPresent()) {
            return Loaded.sound(new Open(ready.get()::library, ready.get()::tree));
        }
        return switch (LibraryReader.read(codes, prefix())) {
            case Loaded.Unsound<LibraryFiles>(var findings) -> new Loaded.Unsound<>(findings);
            case Loaded.Sound<LibraryFiles>(var files, List<Finding> warnings) -> {
                compile(files);
                yield new Loaded.Sound<>(
                        new Open(
                                files::library,
                                file -> Optional.ofNullable(files.nodes().get(file))),
                        warnings);
            }
        };
    }

    private void compile(LibraryFiles files) {
        if (compiled.isEmpty()) {
            return;
        }
        Path into = compiled.get();
        try {
            Path folder = into.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            CompiledLibrary.write(files, codes, into);
        } catch (IOException _) {
            // The next start reads the YAML again; that is all that is lost.
        }
    }
}

package org.plumbline.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plumbline.ask.Lexicon;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.load.CompiledLibrary;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.norm.Library;

/// Where the library stands on this machine, and the quickest way to read it.
///
/// The launcher says where through `plumbline.codes` and `plumbline.build`. The compiled form lies
/// beside the build; it is made when it is missing or when the files have changed, and done
/// without where nothing can be written.
public record Shelf(Path codes, Optional<Path> compiled, String seen) {

    /// A library whose files nobody has listed yet.
    public Shelf(Path codes, Optional<Path> compiled) {
        this(codes, compiled, "");
    }

    /// A library with the trees it was read from. The library is put together when it is first
    /// asked for, so that the words can be read beside it.
    public static final class Open {
        private final Supplier<Library> reading;
        private final Function<String, Optional<Node>> trees;
        private final Function<String, Optional<Object>> besides;
        private @Nullable Library library;
        private @Nullable Decider decider;
        private @Nullable StoryWords storyWords;
        private boolean storyWordsRead;

        private Open(
                Supplier<Library> reading,
                Function<String, Optional<Node>> trees,
                Function<String, Optional<Object>> besides) {
            this.reading = reading;
            this.trees = trees;
            this.besides = besides;
        }

        /// The library.
        public synchronized Library library() {
            Library known = library;
            if (known == null) {
                known = reading.get();
                library = known;
            }
            return known;
        }

        /// What decides by this library; one for all who ask, so that what it has made ready is shared.
        public synchronized Decider decider() {
            Decider known = decider;
            if (known == null) {
                known = new Decider(library());
                decider = known;
            }
            return known;
        }

        /// What the words of a case say of facts; none where the library does not tell. One for all cases.
        synchronized Optional<StoryWords> storyWords() {
            if (!storyWordsRead) {
                storyWords =
                        tree(LibraryReader.SLOTS)
                                .filter(Node.Mapping.class::isInstance)
                                .flatMap(slots -> StoryWords.of((Node.Mapping) slots))
                                .orElse(null);
                storyWordsRead = true;
            }
            return Optional.ofNullable(storyWords);
        }

        /// The tree of a file at the top of the library, where the library has the file.
        public Optional<Node> tree(String file) {
            return trees.apply(file);
        }

        /// What the compiled form holds beside the library under a name.
        public Optional<Object> beside(String name) {
            return besides.apply(name);
        }
    }

    private static final AtomicReference<@Nullable FutureTask<Loaded<Open>>> AHEAD =
            new AtomicReference<>();

    /// Opens the library of this process on another thread, so that it is open by the time a
    /// command asks for it, and then makes ready the texts most likely to be shown.
    ///
    /// @param listing the list of the library's files, its folder first, that whoever started the
    ///     process has made; empty where nobody has
    /// @param day the day on which texts will most likely be asked
    public static void openAhead(Supplier<String> listing, Supplier<LocalDate> day) {
        var opening = new FutureTask<>(() -> here().seen(listing.get()).open());
        AHEAD.set(opening);
        Thread.ofPlatform()
                .name("ahead")
                .daemon()
                .start(() -> {
                    opening.run();
                    if (opening.state() == Future.State.SUCCESS
                            && opening.resultNow() instanceof Loaded.Sound<Open>(var open, _)) {
                        readAhead(open, day.get());
                    }
                });
    }

    private static void readAhead(Open open, LocalDate day) {
        Library library = open.library();
        for (List<String> texts : library.vocabulary().leading().values()) {
            library.edition(texts.getFirst()).ifPresent(e -> open.decider().prepare(e, day));
        }
    }

    /// The library of this process, which may have been [#openAhead].
    public static Loaded<Open> opened() {
        FutureTask<Loaded<Open>> ahead = AHEAD.getAndSet(null);
        if (ahead == null) {
            return here().open();
        }
        try {
            return ahead.get();
        } catch (ExecutionException problem) {
            throw new IllegalStateException(problem.getCause());
        } catch (InterruptedException problem) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(problem);
        }
    }

    public static Shelf here() {
        Path codes = Path.of(System.getProperty("plumbline.codes", "codes"));
        return new Shelf(
                codes,
                Optional.ofNullable(System.getProperty("plumbline.build"))
                        .map(build -> Path.of(build, "library.bin")),
                "");
    }

    /// The same library, its files listed already, if it is this library's that are listed.
    private Shelf seen(String listed) {
        return listed.startsWith(codes + "\n") ? new Shelf(codes, compiled, listed) : this;
    }

    /// The folder as findings name it.
    public String prefix() {
        return codes.getFileName() + "/";
    }

    /// What tells the library's files from any others: SHA-256 of their names and contents.
    public String fingerprint() {
        try (var files = Files.walk(codes)) {
            var digest = java.security.MessageDigest.getInstance("SHA-256");
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(
                        codes.relativize(file)
                                .toString()
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            return java.util.HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("the library cannot be read", e);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// The library, or what is wrong with it.
    public Loaded<Open> open() {
        Optional<CompiledLibrary> ready =
                compiled.flatMap(c -> CompiledLibrary.read(c, codes, seen));
        if (ready.isPresent()) {
            CompiledLibrary found = ready.get();
            return Loaded.sound(new Open(found::library, found::tree, found::beside));
        }
        return switch (LibraryReader.read(codes, prefix())) {
            case Loaded.Unsound<LibraryFiles>(var findings) -> new Loaded.Unsound<>(findings);
            case Loaded.Sound<LibraryFiles>(var files, List<Finding> warnings) -> {
                compile(files);
                yield new Loaded.Sound<>(
                        new Open(
                                files::library,
                                file -> Optional.ofNullable(files.nodes().get(file)),
                                _ -> Optional.empty()),
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
            Optional<Node> words = Optional.ofNullable(files.nodes().get(LibraryReader.WORDS));
            Map<String, Object> besides =
                    Questions.lexicon(words) instanceof Loaded.Sound<Lexicon>(var lexicon, _)
                            ? Map.of(Questions.STORED, lexicon.stored())
                            : Map.of();
            CompiledLibrary.write(files, codes, seen, besides, into);
        } catch (IOException _) {
            // The next start reads the YAML again; that is all that is lost.
        }
    }
}

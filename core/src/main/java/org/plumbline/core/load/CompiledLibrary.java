package org.plumbline.core.load;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.condition.Constraint;
import org.plumbline.core.norm.Body;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.vocabulary.Vocabulary;

/// A library as it came out of its files, in a form that is read at once, so that a question does
/// not wait for a YAML reader to warm up, nor for the checks that its files have already passed.
///
/// It holds what was read and not the files, and for each file and folder its size and time. Where
/// those have changed the content decides: the compiled form is used only for exactly the files it
/// was made from. Whoever starts the process may have listed the files already, and then a list that
/// is the same as last time saves asking after each. It is a cache of one build, may be deleted at any
/// time, and is only ever written from a library without errors.
public final class CompiledLibrary {

    private static final int MAGIC = 0x504C4D42;
    private static final int VERSION = 6;

    private final ValuePool pool;
    private final Contents contents;

    private CompiledLibrary(ValuePool pool, Contents contents) {
        this.pool = pool;
        this.contents = contents;
    }

    /// What a library holds before any edition of it is read.
    private record Head(
            Vocabulary vocabulary,
            List<Constraint> constraints,
            SequencedMap<String, Body> bodies,
            SequencedMap<String, String> places,
            List<Library.Entry> entries,
            String fingerprint) {}

    /// Where everything lies in the pool.
    ///
    /// @param head the index of the [Head]
    /// @param editions the index of each edition, by id
    /// @param trees the index of the tree of each file that is neither head nor edition
    /// @param besides the index of whatever else was written, by name
    private record Contents(
            Integer head,
            Map<String, Integer> editions,
            Map<String, Integer> trees,
            Map<String, Integer> besides) {}

    /// The library, its editions read when they are first asked for.
    public Library library() {
        var head = (Head) found(contents.head());
        return new Library(
                head.vocabulary(),
                head.constraints(),
                head.bodies(),
                head.places(),
                head.entries(),
                entry -> (Edition) found(contents.editions().get(entry.id())),
                head.fingerprint());
    }

    /// The tree of a file that is not itself part of the library's texts, such as the words that
    /// people use, if there is such a file.
    public Optional<Node> tree(String file) {
        return Optional.ofNullable(contents.trees().get(file)).map(i -> (Node) found(i));
    }

    /// What was written beside the library under a name.
    public Optional<Object> beside(String name) {
        return Optional.ofNullable(contents.besides().get(name)).map(this::found);
    }

    private Object found(@Nullable Integer index) {
        Object value = index == null ? null : pool.value(index);
        if (value == null) {
            throw new IllegalStateException("nothing at " + index + " in the compiled library");
        }
        return value;
    }

    // ── Writing ─────────────────────────────────────────────────────────────────────────────

    /// Writes the compiled form of a library that was read without errors.
    ///
    /// @param folder the library's folder, whose files it must be checked against later
    /// @param seen the files as [#read] will be told of them, from before they were read; empty where
    ///     nobody listed them
    /// @param besides what else to keep, each a value that a [ValuePool] can hold
    public static void write(
            LibraryFiles files, Path folder, String seen, Map<String, Object> besides, Path into)
            throws IOException {
        var writer = new ValuePool.Writer();
        Library library = files.library();
        int head = writer.index(head(library));
        Map<String, Integer> editions = new LinkedHashMap<>();
        Set<String> texts = new LinkedHashSet<>();
        for (Library.Entry entry : library.entries()) {
            texts.add(entry.file());
            editions.put(entry.id(), writer.index(library.edition(entry.id()).orElseThrow()));
        }
        Map<String, Integer> trees = new LinkedHashMap<>();
        files.nodes()
                .forEach((file, node) -> {
                    if (!texts.contains(file) && !isHead(file, node)) {
                        trees.put(file, writer.index(node));
                    }
                });
        Map<String, Integer> kept = new LinkedHashMap<>();
        besides.forEach((name, value) -> kept.put(name, writer.index(value)));
        int contents = writer.index(new Contents(head, editions, trees, kept));
        var stamps = new ByteArrayOutputStream();
        stamps(folder, new DataOutputStream(stamps));
        replace(
                into,
                seen,
                out -> {
                    out.writeInt(stamps.size());
                    stamps.writeTo(out);
                    string(library.fingerprint(), out);
                    out.writeInt(contents);
                    writer.write(out);
                });
    }

    /// What comes after the head of the file and the list of files as they were seen.
    private interface Rest {
        void write(DataOutputStream out) throws IOException;
    }

    private static void replace(Path into, String seen, Rest rest) throws IOException {
        Path beside = into.resolveSibling(into.getFileName() + "." + ProcessHandle.current().pid());
        try (var out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(beside)))) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            string(seen, out);
            rest.write(out);
        }
        Files.move(
                beside, into, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean isHead(String file, Node node) {
        return file.equals(LibraryReader.VOCABULARY)
                || file.equals(LibraryReader.PLACES)
                || LibraryReader.isBody(node);
    }

    private static void stamps(Path folder, DataOutputStream out) throws IOException {
        Set<String> paths = new LinkedHashSet<>();
        paths.add("");
        for (String path : LibraryReader.paths(folder)) {
            for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
                paths.add(path.substring(0, slash));
            }
            paths.add(path);
        }
        out.writeInt(paths.size());
        for (String path : paths) {
            File file = folder.resolve(path).toFile();
            string(path, out);
            out.writeLong(file.lastModified());
            out.writeLong(file.isDirectory() ? -1 : file.length());
        }
    }

    private static void string(String text, DataOutputStream out) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    // ── Carried elsewhere ───────────────────────────────────────────────────────────────────

    /// A library as bytes that another machine can read, without the files that it came from.
    public static byte[] bytes(Library library) {
        var writer = new ValuePool.Writer();
        int head = writer.index(head(library));
        Map<String, Integer> editions = new LinkedHashMap<>();
        for (Edition edition : library.editions()) {
            editions.put(edition.id(), writer.index(edition));
        }
        int contents = writer.index(new Contents(head, editions, Map.of(), Map.of()));
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.writeInt(contents);
            writer.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// The library that was made into bytes by the same version of Plumbline.
    ///
    /// @throws IllegalArgumentException if they were not
    public static Library of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length < 12 || in.getInt() != MAGIC || in.getInt() != VERSION) {
            throw new IllegalArgumentException("not a library of this version");
        }
        int contents = in.getInt();
        ValuePool pool = ValuePool.from(in);
        if (pool.value(contents) instanceof Contents found) {
            return new CompiledLibrary(pool, found).library();
        }
        throw new IllegalArgumentException("a library without contents");
    }

    private static Head head(Library library) {
        return new Head(
                library.vocabulary(),
                library.constraints(),
                library.bodies(),
                library.places(),
                List.copyOf(library.entries()),
                library.fingerprint());
    }

    // ── Reading ─────────────────────────────────────────────────────────────────────────────

    /// Reads a compiled library, if it is there and was made from exactly the files of the folder.
    ///
    /// @param seen a list of the files that differs whenever one of them does; empty where nobody
    ///     listed them
    public static Optional<CompiledLibrary> read(Path from, Path folder, String seen) {
        byte[] all;
        File file = from.toFile();
        if (!file.isFile()) {
            return Optional.empty();
        }
        // Not through channels, which set up a network before they read a file.
        try (var in = new FileInputStream(file)) {
            all = in.readAllBytes();
        } catch (IOException _) {
            return Optional.empty();
        }
        try {
            return read(all, from, folder, seen);
        } catch (RuntimeException _) {
            // Cut short or not ours: it is only a cache.
            return Optional.empty();
        }
    }

    private static Optional<CompiledLibrary> read(byte[] all, Path from, Path folder, String seen) {
        ByteBuffer in = ByteBuffer.wrap(all);
        if (in.getInt() != MAGIC || in.getInt() != VERSION) {
            return Optional.empty();
        }
        String seenThen = string(in);
        int afterSeen = in.position();
        int afterStamps = in.getInt() + in.position();
        boolean listed = !seen.isEmpty() && seen.equals(seenThen);
        boolean same = listed || stampsAgree(in, folder);
        in.position(afterStamps);
        String fingerprint = string(in);
        if (!same && !sameContent(folder, fingerprint)) {
            return Optional.empty();
        }
        int contents = in.getInt();
        ValuePool pool = ValuePool.from(in);
        if (!(pool.value(contents) instanceof Contents found)) {
            return Optional.empty();
        }
        if (!listed && !seen.isEmpty()) {
            see(all, afterSeen, from, seen);
        }
        return Optional.of(new CompiledLibrary(pool, found));
    }

    /// Keeps the list of the files that were just found to be the same, so that next time it
    /// suffices.
    private static void see(byte[] all, int afterSeen, Path into, String seen) {
        try {
            replace(into, seen, out -> out.write(all, afterSeen, all.length - afterSeen));
        } catch (IOException _) {
            // The next start asks after each file again; that is all that is lost.
        }
    }

    private static boolean stampsAgree(ByteBuffer in, Path folder) {
        boolean same = true;
        String root = folder.toString();
        for (int left = in.getInt(); left > 0; left--) {
            String path = string(in);
            long modified = in.getLong();
            long length = in.getLong();
            if (same) {
                File file = new File(path.isEmpty() ? root : root + "/" + path);
                same = file.lastModified() == modified && (length < 0 || file.length() == length);
            }
        }
        return same;
    }

    private static boolean sameContent(Path folder, String fingerprint) {
        try {
            return LibraryReader.fingerprint(folder, LibraryReader.paths(folder))
                    .equals(fingerprint);
        } catch (UncheckedIOException _) {
            return false;
        }
    }

    private static String string(ByteBuffer in) {
        byte[] utf8 = new byte[in.getInt()];
        in.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }
}

package org.plumbline.core.load;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.plumbline.core.norm.Library;

/// A library's trees in a compact form that is read at once, so that a question does not wait for
/// a YAML reader to warm up.
///
/// It holds the same trees as the files, and for each file and folder its size and time. Where
/// those have changed the content decides: the compiled form is used only for exactly the files it
/// was made from. It is a cache, may be deleted at any time, and is only ever written from a
/// library without errors.
public final class CompiledLibrary {

    private static final int MAGIC = 0x504C4D42;
    private static final int VERSION = 3;

    private final String fingerprint;
    private final List<Library.Entry> entries;
    private final Map<String, Integer> offsets;
    private final List<String> strings;
    private final ByteBuffer trees;
    private final Map<String, Node> read = new HashMap<>();
    private final List<String> heads;

    private CompiledLibrary(
            String fingerprint,
            List<Library.Entry> entries,
            Map<String, Integer> offsets,
            List<String> strings,
            ByteBuffer trees,
            List<String> heads) {
        this.fingerprint = fingerprint;
        this.entries = entries;
        this.offsets = offsets;
        this.strings = strings;
        this.trees = trees;
        this.heads = heads;
    }

    /// The library, its editions read when they are first asked for.
    public Library library() {
        SequencedMap<String, Node> head = new LinkedHashMap<>();
        heads.forEach(file -> head.put(file, node(file)));
        return LibraryReader.lazily(entries, this::node, head, fingerprint);
    }

    /// The tree of a file, if the library has the file.
    public Optional<Node> tree(String file) {
        return offsets.containsKey(file) ? Optional.of(node(file)) : Optional.empty();
    }

    private synchronized Node node(String file) {
        return read.computeIfAbsent(
                file,
                f -> {
                    Integer offset = offsets.get(f);
                    if (offset == null) {
                        throw new IllegalStateException(
                                "no file " + f + " in the compiled library");
                    }
                    return new Trees(strings, trees.duplicate().position(offset), f).node();
                });
    }

    // ── Writing ─────────────────────────────────────────────────────────────────────────────

    /// Writes the compiled form of a library that was read without errors.
    ///
    /// @param folder the library's folder, whose files it must be checked against later
    public static void write(LibraryFiles files, Path folder, Path into) throws IOException {
        var writer = new Writer();
        for (var file : files.nodes().entrySet()) {
            writer.offsets.put(file.getKey(), writer.trees.size());
            writer.node(file.getValue());
        }
        Path beside = into.resolveSibling(into.getFileName() + "." + ProcessHandle.current().pid());
        try (var out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(beside)))) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            stamps(folder, out);
            writer.strings(List.of(files.library().fingerprint()), out);
            List<String> table = List.copyOf(writer.strings.keySet());
            writer.strings(table, out);
            out.writeInt(files.library().entries().size());
            for (Library.Entry entry : files.library().entries()) {
                writer.strings(
                        List.of(
                                entry.id(),
                                entry.body(),
                                entry.level(),
                                String.valueOf(entry.draft()),
                                entry.file()),
                        out);
            }
            out.writeInt(writer.offsets.size());
            for (var offset : writer.offsets.entrySet()) {
                writer.strings(List.of(offset.getKey()), out);
                out.writeInt(offset.getValue());
                out.writeBoolean(isHead(files, offset.getKey()));
            }
            byte[] trees = writer.bytes();
            out.writeInt(trees.length);
            out.write(trees);
        }
        Files.move(
                beside, into, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean isHead(LibraryFiles files, String file) {
        Node node = files.nodes().get(file);
        return file.equals(LibraryReader.VOCABULARY)
                || file.equals(LibraryReader.PLACES)
                || (node != null && LibraryReader.isBody(node));
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
            byte[] name = path.getBytes(StandardCharsets.UTF_8);
            out.writeInt(name.length);
            out.write(name);
            out.writeLong(file.lastModified());
            out.writeLong(file.isDirectory() ? -1 : file.length());
        }
    }

    private static final class Writer {
        private final SequencedMap<String, Integer> strings = new LinkedHashMap<>();
        private final SequencedMap<String, Integer> offsets = new LinkedHashMap<>();
        private final ByteArrayOutputStream trees = new ByteArrayOutputStream();

        byte[] bytes() {
            return trees.toByteArray();
        }

        void node(Node node) {
            switch (node) {
                case Node.Scalar scalar -> {
                    trees.write(scalar.quoted() ? 1 : 0);
                    span(scalar.span());
                    number(index(scalar.text()));
                }
                case Node.Sequence sequence -> {
                    trees.write(2);
                    span(sequence.span());
                    number(sequence.items().size());
                    sequence.items().forEach(this::node);
                }
                case Node.Mapping mapping -> {
                    trees.write(3);
                    span(mapping.span());
                    number(mapping.entries().size());
                    mapping.entries()
                            .forEach(e -> {
                                node(e.key());
                                node(e.value());
                            });
                }
            }
        }

        private void span(Span span) {
            number(span.line());
            number(span.column());
            number(span.endColumn());
        }

        private int index(String text) {
            return strings.computeIfAbsent(text, _ -> strings.size());
        }

        private void number(int value) {
            int rest = value;
            while (rest >= 0x80) {
                trees.write((rest & 0x7F) | 0x80);
                rest >>>= 7;
            }
            trees.write(rest);
        }

        void strings(List<String> all, DataOutputStream out) throws IOException {
            out.writeInt(all.size());
            for (String text : all) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(bytes.length);
                out.write(bytes);
            }
        }
    }

    // ── Reading ─────────────────────────────────────────────────────────────────────────────

    /// Reads a compiled library, if it is there and was made from exactly the files of the folder.
    public static Optional<CompiledLibrary> read(Path from, Path folder) {
        byte[] all;
        try {
            if (!from.toFile().isFile()) {
                return Optional.empty();
            }
            all = Files.readAllBytes(from);
        } catch (IOException _) {
            return Optional.empty();
        }
        try {
            return read(ByteBuffer.wrap(all), folder);
        } catch (RuntimeException _) {
            // Cut short or not ours: it is only a cache.
            return Optional.empty();
        }
    }

    private static Optional<CompiledLibrary> read(ByteBuffer in, Path folder) {
        if (in.getInt() != MAGIC || in.getInt() != VERSION) {
            return Optional.empty();
        }
        List<String> paths = new ArrayList<>();
        boolean same = stampsAgree(in, folder, paths);
        String fingerprint = strings(in).getFirst();
        if (!same && !sameContent(folder, fingerprint)) {
            return Optional.empty();
        }
        List<String> table = strings(in);
        List<Library.Entry> entries = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            List<String> e = strings(in);
            entries.add(
                    new Library.Entry(
                            e.get(0),
                            e.get(1),
                            e.get(2),
                            Boolean.parseBoolean(e.get(3)),
                            e.get(4)));
        }
        Map<String, Integer> offsets = new HashMap<>();
        List<String> heads = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            String file = strings(in).getFirst();
            offsets.put(file, in.getInt());
            if (in.get() != 0) {
                heads.add(file);
            }
        }
        int length = in.getInt();
        ByteBuffer trees = in.slice(in.position(), length);
        return Optional.of(new CompiledLibrary(fingerprint, entries, offsets, table, trees, heads));
    }

    private static boolean stampsAgree(ByteBuffer in, Path folder, List<String> paths) {
        boolean same = true;
        String root = folder.toString();
        for (int left = in.getInt(); left > 0; left--) {
            byte[] name = new byte[in.getInt()];
            in.get(name);
            String path = new String(name, StandardCharsets.UTF_8);
            paths.add(path);
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

    private static List<String> strings(ByteBuffer in) {
        int size = in.getInt();
        List<String> all = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            byte[] bytes = new byte[in.getInt()];
            in.get(bytes);
            all.add(new String(bytes, StandardCharsets.UTF_8));
        }
        return all;
    }

    private record Trees(List<String> strings, ByteBuffer in, String file) {

        Node node() {
            int kind = in.get();
            var span = new Span(file, number(), number(), number());
            return switch (kind) {
                case 0, 1 -> new Node.Scalar(strings.get(number()), kind == 1, span);
                case 2 -> {
                    List<Node> items = new ArrayList<>();
                    for (int left = number(); left > 0; left--) {
                        items.add(node());
                    }
                    yield new Node.Sequence(items, span);
                }
                case 3 -> {
                    List<Node.Entry> entries = new ArrayList<>();
                    for (int left = number(); left > 0; left--) {
                        Node.Scalar key = (Node.Scalar) node();
                        entries.add(new Node.Entry(key, node()));
                    }
                    yield new Node.Mapping(entries, span);
                }
                default -> throw new IllegalStateException("no kind of node: " + kind);
            };
        }

        private int number() {
            int value = 0;
            int shift = 0;
            byte next;
            do {
                next = in.get();
                value |= (next & 0x7F) << shift;
                shift += 7;
            } while (next < 0);
            return value;
        }
    }
}

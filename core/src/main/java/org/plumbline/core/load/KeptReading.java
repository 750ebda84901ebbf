package org.plumbline.core.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.condition.Constraint;
import org.plumbline.core.norm.Body;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.vocabulary.Vocabulary;

/// A library that is read again after a change in what some of its editions provide: these are read
/// from their files, the others are as they were kept.
///
/// It serves where a whole reading would come to the same: the files are the same ones, every shared
/// file has the content it had, and every edition says of itself what it said, up to its provisions.
/// Any other change, and any mistake, is left to [LibraryReader].
///
/// What results rest on has a name here, made of digests of content, by which they can be kept.
public final class KeptReading {

    private static final String TEXTS = "texts";

    private final LibraryFiles files;
    private final boolean whole;
    private final String shared;
    private final String heads;
    private final Map<String, String> head = new HashMap<>();
    private final Map<String, String> digests;
    private final Function<String, Map<String, String>> provisions;
    private final Map<String, byte[]> contents;
    private final Map<String, Optional<Node>> trees = new ConcurrentHashMap<>();

    private KeptReading(
            LibraryFiles files,
            boolean whole,
            String shared,
            Kept kept,
            Map<String, String> digests,
            Function<String, Map<String, String>> provisions,
            Map<String, byte[]> contents) {
        this.provisions = provisions;
        this.files = files;
        this.whole = whole;
        this.shared = shared;
        this.heads = heads(kept.entries(), kept.heads());
        for (int i = 0; i < kept.entries().size(); i++) {
            head.put(kept.entries().get(i).id(), KeptValues.digest(kept.heads().get(i)));
        }
        this.digests = digests;
        this.contents = contents;
    }

    /// What is kept of a whole library.
    ///
    /// @param heads for each entry, what its file says before the provisions, on one line
    /// @param waiving the files that waive something
    private record Kept(
            Vocabulary vocabulary,
            List<Constraint> constraints,
            SequencedMap<String, Body> bodies,
            SequencedMap<String, String> places,
            List<Library.Entry> entries,
            List<String> heads,
            Set<String> waiving) {}

    /// What is kept of one edition's file.
    ///
    /// @param provisions what each provision says, as a digest, by its number
    private record KeptEdition(
            Edition edition, Map<String, Span> places, Map<String, String> provisions) {}

    /// What came of a reading.
    ///
    /// @param library the library, or what is wrong with it
    /// @param kept how to keep results; absent where there is something wrong
    public record Outcome(Loaded<LibraryFiles> library, Optional<KeptReading> kept) {}

    /// Whether every file was read.
    public boolean whole() {
        return whole;
    }

    /// The library with its trees: all of them after a whole reading, otherwise those of the files that
    /// were read and the heads of those that waive something.
    public LibraryFiles files() {
        return files;
    }

    /// The whole tree of an edition's file, read now where it has not been.
    public Optional<Node> tree(String file) {
        if (whole) {
            return Optional.ofNullable(files.nodes().get(file));
        }
        return trees.computeIfAbsent(
                file, path -> Optional.ofNullable(contents.get(path)).flatMap(c -> tree(c, path)));
    }

    private Optional<Node> tree(byte[] content, String path) {
        return YamlFile.parse(content, files.prefix() + path)
                        instanceof Loaded.Sound<Node>(var t, _)
                ? Optional.of(t)
                : Optional.empty();
    }

    /// What the words, bodies, places and whatever else all texts share are known by.
    public String shared() {
        return shared;
    }

    /// What is known by: which editions there are, and what each says before its provisions.
    public String heads() {
        return heads;
    }

    /// What an edition says of itself, its provisions left out, is known by.
    public String head(Edition edition) {
        return head.getOrDefault(edition.id(), "");
    }

    /// What the content of an edition's file is known by.
    public String digest(Edition edition) {
        return digests.getOrDefault(edition.id(), "");
    }

    /// What one provision of an edition says, wherever in the file it stands, is known by.
    public String digest(Edition edition, String provision) {
        return provisions.apply(edition.id()).getOrDefault(provision, "");
    }

    // ── Reading ─────────────────────────────────────────────────────────────────────────────

    /// Reads a library, no more of it than has to be read.
    ///
    /// @param folder the library
    /// @param prefix put before a path in findings: `codes/`
    public static Outcome read(Path folder, String prefix, KeptValues kept) {
        if (!Files.isDirectory(folder)) {
            return new Outcome(LibraryReader.read(folder, prefix), Optional.empty());
        }
        Map<String, byte[]> contents = contents(folder);
        Optional<KeptReading> quick = again(contents, prefix, kept);
        if (quick.isPresent()) {
            return new Outcome(Loaded.sound(quick.get().files()), quick);
        }
        Loaded<LibraryFiles> read = LibraryReader.read(folder, prefix);
        // Somebody may have written meanwhile, and then what was read has no name.
        return new Outcome(
                read,
                read instanceof Loaded.Sound<LibraryFiles>(var files, var found)
                                && found.isEmpty()
                                && same(contents, contents(folder))
                        ? Optional.of(keep(files, contents, kept))
                        : Optional.empty());
    }

    private static Map<String, byte[]> contents(Path folder) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (String path : LibraryReader.paths(folder)) {
            try {
                contents.put(path, Files.readAllBytes(folder.resolve(path)));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + path, e);
            }
        }
        return contents;
    }

    private static boolean same(Map<String, byte[]> one, Map<String, byte[]> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream()
                        .allMatch(
                                e -> java.util.Arrays.equals(e.getValue(), other.get(e.getKey())));
    }

    private static Optional<KeptReading> again(
            Map<String, byte[]> contents, String prefix, KeptValues values) {
        if (!(values.get(TEXTS).orElse(null) instanceof List<?> known)) {
            return Optional.empty();
        }
        List<String> texts = known.stream().map(String::valueOf).toList();
        if (!contents.keySet().containsAll(texts)) {
            return Optional.empty();
        }
        String shared = shared(prefix, contents, texts);
        Optional<Kept> found = values.get(library(shared, texts), Kept.class);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var again = new Again(contents, prefix, shared, found.get(), values);
        return again.files()
                .map(files ->
                        new KeptReading(
                                files,
                                false,
                                shared,
                                found.get(),
                                again.digests,
                                id -> again.edition(id).provisions(),
                                contents));
    }

    /// One library put together from what is kept and what is read.
    private static final class Again {
        private final Map<String, byte[]> contents;
        private final String prefix;
        private final String shared;
        private final Kept kept;
        private final KeptValues values;
        private final Map<String, String> digests = new HashMap<>();
        private final Map<String, String> names = new HashMap<>();
        private final Map<String, KeptEdition> editions = new ConcurrentHashMap<>();
        private final SequencedMap<String, Node> trees = new LinkedHashMap<>();
        private final Findings findings = new Findings();

        Again(
                Map<String, byte[]> contents,
                String prefix,
                String shared,
                Kept kept,
                KeptValues values) {
            this.contents = contents;
            this.prefix = prefix;
            this.shared = shared;
            this.kept = kept;
            this.values = values;
        }

        /// Absent where something has to be told, or has changed before the provisions.
        Optional<LibraryFiles> files() {
            List<Library.Entry> changed = new ArrayList<>();
            for (int i = 0; i < kept.entries().size(); i++) {
                Library.Entry entry = kept.entries().get(i);
                String digest = KeptValues.digest(content(entry));
                String name = named(shared, entry, digest);
                digests.put(entry.id(), digest);
                names.put(entry.id(), name);
                if (isKept(entry, name)) {
                    continue;
                }
                if (!read(entry, name, kept.heads().get(i))) {
                    return Optional.empty();
                }
                changed.add(entry);
            }
            var library =
                    new Library(
                            kept.vocabulary(),
                            kept.constraints(),
                            kept.bodies(),
                            kept.places(),
                            kept.entries(),
                            e -> edition(e.id()).edition(),
                            KeptValues.digest(shared + new java.util.TreeMap<>(digests))
                                    .substring(0, 16));
            Map<String, Span> places = new Places();
            var references = new CrossReferences(findings, library, places, trees, prefix);
            changed.forEach(references::lookWithin);
            return findings.inOrder().isEmpty()
                    ? Optional.of(new LibraryFiles(library, trees, places, prefix))
                    : Optional.empty();
        }

        private byte[] content(Library.Entry entry) {
            return contents.getOrDefault(entry.file(), new byte[0]);
        }

        private boolean isKept(Library.Entry entry, String name) {
            if (!values.has(name)) {
                return false;
            }
            if (!kept.waiving().contains(entry.file())) {
                return true;
            }
            Optional<Node> head = values.get(waiving(name), Node.class);
            head.ifPresent(h -> trees.put(entry.file(), h));
            return head.isPresent();
        }

        private boolean read(Library.Entry entry, String name, String head) {
            Loaded<Node> parsed = YamlFile.parse(content(entry), prefix + entry.file());
            if (!(parsed instanceof Loaded.Sound<Node>(Node.Mapping tree, var told))
                    || !told.isEmpty()
                    || !head(tree).flow().equals(head)) {
                return false;
            }
            var reader = new EditionReader(findings, kept.vocabulary());
            Optional<Edition> edition = reader.read(tree);
            if (edition.isEmpty() || !findings.inOrder().isEmpty()) {
                return false;
            }
            trees.put(entry.file(), tree);
            var read =
                    new KeptEdition(edition.get(), Map.copyOf(reader.places()), provisions(tree));
            editions.put(entry.id(), read);
            values.put(name, read);
            if (kept.waiving().contains(entry.file())) {
                values.put(waiving(name), head(tree));
            }
            return true;
        }

        private KeptEdition edition(String id) {
            return editions.computeIfAbsent(
                    id,
                    _ ->
                            values.get(names.getOrDefault(id, ""), KeptEdition.class)
                                    .orElseThrow(IllegalStateException::new));
        }

        /// Where everything stands, each text looked into when it is asked after.
        private final class Places extends AbstractMap<String, Span> {

            @Override
            public @Nullable Span get(@Nullable Object key) {
                int space = key instanceof String name ? name.indexOf(' ') : -1;
                String id = space < 0 ? "" : String.valueOf(key).substring(0, space);
                return names.containsKey(id) ? edition(id).places().get(key) : null;
            }

            @Override
            public boolean containsKey(@Nullable Object key) {
                return get(key) != null;
            }

            @Override
            public Set<Entry<String, Span>> entrySet() {
                Map<String, Span> all = new LinkedHashMap<>();
                names.keySet().forEach(id -> all.putAll(edition(id).places()));
                return Set.copyOf(all.entrySet());
            }
        }
    }

    // ── Keeping ─────────────────────────────────────────────────────────────────────────────

    private static KeptReading keep(
            LibraryFiles files, Map<String, byte[]> contents, KeptValues values) {
        Library library = files.library();
        List<Library.Entry> entries = List.copyOf(library.entries());
        List<String> texts = entries.stream().map(Library.Entry::file).toList();
        String shared = shared(files.prefix(), contents, texts);
        Map<String, Map<String, Span>> places = new HashMap<>();
        files.places()
                .forEach((name, span) ->
                        places.computeIfAbsent(
                                        name.substring(0, name.indexOf(' ')), _ -> new HashMap<>())
                                .put(name, span));
        List<String> heads = new ArrayList<>();
        Set<String> waiving = new LinkedHashSet<>();
        Map<String, String> digests = new HashMap<>();
        Map<String, Map<String, String>> provisions = new HashMap<>();
        for (Library.Entry entry : entries) {
            String digest = KeptValues.digest(contents.getOrDefault(entry.file(), new byte[0]));
            String name = named(shared, entry, digest);
            digests.put(entry.id(), digest);
            var read =
                    new KeptEdition(
                            library.edition(entry),
                            Map.copyOf(places.getOrDefault(entry.id(), Map.of())),
                            provisions(files.nodes().get(entry.file())));
            values.put(name, read);
            provisions.put(entry.id(), read.provisions());
            if (files.nodes().get(entry.file()) instanceof Node.Mapping tree) {
                Node.Mapping head = head(tree);
                heads.add(head.flow());
                if (head.get("waives").isPresent()) {
                    waiving.add(entry.file());
                    values.put(waiving(name), head);
                }
            }
        }
        var kept =
                new Kept(
                        library.vocabulary(),
                        library.constraints(),
                        library.bodies(),
                        library.places(),
                        entries,
                        heads,
                        waiving);
        values.put(TEXTS, texts);
        values.put(library(shared, texts), kept);
        return new KeptReading(
                files,
                true,
                shared,
                kept,
                digests,
                id -> provisions.getOrDefault(id, Map.of()),
                contents);
    }

    // ── Names ───────────────────────────────────────────────────────────────────────────────

    /// The content of every file that is no edition, under its path.
    private static String shared(
            String prefix, Map<String, byte[]> contents, Collection<String> texts) {
        Set<String> apart = Set.copyOf(texts);
        var all = new StringBuilder(prefix).append('\n');
        contents.forEach((path, content) -> {
            if (!apart.contains(path)) {
                all.append(path).append('\n').append(KeptValues.digest(content)).append('\n');
            }
        });
        return KeptValues.digest(all.toString());
    }

    private static String heads(List<Library.Entry> entries, List<String> heads) {
        return KeptValues.digest(
                String.join("\n", entries.stream().map(Library.Entry::file).toList())
                        + "\n"
                        + String.join("\n", heads));
    }

    private static String library(String shared, List<String> texts) {
        return "library " + shared + " " + String.join(" ", texts);
    }

    private static String named(String shared, Library.Entry entry, String digest) {
        return "edition " + shared + " " + entry.file() + " " + digest;
    }

    private static String waiving(String edition) {
        return "waiving " + edition;
    }

    private static Map<String, String> provisions(@Nullable Node tree) {
        Map<String, String> all = new HashMap<>();
        if (tree instanceof Node.Mapping file
                && file.get("provisions").orElse(null) instanceof Node.Mapping provisions) {
            provisions
                    .entries()
                    .forEach(e -> all.put(e.key().text(), KeptValues.digest(e.value().flow())));
        }
        return Map.copyOf(all);
    }

    /// What a file says before, or after, its provisions.
    private static Node.Mapping head(Node.Mapping tree) {
        return new Node.Mapping(
                tree.entries().stream().filter(e -> !e.key().text().equals("provisions")).toList(),
                tree.span());
    }
}

package org.plumbline.core.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.plumbline.core.norm.Body;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;

/// Reads a whole library from a folder of YAML files.
///
/// Files in `cases/` and `bad/` are left alone, as are files that are not YAML. A file is a body if
/// it begins with `body:`, an edition if it begins with `edition:`; `vocabulary.yaml`,
/// `places.yaml` and `words.yaml` stand at the top.
public final class LibraryReader {

    /// The vocabulary's file.
    public static final String VOCABULARY = "vocabulary.yaml";

    /// The file that names places.
    public static final String PLACES = "places.yaml";

    /// The file with the words that people use.
    public static final String WORDS = "words.yaml";

    /// The file that says what the slots of a question mean in a scenario.
    public static final String SLOTS = "slots.yaml";

    /// The words by which statements about codes are read.
    public static final String CLAIMS = "claims.yaml";

    /// The choices from which a policy is put together.
    public static final String POLICY = "policy.yaml";

    /// What may be said to a person about an answer, where a library has it.
    public static final String SAYINGS = "sayings.yaml";

    /// What people call the columns of their own tables, where a library has it.
    public static final String COLUMNS = "columns.yaml";

    private LibraryReader() {}

    /// Reads every file and everything in it.
    ///
    /// @param folder the library
    /// @param prefix put before a path in findings: `codes/`
    public static Loaded<LibraryFiles> read(Path folder, String prefix) {
        var findings = new Findings();
        if (!Files.isDirectory(folder)) {
            return Loaded.unsound(
                    Finding.error(
                            "library.missing",
                            Span.of(
                                    prefix.isEmpty()
                                            ? folder.toString()
                                            : prefix.replaceFirst("/$", "")),
                            "there is no folder `" + folder.getFileName() + "`",
                            "a folder with `vocabulary.yaml`",
                            "name the folder of a library"));
        }
        SequencedMap<String, Node> nodes = nodes(folder, prefix, findings);
        return read(nodes, fingerprint(folder, nodes.keySet()), prefix, findings);
    }

    /// Reads a library out of trees that are already there, as tests do.
    public static Loaded<LibraryFiles> read(
            SequencedMap<String, Node> nodes, String fingerprint, String prefix) {
        return read(nodes, fingerprint, prefix, new Findings());
    }

    private static Loaded<LibraryFiles> read(
            SequencedMap<String, Node> nodes,
            String fingerprint,
            String prefix,
            Findings findings) {
        Head head = head(nodes, prefix, findings);
        if (findings.anyErrorIn(prefix + VOCABULARY)) {
            // Every edition would only echo what is wrong with the words.
            return new Loaded.Unsound<>(findings.inOrder());
        }
        Map<String, Span> places = new HashMap<>();
        List<Library.Entry> entries = new ArrayList<>();
        Map<String, Edition> editions = new HashMap<>();
        Map<String, String> seen = new HashMap<>();
        for (var file : nodes.entrySet()) {
            if (isEdition(file.getValue())) {
                var reader = new EditionReader(findings, head.words().vocabulary());
                reader.read(file.getValue())
                        .ifPresent(edition -> {
                            String first = seen.putIfAbsent(edition.id(), file.getKey());
                            if (first != null) {
                                twice(findings, file.getValue(), edition.id(), prefix + first);
                            } else {
                                entries.add(entry(edition, file.getKey()));
                                editions.put(edition.id(), edition);
                            }
                        });
                places.putAll(reader.places());
            }
        }
        var library =
                new Library(
                        head.words().vocabulary(),
                        head.words().constraints(),
                        head.bodies(),
                        head.places(),
                        entries,
                        e -> Optional.ofNullable(editions.get(e.id())).orElseThrow(),
                        fingerprint);
        new CrossReferences(findings, library, places, nodes, prefix).look();
        var files = new LibraryFiles(library, nodes, places, prefix);
        return findings.anyError()
                ? new Loaded.Unsound<>(findings.inOrder())
                : new Loaded.Sound<>(files, findings.inOrder());
    }

    private static void twice(Findings findings, Node file, String id, String first) {
        findings.add(
                Finding.error(
                                "edition.id.twice",
                                value(file, "edition"),
                                "the edition `" + id + "` stands in two files",
                                "each edition in one file",
                                "rename one of the two")
                        .noting("first in " + first));
    }

    private static Span value(Node file, String key) {
        return file instanceof Node.Mapping mapping
                ? mapping.get(key).map(Node::span).orElse(file.span())
                : file.span();
    }

    private static Library.Entry entry(Edition edition, String file) {
        return new Library.Entry(
                edition.id(), edition.body(), edition.level(), edition.draft(), file);
    }

    /// What every edition needs read first.
    private record Head(
            VocabularyReader.Words words,
            SequencedMap<String, Body> bodies,
            SequencedMap<String, String> places) {}

    private static Head head(SequencedMap<String, Node> nodes, String prefix, Findings findings) {
        SequencedMap<String, Body> bodies = new LinkedHashMap<>();
        for (Node node : nodes.values()) {
            if (isBody(node)) {
                BodyReader.body(node, findings)
                        .ifPresent(body -> {
                            if (bodies.putIfAbsent(body.id(), body) != null) {
                                findings.error(
                                        "body.twice",
                                        value(node, "body"),
                                        "the body `" + body.id() + "` stands in two files",
                                        "each body in one file",
                                        "rename one of the two");
                            }
                        });
            }
        }
        SequencedMap<String, String> places =
                Optional.ofNullable(nodes.get(PLACES))
                        .map(n -> BodyReader.places(n, findings))
                        .orElse(new LinkedHashMap<>());
        Node vocabulary = nodes.get(VOCABULARY);
        if (vocabulary == null && !findings.anyErrorIn(prefix + VOCABULARY)) {
            findings.error(
                    "library.vocabulary.missing",
                    Span.of(prefix + VOCABULARY),
                    "the library has no `vocabulary.yaml`",
                    "a vocabulary at the top of the library",
                    "name the folder that holds it");
        }
        Map<String, List<String>> lists = new HashMap<>(lists(bodies, places));
        if (vocabulary != null) {
            new Undeclared(findings, bodies, places, vocabulary)
                    .grow(nodes.values())
                    .forEach((list, added) -> {
                        var all = new LinkedHashSet<>(lists.getOrDefault(list, List.of()));
                        all.addAll(added);
                        lists.put(list, List.copyOf(all));
                    });
        }
        // Without a vocabulary every word would be missing; that it is not there is said once.
        var words =
                new VocabularyReader(
                                vocabulary == null ? new Findings() : findings,
                                lists,
                                names(bodies, places))
                        .read(
                                vocabulary == null
                                        ? new Node.Mapping(List.of(), Span.of(prefix + VOCABULARY))
                                        : UnnamedOrders.named(
                                                vocabulary, nodes.values(), findings));
        return new Head(words, bodies, places);
    }

    private static Map<String, List<String>> lists(
            Map<String, Body> bodies, Map<String, String> places) {
        return Map.of(
                "bodies", ofKind(bodies, "association"),
                "regulators", ofKind(bodies, "regulator"),
                "employers", ofKind(bodies, "employer"),
                "places", List.copyOf(places.keySet()));
    }

    private static List<String> ofKind(Map<String, Body> bodies, String kind) {
        return bodies.values().stream().filter(b -> b.kind().equals(kind)).map(Body::id).toList();
    }

    private static Map<String, Map<String, String>> names(
            Map<String, Body> bodies, Map<String, String> places) {
        Map<String, String> ofBodies = new HashMap<>();
        bodies.values().forEach(b -> ofBodies.put(b.id(), b.name()));
        return Map.of(
                "bodies", ofBodies,
                "regulators", ofBodies,
                "employers", ofBodies,
                "places", places);
    }

    static boolean isEdition(Node node) {
        return node instanceof Node.Mapping mapping && mapping.get("edition").isPresent();
    }

    static boolean isBody(Node node) {
        return node instanceof Node.Mapping mapping
                && mapping.get("body").isPresent()
                && mapping.get("edition").isEmpty();
    }

    // ── Files ───────────────────────────────────────────────────────────────────────────────

    /// The YAML files of a library, by path, cases left out.
    public static List<String> paths(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .filter(p -> !StrayLinks.leadsOut(folder, p))
                    .map(p -> folder.relativize(p).toString().replace('\\', '/'))
                    .filter(p -> p.endsWith(".yaml") || p.endsWith(".yml"))
                    .filter(p -> !p.startsWith("cases/") && !p.startsWith("bad/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static SequencedMap<String, Node> nodes(Path folder, String prefix, Findings findings) {
        SequencedMap<String, Node> nodes = new LinkedHashMap<>();
        findings.addAll(StrayLinks.findings(folder, prefix));
        for (String path : paths(folder)) {
            switch (YamlFile.read(folder.resolve(path), prefix + path)) {
                case Loaded.Sound<Node>(var node, _) -> {
                    nodes.put(path, node);
                    recognised(node, path, findings);
                    readsAsWritten(node, findings);
                }
                case Loaded.Unsound<Node>(var found) -> findings.addAll(found);
            }
        }
        return nodes;
    }

    private static void recognised(Node node, String path, Findings findings) {
        if (!isEdition(node)
                && !isBody(node)
                && !List.of(VOCABULARY, PLACES, WORDS, SLOTS, CLAIMS, POLICY, SAYINGS, COLUMNS)
                        .contains(path)) {
            findings.error(
                    "file.kind",
                    node.span(),
                    "a file that is neither a body nor an edition",
                    "`body:` or `edition:` among its keys",
                    "add the key, or move the file out of the library");
        }
    }

    private static final Pattern TURNING = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    /// A file is proofread as it is shown: no character may show its words in another order.
    private static void readsAsWritten(Node node, Findings findings) {
        switch (node) {
            case Node.Scalar scalar -> {
                if (TURNING.matcher(scalar.text()).find()) {
                    findings.error(
                            "text.direction",
                            scalar.span(),
                            "a character that turns the direction of the text",
                            "text that is shown in the order in which it is read",
                            "take the character away; it is not seen, so type the words anew");
                }
            }
            case Node.Sequence(var items, _) -> items.forEach(i -> readsAsWritten(i, findings));
            case Node.Mapping(var entries, _) ->
                    entries.forEach(e -> {
                        readsAsWritten(e.key(), findings);
                        readsAsWritten(e.value(), findings);
                    });
        }
    }

    /// A digest over the path and content of every file, in the order of the paths.
    static String fingerprint(Path folder, Iterable<String> paths) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Map<String, byte[]> contents = new TreeMap<>();
            for (String path : paths) {
                contents.put(path, Files.readAllBytes(folder.resolve(path)));
            }
            contents.forEach((path, bytes) -> {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(bytes);
                digest.update((byte) 0);
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the library", e);
        }
    }
}

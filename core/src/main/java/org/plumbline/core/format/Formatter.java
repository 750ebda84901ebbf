package org.plumbline.core.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.plumbline.core.explain.NormSentence;
import org.plumbline.core.load.Node;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.norm.Provision;

/// Lays out the files of a library: `plumbline fmt`.
///
/// An edition gets the sentence of each norm under `reads:`, the last key of the norm, in double
/// quotes and on one line. Every file for which there is a schema names it in its first line, and
/// ends with one line break; no line ends in spaces. Comments, the order of keys and every other
/// character stay. Formatting what is formatted changes nothing.
///
/// Works line by line on purpose: a YAML writer would lose the comments. That nothing else has
/// changed is checked at the end, by reading both texts and comparing.
public final class Formatter {

    private static final String READS = "reads";
    private static final String NAMES_THE_SCHEMA = "# yaml-language-server:";

    private final Library library;
    private final NormSentence sentences;

    /// @param library a sound one; the sentences come from its editions
    public Formatter(Library library) {
        this.library = library;
        this.sentences = new NormSentence(library.vocabulary());
    }

    /// The files that are laid out: every YAML file of a library, cases among them, by path.
    public static List<String> paths(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .map(p -> folder.relativize(p).toString().replace('\\', '/'))
                    .filter(p -> p.endsWith(".yaml") || p.endsWith(".yml"))
                    .filter(p -> !p.startsWith("bad/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /// Every file of a folder that does not stand as it should, the schemas among them, with the
    /// text it should have; in the order of the paths, and nothing is written.
    ///
    /// @param folder where the library was read from
    public SequencedMap<String, String> changes(Path folder) {
        SequencedMap<String, String> changes = new LinkedHashMap<>();
        for (String path : paths(folder)) {
            String text = text(folder.resolve(path)).orElse("");
            String formatted = format(path, text);
            if (!formatted.equals(text)) {
                changes.put(path, formatted);
            }
        }
        new Schemas(library)
                .all()
                .forEach((path, schema) -> {
                    if (!text(folder.resolve(path)).equals(Optional.of(schema))) {
                        changes.put(path, schema);
                    }
                });
        return changes;
    }

    private static Optional<String> text(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /// The text of a file as it should stand.
    ///
    /// @param path inside the library, with forward slashes: `nasw/2021.yaml`
    /// @param text what the file holds now
    /// @return the same text where it has findings, or is an edition that the library does not hold
    /// @throws IllegalStateException if formatting would have changed more than it may
    public String format(String path, String text) {
        Optional<Node> before = SameTree.of(text);
        if (before.isEmpty()) {
            return text;
        }
        String laidOut = named(path, laidOut(text, before.get()), before.get());
        String formatted =
                FileKind.of(path, before.get()).equals(Optional.of(FileKind.EDITION))
                        ? withSentences(path, laidOut)
                        : laidOut;
        Optional<Node> after = SameTree.of(formatted);
        if (after.isEmpty() || !SameTree.same(before.get(), after.get(), READS)) {
            throw new IllegalStateException("formatting would change what " + path + " says");
        }
        return formatted;
    }

    // ── Layout ──────────────────────────────────────────────────────────────────────────────

    /// No tabs, no spaces at the end of a line, one line break at the end; where they belong to a
    /// text in quotes they stay.
    private static String laidOut(String text, Node before) {
        String broken = text.replace("\r\n", "\n");
        String end = broken.stripTrailing() + "\n";
        String trimmed = end.replaceAll("[ \t]+\n", "\n");
        for (String candidate : List.of(trimmed.replace("\t", "  "), trimmed, end, broken)) {
            if (SameTree.of(candidate).filter(n -> SameTree.same(before, n, "")).isPresent()) {
                return candidate;
            }
        }
        return text;
    }

    /// With the line that tells an editor which schema to use.
    private static String named(String path, String text, Node node) {
        Optional<FileKind> kind = FileKind.of(path, node);
        if (kind.isEmpty()) {
            return text;
        }
        long depth = path.chars().filter(c -> c == '/').count();
        String line =
                NAMES_THE_SCHEMA
                        + " $schema="
                        + "../".repeat((int) depth)
                        + kind.get().schema()
                        + "\n";
        if (text.startsWith(NAMES_THE_SCHEMA)) {
            int end = text.indexOf('\n');
            return line + (end < 0 ? "" : text.substring(end + 1));
        }
        return line + text;
    }

    // ── Sentences ───────────────────────────────────────────────────────────────────────────

    /// A norm in the file with the sentence that belongs to it.
    private record Place(Node.Mapping norm, String sentence) {}

    private String withSentences(String path, String text) {
        Node root = SameTree.of(text).orElseThrow();
        Optional<Edition> edition =
                library.entries().stream()
                        .filter(e -> e.file().equals(path))
                        .findFirst()
                        .map(library::edition);
        if (edition.isEmpty()) {
            return text;
        }
        List<Place> places = new ArrayList<>(places(root, edition.get()));
        // From the last line up, so that the lines above keep their numbers.
        places.sort(Comparator.comparing((Place p) -> p.norm().span()).reversed());
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        for (Place place : places) {
            write(lines, place);
        }
        return String.join("\n", lines);
    }

    private List<Place> places(Node root, Edition edition) {
        List<Place> places = new ArrayList<>();
        for (Node.Entry entry : entries(root, "provisions")) {
            Optional<Provision> provision = edition.provision(entry.key().text());
            if (provision.isPresent()) {
                pair(child(entry.value(), "norms"), provision.get().norms(), edition, places);
                for (Node.Entry reading : entries(entry.value(), "readings")) {
                    List<Norm> norms =
                            provision
                                    .get()
                                    .readings()
                                    .getOrDefault(reading.key().text(), List.of());
                    pair(Optional.of(reading.value()), norms, edition, places);
                }
            }
        }
        return places;
    }

    private void pair(Optional<Node> list, List<Norm> norms, Edition edition, List<Place> places) {
        if (list.isEmpty() || !(list.get() instanceof Node.Sequence sequence)) {
            return;
        }
        if (sequence.items().size() != norms.size()) {
            throw new IllegalStateException(
                    "an edition of the library does not match its file: " + edition.id());
        }
        for (int i = 0; i < norms.size(); i++) {
            if (sequence.items().get(i) instanceof Node.Mapping mapping) {
                places.add(new Place(mapping, sentences.of(edition, norms.get(i))));
            }
        }
    }

    private static Optional<Node> child(Node node, String key) {
        return node instanceof Node.Mapping mapping ? mapping.get(key) : Optional.empty();
    }

    private static List<Node.Entry> entries(Node node, String key) {
        return child(node, key)
                .filter(Node.Mapping.class::isInstance)
                .map(child -> ((Node.Mapping) child).entries())
                .orElse(List.of());
    }

    // ── Lines ───────────────────────────────────────────────────────────────────────────────

    private static void write(List<String> lines, Place place) {
        Node.Mapping norm = place.norm();
        int start = norm.span().line() - 1;
        int indent = norm.span().column() - 1;
        if (lines.get(start).charAt(indent) == '{') {
            writeInBraces(lines, place);
            return;
        }
        String written = READS + ": " + quoted(place.sentence());
        Optional<Node.Entry> old = norm.entry(READS);
        int end = lastLine(lines, start, indent);
        if (old.isEmpty()) {
            lines.add(end + 1, " ".repeat(indent) + written);
            return;
        }
        int from = old.get().key().span().line() - 1;
        int to = lastLineOfValue(lines, from, indent, end);
        String kept = from == to ? comment(lines.get(from), old.get().value()) : "";
        if (from == start) {
            // It is the first key, on the line of the dash, and stays there.
            lines.subList(from + 1, to + 1).clear();
            lines.set(from, lines.get(from).substring(0, indent) + written + kept);
            return;
        }
        lines.add(end + 1, " ".repeat(indent) + written + kept);
        lines.subList(from, to + 1).clear();
    }

    /// The last line of a norm that is neither blank nor a comment.
    private static int lastLine(List<String> lines, int start, int indent) {
        int last = start;
        for (int i = start + 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                continue;
            }
            if (indent(line) < indent) {
                break;
            }
            last = i;
        }
        return last;
    }

    /// A value goes on for as long as lines stand further in than its key.
    private static int lastLineOfValue(List<String> lines, int from, int indent, int end) {
        int to = from;
        for (int i = from + 1; i <= end; i++) {
            if (!lines.get(i).isBlank() && indent(lines.get(i)) <= indent) {
                break;
            }
            to = i;
        }
        return to;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    /// What stands behind a value on its line: a comment with the spaces before it, or nothing.
    private static String comment(String line, Node value) {
        int end = value.span().endColumn() - 1;
        return end < line.length() && line.substring(end).strip().startsWith("#")
                ? line.substring(end)
                : "";
    }

    /// A norm written in braces on one line; over several lines it is left alone.
    private static void writeInBraces(List<String> lines, Place place) {
        Node.Mapping norm = place.norm();
        int index = norm.span().line() - 1;
        String line = lines.get(index);
        int end = norm.span().endColumn() - 2;
        if (end <= norm.span().column() || end >= line.length() || line.charAt(end) != '}') {
            return;
        }
        Optional<Node.Entry> old = norm.entry(READS);
        if (old.isEmpty()) {
            lines.set(
                    index,
                    line.substring(0, end).stripTrailing()
                            + ", "
                            + READS
                            + ": "
                            + quoted(place.sentence())
                            + line.substring(end));
            return;
        }
        lines.set(
                index,
                line.substring(0, old.get().value().span().column() - 1)
                        + quoted(place.sentence())
                        + line.substring(old.get().value().span().endColumn() - 1));
    }

    private static String quoted(String sentence) {
        return "\"" + sentence.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}

package org.plumbline.core.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Turns the text of a YAML or JSON file into a [Node] tree, or into one finding that says why not.
///
/// Aliases, tags, documents after the first, keys that are not words, more than [#DEEPEST] levels and
/// more than [#LARGEST] bytes are refused: no file of a library needs them, and each has been used
/// to hang a reader.
public final class YamlFile {

    /// Levels of nesting that a file may have.
    public static final int DEEPEST = 60;

    /// Bytes that a file may have.
    public static final int LARGEST = 4 * 1024 * 1024;

    private static final LoadSettings SETTINGS =
            LoadSettings.builder()
                    .setCodePointLimit(LARGEST)
                    .setAllowDuplicateKeys(true)
                    .setAllowNonScalarKeys(true)
                    .setUseMarks(true)
                    .build();

    private YamlFile() {}

    /// Reads a file.
    ///
    /// @param path the file to read
    /// @param name how findings name it
    public static Loaded<Node> read(Path path, String name) {
        return switch (bytes(path, name)) {
            case Loaded.Sound<byte[]>(var bytes, _) -> parse(bytes, name);
            case Loaded.Unsound<byte[]>(var findings) -> new Loaded.Unsound<>(findings);
        };
    }

    /// The bytes of a file, or a finding that says why they cannot be had. Of a file that is too large
    /// only so much is read that [#parse] can tell.
    public static Loaded<byte[]> bytes(Path path, String name) {
        try {
            if (Files.isDirectory(path)) {
                return Loaded.unsound(
                        Finding.error(
                                "file.directory",
                                Span.of(name),
                                "`" + name + "` is a directory",
                                "a file",
                                "name a file inside it"));
            }
            // Never more than is allowed: a device or a pipe has no size to ask after.
            try (var in = Files.newInputStream(path)) {
                return Loaded.sound(in.readNBytes(LARGEST + 1));
            }
        } catch (NoSuchFileException _) {
            return Loaded.unsound(
                    Finding.error(
                            "file.missing",
                            Span.of(name),
                            "there is no file `" + name + "`",
                            "a file that exists",
                            "check the path"));
        } catch (IOException e) {
            return Loaded.unsound(
                    Finding.error(
                            "file.unreadable",
                            Span.of(name),
                            "`" + name + "` cannot be read (" + e.getClass().getSimpleName() + ")",
                            "a file that may be read",
                            "check its permissions"));
        }
    }

    /// Reads the bytes of a file; they must be UTF-8.
    public static Loaded<Node> parse(byte[] bytes, String name) {
        if (bytes.length > LARGEST) {
            return Loaded.unsound(
                    Finding.error(
                            "file.too-large",
                            Span.of(name),
                            "the file has more than %,d bytes".formatted(LARGEST),
                            "at most %,d bytes".formatted(LARGEST),
                            "split it into several files"));
        }
        String text;
        try {
            text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString();
        } catch (CharacterCodingException _) {
            return Loaded.unsound(
                    Finding.error(
                            "file.encoding",
                            Span.of(name),
                            "the file is not UTF-8 text",
                            "text in UTF-8",
                            "save it as UTF-8; if it is not text, name another file"));
        }
        return parse(text, name);
    }

    /// Reads text that is already decoded.
    public static Loaded<Node> parse(String text, String name) {
        try {
            Optional<org.snakeyaml.engine.v2.nodes.Node> root =
                    new Composer(SETTINGS, new Guarded(text, name)).getSingleNode();
            if (root.isEmpty()) {
                return Loaded.unsound(
                        Finding.error(
                                "file.empty",
                                Span.of(name),
                                "the file is empty",
                                "a mapping or a list",
                                "write its content, or take the file away"));
            }
            return tree(root.get(), name);
        } catch (Refused e) {
            return Loaded.unsound(e.finding);
        } catch (MarkedYamlEngineException e) {
            return Loaded.unsound(
                    Finding.error(
                            "yaml.syntax",
                            at(name, e.getProblemMark().or(e::getContextMark)),
                            "this is not YAML: " + oneLine(e.getProblem()),
                            "text that a YAML reader can follow",
                            "look at the indentation, the quotes and the brackets here"));
        } catch (YamlEngineException e) {
            return Loaded.unsound(
                    Finding.error(
                            "yaml.syntax",
                            unprintable(text, name),
                            "this is not YAML: " + oneLine(String.valueOf(e.getMessage())),
                            "text that a YAML reader can follow",
                            "look for control characters or a file that is not text"));
        } catch (RuntimeException e) {
            // The engine has let numbers that are too large, and surrogates, through as such.
            return Loaded.unsound(
                    Finding.error(
                            "yaml.syntax",
                            Span.of(name),
                            "this is not YAML: the reader gave up (%s)"
                                    .formatted(e.getClass().getSimpleName()),
                            "text that a YAML reader can follow",
                            "look for directives, tags or characters that do not belong"));
        }
    }

    /// The first character that no YAML file may hold; the file as a whole if there is none.
    private static Span unprintable(String text, String name) {
        int line = 1;
        int column = 1;
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            int character = text.codePointAt(at);
            if (!StreamReader.isPrintable(character)) {
                return new Span(name, line, column, column + 1);
            }
            boolean ends = character == '\n' || (character == '\r' && !text.startsWith("\r\n", at));
            line += ends ? 1 : 0;
            column = ends ? 1 : column + 1;
        }
        return Span.of(name);
    }

    private static Loaded<Node> tree(org.snakeyaml.engine.v2.nodes.Node root, String name) {
        var reader = new Tree(name);
        Node node = reader.node(root);
        return reader.findings.anyError()
                ? new Loaded.Unsound<>(reader.findings.inOrder())
                : Loaded.sound(node);
    }

    /// The events of a file as the engine reads them, up to the first that is refused: nothing is built
    /// from it, or from anything after it.
    private static final class Guarded implements Parser {
        private final Parser all;
        private final String name;
        private int depth;
        private int documents;

        Guarded(String text, String name) {
            this.all = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text));
            this.name = name;
        }

        @Override
        public boolean checkEvent(Event.ID id) {
            return all.checkEvent(id);
        }

        @Override
        public Event peekEvent() {
            return all.peekEvent();
        }

        @Override
        public boolean hasNext() {
            return all.hasNext();
        }

        /// @throws Refused if the next event is one that no file may hold
        @Override
        public Event next() {
            Event event = all.next();
            switch (event.getEventId()) {
                case DocumentStart -> {
                    documents++;
                    if (documents == 2) {
                        throw new Refused(
                                Finding.error(
                                        "yaml.documents",
                                        at(name, event.getStartMark()),
                                        "a second document begins here",
                                        "one document a file",
                                        "put it in a file of its own"));
                    }
                }
                case SequenceStart, MappingStart -> {
                    depth++;
                    if (depth > DEEPEST) {
                        throw new Refused(
                                Finding.error(
                                        "yaml.too-deep",
                                        at(name, event.getStartMark()),
                                        "more than %d levels of nesting".formatted(DEEPEST),
                                        "at most %d levels".formatted(DEEPEST),
                                        "write it flatter"));
                    }
                }
                case SequenceEnd, MappingEnd -> depth--;
                case Alias -> {
                    String anchor = ((AliasEvent) event).getAlias().getValue();
                    throw new Refused(
                            Finding.error(
                                    "yaml.alias",
                                    at(name, event.getStartMark()),
                                    "an alias `*" + Findings.shown(anchor) + "`",
                                    "every value written out",
                                    "repeat the value instead of pointing to it"));
                }
                default -> {}
            }
            if (tag(event).isPresent()) {
                throw new Refused(
                        Finding.error(
                                "yaml.tag",
                                at(name, event.getStartMark()),
                                "a tag `" + Findings.shown(tag(event).get()) + "`",
                                "values without tags: what they are is known from their key",
                                "take the tag away"));
            }
            return event;
        }
    }

    private static Optional<String> tag(Event event) {
        return switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent collection -> collection.getTag();
            default -> Optional.empty();
        };
    }

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Finding finding;

        Refused(Finding finding) {
            super(null, null, false, false);
            this.finding = finding;
        }
    }

    private static String oneLine(String problem) {
        String line = problem.replaceAll("\\s+", " ").strip();
        return line.length() > 200 ? line.substring(0, 199) + "…" : line;
    }

    private static Span at(String name, Optional<Mark> mark) {
        return mark.map(m -> new Span(name, m.getLine() + 1, m.getColumn() + 1, m.getColumn() + 2))
                .orElse(Span.of(name));
    }

    /// The walk from the engine's nodes to ours.
    private static final class Tree {
        private final String name;
        private final Findings findings = new Findings();

        Tree(String name) {
            this.name = name;
        }

        Node node(org.snakeyaml.engine.v2.nodes.Node from) {
            return switch (from) {
                case ScalarNode scalar -> scalar(scalar);
                case SequenceNode list ->
                        new Node.Sequence(
                                list.getValue().stream().map(this::node).toList(), span(list));
                case MappingNode mapping -> mapping(mapping);
                default ->
                        throw new IllegalStateException(
                                "a YAML node that is neither scalar, list nor mapping");
            };
        }

        private Node.Scalar scalar(ScalarNode scalar) {
            return new Node.Scalar(
                    scalar.getValue(), scalar.getScalarStyle() != ScalarStyle.PLAIN, span(scalar));
        }

        private Node.Mapping mapping(MappingNode mapping) {
            List<Node.Entry> entries = new ArrayList<>();
            Map<String, Span> seen = new HashMap<>();
            Set<String> reported = new HashSet<>();
            for (NodeTuple tuple : mapping.getValue()) {
                if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
                    findings.add(
                            Finding.error(
                                    "yaml.key",
                                    span(tuple.getKeyNode()),
                                    "a key that is a list or a mapping",
                                    "a word before the colon",
                                    "write a word as the key"));
                    continue;
                }
                Node.Scalar key = scalar(keyNode);
                Span first = seen.putIfAbsent(key.text(), key.span());
                if (first != null && !reported.add(key.text())) {
                    continue;
                }
                if (first != null) {
                    findings.add(
                            Finding.error(
                                            "yaml.key.twice",
                                            key.span(),
                                            "the key `"
                                                    + Findings.shown(key.text())
                                                    + "` stands twice",
                                            "each key once",
                                            "keep one of the two, or rename one")
                                    .noting("first at line " + first.line()));
                    continue;
                }
                entries.add(new Node.Entry(key, node(tuple.getValueNode())));
            }
            return new Node.Mapping(entries, span(mapping));
        }

        private Span span(org.snakeyaml.engine.v2.nodes.Node from) {
            Optional<Mark> start = from.getStartMark();
            Optional<Mark> end = from.getEndMark();
            Span at = at(name, start);
            if (start.isPresent()
                    && end.isPresent()
                    && start.get().getLine() == end.get().getLine()) {
                return new Span(
                        name,
                        at.line(),
                        at.column(),
                        Math.max(at.column() + 1, end.get().getColumn() + 1));
            }
            return at;
        }
    }
}

package org.plumbline.ask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.plumbline.ask.Lexicon.Act;
import org.plumbline.ask.Lexicon.ActSign;
import org.plumbline.ask.Lexicon.Authority;
import org.plumbline.ask.Lexicon.FactSign;
import org.plumbline.ask.Lexicon.Profession;
import org.plumbline.ask.Lexicon.Strength;
import org.plumbline.ask.Lexicon.Tie;
import org.plumbline.ask.Lexicon.Unit;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.Severity;
import org.plumbline.core.load.Span;

/// Reads the words of a [Lexicon] from their file and gathers every finding on the way.
final class LexiconReader {

    private static final Set<String> SECTIONS =
            Set.of(
                    "words",
                    "version",
                    "spelling",
                    "classes",
                    "professions",
                    "people",
                    "ties",
                    "acts",
                    "signs",
                    "facts",
                    "numbers",
                    "units",
                    "codes",
                    "places",
                    "help-lines",
                    "questions");

    private static final Set<String> NAMING =
            Set.of("profession", "tie", "client", "supervisee", "student", "place", "code");

    private final Set<String> capitals = new HashSet<>();
    private final Set<String> people = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private final PhraseTrie phrases = new PhraseTrie();
    private final Set<String> vocabulary = new HashSet<>(4096);
    private final Map<String, Set<String>> includes = new HashMap<>();
    private final Map<String, Profession> professions = new HashMap<>();
    private final Map<String, Tie> ties = new HashMap<>();
    private final Map<String, Act> acts = new HashMap<>();
    private final PatternSet<ActSign> actSigns = new PatternSet<>();
    private final PatternSet<String> signs = new PatternSet<>();
    private final PatternSet<FactSign> facts = new PatternSet<>();
    private final Map<String, Authority> codes = new HashMap<>();
    private final Map<String, Authority> places = new HashMap<>();
    private final Map<String, Double> numbers = new HashMap<>();
    private final Map<String, Unit> units = new HashMap<>();
    private final List<HelpLine> helpLines = new ArrayList<>();
    private final List<String> questions = new ArrayList<>();
    private final Map<String, Node.Scalar> classesNamed = new LinkedHashMap<>();

    Loaded<Lexicon> read(Node.Mapping file) {
        keysAmong(file, SECTIONS);
        if (!file.get("words").map(LexiconReader::text).orElse("").equals("plumbline")) {
            error(
                    "words.kind",
                    file.span(),
                    "this is not a file of words",
                    "`words: plumbline` as the first key",
                    "write it, or name another file");
        }
        each(file, "classes", this::wordClass);
        each(file, "professions", this::profession);
        each(file, "people", (key, value) -> phrases(value, key.text(), key.text()));
        each(file, "ties", this::tie);
        each(file, "acts", this::act);
        each(file, "signs", (key, value) -> patterns(value, signs, key.text()));
        section(file, "facts").ifPresent(this::facts);
        each(file, "numbers", this::number);
        each(file, "units", this::unit);
        each(file, "codes", (key, value) -> authority(key, value, "code", codes));
        each(file, "places", (key, value) -> authority(key, value, "place", places));
        section(file, "help-lines").ifPresent(this::helpLines);
        section(file, "questions").ifPresent(node -> questions.addAll(strings(node)));
        checkActs(file);
        checkClasses();
        Spelling.Words spelling = spelling(file);
        Map<String, List<String>> expansions = new HashMap<>();
        Map<String, String> prefixes = new LinkedHashMap<>();
        prefixes(file, expansions, prefixes);
        Map<String, Set<String>> kinds = closed();
        findings.sort(null);
        if (findings.stream().anyMatch(f -> f.severity() == Severity.ERROR)) {
            return new Loaded.Unsound<>(findings);
        }
        return new Loaded.Sound<>(
                new Lexicon(
                        new Lexicon.Parts(
                                phrases,
                                kinds,
                                inverted(kinds),
                                Map.copyOf(professions),
                                Map.copyOf(ties),
                                Map.copyOf(acts),
                                actSigns,
                                Map.copyOf(codes),
                                Map.copyOf(places),
                                signs,
                                facts,
                                Map.copyOf(numbers),
                                Map.copyOf(units),
                                List.copyOf(helpLines),
                                List.copyOf(questions),
                                Set.copyOf(capitals),
                                spelling,
                                expansions,
                                prefixes)),
                findings);
    }

    // Sections ---------------------------------------------------------------------------------

    private void wordClass(Node.Scalar key, Node value) {
        Set<String> included = new TreeSet<>();
        included.add(key.text());
        for (Node.Scalar item : scalars(value)) {
            String text = item.text();
            if (text.startsWith("<") && text.endsWith(">")) {
                String name = text.substring(1, text.length() - 1);
                included.add(name);
                classesNamed.putIfAbsent(name, item);
            } else {
                phrase(item, key.text(), key.text());
            }
        }
        includes.put(key.text(), included);
    }

    private void profession(Node.Scalar key, Node value) {
        if (value instanceof Node.Mapping entry) {
            keysAmong(entry, Set.of("slot", "scenario", "words", "services", "generic", "serves"));
            String slot = entry.get("slot").map(LexiconReader::text).orElse(under(key.text()));
            Object scenario =
                    entry.get("scenario").<Object>map(LexiconReader::plain).orElse(key.text());
            professions.put(
                    key.text(),
                    new Profession(
                            slot,
                            scenario,
                            entry.get("generic").isPresent(),
                            entry.get("serves").map(LexiconReader::text)));
            entry.get("words").ifPresent(words -> phrases(words, "profession", key.text()));
            entry.get("services").ifPresent(words -> phrases(words, "service", key.text()));
        } else {
            professions.put(
                    key.text(),
                    new Profession(under(key.text()), key.text(), false, Optional.empty()));
            phrases(value, "profession", key.text());
        }
    }

    private void tie(Node.Scalar key, Node value) {
        mapping(key, value)
                .ifPresent(entry -> {
                    keysAmong(entry, Set.of("slot", "words"));
                    ties.put(key.text(), new Tie(required(entry, "slot")));
                    entry.get("words").ifPresent(w -> phrases(w, "tie", key.text()));
                });
    }

    private void act(Node.Scalar key, Node value) {
        mapping(key, value)
                .ifPresent(entry -> {
                    keysAmong(
                            entry,
                            Set.of(
                                    "scenario",
                                    "medium",
                                    "usually",
                                    "party",
                                    "reversed",
                                    "by-client",
                                    "over",
                                    "sure",
                                    "plain",
                                    "faint"));
                    acts.put(key.text(), act(entry));
                    for (Strength strength : Strength.values()) {
                        entry.get(strength.name().toLowerCase(Locale.ROOT))
                                .ifPresent(list ->
                                        patterns(
                                                list, actSigns, new ActSign(key.text(), strength)));
                    }
                });
    }

    private Act act(Node.Mapping entry) {
        return new Act(
                "",
                entry.get("scenario").map(LexiconReader::plain).orElse(null),
                entry.get("medium")
                        .or(() -> entry.get("usually"))
                        .map(LexiconReader::text)
                        .orElse(Slots.UNSPECIFIED),
                entry.get("medium").isPresent(),
                entry.get("party").map(LexiconReader::text).orElse(Slots.UNSPECIFIED),
                entry.get("reversed").map(LexiconReader::text).orElse(null),
                entry.get("by-client").map(LexiconReader::text).orElse("").equals("refused"),
                entry.get("over").map(this::strings).map(Set::copyOf).orElse(Set.of()));
    }

    private void facts(Node node) {
        if (!(node instanceof Node.Sequence(var items, _))) {
            malformed(node, "a list of facts");
            return;
        }
        for (Node item : items) {
            if (item instanceof Node.Mapping entry) {
                keysAmong(entry, Set.of("fact", "is", "when"));
                var sign =
                        new FactSign(
                                required(entry, "fact"),
                                entry.get("is").<Object>map(LexiconReader::plain).orElse("true"));
                entry.get("when").ifPresent(list -> patterns(list, facts, sign));
            } else {
                malformed(item, "`{fact: …, is: …, when: […]}`");
            }
        }
    }

    private void number(Node.Scalar key, Node value) {
        try {
            numbers.put(key.text(), Double.valueOf(text(value)));
        } catch (NumberFormatException _) {
            malformed(value, "a number");
        }
        phrase(key, "number", key.text());
    }

    private void unit(Node.Scalar key, Node value) {
        String length = text(value);
        if (!length.matches("P[1-9][0-9]*[YMWD]")) {
            malformed(value, "a period such as `P1Y`");
            return;
        }
        int last = length.length() - 1;
        units.put(
                key.text(),
                new Unit(length.charAt(last), Integer.parseInt(length.substring(1, last))));
        phrase(key, "unit", key.text());
    }

    private void authority(Node.Scalar key, Node value, String kind, Map<String, Authority> into) {
        if (!(value instanceof Node.Mapping entry)) {
            into.put(
                    key.text(),
                    new Authority(
                            kind.equals("code") ? Optional.of(key.text()) : Optional.empty(),
                            kind.equals("place") ? Optional.of(key.text()) : Optional.empty(),
                            Optional.empty(),
                            Map.of()));
            phrases(value, kind, key.text());
            return;
        }
        keysAmong(entry, Set.of("words", "membership", "jurisdiction", "profession", "turns"));
        Map<String, String> turns = new HashMap<>();
        each(entry, "turns", (from, to) -> turns.put(from.text(), text(to)));
        into.put(
                key.text(),
                new Authority(
                        entry.get("membership").map(LexiconReader::text),
                        entry.get("jurisdiction").map(LexiconReader::text),
                        entry.get("profession").map(LexiconReader::text),
                        Map.copyOf(turns)));
        entry.get("words").ifPresent(words -> phrases(words, kind, key.text()));
    }

    private void helpLines(Node node) {
        if (!(node instanceof Node.Sequence(var items, _))) {
            malformed(node, "a list of help lines");
            return;
        }
        for (Node item : items) {
            if (item instanceof Node.Mapping entry) {
                keysAmong(entry, Set.of("place", "call", "says"));
                helpLines.add(
                        new HelpLine(
                                required(entry, "place"),
                                required(entry, "call"),
                                required(entry, "says")));
            } else {
                malformed(item, "`{place: …, call: …, says: …}`");
            }
        }
    }

    private Spelling.Words spelling(Node.Mapping file) {
        Set<String> right = new HashSet<>();
        List<Spelling.Ending> endings = new ArrayList<>();
        Map<String, List<String>> irregular = new HashMap<>();
        section(file, "spelling")
                .filter(Node.Mapping.class::isInstance)
                .map(Node.Mapping.class::cast)
                .ifPresent(spelling -> {
                    keysAmong(
                            spelling,
                            Set.of("right", "endings", "irregular", "expand", "prefixes"));
                    spelling.get("right")
                            .ifPresent(list ->
                                    strings(list).forEach(line -> right.addAll(words(line))));
                    each(
                            spelling,
                            "endings",
                            (ending, instead) ->
                                    strings(instead)
                                            .forEach(i ->
                                                    endings.add(
                                                            new Spelling.Ending(
                                                                    ending.text(), i))));
                    each(
                            spelling,
                            "irregular",
                            (base, words) -> {
                                for (String word : strings(words)) {
                                    irregular
                                            .computeIfAbsent(word, _ -> new ArrayList<>(1))
                                            .add(base.text());
                                }
                            });
                });
        return new Spelling.Words(vocabulary, people, right, endings, irregular);
    }

    private void prefixes(
            Node.Mapping file, Map<String, List<String>> expansions, Map<String, String> prefixes) {
        section(file, "spelling")
                .filter(Node.Mapping.class::isInstance)
                .map(Node.Mapping.class::cast)
                .ifPresent(section -> {
                    each(section, "expand", (k, v) -> expansions.put(k.text(), words(text(v))));
                    each(section, "prefixes", (k, v) -> prefixes.put(k.text(), text(v)));
                });
    }

    // Words and patterns -----------------------------------------------------------------------

    private void phrases(Node list, String kind, String value) {
        for (Node.Scalar item : scalars(list)) {
            phrase(item, kind, value);
        }
    }

    /// Adds a phrase; `a|b` stands for either word and `c?` for a word that may be absent.
    private void phrase(Node.Scalar item, String kind, String value) {
        List<List<String>> ways = List.of(List.of());
        if (item.text().length() == 2 && item.text().equals(item.text().toUpperCase(Locale.ROOT))) {
            capitals.add(item.text().toLowerCase(Locale.ROOT));
        }
        for (String piece : words(item.text().toLowerCase(Locale.ROOT))) {
            ways = extended(ways, piece);
        }
        for (List<String> way : ways) {
            if (!way.isEmpty()) {
                vocabulary.addAll(way);
                if (NAMING.contains(kind) && (way.size() == 1 || kind.equals("profession"))) {
                    people.addAll(way);
                }
                phrases.add(way, kind, value);
            }
        }
    }

    private static List<List<String>> extended(List<List<String>> ways, String piece) {
        boolean optional = piece.endsWith("?");
        String bare = optional ? piece.substring(0, piece.length() - 1) : piece;
        List<List<String>> longer = new ArrayList<>();
        for (List<String> way : ways) {
            for (String word : Pattern.pieces(bare, '|')) {
                List<String> next = new ArrayList<>(way);
                next.add(word);
                longer.add(next);
            }
            if (optional) {
                longer.add(way);
            }
        }
        return longer;
    }

    private <V> void patterns(Node list, PatternSet<V> into, V value) {
        for (Node.Scalar item : scalars(list)) {
            Pattern pattern = Pattern.parse(item.text());
            if (pattern.elements().getFirst() instanceof Pattern.Element.Gap) {
                malformed(item, "a pattern that begins with a word or a class");
                continue;
            }
            for (Pattern.Element element : pattern.elements()) {
                switch (element) {
                    case Pattern.Element.OneOf(var words, var classes, _, _) -> {
                        vocabulary.addAll(words);
                        classes.forEach(name -> classesNamed.putIfAbsent(name, item));
                    }
                    case Pattern.Element.Gap _ -> {}
                }
            }
            into.add(pattern, value);
        }
    }

    // Checks -----------------------------------------------------------------------------------

    private void checkActs(Node.Mapping file) {
        each(
                file,
                "acts",
                (key, value) -> {
                    if (value instanceof Node.Mapping entry) {
                        entry.get("reversed")
                                .filter(to -> !acts.containsKey(text(to)))
                                .ifPresent(to ->
                                        unknown(
                                                "words.act.unknown",
                                                "act",
                                                to,
                                                text(to),
                                                acts.keySet()));
                    }
                });
        acts.replaceAll((slot, act) ->
                new Act(
                        slot,
                        act.scenario(),
                        act.medium(),
                        act.mediumFirm(),
                        act.party(),
                        act.reversed(),
                        act.refusedByClient(),
                        act.over()));
    }

    private void checkClasses() {
        Set<String> known = new TreeSet<>(includes.keySet());
        known.addAll(List.of("profession", "service", "tie", "place", "code", "number", "unit"));
        known.addAll(peopleKinds);
        classesNamed.forEach((name, item) -> {
            if (!known.contains(name)) {
                unknown("words.class.unknown", "class", item, name, known);
            }
        });
    }

    private final Set<String> peopleKinds = new TreeSet<>();

    /// Every class with all that it includes, however deep.
    private Map<String, Set<String>> closed() {
        Map<String, Set<String>> closed = new HashMap<>();
        for (String name : includes.keySet()) {
            Set<String> kinds = new HashSet<>();
            close(name, kinds);
            closed.put(name, Set.copyOf(kinds));
        }
        return Map.copyOf(closed);
    }

    private static Map<String, Set<String>> inverted(Map<String, Set<String>> kindsByClass) {
        Map<String, Set<String>> classes = new HashMap<>();
        kindsByClass.forEach((name, kinds) ->
                kinds.forEach(kind ->
                        classes.computeIfAbsent(kind, _ -> new HashSet<>(Set.of(kind))).add(name)));
        return classes;
    }

    private void close(String name, Set<String> into) {
        if (into.add(name)) {
            includes.getOrDefault(name, Set.of()).forEach(other -> close(other, into));
        }
    }

    private void keysAmong(Node.Mapping mapping, Set<String> known) {
        for (Node.Entry entry : mapping.entries()) {
            if (!known.contains(entry.key().text())) {
                unknown("words.key.unknown", "key", entry.key(), entry.key().text(), known);
            }
        }
    }

    private void unknown(String code, String what, Node at, String text, Collection<String> known) {
        var distance = new DamerauLevenshteinDistance();
        String nearest =
                new TreeSet<>(known)
                        .stream()
                                .min((a, b) ->
                                        Integer.compare(
                                                distance.apply(text, a), distance.apply(text, b)))
                                .orElse("");
        error(
                code,
                at.span(),
                "unknown %s `%s`".formatted(what, text),
                "one of: " + String.join(", ", new TreeSet<>(known)),
                "write `%s`, or take it away".formatted(nearest));
    }

    private void malformed(Node at, String expected) {
        error(
                "words.malformed",
                at.span(),
                "`%s` cannot be read here".formatted(text(at)),
                expected,
                "write " + expected);
    }

    private void error(String code, Span span, String found, String expected, String mend) {
        findings.add(Finding.error(code, span, found, expected, mend));
    }

    // Nodes ------------------------------------------------------------------------------------

    private static Optional<Node> section(Node.Mapping file, String key) {
        return file.get(key);
    }

    private void each(Node.Mapping file, String section, BiConsumer<Node.Scalar, Node> entry) {
        Node node = file.get(section).orElse(null);
        switch (node) {
            case null -> {}
            case Node.Mapping mapping -> {
                for (Node.Entry e : mapping.entries()) {
                    if (section.equals("people")) {
                        peopleKinds.add(e.key().text());
                    }
                    entry.accept(e.key(), e.value());
                }
            }
            default -> malformed(node, "a mapping");
        }
    }

    private Optional<Node.Mapping> mapping(Node.Scalar key, Node value) {
        if (value instanceof Node.Mapping mapping) {
            return Optional.of(mapping);
        }
        malformed(value, "a mapping under `%s`".formatted(key.text()));
        return Optional.empty();
    }

    private String required(Node.Mapping entry, String key) {
        Optional<Node> value = entry.get(key);
        if (value.isEmpty()) {
            error(
                    "words.key.missing",
                    entry.span(),
                    "no `%s` here".formatted(key),
                    "the key `%s`".formatted(key),
                    "add `%s: …`".formatted(key));
            return "";
        }
        return text(value.get());
    }

    private List<Node.Scalar> scalars(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> List.of(scalar);
            case Node.Sequence(var items, _) -> {
                List<Node.Scalar> scalars = new ArrayList<>(items.size());
                for (Node item : items) {
                    if (item instanceof Node.Scalar scalar) {
                        scalars.add(scalar);
                    } else {
                        malformed(item, "a word or a phrase");
                    }
                }
                yield scalars;
            }
            case Node.Mapping mapping -> {
                malformed(mapping, "a list of phrases");
                yield List.of();
            }
        };
    }

    private List<String> strings(Node node) {
        return scalars(node).stream().map(Node.Scalar::text).toList();
    }

    private static String text(Node node) {
        return node instanceof Node.Scalar scalar ? scalar.text() : "…";
    }

    private static List<String> words(String text) {
        return Pattern.pieces(text, ' ');
    }

    /// Strings, lists and mappings, as a scenario holds them.
    private static Object plain(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> scalar.text();
            case Node.Sequence(var items, _) -> items.stream().map(LexiconReader::plain).toList();
            case Node.Mapping mapping -> {
                Map<String, Object> map = new LinkedHashMap<>();
                mapping.entries().forEach(e -> map.put(e.key().text(), plain(e.value())));
                yield map;
            }
        };
    }

    private static String under(String id) {
        return id.replace('-', '_');
    }
}

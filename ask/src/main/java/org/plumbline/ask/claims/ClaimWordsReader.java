package org.plumbline.ask.claims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.ask.claims.ClaimWords.ActWords;
import org.plumbline.ask.claims.ClaimWords.ConditionWords;
import org.plumbline.ask.claims.ClaimWords.DutyWords;
import org.plumbline.ask.claims.ClaimWords.Quantity;
import org.plumbline.ask.claims.ClaimWords.Silence;
import org.plumbline.ask.claims.ClaimWords.TextClass;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.Span;

/// Reads `codes/claims.yaml` and gathers every finding on the way.
final class ClaimWordsReader {

    private static final Set<String> LISTS =
            Set.of(
                    "the-text",
                    "it",
                    "hedges",
                    "tellers",
                    "openings",
                    "universal",
                    "not-so-widely",
                    "ever",
                    "at-once",
                    "over",
                    "services",
                    "immediate-kin",
                    "to-come",
                    "of-crime",
                    "negations",
                    "not-negations",
                    "only",
                    "ordinarily",
                    "of-clients");

    private static final Set<String> OTHERS =
            Set.of(
                    "claims",
                    "version",
                    "stances",
                    "quantities",
                    "classes",
                    "numbers",
                    "units",
                    "money",
                    "acts",
                    "openers",
                    "conditions",
                    "duties",
                    "left-open",
                    "always-ordinary",
                    "taken-as",
                    "silences",
                    "taken-as-of-others",
                    "people",
                    "abbreviations",
                    "provision-words");

    private final List<Finding> findings = new ArrayList<>();

    Loaded<ClaimWords> read(Node.Mapping file) {
        Set<String> known = new TreeSet<>(LISTS);
        known.addAll(OTHERS);
        onlyKeys(file, known);
        if (!text(file.get("claims")).equals("plumbline")) {
            error(
                    file.span(),
                    "this is not a file of words for claims",
                    "`claims: plumbline` as the first key",
                    "write it, or name another file");
        }
        Map<String, List<Phrase>> phrases = new HashMap<>();
        LISTS.forEach(key -> phrases.put(key, phrases(file.get(key))));
        mapping(file, "openers")
                .forEach((kind, node) -> phrases.put("opener " + kind, phrases(Optional.of(node))));
        var words =
                new ClaimWords(
                        stances(file),
                        phrases,
                        quantities(file),
                        classes(file),
                        acts(file),
                        conditions(file),
                        duties(file),
                        numbers(file),
                        units(file),
                        money(file),
                        texts(file.get("left-open")),
                        Set.copyOf(texts(file.get("always-ordinary"))),
                        facts(file.get("taken-as")),
                        facts(file.get("taken-as-of-others")),
                        silences(file),
                        people(file),
                        Set.copyOf(texts(file.get("abbreviations"))),
                        Set.copyOf(texts(file.get("provision-words"))));
        findings.sort(null);
        return findings.isEmpty() ? Loaded.sound(words) : new Loaded.Unsound<>(findings);
    }

    private SequencedMap<Stance, List<Phrase>> stances(Node.Mapping file) {
        SequencedMap<Stance, List<Phrase>> stances = new LinkedHashMap<>();
        mapping(file, "stances")
                .forEach((key, node) ->
                        Stance.of(key)
                                .ifPresentOrElse(
                                        stance -> stances.put(stance, phrases(Optional.of(node))),
                                        () ->
                                                error(
                                                        node.span(),
                                                        "`" + key + "` is no stance",
                                                        "one of "
                                                                + List.of(Stance.values()).stream()
                                                                        .map(Stance::word)
                                                                        .toList(),
                                                        "correct the word")));
        return stances;
    }

    private SequencedMap<String, Quantity> quantities(Node.Mapping file) {
        SequencedMap<String, Quantity> all = new LinkedHashMap<>();
        mapping(file, "quantities")
                .forEach((id, node) -> {
                    if (node instanceof Node.Mapping one) {
                        onlyKeys(
                                one,
                                Set.of(
                                        "says",
                                        "most",
                                        "least",
                                        "more-than",
                                        "less-than",
                                        "share-of-all"));
                        all.put(
                                id,
                                new Quantity(
                                        id,
                                        phrases(one.get("says")),
                                        number(one.get("more-than")),
                                        number(one.get("less-than")),
                                        number(one.get("least")),
                                        text(one.get("share-of-all")).equals("true"),
                                        one.get("most").isPresent()));
                    }
                });
        return all;
    }

    private SequencedMap<String, TextClass> classes(Node.Mapping file) {
        SequencedMap<String, TextClass> all = new LinkedHashMap<>();
        mapping(file, "classes")
                .forEach((id, node) -> {
                    if (node instanceof Node.Mapping one) {
                        onlyKeys(one, Set.of("levels", "called", "says"));
                        all.put(
                                id,
                                new TextClass(
                                        Set.copyOf(texts(one.get("levels"))),
                                        text(one.get("called")),
                                        phrases(one.get("says"))));
                    }
                });
        return all;
    }

    private List<ActWords> acts(Node.Mapping file) {
        List<ActWords> all = new ArrayList<>();
        for (Node.Mapping one : mappings(file.get("acts"))) {
            onlyKeys(one, Set.of("acts", "says", "toward"));
            all.add(
                    new ActWords(
                            texts(one.get("acts")),
                            phrases(one.get("says")),
                            one.get("toward").map(n -> text(Optional.of(n)))));
        }
        return List.copyOf(all);
    }

    private List<ConditionWords> conditions(Node.Mapping file) {
        List<ConditionWords> all = new ArrayList<>();
        for (Node.Mapping one : mappings(file.get("conditions"))) {
            onlyKeys(one, Set.of("says", "so", "else", "of", "not-with"));
            all.add(
                    new ConditionWords(
                            phrases(one.get("says")),
                            facts(one.get("so")),
                            facts(one.get("else")),
                            Set.copyOf(texts(one.get("of"))),
                            Set.copyOf(texts(one.get("not-with")))));
        }
        return List.copyOf(all);
    }

    private SequencedMap<String, List<Phrase>> people(Node.Mapping file) {
        SequencedMap<String, List<Phrase>> all = new LinkedHashMap<>();
        for (Node.Mapping one : mappings(file.get("people"))) {
            onlyKeys(one, Set.of("party", "says"));
            List<Phrase> says =
                    new ArrayList<>(all.getOrDefault(text(one.get("party")), List.of()));
            says.addAll(phrases(one.get("says")));
            all.put(text(one.get("party")), List.copyOf(says));
        }
        return all;
    }

    private Map<String, List<Silence>> silences(Node.Mapping file) {
        Map<String, List<Silence>> all = new HashMap<>();
        for (Node.Mapping one : mappings(file.get("silences"))) {
            onlyKeys(one, Set.of("editions", "acts", "with", "source"));
            var silence =
                    new Silence(
                            Set.copyOf(texts(one.get("acts"))),
                            Set.copyOf(texts(one.get("with"))),
                            text(one.get("source")));
            if (silence.source().isEmpty()) {
                error(one.span(), "a silence without a source", "who says so", "write `source`");
            }
            for (String edition : texts(one.get("editions"))) {
                all.computeIfAbsent(edition, e -> new ArrayList<>()).add(silence);
            }
        }
        return Map.copyOf(all);
    }

    private List<DutyWords> duties(Node.Mapping file) {
        List<DutyWords> all = new ArrayList<>();
        for (Node.Mapping one : mappings(file.get("duties"))) {
            onlyKeys(one, Set.of("says", "duty", "factor"));
            all.add(
                    new DutyWords(
                            phrases(one.get("says")),
                            one.get("duty").map(n -> text(Optional.of(n))),
                            one.get("factor").map(n -> text(Optional.of(n)))));
        }
        return List.copyOf(all);
    }

    private Map<String, Integer> numbers(Node.Mapping file) {
        Map<String, Integer> all = new HashMap<>();
        mapping(file, "numbers")
                .forEach(
                        (word, node) -> number(Optional.of(node)).ifPresent(n -> all.put(word, n)));
        return Map.copyOf(all);
    }

    private Map<String, Character> units(Node.Mapping file) {
        Map<String, Character> all = new HashMap<>();
        mapping(file, "units")
                .forEach((word, node) -> {
                    String unit = text(Optional.of(node));
                    if (unit.matches("P1[YMWD]")) {
                        all.put(word, unit.charAt(2));
                    } else {
                        error(node.span(), "`" + unit + "`", "P1Y, P1M, P1W or P1D", "correct it");
                    }
                });
        return Map.copyOf(all);
    }

    private Map<String, List<Phrase>> money(Node.Mapping file) {
        Map<String, List<Phrase>> all = new LinkedHashMap<>();
        mapping(file, "money").forEach((unit, node) -> all.put(unit, phrases(Optional.of(node))));
        return all;
    }

    // ── Pieces ──────────────────────────────────────────────────────────────────────────────

    private void onlyKeys(Node.Mapping mapping, Set<String> known) {
        for (Node.Entry entry : mapping.entries()) {
            if (!known.contains(entry.key().text())) {
                error(
                        entry.key().span(),
                        "unknown key `" + entry.key().text() + "`",
                        "one of " + String.join(", ", new TreeSet<>(known)),
                        "correct the key, or take it out");
            }
        }
    }

    private SequencedMap<String, Node> mapping(Node.Mapping file, String key) {
        SequencedMap<String, Node> all = new LinkedHashMap<>();
        file.get(key)
                .ifPresent(node -> {
                    if (node instanceof Node.Mapping mapping) {
                        mapping.entries().forEach(e -> all.put(e.key().text(), e.value()));
                    } else {
                        error(
                                node.span(),
                                "`" + key + "` is no mapping",
                                "keys with values",
                                "see docs/claims.md");
                    }
                });
        return all;
    }

    private List<Node.Mapping> mappings(Optional<Node> node) {
        List<Node.Mapping> all = new ArrayList<>();
        for (Node item : items(node)) {
            if (item instanceof Node.Mapping mapping) {
                all.add(mapping);
            } else {
                error(item.span(), item.flow(), "a mapping", "see docs/claims.md");
            }
        }
        return all;
    }

    private static List<Node> items(Optional<Node> node) {
        return node.map(n -> n instanceof Node.Sequence(var items, var _) ? items : List.of(n))
                .orElse(List.of());
    }

    private List<Phrase> phrases(Optional<Node> node) {
        List<Phrase> all = new ArrayList<>();
        for (Node item : items(node)) {
            String written = text(Optional.of(item)).toLowerCase(Locale.ROOT);
            Phrase.of(written)
                    .ifPresentOrElse(
                            all::add,
                            () ->
                                    error(
                                            item.span(),
                                            "`" + written + "` is no pattern",
                                            "words in small letters with `|`, `?`, `*`, `~` or"
                                                    + " `~~`",
                                            "correct it"));
        }
        return List.copyOf(all);
    }

    private List<String> texts(Optional<Node> node) {
        return items(node).stream().map(n -> text(Optional.of(n))).toList();
    }

    private String text(Optional<Node> node) {
        if (node.isPresent() && !(node.get() instanceof Node.Scalar)) {
            error(node.get().span(), node.get().flow(), "a word", "write one");
        }
        return node.isPresent() && node.get() instanceof Node.Scalar word ? word.text() : "";
    }

    private Optional<Integer> number(Optional<Node> node) {
        if (node.isEmpty()) {
            return Optional.empty();
        }
        String digits = text(node).replace("%", "");
        if (!digits.matches("[0-9]{1,6}")) {
            error(node.get().span(), "`" + digits + "`", "a whole number", "correct it");
            return Optional.empty();
        }
        return Optional.of(Integer.parseInt(digits));
    }

    /// Facts as a scenario takes them: words, lists and mappings.
    private Map<String, Object> facts(Optional<Node> node) {
        Map<String, Object> facts = new LinkedHashMap<>();
        if (node.isPresent() && node.get() instanceof Node.Mapping mapping) {
            Set<String> seen = new HashSet<>();
            for (Node.Entry entry : mapping.entries()) {
                if (seen.add(entry.key().text())) {
                    facts.put(entry.key().text(), value(entry.value()));
                }
            }
        }
        return facts;
    }

    private static Object value(Node node) {
        return switch (node) {
            case Node.Scalar word -> word.text();
            case Node.Sequence list -> list.items().stream().map(ClaimWordsReader::value).toList();
            case Node.Mapping mapping -> {
                Map<String, Object> map = new LinkedHashMap<>();
                mapping.entries().forEach(e -> map.put(e.key().text(), value(e.value())));
                yield map;
            }
        };
    }

    private void error(Span span, String found, String expected, String mend) {
        findings.add(Finding.error("claims.words", span, found, expected, mend));
    }
}

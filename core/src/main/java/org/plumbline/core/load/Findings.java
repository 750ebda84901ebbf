package org.plumbline.core.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;

/// The findings gathered while something is read, and the small questions that readers ask of nodes.
public final class Findings {

    /// How many findings are kept; whoever has more has one mistake many times over.
    private static final int MOST = 1000;

    private final List<Finding> all = new ArrayList<>();

    /// Every finding so far, in order of place.
    public List<Finding> inOrder() {
        return all.stream().sorted().distinct().toList();
    }

    /// Whether something keeps the file from being used.
    public boolean anyError() {
        return all.stream().anyMatch(f -> f.severity() == Severity.ERROR);
    }

    /// Whether something keeps this file from being used.
    boolean anyErrorIn(String file) {
        return all.stream()
                .anyMatch(f -> f.severity() == Severity.ERROR && f.span().file().equals(file));
    }

    void add(Finding finding) {
        if (all.size() < MOST) {
            all.add(finding);
        } else if (all.size() == MOST) {
            all.add(
                    Finding.error(
                            "file.too-many-findings",
                            finding.span(),
                            "more than %,d findings; the rest are not listed".formatted(MOST),
                            "a file with few mistakes",
                            "mend the first ones and check again"));
        }
    }

    void addAll(Collection<Finding> findings) {
        findings.forEach(this::add);
    }

    /// Adds an error.
    public void error(String code, Span span, String found, String expected, String mend) {
        add(Finding.error(code, span, found, expected, mend));
    }

    void warning(String code, Span span, String found, String expected, String mend) {
        add(Finding.warning(code, span, found, expected, mend));
    }

    /// The node as a mapping, or a finding.
    Optional<Node.Mapping> mapping(Node node, String what) {
        if (node instanceof Node.Mapping mapping) {
            return Optional.of(mapping);
        }
        error(
                "shape.mapping",
                node.span(),
                "%s where %s was expected".formatted(describe(node), what),
                "%s, written as a mapping of keys to values".formatted(what),
                "write `key: value` lines, or {key: value}");
        return Optional.empty();
    }

    /// The node as one word, or a finding.
    Optional<String> word(Node node, String what) {
        return scalar(node, what).map(Node.Scalar::text);
    }

    /// The node as a scalar, or a finding.
    Optional<Node.Scalar> scalar(Node node, String what) {
        if (node instanceof Node.Scalar scalar && !scalar.text().isBlank()) {
            return Optional.of(scalar);
        }
        error(
                "shape.word",
                node.span(),
                "%s where %s was expected".formatted(describe(node), what),
                what + ", as one word or sentence",
                "write it on the same line as its key");
        return Optional.empty();
    }

    /// One word, or a list of words.
    List<Node.Scalar> words(Node node, String what) {
        if (node instanceof Node.Sequence list) {
            return list.items().stream().flatMap(item -> scalar(item, what).stream()).toList();
        }
        return scalar(node, what).stream().toList();
    }

    /// One word, or a list of words that is not empty.
    List<Node.Scalar> someWords(Node node, String what) {
        if (node instanceof Node.Sequence list && list.items().isEmpty()) {
            error(
                    "shape.list.empty",
                    node.span(),
                    "an empty list where %s was expected".formatted(what),
                    what + ", or a list of them",
                    "add one, or take the key away");
        }
        List<Node.Scalar> words = words(node, what);
        eachOnce(words);
        return words;
    }

    /// Warns of a word that stands in a list a second time: another was meant, or none.
    void eachOnce(List<Node.Scalar> words) {
        Set<String> seen = new HashSet<>();
        for (Node.Scalar word : words) {
            if (!seen.add(word.text())) {
                add(
                        Finding.warning(
                                "shape.list.twice",
                                word.span(),
                                "`%s` stands in the list twice".formatted(shown(word.text())),
                                "each word of a list once",
                                "take one of the two away, or write the other word that was meant"));
            }
        }
    }

    /// The node as a list, or a finding.
    List<Node> list(Node node, String what) {
        if (node instanceof Node.Sequence list) {
            return list.items();
        }
        error(
                "shape.list",
                node.span(),
                "%s where a list of %s was expected".formatted(describe(node), what),
                "a list of " + what,
                "put square brackets around it, or write it as `- ` lines");
        return List.of();
    }

    /// A required key, or a finding at the mapping.
    Optional<Node> required(Node.Mapping mapping, String key, String owner, String mend) {
        Optional<Node> value = mapping.get(key);
        if (value.isEmpty()) {
            error(
                    "key.missing",
                    mapping.span(),
                    "%s has no `%s`".formatted(owner, key),
                    "the key `%s`".formatted(key),
                    mend);
        }
        return value;
    }

    /// Reports every key that the owner does not have.
    void onlyKeys(Node.Mapping mapping, String owner, Collection<String> known) {
        for (Node.Entry entry : mapping.entries()) {
            if (!known.contains(entry.key().text())) {
                unknown("key.unknown", entry.key(), "key", "a key of " + owner, known);
            }
        }
    }

    /// A word that is not in a list.
    ///
    /// @param noun what kind of word it is: `act`
    /// @param expected what may stand there, as a phrase; the nearest word is added to it
    public void unknown(
            String code, Node.Scalar word, String noun, String expected, Collection<String> known) {
        if (all.size() > MOST) {
            return;
        }
        Optional<String> nearest = nearest(word.text(), known);
        error(
                code,
                word.span(),
                "unknown %s `%s`".formatted(noun, shown(word.text())),
                expected + nearest.map(n -> "; nearest: `" + n + "`").orElse(""),
                nearest.map(n -> "write `" + n + "`")
                        .orElse(
                                switch (known.size()) {
                                    case 0 -> "take it away";
                                    case 1 -> "write " + someOf(known);
                                    default -> "take one of " + someOf(known);
                                }));
    }

    private static String someOf(Collection<String> known) {
        String some =
                known.stream()
                        .limit(6)
                        .map(w -> "`" + w + "`")
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("");
        return known.size() > 6 ? some + ", …" : some;
    }

    /// The known word that may have been meant: the same but for case, blanks and underscores; a slip of
    /// the pen away, which is a third of the letters at most; or half of them where the two begin alike
    /// or have a word in common. A word of three letters is a short name, and every other is another name:
    /// nothing is near to it.
    public static Optional<String> nearest(String word, Collection<String> known) {
        if (word.length() > 60) {
            return Optional.empty();
        }
        String plain = plain(word);
        int slip = plain.length() < 4 ? 0 : plain.length() / 3;
        int akin = plain.length() < 4 ? 0 : (plain.length() + 1) / 2;
        var distance = new LevenshteinDistance(akin);
        String best = null;
        int least = Integer.MAX_VALUE;
        for (String candidate : known) {
            int far = distance.apply(plain, plain(candidate));
            if (far >= 0 && far < least && (far <= slip || share(plain, plain(candidate)))) {
                least = far;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean share(String one, String other) {
        int half = (one.length() + 1) / 2;
        if (half > 3 && other.startsWith(one.substring(0, half))) {
            return true;
        }
        List<String> words = List.of(other.split("-"));
        return Arrays.stream(one.split("-")).anyMatch(w -> w.length() > 3 && words.contains(w));
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replaceAll("[ _-]+", "-");
    }

    /// The node as it would be written on one line, cut where it is long.
    static String flow(Node node) {
        return shown(node.flow());
    }

    static String describe(Node node) {
        return switch (node) {
            case Node.Scalar scalar ->
                    scalar.text().isBlank() ? "nothing" : "`" + shown(scalar.text()) + "`";
            case Node.Sequence _ -> "a list";
            case Node.Mapping _ -> "a mapping";
        };
    }

    /// The writer's own words, cut where they are long, without control characters.
    static String shown(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "·");
        return plain.length() > 60 ? plain.substring(0, 57) + "…" : plain;
    }
}

package org.plumbline.bulk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.core.load.Findings;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.vocabulary.Vocabulary;

/// What people call the columns of their own tables, as `columns.yaml` has it.
///
/// A heading that can mean one thing only has its word; one that may mean several has them all, and is
/// never placed.
public final class ColumnNames {

    /// For a library that has no such file.
    public static final ColumnNames NONE = new ColumnNames(Map.of());

    private static final Set<String> KEYS = Set.of("called", "holds", "may-hold", "because");

    /// What is known of a heading.
    ///
    /// @param holds the word that is meant; absent where it is not certain
    /// @param mayHold words of which one may be meant
    /// @param because what stands in the way; empty where nothing does
    record Name(Optional<String> holds, List<String> mayHold, String because) {
        Name {
            mayHold = List.copyOf(mayHold);
        }
    }

    private final Map<String, Name> names;

    private ColumnNames(Map<String, Name> names) {
        this.names = Map.copyOf(names);
    }

    /// What is known of a heading, whatever its case and punctuation.
    Optional<Name> of(String heading) {
        return Optional.ofNullable(names.get(plain(heading)));
    }

    private static String plain(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[.']", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    // ── Reading ─────────────────────────────────────────────────────────────────────────────

    /// Reads the file.
    ///
    /// @return the names, or what is wrong with the file: a heading twice, a word that is none
    public static Loaded<ColumnNames> read(Node tree, Vocabulary vocabulary) {
        var findings = new Findings();
        Map<String, Name> names = new HashMap<>();
        for (Node item : items(tree, "names")) {
            if (item instanceof Node.Mapping one) {
                name(one, vocabulary, names, findings);
            } else {
                findings.error(
                        "shape.mapping",
                        item.span(),
                        "a name of columns that is no mapping",
                        "`called`, and `holds` or `may-hold` and `because`",
                        "write them as keys");
            }
        }
        if (names.isEmpty() && !findings.anyError()) {
            findings.error(
                    "key.missing",
                    tree.span(),
                    "the file names no column",
                    "a list `names`",
                    "add `names:` with at least one name");
        }
        return findings.anyError()
                ? new Loaded.Unsound<>(findings.inOrder())
                : Loaded.sound(new ColumnNames(names));
    }

    private static void name(
            Node.Mapping one, Vocabulary vocabulary, Map<String, Name> names, Findings findings) {
        for (Node.Entry entry : one.entries()) {
            if (!KEYS.contains(entry.key().text())) {
                findings.unknown(
                        "key.unknown", entry.key(), "key", "a key of a name of columns", KEYS);
            }
        }
        List<String> words = new ArrayList<>();
        for (String key : List.of("holds", "may-hold")) {
            for (Node.Scalar word : one.words(key)) {
                words.add(word.text());
                if (!Headings.isKnown(vocabulary, word.text())) {
                    findings.unknown(
                            "word.unknown",
                            word,
                            "column",
                            "a fact of the vocabulary, `id`, `date` or `party`",
                            vocabulary.factWords());
                }
            }
        }
        boolean certain = one.get("holds").isPresent();
        String because =
                one.get("because").orElse(null) instanceof Node.Scalar text ? text.text() : "";
        if (certain ? words.size() != 1 || !because.isEmpty() : because.isBlank()) {
            findings.error(
                    "key.missing",
                    one.span(),
                    "a name of columns that neither is certain nor says why it is not",
                    "`holds` with one word and nothing else, or `because`",
                    "write which word is meant, or what stands in the way");
        }
        var name =
                new Name(
                        certain ? words.stream().findFirst() : Optional.empty(),
                        certain ? List.of() : words,
                        because);
        for (Node.Scalar called : one.words("called")) {
            if (names.put(plain(called.text()), name) != null) {
                findings.error(
                        "yaml.key.twice",
                        called.span(),
                        "the heading `%s` stands here twice".formatted(called.text()),
                        "each heading once",
                        "take one of the two away");
            }
        }
    }

    private static List<Node> items(Node tree, String key) {
        return tree instanceof Node.Mapping file
                        && file.get(key).orElse(null) instanceof Node.Sequence list
                ? list.items()
                : List.of();
    }
}

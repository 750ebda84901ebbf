package org.plumbline.ask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Node;
import org.plumbline.core.norm.Library;
import org.plumbline.core.vocabulary.Fact;

/// Words lead only to what the library has: every profession, act, fact, body and place that the
/// words of questions name is one of the vocabulary, the bodies or the places.
public final class WordsAgree {
    private final Library library;
    private final List<Finding> findings = new ArrayList<>();

    private WordsAgree(Library library) {
        this.library = library;
    }

    /// What the words name that the library does not have, each a finding `words.id.unknown`.
    ///
    /// @param words the file of words, as read
    public static List<Finding> findings(Node.Mapping words, Library library) {
        var check = new WordsAgree(library);
        check.professions(words);
        check.acts(words);
        check.facts(words);
        check.authorities(words, "codes");
        check.authorities(words, "places");
        check.helpLines(words);
        return List.copyOf(check.findings);
    }

    private void professions(Node.Mapping words) {
        Collection<String> known = with(worded("profession"), Slots.OTHER);
        for (Node.Entry entry : entries(words, "professions")) {
            Node scenario =
                    entry.value() instanceof Node.Mapping mapping
                            ? mapping.get("scenario").orElse(entry.key())
                            : entry.key();
            named(scenario, "profession", known);
        }
    }

    private void acts(Node.Mapping words) {
        for (Node.Entry entry : entries(words, "acts")) {
            if (entry.value() instanceof Node.Mapping act) {
                act.get("scenario").ifPresent(n -> named(n, "act", worded("act")));
            }
        }
    }

    private void facts(Node.Mapping words) {
        if (!(words.get("facts").orElse(null) instanceof Node.Sequence(var items, _))) {
            return;
        }
        for (Node item : items) {
            if (item instanceof Node.Mapping fact
                    && fact.get("fact").orElse(null) instanceof Node.Scalar name
                    && library.vocabulary().fact(name.text()).isEmpty()) {
                unknown("fact", name, library.vocabulary().factWords());
            }
        }
    }

    private void authorities(Node.Mapping words, String section) {
        for (Node.Entry entry : entries(words, section)) {
            if (entry.value() instanceof Node.Mapping authority) {
                authority
                        .get("membership")
                        .ifPresent(n -> named(n, "body", library.bodies().keySet()));
                authority
                        .get("jurisdiction")
                        .ifPresent(n -> named(n, "place", library.places().keySet()));
            } else {
                named(
                        entry.key(),
                        section.equals("codes") ? "body" : "place",
                        section.equals("codes")
                                ? library.bodies().keySet()
                                : library.places().keySet());
            }
        }
    }

    private void helpLines(Node.Mapping words) {
        Set<String> known = new TreeSet<>(library.places().keySet());
        entries(words, "places").forEach(e -> known.add(e.key().text()));
        known.add("anywhere");
        if (words.get("help-lines").orElse(null) instanceof Node.Sequence(var items, _)) {
            for (Node item : items) {
                if (item instanceof Node.Mapping line) {
                    line.get("place").ifPresent(n -> named(n, "place", known));
                }
            }
        }
    }

    /// The words that may stand for a value of a fact.
    private Collection<String> worded(String fact) {
        return library.vocabulary().fact(fact).orElseThrow() instanceof Fact.Worded worded
                ? worded.words()
                : List.of();
    }

    private static Collection<String> with(Collection<String> words, String another) {
        Set<String> all = new TreeSet<>(words);
        all.add(another);
        return all;
    }

    private void named(Node node, String what, Collection<String> known) {
        for (Node.Scalar word : words(node)) {
            if (!known.contains(word.text())) {
                unknown(what, word, known);
            }
        }
    }

    /// The words of a value: itself, or those under `possibly`.
    private static List<Node.Scalar> words(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> List.of(scalar);
            case Node.Sequence(var items, _) ->
                    items.stream().flatMap(i -> words(i).stream()).toList();
            case Node.Mapping mapping ->
                    mapping.get("possibly").map(WordsAgree::words).orElse(List.of());
        };
    }

    private static List<Node.Entry> entries(Node.Mapping words, String section) {
        return words.get(section).orElse(null) instanceof Node.Mapping mapping
                ? mapping.entries()
                : List.of();
    }

    private void unknown(String what, Node.Scalar word, Collection<String> known) {
        var distance = new DamerauLevenshteinDistance();
        String nearest =
                new TreeSet<>(known)
                        .stream()
                                .min((a, b) ->
                                        Integer.compare(
                                                distance.apply(word.text(), a),
                                                distance.apply(word.text(), b)))
                                .orElse("");
        findings.add(
                Finding.error(
                        "words.id.unknown",
                        word.span(),
                        "unknown %s `%s`".formatted(what, word.text()),
                        "one of the library; nearest: `%s`".formatted(nearest),
                        "write `%s`, or add the %s to the library first".formatted(nearest, what)));
    }
}

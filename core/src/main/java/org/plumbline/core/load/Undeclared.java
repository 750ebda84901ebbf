package org.plumbline.core.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.plumbline.core.norm.Body;

/// Bodies, employers and places that editions name and no file describes.
///
/// A library may begin with editions alone: what `body:` and `binds:` name is taken for what it is
/// used as, under its id for a name, with a warning at the first place that names it. A word that is
/// almost one that is described is left for an error: it is sooner a slip of the pen than another
/// body, and a text that binds the members of a body that is not there binds nobody.
final class Undeclared {

    private static final Pattern COUNTRY = Pattern.compile("([a-z]{2})(-.*)?");
    private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(2);

    private final Findings findings;
    private final SequencedMap<String, Body> bodies;
    private final SequencedMap<String, String> places;
    private final Map<String, String> lists;
    private final Set<String> described = new LinkedHashSet<>();
    private final Map<String, Set<String>> grown = new LinkedHashMap<>();

    /// @param bodies those with a file, to which others are added
    /// @param places those with a name, to which others are added
    /// @param vocabulary the tree of the vocabulary, which says which fact takes which list
    Undeclared(
            Findings findings,
            SequencedMap<String, Body> bodies,
            SequencedMap<String, String> places,
            Node vocabulary) {
        this.findings = findings;
        this.bodies = bodies;
        this.places = places;
        this.lists = lists(vocabulary);
        this.described.addAll(bodies.keySet());
        this.described.addAll(places.keySet());
    }

    /// Takes in what every edition names; returns, by list, the words that were added.
    ///
    /// @param trees the files of the library; those that are no editions are passed over
    Map<String, Set<String>> grow(Collection<Node> trees) {
        for (Node tree : trees) {
            if (LibraryReader.isEdition(tree) && tree instanceof Node.Mapping edition) {
                edition.get("binds").ifPresent(this::binding);
            }
        }
        // After all that bind, which tell what kind of body each is.
        for (Node tree : trees) {
            if (LibraryReader.isEdition(tree)
                    && tree instanceof Node.Mapping edition
                    && edition.get("body").orElse(null) instanceof Node.Scalar body) {
                if (unknown(body.text()) && !bodies.containsKey(body.text())) {
                    add(body, kind(body.text()));
                }
            }
        }
        return grown;
    }

    /// Which list each fact takes its values from: `membership` from `bodies`.
    private static Map<String, String> lists(Node vocabulary) {
        Map<String, String> lists = new LinkedHashMap<>();
        if (vocabulary instanceof Node.Mapping file
                && file.get("facts").orElse(null) instanceof Node.Mapping facts) {
            for (Node.Entry fact : facts.entries()) {
                if (fact.value() instanceof Node.Mapping says
                        && says.get("of").orElse(null) instanceof Node.Scalar list) {
                    lists.put(fact.key().text(), list.text());
                }
            }
        }
        return lists;
    }

    private void binding(Node condition) {
        switch (condition) {
            case Node.Sequence(var items, _) -> items.forEach(this::binding);
            case Node.Mapping(var entries, _) -> {
                for (Node.Entry entry : entries) {
                    String list = lists.getOrDefault(entry.key().text(), "");
                    switch (list) {
                        case "bodies", "regulators", "employers", "places" ->
                                words(entry.value()).forEach(word -> member(word, list));
                        default -> binding(entry.value());
                    }
                }
            }
            case Node.Scalar _ -> {}
        }
    }

    private static List<Node.Scalar> words(Node value) {
        List<Node.Scalar> words = new ArrayList<>();
        switch (value) {
            case Node.Scalar word -> words.add(word);
            case Node.Sequence(var items, _) -> items.forEach(i -> words.addAll(words(i)));
            case Node.Mapping _ -> {}
        }
        return words;
    }

    private void member(Node.Scalar word, String list) {
        String id = word.text();
        if (!unknown(id)) {
            return;
        }
        if (grown.computeIfAbsent(list, _ -> new LinkedHashSet<>()).add(id)) {
            if (list.equals("places")) {
                places.put(id, id);
                warn(word, "place", "name it in `places.yaml`");
            } else if (!bodies.containsKey(id)) {
                add(word, kindOf(list));
            }
        }
    }

    private void add(Node.Scalar word, String kind) {
        String id = word.text();
        var country = COUNTRY.matcher(id);
        bodies.put(
                id,
                new Body(
                        id,
                        id,
                        kind,
                        country.matches() ? country.group(1) : "unknown",
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        "nothing"));
        warn(word, "body", "add `bodies/%s.yaml` with its name, kind and country".formatted(id));
    }

    private void warn(Node.Scalar word, String noun, String mend) {
        findings.warning(
                "body.undescribed",
                word.span(),
                "no file describes the %s `%s`, which goes by its id".formatted(noun, word.text()),
                "a %s with a name".formatted(noun),
                mend);
    }

    private static String kindOf(String list) {
        return switch (list) {
            case "regulators" -> "regulator";
            case "employers" -> "employer";
            default -> "association";
        };
    }

    private String kind(String id) {
        return grown.entrySet().stream()
                .filter(e -> e.getValue().contains(id) && !e.getKey().equals("places"))
                .map(e -> kindOf(e.getKey()))
                .findFirst()
                .orElse("legislature");
    }

    /// Neither described nor almost the word of one that is.
    private boolean unknown(String word) {
        return !described.contains(word) && described.stream().noneMatch(d -> almost(word, d));
    }

    /// One letter apart, or two in a long word. Short ids are acronyms, of which most are that near
    /// to another.
    private static boolean almost(String word, String other) {
        int apart = DISTANCE.apply(word, other);
        return switch (Math.min(word.length(), other.length())) {
            case 0, 1, 2, 3 -> false;
            case 4, 5, 6, 7 -> apart == 1;
            default -> apart == 1 || apart == 2;
        };
    }
}

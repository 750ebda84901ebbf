package org.plumbline.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.core.load.Node;

/// What the words of a published case say of facts that its slots leave open.
///
/// The rules stand under `story` in `codes/slots.yaml`: a fact, the values that are left, and the
/// phrases that say so. A phrase is words one after the other: `a|b` is either word, a `*` at the
/// end of a word any ending, and `~` up to four words of the same sentence, `~~` up to nine. A phrase that stands
/// inside a longer one of the same fact does not count, nor does one that the words before it deny.
///
/// @param rules the list under `story`
record StoryWords(Node.Sequence rules) {

    /// Facts that the words may set for an act, though nothing else speaks of them.
    ///
    /// @param act the value of the slot `act`
    Set<String> setFor(String act) {
        Set<String> facts = new LinkedHashSet<>();
        for (Node rule : rules.items()) {
            if (rule instanceof Node.Mapping says && texts(says, "for").contains(act)) {
                facts.add(text(says, "fact"));
            }
        }
        return facts;
    }

    /// Acts that the words may put in the place of the slot's own.
    ///
    /// @param act the value of the slot `act`
    Set<String> insteadOf(String act) {
        Set<String> acts = new LinkedHashSet<>();
        for (Node rule : rules.items()) {
            if (rule instanceof Node.Mapping says
                    && text(says, "fact").equals("act")
                    && texts(says, "for").contains(act)) {
                acts.addAll(texts(says, "is"));
            }
        }
        return acts;
    }

    private static final String WORD_BETWEEN = "(?:[\\w’'$£€,-]+\\s+)";
    private static final Pattern DENIED =
            Pattern.compile(
                    "(?:\\b(?:not?|nothing|never|without|nor|neither)|n['’]t)(?:\\s+\\w+){0,2}\\s*$");

    private record Hit(int from, int to, Set<String> values) {
        boolean isInside(Hit other) {
            return other.from <= from && to <= other.to && other.to - other.from > to - from;
        }
    }

    /// For each fact that the words speak of, the values left.
    ///
    /// @param story any text
    /// @param act the value of the slot `act`; a rule with `of` counts for the acts it lists only
    Map<String, Set<String>> values(String story, String act) {
        Map<String, List<Hit>> hits = new LinkedHashMap<>();
        for (Node rule : rules.items()) {
            if (rule instanceof Node.Mapping says && counts(says, act)) {
                String fact = text(says, "fact");
                Set<String> values = new LinkedHashSet<>(texts(says, "is"));
                for (String phrase : texts(says, "when")) {
                    Matcher found = phrase(phrase).matcher(story);
                    while (found.find()) {
                        if (!DENIED.matcher(story.substring(0, found.start())).find()) {
                            hits.computeIfAbsent(fact, _ -> new ArrayList<>())
                                    .add(new Hit(found.start(), found.end(), values));
                        }
                    }
                }
            }
        }
        Map<String, Set<String>> left = new LinkedHashMap<>();
        hits.forEach((fact, found) -> left.put(fact, inCommon(found)));
        return left;
    }

    private static boolean counts(Node.Mapping rule, String act) {
        List<String> acts = texts(rule, "of");
        return acts.isEmpty() || acts.contains(act);
    }

    /// What all phrases leave together; nothing where they say different things.
    private static Set<String> inCommon(List<Hit> hits) {
        Set<String> left = null;
        for (Hit hit : hits) {
            if (hits.stream().noneMatch(hit::isInside)) {
                if (left == null) {
                    left = new LinkedHashSet<>(hit.values());
                } else {
                    left.retainAll(hit.values());
                }
            }
        }
        return left == null ? Set.of() : left;
    }

    /// A phrase as a pattern.
    private static Pattern phrase(String phrase) {
        StringBuilder pattern = new StringBuilder();
        boolean first = true;
        for (String word : phrase.split(" ", -1)) {
            if (word.equals("~") || word.equals("~~")) {
                pattern.append(first ? "" : "\\s+")
                        .append(WORD_BETWEEN)
                        .append(word.equals("~") ? "{0,4}?" : "{0,9}?");
                first = true;
                continue;
            }
            List<String> choices = new ArrayList<>();
            for (String choice : word.split("\\|", -1)) {
                choices.add(
                        choice.endsWith("*")
                                ? Pattern.quote(choice.substring(0, choice.length() - 1)) + "\\w*"
                                : Pattern.quote(choice));
            }
            pattern.append(first ? "" : "\\s+")
                    .append("(?<!\\w)(?:")
                    .append(String.join("|", choices))
                    .append(")(?!\\w)");
            first = false;
        }
        return Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE);
    }

    private static String text(Node.Mapping mapping, String key) {
        return mapping.get(key).orElse(null) instanceof Node.Scalar s ? s.text() : "";
    }

    private static List<String> texts(Node.Mapping mapping, String key) {
        return mapping.get(key).orElse(null) instanceof Node.Sequence list
                ? list.items().stream()
                        .filter(Node.Scalar.class::isInstance)
                        .map(n -> ((Node.Scalar) n).text())
                        .toList()
                : List.of();
    }
}

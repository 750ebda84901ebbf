package org.plumbline.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.core.load.Node;

/// What the words of a published case say of facts that its slots leave open.
///
/// The rules stand under `story` in `codes/slots.yaml`: a fact, the values that are left, and the
/// phrases that say so. A phrase is words one after the other: `a|b` is either word, a `*` at the
/// end of a word any ending, `<name>` any member of the family of that name, and `~` up to four
/// words of the same sentence, `~~` up to nine. A phrase that stands inside a longer one of the same
/// fact does not count, nor does one that the words before it or in its gaps deny.
///
/// What was made of a phrase is kept: that costs more than to look for it.
final class StoryWords {

    private final Node.Sequence rules;
    private final Map<String, List<String>> families;
    private final Map<String, Pattern> phrases = new ConcurrentHashMap<>();
    private final Pattern denied;

    /// @param rules the list under `story`
    /// @param families name to words, or several words in a row, of which a phrase means any
    private StoryWords(Node.Sequence rules, Map<String, List<String>> families) {
        this.rules = rules;
        this.families = families;
        this.denied = denied(families);
    }

    /// Names of families, with the words, or several words in a row, of which a phrase means any.
    Map<String, List<String>> families() {
        return families;
    }

    /// Reads `story` and `families` in `codes/slots.yaml`; empty where there are no rules.
    static Optional<StoryWords> of(Node.Mapping slots) {
        if (!(slots.get("story").orElse(null) instanceof Node.Sequence rules)) {
            return Optional.empty();
        }
        Map<String, List<String>> families = new LinkedHashMap<>();
        if (slots.get("families").orElse(null) instanceof Node.Mapping named) {
            named.entries()
                    .forEach(e -> families.put(e.key().text(), texts(named, e.key().text())));
        }
        return Optional.of(new StoryWords(rules, families));
    }

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

    /// Acts, or parties, that the words may put in the place of the slot's own.
    ///
    /// @param slot `act` or `party`; of any other fact there are none
    /// @param act the value of the slot `act`
    Set<String> insteadOf(String slot, String act) {
        Set<String> values = new LinkedHashSet<>();
        for (Node rule : rules.items()) {
            if (rule instanceof Node.Mapping says
                    && OWN.contains(slot)
                    && text(says, "fact").equals(slot)
                    && texts(says, "for").contains(act)) {
                values.addAll(texts(says, "is"));
            }
        }
        return values;
    }

    private static final Set<String> OWN = Set.of("act", "party");
    private static final String DENIAL_WORD =
            "(?:not|never|without|no|none|nothing|nor|neither|refus\\w+|declin\\w+)\\b";
    // A gap holds no denial: `touch was not sexual` is no `touch ~ sexual`.
    private static final String WORD_BETWEEN =
            "(?:(?!" + DENIAL_WORD + "|\\w+n['’]t\\b)[\\w’'$£€,-]+\\s+)";
    private static final String OBJECT = "(?:with|has|have|had|is|are|was|were|for|by|of)";
    // What cannot be done is not denied: whoever can't pay the rent speaks of the rent.
    private static final String DENIES_WHAT_IS_DONE =
            "(?:\\b(?:not(?!\\s+(?:only|just|merely|simply)\\b)|never|without|refus\\w+|declin\\w+"
                    + "|instead of|rather than|"
                    + OBJECT
                    + "\\s+(?:no|none|nothing))|(?<!\\bca)n['’]t)";
    private static final String DENIES_WHO_DOES_IT =
            "(?<!\\b" + OBJECT + "\\s)\\b(?:no|none|nothing|nor|neither)";
    private static final String CLAUSE = "clause";
    // A family that is not there means no word, where an empty one would mean any.
    private static final String NO_WORD = "<>";

    private record Hit(int from, int to, Set<String> values) {
        boolean isInside(Hit other) {
            return other.from <= from && to <= other.to && other.to - other.from > to - from;
        }
    }

    /// For each fact that the words speak of, the values left.
    ///
    /// @param told any text
    /// @param act the value of the slot `act`; a rule with `of` counts for the acts it lists only
    Map<String, Set<String>> values(String told, String act) {
        String story = told.replace('’', '\'');
        Map<String, List<Hit>> hits = new LinkedHashMap<>();
        for (Node rule : rules.items()) {
            if (rule instanceof Node.Mapping says && counts(says, act)) {
                String fact = text(says, "fact");
                Set<String> values = new LinkedHashSet<>(texts(says, "is"));
                for (String phrase : texts(says, "when")) {
                    Matcher found = phrases.computeIfAbsent(phrase, this::phrase).matcher(story);
                    while (found.find()) {
                        if (!denied.matcher(upToFirstWord(story, found.start())).find()) {
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

    /// A text that ends with a word that is denied, at most three words before. A denial reaches no
    /// further than its clause: `has not settled wants` denies no wanting, where `no client wants`
    /// does.
    private static Pattern denied(Map<String, List<String>> families) {
        String clause =
                "(?!(?:"
                        + String.join("|", families.getOrDefault(CLAUSE, List.of(NO_WORD)))
                        + ")\\b)";
        return Pattern.compile(
                "(?:%1$s(?:\\s+\\S+|(?:\\s+%2$s\\w+){1,3}\\s+%2$s\\S+)|%3$s(?:\\s+\\w+){0,3}\\s+\\S+)$"
                        .formatted(DENIES_WHAT_IS_DONE, clause, DENIES_WHO_DOES_IT),
                Pattern.CASE_INSENSITIVE);
    }

    private static String upToFirstWord(String story, int from) {
        int to = from + 1;
        while (to < story.length() && !Character.isWhitespace(story.charAt(to))) {
            to++;
        }
        return story.substring(0, to);
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
    private Pattern phrase(String phrase) {
        StringBuilder pattern = new StringBuilder();
        boolean first = true;
        for (String word : phrase.split(" ", -1)) {
            if (word.equals("~") || word.equals("~~")) {
                pattern.append(first ? "" : ",?\\s+")
                        .append(WORD_BETWEEN)
                        .append(word.equals("~") ? "{0,4}?" : "{0,9}?");
                first = true;
                continue;
            }
            List<String> choices = new ArrayList<>();
            for (String choice : word.split("\\|", -1)) {
                int end = choice.indexOf('>');
                if (choice.startsWith("<") && end > 0) {
                    String ending = Pattern.quote(choice.substring(end + 1));
                    for (String member :
                            families.getOrDefault(choice.substring(1, end), List.of(NO_WORD))) {
                        choices.add(words(member) + ending);
                    }
                } else {
                    choices.add(words(choice));
                }
            }
            pattern.append(first ? "" : "\\s+")
                    .append("(?<!\\w)(?:")
                    .append(String.join("|", choices))
                    .append(")(?!\\w)");
            first = false;
        }
        return Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE);
    }

    private static String words(String said) {
        List<String> words = new ArrayList<>();
        for (String word : said.split(" ", -1)) {
            words.add(
                    word.endsWith("*")
                            ? Pattern.quote(word.substring(0, word.length() - 1)) + "\\w*"
                            : Pattern.quote(word));
        }
        return String.join("\\s+", words);
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

package org.plumbline.core.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Lists, capitals, articles and `-ing`: the little English that a phrase cannot carry itself.
final class Wording {

    private Wording() {}

    /// "a, b and c".
    static String and(List<String> items) {
        return listed(items, "and");
    }

    /// "a, b or c".
    static String or(List<String> items) {
        return listed(items, "or");
    }

    private static String listed(List<String> items, String last) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        return String.join(", ", items.subList(0, items.size() - 1))
                + " "
                + last
                + " "
                + items.getLast();
    }

    /// The first letter large, as at the beginning of a sentence.
    static String capital(String words) {
        return words.isEmpty()
                ? words
                : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /// A word of the vocabulary that reads as itself: `own-values` is "own values".
    static String plain(String word) {
        return word.replace('-', ' ');
    }

    /// "a student", "an employee".
    static String withArticle(String words) {
        return (beginsWithVowel(words) ? "an " : "a ") + words;
    }

    /// The phrase with its `{}` filled, "a" before a vowel becoming "an".
    static String filled(String phrase, String with) {
        String fitting =
                beginsWithVowel(with) ? phrase.replaceFirst("\\b([Aa]) \\{}", "$1n {}") : phrase;
        return fitting.replace("{}", with);
    }

    private static boolean beginsWithVowel(String words) {
        return !words.isEmpty() && "aeiouAEIOU".indexOf(words.charAt(0)) >= 0;
    }

    // ── Verbs ───────────────────────────────────────────────────────────────────────────────

    /// Verbs of more than one syllable whose last letter is doubled all the same.
    private static final Set<String> STRESSED_AT_THE_END =
            Set.of("commit", "refer", "enrol", "permit", "admit", "transfer", "occur");

    /// A verb phrase in `-ing`: "teach or grade" is "teaching or grading".
    static String gerund(String phrase) {
        List<String> words = new ArrayList<>();
        boolean verbNext = true;
        for (String word : phrase.split(" ", -1)) {
            boolean adverb = verbNext && word.endsWith("ly");
            words.add(verbNext && !adverb ? ing(word) : word);
            verbNext = adverb || word.equals("or") || word.equals("and");
        }
        return String.join(" ", words);
    }

    private static String ing(String verb) {
        if (verb.endsWith("e") && !verb.endsWith("ee")) {
            return verb.substring(0, verb.length() - 1) + "ing";
        }
        return doubles(verb) ? verb + verb.charAt(verb.length() - 1) + "ing" : verb + "ing";
    }

    private static boolean doubles(String verb) {
        return STRESSED_AT_THE_END.contains(verb) || verb.matches("[^aeiou]*[aeiou][^aeiouwxy]");
    }

    /// The verb behind its `-ing`: "planning" is "plan", "proposing" is "propose".
    static String fromGerund(String gerund) {
        if (!gerund.endsWith("ing")) {
            return gerund;
        }
        String stem = gerund.substring(0, gerund.length() - 3);
        int end = stem.length() - 1;
        if (end > 0 && stem.charAt(end) == stem.charAt(end - 1)) {
            return stem.substring(0, end);
        }
        return stem.endsWith("s") ? stem + "e" : stem;
    }
}

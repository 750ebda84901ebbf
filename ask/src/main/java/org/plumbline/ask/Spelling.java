package org.plumbline.ask;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.jspecify.annotations.Nullable;

/// Leads a word as typed to the words of the lexicon: by its inflection, or by mending it.
///
/// Inflections are taken off as WordNet's morphy does: endings are exchanged, and a result counts
/// only if it is a word of the lexicon. A word that leads nowhere and is not listed as rightly
/// spelled is mended where exactly one edit (two in words of eight letters or more) reaches the
/// lexicon. Short words are mended only by swapping two neighbouring letters.
final class Spelling {

    /// An ending and what stands in its place in the base form.
    record Ending(String ending, String instead) {}

    /// A word of the lexicon with the set of its letters, which rules most words out at once.
    private record Known(String word, int letters) {}

    private static final int MENDED_FROM = 5;
    private static final int SWAPPED_FROM = 4;
    private static final int TWO_EDITS_FROM = 8;

    /// What a speller knows.
    ///
    /// @param vocabulary every word of the lexicon
    /// @param people those of them that name somebody
    /// @param right words that are rightly spelled though the lexicon lacks them
    /// @param irregular the base forms of a word that no ending leads to
    record Words(
            Set<String> vocabulary,
            Set<String> people,
            Set<String> right,
            List<Ending> endings,
            Map<String, List<String>> irregular) {}

    private final Set<String> vocabulary;
    private final Set<String> people;
    private final Set<String> right;
    private final List<Ending> endings;
    private final Map<String, List<String>> irregular;

    Spelling(Words words) {
        this.vocabulary = words.vocabulary();
        this.people = words.people();
        this.right = words.right();
        this.endings = words.endings();
        this.irregular = words.irregular();
    }

    /// The words to mend towards, by length; gathered when the first word has to be mended.
    private volatile @Nullable Map<Integer, List<Known>> gathered;

    private Map<Integer, List<Known>> byLength() {
        Map<Integer, List<Known>> known = gathered;
        if (known == null) {
            known = new HashMap<>();
            for (String word : vocabulary) {
                if (word.length() >= MENDED_FROM) {
                    known.computeIfAbsent(word.length(), _ -> new ArrayList<>())
                            .add(new Known(word, letters(word)));
                }
            }
            known.values().forEach(words -> words.sort((a, b) -> a.word().compareTo(b.word())));
            gathered = known;
        }
        return known;
    }

    boolean knows(String word) {
        return vocabulary.contains(word);
    }

    /// Whether a word is in the lexicon, as it stands or inflected.
    boolean knowsInflected(String word) {
        List<String> forms = new ArrayList<>(2);
        bases(word, forms);
        return vocabulary.contains(word) || !forms.isEmpty();
    }

    /// The forms of a word: itself first, then what it may stand for in the lexicon.
    List<String> forms(String lower) {
        List<String> forms = new ArrayList<>(3);
        forms.add(lower);
        bases(lower, forms);
        if (forms.size() == 1 && !vocabulary.contains(lower) && mendable(lower)) {
            mend(lower, forms);
        }
        return forms;
    }

    private void bases(String word, List<String> forms) {
        forms.addAll(irregular.getOrDefault(word, List.of()));
        for (Ending ending : endings) {
            if (word.length() > ending.ending().length() + 1 && word.endsWith(ending.ending())) {
                String stem = word.substring(0, word.length() - ending.ending().length());
                addKnown(stem + ending.instead(), forms);
                if (ending.instead().isEmpty() && endsDoubled(stem)) {
                    addKnown(stem.substring(0, stem.length() - 1), forms);
                }
            }
        }
    }

    private void addKnown(String base, List<String> forms) {
        if (vocabulary.contains(base) && !forms.contains(base)) {
            forms.add(base);
        }
    }

    private static boolean endsDoubled(String stem) {
        int n = stem.length();
        return n > 2 && stem.charAt(n - 1) == stem.charAt(n - 2);
    }

    private boolean mendable(String word) {
        if (word.length() < SWAPPED_FROM || word.length() > 24 || isRight(word)) {
            return false;
        }
        return word.chars().allMatch(Character::isLetter);
    }

    private boolean isRight(String word) {
        if (right.contains(word)) {
            return true;
        }
        for (Ending ending : endings) {
            if (word.endsWith(ending.ending())) {
                String stem = word.substring(0, word.length() - ending.ending().length());
                if (right.contains(stem + ending.instead())) {
                    return true;
                }
            }
        }
        return false;
    }

    private void mend(String word, List<String> forms) {
        String mended = nearest(word);
        if (mended.isEmpty()) {
            for (Ending ending : endings) {
                if (mended.isEmpty() && word.endsWith(ending.ending())) {
                    String stem = word.substring(0, word.length() - ending.ending().length());
                    mended = nearest(stem + ending.instead());
                }
            }
        }
        if (!mended.isEmpty()) {
            forms.add(mended);
            bases(mended, forms);
        }
    }

    /// The word of the lexicon that is nearest, or an empty string.
    private String nearest(String word) {
        int length = word.length();
        if (length < SWAPPED_FROM) {
            return "";
        }
        if (length < MENDED_FROM) {
            return swapped(word);
        }
        int edits = length >= TWO_EDITS_FROM ? 2 : 1;
        var distance = new DamerauLevenshteinDistance(edits);
        int letters = letters(word);
        String best = "";
        int bestScore = Integer.MAX_VALUE;
        for (int size = length - edits; size <= length + edits; size++) {
            for (Known known : byLength().getOrDefault(size, List.of())) {
                if (Integer.bitCount(letters ^ known.letters()) > 2 * edits) {
                    continue;
                }
                int apart = distance.apply(word, known.word());
                if (apart < 0 || (apart > 1 && size < TWO_EDITS_FROM)) {
                    continue;
                }
                int score = 4 * apart + unlikeness(word, known.word());
                if (score < bestScore) {
                    bestScore = score;
                    best = known.word();
                }
            }
        }
        return best;
    }

    /// Typing errors seldom touch the first letter, seldom the last, and more often drop, double or
    /// swap letters than put in a wrong one; and questions are about people.
    private int unlikeness(String word, String known) {
        int first = word.charAt(0) == known.charAt(0) ? 0 : 2;
        int last = word.charAt(word.length() - 1) == known.charAt(known.length() - 1) ? 0 : 1;
        int swappedLetter =
                word.length() == known.length() && letters(word) != letters(known) ? 1 : 0;
        return first + last + swappedLetter + (people.contains(known) ? 0 : 1);
    }

    private String swapped(String word) {
        var letters = new StringBuilder(word);
        for (int i = 0; i + 1 < word.length(); i++) {
            letters.setCharAt(i, word.charAt(i + 1));
            letters.setCharAt(i + 1, word.charAt(i));
            if (vocabulary.contains(letters.toString())) {
                return letters.toString();
            }
            letters.setCharAt(i, word.charAt(i));
            letters.setCharAt(i + 1, word.charAt(i + 1));
        }
        return "";
    }

    private static int letters(String word) {
        int set = 0;
        for (int i = 0; i < word.length(); i++) {
            set |= 1 << (word.charAt(i) & 31);
        }
        return set;
    }
}

package org.plumbline.ask;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds, among questions that can be answered, those most like one that cannot.
final class Nearest {
    private static final int MANY = 3;

    private final Lexicon lexicon;
    private volatile @Nullable Map<String, Set<String>> wordsByQuestion;

    Nearest(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    private record Ranked(String question, double likeness) {}

    /// The nearest questions, the best first; the first of the list where nothing is alike.
    List<String> to(String text) {
        Set<String> wanted = words(text);
        Map<String, Set<String>> known = known();
        return known.entrySet().stream()
                .map(q -> new Ranked(q.getKey(), likeness(wanted, q.getValue())))
                .sorted(Comparator.comparingDouble(Ranked::likeness).reversed())
                .limit(MANY)
                .map(Ranked::question)
                .toList();
    }

    /// Made at the first refusal, so that an answer need not wait for it; two threads that meet
    /// here make the same.
    private Map<String, Set<String>> known() {
        Map<String, Set<String>> known = wordsByQuestion;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (String question : lexicon.parts().questions()) {
                known.put(question, words(question));
            }
            wordsByQuestion = known;
        }
        return known;
    }

    private Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        for (Token token : lexicon.tokenizer().tokens(text)) {
            String word = token.forms().getLast();
            if (word.length() > 2) {
                words.add(word);
            }
        }
        return words;
    }

    /// Shared words over all words: 0 for none, 1 for the same.
    private static double likeness(Set<String> left, Set<String> right) {
        int shared = 0;
        for (String word : left) {
            shared += right.contains(word) ? 1 : 0;
        }
        int all = left.size() + right.size() - shared;
        return all == 0 ? 0 : (double) shared / all;
    }
}

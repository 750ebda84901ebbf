package org.plumbline.bulk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Vocabulary;

/// The words of cells, led to those of case files where they can mean one thing only.
///
/// Case, blanks and underscores do not matter: `Former client` is `former-client`, `NASW` is `nasw`.
/// What is so or not may be `TRUE`, `yes`, `Y` or `t`, and their opposites; and `1` or `0`, except in
/// a judgement, where a number may be a score: a risk of 0 on a scale of five is nobody's word that there
/// is none. A value may be called by its whole name, as the vocabulary, `places.yaml` and the bodies have
/// it: `Ohio` is `us-oh`. What cannot be led to a word is handed on as it is, and found by the reader of
/// case files.
final class CellWord {

    private static final Set<String> YES = Set.of("true", "yes", "y", "t");
    private static final Set<String> NO = Set.of("false", "no", "n", "f");
    private static final Set<String> ONE = Set.of("1", "1.0");
    private static final Set<String> NOUGHT = Set.of("0", "0.0");

    private CellWord() {}

    /// @param column the word for what the column holds: a fact, or `party`
    static String of(Vocabulary vocabulary, String column, String text) {
        String small = text.strip().toLowerCase(Locale.ROOT);
        if (small.equals("unknown")) {
            return small;
        }
        if (column.equals("party")) {
            return vocabulary.parties().containsKey(joined(small)) ? joined(small) : text;
        }
        return switch (vocabulary.facts().get(column)) {
            case Fact.YesNo fact -> yesNo(fact, small, text);
            case Fact.Worded fact -> worded(fact, small, text);
            case Fact.Event _ -> small.equals("never") ? small : text;
            case null, default -> text;
        };
    }

    /// Whether a cell says something of what the column holds, as far as a word can; true of any text
    /// where it holds no words.
    static boolean isWord(Vocabulary vocabulary, String column, String text) {
        String word = of(vocabulary, column, text);
        if (word.equals("unknown")) {
            return true;
        }
        if (column.equals("party")) {
            return vocabulary.parties().containsKey(word);
        }
        return switch (vocabulary.facts().get(column)) {
            case Fact.YesNo _ -> word.equals("true") || word.equals("false");
            case Fact.Worded fact -> !fact.leaves(word).isEmpty();
            case null, default -> true;
        };
    }

    private static String yesNo(Fact.YesNo fact, String small, String text) {
        boolean counts = fact.sort() != Fact.Sort.JUDGEMENT;
        if (YES.contains(small) || (counts && ONE.contains(small))) {
            return "true";
        }
        return NO.contains(small) || (counts && NOUGHT.contains(small)) ? "false" : text;
    }

    private static String worded(Fact.Worded fact, String small, String text) {
        String word = joined(small);
        if (!fact.leaves(text).isEmpty() || !several(fact, text).isEmpty()) {
            return text;
        }
        return fact.leaves(word).isEmpty() ? called(fact, small).orElse(text) : word;
    }

    /// The one value whose whole name this is.
    private static Optional<String> called(Fact.Worded fact, String small) {
        String name = name(small);
        List<String> values =
                fact.values().stream()
                        .filter(v -> name.equals(name(fact.phrases().getOrDefault(v, ""))))
                        .toList();
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    private static String name(String text) {
        return text.toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " ")
                .replaceFirst("^the ", "");
    }

    /// Values that an abbreviation may mean: `CA` is Canada (`ca`), or California (`us-ca`). Empty where it
    /// can mean one thing only; and where the word of case files itself is written, in small letters.
    static List<String> several(Vocabulary vocabulary, String column, String text) {
        return vocabulary.facts().get(column) instanceof Fact.Worded fact
                ? several(fact, text.strip())
                : List.of();
    }

    private static List<String> several(Fact.Worded fact, String text) {
        String small = text.toLowerCase(Locale.ROOT);
        if (text.length() != 2 || text.equals(small) || fact.leaves(small).isEmpty()) {
            return List.of();
        }
        List<String> parts =
                fact.values().stream().filter(v -> v.matches("[a-z]{2}-" + small)).toList();
        return parts.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(small), parts.stream()).toList();
    }

    /// How a value is called where its word alone says little.
    static String shown(Vocabulary vocabulary, String column, String value) {
        return vocabulary.facts().get(column) instanceof Fact.Worded fact
                        && fact.phrases().containsKey(value)
                ? "%s (`%s`)".formatted(fact.phrases().get(value), value)
                : "`%s`".formatted(value);
    }

    private static String joined(String small) {
        return small.replaceAll("[ _-]+", "-");
    }
}

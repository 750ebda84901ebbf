package org.plumbline.bulk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Findings;
import org.plumbline.core.load.Span;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Vocabulary;

/// What the columns of somebody's file hold.
///
/// @param words for each column, in order, what it holds: `id`, `date`, `party`, a fact, a fact and
///     a unit, or `ignore`
/// @param own what the columns are called in the file
public record Headings(List<String> words, List<String> own) {

    /// The row's own key.
    static final String KEY = "id";

    /// A column to leave alone, because somebody said so.
    static final String IGNORE = "ignore";

    /// Strange columns of one file that are told one by one.
    private static final int MOST = 50;

    private static final List<String> OTHERS = List.of(KEY, "date", "party", IGNORE);

    public Headings {
        words = List.copyOf(words);
        own = List.copyOf(own);
    }

    /// Columns that are called by our words.
    Headings(List<String> words) {
        this(words, words);
    }

    /// Reads headings, by a mapping where there is one.
    ///
    /// A column that cannot be placed is a finding and never left out quietly.
    ///
    /// @param mapping from a file's own headings to words
    static Headings of(
            Vocabulary vocabulary,
            String file,
            List<String> headings,
            SequencedMap<String, String> mapping,
            List<Finding> findings) {
        List<String> words = new ArrayList<>();
        int strange = 0;
        for (int column = 0; column < headings.size(); column++) {
            String heading = headings.get(column);
            String word = mapping.getOrDefault(heading, word(heading));
            Span span = new Span(file, 1, column + 1, column + 2);
            if (!isKnown(vocabulary, word)) {
                strange++;
                if (strange > MOST) {
                    continue;
                }
                findings.add(strange(vocabulary, file, heading, word, span, mapping));
            } else if (!word.equals(IGNORE) && words.contains(word)) {
                findings.add(
                        Finding.error(
                                "audit.column.twice",
                                span,
                                "two columns hold `%s`".formatted(word),
                                "each fact in one column",
                                "write `ignore` beside one of them in the mapping"));
            }
            words.add(word);
        }
        if (strange > MOST) {
            findings.add(
                    Finding.error(
                            "audit.column.unknown",
                            new Span(file, 1, 1, 1),
                            "%,d more of its %,d columns are none of our words"
                                    .formatted(strange - MOST, headings.size()),
                            "a first line with a short heading for each column",
                            "look whether this is the file that was meant, and whether its first line holds headings"));
        }
        findings.addAll(missing(file, words));
        return new Headings(words, headings);
    }

    /// The findings about columns that are not left out on purpose.
    List<Finding> meant(List<Finding> unfit) {
        return unfit.stream()
                .filter(f ->
                        f.span().column() > words.size()
                                || !words.get(f.span().column() - 1).equals(IGNORE))
                .toList();
    }

    /// What no column holds and no case can do without.
    static List<Finding> missing(String file, Collection<String> words) {
        List<Finding> missing = new ArrayList<>();
        for (String needed : List.of("act", "party")) {
            if (!words.contains(needed) && !(needed.equals("party") && words.contains("role"))) {
                missing.add(
                        Finding.error(
                                "audit.column.missing",
                                Span.of(file),
                                "no column holds `%s`".formatted(needed),
                                "a column for what is done, and one for whom it is done to",
                                "add the column, or name it in the mapping"));
            }
        }
        return missing;
    }

    private static Finding strange(
            Vocabulary vocabulary,
            String file,
            String heading,
            String word,
            Span span,
            SequencedMap<String, String> mapping) {
        if (heading.isBlank() && !mapping.containsKey(heading)) {
            return Finding.error(
                    "audit.column.unknown",
                    span,
                    "column %d has no heading".formatted(span.column()),
                    "a heading over each column",
                    "give it one, take the column away, or write `\"%s\": ignore` under `columns:` in the mapping"
                            .formatted(heading));
        }
        return Finding.error(
                "audit.column.unknown",
                span,
                (mapping.containsKey(heading)
                                ? "the mapping says that column %d, `%s`, holds `%s`, which is none of our words"
                                : "column %d, `%s`, is none of our words")
                        .formatted(span.column(), Sheet.shown(heading), Sheet.shown(word)),
                "a fact of the vocabulary, `id`, `date` or `party`"
                        + nearest(vocabulary, word)
                                .map(near -> "; nearest: `%s`".formatted(near))
                                .orElse(""),
                mapping.containsKey(heading)
                        ? "write another word beside it in the mapping, or `ignore`"
                        : "write a mapping with `plumbline audit --columns %s`, or `ignore` beside the column"
                                .formatted(file));
    }

    /// The word for a heading, whatever its case and what stands between and around its words.
    static String word(String heading) {
        return heading.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    /// Whether a column can hold what this word says: an amount only with its unit.
    static boolean isKnown(Vocabulary vocabulary, String word) {
        return OTHERS.contains(word)
                || (vocabulary.facts().containsKey(word)
                        && !(vocabulary.facts().get(word) instanceof Fact.Amount))
                || isAmount(vocabulary, word);
    }

    /// Whether a word is an amount and its unit, as `value-usd`.
    private static boolean isAmount(Vocabulary vocabulary, String word) {
        return amount(vocabulary, word).isPresent();
    }

    /// The amount and the unit that a word names.
    static Optional<List<String>> amount(Vocabulary vocabulary, String word) {
        for (Fact fact : vocabulary.facts().values()) {
            if (fact instanceof Fact.Amount amount) {
                for (String unit : amount.units()) {
                    if (word.equals(amount.id() + "-" + unit)) {
                        return Optional.of(List.of(amount.id(), unit));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /// The word that may have been meant: one of an amount's where the unit is lacking.
    private static Optional<String> nearest(Vocabulary vocabulary, String word) {
        if (vocabulary.facts().get(word) instanceof Fact.Amount amount) {
            return amount.units().stream().findFirst().map(unit -> amount.id() + "-" + unit);
        }
        List<String> all = new ArrayList<>(OTHERS);
        all.addAll(vocabulary.facts().keySet());
        return Findings.nearest(word, all);
    }
}

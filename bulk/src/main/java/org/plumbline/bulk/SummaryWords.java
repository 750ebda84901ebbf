package org.plumbline.bulk;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.explain.EditionName;
import org.plumbline.core.explain.VerdictSentence;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.timeline.Band;

/// The words of a summary, the same in the terminal and on the page.
public final class SummaryWords {

    private static final List<String> MONTHS =
            List.of(
                    "January",
                    "February",
                    "March",
                    "April",
                    "May",
                    "June",
                    "July",
                    "August",
                    "September",
                    "October",
                    "November",
                    "December");

    private final Library library;

    public SummaryWords(Library library) {
        this.library = library;
    }

    /// "1 row", "2 rows", "1,284 rows".
    public static String count(long number, String one, String several) {
        return "%,d %s".formatted(number, number == 1 ? one : several);
    }

    /// "1 row", "2 rows".
    public static String rows(long number) {
        return count(number, "row", "rows");
    }

    /// A share as people write it; never 100 % while something is left out, never 0 % while there is
    /// something.
    public static String percent(double share) {
        if (share >= 1) {
            return "100 %";
        }
        double percent = Math.min(99.9, Math.max(share > 0 ? 0.1 : 0, share * 100));
        return percent < 10 || percent > 99
                ? "%.1f %%".formatted(percent)
                : "%.0f %%".formatted(percent);
    }

    /// What a finding says, for readers who do not know codes; the code itself where nobody has put
    /// it into words.
    public static String found(String code) {
        return SummaryPage.phrases().getProperty(code, code);
    }

    /// How much of the input a result speaks for, in a sentence or two.
    public static String coverage(AuditSummary summary) {
        if (summary.rows() == 0 && summary.unread().isEmpty()) {
            return "No row was decided: the input holds none.";
        }
        if (summary.complete()) {
            return "It speaks for all of the input: %s, every one decided."
                    .formatted(rows(summary.rows()));
        }
        String decided =
                summary.decided() == 0
                        ? "No row was decided."
                        : "It speaks for %,d of the %s that could be read."
                                .formatted(summary.decided(), rows(summary.rows()));
        if (summary.unread().isEmpty()) {
            return decided;
        }
        return decided
                + " Of %s %,d could not be read to the end; by size, %s of the input was read."
                        .formatted(
                                count(summary.files(), "file", "files"),
                                summary.unread().size(),
                                percent(summary.share()));
    }

    /// Whether the rows that were kept are all that are meant, or which may be wanting; empty where
    /// every row was asked for.
    public static String completeness(AuditSummary summary) {
        if (!summary.selected()) {
            return "";
        }
        String kept =
                summary.kept() == 0
                        ? "No row fits what was asked."
                        : "%s %s what was asked."
                                .formatted(
                                        rows(summary.kept()), summary.kept() == 1 ? "fits" : "fit");
        if (summary.complete()) {
            return kept + " That is complete: every row of the input was looked at.";
        }
        StringBuilder wanting = new StringBuilder(kept).append(" That is not complete: ");
        if (summary.bad() > 0) {
            wanting.append(rows(summary.bad())).append(" could not be decided and may fit as well");
        }
        if (!summary.unread().isEmpty()) {
            wanting.append(summary.bad() > 0 ? ", and " : "")
                    .append(
                            count(
                                    summary.unread().size(),
                                    "file was not read to its end",
                                    "files were not read to their end"));
        }
        return wanting.append('.').toString();
    }

    /// What was counted, in words: "Prohibited or not addressed here".
    ///
    /// @param says headlines as a summary has them: `prohibited or not-addressed`
    /// @param edition the text that says it; absent for texts joined
    public String headlines(String says, Optional<Edition> edition) {
        List<String> words = new ArrayList<>();
        for (Headline headline : headlines(says)) {
            String word = headline(headline, edition);
            words.add(
                    words.isEmpty()
                            ? word
                            : word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1));
        }
        return String.join(" or ", words);
    }

    /// In a count each headline needs a name of its own.
    private String headline(Headline headline, Optional<Edition> edition) {
        if (headline == Headline.TENSION) {
            return "In tension";
        }
        return headline == Headline.SILENT && edition.isEmpty()
                ? "Silent"
                : VerdictSentence.name(
                        headline, edition.orElseGet(() -> library.editions().getFirst()));
    }

    /// The headlines of a count, strictest first.
    static List<Headline> headlines(String says) {
        return Arrays.stream(says.split(" or "))
                .flatMap(word -> Headline.of(word).stream())
                .toList();
    }

    /// How a count is drawn.
    static Band band(String says) {
        return Band.of(headlines(says));
    }

    /// "ACA 2014".
    public String edition(String id) {
        return library.edition(id).map(e -> EditionName.brief(library, e)).orElse(id);
    }

    /// "Have sexual contact".
    public String act(String id) {
        if (id.isEmpty()) {
            return "Act not known";
        }
        var phrase = library.vocabulary().acts().get(id);
        String bare = phrase == null ? id.replace('-', ' ') : phrase.bare();
        return bare.substring(0, 1).toUpperCase(Locale.ROOT) + bare.substring(1);
    }

    /// "June 2026".
    public static String month(YearMonth month) {
        return MONTHS.get(month.getMonthValue() - 1) + " " + month.getYear();
    }
}

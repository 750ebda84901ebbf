package org.plumbline.core.load;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.core.scenario.Known;

/// Reads dates that may be partial: a day, a month, a year, or a span of two of these.
public final class DateReader {

    private static final Pattern DATE =
            Pattern.compile("([1-9][0-9]{3})(?:-([0-9]{2})(?:-([0-9]{2}))?)?");

    private DateReader() {}

    /// The days from the year 1000 to 9999 that a date written as YYYY, YYYY-MM, YYYY-MM-DD or two of these with `..` between
    /// them may be; empty when it is none of these or no such day exists.
    public static Optional<Known.Range> days(String text) {
        int dots = text.indexOf("..");
        if (dots >= 0) {
            Optional<Known.Range> first = days(text.substring(0, dots).strip());
            Optional<Known.Range> last = days(text.substring(dots + 2).strip());
            return first.isPresent()
                            && last.isPresent()
                            && !last.get().last().isBefore(first.get().first())
                    ? Optional.of(new Known.Range(first.get().first(), last.get().last()))
                    : Optional.empty();
        }
        Matcher date = DATE.matcher(text);
        if (!date.matches()) {
            return Optional.empty();
        }
        try {
            int year = Integer.parseInt(date.group(1));
            if (date.group(2) == null) {
                return Optional.of(
                        new Known.Range(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
            }
            YearMonth month = YearMonth.of(year, Integer.parseInt(date.group(2)));
            return Optional.of(
                    date.group(3) == null
                            ? new Known.Range(month.atDay(1), month.atEndOfMonth())
                            : Known.Range.of(month.atDay(Integer.parseInt(date.group(3)))));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// A date in a file, or a finding.
    static Optional<Known.Range> read(Node node, Findings findings) {
        Optional<Node.Scalar> word = findings.scalar(node, "a date");
        if (word.isEmpty()) {
            return Optional.empty();
        }
        Optional<Known.Range> days = days(word.get().text());
        if (days.isEmpty()) {
            findings.error(
                    "date.none",
                    word.get().span(),
                    "`%s` is not a date".formatted(Findings.shown(word.get().text())),
                    "a day that exists, as YYYY-MM-DD, YYYY-MM or YYYY, or two with `..` between",
                    "write it as 2026-02-28");
        }
        return days;
    }
}

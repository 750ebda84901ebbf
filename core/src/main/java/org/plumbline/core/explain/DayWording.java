package org.plumbline.core.explain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.plumbline.core.scenario.Known;

/// Days as people write them: "14 March 2028".
public final class DayWording {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private DayWording() {}

    /// "14 March 2028".
    public static String of(LocalDate day) {
        return DAY.format(day);
    }

    /// "on 14 March 2028", "in March 2028", "in 2028", "between 1 March 2028 and 4 April 2028".
    public static String of(Known.Range range) {
        LocalDate first = range.first();
        LocalDate last = range.last();
        if (first.equals(last)) {
            return "on " + of(first);
        }
        YearMonth month = YearMonth.from(first);
        if (first.equals(month.atDay(1)) && last.equals(month.atEndOfMonth())) {
            return "in " + MONTH.format(first);
        }
        if (first.getDayOfYear() == 1 && last.equals(LocalDate.of(first.getYear(), 12, 31))) {
            return "in " + first.getYear();
        }
        return between(first, last);
    }

    /// "between 1 and 31 March 2028", "between 28 February 2028 and 1 March 2028".
    static String between(LocalDate first, LocalDate last) {
        return YearMonth.from(first).equals(YearMonth.from(last))
                ? "between " + first.getDayOfMonth() + " and " + of(last)
                : "between " + of(first) + " and " + of(last);
    }
}

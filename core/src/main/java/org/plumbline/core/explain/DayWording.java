package org.plumbline.core.explain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import org.plumbline.core.scenario.Known;

/// Days as people write them: "14 March 2028".
public final class DayWording {

    private DayWording() {}

    /// "14 March 2028".
    public static String of(LocalDate day) {
        return day.getDayOfMonth() + " " + month(day);
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
            return "in " + month(first);
        }
        if (first.getDayOfYear() == 1 && last.equals(LocalDate.of(first.getYear(), 12, 31))) {
            return "in " + first.getYear();
        }
        return between(first, last);
    }

    /// "March 2028". The names come from [java.time.Month] itself: a formatter would read the
    /// calendars of every language first, which costs a twentieth of a whole start.
    private static String month(LocalDate day) {
        String name = day.getMonth().name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT) + " " + day.getYear();
    }

    /// "between 1 and 31 March 2028", "between 28 February 2028 and 1 March 2028".
    static String between(LocalDate first, LocalDate last) {
        return YearMonth.from(first).equals(YearMonth.from(last))
                ? "between " + first.getDayOfMonth() + " and " + of(last)
                : "between " + of(first) + " and " + of(last);
    }
}

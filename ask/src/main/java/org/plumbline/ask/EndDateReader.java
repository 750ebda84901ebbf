package org.plumbline.ask;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;
import org.plumbline.ask.PatternSet.Hit;

/// Reads the day on which the work ended where a text names it by the calendar: `we terminated last
/// March`, `discharged in June 2024`, `stopped on 3 May`, `until 2019`.
///
/// A date counts only beside words that say that something ended then (the sign `ended-when`). What
/// leaves more than one day open stays open: a month is any of its days, and `last March`, said in
/// June, is the March of this year or of the last. Seasons are passed over, since they differ by
/// hemisphere, and so are days in figures alone (`3/5/2024`), since people write them both ways.
final class EndDateReader {
    private static final int NEAR = 8;

    /// A day, a month, a year or a span, as a case file writes it, and the tokens that say so.
    record EndDate(String days, int start, int end) {}

    private final Text text;
    private final LocalDate asOf;

    /// @param asOf the day of the act; no date after it is read
    EndDateReader(Text text, LocalDate asOf) {
        this.text = text;
        this.asOf = asOf;
    }

    /// The first date beside one of these hits.
    Optional<EndDate> beside(Iterable<Hit<String>> ending) {
        for (int i = 0; i < text.size(); i++) {
            Optional<EndDate> date = dateAt(i);
            if (date.isEmpty()) {
                continue;
            }
            for (Hit<String> hit : ending) {
                if (isNear(hit.found(), date.get())) {
                    return date;
                }
            }
            i = date.get().end() - 1;
        }
        return Optional.empty();
    }

    private boolean isNear(Pattern.Found words, EndDate date) {
        int apart =
                date.start() >= words.end()
                        ? date.start() - words.end()
                        : words.start() - date.end();
        return apart <= NEAR && text.sameSentence(words.start(), date.start());
    }

    private Optional<EndDate> dateAt(int at) {
        boolean last = text.is(at, "last");
        if (last && at + 1 < text.size()) {
            return month(at + 1).isPresent() ? lastMonth(at) : lastUnit(at);
        }
        if (!leadsIn(at)) {
            return Optional.empty();
        }
        int next = at + 1;
        OptionalInt day = day(next);
        if (day.isPresent()) {
            int after = afterDay(next);
            Optional<Month> month = month(after);
            if (month.isPresent()) {
                return whole(month.get(), day, after + 1, at);
            }
        }
        Optional<Month> month = month(next);
        if (month.isPresent()) {
            OptionalInt dayAfter = day(next + 1);
            return dayAfter.isPresent()
                    ? whole(month.get(), dayAfter, afterDay(next + 1), at)
                    : whole(month.get(), OptionalInt.empty(), next + 1, at);
        }
        OptionalInt year = year(next);
        return year.isPresent() && year.getAsInt() <= asOf.getYear()
                ? Optional.of(new EndDate(String.valueOf(year.getAsInt()), at, next + 1))
                : Optional.empty();
    }

    /// `in`, `on`, `since`, `until` and whatever else leads to a date.
    private boolean leadsIn(int at) {
        return at + 1 < text.size() && text.in(at, "before-date");
    }

    /// A month with the day and the year that stand beside it; without a year, the latest such.
    private Optional<EndDate> whole(Month month, OptionalInt day, int next, int start) {
        int at = text.is(next, "of") ? next + 1 : next;
        OptionalInt year = year(at);
        int end = year.isPresent() ? at + 1 : next;
        YearMonth which = YearMonth.of(year.orElse(asOf.getYear()), month);
        if (year.isEmpty() && which.atDay(day.orElse(1)).isAfter(asOf)) {
            which = which.minusYears(1);
        }
        try {
            LocalDate first = which.atDay(day.orElse(1));
            return first.isAfter(asOf)
                    ? Optional.empty()
                    : Optional.of(
                            new EndDate(
                                    day.isPresent() ? first.toString() : which.toString(),
                                    start,
                                    end));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// `last March`, said later in the same year, may be the one just gone or the one before.
    private Optional<EndDate> lastMonth(int at) {
        Month month = month(at + 1).orElseThrow();
        YearMonth latest = YearMonth.of(asOf.getYear(), month);
        if (latest.isBefore(YearMonth.from(asOf))) {
            return Optional.of(new EndDate(latest.minusYears(1) + ".." + latest, at, at + 2));
        }
        return Optional.of(new EndDate(latest.minusYears(1).toString(), at, at + 2));
    }

    private Optional<EndDate> lastUnit(int at) {
        Optional<String> days =
                text.is(at + 1, "year")
                        ? Optional.of(String.valueOf(asOf.getYear() - 1))
                        : text.is(at + 1, "month")
                                ? Optional.of(YearMonth.from(asOf).minusMonths(1).toString())
                                : text.is(at + 1, "week")
                                        ? Optional.of(asOf.minusDays(13) + ".." + asOf.minusDays(1))
                                        : Optional.empty();
        return days.map(d -> new EndDate(d, at, at + 2));
    }

    private Optional<Month> month(int at) {
        if (!text.in(at, "month")) {
            return Optional.empty();
        }
        for (String form : text.token(at).forms()) {
            for (Month month : Month.values()) {
                if (form.length() >= 3 && month.name().regionMatches(true, 0, form, 0, 3)) {
                    return Optional.of(month);
                }
            }
        }
        return Optional.empty();
    }

    private OptionalInt day(int at) {
        OptionalInt number = number(at);
        return number.isPresent() && number.getAsInt() >= 1 && number.getAsInt() <= 31
                ? number
                : OptionalInt.empty();
    }

    private int afterDay(int at) {
        int next = text.in(at + 1, "ordinal") ? at + 2 : at + 1;
        return text.is(next, "of") ? next + 1 : next;
    }

    private OptionalInt year(int at) {
        OptionalInt number = number(at);
        return number.isPresent() && number.getAsInt() >= 1950 && number.getAsInt() <= 2999
                ? number
                : OptionalInt.empty();
    }

    private OptionalInt number(int at) {
        if (at >= text.size()) {
            return OptionalInt.empty();
        }
        String word = text.token(at).lower();
        boolean figures = word.length() <= 4 && word.chars().allMatch(Character::isDigit);
        return figures ? OptionalInt.of(Integer.parseInt(word)) : OptionalInt.empty();
    }
}

package org.plumbline.bulk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.core.load.DateReader;

/// Dates as other people's files write them, led to the form of case files.
///
/// Only what can be read in one way is read. `05/01/2023` is 5 January or May 1, and which of them
/// only whoever wrote it can say, in the mapping.
final class DateForms {

    /// Which of day and month stands first in a date of three numbers.
    enum Order {
        DAY_FIRST("day-first"),
        MONTH_FIRST("month-first"),
        NOT_SAID("");

        private final String word;

        Order(String word) {
            this.word = word;
        }

        /// The order with this word in a mapping.
        static Optional<Order> of(String word) {
            for (Order order : values()) {
                if (!word.isEmpty() && order.word.equals(word)) {
                    return Optional.of(order);
                }
            }
            return Optional.empty();
        }
    }

    /// A date in the form of case files, or as it was where it is no form that is known.
    ///
    /// @param twofold whether it can be read in two ways
    record Read(String text, boolean twofold) {}

    private static final List<String> MONTHS =
            List.of(
                    "january",
                    "february",
                    "march",
                    "april",
                    "may",
                    "june",
                    "july",
                    "august",
                    "september",
                    "october",
                    "november",
                    "december");

    private static final Pattern YEAR_FIRST =
            Pattern.compile("([1-9][0-9]{3})[/.]([0-9]{1,2})[/.]([0-9]{1,2})");
    private static final Pattern EIGHT = Pattern.compile("([12][0-9]{3})([01][0-9])([0-3][0-9])");
    private static final Pattern MOMENT =
            Pattern.compile(
                    "([1-9][0-9]{3}-[0-9]{2}-[0-9]{2})[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.][0-9]+)?)?");
    private static final Pattern THREE =
            Pattern.compile("([0-9]{1,2})([/.-])([0-9]{1,2})\\2([1-9][0-9]{3})");
    private static final Pattern DAY_AND_NAME =
            Pattern.compile("([0-9]{1,2})(?:st|nd|rd|th)?[ -]([a-z]+)[.,]?[ -]([1-9][0-9]{3})");
    private static final Pattern NAME_AND_DAY =
            Pattern.compile("([a-z]+)[.]? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([1-9][0-9]{3})");
    private static final Pattern NAME_ALONE = Pattern.compile("([a-z]+)[.]?,? ([1-9][0-9]{3})");
    private static final Pattern MONTH_ALONE = Pattern.compile("([0-9]{1,2})/([1-9][0-9]{3})");

    private final Order order;

    DateForms(Order order) {
        this.order = order;
    }

    /// Dates in an order that a mapping says, or that nobody does.
    static DateForms of(Optional<String> word) {
        return new DateForms(word.flatMap(Order::of).orElse(Order.NOT_SAID));
    }

    Read read(String text) {
        if (DateReader.days(text).isPresent()) {
            return new Read(text, false);
        }
        String small = text.strip().toLowerCase(Locale.ROOT);
        Matcher three = THREE.matcher(small);
        if (three.matches()) {
            return three(text, number(three, 1), number(three, 3), number(three, 4));
        }
        return new Read(oneWay(small).orElse(text), false);
    }

    private static Optional<String> oneWay(String small) {
        Matcher one = YEAR_FIRST.matcher(small);
        if (one.matches()) {
            return day(number(one, 1), number(one, 2), number(one, 3));
        }
        one = EIGHT.matcher(small);
        if (one.matches()) {
            return day(number(one, 1), number(one, 2), number(one, 3));
        }
        one = MOMENT.matcher(small.replace('t', 'T'));
        if (one.matches()) {
            return Optional.of(one.group(1));
        }
        one = DAY_AND_NAME.matcher(small);
        if (one.matches()) {
            return day(number(one, 3), month(one.group(2)), number(one, 1));
        }
        one = NAME_AND_DAY.matcher(small);
        if (one.matches()) {
            return day(number(one, 3), month(one.group(1)), number(one, 2));
        }
        one = NAME_ALONE.matcher(small);
        if (one.matches()) {
            return month(number(one, 2), month(one.group(1)));
        }
        one = MONTH_ALONE.matcher(small);
        return one.matches() ? month(number(one, 2), number(one, 1)) : Optional.empty();
    }

    private Read three(String text, int first, int second, int year) {
        Optional<String> dayFirst =
                order == Order.MONTH_FIRST ? Optional.empty() : day(year, second, first);
        Optional<String> monthFirst =
                order == Order.DAY_FIRST ? Optional.empty() : day(year, first, second);
        if (dayFirst.isPresent() && monthFirst.isPresent()) {
            return dayFirst.equals(monthFirst)
                    ? new Read(dayFirst.get(), false)
                    : new Read(text, true);
        }
        return new Read(dayFirst.or(() -> monthFirst).orElse(text), false);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /// The month with this name, whole or its first three letters; 0 where there is none.
    private static int month(String name) {
        for (int month = 1; month <= 12; month++) {
            String whole = MONTHS.get(month - 1);
            if (name.equals(whole)
                    || name.equals(whole.substring(0, 3))
                    || (month == 9 && name.equals("sept"))) {
                return month;
            }
        }
        return 0;
    }

    private static Optional<String> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day).toString());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> month(int year, int month) {
        return month >= 1 && month <= 12
                ? Optional.of("%04d-%02d".formatted(year, month))
                : Optional.empty();
    }
}

package org.plumbline.bulk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.core.load.DateReader;

/// Dates as other people's files write them, led to the form of case files.
///
/// Only what can be read in one way is read. `05/01/2023` is 5 January or May 1, `45047` a number or a
/// day that a spreadsheet counted, and which day `2023-05-01T23:30Z` was depends on where one stood:
/// only whoever wrote it can say, in the mapping.
final class DateForms {

    /// What a mapping may say of how dates are written.
    enum Form {
        /// 5/1/2023 is 5 January.
        DAY_FIRST("day-first"),
        /// 5/1/2023 is May 1.
        MONTH_FIRST("month-first"),
        /// 45047 is 1 May 2023: days as spreadsheets count them from 1900, 1900 being taken for a leap
        /// year. A time of day is left out.
        EXCEL("excel"),
        /// 43585 is 1 May 2023: days as old spreadsheets of the Macintosh count them, 0 being 1
        /// January 1904.
        EXCEL_1904("excel-1904"),
        /// 2023-05-01T23:30Z is 1 May 2023: of a moment the day as it is written, whatever the zone.
        MOMENT("moment");

        private final String word;

        Form(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        /// The form with this word or pattern: `day-first`, `dd/MM/yyyy`.
        private static Optional<Form> of(String word) {
            for (Form form : values()) {
                if (form.word.equals(word)) {
                    return Optional.of(form);
                }
            }
            String pattern = word.toLowerCase(Locale.ROOT);
            if (pattern.matches("d{1,2}([/.-])m{1,2}\\1yyyy")) {
                return Optional.of(DAY_FIRST);
            }
            return pattern.matches("m{1,2}([/.-])d{1,2}\\1yyyy")
                    ? Optional.of(MONTH_FIRST)
                    : Optional.empty();
        }
    }

    /// Why a date was not read.
    enum Trouble {
        NONE,
        /// It can be read in two ways.
        TWOFOLD,
        /// It is a number that is a year, or a day that a spreadsheet counted.
        YEAR_OR_DAY,
        /// It is a number such as spreadsheets count days by.
        NUMBER,
        /// It is a moment, whose day depends on the zone.
        MOMENT,
        /// Its year has two figures.
        CENTURY
    }

    /// A date in the form of case files, or as it was where it is no form that is known.
    record Read(String text, Trouble trouble) {
        /// Whether it is a day, a month, a year or a span.
        boolean isDate() {
            return trouble == Trouble.NONE && DateReader.days(text).isPresent();
        }
    }

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
            Pattern.compile("([1-9][0-9]{3})([/.-])([0-9]{1,2})\\2([0-9]{1,2})");
    private static final Pattern EIGHT = Pattern.compile("([12][0-9]{3})([01][0-9])([0-3][0-9])");
    private static final Pattern MOMENT =
            Pattern.compile(
                    "(.*[0-9])(?:t| +)([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]+))?)?(?: ?([ap])[.]?m[.]?)?( ?(?:z|utc|gmt|[+-][0-9]{2}:?(?:[0-9]{2})?))?");
    private static final Pattern SERIAL = Pattern.compile("([0-9]{1,7})(?:[.][0-9]+)?");
    private static final Pattern OF_THIS_CENTURY = Pattern.compile("[1-9][0-9]{4}(?:[.][0-9]+)?");
    private static final Pattern THREE =
            Pattern.compile("([0-9]{1,2})([/.-])([0-9]{1,2})\\2([1-9][0-9]{3})");
    private static final Pattern DAY_AND_NAME =
            Pattern.compile("([0-9]{1,2})(?:st|nd|rd|th)?[ -]([a-z]+)[.,]?[ -]([1-9][0-9]{3})");
    private static final Pattern NAME_AND_DAY =
            Pattern.compile("([a-z]+)[.]? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([1-9][0-9]{3})");
    private static final Pattern NAME_ALONE = Pattern.compile("([a-z]+)[.]?,? ([1-9][0-9]{3})");
    private static final Pattern TWO_FIGURES =
            Pattern.compile(
                    "[0-9]{1,2}([/.-])[0-9]{1,2}\\1[0-9]{2}|[0-9]{1,2}(?:st|nd|rd|th)?[ -]?([a-z]+)[.,]?[ -]'?[0-9]{2}|([a-z]+)[.]?[ -]'?[0-9]{2}");
    private static final Pattern MONTH_ALONE = Pattern.compile("([0-9]{1,2})/([1-9][0-9]{3})");

    /// The day that no spreadsheet should count: 29 February 1900.
    private static final int LEAP = 60;

    private static final LocalDate EXCEL_BEGINS = LocalDate.of(1899, 12, 30);
    private static final LocalDate EXCEL_1904_BEGINS = LocalDate.of(1904, 1, 1);
    private static final int LAST_SERIAL = 2_958_465;

    private final Set<Form> forms;

    DateForms(Form... forms) {
        this.forms = Set.of(forms);
    }

    private DateForms(Set<Form> forms) {
        this.forms = Set.copyOf(forms);
    }

    /// What is said of a column's dates.
    ///
    /// @param said from a heading to words, from the empty one to those of every other column
    static DateForms of(Map<String, String> said, String heading) {
        return of(said.getOrDefault(heading, said.getOrDefault("", "")))
                .orElseThrow(() -> new IllegalArgumentException("no forms of dates: " + said));
    }

    /// The forms that these words name, with blanks between; absent where one of them names none, or
    /// two speak against each other.
    static Optional<DateForms> of(String words) {
        Set<Form> forms = new HashSet<>();
        for (String word : words.strip().split("[ ,]+", -1)) {
            if (!word.isEmpty()) {
                Optional<Form> form = Form.of(word);
                if (form.isEmpty()) {
                    return Optional.empty();
                }
                forms.add(form.get());
            }
        }
        return forms.containsAll(Set.of(Form.DAY_FIRST, Form.MONTH_FIRST))
                        || forms.containsAll(Set.of(Form.EXCEL, Form.EXCEL_1904))
                ? Optional.empty()
                : Optional.of(new DateForms(forms));
    }

    Read read(String text) {
        boolean counted = forms.contains(Form.EXCEL) || forms.contains(Form.EXCEL_1904);
        Matcher serial = SERIAL.matcher(text);
        if (counted && serial.matches()) {
            return serial(text, number(serial, 1));
        }
        if (DateReader.days(text).isPresent()) {
            return new Read(text, Trouble.NONE);
        }
        String small = text.strip().toLowerCase(Locale.ROOT);
        Matcher moment = MOMENT.matcher(small);
        if (moment.matches()) {
            Read day = day(moment.group(1).stripTrailing());
            boolean dated = day.isDate() && isOneDay(day.text());
            if (!dated && day.trouble() == Trouble.NONE) {
                return new Read(text, Trouble.NONE);
            }
            if (!isMidnight(moment) && !forms.contains(Form.MOMENT)) {
                return new Read(text, dated ? Trouble.MOMENT : day.trouble());
            }
            return dated ? day : new Read(text, day.trouble());
        }
        return counted || !OF_THIS_CENTURY.matcher(small).matches()
                ? day(text)
                : new Read(text, Trouble.NUMBER);
    }

    private Read serial(String text, int days) {
        boolean whole = text.indexOf('.') < 0;
        if (whole && text.matches("[1-9][0-9]{3}")) {
            return new Read(text, Trouble.YEAR_OR_DAY);
        }
        if (forms.contains(Form.EXCEL_1904)) {
            return new Read(EXCEL_1904_BEGINS.plusDays(days).toString(), Trouble.NONE);
        }
        return days == 0 || days == LEAP || days > LAST_SERIAL
                ? new Read(text, Trouble.NONE)
                : new Read(
                        EXCEL_BEGINS.plusDays(days < LEAP ? days + 1 : days).toString(),
                        Trouble.NONE);
    }

    private static boolean isOneDay(String text) {
        return DateReader.days(text).filter(d -> d.first().equals(d.last())).isPresent();
    }

    /// Midnight in no zone is how tables without a type for days keep them.
    private static boolean isMidnight(Matcher moment) {
        String half = moment.group(6);
        int hour = number(moment, 2);
        return moment.group(7) == null
                && (half == null ? hour == 0 : half.equals("a") && hour == 12)
                && number(moment, 3) == 0
                && (moment.group(4) == null || number(moment, 4) == 0)
                && (moment.group(5) == null || moment.group(5).matches("0+"));
    }

    /// A date without a time.
    private Read day(String text) {
        if (DateReader.days(text).isPresent()) {
            return new Read(text, Trouble.NONE);
        }
        String small = text.strip().toLowerCase(Locale.ROOT);
        Matcher three = THREE.matcher(small);
        if (three.matches()) {
            return three(text, number(three, 1), number(three, 3), number(three, 4));
        }
        Optional<String> one = oneWay(small);
        return one.isEmpty() && isShort(small)
                ? new Read(text, Trouble.CENTURY)
                : new Read(one.orElse(text), Trouble.NONE);
    }

    /// Whether this is a date whose year, if it is one, has two figures: `1/5/23`, `1-May-23`, `May-23`.
    private static boolean isShort(String small) {
        Matcher two = TWO_FIGURES.matcher(small);
        if (!two.matches()) {
            return false;
        }
        String name = two.group(2) == null ? two.group(3) : two.group(2);
        return name == null || month(name) > 0;
    }

    private static Optional<String> oneWay(String small) {
        Matcher one = YEAR_FIRST.matcher(small);
        if (one.matches()) {
            return day(number(one, 1), number(one, 3), number(one, 4));
        }
        one = EIGHT.matcher(small);
        if (one.matches()) {
            return day(number(one, 1), number(one, 2), number(one, 3));
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
                forms.contains(Form.MONTH_FIRST) ? Optional.empty() : day(year, second, first);
        Optional<String> monthFirst =
                forms.contains(Form.DAY_FIRST) ? Optional.empty() : day(year, first, second);
        if (dayFirst.isPresent() && monthFirst.isPresent()) {
            return dayFirst.equals(monthFirst)
                    ? new Read(dayFirst.get(), Trouble.NONE)
                    : new Read(text, Trouble.TWOFOLD);
        }
        return new Read(dayFirst.or(() -> monthFirst).orElse(text), Trouble.NONE);
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

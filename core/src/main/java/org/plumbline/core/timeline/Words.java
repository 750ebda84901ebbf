package org.plumbline.core.timeline;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.plumbline.core.decide.Headline;

/// Small phrases that the charts share.
final class Words {

    private Words() {}

    /// How a headline reads inside a sentence.
    static String headline(Headline headline) {
        return switch (headline) {
            case DILEMMA -> "a dilemma";
            case CONTESTED -> "contested";
            case PROHIBITED -> "prohibited";
            case REQUIRED_WITH_CAUTION -> "required with caution";
            case REQUIRED -> "required";
            case TENSION -> "in tension";
            case ADVISED_AGAINST -> "advised against";
            case PERMITTED_WITH_DUTIES -> "permitted with duties";
            case PERMITTED -> "expressly permitted";
            case ADVISED -> "advised";
            case OPEN_WITH_DUTIES -> "open with duties";
            case NOT_ADDRESSED -> "not addressed here";
            case SILENT -> "silent";
            case NOT_BOUND -> "does not bind";
            case NOT_IN_FORCE -> "not in force";
        };
    }

    static String headlines(List<Headline> headlines) {
        return or(headlines.stream().map(Words::headline).toList());
    }

    static String or(List<String> words) {
        return joined(words, " or ");
    }

    static String and(List<String> words) {
        return joined(words, " and ");
    }

    private static String joined(List<String> words, String last) {
        int size = words.size();
        return size < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, size - 1)) + last + words.getLast();
    }

    static String capital(String words) {
        return words.isEmpty()
                ? words
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /// "14 March 2028".
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /// The calendar length from one day to another: "5 years", "2 years 1 day", "0 days".
    static String length(LocalDate from, LocalDate to) {
        Period period = Period.between(from, to);
        List<String> parts = new ArrayList<>();
        part(parts, period.getYears(), "year");
        part(parts, period.getMonths(), "month");
        part(parts, period.getDays(), "day");
        return parts.isEmpty() ? "0 days" : parts.stream().collect(Collectors.joining(" "));
    }

    private static void part(List<String> parts, int number, String unit) {
        if (number != 0) {
            parts.add(number + " " + unit + (number == 1 ? "" : "s"));
        }
    }

    /// Lines no longer than the width, broken at spaces; a word longer than a line is cut.
    ///
    /// @param length how wide a string is
    static List<String> wrapped(
            String text, double width, java.util.function.ToDoubleFunction<String> length) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String rest = word;
            String longer = line.isEmpty() ? rest : line + " " + rest;
            if (length.applyAsDouble(longer) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            while (rest.length() > 1 && length.applyAsDouble(rest) > width) {
                int end = rest.length() - 1;
                while (end > 1 && length.applyAsDouble(rest.substring(0, end)) > width) {
                    end--;
                }
                lines.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
            line = rest;
        }
        lines.add(line);
        return lines;
    }
}

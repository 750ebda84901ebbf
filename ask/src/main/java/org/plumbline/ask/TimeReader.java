package org.plumbline.ask;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.Set;

/// Reads how long ago the work ended: `two years after therapy ended`, `6 mo later`, `a year out`.
///
/// A length counts when words beside it say that it runs from the end (`after`, `ago`, `wait`), and
/// not when they say what else lasted so long (`for two years of therapy`, `12 years old`).
final class TimeReader {
    private static final int NEAR = 4;

    /// A length found in a text.
    ///
    /// @param length exact to a month, a week or a day, as it was said
    record Length(Period length, int start, int end) {

        /// As an ISO period; whole years stay years: `P2Y`, but `P18M`.
        String iso() {
            long months = length.toTotalMonths();
            if (length.getDays() != 0 && months == 0) {
                return length.getDays() % 7 == 0
                        ? "P" + length.getDays() / 7 + "W"
                        : "P" + length.getDays() + "D";
            }
            return months % 12 == 0 ? "P" + months / 12 + "Y" : "P" + months + "M";
        }

        LocalDate before(LocalDate day) {
            return day.minus(length);
        }
    }

    private final Lexicon lexicon;
    private final Text text;

    TimeReader(Lexicon lexicon, Text text) {
        this.lexicon = lexicon;
        this.text = text;
    }

    /// The length of time since the end.
    ///
    /// @param ended whether other words say that the work has ended
    Optional<Length> sinceEnd(boolean ended) {
        Length loose = null;
        for (int i = 0; i < text.size(); i++) {
            Optional<Length> length = lengthAt(i);
            if (length.isEmpty()) {
                continue;
            }
            if (!isOfSomethingElse(length.get())) {
                if (isSinceEnd(length.get())) {
                    return length;
                }
                loose = ended && loose == null ? length.get() : loose;
            }
            i = length.get().end() - 1;
        }
        return Optional.ofNullable(loose);
    }

    private Optional<Length> lengthAt(int start) {
        Optional<Double> number = numberAt(start);
        int at = start;
        double many = 1;
        if (number.isPresent()) {
            many = number.get();
            at++;
            if (text.is(at, "and") && text.is(at + 1, "a") && text.is(at + 2, "half")) {
                many += 0.5;
                at += 3;
            } else if (text.is(at, "a") && many == 0.5) {
                at++;
            } else if (text.is(at, "of") && text.in(at + 1, "unit")) {
                at++;
            }
        }
        while (text.in(at, "whole")) {
            at++;
        }
        if (number.isEmpty() || !text.in(at, "unit")) {
            return Optional.empty();
        }
        Lexicon.Unit unit = unitAt(at);
        at++;
        if (text.is(at, "and") && text.is(at + 1, "a") && text.is(at + 2, "half")) {
            many += 0.5;
            at += 3;
        }
        return period(many * unit.many(), unit.letter()).map(p -> length(p, start)).map(l -> l);
    }

    private Length length(Period period, int start) {
        int at = start;
        while (!text.in(at, "unit")) {
            at++;
        }
        at++;
        if (text.is(at, "and") && text.is(at + 1, "a") && text.is(at + 2, "half")) {
            at += 3;
        }
        return new Length(period, start, at);
    }

    private Optional<Double> numberAt(int at) {
        String word = text.token(at).lower();
        if (Character.isDigit(word.charAt(0))) {
            try {
                double value = Double.parseDouble(word);
                return value > 0 && value < 1000 ? Optional.of(value) : Optional.empty();
            } catch (NumberFormatException _) {
                return Optional.empty();
            }
        }
        for (String form : text.token(at).forms()) {
            Double value = lexicon.parts().numbers().get(form);
            if (value != null) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private Lexicon.Unit unitAt(int at) {
        for (String form : text.token(at).forms()) {
            Lexicon.Unit unit = lexicon.parts().units().get(form);
            if (unit != null) {
                return unit;
            }
        }
        throw new IllegalStateException("a token tagged as a unit is one");
    }

    private static Optional<Period> period(double many, char unit) {
        return switch (unit) {
            case 'Y' -> Optional.of(Period.ofMonths((int) Math.round(many * 12)).normalized());
            case 'M' -> {
                int months = (int) Math.floor(many);
                int days = (int) Math.round((many - months) * 30);
                yield Optional.of(Period.of(0, months, days));
            }
            case 'W' -> Optional.of(Period.ofDays((int) Math.round(many * 7)));
            case 'D' -> Optional.of(Period.ofDays((int) Math.round(many)));
            default -> Optional.empty();
        };
    }

    private boolean isSinceEnd(Length length) {
        return cue(length.end(), Math.min(length.end() + NEAR, text.size()), "since-after")
                || cue(Math.max(0, length.start() - NEAR), length.start(), "since-before");
    }

    private boolean isOfSomethingElse(Length length) {
        int after = length.end();
        if (after < text.size() && text.startsClass(after, "lasting-after")) {
            return true;
        }
        for (int back = 1; back <= 2 && length.start() - back >= 0; back++) {
            if (text.in(length.start() - back, "since-surely")) {
                return false;
            }
        }
        boolean denied = cue(Math.max(0, length.start() - 8), length.start(), "not");
        return !denied
                && !text.startsClass(Math.min(after, text.size() - 1), "since-after")
                && cue(Math.max(0, length.start() - 6), length.start(), "lasting-before");
    }

    private boolean cue(int from, int to, String name) {
        for (int i = from; i < to; i++) {
            if (text.sameSentence(i, Math.min(to, text.size() - 1))
                    || to == text.size()
                    || text.sameSentence(i, Math.max(from - 1, 0))) {
                Optional<Tagged> found = text.longestAt(i, Set.of(name));
                if (found.isPresent()
                        && found.get().end() <= Math.max(to, found.get().start() + 1)) {
                    return true;
                }
            }
        }
        return false;
    }
}

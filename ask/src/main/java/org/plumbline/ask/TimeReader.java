package org.plumbline.ask;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// Reads how long ago the work ended: `two years after therapy ended`, `6 mo later`, `a year out`.
///
/// A length counts when words beside it say that it runs from the end (`after`, `ago`, `wait`), and
/// not when they say what else lasted so long (`for two years of therapy`, `12 years old`).
final class TimeReader {
    private static final int NEAR = 4;

    /// A length found in a text: whole months, or whole days where it was said in weeks or days.
    record Length(int months, int days, int start, int end) {

        /// As an ISO period; whole years stay years: `P2Y`, but `P18M`.
        String iso() {
            if (months == 0) {
                return days % 7 == 0 ? "P" + days / 7 + "W" : "P" + days + "D";
            }
            return months % 12 == 0 ? "P" + months / 12 + "Y" : "P" + months + "M";
        }

        /// The day from which the length runs up to `day`.
        LocalDate before(LocalDate day) {
            return day.minusMonths(months).minusDays(days);
        }
    }

    /// A number of something and the token after it.
    private record Many(double value, int end) {}

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
        Optional<Many> many = manyAt(start);
        if (many.isEmpty()) {
            return Optional.empty();
        }
        int at = many.get().end();
        while (text.in(at, "whole")) {
            at++;
        }
        if (!text.in(at, "unit")) {
            return Optional.empty();
        }
        Many whole = withHalf(new Many(many.get().value(), at + 1));
        return Optional.of(length(whole.value(), unitAt(at), start, whole.end()));
    }

    private Optional<Many> manyAt(int start) {
        Optional<Double> number = numberAt(start);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        double value = number.get();
        int at = start + 1;
        // `twenty-five`
        boolean tens = value >= 20 && value < 100 && value % 10 == 0;
        if (tens && at < text.size() && !Character.isDigit(text.token(at).lower().charAt(0))) {
            Optional<Double> ones = numberAt(at).filter(n -> n >= 1 && n <= 9);
            if (ones.isPresent()) {
                value += ones.get();
                at++;
            }
        }
        // `a couple of years`, `half a year`
        if (text.is(at, "couple") || text.is(at, "half")) {
            value = numberAt(at).orElse(value);
            at++;
        }
        if (text.is(at, "of") || (value < 1 && (text.is(at, "a") || text.is(at, "an")))) {
            at++;
        }
        return Optional.of(withHalf(new Many(value, at)));
    }

    /// `and a half` after a number or a unit.
    private Many withHalf(Many many) {
        int at = many.end();
        boolean half = text.is(at, "and") && text.is(at + 1, "a") && text.is(at + 2, "half");
        return half ? new Many(many.value() + 0.5, at + 3) : many;
    }

    private static Length length(double many, Lexicon.Unit unit, int start, int end) {
        double all = many * unit.many();
        return switch (unit.letter()) {
            case 'Y' -> new Length((int) Math.round(all * 12), 0, start, end);
            case 'M' -> {
                int months = (int) all;
                yield new Length(months, (int) Math.round((all - months) * 30), start, end);
            }
            case 'W' -> new Length(0, (int) Math.round(all * 7), start, end);
            default -> new Length(0, (int) Math.max(1, Math.round(all)), start, end);
        };
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

    private boolean isSinceEnd(Length length) {
        return cue(length.end(), within(length, length.end() + NEAR), "since-after")
                || cue(within(length, length.start() - NEAR), length.start(), "since-before");
    }

    private boolean isOfSomethingElse(Length length) {
        int after = length.end();
        if (after < text.size() && text.startsClass(after, "lasting-after")) {
            return true;
        }
        for (int back = 1; back <= 5 && length.start() - back >= 0; back++) {
            // `we married, it's been over four years`
            if (text.longestAt(length.start() - back, Set.of("since-surely"))
                    .filter(t -> t.end() >= length.start() - 1)
                    .isPresent()) {
                return false;
            }
        }
        if (runsFor(length)) {
            return true;
        }
        boolean denied = cue(within(length, length.start() - 8), length.start(), "not");
        boolean cued = after < text.size() && text.startsClass(after, "since-after");
        return !denied
                && !cued
                && cue(within(length, length.start() - 6), length.start(), "lasting-before");
    }

    /// `a counselor for eleven years`, but not `over for two years`.
    private boolean runsFor(Length length) {
        int before = length.start() - 1;
        while (before > 0 && text.in(before, "whole")) {
            before--;
        }
        return text.is(before, "for") && !cue(within(length, 0), before, "over-for");
    }

    /// A token as near to one wanted as the sentence of the length allows.
    private int within(Length length, int wanted) {
        int at = length.start();
        if (wanted < at) {
            while (at > Math.max(0, wanted) && text.sameSentence(at - 1, length.start())) {
                at--;
            }
            return at;
        }
        at = length.end();
        while (at < Math.min(text.size(), wanted) && text.sameSentence(at, length.start())) {
            at++;
        }
        return at;
    }

    private boolean cue(int from, int to, String name) {
        for (int i = from; i < to; i++) {
            Optional<Tagged> found = text.longestAt(i, Set.of(name));
            if (found.isPresent() && found.get().end() <= to) {
                return true;
            }
        }
        return false;
    }
}

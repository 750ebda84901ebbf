package org.plumbline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.core.condition.Decimal;
import org.plumbline.core.interview.Answer;
import org.plumbline.core.interview.Question;
import org.plumbline.core.load.DateReader;
import org.plumbline.core.scenario.Known;

/// Reads what somebody types in reply to a question.
final class Replies {

    private static final Set<String> YES = Set.of("yes", "y", "true");
    private static final Set<String> NO = Set.of("no", "n", "false");
    private static final Set<String> UNKNOWN =
            Set.of(
                    "skip",
                    "s",
                    "unknown",
                    "dont know",
                    "don't know",
                    "don’t know",
                    "do not know",
                    "i don't know",
                    "i don’t know",
                    "i do not know",
                    "not sure");
    private static final Set<String> NOT_APPLICABLE =
            Set.of("n/a", "na", "not applicable", "does not apply", "doesn't apply");
    private static final Pattern NUMBER =
            Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,4})?) *([a-z][a-z-]*)?");

    private Replies() {}

    /// The answer; empty if it is none to this question.
    static Optional<Answer> read(Question question, String line) {
        String reply = line.strip().toLowerCase(Locale.ROOT);
        if (UNKNOWN.contains(reply)) {
            return Optional.of(Answer.UNKNOWN);
        }
        if (NOT_APPLICABLE.contains(reply)) {
            return Optional.of(Answer.NOT_APPLICABLE);
        }
        Optional<Known> known =
                switch (question.form()) {
                    case YES_NO -> yesNo(question, reply);
                    case ONE -> one(question, reply).map(Question.Option::known);
                    case SEVERAL -> several(question, reply);
                    case NUMBER -> number(question, reply);
                    case DATE -> date(reply);
                };
        return known.map(Answer.Value::new);
    }

    /// What would have been an answer.
    static String expected(Question question) {
        return switch (question.form()) {
                    case YES_NO -> "yes or no";
                    case ONE -> "one number from 1 to " + question.options().size();
                    case SEVERAL ->
                            "numbers from 1 to %d with commas between, or 0 for none of these"
                                    .formatted(question.options().size());
                    case NUMBER ->
                            "a number and a unit: "
                                    + String.join(", ", question.units())
                                    + ", as 8 "
                                    + question.units().getFirst();
                    case DATE ->
                            "a day, month or year as 2024-03-14, 2024-03 or 2024, or never if it"
                                    + " has not happened";
                }
                + "; or skip, if you do not know; or n/a, if it does not apply";
    }

    private static Optional<Known> yesNo(Question question, String reply) {
        if (YES.contains(reply) || reply.equals("1")) {
            return Optional.of(question.options().getFirst().known());
        }
        return NO.contains(reply) || reply.equals("2")
                ? Optional.of(question.options().getLast().known())
                : Optional.empty();
    }

    private static Optional<Question.Option> one(Question question, String reply) {
        for (int at = 0; at < question.options().size(); at++) {
            Question.Option option = question.options().get(at);
            if (reply.equals(String.valueOf(at + 1))
                    || reply.equals(option.word())
                    || reply.equals(option.label().toLowerCase(Locale.ROOT))) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }

    private static Optional<Known> several(Question question, String reply) {
        if (reply.equals("0") || reply.equals("none") || reply.equals("none of these")) {
            return Optional.of(new Known.Sets(List.of(Set.of())));
        }
        Set<String> chosen = new TreeSet<>();
        for (String part : reply.split(",", -1)) {
            Optional<Question.Option> option = one(question, part.strip());
            if (option.isEmpty() || !(option.get().known() instanceof Known.Sets(var sets))) {
                return Optional.empty();
            }
            chosen.addAll(sets.getFirst());
        }
        return Optional.of(new Known.Sets(List.of(chosen)));
    }

    private static Optional<Known> number(Question question, String reply) {
        Matcher number = NUMBER.matcher(reply);
        if (!number.matches()) {
            return Optional.empty();
        }
        List<String> units = new ArrayList<>(question.units());
        if (number.group(2) != null) {
            units.removeIf(unit -> !unit.equals(number.group(2)));
        }
        return units.size() == 1
                ? Optional.of(
                        new Known.Sums(
                                List.of(
                                        new Known.Sum(
                                                Decimal.parse(number.group(1)), units.getFirst()))))
                : Optional.empty();
    }

    private static Optional<Known> date(String reply) {
        if (reply.equals("never")) {
            return Optional.of(new Known.Days(List.of(), true));
        }
        return DateReader.days(reply).map(range -> new Known.Days(List.of(range), false));
    }
}

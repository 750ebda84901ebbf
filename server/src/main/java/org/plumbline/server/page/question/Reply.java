package org.plumbline.server.page.question;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plumbline.core.explain.DayWording;
import org.plumbline.core.load.DateReader;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.server.page.CaseAddress;
import org.plumbline.server.page.CaseFacts;
import org.plumbline.server.page.Controls;
import org.plumbline.server.page.question.QuestionView.FieldError;
import org.plumbline.server.page.question.QuestionView.Typed;
import org.springframework.util.MultiValueMap;

/// What was answered to a question on a form.
public sealed interface Reply {

    /// An answer that fits: the facts with it, and what the address now says beside them.
    record Fits(Map<String, Object> facts, Controls controls) implements Reply {}

    /// An answer that does not: the form again, with what was typed and what is wrong.
    record Refused(QuestionView form) implements Reply {}

    /// Reads the fields `_value`, `_day`, `_month`, `_year`, `_number`, `_unit` of a form.
    ///
    /// @param today the day of the act, where the facts give none
    static Reply read(
            Library library,
            QuestionView question,
            MultiValueMap<String, String> form,
            Map<String, Object> facts,
            Controls controls,
            LocalDate today) {
        return new Reading(library, question, form, facts, controls, today).reply();
    }

    /// One reading of a form.
    final class Reading {

        private static final int LONGEST = 200;

        private final Library library;
        private final QuestionView question;
        private final Map<String, Object> facts;
        private final Controls controls;
        private final LocalDate today;
        private final List<String> chosen;
        private final Typed typed;
        private final String unit;
        private final List<FieldError> errors = new ArrayList<>();

        private Reading(
                Library library,
                QuestionView question,
                MultiValueMap<String, String> form,
                Map<String, Object> facts,
                Controls controls,
                LocalDate today) {
            this.library = library;
            this.question = question;
            this.facts = facts;
            this.controls = controls;
            this.today = today;
            this.chosen =
                    form.getOrDefault("_value", List.of()).stream()
                            .map(String::strip)
                            .filter(v -> !v.isEmpty() && v.length() <= LONGEST)
                            .toList();
            this.typed =
                    new Typed(
                            field(form, "_day"),
                            field(form, "_month"),
                            field(form, "_year"),
                            field(form, "_number"));
            this.unit = field(form, "_unit");
        }

        private static String field(MultiValueMap<String, String> form, String name) {
            String value = form.getFirst(name);
            return value == null
                    ? ""
                    : value.strip().substring(0, Math.min(40, value.strip().length()));
        }

        private Reply reply() {
            String fact = question.fact();
            boolean applies = !chosen.contains("not-applicable");
            Optional<Object> value = value();
            if (!errors.isEmpty()) {
                return refused();
            }
            Map<String, Object> changed =
                    fact.equals(Questioner.ALSO)
                            ? also(value)
                            : CaseFacts.with(facts, fact, question.link(), value);
            return switch (CaseAddress.scenario(library, changed, today)) {
                case Loaded.Unsound<Scenario>(var findings) -> {
                    findings.stream().limit(3).forEach(f -> wrong(first(), said(f)));
                    yield refused();
                }
                case Loaded.Sound<Scenario> _ ->
                        new Fits(changed, controls.answered(fact, applies));
            };
        }

        private Map<String, Object> also(Optional<Object> value) {
            return value.filter(Questioner.NOTHING_ELSE::equals).isPresent()
                    ? facts
                    : CaseFacts.withLink(
                            facts,
                            value.map(String::valueOf).orElse(""),
                            library.vocabulary().events().stream()
                                    .map(Fact.Event::id)
                                    .collect(Collectors.toSet()));
        }

        private Refused refused() {
            return new Refused(question.refused(typed, errors));
        }

        private void wrong(String field, String says) {
            errors.add(new FieldError(field, says));
        }

        /// The control that the summary leads to where none is to blame alone.
        private String first() {
            return switch (question.kind()) {
                case "date" -> "f-day";
                case "number" -> "f-number";
                case "list" -> "f-list";
                default ->
                        question.options().isEmpty()
                                ? question.others().getFirst().id()
                                : question.options().getFirst().choices().getFirst().id();
            };
        }

        /// A finding without the words of the files.
        private static String said(Finding finding) {
            String found =
                    finding.found()
                            .replaceAll("\\(`[a-z0-9-]+`, ([0-9-]+)\\)", "($1)")
                            .replace("`", "");
            return Character.toUpperCase(found.charAt(0)) + found.substring(1) + ".";
        }

        private Optional<Object> value() {
            boolean dated = !(typed.day() + typed.month() + typed.year()).isEmpty();
            boolean counted = !typed.number().isEmpty();
            if ((dated || counted) && !chosen.isEmpty()) {
                wrong(
                        first(),
                        "Give "
                                + (dated ? "a date" : "a number")
                                + ", or choose one of the other answers, not both");
                return Optional.empty();
            }
            if (dated && question.kind().equals("date")) {
                return date().map(d -> (Object) d);
            }
            if (counted && question.kind().equals("number")) {
                return number();
            }
            if (chosen.isEmpty()) {
                wrong(
                        first(),
                        switch (question.kind()) {
                            case "date" -> "Enter a date, or choose one of the other answers";
                            case "number" -> "Enter a number, or choose one of the other answers";
                            case "several" -> "Choose one or more, or say that it is none of these";
                            default -> "Choose an answer";
                        });
                return Optional.empty();
            }
            if (chosen.size() > 1
                    && question.others().stream().anyMatch(o -> chosen.contains(o.value()))) {
                wrong(first(), "Choose from the list, or one of the other answers, not both");
                return Optional.empty();
            }
            if (chosen.contains("today")) {
                return Optional.empty();
            }
            if (chosen.contains("not-applicable")) {
                return library.vocabulary().fact(question.fact()).map(CaseFacts::notApplicable);
            }
            Optional<Object> said = CaseAddress.said(chosen);
            boolean one =
                    library.vocabulary().fact(question.fact()).orElse(null) instanceof Fact.SomeOf;
            return one && chosen.size() == 1 && !chosen.contains("unknown")
                    ? said.map(v -> v instanceof String word ? (Object) List.of(word) : v)
                    : said;
        }

        // ── Dates and numbers ───────────────────────────────────────────────────────────────

        private Optional<String> date() {
            if (!typed.year().matches("[1-9][0-9]{3}")) {
                wrong("f-year", "Year must be four digits, such as 2023");
                return Optional.empty();
            }
            if (typed.month().isEmpty() && !typed.day().isEmpty()) {
                wrong("f-month", "Enter the month as well, or leave out the day");
                return Optional.empty();
            }
            Optional<Integer> month =
                    within(typed.month(), 12, "f-month", "Month must be a number from 1 to 12");
            Optional<Integer> day =
                    within(typed.day(), 31, "f-day", "Day must be a number from 1 to 31");
            if (!errors.isEmpty()) {
                return Optional.empty();
            }
            String text =
                    typed.year()
                            + month.map("-%02d"::formatted).orElse("")
                            + day.map("-%02d"::formatted).orElse("");
            Optional<Known.Range> days = DateReader.days(text);
            if (days.isEmpty()) {
                wrong("f-day", "That month has no such day");
                return Optional.empty();
            }
            if (!question.fact().equals(Questioner.DATE)) {
                LocalDate last = lastDay();
                if (days.get().first().isAfter(last)) {
                    wrong(
                            "f-year",
                            days.get().first().getYear() > last.getYear()
                                    ? "Year must be %d or earlier".formatted(last.getYear())
                                    : "The date must be %s or earlier"
                                            .formatted(DayWording.of(last)));
                    return Optional.empty();
                }
            }
            return Optional.of(text);
        }

        /// The last day on which the act may be done.
        private LocalDate lastDay() {
            return CaseAddress.scenario(library, facts, today)
                            instanceof Loaded.Sound<Scenario>(var s, _)
                    ? s.asOf().last()
                    : today;
        }

        private Optional<Integer> within(String text, int most, String field, String otherwise) {
            if (text.isEmpty()) {
                return Optional.empty();
            }
            if (!text.matches("[0-9]{1,2}")
                    || Integer.parseInt(text) < 1
                    || Integer.parseInt(text) > most) {
                wrong(field, otherwise);
                return Optional.empty();
            }
            return Optional.of(Integer.parseInt(text));
        }

        private Optional<Object> number() {
            String number = typed.number().replace(",", "");
            if (!number.matches("[0-9]{1,9}(\\.[0-9]{1,2})?")) {
                wrong("f-number", "Enter a number, such as 25 or 12.50");
                return Optional.empty();
            }
            if (question.units().stream().noneMatch(u -> u.value().equals(unit))) {
                wrong("f-unit", "Choose the unit");
                return Optional.empty();
            }
            return Optional.of(Map.of(unit, number));
        }
    }
}

package org.plumbline.bulk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Constraint;
import org.plumbline.core.condition.LastDay;
import org.plumbline.core.condition.Reckoning;
import org.plumbline.core.condition.Rounding;
import org.plumbline.core.condition.Window;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Party;

/// Turns conditions into propositions over questions, and collects the questions.
///
/// Each fact is asked with everything that the background says of it: that it does not apply, that
/// another forces its value, that the order of two events says the same.
@SuppressWarnings("IdentityHashMapUsage") // a condition is remembered as itself: comparing is slow
final class Inquiry {

    private static final Set<String> PEOPLE = Set.of("act", "role", "stage", "tie");
    private static final Set<String> MEANS = Set.of("form", "medium");

    private final Columns columns;
    private final List<Question> questions = new ArrayList<>();
    private final Map<String, ValueQuestion> values = new HashMap<>();
    private final Map<String, DayQuestion> days = new HashMap<>();
    private final Map<Condition.Before, OrderQuestion> orders = new HashMap<>();
    private final List<TogetherQuestion> together = new ArrayList<>();
    private final Map<Condition, Proposition> asked = new IdentityHashMap<>();
    private final Map<String, Proposition> notApplicable = new HashMap<>();
    private boolean binding;

    Inquiry(Columns columns) {
        this.columns = columns;
    }

    /// A condition on who is bound, whose questions come first.
    Proposition binding(Condition condition) {
        binding = true;
        Proposition binds = condition(condition);
        binding = false;
        return binds;
    }

    /// A condition.
    Proposition condition(Condition condition) {
        Proposition known = asked.get(condition);
        if (known == null) {
            known = ask(condition);
            asked.put(condition, known);
        }
        return known;
    }

    private Proposition ask(Condition condition) {
        return switch (condition) {
            case Condition.Holds(var fact) -> yesNo(fact);
            case Condition.Has(var fact, _, var leaves) -> has(fact, leaves);
            case Condition.AmountIs(var fact, var comparison, var number, var unit) -> {
                ValueQuestion question = value(fact, unit);
                yield Proposition.both(
                        new Proposition.Atom(question, question.part(comparison, number)),
                        Proposition.not(notApplicable(fact.id())));
            }
            case Condition.During(var window) -> window(window);
            case Condition.Before before -> before(before);
            case Condition.Not(var part) -> Proposition.not(condition(part));
            case Condition.All(var parts) -> Proposition.all(conditions(parts));
            case Condition.Any(var parts) -> Proposition.any(conditions(parts));
            case Condition.None(var parts) -> Proposition.not(Proposition.any(conditions(parts)));
            case Condition.AtLeast(var n, var parts) ->
                    new Proposition.AtLeast(n, conditions(parts));
        };
    }

    private List<Proposition> conditions(List<Condition> parts) {
        return parts.stream().map(this::condition).toList();
    }

    private Proposition yesNo(Fact.YesNo fact) {
        return Proposition.both(
                implied(fact, Set.of("true"), raw(fact, Set.of("true"))),
                Proposition.not(notApplicable(fact.id())));
    }

    /// Whether a worded fact has one of some values, or none at all.
    Proposition has(Fact.Worded fact, Set<String> leaves) {
        Proposition raw = implied(fact, leaves, raw(fact, leaves));
        Proposition off = notApplicable(fact.id());
        return leaves.isEmpty()
                ? Proposition.either(raw, off)
                : Proposition.both(raw, Proposition.not(off));
    }

    /// That, or the value that another fact forces, where it does.
    private Proposition implied(Fact fact, Set<String> leaves, Proposition raw) {
        Proposition result = raw;
        for (Constraint constraint : columns.library().constraints()) {
            if (constraint instanceof Constraint.Implies(var when, var forced, var value)
                    && forced.id().equals(fact.id())) {
                Proposition where = condition(when);
                result =
                        leaves.contains(value)
                                ? Proposition.either(result, where)
                                : Proposition.both(result, Proposition.not(where));
            }
        }
        return result;
    }

    private Proposition raw(Fact fact, Set<String> leaves) {
        ValueQuestion question = value(fact, "");
        return new Proposition.Atom(question, question.part(leaves));
    }

    /// Whether one of the values of a named fact is so.
    Proposition has(String fact, Set<String> leaves) {
        return has(columns.library().vocabulary().oneOf(fact), leaves);
    }

    /// Whether the person is fitted by a name.
    Proposition party(Party party) {
        return Proposition.all(
                List.of(
                        has("role", party.roles()),
                        has("stage", party.stages()),
                        has("tie", party.ties())));
    }

    private Proposition before(Condition.Before before) {
        return Proposition.both(
                inOrder(before), Proposition.not(notApplicable(before.first().id())));
    }

    private Proposition inOrder(Condition.Before before) {
        OrderQuestion order = orders.get(before);
        if (order == null) {
            order = new OrderQuestion(questions.size(), before);
            questions.add(order);
            orders.put(before, order);
        }
        Proposition settled = new Proposition.Atom(order, 0);
        for (Constraint constraint : columns.library().constraints()) {
            if (constraint instanceof Constraint.Same(var fact, var same) && same.equals(before)) {
                // Where the days leave it open, the fact that says the same is asked.
                return new Proposition.EitherWay(
                        List.of(settled, Proposition.either(settled, yesNo(fact))));
            }
        }
        return settled;
    }

    private Proposition notApplicable(String fact) {
        Proposition known = notApplicable.get(fact);
        if (known != null) {
            return known;
        }
        List<Proposition> any = new ArrayList<>();
        for (Constraint constraint : columns.library().constraints()) {
            if (constraint instanceof Constraint.NotApplicable(var when, var facts)
                    && facts.stream().anyMatch(f -> f.id().equals(fact))) {
                any.add(condition(when));
            }
        }
        Proposition off = Proposition.any(any);
        notApplicable.put(fact, off);
        return off;
    }

    /// What the background rules out: a value beside what forces another, unless it was only taken
    /// for granted.
    List<Proposition> background() {
        List<Proposition> all = new ArrayList<>();
        for (Constraint constraint : columns.library().constraints()) {
            if (constraint instanceof Constraint.Implies(var when, var fact, var value)) {
                var assumed = new AssumedQuestion(questions.size(), fact.id());
                questions.add(assumed);
                all.add(
                        Proposition.any(
                                List.of(
                                        Proposition.not(condition(when)),
                                        new Proposition.Atom(assumed, 0),
                                        raw(fact, Set.of(value)))));
            }
        }
        return all;
    }

    // ── Time ────────────────────────────────────────────────────────────────────────────────

    /// Whether the day of the act lies inside a window.
    Proposition window(Window window) {
        return switch (window) {
            case Window.Always _ -> Proposition.YES;
            case Window.Beyond(var bar) -> Proposition.not(window(bar));
            case Window.Within within ->
                    new Proposition.EitherWay(
                            settled(within.reckoning()).stream()
                                    .map(r ->
                                            open(within, new DayQuestion.Span(within.length(), r)))
                                    .toList());
        };
    }

    private Proposition open(Window.Within window, DayQuestion.Span span) {
        List<Proposition> each = window.anchor().events().stream().map(e -> open(e, span)).toList();
        return window.anchor().start() == Window.Start.EARLIER_OF
                ? Proposition.all(each)
                : Proposition.any(each);
    }

    private Proposition open(Fact.Event event, DayQuestion.Span span) {
        DayQuestion question = days.get(event.id());
        if (question == null) {
            question = new DayQuestion(questions.size(), columns, event);
            questions.add(question);
            days.put(event.id(), question);
        }
        return Proposition.either(
                new Proposition.Atom(question, question.part(span)), notApplicable(event.id()));
    }

    private static List<Reckoning> settled(Reckoning reckoning) {
        Set<Reckoning> all = new java.util.LinkedHashSet<>();
        for (LastDay lastDay : List.of(LastDay.EXCLUDED, LastDay.INCLUDED)) {
            for (Rounding rounding : List.of(Rounding.DOWN, Rounding.UP)) {
                all.add(reckoning.settledBy(new Reckoning(lastDay, rounding)));
            }
        }
        return List.copyOf(all);
    }

    // ── Questions ───────────────────────────────────────────────────────────────────────────

    private ValueQuestion value(Fact fact, String unit) {
        ValueQuestion known = values.get(fact.id() + " " + unit);
        if (known == null) {
            known = new ValueQuestion(questions.size(), tier(fact), columns, fact, unit);
            questions.add(known);
            values.put(fact.id() + " " + unit, known);
        }
        return known;
    }

    private Question.Tier tier(Fact fact) {
        if (binding) {
            return Question.Tier.BINDING;
        }
        if (PEOPLE.contains(fact.id())) {
            return Question.Tier.PEOPLE;
        }
        return MEANS.contains(fact.id()) ? Question.Tier.MEANS : Question.Tier.CIRCUMSTANCES;
    }

    /// Ends the asking: every question, in the order of their places.
    List<Question> seal() {
        Set<Set<Integer>> seen = new HashSet<>();
        for (int[] pair : columns.orderedEvents()) {
            Optional<DayQuestion> earlier = ofEvent(pair[0]);
            Optional<DayQuestion> later = ofEvent(pair[1]);
            if (earlier.isPresent() && later.isPresent() && seen.add(Set.of(pair[0], pair[1]))) {
                var both = new TogetherQuestion(questions.size(), earlier.get(), later.get());
                questions.add(both);
                together.add(both);
            }
        }
        values.values().forEach(ValueQuestion::seal);
        days.values().forEach(DayQuestion::seal);
        return List.copyOf(questions);
    }

    private Optional<DayQuestion> ofEvent(int event) {
        return days.values().stream().filter(d -> d.event() == event).findFirst();
    }

    /// The questions after days.
    List<DayQuestion> days() {
        return List.copyOf(days.values());
    }

    /// The questions after pairs of events.
    List<TogetherQuestion> together() {
        return together;
    }
}

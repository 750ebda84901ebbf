package org.plumbline.core.decide;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Constraint;
import org.plumbline.core.condition.Decimal;
import org.plumbline.core.condition.LastDay;
import org.plumbline.core.condition.Reckoning;
import org.plumbline.core.condition.Rounding;
import org.plumbline.core.condition.Window;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Party;

/// One case of which everything is known, toward one link, under one reading of the text.
///
/// It looks at nothing but its own facts and days, shares nothing with [Possibilities] but the
/// library's constraints, and is slow and short on purpose: what the diagrams say of a partly known
/// case is tested against this, completion by completion.
///
/// @param day the day of the act
/// @param facts every fact that may be asked after, exactly known; an amount once for each unit,
///     as `value usd`
/// @param readings for each open point of the text, the reading chosen
record Completion(
        Library library, LocalDate day, Map<String, Known> facts, Map<String, String> readings)
        implements Circumstances<Boolean> {

    Completion {
        facts = Map.copyOf(facts);
        readings = Map.copyOf(readings);
    }

    /// The case of a scenario that leaves nothing open that will be asked.
    static Completion of(
            Library library, Scenario scenario, int link, Map<String, String> readings) {
        Map<String, Known> facts = new HashMap<>();
        for (Fact fact : library.vocabulary().facts().values()) {
            Known known = scenario.known(link, fact.id());
            if (known instanceof Known.Sums(var sums)) {
                sums.forEach(s -> facts.put(fact.id() + " " + s.unit(), known));
            } else if (!(known instanceof Known.Anything)) {
                facts.put(fact.id(), known);
            }
        }
        return new Completion(library, scenario.day(), facts, readings);
    }

    // ── What the evaluator asks ─────────────────────────────────────────────────────────────

    @Override
    public Boolean act(Set<String> leaves) {
        return has("act", leaves);
    }

    @Override
    public Boolean form(Set<String> forms) {
        return has("form", forms);
    }

    @Override
    public Boolean medium(Set<String> leaves) {
        return has("medium", leaves);
    }

    @Override
    public Boolean party(Party party) {
        return has("role", party.roles())
                && has("stage", party.stages())
                && has("tie", party.ties());
    }

    @Override
    public Boolean holds(Condition condition) {
        return switch (condition) {
            case Condition.Holds(var fact) -> isSo(fact.id());
            case Condition.Has(var fact, _, var leaves) -> has(fact.id(), leaves);
            case Condition.AmountIs(var fact, var comparison, var number, var unit) ->
                    applies(fact.id()) && comparison.holds(amount(fact.id(), unit), number);
            case Condition.During(var window) -> during(window);
            case Condition.Before before -> before(before);
            case Condition.Not(var part) -> !holds(part);
            case Condition.All(var parts) -> parts.stream().allMatch(this::holds);
            case Condition.Any(var parts) -> parts.stream().anyMatch(this::holds);
            case Condition.None(var parts) -> parts.stream().noneMatch(this::holds);
            case Condition.AtLeast(var n, var parts) ->
                    parts.stream().filter(this::holds).count() >= n;
        };
    }

    @Override
    public Boolean during(Window window) {
        return switch (window) {
            case Window.Always _ -> true;
            case Window.Beyond(var bar) -> !during(bar);
            case Window.Within within -> within(within);
        };
    }

    @Override
    public Boolean readAs(String point, String reading) {
        return chosen(point).equals(reading);
    }

    // ── Facts ───────────────────────────────────────────────────────────────────────────────

    /// Whether a fact can be spoken of here at all.
    private boolean applies(String fact) {
        for (Constraint constraint : library.constraints()) {
            if (constraint instanceof Constraint.NotApplicable(var when, var facts)
                    && facts.stream().anyMatch(f -> f.id().equals(fact))
                    && holds(when)) {
                return false;
            }
        }
        return true;
    }

    private boolean has(String fact, Set<String> leaves) {
        Set<String> values = applies(fact) ? values(fact) : Set.of();
        return leaves.isEmpty() ? values.isEmpty() : values.stream().anyMatch(leaves::contains);
    }

    private Set<String> values(String fact) {
        for (Constraint constraint : library.constraints()) {
            if (constraint instanceof Constraint.Implies(var when, var forced, var value)
                    && forced.id().equals(fact)
                    && holds(when)) {
                return Set.of(value);
            }
        }
        return switch (facts.get(fact)) {
            case Known.Value(var possible) when possible.size() == 1 -> possible;
            case Known.Sets(var possible) when possible.size() == 1 -> possible.getFirst();
            case null, default -> throw open(fact);
        };
    }

    private boolean isSo(String fact) {
        if (!applies(fact)) {
            return false;
        }
        for (Constraint constraint : library.constraints()) {
            if (constraint instanceof Constraint.Implies(var when, var forced, _)
                    && forced.id().equals(fact)
                    && holds(when)) {
                return true;
            }
        }
        return switch (facts.get(fact)) {
            case Known.Value(var possible) when possible.size() == 1 -> possible.contains("true");
            case null, default -> fromEvents(fact).orElseThrow(() -> open(fact));
        };
    }

    /// A fact that says the same as the order of two events, read off the events.
    private Optional<Boolean> fromEvents(String fact) {
        return library.constraints().stream()
                .filter(Constraint.Same.class::isInstance)
                .map(Constraint.Same.class::cast)
                .filter(same -> same.fact().id().equals(fact))
                .map(same -> inOrder(same.before()))
                .findFirst();
    }

    private boolean before(Condition.Before before) {
        for (Constraint constraint : library.constraints()) {
            if (constraint instanceof Constraint.Same(var fact, var same)
                    && same.equals(before)
                    && facts.containsKey(fact.id())) {
                return isSo(fact.id());
            }
        }
        return inOrder(before);
    }

    private boolean inOrder(Condition.Before before) {
        Optional<LocalDate> first = day(before.first());
        Optional<LocalDate> second = day(before.second());
        return first.isPresent() && (second.isEmpty() || first.get().isBefore(second.get()));
    }

    private Decimal amount(String fact, String unit) {
        if (facts.get(fact + " " + unit) instanceof Known.Sums(var sums) && sums.size() == 1) {
            return sums.getFirst().number();
        }
        throw open(fact);
    }

    /// The day on which something happened; empty if it has not.
    private Optional<LocalDate> day(Fact.Event event) {
        if (!applies(event.id())) {
            return Optional.empty();
        }
        if (facts.get(event.id()) instanceof Known.Days known) {
            if (known.isExact()) {
                return Optional.of(known.ranges().getFirst().first());
            }
            if (known.ranges().isEmpty()) {
                return Optional.empty();
            }
        }
        throw open(event.id());
    }

    private static IllegalArgumentException open(String fact) {
        return new OpenFact(fact);
    }

    // ── Days ────────────────────────────────────────────────────────────────────────────────

    private boolean within(Window.Within window) {
        Reckoning stated = window.reckoning();
        Reckoning reckoning =
                new Reckoning(
                        stated.lastDay() == LastDay.UNSTATED ? lastDay() : stated.lastDay(),
                        stated.rounding() == Rounding.UNSTATED ? rounding() : stated.rounding());
        List<Boolean> open =
                window.anchor().events().stream()
                        .map(this::day)
                        .map(began ->
                                began.isEmpty()
                                        || day.isBefore(
                                                reckoning.firstFreeDay(
                                                        began.get(), window.length())))
                        .toList();
        return switch (window.anchor().start()) {
            case AFTER -> open.getFirst();
            case LATER_OF -> open.contains(true);
            case EARLIER_OF -> !open.contains(false);
        };
    }

    private LastDay lastDay() {
        return chosen(Possibilities.LAST_DAY).equals("included")
                ? LastDay.INCLUDED
                : LastDay.EXCLUDED;
    }

    private Rounding rounding() {
        return chosen(Possibilities.ROUNDING).equals("up") ? Rounding.UP : Rounding.DOWN;
    }

    private String chosen(String point) {
        String reading = readings.get(point);
        if (reading == null) {
            throw new IllegalArgumentException("no reading was chosen for `" + point + "`");
        }
        return reading;
    }
}

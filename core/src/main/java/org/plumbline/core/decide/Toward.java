package org.plumbline.core.decide;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Constraint;
import org.plumbline.core.condition.LastDay;
import org.plumbline.core.condition.Reckoning;
import org.plumbline.core.condition.Rounding;
import org.plumbline.core.condition.Window;
import org.plumbline.core.decide.Alphabet.Cut;
import org.plumbline.core.decide.Alphabet.Span;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Party;

/// The case toward one link as one text asks after it.
@SuppressWarnings("IdentityHashMapUsage") // a condition is remembered as itself: comparing is slow
final class Toward implements Circumstances<Diagram> {
    private final Possibilities possibilities;
    private final Diagrams diagrams;
    private final int link;
    private final @Nullable Text text;
    private final Map<Condition, Diagram> answered = new IdentityHashMap<>();
    private final Map<Party, Diagram> parties = new IdentityHashMap<>();
    private final Map<Set<String>, Diagram> acts = new IdentityHashMap<>();
    private final Map<Set<String>, Diagram> forms = new HashMap<>();

    /// @param text none to ask only what no text has a say in
    Toward(Possibilities possibilities, int link, @Nullable Text text) {
        this.possibilities = possibilities;
        this.diagrams = possibilities.diagrams();
        this.link = link;
        this.text = text;
    }

    private @Nullable Asked asked(String fact) {
        return possibilities.asked(link, fact);
    }

    @Override
    public Diagram act(Set<String> leaves) {
        return acts.computeIfAbsent(leaves, _ -> has("act", leaves));
    }

    @Override
    public Diagram form(Set<String> covered) {
        return forms.computeIfAbsent(covered, _ -> has("form", covered));
    }

    @Override
    public Diagram medium(Set<String> leaves) {
        return has("medium", leaves);
    }

    @Override
    public Diagram party(Party party) {
        return parties.computeIfAbsent(
                party,
                _ ->
                        diagrams.and(
                                has("role", party.roles()),
                                diagrams.and(
                                        has("stage", party.stages()), has("tie", party.ties()))));
    }

    @Override
    public Diagram holds(Condition condition) {
        Diagram known = answered.get(condition);
        if (known == null) {
            known = ask(condition);
            answered.put(condition, known);
        }
        return known;
    }

    private Diagram ask(Condition condition) {
        return switch (condition) {
            case Condition.Holds(var fact) -> yesNo(fact);
            case Condition.Has(var fact, _, var leaves) -> has(fact.id(), leaves);
            case Condition.AmountIs amount -> amount(amount);
            case Condition.During(var window) -> during(window);
            case Condition.Before before -> before(before);
            case Condition.Not(var part) -> diagrams.not(holds(part));
            case Condition.All(var parts) -> all(parts);
            case Condition.Any(var parts) -> any(parts);
            case Condition.None(var parts) -> diagrams.not(any(parts));
            case Condition.AtLeast(var n, var parts) -> atLeast(n, parts);
        };
    }

    private Diagram all(List<Condition> parts) {
        Diagram all = diagrams.yes();
        for (Condition part : parts) {
            all = diagrams.and(all, holds(part));
        }
        return all;
    }

    private Diagram any(List<Condition> parts) {
        Diagram any = diagrams.no();
        for (Condition part : parts) {
            any = diagrams.or(any, holds(part));
        }
        return any;
    }

    private Diagram atLeast(int n, List<Condition> parts) {
        if (n <= 0) {
            return diagrams.yes();
        }
        if (n > parts.size()) {
            return diagrams.no();
        }
        List<Condition> rest = parts.subList(1, parts.size());
        Diagram first = holds(parts.getFirst());
        return diagrams.or(
                diagrams.and(first, atLeast(n - 1, rest)),
                diagrams.and(diagrams.not(first), atLeast(n, rest)));
    }

    /// That a fact does not apply here, because another says so.
    private Diagram notApplicable(String fact) {
        List<Condition> when = possibilities.notApplicable(fact);
        if (when == null) {
            return diagrams.no();
        }
        Diagram known = possibilities.masks(link).get(fact);
        if (known != null) {
            return known;
        }
        Diagram any = any(when);
        possibilities.masks(link).put(fact, any);
        return any;
    }

    private Diagram yesNo(Fact.YesNo fact) {
        Diagram raw = implied(fact.id(), Set.of("true"), oneOf(fact.id(), Set.of("true")));
        return raw == diagrams.no()
                ? raw
                : diagrams.and(raw, diagrams.not(notApplicable(fact.id())));
    }

    private Diagram has(String fact, Set<String> leaves) {
        Asked how = asked(fact);
        if (how == null) {
            throw new IllegalStateException("`" + fact + "` is asked after but not planned");
        }
        Diagram raw =
                switch (how) {
                    case Asked.Exactly(var values) ->
                            diagrams.of(
                                    leaves.isEmpty()
                                            ? values.isEmpty()
                                            : values.stream().anyMatch(leaves::contains));
                    case Asked.Candidates(var variable, var sets) ->
                            candidates(variable, sets, leaves);
                    case Asked.ManyGroups(var groups) -> manyGroups(groups, leaves);
                    default -> oneOf(fact, leaves);
                };
        Diagram implied = implied(fact, leaves, raw);
        Diagram mask = notApplicable(fact);
        if (mask == diagrams.no()) {
            return implied;
        }
        return leaves.isEmpty()
                ? diagrams.or(implied, mask)
                : diagrams.and(implied, diagrams.not(mask));
    }

    /// The value that another fact forces, where it does.
    private Diagram implied(String fact, Set<String> leaves, Diagram raw) {
        Diagram result = raw;
        for (Constraint.Implies constraint : possibilities.implications()) {
            if (constraint.fact().id().equals(fact)) {
                Diagram where = holds(constraint.when());
                result =
                        leaves.contains(constraint.value())
                                ? diagrams.or(result, where)
                                : diagrams.and(result, diagrams.not(where));
            }
        }
        return result;
    }

    /// That a fact has one of some values, whatever else says so of it.
    Diagram oneOf(String fact, Set<String> values) {
        return switch (asked(fact)) {
            case Asked.One(var value) -> diagrams.of(values.contains(value));
            case Asked.OneGroup(var variable, var groups, var firsts) -> {
                boolean[] accepted = new boolean[groups.size()];
                for (int group = 0; group < accepted.length; group++) {
                    Set<String> all = groups.get(group);
                    accepted[group] =
                            values.contains(firsts.get(group))
                                    ? all.size() == 1 || values.containsAll(all)
                                    : all.isEmpty();
                }
                yield diagrams.variable(variable.level(), accepted);
            }
            case null, default ->
                    throw new IllegalStateException("`" + fact + "` is not a fact with one value");
        };
    }

    private Diagram candidates(Variable variable, List<Set<String>> sets, Set<String> leaves) {
        boolean[] accepted = new boolean[sets.size()];
        for (int set = 0; set < accepted.length; set++) {
            accepted[set] =
                    leaves.isEmpty()
                            ? sets.get(set).isEmpty()
                            : sets.get(set).stream().anyMatch(leaves::contains);
        }
        return diagrams.variable(variable.level(), accepted);
    }

    private Diagram manyGroups(Map<Variable, Set<String>> groups, Set<String> leaves) {
        Diagram any = diagrams.no();
        for (var group : groups.entrySet()) {
            if (leaves.isEmpty() || leaves.containsAll(group.getValue())) {
                any = diagrams.or(any, isTrue(group.getKey()));
            }
        }
        return leaves.isEmpty() ? diagrams.not(any) : any;
    }

    private Diagram isTrue(Variable variable) {
        return diagrams.variable(variable.level(), new boolean[] {false, true});
    }

    private Diagram amount(Condition.AmountIs condition) {
        String fact = condition.fact().id();
        Asked how = asked(fact + " " + condition.unit());
        Diagram raw =
                switch (how) {
                    case Asked.Exact(var number) ->
                            diagrams.of(condition.comparison().holds(number, condition.number()));
                    case Asked.Sums(var variable, var sums) -> oneOfSums(variable, sums, condition);
                    case Asked.Regions(var variable, var cuts) -> region(variable, cuts, condition);
                    case null, default ->
                            throw new IllegalStateException(
                                    "`" + fact + "` is asked after but not planned");
                };
        return diagrams.and(raw, diagrams.not(notApplicable(fact)));
    }

    private Diagram oneOfSums(
            Variable variable, List<Known.Sum> sums, Condition.AmountIs condition) {
        boolean[] accepted = new boolean[sums.size()];
        for (int sum = 0; sum < accepted.length; sum++) {
            accepted[sum] =
                    condition.comparison().holds(sums.get(sum).number(), condition.number());
        }
        return diagrams.variable(variable.level(), accepted);
    }

    private Diagram region(Variable variable, List<Cut> cuts, Condition.AmountIs condition) {
        Cut cut = Alphabet.cut(condition.comparison(), condition.number());
        boolean below =
                condition.comparison() == Condition.Comparison.UP_TO
                        || condition.comparison() == Condition.Comparison.UNDER;
        boolean[] accepted = new boolean[cuts.size() + 1];
        for (int region = 0; region < accepted.length; region++) {
            boolean regionBelow = region < cuts.size() && cuts.get(region).compareTo(cut) <= 0;
            accepted[region] = regionBelow == below;
        }
        return diagrams.variable(variable.level(), accepted);
    }

    /// That one event came before another; what does not apply has not happened, whatever was said.
    private Diagram before(Condition.Before before) {
        Diagram raw = inOrder(before);
        return raw == diagrams.no()
                ? raw
                : diagrams.and(raw, diagrams.not(notApplicable(before.first().id())));
    }

    private Diagram inOrder(Condition.Before before) {
        Optional<Boolean> settled = EventDays.settledOrder(before, possibilities.days(link));
        if (settled.isPresent()) {
            return diagrams.of(settled.get());
        }
        for (Constraint constraint : possibilities.library().constraints()) {
            if (constraint instanceof Constraint.Same(var fact, var same) && same.equals(before)) {
                return yesNo(fact);
            }
        }
        throw new IllegalStateException(
                "the order of two events is asked after, and no fact stands for it");
    }

    @Override
    public Diagram during(Window window) {
        return switch (window) {
            case Window.Always _ -> diagrams.yes();
            case Window.Beyond(var bar) -> diagrams.not(during(bar));
            case Window.Within within -> within(within);
        };
    }

    private Diagram within(Window.Within window) {
        Diagram any = diagrams.no();
        for (Reckoning settled : Alphabet.settled(window.reckoning())) {
            Diagram open = open(window, new Span(window.length(), settled));
            any = diagrams.or(any, diagrams.and(chosen(window.reckoning(), settled), open));
        }
        return any;
    }

    private Diagram open(Window.Within window, Span span) {
        boolean earlier = window.anchor().start() == Window.Start.EARLIER_OF;
        Diagram open = diagrams.of(earlier);
        for (Fact.Event event : window.anchor().events()) {
            Diagram here = openSince(event, span);
            open = earlier ? diagrams.and(open, here) : diagrams.or(open, here);
        }
        return open;
    }

    /// That a clock started by this event has not run out; one that never started has not.
    private Diagram openSince(Fact.Event event, Span span) {
        LocalDate closing = possibilities.closing(span);
        Diagram raw =
                switch (asked(event.id())) {
                    case Asked.Day(var began) -> diagrams.of(!began.isBefore(closing));
                    case Asked.Never _ -> diagrams.yes();
                    case Asked.Spans spans -> {
                        List<Known.Range> regions = spans.regions();
                        boolean[] accepted = new boolean[spans.width()];
                        for (int region = 0; region < accepted.length; region++) {
                            accepted[region] =
                                    region >= regions.size()
                                            || !regions.get(region).first().isBefore(closing);
                        }
                        yield diagrams.variable(spans.variable().level(), accepted);
                    }
                    case null, default ->
                            throw new IllegalStateException(
                                    "`" + event.id() + "` is asked after but not planned");
                };
        return diagrams.or(raw, notApplicable(event.id()));
    }

    private Diagram chosen(Reckoning stated, Reckoning settled) {
        Diagram chosen = diagrams.yes();
        if (stated.lastDay() == LastDay.UNSTATED) {
            chosen =
                    reading(
                            Possibilities.LAST_DAY,
                            settled.lastDay() == LastDay.INCLUDED ? "included" : "excluded");
        }
        if (stated.rounding() == Rounding.UNSTATED) {
            chosen =
                    diagrams.and(
                            chosen,
                            reading(
                                    Possibilities.ROUNDING,
                                    settled.rounding() == Rounding.UP ? "up" : "down"));
        }
        return chosen;
    }

    @Override
    public Diagram readAs(String point, String reading) {
        return reading(point, reading);
    }

    private Diagram reading(String point, String name) {
        if (text == null) {
            throw new IllegalStateException("a reading was asked after without a text");
        }
        if (!(possibilities.reading(text, point)
                instanceof Asked.OneGroup(var variable, var groups, _))) {
            throw new IllegalStateException("the reading `" + point + "` was not planned");
        }
        boolean[] accepted = new boolean[groups.size()];
        accepted[groups.indexOf(Set.of(name))] = true;
        return diagrams.variable(variable.level(), accepted);
    }
}

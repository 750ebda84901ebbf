package org.plumbline.core.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Constraint;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;

/// What a case says against what is true of every possible person.
///
/// A quick look in three values: what it finds is so, and it may overlook what only the engine sees.
final class Background {

    private static final String IMPOSSIBLE = "scenario.impossible";
    private static final String MEND =
            "check the two dates, or say what the person was on the day of the act";

    private final List<Constraint> constraints;
    private final Scenario scenario;
    private final Map<String, Span> given;
    private final boolean mending;
    private final List<Finding> found = new ArrayList<>();

    /// @param given where each fact was given
    /// @param mending whether days that do not fit together are only warned of
    Background(
            List<Constraint> constraints,
            Scenario scenario,
            Map<String, Span> given,
            boolean mending) {
        this.mending = mending;
        this.constraints = constraints;
        this.scenario = scenario;
        this.given = given;
    }

    List<Finding> findings() {
        for (int link = 0; link < scenario.links().size(); link++) {
            for (Constraint constraint : constraints) {
                switch (constraint) {
                    case Constraint.NotApplicable(var when, var facts) -> {
                        if (certain(when, link)) {
                            inapplicable(facts, link, when);
                        }
                    }
                    case Constraint.Implies implies -> {
                        if (certain(implies.when(), link)) {
                            implied(implies, link);
                        }
                    }
                    case Constraint.Past(var when, var events) -> {
                        if (certain(when, link)) {
                            past(events, link, when);
                        }
                    }
                    case Constraint.Same(var fact, var before) -> same(fact, before, link);
                    case Constraint.Order _, Constraint.NotOrdinary _ -> {}
                }
            }
        }
        return found;
    }

    private boolean certain(Condition when, int link) {
        return holds(when, link).equals(Optional.of(true));
    }

    private void inapplicable(List<Fact> facts, int link, Condition when) {
        for (Fact fact : facts) {
            Span place = given.get(fact.id());
            if (place != null && says(scenario.known(link, fact.id()))) {
                found.add(
                        Finding.warning(
                                "scenario.not-applicable",
                                place,
                                "`%s` is given, but %s it does not apply"
                                        .formatted(fact.id(), words(when)),
                                "nothing, `never` or `false` for a fact that does not apply",
                                "take it away, or correct the fact that excludes it"));
            }
        }
    }

    /// What made the person what they are lies after the act: on its day other rules held, and often
    /// stricter ones.
    private void past(List<Fact.Event> events, int link, Condition when) {
        LocalDate act = scenario.asOf().last();
        for (Fact.Event event : events) {
            if (scenario.known(link, event.id()) instanceof Known.Days(var ranges, var never)
                    && !never
                    && ranges.getFirst().first().isAfter(act)) {
                Span place = given.getOrDefault(event.id(), Span.of("scenario"));
                String says =
                        "%s (`%s`, %s) is after the act (%s), which cannot be %s"
                                .formatted(
                                        event.says(),
                                        event.id(),
                                        ranges.getFirst().first(),
                                        act,
                                        words(when));
                String expected = "%s on the day of the act or before".formatted(event.says());
                found.add(
                        mending
                                ? Finding.warning(IMPOSSIBLE, place, says, expected, MEND)
                                : Finding.error(IMPOSSIBLE, place, says, expected, MEND));
            }
        }
    }

    /// A fact that says the same as the order of two events, beside days that say otherwise.
    private void same(Fact.YesNo fact, Condition.Before before, int link) {
        Span place = given.get(fact.id());
        if (place == null
                || (scenario.links().size() > 1 && !scenario.ownedBy(link, fact.id()))
                || !(scenario.known(link, fact.id()) instanceof Known.Value(var possible))
                || !(scenario.known(link, before.first().id()) instanceof Known.Days first)
                || !(scenario.known(link, before.second().id()) instanceof Known.Days second)) {
            return;
        }
        inOrder(first, second)
                .filter(so -> !possible.contains(String.valueOf(so)))
                .ifPresent(so ->
                        found.add(
                                Finding.error(
                                        IMPOSSIBLE,
                                        place,
                                        "`%s` is said not to be `%s`, and the days of `%s` and `%s` say it is"
                                                .formatted(
                                                        fact.id(),
                                                        so,
                                                        before.first().id(),
                                                        before.second().id()),
                                        "the fact and the days to say the same",
                                        "correct one of them, or leave `%s` out"
                                                .formatted(fact.id()))));
    }

    private static Optional<Boolean> inOrder(Known.Days first, Known.Days second) {
        if (first.ranges().isEmpty()) {
            return Optional.of(false);
        }
        if (first.maybeNever()) {
            return Optional.empty();
        }
        if (second.ranges().isEmpty()
                || first.ranges().getLast().last().isBefore(second.ranges().getFirst().first())) {
            return Optional.of(true);
        }
        return second.maybeNever()
                        || first.ranges()
                                .getFirst()
                                .first()
                                .isBefore(second.ranges().getLast().last())
                ? Optional.empty()
                : Optional.of(false);
    }

    /// Whether something is said that a fact which does not apply cannot be.
    private static boolean says(Known known) {
        return switch (known) {
            case Known.Value(var possible) -> !possible.contains("false");
            case Known.Sets(var sets) -> sets.stream().noneMatch(Set::isEmpty);
            case Known.Sums _ -> true;
            case Known.Days days -> !days.maybeNever();
            case Known.Anything _ -> false;
        };
    }

    private void implied(Constraint.Implies implies, int link) {
        Span place = given.get(implies.fact().id());
        if (place != null
                && scenario.known(link, implies.fact().id()) instanceof Known.Value(var possible)
                && !possible.contains(implies.value())) {
            found.add(
                    Finding.error(
                            IMPOSSIBLE,
                            place,
                            "%s `%s` is always %s"
                                    .formatted(
                                            words(implies.when()),
                                            implies.fact().id(),
                                            implies.value()),
                            "{%s: %s}".formatted(implies.fact().id(), implies.value()),
                            "correct one of the two"));
        }
    }

    /// A condition of a constraint in words: "where `stage` is current,".
    private static String words(Condition condition) {
        return switch (condition) {
            case Condition.Has(var fact, var words, _) ->
                    words.isEmpty()
                            ? "where there is no `%s`".formatted(fact.id())
                            : "where `%s` is %s".formatted(fact.id(), String.join(" or ", words));
            case Condition.Holds(var fact) -> "where `%s` is so".formatted(fact.id());
            case Condition.Not(Condition.Has(var fact, var words, _)) ->
                    "where `%s` is not %s".formatted(fact.id(), String.join(" or ", words));
            default -> "here";
        };
    }

    private Optional<Boolean> holds(Condition condition, int link) {
        return switch (condition) {
            case Condition.Has(var fact, _, var leaves) ->
                    has(scenario.known(link, fact.id()), leaves);
            case Condition.Holds(var fact) -> has(scenario.known(link, fact.id()), Set.of("true"));
            case Condition.Not(var part) -> holds(part, link).map(so -> !so);
            default -> Optional.empty();
        };
    }

    private static Optional<Boolean> has(Known known, Set<String> leaves) {
        List<Boolean> all =
                switch (known) {
                    case Known.Value(var possible) ->
                            possible.stream().map(leaves::contains).distinct().toList();
                    case Known.Sets(var sets) ->
                            sets.stream()
                                    .map(s ->
                                            leaves.isEmpty()
                                                    ? s.isEmpty()
                                                    : s.stream().anyMatch(leaves::contains))
                                    .distinct()
                                    .toList();
                    case Known.Sums _, Known.Days _, Known.Anything _ -> List.of();
                };
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }
}

package org.plumbline.core.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.decide.Decision.Answer;
import org.plumbline.core.decide.Decision.Lifts;
import org.plumbline.core.decide.Decision.Together;
import org.plumbline.core.explain.ConditionSentence;
import org.plumbline.core.explain.Mentions;
import org.plumbline.core.explain.ScenarioSentence;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Incorporation;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Changeable;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Vocabulary;

/// What would change the joined answer.
///
/// The bar is the strongest that the joined answer holds. Where it is certain, a change weakens it if
/// afterwards it no longer is; where it is open, if afterwards it is gone. A change is offered if
/// deciding the changed case shows that, and if no part of it does.
///
/// A wait is to the day by which every reading of the text and every possible day of an event agree.
/// Points of interpretation are otherwise left open in the changed case as they are in the first.
///
/// @param certain whether the bar is certain; false where there is none
/// @param changes every smallest set of steps, three at most, shortest first; none for an act that
///     is done already
/// @param fixed what the barring provisions turn on, and nobody can change
public record Changes(boolean certain, List<Change> changes, List<Fixed> fixed) {

    /// How many facts are tried, and how many steps a change may have.
    static final int MOST_FACTS = 8;

    static final int MOST_STEPS = 3;

    /// Days that are tried where the bar is open and so has no day on which it lifts.
    private static final int MOST_DAYS = 12;

    private static final Changes NONE = new Changes(false, List.of(), List.of());

    public Changes {
        changes = List.copyOf(changes);
        fixed = List.copyOf(fixed);
    }

    /// What would change a decision.
    ///
    /// @param again decides a case as the decision was made: under the same texts, or under whatever
    ///     then binds
    public static Changes of(
            Decider decider, Decision decision, Function<Scenario, Decision> again) {
        Optional<Strength> bar =
                decision.together().flatMap(together -> Strength.of(together.headlines()));
        if (bar.isEmpty()) {
            return NONE;
        }
        var search = new Search(decider, decision, again, bar.get());
        List<Change> changes = isDone(decision.scenario()) ? List.of() : search.smallest();
        return new Changes(bar.get().certain(), changes, fixed(decider, decision, bar.get()));
    }

    /// What is done cannot be changed, and no waiting helps it.
    private static boolean isDone(Scenario scenario) {
        return scenario.known(0, "status").equals(new Known.Value(Set.of("past")));
    }

    // ── What can be changed ─────────────────────────────────────────────────────────────────

    /// Tries sets of steps, small ones first.
    private static final class Search {
        private final Decider decider;
        private final Decision decision;
        private final Function<Scenario, Decision> again;
        private final Strength bar;
        private final Vocabulary vocabulary;
        private final Scenario scenario;

        Search(
                Decider decider,
                Decision decision,
                Function<Scenario, Decision> again,
                Strength bar) {
            this.decider = decider;
            this.decision = decision;
            this.again = again;
            this.bar = bar;
            this.vocabulary = decider.library().vocabulary();
            this.scenario = decision.scenario();
        }

        List<Change> smallest() {
            List<Change> found = new ArrayList<>();
            List<Changeable> candidates = candidates();
            for (int steps = 1; steps <= MOST_STEPS; steps++) {
                List<Change> ofThisSize = new ArrayList<>();
                for (List<Changeable> some : subsets(candidates, steps - 1)) {
                    if (isSmallest(new Change(steps(some, LocalDate.MIN), List.of()), found)) {
                        waiting(some).ifPresent(ofThisSize::add);
                    }
                }
                for (List<Changeable> some : subsets(candidates, steps)) {
                    if (isSmallest(new Change(steps(some), List.of()), found)) {
                        doing(some).ifPresent(ofThisSize::add);
                    }
                }
                found.addAll(ofThisSize);
            }
            return found;
        }

        private static boolean isSmallest(Change change, List<Change> found) {
            return found.stream().noneMatch(change::holds);
        }

        /// What can be changed here and might matter, in the order of the vocabulary.
        private List<Changeable> candidates() {
            List<Changeable> possible =
                    vocabulary.changes().stream()
                            .filter(this::canBeChanged)
                            .filter(mentioned())
                            .toList();
            Scenario freed = scenario;
            for (Changeable one : possible) {
                if (!isAct(one) && !(known(one) instanceof Known.Anything)) {
                    freed = freed.with(one.fact(), Known.ANYTHING);
                }
            }
            Decision open = freed.equals(scenario) ? decision : tried(freed).orElse(decision);
            Set<String> matter = new LinkedHashSet<>();
            open.together().ifPresent(t -> t.missing().forEach(m -> matter.add(m.fact())));
            return possible.stream()
                    .filter(one -> isAct(one) || matter.contains(one.fact()))
                    .limit(MOST_FACTS)
                    .toList();
        }

        /// Whether some text, its own or borrowed, mentions the fact, and the fact is not one taken as
        /// ordinary that was found not to matter. Asked first, because it spares most decisions another.
        private Predicate<Changeable> mentioned() {
            Set<String> facts = new LinkedHashSet<>();
            Set<String> seen = new LinkedHashSet<>();
            decision.answers().forEach(answer -> mentions(answer.edition(), facts, seen));
            Set<String> idle = new LinkedHashSet<>(scenario.assumed());
            decision.assumed().forEach(assumption -> idle.remove(assumption.fact()));
            return one -> isAct(one) || (facts.contains(one.fact()) && !idle.contains(one.fact()));
        }

        private void mentions(Edition edition, Set<String> facts, Set<String> seen) {
            if (!seen.add(edition.id())) {
                return;
            }
            edition.norms().forEach(norm -> facts.addAll(Mentions.of(norm)));
            Library library = decider.library();
            for (Incorporation borrowed : edition.incorporates()) {
                switch (borrowed.source()) {
                    case Incorporation.Source.Frozen(var id) ->
                            library.edition(id).ifPresent(e -> mentions(e, facts, seen));
                    case Incorporation.Source.Floating(var body) ->
                            library.editionsOf(body).forEach(e -> mentions(e, facts, seen));
                    case Incorporation.Source.OfLevel(var level) ->
                            library.editionsAt(level).forEach(e -> mentions(e, facts, seen));
                }
            }
        }

        private static boolean isAct(Changeable one) {
            return one.fact().equals("act");
        }

        private Known known(Changeable one) {
            return scenario.known(0, one.fact());
        }

        private boolean canBeChanged(Changeable one) {
            Fact fact = vocabulary.fact(one.fact()).orElseThrow();
            if (!decider.mayApply(scenario, fact)) {
                return false;
            }
            return known(one) instanceof Known.Value(var possible)
                    ? !possible.contains(one.to())
                            && (one.from().isEmpty() || one.from().containsAll(possible))
                    : one.from().isEmpty();
        }

        private static List<List<Changeable>> subsets(List<Changeable> of, int size) {
            if (size == 0) {
                return List.of(List.of());
            }
            List<List<Changeable>> all = new ArrayList<>();
            for (int first = 0; first + size <= of.size(); first++) {
                Changeable one = of.get(first);
                for (List<Changeable> rest : subsets(of.subList(first + 1, of.size()), size - 1)) {
                    if (rest.stream().noneMatch(r -> r.fact().equals(one.fact()))) {
                        List<Changeable> some = new ArrayList<>(List.of(one));
                        some.addAll(rest);
                        all.add(some);
                    }
                }
            }
            return all;
        }

        private static List<Change.Step> steps(List<Changeable> some) {
            return some.stream().<Change.Step>map(Change.Step.Act::new).toList();
        }

        private static List<Change.Step> steps(List<Changeable> some, LocalDate until) {
            List<Change.Step> steps = new ArrayList<>();
            steps.add(new Change.Step.Wait(until));
            steps.addAll(steps(some));
            return steps;
        }

        private Scenario after(List<Changeable> some) {
            Scenario changed = scenario;
            for (Changeable one : some) {
                changed = changed.with(one.fact(), new Known.Value(Set.of(one.to())));
            }
            return changed;
        }

        /// The decision of a changed case; empty if no possible person fits it.
        private Optional<Decision> tried(Scenario changed) {
            try {
                return Optional.of(again.apply(changed));
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        }

        private Optional<Change> doing(List<Changeable> some) {
            return tried(after(some))
                    .flatMap(Decision::together)
                    .map(Together::headlines)
                    .filter(bar::weakenedBy)
                    .map(then -> new Change(steps(some), then));
        }

        private Optional<Change> waiting(List<Changeable> some) {
            Scenario changed = after(some);
            Optional<Decision> now = some.isEmpty() ? Optional.of(decision) : tried(changed);
            if (now.isEmpty()) {
                return Optional.empty();
            }
            return days(now.get(), changed).stream()
                    .flatMap(day ->
                            tried(changed.on(day)).flatMap(Decision::together).stream()
                                    .map(Together::headlines)
                                    .filter(bar::weakenedBy)
                                    .map(then -> new Change(steps(some, day), then)))
                    .findFirst();
        }

        /// The days worth waiting for: the one on which a certain bar lifts on every reading; where the
        /// bar is open, each on which something changes.
        private List<LocalDate> days(Decision now, Scenario changed) {
            Optional<Lifts> lifts = now.together().flatMap(Together::lifts);
            if (bar.certain()) {
                return lifts.isPresent() && lifts.get() instanceof Lifts.On(_, var latest)
                        ? latest.stream().toList()
                        : List.of();
            }
            if (!anyDate(changed)) {
                return List.of();
            }
            return decider
                    .breakpoints(changed, now.answers().stream().map(Answer::edition).toList())
                    .tailSet(changed.asOf().last(), false)
                    .stream()
                    .limit(MOST_DAYS)
                    .toList();
        }

        private boolean anyDate(Scenario of) {
            for (int link = 0; link < of.links().size(); link++) {
                for (Fact.Event event : vocabulary.events()) {
                    if (of.known(link, event.id()) instanceof Known.Days) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    // ── What cannot ─────────────────────────────────────────────────────────────────────────

    private static List<Fixed> fixed(Decider decider, Decision decision, Strength bar) {
        Map<String, Fixed> all = new LinkedHashMap<>();
        for (Answer answer : decision.answers()) {
            if (answer.headlines().stream().anyMatch(bar.bars()::contains)) {
                add(decider, decision.scenario(), answer, all);
            }
        }
        return all.values().stream()
                .sorted((a, b) -> Boolean.compare(b.fact().equals(PARTY), a.fact().equals(PARTY)))
                .toList();
    }

    private static final String PARTY = "party";

    private static void add(
            Decider decider, Scenario scenario, Answer answer, Map<String, Fixed> all) {
        Vocabulary vocabulary = decider.library().vocabulary();
        var sentences = new ScenarioSentence(vocabulary);
        Set<String> changeable = new LinkedHashSet<>(scenario.assumed());
        vocabulary.changes().forEach(c -> changeable.add(c.fact()));
        String edition = answer.edition().id();
        Set<String> facts = new LinkedHashSet<>();
        answer.provisions().stream()
                .flatMap(ground -> ground.norms().stream())
                .filter(Changes::bars)
                .forEach(norm -> facts.addAll(Mentions.of(norm)));
        if (!facts.isEmpty()) {
            all.putIfAbsent(
                    PARTY,
                    new Fixed(PARTY, edition, "the person is " + sentences.people(scenario)));
        }
        for (String id : facts) {
            Optional<Fact> fact = vocabulary.fact(id).filter(_ -> !PERSON.contains(id));
            if (fact.isPresent() && !changeable.contains(id) && !id.equals("act")) {
                for (int link = 0; link < scenario.links().size(); link++) {
                    sentences
                            .fact(fact.get(), scenario.known(link, id))
                            .ifPresent(says ->
                                    all.putIfAbsent(id + says, new Fixed(id, edition, says)));
                }
            }
        }
        if (answer.binds() == Decision.Sureness.YES) {
            all.putIfAbsent(
                    "binds" + edition,
                    new Fixed(
                            "binds",
                            edition,
                            answer.edition().title()
                                    + " binds whoever "
                                    + new ConditionSentence(vocabulary)
                                            .binds(answer.edition().binds())
                                            .replace("It binds whoever ", "")
                                            .replaceFirst("\\.$", "")));
        }
        if (answer.inForce() == Decision.Sureness.YES) {
            all.putIfAbsent(
                    "in-force" + edition,
                    new Fixed("in-force", edition, answer.edition().title() + " is in force"));
        }
    }

    private static final Set<String> PERSON = Set.of("role", "stage", "tie");

    private static boolean bars(Norm norm) {
        return norm instanceof Norm.Directive directive && directive.modality().against();
    }
}

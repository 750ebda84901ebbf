package org.plumbline.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plumbline.core.Codes;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.decide.Decision.Lifts;
import org.plumbline.core.decide.Decision.Together;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.load.VignetteFile.Vignette;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Changeable;

/// What is offered as a change is one, nothing smaller would do, and nothing that would do is left out.
class ChangesTest {

    private static final Decider DECIDER = new Decider(Codes.library());
    private static final Function<Scenario, Decision> AGAIN = DECIDER::decide;

    private static List<Vignette> seedCases() {
        return Codes.caseFiles().stream()
                .filter(f -> f.getFileName().toString().equals("seed-cases.yaml"))
                .flatMap(f -> Codes.cases(f).stream())
                .toList();
    }

    /// Every case in the slow run, one of so many in the ordinary one.
    private static List<Vignette> some(List<Vignette> all, int ofSoMany) {
        return Boolean.getBoolean("plumbline.slow")
                ? all
                : IntStream.range(0, all.size())
                        .filter(at -> at % ofSoMany == 0)
                        .mapToObj(all::get)
                        .toList();
    }

    private static List<Headline> headlines(Decision decision) {
        return decision.together().map(Together::headlines).orElse(List.of());
    }

    /// A change as a set of words, a wait as `wait`.
    private static Set<String> words(Change change) {
        Set<String> words = new LinkedHashSet<>();
        for (Change.Step step : change.steps()) {
            words.add(
                    switch (step) {
                        case Change.Step.Wait _ -> "wait";
                        case Change.Step.Act(var what) -> what.fact() + "=" + what.to();
                    });
        }
        return words;
    }

    private static Scenario after(Scenario scenario, List<Changeable> some) {
        Scenario changed = scenario;
        for (Changeable one : some) {
            changed = changed.with(one.fact(), new Known.Value(Set.of(one.to())));
        }
        return changed;
    }

    private static Optional<Decision> tried(Scenario scenario) {
        try {
            return Optional.of(DECIDER.decide(scenario));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Everything in the vocabulary that could be done about this case and that some text asks after.
    private static List<Changeable> all(Scenario scenario, Decision decision) {
        Scenario freed = scenario;
        for (Changeable one : Codes.library().vocabulary().changes()) {
            if (!one.fact().equals("act")) {
                freed = freed.with(one.fact(), Known.ANYTHING);
            }
        }
        Set<String> asked = new HashSet<>();
        DECIDER.outlook(
                        freed,
                        decision.answers().stream().map(Decision.Answer::edition).toList(),
                        false)
                .open()
                .forEach(open -> asked.add(open.fact()));
        return Codes.library().vocabulary().changes().stream()
                .filter(one -> asked.contains(one.fact()) || one.fact().equals("act"))
                .filter(one -> {
                    Known known = scenario.known(0, one.fact());
                    return known instanceof Known.Value(var values)
                            ? !values.contains(one.to())
                                    && (one.from().isEmpty() || one.from().containsAll(values))
                            : one.from().isEmpty();
                })
                .toList();
    }

    private static void subsets(
            List<Changeable> of, int from, List<Changeable> some, List<List<Changeable>> into) {
        into.add(List.copyOf(some));
        for (int at = from; at < of.size() && some.size() < 3; at++) {
            Changeable one = of.get(at);
            if (some.stream().noneMatch(s -> s.fact().equals(one.fact()))) {
                some.add(one);
                subsets(of, at + 1, some, into);
                some.removeLast();
            }
        }
    }

    private static boolean waitHelps(Scenario changed, Strength bar) {
        Optional<Decision> now = tried(changed);
        if (now.isEmpty()) {
            return false;
        }
        if (bar.certain()) {
            return now.get().together().flatMap(Together::lifts).stream()
                    .anyMatch(l -> l instanceof Lifts.On(_, var latest) && latest.isPresent());
        }
        return DECIDER
                .breakpoints(
                        changed,
                        now.get().answers().stream().map(Decision.Answer::edition).toList())
                .tailSet(changed.asOf().last(), false)
                .stream()
                .anyMatch(day ->
                        tried(changed.on(day))
                                .filter(d -> bar.weakenedBy(headlines(d)))
                                .isPresent());
    }

    @Test
    void exactly_the_smallest_sets_that_weaken_the_bar_are_offered() {
        int offered = 0;
        for (Vignette vignette : some(seedCases(), 2)) {
            Scenario scenario = vignette.scenario();
            Decision decision = DECIDER.decide(scenario);
            Optional<Strength> bar = Strength.of(headlines(decision));
            Set<Set<String>> expected = new HashSet<>();
            if (bar.isPresent()
                    && !scenario.known(0, "status").equals(new Known.Value(Set.of("past")))) {
                List<List<Changeable>> all = new ArrayList<>();
                subsets(all(scenario, decision), 0, new ArrayList<>(), all);
                for (List<Changeable> some : all) {
                    Set<String> words = new HashSet<>();
                    some.forEach(one -> words.add(one.fact() + "=" + one.to()));
                    Scenario changed = after(scenario, some);
                    if (!some.isEmpty()
                            && tried(changed)
                                    .filter(d -> bar.get().weakenedBy(headlines(d)))
                                    .isPresent()) {
                        expected.add(words);
                    } else if (some.size() < 3 && waitHelps(changed, bar.get())) {
                        Set<String> waiting = new HashSet<>(words);
                        waiting.add("wait");
                        expected.add(waiting);
                    }
                }
                Set<Set<String>> found = Set.copyOf(expected);
                expected.removeIf(
                        one -> found.stream().anyMatch(o -> !o.equals(one) && one.containsAll(o)));
            }
            List<Change> changes = Changes.of(DECIDER, decision, AGAIN).changes();
            assertThat(changes.stream().map(ChangesTest::words))
                    .as(vignette.id())
                    .containsExactlyInAnyOrderElementsOf(expected);
            offered += changes.size();
        }
        assertThat(offered).as("something is offered at all").isGreaterThan(10);
    }

    @Test
    void every_change_does_what_it_says_when_it_is_decided_anew() {
        for (Vignette vignette : some(Codes.cases(), 4)) {
            Decision decision = DECIDER.decide(vignette.scenario());
            for (Change change : Changes.of(DECIDER, decision, AGAIN).changes()) {
                Scenario changed = vignette.scenario();
                for (Change.Step step : change.steps()) {
                    changed =
                            switch (step) {
                                case Change.Step.Wait(LocalDate until) -> changed.on(until);
                                case Change.Step.Act(var what) -> after(changed, List.of(what));
                            };
                }
                List<Headline> then = headlines(DECIDER.decide(changed));
                assertThat(then).as(vignette.id() + " " + words(change)).isEqualTo(change.then());
                assertThat(Strength.of(headlines(decision)).orElseThrow().weakenedBy(then))
                        .as(vignette.id() + " " + words(change))
                        .isTrue();
            }
        }
    }

    @Test
    void nothing_is_offered_where_nothing_bars_or_nothing_helps() {
        for (Vignette vignette : some(Codes.cases(), 4)) {
            Decision decision = DECIDER.decide(vignette.scenario());
            if (Strength.of(headlines(decision)).isEmpty()) {
                Changes none = Changes.of(DECIDER, decision, AGAIN);
                assertThat(none.changes()).as(vignette.id()).isEmpty();
                assertThat(none.fixed()).as(vignette.id()).isEmpty();
            }
        }
        Vignette sex =
                seedCases().stream()
                        .filter(v -> v.id().equals("sex-current-client"))
                        .findFirst()
                        .orElseThrow();
        Changes none = Changes.of(DECIDER, DECIDER.decide(sex.scenario()), AGAIN);
        assertThat(none.certain()).isTrue();
        assertThat(none.changes()).isEmpty();
        assertThat(none.fixed()).extracting(Fixed::says).contains("the person is a current client");
    }

    @Test
    void an_act_that_is_done_cannot_be_changed() {
        Vignette waiting =
                seedCases().stream()
                        .filter(v -> v.id().equals("apa-from-leap-day"))
                        .findFirst()
                        .orElseThrow();
        assertThat(Changes.of(DECIDER, DECIDER.decide(waiting.scenario()), AGAIN).changes())
                .isNotEmpty();
        Scenario done = waiting.scenario().with("status", new Known.Value(Set.of("past")));
        assertThat(Changes.of(DECIDER, DECIDER.decide(done), AGAIN).changes()).isEmpty();
    }
}

package org.plumbline.core.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.plumbline.core.Codes;
import org.plumbline.core.condition.Decimal;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.decide.Outlook;
import org.plumbline.core.load.VignetteFile.Vignette;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Asking;
import org.plumbline.core.vocabulary.Fact;

/// Laws that every interview obeys, whatever is asked and answered. The repetition is the seed.
///
/// Texts with a norm on anything one could do are left out: such a norm counts once it is certain, so
/// that learning a fact can add what it says. That exception has a law of its own in `core/decide`.
class InterviewLawsTest {

    private static final Decider DECIDER = new Decider(Codes.library());
    private static final List<Vignette> CASES = Codes.cases();
    private static final int ROUNDS = Integer.getInteger("plumbline.batch", 6);

    /// A case of the library of which much was forgotten, and texts it is about.
    private record Sample(Scenario scenario, List<Edition> texts, String about) {
        static Optional<Sample> at(int seed) {
            var random = new Random(seed);
            Vignette vignette = CASES.get(random.nextInt(CASES.size()));
            List<Edition> texts =
                    vignette.expect().keySet().stream()
                            .map(id -> Codes.library().edition(id).orElseThrow())
                            .filter(Sample::plain)
                            .toList();
            Scenario known = vignette.scenario();
            Map<String, Known> shared = new HashMap<>();
            for (var fact : new java.util.TreeMap<>(known.shared()).entrySet()) {
                boolean about = fact.getKey().equals("act") || fact.getKey().equals("form");
                if (about || random.nextInt(5) < 3) {
                    shared.put(fact.getKey(), fact.getValue());
                }
            }
            Set<String> assumed = new LinkedHashSet<>(known.assumed());
            assumed.retainAll(shared.keySet());
            var scenario = new Scenario(known.asOf(), shared, known.links(), assumed, Set.of());
            try {
                var _ = DECIDER.decide(scenario, texts);
                return texts.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Sample(scenario, texts, "seed " + seed + " " + vignette.id()));
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        }

        private static boolean plain(Edition edition) {
            return edition.incorporates().isEmpty()
                    && edition.norms().stream()
                            .noneMatch(n -> n instanceof Norm.Directive d && d.acts().residual());
        }

        Interview interview() {
            return Interview.of(DECIDER, scenario, texts);
        }
    }

    private interface Law {
        void holds(Sample sample, Random random);
    }

    private static void over(RepetitionInfo run, Law law) {
        for (int at = 0; at < ROUNDS; at++) {
            int seed = run.getCurrentRepetition() * 1000 + at;
            Sample.at(seed).ifPresent(sample -> law.holds(sample, new Random(seed)));
        }
    }

    /// Some answer to a question.
    private static Answer anyAnswer(Question question, Random random) {
        if (random.nextInt(8) == 0) {
            return Answer.UNKNOWN;
        }
        if (random.nextInt(12) == 0) {
            return Answer.NOT_APPLICABLE;
        }
        return new Answer.Value(
                switch (question.form()) {
                    case YES_NO, ONE, SEVERAL ->
                            question.options()
                                    .get(random.nextInt(question.options().size()))
                                    .known();
                    case NUMBER ->
                            new Known.Sums(
                                    List.of(
                                            new Known.Sum(
                                                    Decimal.of(random.nextInt(40)),
                                                    question.units().getFirst())));
                    case DATE -> anyDays(random);
                });
    }

    private static Known anyDays(Random random) {
        LocalDate day = LocalDate.of(2012, 1, 1).plusDays(random.nextInt(5200));
        return random.nextInt(6) == 0
                ? new Known.Days(List.of(), true)
                : new Known.Days(List.of(Known.Range.of(day)), false);
    }

    private static Optional<Interview> answered(Interview interview, Answer answer) {
        try {
            return Optional.of(interview.answer(answer));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Map<String, List<Headline>> headlines(Decision decision) {
        Map<String, List<Headline>> all = new LinkedHashMap<>();
        decision.answers().forEach(a -> all.put(a.edition().id(), a.headlines()));
        return all;
    }

    @RepeatedTest(20)
    void an_answer_never_adds_a_headline(RepetitionInfo run) {
        over(
                run,
                (sample, random) -> {
                    Interview now = sample.interview();
                    while (now.next().isPresent()) {
                        Question question = now.next().get();
                        Optional<Interview> later = answered(now, anyAnswer(question, random));
                        if (later.isEmpty()) {
                            return;
                        }
                        var before = headlines(now.decision());
                        headlines(later.get().decision())
                                .forEach((text, after) -> {
                                    if (!after.equals(List.of(Headline.NOT_BOUND))) {
                                        assertThat(before.get(text))
                                                .as(sample.about() + " " + question.fact())
                                                .containsAll(after);
                                    }
                                });
                        now = later.get();
                    }
                });
    }

    @RepeatedTest(20)
    void an_interview_ends_and_asks_nothing_twice(RepetitionInfo run) {
        over(
                run,
                (sample, random) -> {
                    Interview now = sample.interview();
                    while (now.next().isPresent()) {
                        Optional<Interview> later =
                                answered(now, anyAnswer(now.next().get(), random));
                        if (later.isEmpty()) {
                            return;
                        }
                        now = later.get();
                        List<Inquiry> asked =
                                now.given().stream().map(g -> g.question().about()).toList();
                        assertThat(asked).as(sample.about()).doesNotHaveDuplicates();
                    }
                    assertThat(now.certainty().nothingLeft()).isTrue();
                });
    }

    @RepeatedTest(20)
    void judgements_come_last_and_each_question_says_why(RepetitionInfo run) {
        over(
                run,
                (sample, random) -> {
                    Interview now = sample.interview();
                    boolean judged = false;
                    while (now.next().isPresent()) {
                        Question question = now.next().get();
                        boolean judgement = question.kind() == Asking.Kind.JUDGEMENT;
                        assertThat(judged && !judgement)
                                .as(sample.about() + ": a judgement before " + question.fact())
                                .isFalse();
                        judged = judgement;
                        assertThat(question.why()).as(sample.about()).isNotBlank();
                        assertThat(question.text()).as(sample.about()).contains("?");
                        Optional<Interview> later = answered(now, anyAnswer(question, random));
                        if (later.isEmpty()) {
                            return;
                        }
                        now = later.get();
                    }
                });
    }

    @RepeatedTest(20)
    void what_is_not_worth_asking_changes_no_answer(RepetitionInfo run) {
        over(
                run,
                (sample, random) -> {
                    Interview now = sample.interview();
                    for (int asked = random.nextInt(4);
                            asked > 0 && now.next().isPresent();
                            asked--) {
                        Optional<Interview> later =
                                answered(now, anyAnswer(now.next().get(), random));
                        if (later.isEmpty()) {
                            return;
                        }
                        now = later.get();
                    }
                    Scenario scenario = now.scenario();
                    Outlook outlook = DECIDER.outlook(scenario, sample.texts(), false);
                    var plan = new Plan(Codes.library().vocabulary(), outlook, Set.of());
                    Set<Inquiry> idle = new LinkedHashSet<>(plan.open());
                    plan.matters().forEach(idle::remove);
                    var before = headlines(now.decision());
                    for (Inquiry inquiry : idle) {
                        if (orders(inquiry)) {
                            continue;
                        }
                        for (Known known : values(inquiry, scenario)) {
                            Scenario told = scenario.with(inquiry.fact(), known);
                            try {
                                assertThat(headlines(DECIDER.decide(told, sample.texts())))
                                        .as(sample.about() + " " + inquiry + " " + known)
                                        .isEqualTo(before);
                            } catch (IllegalArgumentException _) {
                                // No possible person has this value, so nobody will answer so.
                            }
                        }
                    }
                });
    }

    /// Events bound one another, so that one that decides nothing may narrow another.
    private static boolean orders(Inquiry inquiry) {
        return Codes.library().vocabulary().facts().get(inquiry.fact()) instanceof Fact.Event;
    }

    /// The values that are still possible.
    private static List<Known> values(Inquiry inquiry, Scenario scenario) {
        Known known = scenario.known(inquiry.link(), inquiry.fact());
        List<Known> all = new ArrayList<>();
        switch (Codes.library().vocabulary().facts().get(inquiry.fact())) {
            case Fact.YesNo _ -> {
                all.add(new Known.Value(Set.of("true")));
                all.add(new Known.Value(Set.of("false")));
            }
            case Fact.OneOf one ->
                    one.values().stream()
                            .filter(v ->
                                    !(known instanceof Known.Value(var possible))
                                            || possible.contains(v))
                            .forEach(v -> all.add(new Known.Value(Set.of(v))));
            case Fact.SomeOf _ when known instanceof Known.Sets(var sets) ->
                    sets.forEach(set -> all.add(new Known.Sets(List.of(set))));
            case Fact.SomeOf some -> {
                all.add(new Known.Sets(List.of(Set.of())));
                new TreeSet<>(some.values())
                        .forEach(v -> all.add(new Known.Sets(List.of(Set.of(v)))));
            }
            default -> {}
        }
        return all;
    }

    @RepeatedTest(10)
    void answering_otherwise_is_the_same_as_having_answered_so(RepetitionInfo run) {
        over(
                run,
                (sample, random) -> {
                    Interview first = sample.interview();
                    if (first.next().isEmpty()) {
                        return;
                    }
                    Answer one = anyAnswer(first.next().get(), random);
                    Answer other = anyAnswer(first.next().get(), random);
                    Optional<Interview> straight = answered(first, other);
                    Optional<Interview> round =
                            answered(first, one)
                                    .flatMap(i -> {
                                        try {
                                            return Optional.of(i.changed(0, other));
                                        } catch (IllegalArgumentException _) {
                                            return Optional.empty();
                                        }
                                    });
                    if (straight.isPresent() && round.isPresent()) {
                        assertThat(round.get().scenario()).isEqualTo(straight.get().scenario());
                        assertThat(round.get().next()).isEqualTo(straight.get().next());
                        assertThat(round.get().back().scenario()).isEqualTo(sample.scenario());
                    }
                });
    }
}

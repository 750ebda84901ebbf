package org.plumbline.answer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.change.Change;
import org.plumbline.core.change.Changes;
import org.plumbline.core.change.Fixed;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.decide.Decision.Answer;
import org.plumbline.core.decide.Decision.Assumption;
import org.plumbline.core.decide.Decision.Duty;
import org.plumbline.core.decide.Decision.Ground;
import org.plumbline.core.decide.Decision.Lifts;
import org.plumbline.core.decide.Decision.Missing;
import org.plumbline.core.decide.Decision.NotReached;
import org.plumbline.core.decide.Decision.Sureness;
import org.plumbline.core.decide.Decision.Together;
import org.plumbline.core.decide.Decision.Weighing;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.explain.VerdictSentence;
import org.plumbline.core.norm.Modality;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.norm.Strength;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

/// The JSON form of a decision: a contract, keys in snake_case and ids in kebab-case.
public final class DecisionJson {

    private final Decider decider;
    private final Function<Scenario, Decision> again;

    /// Writes what a decider decided.
    ///
    /// @param again decides a changed case as the decision was made
    public DecisionJson(Decider decider, Function<Scenario, Decision> again) {
        this.decider = decider;
        this.again = again;
    }

    public Map<String, @Nullable Object> of(Decision decision, Optional<String> id) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        id.ifPresent(i -> json.put("id", i));
        json.put("as_of", range(decision.asOf()));
        json.put("library", decider.library().fingerprint());
        json.put("together", decision.together().map(this::together).orElse(null));
        json.put("codes", decision.answers().stream().map(this::answer).toList());
        json.put("assumed", decision.assumed().stream().map(DecisionJson::assumption).toList());
        json.put(
                "ask_next",
                NextQuestion.of(decider, decision).map(DecisionJson::askNext).orElse(null));
        Changes changes = Changes.of(decider, decision, again);
        json.put("changes", changes.changes().stream().map(DecisionJson::change).toList());
        json.put("fixed", changes.fixed().stream().map(DecisionJson::fixed).toList());
        return json;
    }

    public static String range(Known.Range range) {
        if (range.first().equals(range.last())) {
            return range.first().toString();
        }
        LocalDate first = range.first();
        if (first.getDayOfYear() == 1 && range.last().equals(first.plusYears(1).minusDays(1))) {
            return "%04d".formatted(first.getYear());
        }
        if (first.getDayOfMonth() == 1 && range.last().equals(first.plusMonths(1).minusDays(1))) {
            return "%04d-%02d".formatted(first.getYear(), first.getMonthValue());
        }
        return first + ".." + range.last();
    }

    public static List<String> ids(List<Headline> headlines) {
        return headlines.stream().map(Headline::id).toList();
    }

    private Map<String, @Nullable Object> together(Together together) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("headline", ids(together.headlines()));
        json.put("settled", together.settled());
        json.put("missing", together.missing().stream().map(DecisionJson::missing).toList());
        together.lifts()
                .ifPresent(lifts -> {
                    json.put("lifts", lifts(lifts));
                    json.put("then", ids(together.then()));
                });
        json.put("by", together.by());
        return json;
    }

    private static Object lifts(Lifts lifts) {
        return switch (lifts) {
            case Lifts.Never _ -> "never";
            case Lifts.On(var earliest, var latest) -> {
                if (latest.isPresent() && latest.get().equals(earliest)) {
                    yield earliest.toString();
                }
                Map<String, String> range = new LinkedHashMap<>();
                range.put("earliest", earliest.toString());
                range.put("latest", latest.map(LocalDate::toString).orElse("unknown"));
                yield range;
            }
        };
    }

    private Map<String, @Nullable Object> answer(Answer answer) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("edition", answer.edition().id());
        json.put("body", answer.edition().body());
        json.put("title", answer.edition().title());
        json.put("binds", answer.binds().word());
        if (answer.binds() == Sureness.UNKNOWN) {
            json.put("binds_missing", answer.bindingMissing());
        }
        json.put("in_force", answer.inForce().word());
        json.put("headline", ids(answer.headlines()));
        json.put("settled", answer.settled());
        json.put("missing", answer.missing().stream().map(DecisionJson::missing).toList());
        answer.lifts()
                .ifPresent(lifts -> {
                    json.put("lifts", lifts(lifts));
                    json.put("then", ids(answer.then()));
                    json.put(
                            "missing_then",
                            answer.missingThen().stream().map(DecisionJson::missing).toList());
                });
        json.put("provisions", answer.provisions().stream().map(g -> ground(g, answer)).toList());
        json.put("duties", answer.duties().stream().map(DecisionJson::duty).toList());
        json.put("weighing", answer.weighing().stream().map(DecisionJson::weighing).toList());
        json.put(
                "defeated",
                answer.defeated().stream().map(d -> Map.of("id", d.cite(), "by", d.by())).toList());
        json.put("readings", answer.readings());
        json.put("under_burden", ids(answer.underBurden()));
        json.put("verified", answer.verified());
        json.put("reminders", answer.reminders().stream().map(g -> ground(g, answer)).toList());
        json.put("why_not", answer.notReached().stream().map(this::whyNot).toList());
        return json;
    }

    private static Map<String, @Nullable Object> missing(Missing missing) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("fact", missing.fact());
        json.put("kind", missing.kind());
        Map<String, Object> would = new LinkedHashMap<>();
        missing.would().forEach((value, headlines) -> would.put(value, ids(headlines)));
        json.put("would", would);
        return json;
    }

    private Map<String, @Nullable Object> ground(Ground ground, Answer answer) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", ground.cite());
        json.put("title", ground.provision().title());
        json.put("effect", ground.effect().map(Modality::key).orElseGet(() -> aboutNorms(ground)));
        json.put("verified", ground.provision().verified().word());
        json.put("source", ground.provision().source());
        Strength strength = ground.provision().strength().orElse(ground.home().strength());
        json.put("strength", strength.word());
        json.put("because", ground.norms().stream().map(Norm::reads).toList());
        json.put("says", ground.provision().says());
        if (!ground.home().equals(answer.edition())) {
            json.put("edition", ground.home().id());
        }
        return json;
    }

    private static String aboutNorms(Ground ground) {
        return ground.norms().stream().anyMatch(Norm.SetAside.class::isInstance)
                ? "set-aside"
                : "count";
    }

    private static Map<String, @Nullable Object> duty(Duty duty) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", duty.id());
        json.put("from", duty.from());
        json.put(
                "done",
                switch (duty.done()) {
                    case YES -> true;
                    case NO -> false;
                    case UNKNOWN -> null;
                });
        json.put("must", duty.must());
        json.put("certain", duty.certain());
        return json;
    }

    private static Map<String, Object> weighing(Weighing weighing) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", weighing.factor());
        json.put("from", weighing.from());
        return json;
    }

    private Map<String, Object> whyNot(NotReached notReached) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", notReached.cite());
        json.put("norm", notReached.norm().name().id());
        json.put(
                "failed",
                notReached.failed().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        json.put("because", new VerdictSentence(decider.library()).whyNot(notReached));
        return json;
    }

    private static Map<String, @Nullable Object> assumption(Assumption assumption) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("fact", assumption.fact());
        json.put("value", assumption.value());
        Map<String, Object> would = new LinkedHashMap<>();
        assumption.would().forEach((value, headlines) -> would.put(value, ids(headlines)));
        json.put("would", would);
        json.put("editions", assumption.editions());
        return json;
    }

    private static Map<String, @Nullable Object> askNext(VerdictSentence.Question question) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("fact", question.fact());
        json.put("question", question.text());
        json.put("why", question.why());
        return json;
    }

    private static Map<String, Object> change(Change change) {
        Map<String, Object> json = new LinkedHashMap<>();
        List<String> steps = new ArrayList<>();
        List<String> by = new ArrayList<>();
        for (Change.Step step : change.steps()) {
            switch (step) {
                case Change.Step.Wait(var until) -> {
                    steps.add("wait until " + until);
                    by.add("time");
                }
                case Change.Step.Act(var what) -> {
                    steps.add(what.does());
                    by.add(what.by());
                }
            }
        }
        json.put("do", steps);
        json.put("by", by);
        json.put("then", ids(change.then()));
        return json;
    }

    private static Map<String, Object> fixed(Fixed fixed) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("fact", fixed.fact());
        json.put("edition", fixed.edition());
        json.put("says", fixed.says());
        return json;
    }
}

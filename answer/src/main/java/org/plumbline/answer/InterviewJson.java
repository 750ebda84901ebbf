package org.plumbline.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.interview.Answer;
import org.plumbline.core.interview.Certainty;
import org.plumbline.core.interview.Interview;
import org.plumbline.core.interview.Question;
import org.plumbline.core.scenario.Known;

/// The JSON form of an interview: what was asked and answered, what is asked next, what is certain,
/// and the decision so far. Keys in snake_case, ids in kebab-case.
public record InterviewJson(Decider decider) {

    public Map<String, @Nullable Object> of(Interview interview) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        List<Object> transcript = new ArrayList<>();
        for (Interview.Given given : interview.given()) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>(question(given.question()));
            one.put("answer", answer(given.answer()));
            transcript.add(one);
        }
        json.put("transcript", transcript);
        json.put("next", interview.next().map(InterviewJson::question).orElse(null));
        json.put("certainty", certainty(interview.certainty()));
        json.put(
                "decision",
                new DecisionJson(decider, interview::again)
                        .of(interview.decision(), Optional.empty()));
        return json;
    }

    public static Map<String, @Nullable Object> question(Question question) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("fact", question.fact());
        json.put("link", question.about().link());
        json.put("kind", question.kind().word());
        json.put("form", question.form().word());
        json.put("question", question.text());
        json.put("why", question.why());
        json.put("provisions", question.provisions());
        List<Object> options = new ArrayList<>();
        for (Question.Option option : question.options()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("value", option.word());
            one.put("label", option.label());
            options.add(one);
        }
        json.put("options", options);
        json.put("units", question.units());
        json.put("factors", question.factors());
        return json;
    }

    /// What was answered: `{"value": …}`, `unknown` or `not-applicable`.
    public static Object answer(Answer answer) {
        return switch (answer) {
            case Answer.Value(var known) -> {
                Map<String, @Nullable Object> value = new LinkedHashMap<>();
                value.put("value", known(known));
                yield value;
            }
            case Answer.Unknown _ -> "unknown";
            case Answer.NotApplicable _ -> "not-applicable";
        };
    }

    private static @Nullable Object known(Known known) {
        return switch (known) {
            case Known.Anything _ -> null;
            case Known.Value(var possible) ->
                    possible.size() == 1
                            ? possible.iterator().next()
                            : List.copyOf(new TreeSet<>(possible));
            case Known.Sets(var sets) -> List.copyOf(new TreeSet<>(sets.getFirst()));
            case Known.Sums(var sums) ->
                    Map.of(sums.getFirst().unit(), sums.getFirst().number().toString());
            case Known.Days days ->
                    days.ranges().isEmpty()
                            ? "never"
                            : DecisionJson.range(days.ranges().getFirst());
        };
    }

    private static Map<String, @Nullable Object> certainty(Certainty certainty) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("nothing_left", certainty.nothingLeft());
        json.put("barred", certainty.barred());
        json.put("not_before", certainty.notBefore().map(Object::toString).orElse(null));
        json.put("says", certainty.says().orElse(null));
        return json;
    }
}

package org.plumbline.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.plumbline.ask.Evidence;
import org.plumbline.ask.HelpLine;
import org.plumbline.ask.Trouble;
import org.plumbline.core.norm.Edition;

/// The JSON form of a question with its answers: what `plumbline ask --json` prints.
public record AskedJson(Asking asking) {

    public Map<String, @Nullable Object> of(Asked asked) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("question", asked.question());
        json.put("in_scope", asked.reading().inScope());
        List<Object> readings = new ArrayList<>();
        @Nullable Object first = null;
        for (Asked.Answered answered : asked.answers()) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("slots", answered.part().slots().asMap());
            one.put("evidence", answered.part().evidence().stream().map(AskedJson::json).toList());
            one.put("scenario", answered.part().scenario().orElse(null));
            one.put("decision", decision(answered));
            one.put("left_out", answered.leftOut().stream().map(Edition::id).toList());
            one.put("not_understood", answered.part().notUnderstood());
            if (readings.isEmpty()) {
                first = one.get("decision");
            }
            readings.add(one);
        }
        json.put("readings", readings);
        // The same once more, not made once more: what to ask next and what would change it take as
        // long
        // as the decision.
        json.put("decision", first);
        asked.reading()
                .trouble()
                .ifPresent(trouble -> {
                    json.put("trouble", word(trouble.kind()));
                    json.put("nearest", trouble.nearest());
                    if (!trouble.helpLines().isEmpty()) {
                        json.put(
                                "urgent_help",
                                trouble.helpLines().stream().map(AskedJson::json).toList());
                    }
                });
        return json;
    }

    private @Nullable Object decision(Asked.Answered answered) {
        return answered.decision()
                .map(d ->
                        new DecisionJson(asking.decider(), asking.again(d)).of(d, Optional.empty()))
                .orElse(null);
    }

    private static String word(Trouble.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, Object> json(Evidence evidence) {
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("slot", evidence.slot());
        json.put("value", evidence.value());
        json.put("words", evidence.words());
        json.put("from", evidence.from());
        json.put("to", evidence.to());
        return json;
    }

    private static Map<String, Object> json(HelpLine line) {
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("place", line.place());
        json.put("call", line.call());
        json.put("says", line.says());
        return json;
    }
}

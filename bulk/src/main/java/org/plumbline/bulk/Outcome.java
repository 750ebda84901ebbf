package org.plumbline.bulk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.plumbline.core.decide.Decision.Answer;
import org.plumbline.core.decide.Decision.Duty;
import org.plumbline.core.decide.Decision.Missing;
import org.plumbline.core.decide.Decision.Sureness;
import org.plumbline.core.decide.Headline;

/// What one text says of every row of a class: built once, shared by all of them.
///
/// The plain evaluator's answer without what is a row's own: the days on which a bar lifts and what
/// is said then, whether duties are done, and the names of groups of values.
///
/// @param answer everything else
public record Outcome(Answer answer) {

    private static final Set<String> YES_NO = Set.of("circumstance", "judgement", "safeguard");

    /// The outcome of an answer.
    public static Outcome of(Answer answer) {
        return new Outcome(
                new Answer(
                        answer.edition(),
                        answer.binds(),
                        Sureness.YES,
                        answer.headlines(),
                        shared(answer.missing()),
                        answer.bindingMissing(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        answer.provisions(),
                        answer.duties().stream()
                                .map(d ->
                                        new Duty(
                                                d.id(),
                                                d.from(),
                                                d.must(),
                                                d.certain(),
                                                Sureness.UNKNOWN))
                                .toList(),
                        answer.weighing(),
                        answer.defeated(),
                        answer.readings(),
                        answer.underBurden(),
                        answer.verified(),
                        answer.reminders(),
                        List.of()));
    }

    /// Missing facts without the names of groups of values: which values fall together and what they
    /// are called depends on what else a row says.
    public static List<Missing> shared(List<Missing> missing) {
        List<Missing> shared = new ArrayList<>();
        for (Missing one : missing) {
            shared.add(
                    YES_NO.contains(one.kind())
                            ? one
                            : new Missing(one.fact(), one.kind(), numbered(one)));
        }
        return shared;
    }

    private static SequencedMap<String, List<Headline>> numbered(Missing missing) {
        SequencedMap<String, List<Headline>> numbered = new LinkedHashMap<>();
        missing.would().values().stream()
                .distinct()
                .sorted(java.util.Comparator.comparing(Object::toString))
                .forEach(h -> numbered.put(String.valueOf(numbered.size() + 1), h));
        return numbered;
    }

    /// Every headline that some completion of the facts would give, strictest first.
    public List<Headline> headlines() {
        return answer.headlines();
    }
}

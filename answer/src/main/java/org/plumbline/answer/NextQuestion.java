package org.plumbline.answer;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.decide.Decision.Answer;
import org.plumbline.core.decide.Decision.Missing;
import org.plumbline.core.explain.VerdictSentence;
import org.plumbline.core.interview.Inquiry;
import org.plumbline.core.interview.Interview;
import org.plumbline.core.vocabulary.Vocabulary;

/// The words of the question to ask next.
public final class NextQuestion {

    private NextQuestion() {}

    /// The question that an interview would go on with, as the first text that turns on it would put
    /// it; empty when nothing that can be said would change an answer.
    public static Optional<VerdictSentence.Question> of(Decider decider, Decision decision) {
        SequencedMap<String, Missing> missing = new LinkedHashMap<>();
        decision.together().ifPresent(t -> t.missing().forEach(m -> missing.put(m.fact(), m)));
        decision.answers().forEach(a -> a.missing().forEach(m -> missing.putIfAbsent(m.fact(), m)));
        decision.scenario().cannotSay().forEach(missing::remove);
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        Optional<Missing> planned =
                missing.size() == 1
                        ? Optional.of(missing.firstEntry().getValue())
                        : Interview.next(decider, decision).map(Inquiry::fact).map(missing::get);
        return planned.or(() -> cheapest(decider.library().vocabulary(), missing))
                .map(next -> question(decider, next, decision));
    }

    /// Where the day of the act is known in part, some days may leave open what the first does not.
    private static Optional<Missing> cheapest(
            Vocabulary vocabulary, SequencedMap<String, Missing> missing) {
        List<String> order = List.copyOf(vocabulary.facts().keySet());
        return missing.values().stream()
                .min(
                        Comparator.<Missing>comparingInt(m ->
                                        vocabulary
                                                .fact(m.fact())
                                                .map(vocabulary.asking()::cost)
                                                .orElse(0))
                                .thenComparingInt(m -> order.indexOf(m.fact())));
    }

    private static VerdictSentence.Question question(
            Decider decider, Missing missing, Decision decision) {
        var sentences = new VerdictSentence(decider.library());
        for (Answer answer : decision.answers()) {
            for (Missing here : answer.missing()) {
                if (here.fact().equals(missing.fact())) {
                    return sentences.question(answer, here);
                }
            }
        }
        return sentences.question(decision.answers().getFirst(), missing);
    }
}

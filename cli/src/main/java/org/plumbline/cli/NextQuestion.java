package org.plumbline.cli;

import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.decide.Decision.Answer;
import org.plumbline.core.decide.Decision.Missing;
import org.plumbline.core.explain.VerdictSentence;

/// The words of the question to ask next.
final class NextQuestion {

    private NextQuestion() {}

    /// The question as the first text that turns on the fact would put it.
    static VerdictSentence.Question of(Decider decider, Missing missing, Decision decision) {
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

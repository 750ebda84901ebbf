package org.plumbline.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.plumbline.answer.Asked.Answered;
import org.plumbline.ask.QuestionReader;
import org.plumbline.ask.Reading;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.decide.Decision.Sureness;
import org.plumbline.core.decide.LeadingTexts;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

/// Answers a question in plain words under the texts that lead for whoever is asked about.
///
/// @param drafts with editions that hold nothing known better than from memory
public record Asking(Decider decider, QuestionReader reader, boolean drafts) {

    /// The question read, and each part of it decided.
    ///
    /// @param on the day of the act; lengths of time are counted back from its end
    public Asked ask(String question, Practitioner practitioner, Known.Range on) {
        return answer(question, reader.read(question, on.last()), practitioner, on);
    }

    /// A question that was read, each part of it decided.
    public Asked answer(
            String question, Reading reading, Practitioner practitioner, Known.Range on) {
        List<Answered> answers = new ArrayList<>();
        for (Reading.Part part : reading.parts()) {
            answers.add(answered(part, practitioner, on));
        }
        return new Asked(question, reading, answers);
    }

    private Answered answered(Reading.Part part, Practitioner practitioner, Known.Range on) {
        if (part.scenario().isEmpty()) {
            return new Answered(part, Optional.empty(), List.of());
        }
        Library library = decider.library();
        Scenario scenario = practitioner.scenario(library, part.scenario().get(), on);
        return new Answered(
                part,
                Optional.of(decide(scenario)),
                drafts ? List.of() : LeadingTexts.leftOut(library, scenario));
    }

    /// The answer to a scenario of which who is bound may be unknown.
    public Decision decide(Scenario scenario) {
        return speaking(
                decider.decide(scenario, LeadingTexts.of(decider.library(), scenario, drafts)));
    }

    /// Decides a changed case under the texts that were shown.
    public Function<Scenario, Decision> again(Decision decision) {
        List<Edition> texts = decision.answers().stream().map(Decision.Answer::edition).toList();
        return changed -> decider.decide(changed, texts);
    }

    /// Without the texts that certainly do not bind, which nobody asked about.
    private static Decision speaking(Decision decision) {
        return new Decision(
                decision.scenario(),
                decision.together(),
                decision.answers().stream()
                        .filter(a -> a.binds() != Sureness.NO && a.inForce() != Sureness.NO)
                        .toList(),
                decision.assumed());
    }
}

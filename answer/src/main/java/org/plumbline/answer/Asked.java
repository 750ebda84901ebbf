package org.plumbline.answer;

import java.util.List;
import java.util.Optional;
import org.plumbline.ask.Reading;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.norm.Edition;

/// A question in plain words with its answers, one for each question that its words hold.
///
/// @param question the words
/// @param reading how they were read
/// @param answers in the order of [Reading#parts()]; empty where the question is out of scope
public record Asked(String question, Reading reading, List<Answered> answers) {

    /// One question of the words, with its answer where there is one.
    ///
    /// @param decision under the leading texts, those that certainly do not bind left away; empty
    ///     where no act was understood
    /// @param leftOut leading texts that hold nothing known better than from memory
    public record Answered(Reading.Part part, Optional<Decision> decision, List<Edition> leftOut) {}
}

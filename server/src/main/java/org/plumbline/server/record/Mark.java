package org.plumbline.server.record;

import org.plumbline.core.decide.Decision.Answer;
import org.plumbline.core.decide.Decision.Lifts;
import org.plumbline.core.decide.Headline;

/// The mark that stands beside the words of a headline.
///
/// @param glyph the id of its drawing in the frame
/// @param family the class of its colour
public record Mark(String glyph, String family) {

    /// The mark of an answer: that of the strictest headline it may have.
    public static Mark of(Answer answer) {
        Headline strictest = answer.headlines().getFirst();
        boolean ends =
                strictest == Headline.PROHIBITED
                        && answer.lifts().orElse(null) instanceof Lifts.On(_, var latest)
                        && latest.isPresent();
        return ends ? new Mark("g-until", "f-against") : of(strictest, answer.settled());
    }

    /// The mark of a headline.
    ///
    /// @param settled whether it is the only one possible
    public static Mark of(Headline headline, boolean settled) {
        return switch (headline) {
            case DILEMMA, CONTESTED -> new Mark("g-clash", "f-clash");
            case PROHIBITED -> new Mark(settled ? "g-prohibited" : "g-unless", "f-against");
            case REQUIRED, REQUIRED_WITH_CAUTION -> new Mark("g-required", "f-ought");
            case TENSION, ADVISED_AGAINST -> new Mark("g-caution", "f-caution");
            case PERMITTED_WITH_DUTIES, OPEN_WITH_DUTIES -> new Mark("g-duties", "f-leave");
            case PERMITTED -> new Mark("g-permitted", "f-leave");
            case ADVISED -> new Mark("g-advised", "f-ought");
            case NOT_ADDRESSED -> new Mark("g-notaddressed", "f-none");
            case SILENT, NOT_BOUND, NOT_IN_FORCE -> new Mark("g-silent", "f-none");
        };
    }
}

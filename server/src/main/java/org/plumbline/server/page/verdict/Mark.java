package org.plumbline.server.page.verdict;

import java.util.List;
import java.util.Optional;
import org.plumbline.core.decide.Decision.Lifts;
import org.plumbline.core.decide.Headline;

/// The mark that stands beside the words of a headline, and the family that colours it. The words
/// always stand beside it: a mark alone says nothing.
///
/// @param glyph id of a symbol in `frame.html`, with `#`
/// @param family a class of `plumbline.css`: `f-against`
public record Mark(String glyph, String family) {

    /// The mark of every headline that is still possible, by the strictest.
    ///
    /// @param headlines strictest first, at least one
    /// @param lifts when a certain bar weakens
    public static Mark of(List<Headline> headlines, Optional<Lifts> lifts) {
        Headline strictest = headlines.getFirst();
        boolean open = headlines.size() > 1;
        return switch (strictest) {
            case PROHIBITED ->
                    new Mark(
                            open && !forbids(headlines)
                                    ? "#g-unless"
                                    : lifts.isPresent() && lifts.get() instanceof Lifts.On
                                            ? "#g-until"
                                            : "#g-prohibited",
                            "f-against");
            case DILEMMA, CONTESTED -> new Mark("#g-clash", "f-clash");
            case REQUIRED_WITH_CAUTION -> new Mark("#g-required-caution", "f-ought");
            case REQUIRED -> new Mark("#g-required", "f-ought");
            case TENSION -> new Mark("#g-tension", "f-caution");
            case ADVISED_AGAINST -> new Mark("#g-caution", "f-caution");
            case PERMITTED_WITH_DUTIES -> new Mark("#g-duties", open ? "f-none" : "f-leave");
            case PERMITTED -> new Mark("#g-permitted", open ? "f-none" : "f-leave");
            case ADVISED -> new Mark("#g-advised", open ? "f-none" : "f-ought");
            case OPEN_WITH_DUTIES -> new Mark("#g-open", "f-none");
            case NOT_ADDRESSED -> new Mark("#g-notaddressed", "f-none");
            case SILENT -> new Mark("#g-silent", "f-none");
            case NOT_BOUND, NOT_IN_FORCE -> new Mark("#g-unknown", "f-none");
        };
    }

    private static boolean forbids(List<Headline> headlines) {
        return headlines.stream()
                .allMatch(h ->
                        h == Headline.PROHIBITED
                                || h == Headline.CONTESTED
                                || h == Headline.DILEMMA);
    }
}

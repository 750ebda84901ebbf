package org.plumbline.core.decide;

import java.util.List;
import org.plumbline.core.decide.Decision.Missing;

/// What is said of an act on one day, as a search for the day on which a bar lifts asks it.
///
/// @param headlines every headline that some completion of the facts would give, strictest first
/// @param missing the facts that could still change it
/// @param by what grounds a joined headline, edition and provision; empty for one text
/// @param freeOfForbidding however the texts are read and whenever the events were, some completion
///     of the other facts is not forbidden
/// @param freeOfOpposition the same, neither forbidden nor advised against
public record Forecast(
        List<Headline> headlines,
        List<Missing> missing,
        List<String> by,
        boolean freeOfForbidding,
        boolean freeOfOpposition) {

    public Forecast {
        headlines = List.copyOf(headlines);
        missing = List.copyOf(missing);
        by = List.copyOf(by);
    }

    static Forecast of(View view, List<String> by) {
        return new Forecast(
                view.possible(),
                view.missing(),
                by,
                Bar.onEveryReading(view, Bar.notForbidden(view)),
                Bar.onEveryReading(view, Bar.notAgainst(view)));
    }
}

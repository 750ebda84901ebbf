package org.plumbline.bulk;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.plumbline.core.decide.Decision.Missing;
import org.plumbline.core.decide.Forecast;
import org.plumbline.core.decide.Headline;

/// What is said of a class of rows on one day, as a search for the day on which a bar lifts sees it.
///
/// @param headlines every headline that some completion gives
/// @param by what grounds a joined headline
/// @param weaker whether some completion is not forbidden; whether some has nothing against it
/// @param free the same however the texts are read and whenever the events were
@SuppressWarnings("ArrayRecordComponent") // never compared
record Prospect(
        List<Headline> headlines,
        List<Missing> missing,
        List<String> by,
        boolean[] weaker,
        boolean[] free) {

    static final int FORBIDDEN = 0;
    static final int OPPOSED = 1;

    private static final Set<Headline> FORBIDDING =
            EnumSet.of(Headline.DILEMMA, Headline.CONTESTED, Headline.PROHIBITED);
    private static final Set<Headline> OPPOSING =
            EnumSet.of(
                    Headline.DILEMMA,
                    Headline.CONTESTED,
                    Headline.PROHIBITED,
                    Headline.REQUIRED_WITH_CAUTION,
                    Headline.TENSION,
                    Headline.ADVISED_AGAINST);

    /// Nothing is said: no text is in force, or none binds.
    static final Prospect SILENCE =
            new Prospect(
                    List.of(Headline.NOT_IN_FORCE),
                    List.of(),
                    List.of(),
                    new boolean[] {true, true},
                    new boolean[] {true, true});

    static Prospect of(Forecast forecast) {
        return forecast.headlines().isEmpty()
                ? SILENCE
                : new Prospect(
                        forecast.headlines(),
                        Outcome.shared(forecast.missing()),
                        forecast.by(),
                        new boolean[] {
                            !FORBIDDING.containsAll(forecast.headlines()),
                            !OPPOSING.containsAll(forecast.headlines())
                        },
                        new boolean[] {forecast.freeOfForbidding(), forecast.freeOfOpposition()});
    }

    /// How strongly headlines bar an act: [#FORBIDDEN], [#OPPOSED], or -1 where nothing does.
    static int bar(List<Headline> headlines) {
        if (FORBIDDING.containsAll(headlines)) {
            return FORBIDDEN;
        }
        return OPPOSING.containsAll(headlines) ? OPPOSED : -1;
    }
}

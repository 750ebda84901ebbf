package org.plumbline.core.timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plumbline.core.decide.Headline;

/// A piece as it is drawn and spoken of: days on which the answer turns on how the text counts are
/// given to the stretch before them, so that a chart never shows the lighter reading as settled.
///
/// A step also ends where the headlines stay and other facts come to decide between them.
///
/// @param from its first day
/// @param next the first day of the next step; absent for the last
/// @param turnsOn the facts that could still change the answer, as phrases: "whether it exploits the
///     person"
/// @param clocks what ends it; empty where that is not a clock, as when an edition ends
/// @param turnsOnCounting whether its last days are given to it although a reading would end it
///     sooner
public record Step(
        LocalDate from,
        Optional<LocalDate> next,
        List<Headline> headlines,
        List<String> provisions,
        List<String> turnsOn,
        List<Headline> underBurden,
        List<Clock> clocks,
        boolean turnsOnCounting) {

    public Step {
        headlines = List.copyOf(headlines);
        provisions = List.copyOf(provisions);
        turnsOn = List.copyOf(turnsOn);
        underBurden = List.copyOf(underBurden);
        clocks = List.copyOf(clocks);
    }

    /// How it is drawn.
    public Band band() {
        return Band.of(headlines);
    }

    /// What is said in it, as one phrase: "prohibited or open with duties".
    public String says() {
        return headlines.size() > 1
                        && headlines.contains(Headline.PROHIBITED)
                        && underBurden.equals(List.of(Headline.PROHIBITED))
                ? "prohibited unless you can show otherwise"
                : Words.headlines(headlines);
    }
}

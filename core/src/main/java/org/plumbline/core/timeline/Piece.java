package org.plumbline.core.timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.scenario.Known;

/// A stretch of time in which what a text says of the act stays the same.
///
/// @param from its first day
/// @param to its last day; absent when it has no end
/// @param headlines every headline that some completion of the facts would give, strictest first
/// @param provisions what grounds them
/// @param missing the facts that could still change the answer; empty when there is one headline
/// @param underBurden the headlines if what is not shown counts against whoever must show it
/// @param open days at its beginning or end on which the answer turns on how the text counts: on
///     whether the anniversary itself still belongs to the window, or on how it is rounded
public record Piece(
        LocalDate from,
        Optional<LocalDate> to,
        List<Headline> headlines,
        List<String> provisions,
        List<String> missing,
        List<Headline> underBurden,
        List<Known.Range> open) {

    public Piece {
        headlines = List.copyOf(headlines);
        provisions = List.copyOf(provisions);
        missing = List.copyOf(missing);
        underBurden = List.copyOf(underBurden);
        open = List.copyOf(open);
    }

    /// Whether a day lies in it.
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
    }

    /// The first day on which its answer no longer turns on how the text counts; absent when there
    /// is no such day in it.
    Optional<LocalDate> settledFrom() {
        if (open.isEmpty() || !open.getFirst().first().equals(from)) {
            return Optional.of(from);
        }
        LocalDate day = open.getFirst().last().plusDays(1);
        return Optional.of(day).filter(this::covers);
    }
}

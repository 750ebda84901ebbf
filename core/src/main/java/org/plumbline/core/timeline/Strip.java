package org.plumbline.core.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One row of a timeline as bare shapes, to be drawn small beside other words: where each band begins
/// and ends, the ticks, and the day to mark. Places run from 0, the start, to 1, which is "never
/// ends".
///
/// @param bands without a gap, the first from 0, the last to 1
/// @param ticks from left to right
/// @param mark where the day that was asked about stands; absent where the axis counts years since
///     the end
/// @param says the same as a sentence, without a full stop
/// @param clock the events that start its clocks: "the last professional contact"; empty where none
///     runs
public record Strip(
        List<Stretch> bands, List<Tick> ticks, Optional<Double> mark, String says, String clock) {

    /// A band.
    public record Stretch(double from, double to, Band band) {}

    /// A mark on the axis.
    ///
    /// @param words a year, or how many years since the end
    public record Tick(double at, String words) {}

    public Strip {
        bands = List.copyOf(bands);
        ticks = List.copyOf(ticks);
    }

    /// The strip of a row.
    public static Strip of(Timeline timeline, Row row) {
        var axis = new Axis(timeline);
        List<Stretch> bands = new ArrayList<>();
        double from = 0;
        for (Step step : row.steps()) {
            double to = step.next().map(axis::at).orElse(1.0);
            if (to > from) {
                bands.add(new Stretch(from, to, step.band()));
                from = to;
            }
        }
        return new Strip(
                bands,
                axis.ticks().stream().map(t -> new Tick(t.at(), t.words())).toList(),
                timeline.mark().map(axis::at),
                Sentence.of(timeline, row),
                row.clockSays());
    }
}

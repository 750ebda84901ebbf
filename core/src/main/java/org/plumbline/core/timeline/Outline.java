package org.plumbline.core.timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plumbline.core.decide.Headline;

/// A timeline in words and numbers only, for files and other programs.
///
/// @param start the first day, as YYYY-MM-DD
public record Outline(
        String act, String party, String measure, String start, int years, List<Line> rows) {

    /// One text.
    ///
    /// @param clock which events start its clocks; empty where none runs
    /// @param says the row in a sentence
    public record Line(
            String edition, String title, List<Timer> clock, List<Span> pieces, String says) {}

    /// A clock that ends a piece.
    public record Timer(String length, List<String> events, String says) {}

    /// A stretch of time.
    ///
    /// @param from its first day, as YYYY-MM-DD
    /// @param since how long after the start that is: "5 years"
    /// @param to its last day; absent when it has no end
    /// @param open days in it on which the answer turns on how the text counts
    public record Span(
            String from,
            String since,
            Optional<String> to,
            List<String> headline,
            List<String> provisions,
            List<String> missing,
            List<String> underBurden,
            List<Days> open) {}

    /// Days from one to another, both included.
    public record Days(String from, String to) {}

    /// The plain form of a timeline.
    public static Outline of(Timeline timeline) {
        return new Outline(
                timeline.act(),
                timeline.party(),
                switch (timeline.measure()) {
                    case YEARS -> "years";
                    case DATES -> "dates";
                },
                timeline.start().toString(),
                timeline.years(),
                timeline.rows().stream().map(row -> line(timeline, row)).toList());
    }

    private static Line line(Timeline timeline, Row row) {
        return new Line(
                row.edition().id(),
                row.edition().title(),
                row.clocks().stream()
                        .map(c -> new Timer(c.length(), c.events(), c.says()))
                        .toList(),
                row.pieces().stream().map(p -> span(timeline, p)).toList(),
                Sentence.of(timeline, row));
    }

    private static Span span(Timeline timeline, Piece piece) {
        return new Span(
                piece.from().toString(),
                Words.length(timeline.start(), piece.from()),
                piece.to().map(LocalDate::toString),
                piece.headlines().stream().map(Headline::id).toList(),
                piece.provisions(),
                piece.missing(),
                piece.underBurden().stream().map(Headline::id).toList(),
                piece.open().stream()
                        .map(r -> new Days(r.first().toString(), r.last().toString()))
                        .toList());
    }
}

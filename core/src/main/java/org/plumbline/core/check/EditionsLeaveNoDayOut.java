package org.plumbline.core.check;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.core.load.Finding;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Line;

/// Of two editions of one text the newer begins on the day after the older ends at the latest, so that
/// on no day between them the text seems to say nothing, nor a text that adopts it as it stands.
final class EditionsLeaveNoDayOut implements Check {

    @Override
    public String code() {
        return "edition.in-force.hole";
    }

    @Override
    public boolean withinEdition() {
        return false;
    }

    @Override
    public Stream<Finding> findings(Bookshelf library) {
        return Line.all(library.library()).stream()
                .flatMap(line -> line.steps().stream())
                .flatMap(step -> finding(library, step.older(), step.newer()).stream());
    }

    /// Only days are told of that lie between the two however partly known dates are read.
    private Optional<Finding> finding(Bookshelf library, Edition older, Edition newer) {
        Optional<LocalDate> ends = older.inForce().toLatest();
        Optional<LocalDate> begins = newer.inForce().fromEarliest();
        if (ends.isEmpty() || begins.isEmpty() || !begins.get().isAfter(ends.get().plusDays(1))) {
            return Optional.empty();
        }
        LocalDate first = ends.get().plusDays(1);
        LocalDate last = begins.get().minusDays(1);
        String days = first.equals(last) ? "on " + first : "from %s to %s".formatted(first, last);
        return Optional.of(
                Finding.warning(
                                code(),
                                library.head(older, "in-force"),
                                "no edition of the text is in force " + days,
                                "the next edition to begin on the day after this one ends",
                                "correct one of the two dates; where an edition between them is not held, waive it"
                                        + " with that reason")
                        .noting(
                                "%s begins at %s"
                                        .formatted(
                                                newer.id(),
                                                Bookshelf.line(library.head(newer, "in-force")))));
    }
}

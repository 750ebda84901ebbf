package org.plumbline.core.check;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.core.load.Finding;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.InForce;
import org.plumbline.core.norm.Line;

/// Of the editions of one text at most one is in force on a day.
final class EditionsFollowOneAnother implements Check {

    @Override
    public String code() {
        return "edition.in-force.overlap";
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

    private Optional<Finding> finding(Bookshelf library, Edition older, Edition newer) {
        InForce before = older.inForce();
        Optional<LocalDate> begins = newer.inForce().fromLatest();
        if (begins.isEmpty() || !before.surelyCovers(begins.get())) {
            return Optional.empty();
        }
        return Optional.of(
                Finding.warning(
                                code(),
                                library.head(older, "in-force"),
                                "two editions of one text are in force on %s"
                                        .formatted(begins.get()),
                                "an edition to end before the next begins",
                                "add `to: %s` to %s"
                                        .formatted(
                                                newer.inForce()
                                                        .fromEarliest()
                                                        .orElse(begins.get())
                                                        .minusDays(1),
                                                older.id()))
                        .noting(
                                "%s begins at %s"
                                        .formatted(
                                                newer.id(),
                                                Bookshelf.line(library.head(newer, "in-force")))));
    }
}

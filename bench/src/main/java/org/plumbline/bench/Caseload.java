package org.plumbline.bench;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import org.plumbline.bulk.CompiledLibrary;
import org.plumbline.bulk.InventedCaseload;
import org.plumbline.bulk.LineDecider;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

/// The rows of [InventedCaseload] as cases, what they do not say being taken as ordinary.
final class Caseload {

    private final LineDecider reader;
    private final LocalDate day;

    /// @param library whose words the rows are read in
    Caseload(Library library, LocalDate day) {
        this.day = day;
        this.reader =
                sound(
                        LineDecider.of(
                                CompiledLibrary.of(library),
                                "invented",
                                InventedCaseload.HEADINGS,
                                new LinkedHashMap<>(),
                                new LinkedHashMap<>(),
                                Known.Range.of(day),
                                true));
    }

    /// The row of a number.
    Scenario row(long number) {
        return sound(reader.read(number, InventedCaseload.cells(number, day)));
    }

    private static <T> T sound(Loaded<T> loaded) {
        return switch (loaded) {
            case Loaded.Sound<T>(var read, _) -> read;
            case Loaded.Unsound<T>(var findings) ->
                    throw new IllegalStateException(findings.toString());
        };
    }
}

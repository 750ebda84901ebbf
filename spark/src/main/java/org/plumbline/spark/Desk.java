package org.plumbline.spark;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.bulk.CompiledLibrary;
import org.plumbline.bulk.LineDecider;

/// Decides the rows of one task by the library of its executor, whichever that is at the time: it is
/// begun anew where it has become too large.
///
/// One thread at a time.
final class Desk {

    /// Rows after which it is looked whether the library was begun anew.
    private static final int BETWEEN = 10_000;

    private final CarriedLibrary carried;
    private final CaseloadJob.Reading reading;
    private final List<String> names;
    private @Nullable CompiledLibrary library;
    private @Nullable LineDecider decider;
    private int rows;

    /// @param names of the columns
    Desk(CarriedLibrary carried, CaseloadJob.Reading reading, List<String> names) {
        this.carried = carried;
        this.reading = reading;
        this.names = List.copyOf(names);
    }

    List<String> names() {
        return names;
    }

    /// For the next row.
    LineDecider decider() {
        LineDecider known = decider;
        if (known == null || rows % BETWEEN == 0) {
            CompiledLibrary now = carried.here();
            if (known == null || now != library) {
                known = CaseloadJob.sound(CaseloadJob.decider(now, names, reading));
                decider = known;
                library = now;
            }
        }
        rows++;
        return known;
    }
}

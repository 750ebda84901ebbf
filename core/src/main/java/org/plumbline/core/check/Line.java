package org.plumbline.core.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.core.norm.Edition;

/// The editions of one text, oldest first: those of one body whose ids differ in their year alone.
///
/// @param editions at least one
record Line(List<Edition> editions) {

    Line {
        editions = List.copyOf(editions);
    }

    /// Two editions of which the second comes right after the first.
    record Step(Edition older, Edition newer) {}

    /// Every line of a library.
    static List<Line> all(Bookshelf library) {
        Map<String, List<Edition>> byName = new LinkedHashMap<>();
        library.editions()
                .forEach(e ->
                        byName.computeIfAbsent(
                                        e.body()
                                                + " "
                                                + e.id().replaceFirst("-(\\d{4}|current)$", ""),
                                        _ -> new ArrayList<>())
                                .add(e));
        return byName.values().stream()
                .map(all -> new Line(all.stream().sorted(BY_AGE).toList()))
                .toList();
    }

    private static final Comparator<Edition> BY_AGE =
            Comparator.<Edition, LocalDate>comparing(
                            e -> e.inForce().fromEarliest().orElse(LocalDate.MIN))
                    .thenComparing(Edition::id);

    /// Every edition with the one after it.
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i < editions.size(); i++) {
            steps.add(new Step(editions.get(i - 1), editions.get(i)));
        }
        return steps;
    }
}

package org.plumbline.core.norm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The editions of one text, oldest first: those of one body whose ids differ in their year alone.
///
/// @param editions at least one
public record Line(List<Edition> editions) {

    /// What tells the editions of one text apart in their ids: `-2021`, `-current`.
    private static final Pattern YEAR = Pattern.compile("-(\\d{4}|current)$");

    public Line {
        editions = List.copyOf(editions);
    }

    /// Two editions of which the second comes right after the first.
    public record Step(Edition older, Edition newer) {}

    /// Every line of a library.
    public static List<Line> all(Library library) {
        Map<String, List<Edition>> byName = new LinkedHashMap<>();
        for (Library.Entry entry : library.entries()) {
            byName.computeIfAbsent(name(entry), _ -> new ArrayList<>()).add(library.edition(entry));
        }
        return byName.values().stream().map(Line::sorted).toList();
    }

    /// The line of one edition; only its own editions are read.
    ///
    /// @throws IllegalArgumentException if the library has no such edition
    public static Line of(Library library, String edition) {
        String name =
                library.entries().stream()
                        .filter(e -> e.id().equals(edition))
                        .map(Line::name)
                        .findFirst()
                        .orElseThrow(
                                () -> new IllegalArgumentException("no edition `" + edition + "`"));
        return sorted(
                library.entries().stream()
                        .filter(e -> name(e).equals(name))
                        .map(library::edition)
                        .toList());
    }

    private static String name(Library.Entry entry) {
        return entry.body() + " " + YEAR.matcher(entry.id()).replaceFirst("");
    }

    private static Line sorted(List<Edition> editions) {
        return new Line(editions.stream().sorted(BY_AGE).toList());
    }

    private static final Comparator<Edition> BY_AGE =
            Comparator.<Edition, LocalDate>comparing(
                            e -> e.inForce().fromEarliest().orElse(LocalDate.MIN))
                    .thenComparing(Edition::id);

    /// Every edition with the one after it.
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i < editions.size(); i++) {
            steps.add(new Step(editions.get(i - 1), editions.get(i)));
        }
        return steps;
    }

    /// The edition that this one superseded, as far as the library holds it.
    public Optional<Edition> before(Edition edition) {
        return steps().stream().filter(s -> s.newer().equals(edition)).map(Step::older).findFirst();
    }

    /// The edition that superseded this one, as far as the library holds it.
    public Optional<Edition> after(Edition edition) {
        return steps().stream().filter(s -> s.older().equals(edition)).map(Step::newer).findFirst();
    }
}

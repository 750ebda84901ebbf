package org.plumbline.core.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.core.condition.Window;
import org.plumbline.core.decide.Stated;

/// A day that two adjoining norms both cover, or neither: one norm speaks until a bar is over and
/// another from then on, and they do not count alike. Leap days and ends of months are looked at
/// with all others.
final class TimeSeam implements Query {

    @Override
    public Kind kind() {
        return Kind.TIME_SEAM;
    }

    @Override
    public Stream<Insight> of(Study study) {
        List<Clock> own =
                study.own(study.text()).stream().flatMap(n -> Clock.of(n).stream()).toList();
        List<Insight> all = new ArrayList<>();
        for (Stated norm : own.stream().map(Clock::norm).distinct().toList()) {
            study.part(
                            kind(),
                            norm,
                            () ->
                                    own.stream()
                                            .filter(c -> c.norm().equals(norm) && !c.until())
                                            .flatMap(c -> look(study, own, c).stream()))
                    .forEach(all::add);
        }
        return all.stream();
    }

    /// The norm that speaks before, where none ends exactly where this one begins: the nearest by
    /// length, provision and event.
    private static Optional<Clock> before(Study study, List<Clock> own, Clock after) {
        List<Clock> all =
                own.stream()
                        .filter(c ->
                                c.until()
                                        && !c.norm().equals(after.norm())
                                        && c.directive().acts().leaves().stream()
                                                .anyMatch(
                                                        after.directive().acts().leaves()::contains)
                                        && !study.acts(c.norm(), after.norm()).isEmpty())
                        .toList();
        return all.stream().anyMatch(c -> c.bar().coversWhat(after.bar()))
                ? Optional.empty()
                : all.stream().max(Comparator.comparingInt(c -> likeness(c, after)));
    }

    private static int likeness(Clock before, Clock after) {
        int likeness =
                before.norm().name().provision().equals(after.norm().name().provision()) ? 4 : 0;
        likeness += before.bar().anchor().countsLike(after.bar().anchor()) ? 2 : 0;
        return likeness + (Math.abs(days(before.bar()) - days(after.bar())) <= 31 ? 3 : 0);
    }

    private static long days(Window.Within window) {
        return Math.round(window.length().months() * 30.44) + window.length().days();
    }

    private List<Insight> look(Study study, List<Clock> own, Clock after) {
        Optional<Clock> nearest = before(study, own, after);
        if (nearest.isEmpty()) {
            return List.of();
        }
        Clock before = nearest.get();
        List<Clock> others =
                own.stream()
                        .filter(c ->
                                !c.norm().equals(before.norm()) && !c.norm().equals(after.norm()))
                        .toList();
        List<Insight> all = new ArrayList<>();
        for (boolean covered : new boolean[] {true, false}) {
            var outcome =
                    study.find(
                            study.acts(before.norm(), after.norm()),
                            new Claims.Seam(before, after, others, covered));
            if (!outcome.none()) {
                String one = Words.norm(study.library(), before.norm());
                String other = Words.norm(study.library(), after.norm());
                Told.of(
                                study,
                                kind(),
                                outcome,
                                List.of(after.norm(), before.norm()),
                                covered
                                        ? "%s and %s cover the same day".formatted(one, other)
                                        : "a day falls between %s and %s".formatted(one, other),
                                covered ? "Both norms apply." : "Neither norm applies.",
                                "give both the same length, event and way of counting")
                        .forEach(all::add);
            }
        }
        return all;
    }
}

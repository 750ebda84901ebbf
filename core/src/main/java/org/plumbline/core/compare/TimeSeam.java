package org.plumbline.core.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.core.condition.Window;
import org.plumbline.core.decide.Stated;
import org.plumbline.core.norm.Norm;

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
        List<Stated> own = study.own(study.text());
        List<Insight> all = new ArrayList<>();
        for (Stated after : own) {
            if (after.norm() instanceof Norm.Directive second
                    && second.window() instanceof Window.Beyond(var bar)) {
                study.part(
                                kind(),
                                after,
                                () ->
                                        before(study, own, after, second, bar).stream()
                                                .flatMap(b -> look(study, b, after).stream()))
                        .forEach(all::add);
            }
        }
        return all.stream();
    }

    /// The norm that speaks before, where none ends exactly where this one begins: the nearest by
    /// length, provision and event.
    private static Optional<Stated> before(
            Study study, List<Stated> own, Stated after, Norm.Directive second, Window.Within bar) {
        List<Stated> all =
                own.stream()
                        .filter(n ->
                                n.norm() instanceof Norm.Directive first
                                        && first.window() instanceof Window.Within
                                        && first.acts().leaves().stream()
                                                .anyMatch(second.acts().leaves()::contains)
                                        && !study.acts(n, after).isEmpty())
                        .toList();
        if (all.stream().anyMatch(n -> ((Norm.Directive) n.norm()).window().equals(bar))) {
            return Optional.empty();
        }
        return all.stream().max(Comparator.comparingInt(n -> likeness(n, after, bar)));
    }

    private static int likeness(Stated before, Stated after, Window.Within bar) {
        var within = (Window.Within) ((Norm.Directive) before.norm()).window();
        int likeness = before.name().provision().equals(after.name().provision()) ? 4 : 0;
        likeness += within.anchor().equals(bar.anchor()) ? 2 : 0;
        return likeness + (Math.abs(days(within) - days(bar)) <= 31 ? 3 : 0);
    }

    private static long days(Window.Within window) {
        return Math.round(window.length().months() * 30.44) + window.length().days();
    }

    private List<Insight> look(Study study, Stated before, Stated after) {
        List<Insight> all = new ArrayList<>();
        for (boolean covered : new boolean[] {true, false}) {
            var outcome =
                    study.find(study.acts(before, after), new Claims.Seam(before, after, covered));
            if (!outcome.none()) {
                String one = Words.norm(study.library(), before);
                String other = Words.norm(study.library(), after);
                Told.of(
                                study,
                                kind(),
                                outcome,
                                List.of(after, before),
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

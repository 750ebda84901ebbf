package org.plumbline.core.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.core.decide.Reach;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Node;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.norm.NormName;

/// An employer's policy tightens what higher texts say and never permits what they forbid the same
/// person.
///
/// Texts of the other levels are left alone: that a law forbids what a code of ethics permits is
/// how the two are, and every answer that joins them says so.
final class PolicyTightens implements Check {

    @Override
    public String code() {
        return "policy.looser";
    }

    @Override
    public boolean withinEdition() {
        return false;
    }

    @Override
    public Stream<Finding> findings(Bookshelf library) {
        return library.editions()
                .filter(e -> e.level().equals(Edition.EMPLOYER_POLICY) && !e.draft())
                .flatMap(e -> findings(library, e));
    }

    private Stream<Finding> findings(Bookshelf library, Edition policy) {
        Map<NormName, List<Reach.Clash>> all = new LinkedHashMap<>();
        List<Edition> involved = new ArrayList<>(List.of(policy));
        library.editions()
                .filter(e ->
                        !e.level().equals(Edition.EMPLOYER_POLICY)
                                && !e.level().equals(Edition.MODEL)
                                && !e.draft())
                .forEach(higher ->
                        overlap(policy, higher)
                                .map(day -> library.clashes(policy, higher, day))
                                .filter(clashes -> !clashes.isEmpty())
                                .ifPresent(clashes -> {
                                    involved.add(higher);
                                    clashes.forEach(c ->
                                            all.computeIfAbsent(
                                                            c.permission().name(),
                                                            _ -> new ArrayList<>())
                                                    .add(c));
                                }));
        return library
                .known(
                        code(),
                        involved,
                        () ->
                                all.values().stream()
                                        .map(clashes ->
                                                finding(
                                                        library,
                                                        conditionedFirst(library, clashes)))
                                        .toList())
                .stream();
    }

    /// Those whose prohibition has a condition first: the policy can then be mended by naming it.
    private static List<Reach.Clash> conditionedFirst(
            Bookshelf library, List<Reach.Clash> clashes) {
        return clashes.stream()
                .sorted(
                        Comparator.comparing(
                                c -> library.value(c.prohibition().name(), "when").isEmpty()))
                .toList();
    }

    /// A day on which both may be in force.
    private static Optional<LocalDate> overlap(Edition left, Edition right) {
        return Stream.of(left, right)
                .flatMap(e -> e.inForce().fromEarliest().stream())
                .max(LocalDate::compareTo)
                .or(() -> left.inForce().toLatest())
                .or(() -> right.inForce().toLatest())
                .or(() -> Optional.of(LocalDate.EPOCH))
                .filter(day -> left.inForce().mayCover(day) && right.inForce().mayCover(day));
    }

    private Finding finding(Bookshelf library, List<Reach.Clash> clashes) {
        Norm.Directive permission = clashes.getFirst().permission();
        Norm.Directive prohibition = clashes.getFirst().prohibition();
        Optional<String> when = library.value(prohibition.name(), "when").map(Node::flow);
        String also = clashes.size() > 1 ? "; %d more do too".formatted(clashes.size() - 1) : "";
        return Finding.warning(
                        code(),
                        library.key(permission.name(), permission.modality().key()),
                        "this permits what a higher text forbids",
                        "an employer's policy to tighten what binds its staff, or to concern staff"
                                + " whom no code binds",
                        when.map(w -> "add `unless: %s`, or narrow `binds`".formatted(w))
                                .orElse("take the permission away, or narrow `binds`"))
                .noting(
                        Bookshelf.line(library.place(prohibition.name()))
                                + " forbids it"
                                + when.map(w -> " if " + w).orElse("")
                                + also);
    }
}

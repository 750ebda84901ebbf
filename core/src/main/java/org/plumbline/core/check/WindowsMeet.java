package org.plumbline.core.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Window;
import org.plumbline.core.load.Finding;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.norm.Provision;
import org.plumbline.core.vocabulary.Party;

/// Where a provision goes on after a time, the time before is spoken of too and ends where the
/// other begins, so that no day falls between the two or under both.
final class WindowsMeet implements Check {

    @Override
    public String code() {
        return "norm.window.seam";
    }

    @Override
    public Stream<Finding> findings(Bookshelf library) {
        return library.editions()
                .flatMap(e -> e.provisions().stream().flatMap(p -> findings(library, e, p)));
    }

    private Stream<Finding> findings(Bookshelf library, Edition edition, Provision provision) {
        return provision.allNorms().stream()
                .flatMap(norm ->
                        norm instanceof Norm.Directive d
                                        && d.window() instanceof Window.Beyond(var bar)
                                ? finding(library, edition, provision, d, bar).stream()
                                : Stream.empty());
    }

    private Optional<Finding> finding(
            Bookshelf library,
            Edition edition,
            Provision provision,
            Norm.Directive after,
            Window.Within bar) {
        List<Norm.Directive> before =
                Bookshelf.directives(edition).stream()
                        .filter(n -> !until(n).isEmpty() && together(n, after))
                        .toList();
        if (before.stream().anyMatch(n -> until(n).stream().anyMatch(bar::coversWhat))) {
            return Optional.empty();
        }
        Optional<Norm.Directive> near =
                before.stream()
                        .filter(n -> n.name().provision().equals(provision.id()))
                        .findFirst()
                        .or(() -> before.stream().findFirst());
        String where = Bookshelf.line(library.place(near.orElse(after).name()));
        Finding finding =
                Finding.warning(
                        code(),
                        library.key(after.name(), "beyond"),
                        near.isPresent()
                                ? "the time after %s does not begin where the time before ends"
                                        .formatted(bar.length().words())
                                : "a norm for the time after %s, and none for the time before"
                                        .formatted(bar.length().words()),
                        "a norm with `within:` and the same window as this `beyond:`",
                        near.isPresent()
                                ? "give both the same length, event and reckoning"
                                : "add the norm for the time before, or take `beyond:` away");
        return Optional.of(
                near.map(n -> finding.noting(where + " counts otherwise")).orElse(finding));
    }

    /// The windows until whose end alone a norm speaks: its own, those that its condition asks for by
    /// themselves or beside others, and those after which it excepts.
    private static List<Window.Within> until(Norm.Directive norm) {
        List<Window.Within> all = new ArrayList<>();
        if (norm.window() instanceof Window.Within within) {
            all.add(within);
        }
        List<Condition> parts =
                norm.when() instanceof Condition.All(var several) ? several : List.of(norm.when());
        for (Condition part : parts) {
            if (part instanceof Condition.During(Window.Within within)) {
                all.add(within);
            }
        }
        List<Condition> exceptions =
                norm.unless() instanceof Condition.Any(var several)
                        ? several
                        : List.of(norm.unless());
        for (Condition part : exceptions) {
            if (part instanceof Condition.During(Window.Beyond(var bar))) {
                all.add(bar);
            }
        }
        return all;
    }

    private static boolean together(Norm.Directive left, Norm.Directive right) {
        return !Collections.disjoint(left.acts().leaves(), right.acts().leaves())
                && left.with().stream()
                        .anyMatch(l -> right.with().stream().anyMatch(r -> meet(l, r)));
    }

    private static boolean meet(Party left, Party right) {
        return !Collections.disjoint(left.roles(), right.roles())
                && !Collections.disjoint(left.stages(), right.stages())
                && !Collections.disjoint(left.ties(), right.ties());
    }
}

package org.plumbline.core.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.Severity;
import org.plumbline.core.load.Span;

/// The warnings that editions know of and mean: `waives: [{check: policy.looser, because: …}]`.
///
/// An error cannot be waived. A waiver that waives nothing is a warning itself: what it excused has
/// been mended, and the next mistake of its kind would pass unseen.
final class Waivers {

    /// One line under `waives`.
    private record Waiver(String file, String check, Span span) {
        boolean covers(Finding finding) {
            return finding.severity() == Severity.WARNING
                    && finding.code().equals(check)
                    && finding.span().file().equals(file);
        }
    }

    private final List<Waiver> all = new ArrayList<>();

    Waivers(LibraryFiles files) {
        for (Node file : files.nodes().values()) {
            if (file instanceof Node.Mapping edition
                    && edition.get("waives").orElse(null) instanceof Node.Sequence(var items, _)) {
                items.forEach(this::add);
            }
        }
    }

    private void add(Node item) {
        if (item instanceof Node.Mapping waiver
                && waiver.get("because").isPresent()
                && waiver.get("check").orElse(null) instanceof Node.Scalar check) {
            all.add(new Waiver(check.span().file(), check.text(), check.span()));
        }
    }

    /// What is left of the findings, and the waivers that none of them needed.
    ///
    /// @param ran the checks that made the findings
    List<Finding> applied(Collection<Finding> findings, Collection<Check> ran) {
        return applied(findings, new HashSet<>(ran.stream().map(Check::code).toList()));
    }

    /// The same, for whatever looked.
    ///
    /// @param codes what the findings could have been
    List<Finding> applied(Collection<Finding> findings, Set<String> codes) {
        List<Finding> left = new ArrayList<>();
        Set<Waiver> needed = new HashSet<>();
        for (Finding finding : findings) {
            List<Waiver> by = all.stream().filter(w -> w.covers(finding)).toList();
            needed.addAll(by);
            if (by.isEmpty()) {
                left.add(finding);
            }
        }
        for (Waiver waiver : all) {
            boolean unheardOf = !Checks.codes().contains(waiver.check());
            if (!needed.contains(waiver) && (unheardOf || codes.contains(waiver.check()))) {
                left.add(idle(waiver));
            }
        }
        return left;
    }

    private static Finding idle(Waiver waiver) {
        return Finding.warning(
                "edition.waiver.idle",
                waiver.span(),
                "no warning `%s` in this file to waive".formatted(waiver.check()),
                "the code of a warning that a check gives for this file",
                "take the line away, or correct the code; an error cannot be waived");
    }
}

package org.plumbline.core.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.core.compare.Insight;
import org.plumbline.core.compare.Kind;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.Span;
import org.plumbline.core.norm.NormName;

/// What the analysis found wrong, as findings with place and mend; what an edition waives with a
/// reason is left out.
public final class DeepFindings {

    private DeepFindings() {}

    /// The findings in order of place.
    ///
    /// @param already what plain checks found; a norm that they say can never apply is not told twice
    public static List<Finding> of(
            LibraryFiles files, Collection<Insight> insights, Collection<Finding> already) {
        Set<String> never = new TreeSet<>();
        for (Finding finding : already) {
            if (NEVER.contains(finding.code())) {
                never.add(finding.span().toString());
            }
        }
        List<Finding> all = new ArrayList<>();
        for (Insight insight : insights) {
            if (insight.kind().defect()) {
                Span place = place(files, insight);
                if (insight.kind() != Kind.VACUOUS_NORM || !never.contains(place.toString())) {
                    all.add(finding(files, insight, place));
                }
            }
        }
        return new Waivers(files).applied(all, codes()).stream().sorted().distinct().toList();
    }

    private static final Set<String> NEVER = Set.of("norm.never", "norm.exception.swallows");

    /// The codes that can be waived.
    static Set<String> codes() {
        return new TreeSet<>(
                Arrays.stream(Kind.values()).filter(Kind::defect).map(Kind::code).toList());
    }

    private static Span place(LibraryFiles files, Insight insight) {
        return files.place(insight.norms().getFirst());
    }

    private static Finding finding(LibraryFiles files, Insight insight, Span place) {
        String expected =
                !insight.determined()
                        ? "an answer; " + insight.basis()
                        : insight.story().isEmpty()
                                ? "a case in which it matters; " + insight.basis()
                                : "no such case, and here is one: " + insight.story();
        Finding finding =
                Finding.warning(
                        insight.kind().code(), place, insight.says(), expected, insight.mend());
        return insight.norms().size() < 2
                ? finding
                : finding.noting("the other: " + line(files, insight.norms().get(1)));
    }

    private static String line(LibraryFiles files, NormName norm) {
        return Bookshelf.line(files.place(norm));
    }
}

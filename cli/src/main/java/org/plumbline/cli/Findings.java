package org.plumbline.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.answer.Shelf;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.FindingPrinter;

/// Findings as people and as tools read them.
///
/// @param shelf the library that they may point into
record Findings(Console console, Shelf shelf) {

    /// So many of one code are for people; whoever has more has one mistake many times, or a tool.
    private static final int MOST = 100;

    void print(List<Finding> findings) {
        print(findings, Integer.MAX_VALUE);
    }

    /// No more of one code than somebody can read; how many are left out is said.
    void printFew(List<Finding> findings) {
        print(findings, MOST);
    }

    private void print(List<Finding> findings, int most) {
        var printer = new FindingPrinter(file -> SourceLines.of(shelf, file), console.colour());
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (seen.merge(finding.code(), 1, Integer::sum) <= most) {
                console.err().println(printer.print(finding));
            }
        }
        seen.forEach((code, all) -> {
            if (all > most) {
                console.err()
                        .println(
                                "%,d more of `%s` are not shown; --json lists them."
                                        .formatted(all - most, code));
            }
        });
        console.err().flush();
    }
}

package org.plumbline.cli;

import java.util.List;
import org.plumbline.answer.Shelf;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.FindingPrinter;

/// Findings as people and as tools read them.
///
/// @param shelf the library that they may point into
record Findings(Console console, Shelf shelf) {

    void print(List<Finding> findings) {
        var printer = new FindingPrinter(file -> SourceLines.of(shelf, file), console.colour());
        findings.forEach(f -> console.err().println(printer.print(f)));
        console.err().flush();
    }
}

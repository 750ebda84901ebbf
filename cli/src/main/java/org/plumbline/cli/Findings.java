package org.plumbline.cli;

import java.util.List;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.FindingPrinter;

/// Findings as people and as tools read them.
record Findings(Console console) {

    void print(List<Finding> findings) {
        var printer = new FindingPrinter(SourceLines::of, console.colour());
        findings.forEach(f -> console.err().println(printer.print(f)));
        console.err().flush();
    }
}

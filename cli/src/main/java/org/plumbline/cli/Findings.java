package org.plumbline.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.FindingPrinter;

/// Findings as people and as tools read them.
record Findings(Console console) {

    void print(List<Finding> findings) {
        var printer = new FindingPrinter(SourceLines::of, console.colour());
        findings.forEach(f -> console.err().println(printer.print(f)));
        console.err().flush();
    }

    static List<Map<String, Object>> json(List<Finding> findings) {
        return findings.stream().map(Findings::json).toList();
    }

    private static Map<String, Object> json(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", finding.code());
        json.put("severity", finding.severity().word());
        json.put("file", finding.span().file());
        json.put("line", finding.span().line());
        json.put("column", finding.span().column());
        json.put("found", finding.found());
        if (!finding.note().isEmpty()) {
            json.put("note", finding.note());
        }
        json.put("expected", finding.expected());
        json.put("to_mend", finding.mend());
        return json;
    }
}

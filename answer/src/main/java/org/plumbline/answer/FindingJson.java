package org.plumbline.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.core.load.Finding;

/// The JSON form of findings.
public final class FindingJson {

    private FindingJson() {}

    public static List<Map<String, Object>> of(List<Finding> findings) {
        return findings.stream().map(FindingJson::of).toList();
    }

    private static Map<String, Object> of(Finding finding) {
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

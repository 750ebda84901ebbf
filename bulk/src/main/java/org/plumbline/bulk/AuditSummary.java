package org.plumbline.bulk;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/// How an audit came out: of how much of its input it speaks, and what was found.
///
/// @param rows rows of the input, headings not counted
/// @param bad rows that could not be read or that no possible person fits; each is in the side file
/// @param plainly rows of which the compiled form could not hold the facts
/// @param kept rows that were written out
/// @param classes how many classes the rows fell into
/// @param together by what the texts joined say, strictest first: `prohibited`, `prohibited or …`
/// @param texts by edition, the same
/// @param acts by act, the same
/// @param lifting bars of the texts joined that certainly lift within a year, by month
/// @param unread what kept a file from being read to its end
public record AuditSummary(
        long rows,
        long bad,
        long plainly,
        long kept,
        long silent,
        long repeated,
        long classes,
        SequencedMap<String, Long> together,
        SequencedMap<String, SequencedMap<String, Long>> texts,
        SequencedMap<String, SequencedMap<String, Long>> acts,
        SequencedMap<YearMonth, Long> lifting,
        SequencedMap<String, String> unread) {

    /// Counts, most first.
    static SequencedMap<String, Long> mostFirst(Map<String, Long> counts) {
        SequencedMap<String, Long> ordered = new LinkedHashMap<>();
        new TreeMap<>(counts)
                .entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .forEach(e -> ordered.put(e.getKey(), e.getValue()));
        return ordered;
    }

    /// Whether the audit speaks for every row of its input.
    public boolean complete() {
        return bad == 0 && unread.isEmpty();
    }
}

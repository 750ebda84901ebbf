package org.plumbline.bulk;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/// How an audit came out: of how much of its input it speaks, and what was found.
///
/// @param rows rows of the input that were read, headings not counted
/// @param bad rows that could not be read or that no possible person fits; each is in the side file
/// @param plainly rows of which the compiled form could not hold the facts
/// @param kept rows that were written out
/// @param silent rows that no text binds, or none that was in force
/// @param repeated rows whose key stands on an earlier row
/// @param classes how many classes the rows fell into
/// @param together by what the texts joined say, strictest first: `prohibited`, `prohibited or …`
/// @param texts by edition, the same
/// @param acts by act, the same; the act that a row leaves open is the empty word
/// @param lifting bars of the texts joined that certainly lift within a year, by month
/// @param found how many findings of each code the side file holds
/// @param unread what kept a file from being read to its end
/// @param files how many files there were
/// @param share of the input's bytes, how many were read, from 0 to 1
/// @param changes how the rows stand to an earlier run, where there was one to compare with
/// @param selected whether only some rows were asked for: by a filter, or because they changed
/// @param stopped whether somebody stopped it before its end
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
        SequencedMap<String, Long> found,
        SequencedMap<String, String> unread,
        int files,
        double share,
        java.util.Optional<Changes> changes,
        boolean selected,
        boolean stopped) {

    /// How the rows stand to an earlier run.
    ///
    /// @param fresh rows whose key it does not hold
    /// @param changed rows of which it said something else
    /// @param gone keys that it holds and no row has
    public record Changes(long fresh, long changed, long gone) {}

    /// Counts, most first.
    static SequencedMap<String, Long> mostFirst(Map<String, Long> counts) {
        SequencedMap<String, Long> ordered = new LinkedHashMap<>();
        new TreeMap<>(counts)
                .entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .forEach(e -> ordered.put(e.getKey(), e.getValue()));
        return ordered;
    }

    /// Rows that were decided.
    public long decided() {
        return rows - bad;
    }

    /// Whether the audit speaks for every row of its input.
    public boolean complete() {
        return bad == 0 && unread.isEmpty() && !stopped;
    }
}

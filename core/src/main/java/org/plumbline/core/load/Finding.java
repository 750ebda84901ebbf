package org.plumbline.core.load;

import java.util.Comparator;

/// One mistake in something a person wrote: where, what, what was expected, how to mend it.
///
/// @param code stable dotted name, from general to particular: `norm.party.unknown`
/// @param span where the mistake is
/// @param found one lower-case sentence, the writer's own words in backticks
/// @param note a second place or the present wording, shown beside the caret; may be empty
/// @param expected what would have been right
/// @param mend the edit to make, as an instruction
public record Finding(
        Severity severity,
        String code,
        Span span,
        String found,
        String note,
        String expected,
        String mend)
        implements Comparable<Finding> {

    private static final Comparator<Finding> BY_PLACE =
            Comparator.comparing(Finding::span)
                    .thenComparing(Finding::code)
                    .thenComparing(Finding::found);

    /// An error without a second place.
    public static Finding error(
            String code, Span span, String found, String expected, String mend) {
        return new Finding(Severity.ERROR, code, span, found, "", expected, mend);
    }

    /// A warning without a second place.
    public static Finding warning(
            String code, Span span, String found, String expected, String mend) {
        return new Finding(Severity.WARNING, code, span, found, "", expected, mend);
    }

    /// The same finding with a word beside the caret.
    public Finding noting(String words) {
        return new Finding(severity, code, span, found, words, expected, mend);
    }

    @Override
    public int compareTo(Finding other) {
        return BY_PLACE.compare(this, other);
    }
}

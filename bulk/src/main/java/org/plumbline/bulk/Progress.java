package org.plumbline.bulk;

/// How far an audit is.
///
/// @param rows rows decided or found wrong so far, those of an earlier stretch among them
/// @param before of these, the rows of an earlier stretch that it went on from
/// @param bytes how much of the input was read, about
/// @param of how much there is
public record Progress(long rows, long before, long bytes, long of) {

    /// The share of the input that was read, from 0 to 1.
    public double share() {
        return of <= 0 ? 1 : Math.min(1, (double) bytes / of);
    }
}

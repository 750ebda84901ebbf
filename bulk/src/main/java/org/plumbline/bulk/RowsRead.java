package org.plumbline.bulk;

/// What was read of a caseload so far, as 64 bits: other rows, or the same in another order, give
/// other bits. Stretches of rows can be taken in one by one by several threads and put together.
///
/// @param digest of the rows
/// @param shift what the digest of the rows before is multiplied by when these follow them
record RowsRead(long digest, long shift) {

    /// No row.
    static final RowsRead NONE = new RowsRead(0, 1);

    /// Odd, so that no bit of an earlier row is ever lost.
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    /// These and one more.
    RowsRead and(Sheet.Line line) {
        long row = line.number();
        for (String field : line.fields()) {
            row = (row ^ (row >>> 31)) * FACTOR + KeyTable.hash(field);
        }
        return new RowsRead(digest * FACTOR + (row ^ (row >>> 29)), shift * FACTOR);
    }

    /// These and then those.
    RowsRead and(RowsRead those) {
        return new RowsRead(digest * those.shift + those.digest, shift * those.shift);
    }
}

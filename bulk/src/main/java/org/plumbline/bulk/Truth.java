package org.plumbline.bulk;

/// The four things that can be said of a proposition while a row is being asked.
final class Truth {

    /// It is not so.
    static final int NO = 0;

    /// It is so.
    static final int YES = 1;

    /// What is known leaves it open.
    static final int OPEN = 2;

    /// The row has not been asked yet, and it may matter.
    static final int UNASKED = 3;

    private Truth() {}
}

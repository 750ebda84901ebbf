package org.plumbline.bulk;

import java.util.concurrent.atomic.AtomicInteger;

/// How many roads beyond the tables of its texts a library may still remember, so that answers of which
/// no two rows are alike cannot fill the memory. Safe to share between threads.
final class Roads {

    /// Some thirty megabytes.
    private static final int MOST = 200_000;

    private final AtomicInteger left = new AtomicInteger(MOST);

    /// Whether one more may be remembered; it counts as remembered then.
    boolean take() {
        return left.get() > 0 && left.getAndDecrement() > 0;
    }
}

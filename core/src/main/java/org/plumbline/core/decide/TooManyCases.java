package org.plumbline.core.decide;

/// A question was given up because its diagrams grew past the limit that was set for it.
///
/// What was asked is then not determined; it must never be told as "none".
public final class TooManyCases extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyCases(int nodes) {
        super("more than " + nodes + " nodes", null, false, false);
    }
}

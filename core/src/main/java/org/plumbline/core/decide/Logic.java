package org.plumbline.core.decide;

/// A way to hold truth: a plain yes or no, or a diagram over everything still possible.
///
/// @param <P> a proposition
interface Logic<P> {

    /// Always so.
    P yes();

    /// Never so.
    P no();

    /// Both are so.
    P and(P left, P right);

    /// At least one is so.
    P or(P left, P right);

    /// It is not so.
    P not(P proposition);

    /// Whether it is so in every case that is still possible.
    boolean certain(P proposition);

    /// Whether it is so in no case that is still possible.
    boolean excluded(P proposition);

    /// Whether some case is both.
    default boolean meet(P left, P right) {
        return !excluded(and(left, right));
    }

    /// So where it is certain, otherwise not: what has been shown.
    default P shown(P proposition) {
        return certain(proposition) ? yes() : no();
    }

    /// A plain answer as a proposition.
    default P of(boolean so) {
        return so ? yes() : no();
    }

    /// Plain truth, for cases in which everything is known.
    Logic<Boolean> PLAIN =
            new Logic<>() {
                @Override
                public Boolean yes() {
                    return true;
                }

                @Override
                public Boolean no() {
                    return false;
                }

                @Override
                public Boolean and(Boolean left, Boolean right) {
                    return left && right;
                }

                @Override
                public Boolean or(Boolean left, Boolean right) {
                    return left || right;
                }

                @Override
                public Boolean not(Boolean proposition) {
                    return !proposition;
                }

                @Override
                public boolean certain(Boolean proposition) {
                    return proposition;
                }

                @Override
                public boolean excluded(Boolean proposition) {
                    return !proposition;
                }
            };
}

package org.plumbline.ask.claims;

import org.plumbline.core.decide.Headline;

/// How one verdict of a text stands to what a statement says of it.
enum Fit {
    /// It is so.
    YES,
    /// The text is stricter.
    STRICTER,
    /// The text says as much, but only as advice, or with duties.
    WEAKER,
    /// The text says nothing of the case.
    NOTHING,
    /// The text says otherwise.
    NO;

    static Fit of(Stance stance, Headline headline) {
        return switch (stance) {
            case SPEAKS_AGAINST -> forbids(headline) == WEAKER ? YES : forbids(headline);
            case FORBIDS -> forbids(headline);
            case ADVISES_AGAINST -> advisesAgainst(headline);
            case ADDRESSES -> nothing(headline) ? NO : YES;
            case CAUTIONS -> cautions(headline);
            case ALLOWS -> allows(headline);
            case NOT_FORBIDDEN -> notForbidden(headline);
            case REQUIRES -> requires(headline);
            case ADVISES -> advises(headline);
            case NOT_REQUIRED ->
                    switch (headline) {
                        case REQUIRED, REQUIRED_WITH_CAUTION, DILEMMA -> NO;
                        case ADVISED -> STRICTER;
                        default -> YES;
                    };
            case NO_RULE -> nothing(headline) ? YES : NO;
            case LEAVES_OPEN ->
                    nothing(headline) || headline == Headline.OPEN_WITH_DUTIES ? YES : NO;
        };
    }

    private static boolean nothing(Headline headline) {
        return headline == Headline.SILENT || headline == Headline.NOT_ADDRESSED;
    }

    private static Fit forbids(Headline headline) {
        return switch (headline) {
            case PROHIBITED, CONTESTED, DILEMMA -> YES;
            case ADVISED_AGAINST, TENSION, REQUIRED_WITH_CAUTION -> WEAKER;
            case SILENT, NOT_ADDRESSED -> NOTHING;
            default -> NO;
        };
    }

    private static Fit advisesAgainst(Headline headline) {
        return switch (headline) {
            case ADVISED_AGAINST, TENSION, REQUIRED_WITH_CAUTION -> YES;
            case PROHIBITED, CONTESTED, DILEMMA -> STRICTER;
            case SILENT, NOT_ADDRESSED -> NOTHING;
            default -> NO;
        };
    }

    private static Fit cautions(Headline headline) {
        return switch (headline) {
            case PROHIBITED, CONTESTED, DILEMMA, ADVISED_AGAINST -> STRICTER;
            case PERMITTED_WITH_DUTIES, OPEN_WITH_DUTIES, TENSION, REQUIRED_WITH_CAUTION -> YES;
            case SILENT, NOT_ADDRESSED -> NOTHING;
            default -> NO;
        };
    }

    private static Fit allows(Headline headline) {
        return switch (headline) {
            case PERMITTED, ADVISED, REQUIRED -> YES;
            case PERMITTED_WITH_DUTIES, OPEN_WITH_DUTIES -> WEAKER;
            case SILENT, NOT_ADDRESSED -> NOTHING;
            default -> NO;
        };
    }

    private static Fit notForbidden(Headline headline) {
        return switch (headline) {
            case PROHIBITED, CONTESTED, DILEMMA -> NO;
            case ADVISED_AGAINST, TENSION, REQUIRED_WITH_CAUTION -> STRICTER;
            default -> YES;
        };
    }

    private static Fit requires(Headline headline) {
        return switch (headline) {
            case REQUIRED, REQUIRED_WITH_CAUTION, DILEMMA -> YES;
            case ADVISED -> WEAKER;
            case SILENT, NOT_ADDRESSED -> NOTHING;
            default -> NO;
        };
    }

    private static Fit advises(Headline headline) {
        return switch (headline) {
            case ADVISED -> YES;
            case REQUIRED, REQUIRED_WITH_CAUTION, DILEMMA -> STRICTER;
            case SILENT, NOT_ADDRESSED -> NOTHING;
            default -> NO;
        };
    }
}

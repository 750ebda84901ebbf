package org.plumbline.core.timeline;

import java.util.List;
import java.util.Set;
import org.plumbline.core.decide.Headline;

/// How a stretch of time is drawn: the more a text forbids, the more ink.
///
/// Headlines that call for the same ink share a band; the words beside it are always exact.
public enum Band {
    FORBIDDEN("Prohibited", '█', '#'),
    /// Dilemma, contested or tension.
    CLASH("Rules at odds", '╳', 'X'),
    UNLESS("Prohibited in some cases", '╱', '/'),
    REQUIRED("Required", '║', 'H'),
    CAUTION("Advised against", '▓', '%'),
    CAUTION_IN_SOME_CASES("Advised against in some cases", '░', ':'),
    DUTIES("Permitted with duties", '═', '='),
    PERMITTED("Expressly permitted", '○', 'o'),
    ADVISED("Advised", '┼', '!'),
    OPEN("Open, with duties", '≈', '~'),
    /// More than one headline, the strictest of which does not speak against the act.
    DEPENDS("Depends on the facts", '?', '?'),
    NOT_ADDRESSED("Not addressed here", '╌', '-'),
    SILENT("Silent", '·', '.'),
    /// The text does not bind, or was not in force.
    ABSENT("Does not bind or not in force", ' ', ' ');

    private final String words;
    private final char mark;
    private final char ascii;

    Band(String words, char mark, char ascii) {
        this.words = words;
        this.mark = mark;
        this.ascii = ascii;
    }

    /// What a legend calls it.
    public String words() {
        return words;
    }

    /// The character that stands for it in text.
    public char mark(boolean inAscii) {
        return inAscii ? ascii : mark;
    }

    private static final Set<Headline> FORBID =
            Set.of(Headline.DILEMMA, Headline.CONTESTED, Headline.PROHIBITED);

    /// The band of every headline that is possible.
    ///
    /// @param headlines strictest first, at least one
    public static Band of(List<Headline> headlines) {
        Headline strictest = headlines.getFirst();
        if (headlines.size() == 1) {
            return of(strictest);
        }
        if (FORBID.contains(strictest)) {
            return FORBID.containsAll(headlines) ? FORBIDDEN : UNLESS;
        }
        return strictest == Headline.ADVISED_AGAINST || strictest == Headline.TENSION
                ? CAUTION_IN_SOME_CASES
                : DEPENDS;
    }

    private static Band of(Headline headline) {
        return switch (headline) {
            case PROHIBITED -> FORBIDDEN;
            case DILEMMA, CONTESTED, TENSION -> CLASH;
            case REQUIRED, REQUIRED_WITH_CAUTION -> REQUIRED;
            case ADVISED_AGAINST -> CAUTION;
            case PERMITTED_WITH_DUTIES -> DUTIES;
            case PERMITTED -> PERMITTED;
            case ADVISED -> ADVISED;
            case OPEN_WITH_DUTIES -> OPEN;
            case NOT_ADDRESSED -> NOT_ADDRESSED;
            case SILENT -> SILENT;
            case NOT_BOUND, NOT_IN_FORCE -> ABSENT;
        };
    }
}

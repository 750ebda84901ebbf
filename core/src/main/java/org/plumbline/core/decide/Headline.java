package org.plumbline.core.decide;

import java.util.Optional;

/// The name of a verdict, strictest first. Derived from its components, never stored.
public enum Headline {
    /// Forbidden and required at once; no text says which prevails.
    DILEMMA("dilemma"),
    /// Forbidden and allowed at once; to be acted on as prohibited.
    CONTESTED("contested"),
    PROHIBITED("prohibited"),
    /// Required, and advised against.
    REQUIRED_WITH_CAUTION("required-with-caution"),
    REQUIRED("required"),
    /// Advised against, and advised or allowed.
    TENSION("tension"),
    ADVISED_AGAINST("advised-against"),
    PERMITTED_WITH_DUTIES("permitted-with-duties"),
    PERMITTED("permitted"),
    ADVISED("advised"),
    /// Nothing for or against it, but duties attach.
    OPEN_WITH_DUTIES("open-with-duties"),
    /// The text has norms on the act, and none reaches these circumstances. Not a permission.
    NOT_ADDRESSED("not-addressed"),
    /// The text has no norm on the act. Not a permission.
    SILENT("silent"),
    /// The text does not bind this person.
    NOT_BOUND("not-bound"),
    /// The text was not in force on the day of the act.
    NOT_IN_FORCE("not-in-force");

    private final String id;

    Headline(String id) {
        this.id = id;
    }

    /// The word in files and answers.
    public String id() {
        return id;
    }

    /// The headline with this word.
    public static Optional<Headline> of(String id) {
        for (Headline headline : values()) {
            if (headline.id.equals(id)) {
                return Optional.of(headline);
            }
        }
        return Optional.empty();
    }
}

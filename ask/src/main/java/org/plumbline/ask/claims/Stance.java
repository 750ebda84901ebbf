package org.plumbline.ask.claims;

import java.util.Optional;

/// What a statement says that a text does with an act.
public enum Stance {
    NO_RULE("no-rule", "has no rule on it"),
    LEAVES_OPEN("leaves-open", "leaves it open"),
    NOT_FORBIDDEN("not-forbidden", "does not forbid it"),
    NOT_REQUIRED("not-required", "does not require it"),
    SPEAKS_AGAINST("speaks-against", "speaks against it"),
    FORBIDS("forbids", "forbids it"),
    CAUTIONS("cautions", "asks for caution about it"),
    ADVISES_AGAINST("advises-against", "advises against it"),
    ALLOWS("allows", "allows it"),
    REQUIRES("requires", "requires it"),
    ADVISES("advises", "advises it"),
    ADDRESSES("addresses", "has a rule on it");

    private final String word;
    private final String says;

    Stance(String word, String says) {
        this.word = word;
        this.says = says;
    }

    /// The word in files and answers.
    public String word() {
        return word;
    }

    /// As the end of "the statement says that the text …".
    public String says() {
        return says;
    }

    /// Whether it speaks for more freedom: then every text that binds has to agree.
    boolean lenient() {
        return switch (this) {
            case NO_RULE, LEAVES_OPEN, NOT_FORBIDDEN, NOT_REQUIRED, ALLOWS -> true;
            case SPEAKS_AGAINST, FORBIDS, CAUTIONS, ADVISES_AGAINST, REQUIRES, ADVISES, ADDRESSES ->
                    false;
        };
    }

    static Optional<Stance> of(String word) {
        for (Stance stance : values()) {
            if (stance.word.equals(word)) {
                return Optional.of(stance);
            }
        }
        return Optional.empty();
    }
}

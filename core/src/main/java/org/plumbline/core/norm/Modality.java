package org.plumbline.core.norm;

import java.util.Optional;

/// The force of a norm's verb.
public enum Modality {
    FORBID("forbid"),
    ADVISE_AGAINST("advise-against"),
    REQUIRE("require"),
    ADVISE("advise"),
    ALLOW("allow"),
    /// Neither for nor against: duties or weighing for whoever does it.
    UPON("upon");

    private final String key;

    Modality(String key) {
        this.key = key;
    }

    /// The opening key in files, and `effect` in answers.
    public String key() {
        return key;
    }

    /// The modality with this opening key.
    public static Optional<Modality> of(String key) {
        for (Modality modality : values()) {
            if (modality.key.equals(key)) {
                return Optional.of(modality);
            }
        }
        return Optional.empty();
    }

    /// Whether it speaks against the act.
    public boolean against() {
        return this == FORBID || this == ADVISE_AGAINST;
    }

    /// Whether one pulls one way and the other the other way.
    public boolean opposes(Modality other) {
        return this != UPON && other != UPON && against() != other.against();
    }
}

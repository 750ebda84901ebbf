package org.plumbline.ask.claims;

/// What was found of a statement, best first.
public enum ClaimFinding {
    /// The text says so.
    SUPPORTED("supported"),
    /// The text is stricter, or says more.
    UNDERSTATED("understated"),
    /// True only under conditions that the statement drops.
    OVERSTATED("overstated"),
    /// True of an earlier edition.
    OUTDATED("outdated"),
    /// The text says nothing of the kind.
    SILENT("silent"),
    /// The text says otherwise.
    CONTRADICTED("contradicted"),
    /// The library cannot tell.
    NOT_CHECKABLE("not-checkable");

    private final String word;

    ClaimFinding(String word) {
        this.word = word;
    }

    /// The word in answers.
    public String word() {
        return word;
    }

    /// Whether a writer should look at the sentence again.
    public boolean faulty() {
        return this != SUPPORTED && this != NOT_CHECKABLE;
    }
}

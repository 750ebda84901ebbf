package org.plumbline.core.decide;

/// Plain truth was asked after something that the case leaves open.
public final class OpenFact extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String fact;

    OpenFact(String fact) {
        super("`" + fact + "` is asked after and is not known");
        this.fact = fact;
    }

    /// The fact, by its word in the vocabulary.
    public String fact() {
        return fact;
    }
}

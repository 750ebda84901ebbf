package org.plumbline.core.norm;

/// Whether a breach can be disciplined.
public enum Strength {
    ENFORCEABLE("enforceable"),
    ASPIRATIONAL("aspirational");

    private final String word;

    Strength(String word) {
        this.word = word;
    }

    /// The word in files and answers.
    public String word() {
        return word;
    }
}

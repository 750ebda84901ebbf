package org.plumbline.core.norm;

/// How much of a text the library holds: how far its silence may be trusted.
public enum Encoded {
    WHOLE("whole"),
    /// Everything the text says of boundaries.
    BOUNDARIES("boundaries"),
    EXCERPT("excerpt");

    private final String word;

    Encoded(String word) {
        this.word = word;
    }

    /// The word in files and answers.
    public String word() {
        return word;
    }
}

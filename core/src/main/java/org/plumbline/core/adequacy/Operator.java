package org.plumbline.core.adequacy;

/// One way to get a norm wrong.
public enum Operator {
    MODALITY("modality", "another verb"),
    PARTY_DROPPED("party-dropped", "one of its people left out"),
    PARTY_ADDED("party-added", "somebody else protected too"),
    WINDOW_LENGTH("window-length", "its window longer or shorter, or without end"),
    EVENT("event", "its clock started by another event"),
    CONDITION_NEGATED("condition-negated", "one condition turned into its opposite"),
    EXCEPTION_DROPPED("exception-dropped", "its exception left out"),
    DUTY_DROPPED("duty-dropped", "one of its duties left out");

    private final String id;
    private final String says;

    Operator(String id, String says) {
        this.id = id;
        this.says = says;
    }

    /// The word in answers.
    public String id() {
        return id;
    }

    /// In words.
    public String says() {
        return says;
    }
}

package org.plumbline.core.adequacy;

/// Why no case shows something.
public enum Reason {
    /// No case can: the diagram of the cases in which the answer, the duties or what is weighed differ is
    /// empty.
    NO_CASE_CAN("no case can tell: the answer and the duties are the same in every case"),
    /// A case could, and none does: a gap.
    GAP("a gap: some case would tell, and none here does"),
    /// Whether a case could was not found out within the limit.
    NOT_DETERMINED("not determined: the cases were too many to look through");

    private final String says;

    Reason(String says) {
        this.says = says;
    }

    /// The word in JSON.
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /// For a person.
    public String says() {
        return says;
    }
}

package org.plumbline.core.compare;

import java.util.Optional;

/// What a query can find.
public enum Kind {
    /// A norm that no case can bring into play.
    VACUOUS_NORM("analysis.norm.vacuous", true),
    /// A norm without which every answer would be the same.
    REDUNDANT_NORM("analysis.norm.redundant", true),
    /// An exception that is never made out where its rule would apply, or that never helps.
    MASKED_EXCEPTION("analysis.exception.masked", true),
    /// One text forbids and requires the same thing.
    CONTRADICTION("analysis.contradiction", true),
    /// Two norms of one text pull apart and neither is said to prevail.
    UNRANKED_CONFLICT("analysis.conflict.unranked", true),
    /// One text requires what another that binds the same person forbids.
    HARD_CONFLICT("analysis.conflict.hard", true),
    /// A day that two adjoining norms both cover, or neither.
    TIME_SEAM("analysis.window.seam", true),
    /// A duty whose trigger cannot occur.
    UNREACHABLE_DUTY("analysis.duty.unreachable", true),
    /// One text expressly allows what another that binds the same person forbids.
    SOFT_CONFLICT("analysis.conflict.soft", false),
    /// A case of which a text speaks, and says nothing, whatever is judged.
    GAP("analysis.gap", false),
    /// Cases that differ in a judgement alone and have different answers.
    JUDGEMENT_ONLY("analysis.judgement", false),
    /// One text is stricter in some case and the other in none.
    STRICTER("analysis.stricter", false),
    /// Two texts answer differently.
    DIFFERENCE("analysis.difference", false);

    private final String code;
    private final boolean defect;

    Kind(String code, boolean defect) {
        this.code = code;
        this.defect = defect;
    }

    /// The word in findings, waivers and JSON.
    public String code() {
        return code;
    }

    /// Whether something should be mended, or waived with a reason; otherwise it is worth knowing.
    public boolean defect() {
        return defect;
    }

    /// The kind with this code.
    public static Optional<Kind> of(String code) {
        for (Kind kind : values()) {
            if (kind.code.equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}

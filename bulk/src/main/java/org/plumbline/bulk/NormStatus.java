package org.plumbline.bulk;

import java.util.List;
import org.plumbline.core.norm.NormName;

/// How one norm stands toward every row of a class, before other norms set it aside or prevail.
///
/// @param keptOpenBy the facts that keep it open, none of them settled; empty unless it is open
public record NormStatus(NormName norm, Standing standing, List<String> keptOpenBy) {

    public NormStatus {
        keptOpenBy = List.copyOf(keptOpenBy);
    }

    /// Whether a norm applies, in Kleene's logic.
    public enum Standing {
        APPLIES,
        DOES_NOT,
        OPEN
    }
}

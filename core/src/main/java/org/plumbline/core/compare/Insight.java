package org.plumbline.core.compare;

import java.util.List;
import org.plumbline.core.norm.NormName;

/// Something that a query found, or could not find out.
///
/// @param editions the texts it is about, by id
/// @param norms the norms it is about; the first is the one to look at
/// @param says one sentence
/// @param story the case that shows it, replayed, as a short story; empty where nothing fits, or
///     where it was not found out
/// @param basis what "none" rests on: how many acts and kinds of day were looked at
/// @param mend what to do about it
/// @param determined whether it was found out; otherwise a limit was reached and it may be or not
public record Insight(
        Kind kind,
        List<String> editions,
        List<NormName> norms,
        String says,
        String story,
        String basis,
        String mend,
        boolean determined) {

    public Insight {
        editions = List.copyOf(editions);
        norms = List.copyOf(norms);
    }
}

package org.plumbline.ask;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What one question is about, in the six slots of the labelled questions.
///
/// @param profession a slot value such as `social_worker`, or `unspecified`
/// @param party who the act concerns, from the professional's side, or `unspecified`
/// @param act what is asked about; `other` where it was not understood
/// @param medium `in_person`, `electronic` or `unspecified`
/// @param timeSinceEnd an ISO period such as `P2Y`, where a length after the end is stated
/// @param jurisdictionOrCode the places and codes, as typed
public record Slots(
        String profession,
        String party,
        String act,
        String medium,
        Optional<String> timeSinceEnd,
        Optional<String> jurisdictionOrCode) {

    /// The value of a slot about which the text says nothing.
    public static final String UNSPECIFIED = "unspecified";

    /// The value of a slot whose words are outside the closed list.
    public static final String OTHER = "other";

    /// Nothing read.
    public static final Slots NONE =
            new Slots(
                    UNSPECIFIED,
                    UNSPECIFIED,
                    UNSPECIFIED,
                    UNSPECIFIED,
                    Optional.empty(),
                    Optional.empty());

    /// The slots under their names, in order; the last two may be null.
    public SequencedMap<String, @Nullable String> asMap() {
        SequencedMap<String, @Nullable String> map = new LinkedHashMap<>();
        map.put("profession", profession);
        map.put("party", party);
        map.put("act", act);
        map.put("medium", medium);
        map.put("time_since_end", timeSinceEnd.orElse(null));
        map.put("jurisdiction_or_code", jurisdictionOrCode.orElse(null));
        return map;
    }

    Slots withProfession(String other) {
        return new Slots(other, party, act, medium, timeSinceEnd, jurisdictionOrCode);
    }
}

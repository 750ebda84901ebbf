package org.plumbline.bench.neutral;

import java.util.Map;
import java.util.OptionalInt;

/// One row of the workload.
///
/// @param daysSince how many days ago the service ended; absent where it has not
/// @param facts what is known of the facts; one that is not there is unknown
public record NeutralCase(
        String profession,
        String act,
        String party,
        String medium,
        OptionalInt daysSince,
        Map<String, Boolean> facts) {

    public NeutralCase {
        facts = Map.copyOf(facts);
    }
}

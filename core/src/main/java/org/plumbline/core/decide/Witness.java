package org.plumbline.core.decide;

import java.util.List;
import java.util.Map;
import org.plumbline.core.scenario.Scenario;

/// A real case in which a claim is so: what has to be known of it and nothing else.
///
/// It was replayed: with everything else ordinary, plain truth under the whole texts says the same.
///
/// @param scenario the facts that are needed, with real dates
/// @param readings by edition, the readings of open points on which the claim rests
/// @param grounds by edition, the provisions that ground what it says in the replay, as cited
public record Witness(
        Scenario scenario,
        Map<String, Map<String, String>> readings,
        Map<String, List<String>> grounds) {
    public Witness {
        readings = Map.copyOf(readings);
        grounds = Map.copyOf(grounds);
    }

    /// The provisions of one edition that ground what it says.
    public List<String> groundsOf(String edition) {
        return grounds.getOrDefault(edition, List.of());
    }
}

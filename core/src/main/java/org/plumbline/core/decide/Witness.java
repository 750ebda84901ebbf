package org.plumbline.core.decide;

import java.util.Map;
import org.plumbline.core.scenario.Scenario;

/// A real case in which a claim is so: what has to be known of it and nothing else.
///
/// It was replayed: with everything else ordinary, plain truth under the whole texts says the same.
///
/// @param scenario the facts that are needed, with real dates
/// @param readings by edition, the readings of open points on which the claim rests
public record Witness(Scenario scenario, Map<String, Map<String, String>> readings) {
    public Witness {
        readings = Map.copyOf(readings);
    }
}

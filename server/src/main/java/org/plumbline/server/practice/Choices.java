package org.plumbline.server.practice;

import java.util.Optional;

/// What somebody wants to practise on. Each is empty where it does not matter.
///
/// @param profession a profession of the vocabulary
/// @param place a place of `places.yaml`
/// @param topic an act, or a family of acts
/// @param seed by which the order is drawn; the same seed gives the same exercises
public record Choices(
        Optional<String> profession, Optional<String> place, Optional<String> topic, long seed) {

    /// As the query of an address, without a `?`.
    public String query() {
        StringBuilder query = new StringBuilder("seed=").append(seed);
        profession.ifPresent(p -> query.append("&profession=").append(p));
        place.ifPresent(p -> query.append("&place=").append(p));
        topic.ifPresent(t -> query.append("&topic=").append(t));
        return query.toString();
    }
}

package org.plumbline.core.norm;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// A numbered piece of an edition: what it says in our words, how we know, and its norms.
///
/// @param id the number as printed
/// @param says a paraphrase; never the publisher's sentence
/// @param source where it was read
/// @param strength where it differs from the edition's
/// @param norms what it states under every reading
/// @param readings norms by reading, where the text bears more than one meaning
public record Provision(
        String id,
        String title,
        String says,
        String source,
        Verified verified,
        Optional<Strength> strength,
        List<Norm> norms,
        SequencedMap<String, List<Norm>> readings) {

    public Provision {
        norms = List.copyOf(norms);
    }

    /// Every norm, under whatever reading.
    public List<Norm> allNorms() {
        var all = new java.util.ArrayList<>(norms);
        readings.values().forEach(all::addAll);
        return all;
    }
}

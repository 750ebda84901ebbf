package org.plumbline.core.adequacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.norm.Provision;

/// Puts one norm in the place of another of the same name.
final class NormSwap {

    private NormSwap() {}

    static Edition in(Edition edition, Norm norm) {
        List<Provision> provisions =
                edition.provisions().stream()
                        .map(p -> p.id().equals(norm.name().provision()) ? in(p, norm) : p)
                        .toList();
        return new Edition(
                edition.id(),
                edition.body(),
                edition.title(),
                edition.inForce(),
                edition.level(),
                edition.encoded(),
                edition.binds(),
                edition.incorporates(),
                edition.overrides(),
                edition.practitioner(),
                edition.strength(),
                edition.reckoning(),
                edition.draft(),
                provisions);
    }

    private static Provision in(Provision provision, Norm norm) {
        SequencedMap<String, List<Norm>> readings = new LinkedHashMap<>();
        provision.readings().forEach((reading, norms) -> readings.put(reading, in(norms, norm)));
        return new Provision(
                provision.id(),
                provision.title(),
                provision.says(),
                provision.source(),
                provision.verified(),
                provision.strength(),
                in(provision.norms(), norm),
                readings);
    }

    private static List<Norm> in(List<Norm> norms, Norm norm) {
        return norms.stream().map(n -> n.name().equals(norm.name()) ? norm : n).toList();
    }
}

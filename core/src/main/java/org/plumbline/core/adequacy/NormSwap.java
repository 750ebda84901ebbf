package org.plumbline.core.adequacy;

import java.util.List;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Norm;

/// Puts one norm in the place of another of the same name.
final class NormSwap {

    private NormSwap() {}

    static Edition in(Edition edition, Norm norm) {
        return edition.withNorms(norm.name().provision(), norms -> in(norms, norm));
    }

    private static List<Norm> in(List<Norm> norms, Norm norm) {
        return norms.stream().map(n -> n.name().equals(norm.name()) ? norm : n).toList();
    }
}

package org.plumbline.core.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.plumbline.core.load.Finding;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.norm.NormName;
import org.plumbline.core.norm.Provision;

/// A provision states each of its norms once; the same norm in another provision is the text's own
/// repetition and stays.
final class NormStandsOnce implements Check {

    @Override
    public String code() {
        return "norm.twice";
    }

    @Override
    public Stream<Finding> findings(Bookshelf library) {
        return library.editions()
                .flatMap(e ->
                        e.provisions().stream().flatMap(p -> findings(library, e, p).stream()));
    }

    private List<Finding> findings(Bookshelf library, Edition edition, Provision provision) {
        List<Finding> all = new ArrayList<>();
        Map<Norm, NormName> first = new HashMap<>();
        for (Norm norm : provision.allNorms()) {
            NormName before = first.putIfAbsent(unnamed(edition, norm), norm.name());
            if (before != null) {
                all.add(
                        Finding.warning(
                                        code(),
                                        library.place(norm.name()),
                                        "the same norm a second time",
                                        "each norm once in a provision",
                                        "take one of the two away, or say how they differ")
                                .noting(
                                        "first at line %d"
                                                .formatted(library.place(before).line())));
            }
        }
        return all;
    }

    /// The norm without its own name and sentence, so that two that say the same are equal. Norms of
    /// two readings are never the same.
    private static Norm unnamed(Edition edition, Norm norm) {
        var name = new NormName(edition.id(), "", norm.name().reading(), "");
        return switch (norm) {
            case Norm.Directive n ->
                    new Norm.Directive(
                            name,
                            n.modality(),
                            n.acts(),
                            n.also(),
                            n.with(),
                            n.media(),
                            n.window(),
                            n.when(),
                            n.unless(),
                            n.butMay(),
                            n.duties(),
                            n.advisedDuties(),
                            n.weighing(),
                            n.burden(),
                            n.overrides(),
                            n.breach(),
                            "");
            case Norm.Definition n ->
                    new Norm.Definition(
                            name,
                            n.counted(),
                            n.as(),
                            n.acts(),
                            n.window(),
                            n.when(),
                            n.unless(),
                            "");
            case Norm.SetAside n ->
                    new Norm.SetAside(
                            name,
                            n.target(),
                            n.with(),
                            n.window(),
                            n.when(),
                            n.unless(),
                            n.burden(),
                            n.cites(),
                            "");
        };
    }
}

package org.plumbline.core.adequacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.VignetteFile.Vignette;
import org.plumbline.core.norm.Acts;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Incorporation;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.scenario.Known;

/// The cases that may notice a change to an edition: those that expect something of it, or of an
/// edition that borrows it, on an act that the changed norm speaks of.
final class CasesOfEdition {

    private final Library library;
    private final List<Vignette> all = new ArrayList<>();
    private final Map<String, List<Vignette>> byEdition = new HashMap<>();
    private final Map<String, Set<String>> speaking = new HashMap<>();

    CasesOfEdition(Library library, Collection<Vignette> vignettes) {
        this.library = library;
        vignettes.forEach(this::add);
    }

    /// One case more.
    void add(Vignette vignette) {
        all.add(vignette);
        for (String id : vignette.expect().keySet()) {
            byEdition.computeIfAbsent(id, _ -> new ArrayList<>()).add(vignette);
        }
    }

    /// Every case.
    List<Vignette> all() {
        return List.copyOf(all);
    }

    /// The cases that expect something of an edition itself.
    List<Vignette> expecting(Edition edition) {
        return byEdition.getOrDefault(edition.id(), List.of());
    }

    /// The cases to try on a mutant, each with what it expects of one edition alone; those that
    /// name the provision first.
    List<Vignette> likelyFirst(Mutant mutant) {
        List<Vignette> likely = new ArrayList<>();
        List<Vignette> others = new ArrayList<>();
        for (String id : speakingFor(mutant.edition().id())) {
            for (Vignette vignette : byEdition.getOrDefault(id, List.of())) {
                if (mayTouch(mutant.mutated(), vignette)) {
                    Node.Mapping expected = vignette.expect().get(id);
                    (names(expected, mutant.norm().provision()) ? likely : others)
                            .add(only(vignette, id));
                }
            }
        }
        likely.addAll(others);
        return likely;
    }

    /// The case with what it expects of one edition alone.
    private static Vignette only(Vignette vignette, String edition) {
        LinkedHashMap<String, Node.Mapping> expect = new LinkedHashMap<>();
        Node.Mapping expected = vignette.expect().get(edition);
        if (expected != null) {
            expect.put(edition, expected);
        }
        return new Vignette(
                vignette.id(),
                vignette.title(),
                vignette.scenario(),
                expect,
                Optional.empty(),
                vignette.because(),
                vignette.span());
    }

    private static boolean names(Node.@Nullable Mapping expected, String provision) {
        return expected != null
                && expected.get("provisions").filter(n -> mentions(n, provision)).isPresent();
    }

    private static boolean mentions(Node node, String provision) {
        return switch (node) {
            case Node.Scalar word ->
                    word.text().equals(provision) || word.text().endsWith(" " + provision);
            case Node.Sequence(var items, _) ->
                    items.stream().anyMatch(i -> mentions(i, provision));
            case Node.Mapping _ -> false;
        };
    }

    /// Whether the act of a case is, or may be, one that the norm speaks of.
    private static boolean mayTouch(Norm norm, Vignette vignette) {
        Optional<Acts> acts =
                switch (norm) {
                    case Norm.Directive directive -> Optional.of(directive.acts());
                    case Norm.Definition definition -> definition.acts();
                    case Norm.SetAside _ -> Optional.empty();
                };
        return acts.isEmpty()
                || acts.get().leaves().isEmpty()
                || !(vignette.scenario().known(0, "act") instanceof Known.Value(var possible))
                || possible.stream().anyMatch(acts.get().leaves()::contains);
    }

    /// The edition and every edition that makes it its own, by any chain.
    Set<String> speakingFor(String edition) {
        synchronized (speaking) {
            return speaking.computeIfAbsent(edition, this::borrowers);
        }
    }

    private Set<String> borrowers(String edition) {
        Set<String> all = new LinkedHashSet<>(Set.of(edition));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Edition other : library.editions()) {
                if (other.incorporates().stream().anyMatch(i -> borrows(i, all))) {
                    grew |= all.add(other.id());
                }
            }
        }
        return all;
    }

    private boolean borrows(Incorporation borrowed, Set<String> from) {
        return switch (borrowed.source()) {
            case Incorporation.Source.Frozen(var id) -> from.contains(id);
            case Incorporation.Source.Floating(var body) ->
                    library.editionsOf(body).stream().anyMatch(e -> from.contains(e.id()));
            case Incorporation.Source.OfLevel(var level) ->
                    library.editionsAt(level).stream().anyMatch(e -> from.contains(e.id()));
        };
    }
}

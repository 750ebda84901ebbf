package org.plumbline.core.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Decision.Answer;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.VignetteFile.Vignette;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Incorporation;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.norm.NormName;
import org.plumbline.core.norm.Provision;
import org.plumbline.core.scenario.Known;

/// Whether every norm decides something in some case.
///
/// A norm is decisive in a case if the answer would be another without it: the headline, the
/// provisions it rests on, what it waits on, the duties, what to weigh, the day a bar lifts and what follows, or the answer under
/// the burden of proof. A norm that is decisive nowhere could be wrong without anybody noticing.
public final class Coverage {

    private final Library library;
    private final Collection<Vignette> vignettes;
    private final Decider decider;
    private final Map<String, Optional<Aspects>> whole = new HashMap<>();

    private Coverage(Library library, Collection<Vignette> vignettes) {
        this.library = library;
        this.vignettes = vignettes;
        this.decider = new Decider(library);
    }

    /// What was found.
    ///
    /// @param norms how many norms there are, drafts left out
    /// @param decisive a case for each norm that decides one, by its id
    /// @param undecisive the norms that decide nothing, in the order of the files
    public record Report(
            int norms, SequencedMap<NormName, String> decisive, List<NormName> undecisive) {
        public Report {
            undecisive = List.copyOf(undecisive);
        }
    }

    /// Strikes each norm in turn from every edition that is no draft, and runs the cases that expect
    /// something of that edition, or of one that borrows it, until an answer changes.
    public static Report of(Library library, Collection<Vignette> vignettes) {
        var coverage = new Coverage(library, vignettes);
        SequencedMap<NormName, String> decisive = new LinkedHashMap<>();
        List<NormName> undecisive = new ArrayList<>();
        for (Edition edition : library.editions()) {
            if (!edition.draft()) {
                Set<String> speaking = coverage.speakingFor(edition);
                for (Norm norm : edition.norms()) {
                    coverage.decidedBy(edition, norm, speaking)
                            .ifPresentOrElse(
                                    id -> decisive.put(norm.name(), id),
                                    () -> undecisive.add(norm.name()));
                }
            }
        }
        return new Report(decisive.size() + undecisive.size(), decisive, undecisive);
    }

    /// A case for each norm of one provision that decides one of these cases, by its name.
    ///
    /// @param vignettes the cases to try; those that expect nothing of the edition, nor of one that
    ///     borrows it, are passed over
    public static SequencedMap<NormName, String> decisive(
            Library library, Collection<Vignette> vignettes, Edition edition, Provision provision) {
        var coverage = new Coverage(library, vignettes);
        Set<String> speaking = coverage.speakingFor(edition);
        SequencedMap<NormName, String> decisive = new LinkedHashMap<>();
        for (Norm norm : provision.allNorms()) {
            coverage.decidedBy(edition, norm, speaking)
                    .ifPresent(id -> decisive.put(norm.name(), id));
        }
        return decisive;
    }

    /// Whether a case expects an answer of an edition that rests on one of its provisions.
    public static boolean cites(Vignette vignette, Edition edition, Provision provision) {
        Node.Mapping expected = vignette.expect().get(edition.id());
        return expected != null
                && expected.get("provisions")
                        .map(node -> mentions(node, provision.id()))
                        .orElse(false);
    }

    // ── Which cases to try ──────────────────────────────────────────────────────────────────

    /// The edition and every edition that makes it its own, by any chain.
    private Set<String> speakingFor(Edition edition) {
        Set<String> speaking = new LinkedHashSet<>(Set.of(edition.id()));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Edition other : library.editions()) {
                if (other.incorporates().stream().anyMatch(i -> borrows(i, speaking))) {
                    grew |= speaking.add(other.id());
                }
            }
        }
        return speaking;
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

    private Optional<String> decidedBy(Edition edition, Norm norm, Set<String> speaking) {
        List<Vignette> likely = new ArrayList<>();
        List<Vignette> others = new ArrayList<>();
        for (Vignette vignette : vignettes) {
            if (vignette.expect().keySet().stream().anyMatch(speaking::contains)
                    && mayCover(norm, vignette)) {
                (names(vignette, norm, speaking) ? likely : others).add(vignette);
            }
        }
        likely.addAll(others);
        var without = new Decider(library.with(without(edition, norm.name())));
        for (Vignette vignette : likely) {
            for (String id : vignette.expect().keySet()) {
                if (speaking.contains(id)
                        && !whole(vignette, id).equals(aspects(without, vignette, id))) {
                    return Optional.of(vignette.id());
                }
            }
        }
        return Optional.empty();
    }

    /// Whether the case names the norm's provision, so that it will probably depend on it.
    private static boolean names(Vignette vignette, Norm norm, Set<String> speaking) {
        return vignette.expect().entrySet().stream()
                .filter(e -> speaking.contains(e.getKey()))
                .flatMap(e -> e.getValue().get("provisions").stream())
                .anyMatch(n -> mentions(n, norm.name().provision()));
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

    private static boolean mayCover(Norm norm, Vignette vignette) {
        Set<String> acts =
                switch (norm) {
                    case Norm.Directive directive -> directive.acts().leaves();
                    case Norm.Definition definition ->
                            definition.acts().map(a -> a.leaves()).orElse(Set.of());
                    case Norm.SetAside _ -> Set.of();
                };
        return acts.isEmpty()
                || !(vignette.scenario().known(0, "act") instanceof Known.Value(var possible))
                || possible.stream().anyMatch(acts::contains);
    }

    // ── One norm struck ─────────────────────────────────────────────────────────────────────

    private static Edition without(Edition edition, NormName name) {
        return edition.withNorms(name.provision(), norms -> rest(norms, name));
    }

    private static List<Norm> rest(List<Norm> norms, NormName name) {
        return norms.stream().filter(n -> !n.name().equals(name)).toList();
    }

    // ── What is compared ────────────────────────────────────────────────────────────────────

    /// What must change for a norm to count as decisive.
    private record Aspects(List<Object> parts) {
        static Aspects of(Answer answer) {
            Set<Object> duties = new HashSet<>();
            answer.duties().forEach(d -> duties.add(List.of(d.id(), d.must(), d.certain())));
            Set<Object> weighing = new HashSet<>();
            answer.weighing().forEach(w -> weighing.add(w.factor()));
            Set<Object> missing = new HashSet<>();
            answer.missing().forEach(m -> missing.add(m.fact()));
            Set<Object> provisions = new HashSet<>();
            answer.provisions().forEach(g -> provisions.add(g.cite()));
            return new Aspects(
                    List.of(
                            answer.headlines(),
                            provisions,
                            duties,
                            weighing,
                            missing,
                            answer.lifts(),
                            answer.then(),
                            answer.underBurden()));
        }
    }

    private Optional<Aspects> whole(Vignette vignette, String edition) {
        return whole.computeIfAbsent(
                vignette.id() + " " + edition, _ -> aspects(decider, vignette, edition));
    }

    /// The answer to a case under one edition; empty if nobody fits the case.
    private static Optional<Aspects> aspects(Decider decider, Vignette vignette, String edition) {
        List<Edition> one = decider.library().edition(edition).stream().toList();
        try {
            return decider.decide(vignette.scenario(), one).answers().stream()
                    .findFirst()
                    .map(Aspects::of);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}

package org.plumbline.core.adequacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.plumbline.core.check.Expectations;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.VignetteFile.Vignette;
import org.plumbline.core.norm.Acts;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Incorporation;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.scenario.Known;

/// How many mutants the cases catch.
///
/// A mutant is caught when some case that comes out under the library does not come out under the
/// mutant: precisely what a person who runs the cases would see. Only the expectations on the changed
/// edition, and on editions that borrow it, are looked at.
public final class MutationScore {

    private final Library library;
    private final Map<String, List<Vignette>> byEdition = new HashMap<>();
    private final Map<String, Set<String>> speaking = new HashMap<>();

    public MutationScore(Library library, Collection<Vignette> vignettes) {
        this.library = library;
        for (Vignette vignette : vignettes) {
            for (String id : vignette.expect().keySet()) {
                byEdition.computeIfAbsent(id, _ -> new ArrayList<>()).add(vignette);
            }
        }
    }

    /// What became of one mutant.
    ///
    /// @param by the case that caught it; empty for a survivor
    /// @param tried how many cases were run on it
    public record Fate(Mutant mutant, Optional<String> by, int tried) {

        /// Whether some case caught it.
        public boolean caught() {
            return by.isPresent();
        }
    }

    /// The fates of all mutants, in the order of the files.
    public record Report(List<Fate> fates) {
        public Report {
            fates = List.copyOf(fates);
        }

        /// How many were caught.
        public long caught() {
            return fates.stream().filter(Fate::caught).count();
        }

        /// Those that no case caught.
        public List<Fate> survivors() {
            return fates.stream().filter(f -> !f.caught()).toList();
        }

        /// Caught and all, by operator.
        public Map<Operator, int[]> byOperator() {
            Map<Operator, int[]> counts = new EnumMap<>(Operator.class);
            for (Fate fate : fates) {
                int[] of = counts.computeIfAbsent(fate.mutant().operator(), _ -> new int[2]);
                of[0] += fate.caught() ? 1 : 0;
                of[1]++;
            }
            return counts;
        }
    }

    /// Runs every mutant of every edition that is no draft.
    ///
    /// @param editions which editions to change
    /// @param sample which of the mutants to run
    public Report of(Predicate<Edition> editions, Predicate<Mutant> sample) {
        List<Mutant> mutants = new ArrayList<>();
        for (Edition edition : library.editions()) {
            if (!edition.draft() && editions.test(edition)) {
                Mutants.of(library, edition).stream().filter(sample).forEach(mutants::add);
            }
        }
        mutants.forEach(m -> speakingFor(m.edition().id()));
        return new Report(mutants.parallelStream().map(this::fate).toList());
    }

    /// Tries the cases on one mutant until one catches it.
    public Fate fate(Mutant mutant) {
        var expectations = new Expectations(new Decider(library.with(mutant.edition())));
        int tried = 0;
        for (Vignette vignette : likelyFirst(mutant)) {
            tried++;
            if (!expectations.findings(vignette).isEmpty()) {
                return new Fate(mutant, Optional.of(vignette.id()), tried);
            }
        }
        return new Fate(mutant, Optional.empty(), tried);
    }

    // ── Which cases to try ──────────────────────────────────────────────────────────────────

    private List<Vignette> likelyFirst(Mutant mutant) {
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

    private static boolean names(Node.@org.jspecify.annotations.Nullable Mapping expected, String provision) {
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
    private Set<String> speakingFor(String edition) {
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

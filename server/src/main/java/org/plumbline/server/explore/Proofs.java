package org.plumbline.server.explore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.answer.CaseJson;
import org.plumbline.answer.Shelf;
import org.plumbline.core.check.Coverage;
import org.plumbline.core.explain.ScenarioSentence;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.VignetteFile;
import org.plumbline.core.load.VignetteFile.Vignette;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.norm.NormName;
import org.plumbline.core.norm.Provision;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.server.desk.Desk;
import org.plumbline.server.page.CaseAddress;
import org.springframework.stereotype.Component;

/// Which cases of the library prove which norm, worked out when a provision is first looked at and
/// remembered: a case proves a norm if its answer would be another without it.
///
/// Of the case files only those are read that speak of the edition; what is kept of them is a few
/// sentences for each provision that somebody looked at.
@Component
public class Proofs {

    /// A case that a norm decides, or that rests on its provision.
    ///
    /// @param id its id under `codes/cases`
    /// @param title one line; empty where nobody wrote one
    /// @param story the case in a sentence or two
    /// @param because why its answer is as it is
    /// @param norms ids of the norms of the provision without which its answer would be another
    /// @param address the page with its answer; empty where its facts fit into no address
    public record Proof(
            String id,
            String title,
            String story,
            String because,
            List<String> norms,
            Optional<String> address) {
        public Proof {
            norms = List.copyOf(norms);
        }
    }

    private static final int SHOWN = 12;
    private static final int KEPT = 2_000;

    private final Desk desk;
    private final Path codes = Shelf.here().codes();
    private final Map<String, List<Proof>> known = new ConcurrentHashMap<>();

    public Proofs(Desk desk) {
        this.desk = desk;
    }

    /// The cases that prove the norms of a provision, at most a dozen; those that decide first.
    public List<Proof> of(Edition edition, Provision provision) {
        if (provision.allNorms().isEmpty()) {
            return List.of();
        }
        if (known.size() > KEPT) {
            known.clear();
        }
        return known.computeIfAbsent(
                edition.id() + " " + provision.id(), _ -> found(edition, provision));
    }

    private List<Proof> found(Edition edition, Provision provision) {
        Library library = desk.library();
        List<Vignette> vignettes = vignettes(library, edition);
        var decisive = Coverage.decisive(library, vignettes, edition, provision).values();
        return vignettes.stream()
                .filter(v -> decisive.contains(v.id()) || Coverage.cites(v, edition, provision))
                .sorted(
                        Comparator.comparing((Vignette v) -> !decisive.contains(v.id()))
                                .thenComparing(Proofs::generated))
                .limit(SHOWN)
                .map(v -> proof(library, v, decided(library, edition, provision, v)))
                .toList();
    }

    /// The norms of a provision without which the answer to one case would be another.
    private static List<String> decided(
            Library library, Edition edition, Provision provision, Vignette vignette) {
        return Coverage.decisive(library, List.of(vignette), edition, provision).keySet().stream()
                .map(NormName::id)
                .toList();
    }

    private static Proof proof(Library library, Vignette vignette, List<String> norms) {
        return new Proof(
                vignette.id(),
                generated(vignette) ? "" : vignette.title(),
                new ScenarioSentence(library.vocabulary()).of(vignette.scenario()),
                vignette.because(),
                norms,
                address(vignette.scenario()));
    }

    /// Whether nobody derived its answer: it stands among those that the program wrote.
    private static boolean generated(Vignette vignette) {
        return vignette.title().startsWith("Generated");
    }

    /// The page with the answer to a scenario, if it concerns one person in one relationship.
    public static Optional<String> address(Scenario scenario) {
        if (scenario.links().size() != 1 || scenario.links().getFirst().party().isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        CaseJson.of(scenario)
                .forEach((key, value) -> {
                    @Nullable Object kept = without(value, scenario.assumed());
                    if (kept != null) {
                        facts.put(key, kept);
                    }
                });
        if (!scenario.assumed().isEmpty()) {
            facts.put("rest", "ordinary");
        }
        return Optional.of("/answer?" + CaseAddress.of(facts));
    }

    private static @Nullable Object without(@Nullable Object value, Set<String> assumed) {
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        Map<Object, Object> kept = new LinkedHashMap<>();
        map.forEach((key, inner) -> {
            if (!assumed.contains(String.valueOf(key)) && inner != null) {
                kept.put(key, inner);
            }
        });
        return kept;
    }

    private List<Vignette> vignettes(Library library, Edition edition) {
        return VignetteFile.files(codes).stream()
                .filter(path -> speaksOf(path, edition))
                .flatMap(path ->
                        VignetteFile.read(library, path, path.getFileName().toString())
                                        instanceof Loaded.Sound<List<Vignette>>(var some, _)
                                ? some.stream()
                                : java.util.stream.Stream.empty())
                .collect(Collectors.toList());
    }

    private static boolean speaksOf(Path path, Edition edition) {
        try {
            return Files.readString(path).contains(edition.id() + ":");
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read a case file", problem);
        }
    }

    /// The norms of a provision that no case was found to prove.
    static List<Norm> unproved(Provision provision, List<Proof> proofs) {
        Set<String> proved =
                proofs.stream().flatMap(p -> p.norms().stream()).collect(Collectors.toSet());
        return provision.allNorms().stream().filter(n -> !proved.contains(n.name().id())).toList();
    }
}

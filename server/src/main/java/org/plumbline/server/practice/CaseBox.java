package org.plumbline.server.practice;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.answer.Shelf;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.VignetteFile;
import org.plumbline.core.load.VignetteFile.Vignette;
import org.plumbline.core.norm.Body;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.server.desk.Desk;
import org.springframework.stereotype.Component;

/// The cases of the library that somebody wrote, read when they are first asked for. Cases that were
/// generated keep the evaluator from changing unseen; nobody's story is in them, so they stay out.
@Component
public class CaseBox {

    private static final String GENERATED = "generated";

    /// A case, read under one text.
    public record Story(Vignette vignette, Edition edition) {}

    private final Library library;
    private @Nullable Map<String, Vignette> cases;
    private @Nullable List<Story> all;

    public CaseBox(Desk desk) {
        this.library = desk.library();
    }

    /// Every case by its id, in the order of the files.
    public synchronized Map<String, Vignette> cases() {
        Map<String, Vignette> known = cases;
        if (known == null) {
            known = read();
            cases = known;
        }
        return known;
    }

    private Map<String, Vignette> read() {
        Path folder = Shelf.here().codes();
        Map<String, Vignette> all = new LinkedHashMap<>();
        for (Path file : VignetteFile.files(folder)) {
            if (file.getParent() != null && file.getParent().endsWith(GENERATED)) {
                continue;
            }
            if (VignetteFile.read(library, file, file.toString())
                    instanceof Loaded.Sound<List<Vignette>>(var some, _)) {
                some.forEach(v -> all.put(v.id(), v));
            }
        }
        return all;
    }

    /// Every case under every text that it is proven for.
    public synchronized List<Story> all() {
        List<Story> known = all;
        if (known == null) {
            known =
                    List.copyOf(
                            stories(
                                    new Choices(
                                            Optional.empty(),
                                            Optional.empty(),
                                            Optional.empty(),
                                            1)));
            all = known;
        }
        return known;
    }

    /// The cases that fit what was chosen, each under every text that it is proven for.
    public List<Story> stories(Choices choices) {
        List<Story> all = new ArrayList<>();
        for (Vignette vignette : cases().values()) {
            if (choices.topic().isPresent()
                    && acts(vignette).stream()
                            .noneMatch(
                                    library.vocabulary().actLeaves(choices.topic().get())
                                            ::contains)) {
                continue;
            }
            for (String id : vignette.expect().keySet()) {
                library.edition(id)
                        .filter(e -> !e.draft() && !e.level().equals(Edition.EMPLOYER_POLICY))
                        .filter(e -> fits(e, choices))
                        .ifPresent(e -> all.add(new Story(vignette, e)));
            }
        }
        return all;
    }

    /// The acts that a case may be about.
    public static Set<String> acts(Vignette vignette) {
        return vignette.scenario().known(0, "act") instanceof Known.Value(var acts)
                ? acts
                : Set.of();
    }

    private boolean fits(Edition edition, Choices choices) {
        return choices.profession().map(p -> professions(edition).contains(p)).orElse(true)
                && choices.place().map(p -> holdsIn(edition, p)).orElse(true);
    }

    /// Whom a text speaks to: the professions its board regulates, those it leads for, and the one
    /// that its own sentences name.
    Set<String> professions(Edition edition) {
        Optional<Body> body = Optional.ofNullable(library.bodies().get(edition.body()));
        Set<String> all =
                body.map(b -> b.professions().stream().collect(Collectors.toSet()))
                        .orElseGet(java.util.HashSet::new);
        library.vocabulary()
                .leading()
                .forEach((profession, editions) -> {
                    if (editions.stream()
                            .flatMap(id -> library.edition(id).stream())
                            .anyMatch(e -> e.body().equals(edition.body()))) {
                        all.add(profession);
                    }
                });
        if (library.vocabulary().fact("profession").orElseThrow() instanceof Fact.Worded worded) {
            worded.values().stream()
                    .filter(p -> edition.practitioner().endsWith(" " + p.replace('-', ' ')))
                    .forEach(all::add);
        }
        return all;
    }

    /// Whether a text holds in a place: it was issued for it, for what it lies in, or for part of it.
    boolean holdsIn(Edition edition, String place) {
        Body body = library.bodies().get(edition.body());
        if (body == null) {
            return false;
        }
        String of = body.place().orElse(body.country());
        return of.equals(place) || of.startsWith(place + "-") || place.startsWith(of + "-");
    }
}

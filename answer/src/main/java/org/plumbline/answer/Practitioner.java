package org.plumbline.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.ScenarioReader;
import org.plumbline.core.norm.Body;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

/// What was said of the practitioner beside the question: where, and who binds.
///
/// @param place an id of `places.yaml` in any case, as `US-OH`; empty where it was not said
/// @param members ids of bodies in any case
public record Practitioner(Optional<String> place, List<String> members) {

    /// Somebody of whom nothing is known.
    public static final Practitioner UNKNOWN = new Practitioner(Optional.empty(), List.of());

    /// What the library does not know of it, as a sentence without its first capital; empty where it
    /// knows all.
    public Optional<String> unknown(Library library) {
        if (place.isPresent() && !library.places().containsKey(lower(place.get()))) {
            return Optional.of(
                    "no place `%s`; write a country or a part of one, as US-OH or GB"
                            .formatted(place.get()));
        }
        return members.stream()
                .filter(member -> body(library, member).isEmpty())
                .findFirst()
                .map("no body `%s`; `plumbline codes` lists the texts"::formatted);
    }

    /// The scenario of what was read, with what this adds; who is bound stays open where it was not
    /// said.
    ///
    /// @throws IllegalStateException if the reader of words wrote a scenario that cannot be
    public Scenario scenario(Library library, Map<String, Object> read, Known.Range on) {
        Loaded<Scenario> scenario =
                ScenarioReader.read(
                        library,
                        Nodes.of(with(library, read), "the question"),
                        new ScenarioReader.Defaults(on, false));
        return switch (scenario) {
            case Loaded.Unsound<Scenario>(var findings) ->
                    throw new IllegalStateException(
                            "a question was read into a scenario that cannot be: "
                                    + findings.getFirst().found());
            case Loaded.Sound<Scenario>(var sound, _) -> sound;
        };
    }

    /// The facts read, in the form of a case file, with the practitioner as this says.
    public Map<String, Object> with(Library library, Map<String, Object> read) {
        Map<String, Object> facts = new LinkedHashMap<>(read);
        Map<String, Object> practitioner = new LinkedHashMap<>();
        if (read.get("practitioner") instanceof Map<?, ?> known) {
            known.forEach((key, value) -> practitioner.put(String.valueOf(key), value));
        }
        place.ifPresent(p -> practitioner.put("jurisdiction", lower(p)));
        Map<String, List<String>> byFact = new LinkedHashMap<>();
        for (String member : members) {
            Body body = body(library, member).orElseThrow();
            String fact =
                    switch (body.kind()) {
                        case "employer" -> "employer";
                        case "association" -> "membership";
                        default -> "licence";
                    };
            byFact.computeIfAbsent(fact, _ -> new ArrayList<>()).add(body.id());
        }
        practitioner.putAll(byFact);
        facts.put("practitioner", practitioner);
        return facts;
    }

    private static Optional<Body> body(Library library, String id) {
        return Optional.ofNullable(library.bodies().get(lower(id)));
    }

    private static String lower(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}

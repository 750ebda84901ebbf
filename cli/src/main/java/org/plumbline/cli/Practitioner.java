package org.plumbline.cli;

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

/// What the options of a command say of the practitioner, beside what was read from words.
///
/// @param command the command, which takes `--as`, `--in` and `--member`
record Practitioner(Command command) {

    /// Describes the options to a command.
    static void options(Command command) {
        command.option("--as", "WHO", "Who asks: practitioner or client.");
        command.option("--on", "DATE", "The day of the act (default: today).");
        command.option("--in", "PLACE", "Where the practice is: US-OH, GB, CA-ON …");
        command.options("--member", "BODY", "A body the practitioner belongs to: nasw, aca …");
    }

    /// Refuses what the library does not know.
    void check(Library library) {
        command.value("--as")
                .filter(who -> !who.equals("practitioner") && !who.equals("client"))
                .ifPresent(who -> {
                    throw command.usage("--as takes practitioner or client, not `" + who + "`");
                });
        place().filter(place -> !library.places().containsKey(place))
                .ifPresent(place -> {
                    throw command.usage(
                            "no place `%s`; write a country or a part of one, as US-OH or GB"
                                    .formatted(command.value("--in").orElse(place)));
                });
        for (String member : command.values("--member")) {
            if (body(library, member).isEmpty()) {
                throw command.usage(
                        "no body `%s`; `plumbline codes` lists the texts".formatted(member));
            }
        }
    }

    private Optional<String> place() {
        return command.value("--in").map(p -> p.toLowerCase(Locale.ROOT));
    }

    private static Optional<Body> body(Library library, String id) {
        return Optional.ofNullable(library.bodies().get(id.toLowerCase(Locale.ROOT)));
    }

    /// The scenario of what was read, with what the options add; who is bound stays open where it was
    /// not said.
    ///
    /// @throws IllegalStateException if the reader of words wrote a scenario that cannot be
    Scenario scenario(Library library, Map<String, Object> read, Known.Range on) {
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

    private Map<String, Object> with(Library library, Map<String, Object> read) {
        Map<String, Object> facts = new LinkedHashMap<>(read);
        Map<String, Object> practitioner = new LinkedHashMap<>();
        if (read.get("practitioner") instanceof Map<?, ?> known) {
            known.forEach((key, value) -> practitioner.put(String.valueOf(key), value));
        }
        place().ifPresent(place -> practitioner.put("jurisdiction", place));
        Map<String, List<String>> byFact = new LinkedHashMap<>();
        for (String member : command.values("--member")) {
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
}

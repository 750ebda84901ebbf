package org.plumbline.ask;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.plumbline.ask.Lexicon.Act;
import org.plumbline.ask.Lexicon.Authority;
import org.plumbline.ask.Lexicon.FactSign;
import org.plumbline.ask.PartyReader.Party;
import org.plumbline.ask.PatternSet.Hit;

/// Writes what was read in the form of `scenario:` in the case files: only what was read.
final class ScenarioWriter {
    private final Lexicon lexicon;
    private final LocalDate asOf;
    private final List<Authority> authorities;
    private final List<Hit<FactSign>> facts;

    ScenarioWriter(
            Lexicon lexicon,
            LocalDate asOf,
            List<Authority> authorities,
            List<Hit<FactSign>> facts) {
        this.lexicon = lexicon;
        this.asOf = asOf;
        this.authorities = authorities;
        this.facts = facts;
    }

    /// The scenario, unless the act is none that a scenario can hold.
    Optional<SequencedMap<String, Object>> scenario(
            Optional<String> profession,
            Party party,
            Optional<Act> act,
            String medium,
            Optional<String> serviceEnded) {
        if (act.isPresent() && act.get().scenario() == null) {
            return Optional.empty();
        }
        SequencedMap<String, Object> scenario = new LinkedHashMap<>();
        Map<String, Object> practitioner = practitioner(profession);
        if (!practitioner.isEmpty()) {
            scenario.put("practitioner", practitioner);
        }
        act.map(Act::scenario).ifPresent(value -> scenario.put("act", value));
        party(party).ifPresent(value -> scenario.put("party", value));
        scenario.put("date", asOf.toString());
        Map<String, Object> read =
                facts(medium, serviceEnded.filter(_ -> party.former()), act, party);
        if (!read.isEmpty()) {
            scenario.put("facts", read);
        }
        scenario.put("rest", "ordinary");
        return Optional.of(scenario);
    }

    private Map<String, Object> practitioner(Optional<String> profession) {
        Map<String, Object> practitioner = new LinkedHashMap<>();
        profession.ifPresent(id -> {
            Object value = lexicon.profession(id).scenario();
            if (!Slots.OTHER.equals(value)) {
                practitioner.put("profession", value);
            }
        });
        put(practitioner, "membership", authorities.stream().map(Authority::membership).toList());
        put(
                practitioner,
                "jurisdiction",
                authorities.stream().map(Authority::jurisdiction).toList());
        return practitioner;
    }

    private static void put(Map<String, Object> into, String key, List<Optional<String>> values) {
        List<String> known = new ArrayList<>();
        values.forEach(v -> v.filter(id -> !known.contains(id)).ifPresent(known::add));
        if (known.size() == 1) {
            into.put(key, known.getFirst());
        } else if (!known.isEmpty()) {
            into.put(key, List.copyOf(known));
        }
    }

    private static Optional<Object> party(Party party) {
        return switch (party.slot()) {
            case Slots.UNSPECIFIED, Slots.OTHER -> Optional.empty();
            case PartyReader.LINKED -> Optional.of("current-client");
            case "client_partner", "client_family", "client_friend" ->
                    Optional.of((party.former() ? "former-" : "") + party.slot().replace('_', '-'));
            case "supervisee", "student" ->
                    Optional.of((party.former() ? "former-" : "") + party.slot());
            default -> Optional.of(party.slot().replace('_', '-'));
        };
    }

    private Map<String, Object> facts(
            String medium, Optional<String> serviceEnded, Optional<Act> act, Party party) {
        SequencedMap<String, Object> read = new LinkedHashMap<>();
        serviceEnded.ifPresent(day -> read.put("service-ended", day));
        if (medium.equals("electronic")) {
            read.put("medium", Map.of("possibly", List.of("electronic")));
        } else if (medium.equals("in_person")) {
            read.put("medium", "in-person");
        }
        for (String fact : new TreeSet<>(facts.stream().map(h -> h.value().fact()).toList())) {
            List<Object> values =
                    facts.stream()
                            .filter(h -> h.value().fact().equals(fact))
                            .map(h -> h.value().value())
                            .distinct()
                            .toList();
            // Two words that say different things say nothing certain.
            if (values.size() == 1 && applies(fact, act, party)) {
                read.put(fact, values.getFirst());
            }
        }
        return read;
    }

    /// Whether a fact can be so at all: only gifts are tokens of thanks, and only what has ended
    /// can have been ended for a purpose.
    private static boolean applies(String fact, Optional<Act> act, Party party) {
        return switch (fact) {
            case "gift-form", "gift-frequency", "token-of-thanks", "substantial" ->
                    act.filter(a -> a.slot().startsWith("gift")).isPresent();
            case "touch-nature" ->
                    act.filter(a -> a.slot().equals("hug") || a.slot().equals("physical_contact"))
                            .isPresent();
            case "ended-in-order-to", "service-ended" -> party.former();
            default -> true;
        };
    }
}

package org.plumbline.bench;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Party;

/// An invented caseload: what the records of an agency would hold of its relationships.
///
/// A few bodies, acts and people make up most of it. Of four in five relationships the day of the
/// last contact is known, of the rest the month or nothing; judgements are known of one in three.
/// Circumstances are taken as ordinary. The same seed gives the same rows.
final class Caseload {

    private static final List<String> MEMBERSHIPS =
            List.of("nasw", "nasw", "nasw", "aca", "aca", "apa", "aamft", "bacp");
    private static final List<String> PLACES =
            List.of("us-oh", "us-fl", "us-ca", "us-tx", "gb-eng");
    private static final List<String> PARTIES =
            List.of(
                    "former-client",
                    "former-client",
                    "former-client",
                    "current-client",
                    "current-client",
                    "client-partner",
                    "former-client-family",
                    "supervisee");
    private static final List<String> ACTS =
            List.of(
                    "friendship",
                    "sexual-contact",
                    "social-media-connection",
                    "business-venture",
                    "gift-receive",
                    "barter",
                    "employment",
                    "hug");
    private static final List<String> JUDGEMENTS =
            List.of("harm-risk", "exploitation-risk", "benefits-client", "objectivity-impaired");
    private static final List<String> SAFEGUARDS = List.of("documented", "consulted");

    private final Library library;
    private final LocalDate day;
    private final Map<String, Known> ordinary = new HashMap<>();

    Caseload(Library library, LocalDate day) {
        this.library = library;
        this.day = day;
        for (Fact fact : library.vocabulary().facts().values()) {
            switch (fact) {
                case Fact.YesNo yesNo when yesNo.sort() == Fact.Sort.CIRCUMSTANCE ->
                        ordinary.put(fact.id(), new Known.Value(Set.of("false")));
                case Fact.OneOf one ->
                        one.ordinary()
                                .ifPresent(
                                        o -> ordinary.put(fact.id(), new Known.Value(Set.of(o))));
                case Fact.SomeOf some when some.ordinarilyNone() ->
                        ordinary.put(fact.id(), new Known.Sets(List.of(Set.of())));
                default -> {}
            }
        }
        for (String held :
                List.of("profession", "membership", "licence", "jurisdiction", "employer")) {
            ordinary.put(held, new Known.Sets(List.of(Set.of())));
        }
    }

    private static <T> T any(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /// The row of a number.
    Scenario row(long number) {
        var random = new Random(number * 0x9E3779B97F4A7C15L);
        Map<String, Known> known = new HashMap<>(ordinary);
        known.put("membership", new Known.Sets(List.of(Set.of(any(random, MEMBERSHIPS)))));
        if (random.nextInt(3) == 0) {
            known.put("jurisdiction", new Known.Sets(List.of(Set.of(any(random, PLACES)))));
        }
        known.put("act", new Known.Value(Set.of(any(random, ACTS))));
        Party party = library.vocabulary().parties().get(any(random, PARTIES));
        if (party == null) {
            throw new IllegalStateException("a party left the vocabulary");
        }
        known.put("role", new Known.Value(party.roles()));
        known.put("stage", new Known.Value(party.stages()));
        known.put("tie", new Known.Value(party.ties()));
        if (party.stages().contains("former")) {
            LocalDate last = day.minusDays((long) (-1100 * Math.log(1 - random.nextDouble())));
            Known.Range days =
                    switch (random.nextInt(10)) {
                        case 0 -> new Known.Range(last.withDayOfMonth(1), last.withDayOfMonth(28));
                        default -> Known.Range.of(last);
                    };
            if (random.nextInt(10) > 0) {
                known.put("last-professional-contact", new Known.Days(List.of(days), false));
                known.put("service-ended", new Known.Days(List.of(days), false));
            }
        }
        for (String judgement : JUDGEMENTS) {
            if (random.nextInt(3) == 0) {
                known.put(judgement, new Known.Value(Set.of(String.valueOf(random.nextBoolean()))));
            }
        }
        for (String safeguard : SAFEGUARDS) {
            known.put(safeguard, new Known.Value(Set.of(String.valueOf(random.nextBoolean()))));
        }
        Set<String> assumed = new HashSet<>(ordinary.keySet());
        assumed.removeAll(
                List.of("profession", "membership", "licence", "jurisdiction", "employer"));
        return new Scenario(
                Known.Range.of(day),
                known,
                List.of(new Scenario.Link("", Map.of())),
                assumed,
                Set.of());
    }
}

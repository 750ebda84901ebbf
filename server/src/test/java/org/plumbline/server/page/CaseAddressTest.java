package org.plumbline.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plumbline.answer.Shelf;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Vocabulary;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

final class CaseAddressTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final Library LIBRARY =
            ((Loaded.Sound<Shelf.Open>) Shelf.here().open()).value().library();

    private static MultiValueMap<String, String> query(String query) {
        return UriComponentsBuilder.fromUriString("/answer?" + query).build(true).getQueryParams();
    }

    private static Map<String, Object> facts(String query) {
        return CaseAddress.read(query(query));
    }

    @Test
    void anAddressReadsAsACaseFileAndBackAgain() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("act", "friendship");
        facts.put("party", "former-client");
        facts.put(
                "practitioner", Map.of("membership", List.of("nasw", "aca"), "licence", List.of()));
        facts.put(
                "facts",
                Map.of(
                        "service-ended",
                        Map.of("possibly", List.of("2023-03", "2023-05-02", "never")),
                        "harm-risk",
                        "unknown",
                        "unavoidable",
                        false));
        facts.put("date", "2026-06");
        facts.put("rest", "ordinary");

        String query = CaseAddress.of(facts);

        assertThat(query)
                .isEqualTo(
                        "act=friendship&party=former-client&licence=-&membership=nasw.aca"
                                + "&harm-risk=unknown&service-ended=2023-03~2023-05-02~never"
                                + "&unavoidable=false&date=2026-06&rest=ordinary");
        assertThat(facts(query)).isEqualTo(facts);
    }

    @Test
    void aFormSendsAParameterMoreThanOnceAndBlanksSayNothing() {
        assertThat(facts("membership=aca&membership=apa&act=&_csrf=x&_as=client&harm-risk=true"))
                .isEqualTo(
                        Map.of(
                                "practitioner",
                                Map.of("membership", List.of("aca", "apa")),
                                "facts",
                                Map.of("harm-risk", true)));
    }

    @Test
    void linksOfOnePersonKeepTheirFacts() {
        Map<String, Object> facts =
                facts(
                        "act=friendship&1.party=former-client&1.service-ended=2020&2.party=colleague");

        assertThat(facts.get("links"))
                .isEqualTo(
                        List.of(
                                Map.of(
                                        "party",
                                        "former-client",
                                        "facts",
                                        Map.of("service-ended", "2020")),
                                Map.of("party", "colleague")));
        assertThat(facts(CaseAddress.of(facts))).isEqualTo(facts);
    }

    /// Whatever the vocabulary can say comes back as the same scenario.
    @Test
    void everyCaseThatTheVocabularyCanSayComesBackTheSame() {
        Random random = new Random(20260601);
        int sound = 0;
        for (int i = 0; i < 2_000; i++) {
            Map<String, Object> facts = anyCase(random);
            String query = CaseAddress.of(facts);
            Loaded<Scenario> before = CaseAddress.scenario(LIBRARY, facts, TODAY);
            Loaded<Scenario> after = CaseAddress.scenario(LIBRARY, facts(query), TODAY);
            if (before instanceof Loaded.Sound<Scenario>(var one, _)) {
                sound++;
                assertThat(after).as(query).isInstanceOf(Loaded.Sound.class);
                assertThat(((Loaded.Sound<Scenario>) after).value()).as(query).isEqualTo(one);
            } else {
                assertThat(after).as(query).isInstanceOf(Loaded.Unsound.class);
            }
            assertThat(CaseAddress.of(facts(query))).isEqualTo(query);
            assertThat(query).matches("[A-Za-z0-9._~:=&*-]*");
        }
        assertThat(sound).isGreaterThan(1_000);
    }

    @Test
    void whatTheVocabularyDoesNotKnowIsAFinding() {
        for (String query :
                List.of(
                        "act=flying",
                        "act=friendship&party=martian",
                        "act=friendship&service-ended=2023-02-30",
                        "act=friendship&service-ended=2025..2024",
                        "act=friendship&service-ended=..",
                        "act=friendship~&party=former-client",
                        "act=friendship&gift-value=usd:lots",
                        "act=friendship&gift-value=:",
                        "act=a.b",
                        "colour=red",
                        "rest=peaceful",
                        "date=yesterday",
                        "1.harm-risk=true",
                        "party=former-client&1.party=colleague",
                        "999.party=.",
                        "membership=~~~",
                        "links=x",
                        "practitioner=x",
                        "facts=x",
                        "act=%3Cscript%3E",
                        "harm-risk=true.false")) {
            Loaded<Scenario> read = CaseAddress.scenario(LIBRARY, facts(query), TODAY);
            assertThat(read).as(query).isInstanceOf(Loaded.Unsound.class);
            assertThat(read.allFindings()).as(query).isNotEmpty();
            for (Finding finding : read.allFindings()) {
                assertThat(finding.found()).as(query).isNotBlank();
            }
        }
    }

    private static Map<String, Object> anyCase(Random random) {
        Vocabulary vocabulary = LIBRARY.vocabulary();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("act", anyValue(vocabulary.oneOf("act"), random));
        List<String> parties = List.copyOf(vocabulary.parties().keySet());
        if (random.nextInt(4) > 0) {
            facts.put("party", any(parties, random));
        } else if (random.nextBoolean()) {
            facts.put(
                    "party",
                    Map.of("possibly", List.of(any(parties, random), any(parties, random))));
        } else {
            facts.put(
                    "links",
                    List.of(
                            Map.of(
                                    "party",
                                    any(parties, random),
                                    "facts",
                                    Map.of("service-ended", "2021-04")),
                            Map.of("party", any(parties, random))));
        }
        Map<String, Object> practitioner = new LinkedHashMap<>();
        Map<String, Object> rest = new LinkedHashMap<>();
        List<Fact> all = List.copyOf(vocabulary.facts().values());
        for (int i = random.nextInt(6); i > 0; i--) {
            Fact fact = any(all, random);
            if (Vocabulary.PRACTITIONER.contains(fact.id())) {
                practitioner.put(fact.id(), anyValue(fact, random));
            } else if (!List.of("act", "role", "stage", "tie").contains(fact.id())) {
                rest.put(fact.id(), anyValue(fact, random));
            }
        }
        facts.put("practitioner", practitioner);
        facts.put("facts", rest);
        if (random.nextBoolean()) {
            facts.put("date", anyDate(random));
        }
        if (random.nextBoolean()) {
            facts.put("rest", "ordinary");
        }
        return facts;
    }

    private static Object anyValue(Fact fact, Random random) {
        if (random.nextInt(5) == 0) {
            return "unknown";
        }
        if (random.nextInt(4) == 0) {
            return Map.of("possibly", List.of(one(fact, random), one(fact, random)));
        }
        return one(fact, random);
    }

    private static Object one(Fact fact, Random random) {
        return switch (fact) {
            case Fact.YesNo _ -> random.nextBoolean();
            case Fact.OneOf one -> any(List.copyOf(one.words()), random);
            case Fact.SomeOf some -> {
                List<String> set = new ArrayList<>();
                for (int i = random.nextInt(3); i > 0; i--) {
                    set.add(any(some.values(), random));
                }
                yield set;
            }
            case Fact.Amount amount ->
                    Map.of(
                            any(amount.units(), random),
                            random.nextBoolean() ? (Object) random.nextInt(900) : "12.50");
            case Fact.Event _ ->
                    switch (random.nextInt(5)) {
                        case 0 -> "never";
                        case 1 -> Map.of("from", "2019-02", "to", "2019-08-31");
                        default -> anyDate(random);
                    };
        };
    }

    private static String anyDate(Random random) {
        String year = String.valueOf(2015 + random.nextInt(12));
        return switch (random.nextInt(3)) {
            case 0 -> year;
            case 1 -> year + "-0%d".formatted(1 + random.nextInt(9));
            default -> year + "-11-%d".formatted(10 + random.nextInt(19));
        };
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}

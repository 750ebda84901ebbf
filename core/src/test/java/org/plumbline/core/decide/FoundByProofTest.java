package org.plumbline.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plumbline.core.Codes;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.LastDay;
import org.plumbline.core.condition.Length;
import org.plumbline.core.condition.Reckoning;
import org.plumbline.core.condition.Rounding;
import org.plumbline.core.condition.Window;
import org.plumbline.core.decide.Decision.Lifts;
import org.plumbline.core.norm.Acts;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Encoded;
import org.plumbline.core.norm.InForce;
import org.plumbline.core.norm.Modality;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.norm.NormName;
import org.plumbline.core.norm.Provision;
import org.plumbline.core.norm.Strength;
import org.plumbline.core.norm.Verified;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Party;
import org.plumbline.core.vocabulary.Vocabulary;

/// Faults that random cases brought to light, each in its smallest form.
class FoundByProofTest {

    private static final Vocabulary WORDS = Codes.library().vocabulary();
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @Test
    void a_bar_lifts_when_the_last_text_ends() {
        var until =
                new InForce(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(LocalDate.of(2026, 12, 31)),
                        Optional.of(LocalDate.of(2026, 12, 31)),
                        "to 2026-12-31");
        Edition edition = edition(until, norm(Modality.FORBID, "hug", Optional.empty()));
        var together = decide(edition, List.of(clientLink(Map.of()))).together().orElseThrow();
        LocalDate after = LocalDate.of(2027, 1, 1);
        assertThat(together.lifts()).contains(new Lifts.On(after, Optional.of(after)));
        assertThat(together.then()).containsExactly(Headline.NOT_IN_FORCE);
    }

    @Test
    void a_residual_norm_permits_only_where_its_exception_is_certain() {
        var butMay =
                new Norm.ButMay(new Condition.Holds(yesNo("client-asked")), List.of(), List.of());
        Edition edition =
                edition(
                        InForce.always(),
                        norm(Modality.ADVISE_AGAINST, Vocabulary.ANY_ACT, Optional.of(butMay)));
        Decision decision = decide(edition, List.of(clientLink(Map.of())));
        assertThat(decision.answers().getFirst().headlines()).containsExactly(Headline.SILENT);
    }

    @Test
    void what_one_link_says_of_itself_is_not_said_of_another() {
        var butMay = new Norm.ButMay(new Condition.Holds(yesNo("harm-risk")), List.of(), List.of());
        Edition edition =
                edition(InForce.always(), norm(Modality.FORBID, "hug", Optional.of(butMay)));
        Scenario.Link known = clientLink(Map.of("harm-risk", new Known.Value(Set.of("true"))));
        Scenario.Link open = clientLink(Map.of());
        List<Headline> oneWay =
                decide(edition, List.of(known, open)).answers().getFirst().headlines();
        List<Headline> otherWay =
                decide(edition, List.of(open, known)).answers().getFirst().headlines();
        assertThat(oneWay).isEqualTo(otherWay).contains(Headline.PROHIBITED);
    }

    @Test
    void what_another_fact_forces_is_not_promised_under_another_value() {
        Edition edition = edition(InForce.always(), limitedTo("friendship", "video"));
        Known acts = new Known.Value(Set.of("social-media-connection", "friendship"));
        var missing =
                decide(edition, acts, List.of(clientLink(Map.of()))).answers().getFirst().missing();
        assertThat(missing)
                .filteredOn(m -> m.fact().equals("medium"))
                .singleElement()
                .satisfies(m ->
                        assertThat(m.would()).containsEntry("video", List.of(Headline.PROHIBITED)));
    }

    @Test
    void the_clock_of_an_earlier_event_cannot_run_on_alone() {
        Known happened =
                new Known.Days(
                        List.of(
                                new Known.Range(
                                        LocalDate.of(2024, 1, 1), LocalDate.of(2026, 1, 1))),
                        false);
        var link =
                clientLink(
                        Map.of(
                                "last-session", happened,
                                "last-professional-contact", happened,
                                "stage", new Known.Value(Set.of("former"))));
        var condition =
                new Condition.All(
                        List.of(
                                new Condition.During(oneYear("last-session")),
                                new Condition.During(
                                        new Window.Beyond(oneYear("last-professional-contact")))));
        var butMay = new Norm.ButMay(condition, List.of(), List.of());
        Edition edition =
                edition(InForce.always(), norm(Modality.FORBID, "hug", Optional.of(butMay)));
        assertThat(decide(edition, List.of(link)).answers().getFirst().headlines())
                .containsExactly(Headline.PROHIBITED);
    }

    @Test
    void a_tie_that_is_not_there_began_before_nothing() {
        Known began = new Known.Days(List.of(Known.Range.of(LocalDate.of(2005, 2, 20))), false);
        Known served = new Known.Days(List.of(Known.Range.of(LocalDate.of(2011, 5, 24))), false);
        var link =
                clientLink(
                        Map.of(
                                "history", new Known.Sets(List.of(Set.of())),
                                "personal-relationship-began", began,
                                "service-began", served));
        var before =
                new Condition.Before(event("personal-relationship-began"), event("service-began"));
        var butMay = new Norm.ButMay(before, List.of(), List.of());
        Edition edition =
                edition(InForce.always(), norm(Modality.FORBID, "hug", Optional.of(butMay)));
        assertThat(decide(edition, List.of(link)).answers().getFirst().headlines())
                .containsExactly(Headline.PROHIBITED);
    }

    @Test
    void what_is_certain_of_each_of_two_people_is_certain() {
        Party client = Optional.ofNullable(WORDS.parties().get("former-client")).orElseThrow();
        Party trainee = Optional.ofNullable(WORDS.parties().get("supervisee")).orElseThrow();
        Map<String, Known> facts =
                Map.of(
                        "role", new Known.Value(Set.of("client", "supervisee")),
                        "stage", new Known.Value(Set.of("former", "current")),
                        "tie", new Known.Value(Set.of("self")));
        var link = new Scenario.Link("", facts, List.of(client, trainee));
        Edition edition =
                edition(
                        InForce.always(),
                        with(
                                norm(Modality.FORBID, Vocabulary.ANY_ACT, Optional.empty()),
                                client,
                                trainee));
        assertThat(decide(edition, List.of(link)).answers().getFirst().headlines())
                .containsExactly(Headline.PROHIBITED);
        assertThat(
                        decide(edition, List.of(new Scenario.Link("", facts)))
                                .answers()
                                .getFirst()
                                .headlines())
                .containsExactly(Headline.SILENT);
    }

    private static Fact.Event event(String id) {
        return (Fact.Event) WORDS.fact(id).orElseThrow();
    }

    private static Norm with(Norm norm, Party... people) {
        var any = (Norm.Directive) norm;
        return but(any, List.of(people), any.media());
    }

    /// The same norm toward some people and by some means.
    private static Norm but(Norm.Directive any, List<Party> people, Norm.Media media) {
        return new Norm.Directive(
                any.name(),
                any.modality(),
                any.acts(),
                any.also(),
                people,
                media,
                any.window(),
                any.when(),
                any.unless(),
                any.butMay(),
                any.duties(),
                any.advisedDuties(),
                any.weighing(),
                any.burden(),
                any.overrides(),
                any.breach(),
                any.reads());
    }

    private static Window.Within oneYear(String event) {
        return new Window.Within(
                new Length(12, 0, "1 year"),
                new Window.Anchor(
                        Window.Start.AFTER, List.of((Fact.Event) WORDS.fact(event).orElseThrow())),
                new Reckoning(LastDay.EXCLUDED, Rounding.DOWN));
    }

    private static Norm limitedTo(String act, String medium) {
        var any = (Norm.Directive) norm(Modality.FORBID, act, Optional.empty());
        return but(any, any.with(), new Norm.Media(List.of(medium), Set.of(medium)));
    }

    private static Decision decide(Edition edition, List<Scenario.Link> links) {
        return decide(edition, new Known.Value(Set.of("hug")), links);
    }

    private static Decision decide(Edition edition, Known act, List<Scenario.Link> links) {
        Map<String, Known> shared = Map.of("act", act, "form", new Known.Value(Set.of("doing")));
        var scenario = new Scenario(Known.Range.of(DAY), shared, links, Set.of(), Set.of());
        return new Decider(InventedTexts.of(List.of(edition))).decide(scenario, List.of(edition));
    }

    private static Scenario.Link clientLink(Map<String, Known> more) {
        var facts = new LinkedHashMap<>(more);
        facts.put("role", new Known.Value(Set.of("client")));
        facts.putIfAbsent("stage", new Known.Value(Set.of("current")));
        facts.put("tie", new Known.Value(Set.of("self")));
        return new Scenario.Link("current-client", facts);
    }

    private static Fact.YesNo yesNo(String id) {
        return (Fact.YesNo) WORDS.fact(id).orElseThrow();
    }

    private static Norm norm(Modality modality, String act, Optional<Norm.ButMay> butMay) {
        Party anyone = Optional.ofNullable(WORDS.parties().get(Vocabulary.ANYONE)).orElseThrow();
        return new Norm.Directive(
                new NormName("made-up", "1", Optional.empty(), "1"),
                modality,
                new Acts(List.of(act), List.of(), WORDS.actLeaves(act)),
                List.of(),
                List.of(anyone),
                Norm.Media.ANY,
                Window.ALWAYS,
                Condition.ALWAYS,
                Condition.NEVER,
                butMay,
                List.of(),
                List.of(),
                List.of(),
                false,
                List.of(),
                Optional.empty(),
                "");
    }

    private static Edition edition(InForce inForce, Norm norm) {
        return new Edition(
                "made-up",
                "nobody",
                "A made-up text",
                inForce,
                "association-code",
                Encoded.WHOLE,
                Condition.ALWAYS,
                List.of(),
                List.of(),
                "a person",
                Strength.ENFORCEABLE,
                Reckoning.UNSTATED,
                false,
                List.of(
                        new Provision(
                                "1",
                                "One",
                                "Something.",
                                "nowhere",
                                Verified.TEXT,
                                Optional.empty(),
                                List.of(norm),
                                new LinkedHashMap<>())));
    }
}

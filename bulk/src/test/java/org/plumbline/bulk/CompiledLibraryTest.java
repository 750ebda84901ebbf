package org.plumbline.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plumbline.core.Codes;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.load.VignetteFile.Vignette;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

class CompiledLibraryTest {

    private static final Library LIBRARY = Codes.library();

    @Test
    void every_case_of_the_library_comes_out_as_the_plain_evaluator_has_it() {
        var plain = new Decider(LIBRARY);
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (Vignette vignette : Codes.cases()) {
            List<Edition> editions =
                    vignette.expect().keySet().stream()
                            .flatMap(id -> LIBRARY.edition(id).stream())
                            .toList();
            var agreement = new Agreement(LIBRARY, plain, editions);
            agreement
                    .compare(vignette.scenario(), new Random(1))
                    .ifPresent(d -> differences.add(vignette.id() + ": " + d));
            compared++;
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(300);
    }

    @Test
    void rows_of_one_class_share_one_outcome() {
        CompiledLibrary compiled = CompiledLibrary.of(LIBRARY);
        Row row = compiled.row();
        Ruling one = compiled.decide(contact("2023-05-01"), row);
        long asked = compiled.asked();
        Ruling two = compiled.decide(contact("2023-09-17"), row);
        assertThat(compiled.asked()).as("what the plain evaluator was asked").isEqualTo(asked);
        assertThat(two.texts().getFirst().outcome()).isSameAs(one.texts().getFirst().outcome());
        assertThat(two.together().flatMap(Ruling.Joined::lifting).orElseThrow().lifts())
                .isNotEqualTo(one.together().flatMap(Ruling.Joined::lifting).orElseThrow().lifts());
    }

    @Test
    void a_fact_that_no_text_asks_after_makes_no_new_class() {
        CompiledLibrary compiled = CompiledLibrary.of(LIBRARY);
        Row row = compiled.row();
        compiled.decide(contact("2023-05-01"), row);
        long classes = compiled.classes();
        compiled.decide(
                contact("2023-05-01").with("gift-form", new Known.Value(Set.of("object"))), row);
        assertThat(compiled.classes()).isEqualTo(classes);
    }

    @Test
    void a_person_in_two_links_goes_to_the_plain_evaluator() {
        Scenario one = contact("2023-05-01");
        var two =
                new Scenario(
                        one.asOf(),
                        one.shared(),
                        List.of(one.links().getFirst(), one.links().getFirst()),
                        Set.of(),
                        Set.of());
        assertThat(way(two)).isEqualTo(Ruling.Way.PLAIN);
    }

    @Test
    void an_act_whose_date_is_known_in_part_goes_to_the_plain_evaluator() {
        Scenario one = contact("2023-05-01");
        var year = new Known.Range(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
        assertThat(way(new Scenario(year, one.shared(), one.links(), Set.of(), Set.of())))
                .isEqualTo(Ruling.Way.PLAIN);
    }

    @Test
    void an_event_on_one_of_two_stretches_of_days_goes_to_the_plain_evaluator() {
        var either =
                new Known.Days(
                        List.of(
                                Known.Range.of(LocalDate.of(2020, 1, 1)),
                                Known.Range.of(LocalDate.of(2024, 1, 1))),
                        false);
        assertThat(way(contact("2023-05-01").with("last-professional-contact", either)))
                .isEqualTo(Ruling.Way.PLAIN);
    }

    @Test
    void events_out_of_order_fit_no_possible_person() {
        var later = new Known.Days(List.of(Known.Range.of(LocalDate.of(2024, 1, 1))), false);
        assertThat(way(contact("2023-05-01").with("last-session", later)))
                .isEqualTo(Ruling.Way.IMPOSSIBLE);
    }

    private static Ruling.Way way(Scenario scenario) {
        CompiledLibrary compiled = CompiledLibrary.of(LIBRARY);
        return compiled.decide(scenario, compiled.row()).way();
    }

    /// A counselor and sexual contact with a former client last seen on a day.
    private static Scenario contact(String last) {
        Known none = new Known.Sets(List.of(Set.of()));
        return new Scenario(
                Known.Range.of(LocalDate.of(2026, 6, 1)),
                Map.of(
                        "membership", new Known.Sets(List.of(Set.of("aca"))),
                        "profession", none,
                        "licence", none,
                        "jurisdiction", none,
                        "employer", none,
                        "act", new Known.Value(Set.of("sexual-contact")),
                        "form", new Known.Value(Set.of("doing")),
                        "role", new Known.Value(Set.of("client")),
                        "stage", new Known.Value(Set.of("former")),
                        "last-professional-contact",
                                new Known.Days(
                                        List.of(Known.Range.of(LocalDate.parse(last))), false)),
                List.of(
                        new Scenario.Link(
                                "former-client", Map.of("tie", new Known.Value(Set.of("self"))))),
                Set.of(),
                Set.of());
    }

    @Test
    void a_text_that_is_named_is_reported_even_if_it_does_not_bind() {
        Optional<Edition> lawyers = LIBRARY.edition("aba-model-rules");
        CompiledLibrary compiled = CompiledLibrary.of(LIBRARY, List.of(lawyers.orElseThrow()));
        Ruling ruling = compiled.decide(contact("2023-05-01"), compiled.row());
        assertThat(ruling.texts()).hasSize(1);
        assertThat(ruling.together()).isEmpty();
    }
}

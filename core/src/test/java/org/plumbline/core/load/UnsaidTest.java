package org.plumbline.core.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.Codes;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

/// What a case does not say, or says twice.
class UnsaidTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "friendship                                           | true",
                "personal-communication                               | false",
                "{possibly: [friendship, personal-communication]}     | false",
                "{possibly: [friendship, hug]}                        | true",
                "unknown                                              | false"
            })
    void messages_are_not_taken_to_be_exchanged_in_person(String act, boolean assumed) {
        Scenario scenario =
                sound("{act: %s, party: current-client, rest: ordinary}".formatted(act));
        assertThat(scenario.assumed().contains("medium")).isEqualTo(assumed);
        assertThat(scenario.known(0, "medium").equals(Known.ANYTHING)).isNotEqualTo(assumed);
        assertThat(scenario.assumed()).contains("form", "unavoidable");
    }

    /// That a tie is known is open only where the person may be somebody close to a client.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "former-client                                | true",
                "client-family                                | false",
                "{possibly: [former-client, client-family]}   | false",
                "unknown                                      | false"
            })
    void a_tie_is_asked_after_where_there_may_be_one(String party, boolean assumed) {
        Scenario scenario = sound("{act: friendship, party: %s, rest: ordinary}".formatted(party));
        assertThat(scenario.assumed().contains("tie-known")).isEqualTo(assumed);
        assertThat(scenario.known(0, "tie-known").equals(Known.ANYTHING)).isNotEqualTo(assumed);
    }

    @Test
    void what_is_said_of_the_means_stays() {
        Scenario scenario =
                sound(
                        "{act: personal-communication, medium: in-person, party: current-client,"
                                + " rest: ordinary}");
        assertThat(scenario.known(0, "medium")).isEqualTo(new Known.Value(Set.of("in-person")));
    }

    @Test
    void nobody_is_without_a_profession() {
        Scenario scenario =
                sound("{practitioner: {jurisdiction: us-mn}, act: hug, party: current-client}");
        assertThat(scenario.known(0, "profession")).isEqualTo(Known.ANYTHING);
        assertThat(scenario.known(0, "membership")).isEqualTo(new Known.Sets(List.of(Set.of())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "false   | 2020-01-01 | 2021-01-01 | true",
                "true    | 2022-01-01 | 2021-01-01 | true",
                "true    | 2021-01-01 | 2021-01-01 | true",
                "true    | never      | 2021-01-01 | true",
                "false   | 2020-01-01 | never      | true",
                "true    | 2020-01-01 | 2021-01-01 | false",
                "false   | 2022-01-01 | 2021-01-01 | false",
                "false   | 2020       | 2020-06-01 | false",
                "true    | 2020       | 2020-06-01 | false",
                "unknown | 2020-01-01 | 2021-01-01 | false"
            })
    void an_order_told_twice_is_told_alike(String so, String tie, String service, boolean wrong) {
        String told =
                "pre-existing: %s, personal-relationship-began: %s, service-began: %s"
                        .formatted(so, tie, service);
        assertThat(
                        read("{act: hug, party: current-client, history: sexual, " + told + "}")
                                instanceof Loaded.Unsound)
                .isEqualTo(wrong);
    }

    @Test
    void several_people_of_whom_one_is_meant_are_kept_apart() {
        Scenario scenario =
                sound("{act: hug, party: {possibly: [former-client, supervisee]}, tie: self}");
        assertThat(scenario.links().getFirst().either())
                .extracting(p -> p.id())
                .containsExactly("former-client", "supervisee");
    }

    private static Scenario sound(String yaml) {
        return ((Loaded.Sound<Scenario>) read(yaml)).value();
    }

    private static Loaded<Scenario> read(String yaml) {
        Node node = ((Loaded.Sound<Node>) YamlFile.parse(yaml, "case")).value();
        var defaults =
                new ScenarioReader.Defaults(DateReader.days("2026-06-01").orElseThrow(), true);
        return ScenarioReader.read(Codes.library(), node, defaults);
    }
}

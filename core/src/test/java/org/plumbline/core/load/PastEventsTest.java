package org.plumbline.core.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.Codes;
import org.plumbline.core.scenario.Scenario;

/// Whoever is a former client on the day of an act was no client any more on it: other rules hold for clients.
class PastEventsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "party: former-client, date: 2024-06-01                | 2025-01-01 | true",
                "party: former-client, date: 2024-06-01                | 2024-06-02 | true",
                "party: former-client, date: 2024-06-01                | 2024-06-01 | false",
                "party: former-client, date: 2024-06-01                | 2023       | false",
                "party: former-client, date: 2024-06                   | 2024-06-15 | false",
                "party: former-client, date: 2024-06-01                | 2024       | false",
                "party: former-client, date: 2024                      | 2025       | true",
                "party: former-client-partner, date: 2024-06-01        | 2025-01-01 | true",
                "party: {possibly: [former-client, current-client]}, date: 2024-06-01 | 2025-01-01 | false",
                "party: former-client, date: 2024-06-01                | unknown    | false"
            })
    void an_end_that_is_certain_to_lie_after_the_act_makes_no_former_client(
            String person, String ended, boolean impossible) {
        String yaml =
                "{practitioner: {membership: nasw}, act: friendship, %s, facts: {service-ended: %s}}"
                        .formatted(person.strip(), ended.strip());
        assertThat(found(yaml).anyMatch("scenario.impossible"::equals)).isEqualTo(impossible);
    }

    private static Stream<String> found(String yaml) {
        Node node = ((Loaded.Sound<Node>) YamlFile.parse(yaml, "case")).value();
        var defaults =
                new ScenarioReader.Defaults(DateReader.days("2026-06-01").orElseThrow(), true);
        List<Finding> findings =
                switch (ScenarioReader.read(Codes.library(), node, defaults)) {
                    case Loaded.Sound<Scenario>(_, var warnings) -> warnings;
                    case Loaded.Unsound<Scenario>(var wrong) -> wrong;
                };
        return findings.stream().map(Finding::code);
    }
}

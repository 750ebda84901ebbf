package org.plumbline.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.Codes;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.VignetteFile;
import org.plumbline.core.load.VignetteFile.Vignette;
import org.plumbline.core.load.YamlFile;

class ExpectationsTest {

    private static List<Finding> findings(String ended, String expected) {
        var file =
                """
                cases:
                - id: weighing
                  title: A former client of a psychologist
                  scenario:
                    practitioner: {membership: apa}
                    act: sexual-contact
                    party: former-client
                    date: 2026-06-15
                    facts: {service-ended: %s, service-kind: psychotherapy, most-unusual-circumstances: false}
                    rest: ordinary
                  expect:
                    apa-2017: {headline: prohibited%s}
                  because: The factors are weighed once the two years are over, and only then.
                """
                        .formatted(ended, expected);
        var tree = ((Loaded.Sound<Node>) YamlFile.parse(file, "case.yaml")).value();
        Vignette vignette =
                ((Loaded.Sound<List<Vignette>>) VignetteFile.read(Codes.library(), tree))
                        .value()
                        .getFirst();
        return new Expectations(new Decider(Codes.library())).findings(vignette);
    }

    @ParameterizedTest(name = "ended {0}, expected{1}: differs {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    2025-06-15 | ", weighing: []"           | false
                    2022-06-15 | ", weighing: []"           | true
                    2025-06-15 | ", weighing: [time-since]" | true
                    2022-06-15 | ""                         | false
                    2025-06-15 | ""                         | false
                    """)
    void what_is_to_be_weighed_is_compared_where_it_is_stated(
            String ended, String expected, boolean differs) {
        assertThat(findings(ended, expected).isEmpty()).isNotEqualTo(differs);
    }
}

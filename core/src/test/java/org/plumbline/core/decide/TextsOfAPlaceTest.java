package org.plumbline.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.Codes;
import org.plumbline.core.load.DateReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.ScenarioReader;
import org.plumbline.core.load.YamlFile;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

/// Which texts are shown to somebody of whom only the profession and the place are known.
class TextsOfAPlaceTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a text of the whole country       | nurse        | gb-eng | nmc-2015           | true
                    a text of the place itself        | social-worker | gb-eng | swe-2019          | true
                    a text of a part of the place     | social-worker | gb    | swe-2019           | true
                    a text of another part            | social-worker | gb-wls | swe-2019          | false
                    a law of two parts, in one        | care-worker  | gb-wls | gb-soa-2003        | true
                    a law of two parts, in a third    | care-worker  | gb-sct | gb-soa-2003        | false
                    a board of the whole country      | psychologist | au-nsw | psyba-2025         | true
                    a board of another profession     | nurse        | au-nsw | psyba-2025         | false
                    a law that binds without a board  | counselor    | au-nsw | au-nsw-schedule-3  | true
                    a text no longer in force         | psychologist | au-nsw | aps-2007           | false
                    """)
    void texts_are_those_of_the_place_its_country_and_its_parts(
            String why, String profession, String place, String edition, boolean shown) {
        assertThat(shown(profession, place).contains(edition)).as(why).isEqualTo(shown);
    }

    private static List<String> shown(String profession, String place) {
        String yaml =
                "{practitioner: {profession: %s, jurisdiction: %s}, act: friendship, party: current-client}"
                        .formatted(profession, place);
        Node node = ((Loaded.Sound<Node>) YamlFile.parse(yaml, "case")).value();
        Known.Range day = DateReader.days("2026-06-01").orElseThrow();
        Scenario scenario =
                ((Loaded.Sound<Scenario>)
                                ScenarioReader.read(
                                        Codes.library(),
                                        node,
                                        new ScenarioReader.Defaults(day, false)))
                        .value();
        return LeadingTexts.of(Codes.library(), scenario, false).stream().map(Edition::id).toList();
    }
}

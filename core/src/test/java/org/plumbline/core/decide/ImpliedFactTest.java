package org.plumbline.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.Codes;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

/// One yes-no fact that another implies: consent that was signed was given.
class ImpliedFactTest {

    private final Library library = Codes.library();

    private Scenario oppositeOfARelative(String signed, String given) {
        return new Scenario(
                Known.Range.of(LocalDate.of(2026, 6, 1)),
                Map.of(
                        "membership", new Known.Sets(List.of(Set.of("aba"))),
                        "act", new Known.Value(Set.of("accept-as-client")),
                        "form", new Known.Value(Set.of("doing")),
                        "medium", new Known.Value(Set.of("in-person")),
                        "role", new Known.Value(Set.of("client")),
                        "stage", new Known.Value(Set.of("prospective")),
                        "tie", new Known.Value(Set.of("self")),
                        "opposed-by-relative", new Known.Value(Set.of("true")),
                        "written-consent", new Known.Value(Set.of(signed.split("/"))),
                        "informed-consent", new Known.Value(Set.of(given.split("/")))),
                List.of(new Scenario.Link("", Map.of())),
                Set.of(),
                Set.of());
    }

    @ParameterizedTest(name = "signed {0}, given {1}")
    @CsvSource({
        "true, true/false, false",
        "true/false, false, true",
        "true/false, true/false, true",
        "false, true/false, true"
    })
    void consent_that_was_signed_was_given(
            String signed, String given, boolean mayBeAdvisedAgainst) {
        Edition edition = library.edition("aba-model-rules").orElseThrow();
        var headlines =
                new Decider(library)
                        .decide(oppositeOfARelative(signed, given), List.of(edition))
                        .answers()
                        .getFirst()
                        .headlines();
        assertThat(headlines.contains(Headline.ADVISED_AGAINST)).isEqualTo(mayBeAdvisedAgainst);
    }

    /// Nobody has signed what was not given: with both said there is no such person.
    @Test
    void what_contradicts_it_fits_nobody() {
        Edition edition = library.edition("aba-model-rules").orElseThrow();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Decider(library)
                                .decide(oppositeOfARelative("true", "false"), List.of(edition)))
                .withMessageContaining("no possible person");
    }
}

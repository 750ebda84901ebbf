package org.plumbline.server.page.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plumbline.answer.Nodes;
import org.plumbline.answer.Sayings;
import org.plumbline.answer.Sayings.Saying;
import org.plumbline.answer.Shelf;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.server.page.CaseAddress;

/// What may be said to a person must be true whether or not anybody else is a client, and promise
/// nothing.
final class SayingsTest {

    private static final Shelf.Open OPEN = ((Loaded.Sound<Shelf.Open>) Shelf.here().open()).value();
    private static final Library LIBRARY = OPEN.library();
    private static final Sayings SAYINGS = ((Loaded.Sound<Sayings>) Sayings.of(OPEN)).value();

    private static Scenario scenario(String act, String party) {
        return ((Loaded.Sound<Scenario>)
                        CaseAddress.scenario(
                                LIBRARY,
                                Map.of("act", act, "party", party),
                                LocalDate.of(2026, 6, 1)))
                .value();
    }

    private static Stream<Saying> all() {
        return Stream.concat(SAYINGS.practitioner().stream(), SAYINGS.client().stream());
    }

    @Test
    void thereIsOneForEveryActPersonAndHeadline() {
        for (String act : LIBRARY.vocabulary().oneOf("act").values()) {
            for (String party : LIBRARY.vocabulary().parties().keySet()) {
                Scenario scenario = scenario(act, party);
                for (Headline headline : Headline.values()) {
                    assertThat(SAYINGS.fitting(scenario, headline, false))
                            .as(act + party)
                            .isPresent();
                    assertThat(SAYINGS.fitting(scenario, headline, true))
                            .as(act + party)
                            .isPresent();
                }
            }
        }
    }

    @Test
    void noneIsNeverReached() {
        for (Saying saying : SAYINGS.practitioner()) {
            Optional<String> reached =
                    LIBRARY.vocabulary().oneOf("act").values().stream()
                            .flatMap(act ->
                                    Stream.of("former-client", "former-client-family")
                                            .flatMap(party ->
                                                    Stream.of(Headline.values())
                                                            .map(h ->
                                                                    SAYINGS.fitting(
                                                                            scenario(act, party),
                                                                            h,
                                                                            false))))
                            .flatMap(Optional::stream)
                            .filter(saying::equals)
                            .map(Saying::say)
                            .findFirst();
            assertThat(reached).as(saying.say()).isPresent();
        }
    }

    @Test
    void nonePromisesALaterRelationship() {
        List<String> later =
                List.of(
                        "later",
                        "one day",
                        "some day",
                        "for now",
                        "not yet",
                        "when we have finished",
                        "after we",
                        "in a few years",
                        "maybe then",
                        "once the work",
                        "wait until",
                        "at the moment",
                        "still your");
        all().forEach(s ->
                assertThat(later.stream().filter(w -> s.say().toLowerCase(Locale.ROOT).contains(w)))
                        .as(s.say())
                        .isEmpty());
    }

    /// Nothing that is said to somebody who may not know that another is a client lets it be seen.
    @Test
    void noneTellsThatAnybodyElseIsAClient() {
        List<String> telling =
                List.of(
                        "client",
                        "patient",
                        "your sister",
                        "your mother",
                        "your family",
                        "somebody close",
                        "conflict",
                        "somebody we",
                        "already see",
                        "case");
        SAYINGS.practitioner().stream()
                .filter(s -> s.to().filter("self"::equals).isEmpty())
                .forEach(s ->
                        assertThat(
                                        telling.stream()
                                                .filter(w ->
                                                        s.say()
                                                                .toLowerCase(Locale.ROOT)
                                                                .contains(w)))
                                .as(s.say())
                                .isEmpty());
    }

    @Test
    void eachReadsAloudWell() {
        all().forEach(s -> {
            assertThat(s.say())
                    .as(s.say())
                    .matches("[A-Z].*[.?]")
                    .doesNotContain("!", ";", "(", "/");
            for (String sentence : s.say().split("(?<=[.?]) ", -1)) {
                assertThat(sentence.split(" ", -1)).as(sentence).hasSizeLessThanOrEqualTo(34);
            }
            assertThat(s.because()).isNotBlank();
        });
    }

    @Test
    void aRelativeIsNotToldWhatTheClientKnows() {
        Saying self =
                SAYINGS.fitting(
                                scenario("friendship", "former-client"),
                                Headline.ADVISED_AGAINST,
                                false)
                        .orElseThrow();
        Saying other =
                SAYINGS.fitting(
                                scenario("friendship", "former-client-family"),
                                Headline.ADVISED_AGAINST,
                                false)
                        .orElseThrow();

        assertThat(self.say()).contains("between us");
        assertThat(other.say()).doesNotContain("between us");
    }

    @Test
    void aMistakeInTheFileIsAFinding() {
        Map<String, Object> wrong =
                Map.of(
                        "practitioner",
                        List.of(
                                Map.of(
                                        "act",
                                        "flying",
                                        "when",
                                        "sometimes",
                                        "to",
                                        "you",
                                        "say",
                                        "Yes.",
                                        "but",
                                        "no")),
                        "client",
                        List.of());
        var found = Sayings.read(Nodes.of(wrong, "sayings.yaml"), LIBRARY).allFindings();

        assertThat(found)
                .extracting(f -> f.code())
                .contains("word.unknown", "key.unknown", "key.missing");
        assertThat(found)
                .extracting(f -> f.found())
                .contains(
                        "unknown act `flying`",
                        "unknown key `but` in a saying",
                        "a saying has no `not`");
    }
}

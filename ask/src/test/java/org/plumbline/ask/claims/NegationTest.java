package org.plumbline.ask.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A statement that denies is never taken for the one that it denies.
class NegationTest {

    private static CheckedSentence only(String text) {
        List<CheckedSentence> all = ClaimsLibrary.check(text);
        assertThat(all).as(text).hasSize(1);
        return all.getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    The NASW code doesn't forbid sex with clients.                    | contradicted
                    The NASW code doesn\u2019t forbid sex with clients.                    | contradicted
                    The ACA code doesn't prohibit sex with current clients.           | contradicted
                    ACA counselors aren't forbidden from having sex with clients.     | contradicted
                    Social workers aren\u2019t barred from having sex with clients.       | contradicted
                    Sex with clients isn't prohibited by the NASW code.               | contradicted
                    The ACA hasn't banned sex with clients.                           | contradicted
                    The ACA code won\u2019t prohibit sex with clients.                    | contradicted
                    The AAMFT code didn't ban sex with former clients.                | contradicted
                    The NASW code cannot forbid sex with clients.                     | contradicted
                    The NASW code can't be said to forbid sex with clients.           | contradicted
                    The NASW code needn't forbid sex with clients.                    | contradicted
                    The NASW code never prohibits sex with clients.                   | contradicted
                    Nowhere does the NASW code forbid sex with clients.               | contradicted
                    The ACA code no longer forbids sex with clients.                  | contradicted
                    The NASW code fails to forbid sex with clients.                   | contradicted
                    The ACA code has stopped forbidding sex with clients.             | contradicted
                    The ACA did away with its ban on sex with clients.                | contradicted
                    The ACA dropped its ban on sex with clients.                      | contradicted
                    The ban on sex with clients was lifted by the ACA.                | contradicted
                    The ACA repealed the ban on sex with clients.                     | contradicted
                    It is false that the ACA code forbids sex with clients.           | contradicted
                    It is a myth that the NASW code bans sex with clients.            | contradicted
                    Nobody says that the ACA code forbids sex with clients.           | contradicted
                    The ACA code forbids nothing about sex with clients.              | contradicted
                    The BACP framework hardly forbids sex with clients.               | contradicted
                    Neither the ACA nor the NASW code forbids sex with clients.       | contradicted
                    ACA counselors need not avoid sex with clients.                   | contradicted
                    ACA counselors are under no duty to avoid sex with clients.       | contradicted
                    The ACA code doesn't require counselors to avoid sex with clients. | contradicted
                    There is no ban on sex with clients in the ACA code.              | contradicted
                    The ACA code leaves sex with clients without any ban.             | contradicted
                    The ACA code refrains from forbidding sex with clients.           | contradicted
                    The ACA code is far from forbidding sex with clients.             | contradicted
                    No rule in the NASW code forbids sex with clients.                | contradicted
                    The NASW code doesn't address sex with clients.                   | contradicted
                    The ACA code never mentions sex with clients.                     | contradicted
                    It is not true that the ACA code forbids sex with clients.        | not-checkable
                    It isn't so that ACA counselors must never have sex with clients. | not-checkable
                    The ACA code does not say that counselors must not have sex with clients. | not-checkable
                    The ACA code doesn't consider sex with clients unethical.         | not-checkable
                    Sex with clients never violates the ACA code.                     | not-checkable
                    The ACA code doesnt forbid sex with clients.                      | not-checkable
                    The ACA code's ban on sex with clients is over.                   | not-checkable
                    That the ACA code forbids sex with clients is nonsense.           | not-checkable
                    The ACA code does not never forbid sex with clients.              | not-checkable
                    The ACA code doesn't forbid what it never allows: sex with clients. | not-checkable
                    BACB analysts need not wait two years to date a former client.    | not-checkable
                    BACB analysts aren't barred from dating former clients for two years. | not-checkable
                    The BACB code has no two-year ban on dating a former client.      | not-checkable
                    ACA counselors may refuse gifts from clients.                     | not-checkable
                    """)
    void whatIsDeniedIsTurnedRoundOrNotChecked(String text, String finding) {
        assertThat(only(text).finding().word()).as(only(text).readAs()).isEqualTo(finding);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The NASW code forbids sex with clients.",
                "ACA counselors must not have sex with clients.",
                "ACA counselors mustn't have sex with clients.",
                "ACA counselors can\u2019t have sex with clients.",
                "ACA counselors cannot have sex with clients.",
                "ACA counselors must never have sex with clients.",
                "BACP members may not have sex with a client.",
                "The NASW code doesn't allow sex with clients.",
                "The ACA code never allows sex with clients.",
                "The NASW code no longer allows sex with clients.",
                "The ACA code permits no sexual contact with clients.",
                "Sex with clients is not allowed under the NASW code.",
                "Sexual contact with a former client is never acceptable under the AAMFT code.",
                "No sexual contact with current clients is allowed under the ACA code.",
                "No ACA counselor may have sex with a client.",
                "Under no circumstances may social workers have sex with clients, says the NASW code.",
                "Behavior analysts may not date a former client for two years.",
                "The AAMFT code prohibits sexual intimacy with former clients, no matter how much time has"
                        + " passed.",
                "The ACA code forbids sex with clients, whether or not they consent."
            })
    void anOrdinaryProhibitionStands(String text) {
        CheckedSentence sentence = only(text);
        assertThat(sentence.finding())
                .as(sentence.readAs() + "; " + sentence.why())
                .isEqualTo(ClaimFinding.SUPPORTED);
        assertThat(sentence.stance()).isEqualTo(Stance.FORBIDS);
    }

    @Test
    void theWordThatWasNotUnderstoodIsNamed() {
        assertThat(only("It isn't so that ACA counselors must never have sex with clients.").why())
                .contains("\u201cisn't\u201d");
    }

    @Test
    void noCodeForbidsIsWrongOfOneThatForbidsForATime() {
        CheckedSentence all =
                ClaimsLibrary.checkByAll("No code prohibits friendship with a former client.")
                        .getFirst();
        assertThat(all.finding()).isEqualTo(ClaimFinding.CONTRADICTED);
        assertThat(all.counted(true)).extracting(c -> c.edition().id()).contains("aca-au-current");
        CheckedSentence conditional =
                ClaimsLibrary.checkByAll("No code prohibits bartering with a client.").getFirst();
        assertThat(conditional.finding()).isEqualTo(ClaimFinding.OVERSTATED);
    }

    @Test
    void ofNoCodeWhatTooLittleIsHeldOfCouldTurnTheAnswer() {
        CheckedSentence none =
                only("No ethics code permits sexual contact with a client's partner.");
        assertThat(none.count().orElseThrow().unsure()).isPositive();
        assertThat(none.finding()).isEqualTo(ClaimFinding.NOT_CHECKABLE);
    }

    @Test
    void notIsAlsoTheEndOfAShortForm() {
        Phrase not = Phrase.of("do|does|will|can not ~ forbid*").orElseThrow();
        Map.of(
                        "it doesn't forbid", true,
                        "it won't ever forbid", true,
                        "it can't forbid", true,
                        "it cannot forbid", true,
                        "it does forbid", false,
                        "it will forbid", false)
                .forEach((text, found) -> {
                    assertThat(not.in(text, 0).isPresent()).as(text).isEqualTo(found);
                    assertThat(!found || not.mayBeAmong(Phrase.wordsOf(text))).as(text).isTrue();
                });
    }

    @Test
    void whatStandsInAGapIsNotAccountedFor() {
        Phrase phrase = Phrase.of("false ~~ forbid*").orElseThrow();
        String text = "false that it does not forbid";
        Optional<Phrase.Found> not = Phrase.of("not").orElseThrow().in(text, 0);
        Optional<Phrase.Found> no = Phrase.of("false").orElseThrow().in(text, 0);
        Phrase.Found found = phrase.in(text, 0).orElseThrow();
        assertThat(found.accountsFor(not.orElseThrow())).isFalse();
        assertThat(found.accountsFor(no.orElseThrow())).isTrue();
    }
}

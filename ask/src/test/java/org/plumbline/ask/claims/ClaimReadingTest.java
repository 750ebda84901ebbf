package org.plumbline.ask.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How sentences are read beside one another, and what answers say.
class ClaimReadingTest {

    private static CheckedSentence only(String text) {
        List<CheckedSentence> all = ClaimsLibrary.check(text);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    @Test
    void theCodeIsTheOneNamedBefore() {
        List<CheckedSentence> all =
                ClaimsLibrary.check(
                        "The ACA code forbids sexual contact with current clients. It also forbids"
                                + " romantic relationships with former clients for five years. The"
                                + " code allows bartering with clients.");
        assertThat(all)
                .extracting(CheckedSentence::finding)
                .containsExactly(
                        ClaimFinding.SUPPORTED, ClaimFinding.SUPPORTED, ClaimFinding.OVERSTATED);
        assertThat(all).allMatch(s -> s.codes().getFirst().edition().id().equals("aca-2014"));
    }

    @Test
    void theCodeIsTheOneGiven() {
        String text = "The code forbids any friendship after therapy.";
        assertThat(only(text).finding()).isEqualTo(ClaimFinding.NOT_CHECKABLE);
        CheckedSentence given =
                ClaimsLibrary.about("nasw")
                        .check(Prose.of(Prose.Kind.TEXT, text))
                        .sentences()
                        .getFirst();
        assertThat(given.finding()).isEqualTo(ClaimFinding.OVERSTATED);
        assertThat(given.codes().getFirst().edition().id()).isEqualTo("nasw-2021");
    }

    @Test
    void whatPointsBackKeepsActAndPerson() {
        List<CheckedSentence> all =
                ClaimsLibrary.check(
                        "The ACA code forbids romantic relationships with former clients for five"
                                + " years. It is fine after two years.");
        assertThat(all.getLast().finding()).isEqualTo(ClaimFinding.CONTRADICTED);
    }

    @Test
    void aSilenceOfATextHeldInPartIsNotCertain() {
        CheckedSentence silent = only("The NBCC code prohibits counselors from hugging clients.");
        assertThat(silent.finding()).isEqualTo(ClaimFinding.SILENT);
        assertThat(silent.certain()).isFalse();
        assertThat(silent.why()).contains("only part of this text");
    }

    @Test
    void aClaimedSilenceOfATextHeldInPartIsNotCheckable() {
        CheckedSentence silent = only("The NBCC code says nothing about hugging clients.");
        assertThat(silent.finding()).isEqualTo(ClaimFinding.NOT_CHECKABLE);
    }

    @Test
    void aSilenceThatIsKnownIsCertainAndSaysHow() {
        CheckedSentence forbidden =
                only(
                        "The ABA Model Rules prohibit lawyers from being friends with former clients.");
        assertThat(forbidden.finding()).isEqualTo(ClaimFinding.SILENT);
        assertThat(forbidden.certain()).isTrue();
        assertThat(forbidden.why()).contains("an overview of what these rules leave unsaid");
        assertThat(only("The APA code has no rule on gifts from clients.").finding())
                .isEqualTo(ClaimFinding.SUPPORTED);
        assertThat(only("The NASW code has no rule on hugging clients.").finding())
                .isEqualTo(ClaimFinding.CONTRADICTED);
    }

    @Test
    void whatARulesOwnConditionsLeaveOutIsNotForbidden() {
        CheckedSentence leftOut =
                only(
                        "Rule 1.8 of the ABA Model Rules does not prohibit a sexual relationship with a"
                                + " client that existed already before.");
        assertThat(leftOut.finding()).isEqualTo(ClaimFinding.SUPPORTED);
        assertThat(leftOut.why()).contains("does not reach the case");
        assertThat(only("The APA code does not forbid friendships with clients.").finding())
                .isNotEqualTo(ClaimFinding.SUPPORTED);
        assertThat(only("The ACA code does not forbid sex with a client who consents.").finding())
                .isEqualTo(ClaimFinding.CONTRADICTED);
    }

    @Test
    void ofATextOfWhichNoRuleIsHeldNothingIsChecked() {
        CheckedSentence unread =
                ClaimsLibrary.checkByAll("The CRCC code forbids sexual contact with clients.")
                        .getFirst();
        assertThat(unread.finding()).isEqualTo(ClaimFinding.NOT_CHECKABLE);
        assertThat(unread.why()).contains("holds no rule of this text");
    }

    @Test
    void whatIsSaidOfCrimesIsHeldAgainstCrimes() {
        CheckedSentence crime =
                ClaimsLibrary.checkByAll(
                                "In Iowa it is a crime for a therapist to have sex with a current"
                                        + " client.")
                        .getFirst();
        assertThat(crime.codes()).extracting(c -> c.edition().level()).containsOnly("crime");
    }

    @Test
    void manyAreCountedAndTheCountIsShown() {
        CheckedSentence most = only("Most codes prohibit sexual contact with current clients.");
        CheckedSentence.Count count = most.count().orElseThrow();
        assertThat(count.of()).isEqualTo(most.codes().size());
        assertThat(2 * count.hold()).isGreaterThan(count.of());
        assertThat(most.why())
                .contains(count.hold() + " of the " + count.of() + " codes of ethics");
    }

    @Test
    void mostIsRefutedByTheCount() {
        CheckedSentence most = only("Most codes forbid friendships with former clients.");
        assertThat(most.finding())
                .isIn(
                        ClaimFinding.OVERSTATED,
                        ClaimFinding.CONTRADICTED,
                        ClaimFinding.NOT_CHECKABLE);
        assertThat(most.count().orElseThrow().hold()).isZero();
    }

    @Test
    void anExceptionThatTheTextDoesNotMakeIsFound() {
        CheckedSentence excepted =
                only(
                        "BACP members may not have sex with a client unless they were together before.");
        assertThat(excepted.finding()).isEqualTo(ClaimFinding.UNDERSTATED);
        assertThat(excepted.why()).contains("no such exception");
    }

    @Test
    void aConditionThatWasNotUnderstoodIsSaid() {
        CheckedSentence odd =
                only("The NASW code forbids friendships with former clients if the moon is full.");
        assertThat(odd.finding()).isEqualTo(ClaimFinding.NOT_CHECKABLE);
        assertThat(odd.why()).contains("if the moon is full");
    }

    @Test
    void whatIsSaidOfTwoTextsMustBeSoOfBoth() {
        CheckedSentence both =
                only(
                        "NASW and ACA both prohibit sexual contact with former clients for five years.");
        assertThat(both.finding()).isEqualTo(ClaimFinding.OVERSTATED);
        assertThat(both.codes())
                .extracting(c -> c.edition().id())
                .contains("nasw-2021", "aca-2014");
    }

    @Test
    void anEditionIsNamedByItsYear() {
        CheckedSentence old =
                only("The 2007 APS code banned sexual activity with former clients for two years.");
        assertThat(old.finding()).isEqualTo(ClaimFinding.SUPPORTED);
        assertThat(old.codes().getFirst().edition().id()).isEqualTo("aps-2007");
    }

    @Test
    void everyFindingButThoseNotCheckableNamesItsTextAndHowWellItIsKnown() {
        CheckedSentence sentence = only("The NASW code allows bartering with clients.");
        CodeFinding code = sentence.codes().getFirst();
        assertThat(code.verified()).isNotEmpty();
        assertThat(code.provisions()).isNotEmpty().allMatch(g -> !g.provision().source().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The code of the Guild of Dream Interpreters forbids hugging clients.",
                "The XQZC code forbids hugging clients.",
                "Wisconsin forbids counselors to have sex with former clients.",
                "The NASW code forbids levitating with clients."
            })
    void nothingIsMadeUp(String text) {
        assertThat(only(text).finding()).isEqualTo(ClaimFinding.NOT_CHECKABLE);
        assertThat(only(text).why()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Is it true that the ACA code forbids hugging clients?",
                "I think the ACA code forbids hugging clients.",
                "Maybe the ACA code forbids hugging clients.",
                "Ask your supervisor what the ACA code allows.",
                "We were friends long before the NASW code was written.",
                "Her counselor never spoke of the code.",
                "Ethics is a lifelong practice."
            })
    void whatAssertsNothingIsLeftAlone(String text) {
        assertThat(ClaimsLibrary.check(text)).isEmpty();
    }
}

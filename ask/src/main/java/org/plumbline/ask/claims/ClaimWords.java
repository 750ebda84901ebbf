package org.plumbline.ask.claims;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;

/// The words by which statements are read, from `codes/claims.yaml`. Immutable; shared.
///
/// @param stances what a statement says a text does, in the order in which kinds are tried
/// @param phrases lists of phrases by section: `hedges`, `tellers`, `universal` …
/// @param quantities how many of a class of texts
/// @param classes classes of texts
/// @param acts acts, in the order in which they are tried
/// @param numbers numbers in words
/// @param units units of time: a letter of `YMWD`
/// @param money words for units of money
/// @param leftOpen circumstances that a statement may not leave aside without saying so
/// @param alwaysOrdinary facts that are ordinary however widely a statement speaks
/// @param takenAs facts taken for granted in every statement
/// @param takenAsOfOthers facts taken for granted where the person is someone close to a client
/// @param silences by edition, what it is known to say nothing of
/// @param people words for parties, more exact than a question needs them
/// @param abbreviations words whose full stop ends no sentence
/// @param provisionWords words before the number of a provision
record ClaimWords(
        SequencedMap<Stance, List<Phrase>> stances,
        Map<String, List<Phrase>> phrases,
        SequencedMap<String, Quantity> quantities,
        SequencedMap<String, TextClass> classes,
        List<ActWords> acts,
        List<ConditionWords> conditions,
        List<DutyWords> duties,
        Map<String, Integer> numbers,
        Map<String, Character> units,
        Map<String, List<Phrase>> money,
        List<String> leftOpen,
        Set<String> alwaysOrdinary,
        Map<String, Object> takenAs,
        Map<String, Object> takenAsOfOthers,
        Map<String, List<Silence>> silences,
        SequencedMap<String, List<Phrase>> people,
        Set<String> abbreviations,
        Set<String> provisionWords) {

    /// How many of a class of texts are meant.
    ///
    /// @param id `most`
    /// @param says the words before the class
    /// @param moreThan per cent that must be passed
    /// @param lessThan per cent that must not be reached
    /// @param least how many must say so
    /// @param all whether every one must
    /// @param none whether none may
    record Quantity(
            String id,
            List<Phrase> says,
            Optional<Integer> moreThan,
            Optional<Integer> lessThan,
            Optional<Integer> least,
            boolean all,
            boolean none) {}

    /// A class of texts.
    ///
    /// @param called what answers call it: "codes of ethics"
    record TextClass(Set<String> levels, String called, List<Phrase> says) {}

    /// An act, or several of which the same is said.
    ///
    /// @param toward the only people toward whom it can be done, whoever else is named
    record ActWords(List<String> acts, List<Phrase> says, Optional<String> toward) {}

    /// A condition or exception.
    ///
    /// @param notWith stances beside which the words mean something else
    /// @param of the acts of which alone the words mean this; empty: of any
    /// @param so the facts where the words apply
    /// @param otherwise the facts where they do not; empty where that is the ordinary
    record ConditionWords(
            List<Phrase> says,
            Map<String, Object> so,
            Map<String, Object> otherwise,
            Set<String> of,
            Set<String> notWith) {}

    /// What a text that is held in part is known to say nothing of.
    ///
    /// @param acts the acts of which it says nothing
    /// @param with toward whom; empty: toward anybody
    /// @param source who says so
    record Silence(Set<String> acts, Set<String> with, String source) {
        boolean covers(String act, String party) {
            return acts.contains(act) && (with.isEmpty() || with.contains(party));
        }
    }

    /// What a text may require of whoever acts.
    ///
    /// @param duty a safeguard, where it is one
    /// @param factor something to weigh, where it is one
    record DutyWords(List<Phrase> says, Optional<String> duty, Optional<String> factor) {}

    /// Reads the words, with a finding for every key that is malformed or not known.
    static Loaded<ClaimWords> from(Node.Mapping file) {
        return new ClaimWordsReader().read(file);
    }

    /// Who says that an edition is silent on all these acts toward all these people, if anybody does.
    Optional<String> silence(String edition, List<String> done, List<String> people) {
        List<Silence> known = silences.getOrDefault(edition, List.of());
        boolean all =
                done.stream()
                        .allMatch(act ->
                                people.stream()
                                        .allMatch(party ->
                                                known.stream()
                                                        .anyMatch(s -> s.covers(act, party))));
        return all
                ? known.stream()
                        .filter(s -> done.stream().anyMatch(s.acts()::contains))
                        .map(Silence::source)
                        .findFirst()
                : Optional.empty();
    }

    List<Phrase> phrases(String section) {
        return phrases.getOrDefault(section, List.of());
    }
}

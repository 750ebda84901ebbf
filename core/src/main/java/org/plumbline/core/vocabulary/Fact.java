package org.plumbline.core.vocabulary;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Something that can be so or not so in a case, with the values it can take.
public sealed interface Fact {

    /// The word that names it in files: `harm-risk`.
    String id();

    /// Who may settle a yes-no fact, and what else it is good for.
    enum Sort {
        /// Anybody can look; ordinarily not so.
        CIRCUMSTANCE,
        /// Only a professional can say; never defaulted, never inferred.
        JUDGEMENT,
        /// Something one can do; its id is also the name of a duty.
        SAFEGUARD
    }

    /// A fact that is so or is not.
    ///
    /// @param is the phrase when it is so
    /// @param isNot the phrase when it is not
    /// @param duty what whoever owes it must do; present for safeguards only
    record YesNo(String id, Sort sort, String is, String isNot, Optional<String> duty)
            implements Fact {}

    /// A fact with words for values: leaves, and families that stand for several leaves.
    sealed interface Worded extends Fact permits OneOf, SomeOf {
        /// Every leaf, in the order of the vocabulary.
        List<String> values();

        /// Families with their leaves.
        Map<String, Set<String>> families();

        /// The phrase, `{}` standing for the value.
        String says();

        /// The phrase for none of the values, where the vocabulary has one.
        Optional<String> saysNot();

        /// The same as a question to the practitioner: "How would it be done?"; absent where the
        /// vocabulary has none.
        Optional<String> asks();

        /// How single words read inside the phrase; a word not listed reads as itself.
        Map<String, String> phrases();

        /// The leaves that a word stands for; empty when the fact has no such word.
        default Set<String> leaves(String word) {
            Set<String> family = families().get(word);
            if (family != null) {
                return family;
            }
            return values().contains(word) ? Set.of(word) : Set.of();
        }

        /// Every word that may stand for a value: leaves, then families.
        default Set<String> words() {
            Set<String> words = new LinkedHashSet<>(values());
            words.addAll(families().keySet());
            return words;
        }
    }

    /// A fact that has exactly one of its values.
    ///
    /// @param ordinary the value that `rest: ordinary` may take for granted
    record OneOf(
            String id,
            List<String> values,
            SequencedMap<String, Set<String>> families,
            Optional<String> ordinary,
            String says,
            Optional<String> saysNot,
            Optional<String> asks,
            Map<String, String> phrases)
            implements Worded {}

    /// A fact that has any number of its values.
    ///
    /// @param ordinarilyNone whether `rest: ordinary` may take it that there are none
    record SomeOf(
            String id,
            List<String> values,
            SequencedMap<String, Set<String>> families,
            boolean ordinarilyNone,
            String says,
            Optional<String> saysNot,
            Optional<String> asks,
            Map<String, String> phrases)
            implements Worded {}

    /// A number in a unit; units are never converted into one another.
    record Amount(String id, List<String> units, String says) implements Fact {}

    /// Something that happened on a day, or has not happened.
    record Event(String id, String says) implements Fact {}
}

package org.plumbline.core.vocabulary;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// The closed list of words, each with the phrase it renders to.
///
/// @param facts every fact by id, in the order of the file: people, act, worded facts, amounts,
///     circumstances, judgements, safeguards, events
/// @param parties names for points in role, stage and tie
/// @param acts phrases of acts and of act families, by id
/// @param factors what a code tells one to weigh; no truth value
/// @param consequences what may follow a breach
/// @param levels kinds of text, from crime to model
/// @param leading the texts shown first for a profession
/// @param asking what questions cost
/// @param changes what a person can change, in the order of the file
public record Vocabulary(
        SequencedMap<String, Fact> facts,
        SequencedMap<String, Party> parties,
        SequencedMap<String, ActPhrase> acts,
        SequencedMap<String, String> factors,
        List<String> consequences,
        List<String> levels,
        SequencedMap<String, List<String>> leading,
        Asking asking,
        List<Changeable> changes) {

    /// The facts that say who is bound; a case names them completely or leaves them open.
    public static final List<String> PRACTITIONER =
            List.of("profession", "membership", "licence", "jurisdiction", "employer");

    /// The act family that stands for every act.
    public static final String ANY_ACT = "any-act";

    /// The party that is everybody.
    public static final String ANYONE = "anyone";

    /// A fact by its word.
    public Optional<Fact> fact(String id) {
        return Optional.ofNullable(facts.get(id));
    }

    /// A fact that must be there, because every vocabulary is read with it.
    ///
    /// @throws IllegalStateException if the reader let a vocabulary through without it
    public Fact.OneOf oneOf(String id) {
        if (facts.get(id) instanceof Fact.OneOf fact) {
            return fact;
        }
        throw new IllegalStateException("the vocabulary has no one-of fact `" + id + "`");
    }

    /// The events, in the order of the file.
    public List<Fact.Event> events() {
        return facts.values().stream()
                .filter(Fact.Event.class::isInstance)
                .map(Fact.Event.class::cast)
                .toList();
    }

    /// The leaves of an act or act family.
    public Set<String> actLeaves(String word) {
        return oneOf("act").leaves(word);
    }

    /// Every word that could have been meant where a fact was expected.
    public Collection<String> factWords() {
        return facts.keySet();
    }
}

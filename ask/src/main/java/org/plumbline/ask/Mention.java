package org.plumbline.ask;

import java.util.Set;

/// Somebody whom a text names.
///
/// @param role what the word makes of this person
/// @param value which profession or tie, by its id in the lexicon; empty for the rest
/// @param start the first token that belongs to the mention, from its determiner on
/// @param head the first token of the noun
/// @param end the token after the noun
/// @param stage whether the words beside it say former, current or not yet
/// @param owner index of the mention to whom this one belongs, or one of the constants
record Mention(Role role, String value, int start, int head, int end, Stage stage, int owner) {

    /// Nobody is named as the one to whom it belongs.
    static final int NOBODY = -1;

    /// It belongs to whoever asks: `my`, `our`.
    static final int ASKER = -2;

    /// It belongs to a person meant by a pronoun: `her`, `their`.
    static final int PRONOUN = -3;

    /// It belongs to whoever is spoken to, which is mostly anybody: `your`.
    static final int ANYBODY = -4;

    /// What somebody is.
    enum Role {
        PROFESSIONAL,
        CLIENT,
        SUPERVISEE,
        STUDENT,
        COLLEAGUE,
        TIE,
        /// I, me, we, us.
        SPEAKER,
        /// He, him, she, they.
        PRONOUN,
        /// A supervisor or a teacher: whoever says `my` of one is a supervisee or a student.
        SUPERIOR,
        /// You.
        ANYBODY
    }

    /// Where the work with somebody stands, as far as the words beside a noun say.
    enum Stage {
        UNSAID,
        CURRENT,
        FORMER,
        PROSPECTIVE
    }

    boolean is(Role... roles) {
        return Set.of(roles).contains(role);
    }

    Mention ownedBy(int mention) {
        return new Mention(role, value, start, head, end, stage, mention);
    }

    /// This mention, with the words that stand before another which only describes it.
    Mention from(Mention describing) {
        return new Mention(
                role,
                value,
                describing.start(),
                head,
                end,
                stage == Stage.UNSAID ? describing.stage() : stage,
                owner == NOBODY ? describing.owner() : owner);
    }

    Mention as(Role other) {
        return new Mention(other, "", start, head, end, stage, owner);
    }

    /// This mention, up to a later token.
    Mention upTo(int token) {
        return new Mention(role, value, start, head, token, stage, owner);
    }

    Mention at(Stage other) {
        return new Mention(role, value, start, head, end, other, owner);
    }
}

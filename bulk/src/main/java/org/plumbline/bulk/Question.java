package org.plumbline.bulk;

/// Something that texts ask of a row, with one code for each answer they can tell apart.
///
/// Codes below [#radix] are common and index tables; others are found by look-up. All of them are
/// given when they first occur, so a code means something within one process only.
///
/// Equal to itself only; safe to share between threads.
abstract class Question {

    private final int slot;
    private final Tier tier;

    /// When a question is asked: who is bound and what is done come first, because most norms end
    /// there.
    enum Tier {
        BINDING,
        PEOPLE,
        MEANS,
        CIRCUMSTANCES
    }

    Question(int slot, Tier tier) {
        this.slot = slot;
        this.tier = tier;
    }

    /// Its place among the questions of a text.
    final int slot() {
        return slot;
    }

    final Tier tier() {
        return tier;
    }

    /// The row's answer, if the act were done on a day.
    abstract int code(Row row, int day);

    /// How many codes index tables.
    abstract int radix();

    /// How many answers a row may give that is known to the day and value by value, unknown included;
    /// what is known in part has codes from there on.
    abstract int common();

    /// Whether an answer leaves something open.
    abstract boolean open(int code);

    /// The word that it asks after.
    abstract String word();

    /// What an answer makes of one part of what is asked.
    abstract int truth(int code, int part);
}

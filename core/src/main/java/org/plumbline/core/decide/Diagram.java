package org.plumbline.core.decide;

import org.jspecify.annotations.Nullable;

/// A yes-or-no question about everything that is still possible, as a decision diagram.
///
/// Each node asks one variable and has a child for each of its values. Nodes are made by
/// [Diagrams] only, which makes every question once: two diagrams of one maker ask the same
/// question exactly when they are the same object.
final class Diagram {

    /// Position of the variable in the order; the terminals come last.
    final int level;

    /// What is left to ask for each value of the variable; empty for the terminals.
    final Diagram[] children;

    /// Number within the maker, for look-ups.
    final int id;

    /// Hash over the level and the children, kept because tables grow; of an ending, its number.
    final int hash;

    /// A bit for each number in which it can end; none for a question that ends in yes or no.
    final int ends;

    /// The opposite question, once somebody asked for it.
    @Nullable Diagram opposite;

    Diagram(int level, Diagram[] children, int id, int hash, int ends) {
        this.level = level;
        this.children = children;
        this.id = id;
        this.hash = hash;
        this.ends = ends;
    }
}

package org.plumbline.core.interview;

import org.plumbline.core.scenario.Known;

/// What somebody answers to a question. Not to know and not to apply are kept apart: what is not
/// known stays open, and is not asked again; what does not apply is not so.
public sealed interface Answer {

    /// What is known of the fact from now on.
    record Value(Known known) implements Answer {}

    /// "I do not know."
    record Unknown() implements Answer {}

    /// "That does not apply here." An event has then not happened, a tie or ground is not there, a
    /// circumstance or safeguard is not so. Of a judgement, a number, or a fact that must have one
    /// of its values, nothing follows: it stays as open as it was.
    record NotApplicable() implements Answer {}

    /// Nothing is known of it.
    Answer UNKNOWN = new Unknown();

    /// It does not apply.
    Answer NOT_APPLICABLE = new NotApplicable();
}

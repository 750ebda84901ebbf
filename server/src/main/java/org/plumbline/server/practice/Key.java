package org.plumbline.server.practice;

import java.util.List;
import java.util.Optional;
import org.plumbline.core.decide.Decision.Answer;
import org.plumbline.core.decide.Decision.Lifts;
import org.plumbline.core.decide.Headline;

/// What makes two answers the same answer: their headlines, and when a bar ends.
///
/// @param headlines with silence of either kind as one
record Key(List<Headline> headlines, Optional<Lifts> lifts) {

    static Key of(Answer answer) {
        return new Key(
                answer.headlines().stream()
                        .map(h -> h == Headline.SILENT ? Headline.NOT_ADDRESSED : h)
                        .distinct()
                        .toList(),
                answer.headlines().contains(Headline.PROHIBITED)
                        ? answer.lifts()
                        : Optional.empty());
    }

    /// Whether it says something of the act: a text that does not bind says nothing.
    boolean speaks() {
        return !headlines.contains(Headline.NOT_BOUND)
                && !headlines.contains(Headline.NOT_IN_FORCE);
    }

    /// Whether somebody could hold both for right: they are the same, or one of two bars does not say
    /// when it ends.
    boolean mistakable(Key other) {
        return headlines.equals(other.headlines)
                && (lifts.equals(other.lifts) || lifts.isEmpty() || other.lifts.isEmpty());
    }
}

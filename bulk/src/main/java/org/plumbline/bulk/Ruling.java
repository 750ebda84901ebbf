package org.plumbline.bulk;

import java.util.List;
import java.util.Optional;
import org.plumbline.core.decide.Decision.Lifts;
import org.plumbline.core.decide.Decision.Missing;
import org.plumbline.core.decide.Decision.Sureness;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.norm.Edition;

/// What is said of one row.
///
/// @param way how it was decided
/// @param texts text by text
/// @param together the texts joined; absent when none of them binds and is in force
public record Ruling(Way way, List<OfText> texts, Optional<Joined> together) {

    public Ruling {
        texts = List.copyOf(texts);
    }

    /// How a row was decided.
    public enum Way {
        /// Looked up.
        COMPILED,
        /// By the plain evaluator, because the compiled form cannot hold the row.
        PLAIN,
        /// Not at all: no possible person fits it.
        IMPOSSIBLE
    }

    /// What one text says.
    ///
    /// @param inForce whether it was in force on the day of the act
    /// @param outcome shared by all rows that are alike
    /// @param lifting when the certain bar weakens; absent where there is none
    public record OfText(
            Edition edition, Sureness inForce, Outcome outcome, Optional<Lifting> lifting) {}

    /// When a bar weakens, and what is then said.
    ///
    /// @param then the headlines on the day to wait for; empty when it never lifts
    ///
    /// @param missingThen the facts that could then still change it; empty for texts joined
    public record Lifting(Lifts lifts, List<Headline> then, List<Missing> missingThen) {
        Lifting ofSeveral() {
            return new Lifting(lifts, then, List.of());
        }
    }

    /// The texts joined.
    ///
    /// @param by what grounds the joined headline: edition and provision
    public record Joined(
            List<Headline> headlines,
            List<Missing> missing,
            List<String> by,
            Optional<Lifting> lifting) {}

    /// What is said of the row, strictest first: by the texts joined, or that none binds, or that the
    /// one asked about was not in force.
    public List<Headline> headlines() {
        if (together.isPresent()) {
            return together.get().headlines();
        }
        boolean late =
                texts.stream()
                        .anyMatch(t -> t.outcome().headlines().contains(Headline.NOT_IN_FORCE));
        return List.of(late ? Headline.NOT_IN_FORCE : Headline.NOT_BOUND);
    }

    static Ruling impossible() {
        return new Ruling(Way.IMPOSSIBLE, List.of(), Optional.empty());
    }
}

package org.plumbline.ask;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What a text was understood to ask.
///
/// @param inScope whether codes of ethics could answer it
/// @param parts one question, or two where the text asks two; the main one first; empty when out of
///     scope
/// @param trouble why there is no answer; also present, in scope, where the act was not understood
public record Reading(boolean inScope, List<Part> parts, Optional<Trouble> trouble) {

    public Reading {
        parts = List.copyOf(parts);
        if (inScope == parts.isEmpty()) {
            throw new IllegalArgumentException("a question in scope has at least one part");
        }
    }

    /// One of the questions in a text.
    ///
    /// @param evidence the words behind every value that was read
    /// @param scenario the facts that were read, in the form of `scenario:` in the case files: only
    ///     strings, lists and mappings; absent where the act was not understood
    /// @param notUnderstood words that seem to carry the act and are not known
    public record Part(
            Slots slots,
            List<Evidence> evidence,
            Optional<SequencedMap<String, Object>> scenario,
            List<String> notUnderstood) {
        public Part {
            evidence = List.copyOf(evidence);
            notUnderstood = List.copyOf(notUnderstood);
        }
    }

    /// The slots of the main question; all unspecified when out of scope.
    public Slots slots() {
        return parts.isEmpty() ? Slots.NONE : parts.getFirst().slots();
    }

    /// The slots of the second question, if the text asks two.
    public Optional<Slots> alsoSlots() {
        return parts.size() < 2 ? Optional.empty() : Optional.of(parts.get(1).slots());
    }

    /// The evidence for the main question, or for the refusal.
    public List<Evidence> evidence() {
        return parts.isEmpty()
                ? trouble.map(Trouble::because).orElse(List.of())
                : parts.getFirst().evidence();
    }

    /// The scenario of the main question.
    public Optional<SequencedMap<String, Object>> scenario() {
        return parts.isEmpty() ? Optional.empty() : parts.getFirst().scenario();
    }

    /// The words of the main question that carry the act and are not known.
    public List<String> notUnderstood() {
        return parts.isEmpty() ? List.of() : parts.getFirst().notUnderstood();
    }
}

package org.plumbline.core.norm;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.core.vocabulary.Party;

/// A text that makes another text's norms its own.
///
/// @param onlyActs the acts for which it does; absent means all
/// @param onlyWith the people toward whom it does, any of them; empty means all
public record Incorporation(Source source, Optional<Set<String>> onlyActs, List<Party> onlyWith) {

    public Incorporation {
        onlyWith = List.copyOf(onlyWith);
    }

    /// What is borrowed.
    public sealed interface Source {
        /// One edition, whatever comes after it.
        record Frozen(String edition) implements Source {}

        /// Whatever edition of a body is in force.
        record Floating(String body) implements Source {}

        /// Every text of a level that binds the same person: an employer's policies.
        record OfLevel(String level) implements Source {}
    }
}

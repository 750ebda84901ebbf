package org.plumbline.core.vocabulary;

import java.util.Set;

/// A name for a set of points in three facts: what the principal is to the practitioner, where that
/// relationship stands, and what this person is to the principal.
///
/// @param id `former-client-partner`
/// @param roles what the principal may be
/// @param stages where the relationship may stand
/// @param ties what the person may be to the principal; `self` is the principal
/// @param says the phrase: "a former client's partner"
public record Party(
        String id, Set<String> roles, Set<String> stages, Set<String> ties, String says) {

    public Party {
        roles = Set.copyOf(roles);
        stages = Set.copyOf(stages);
        ties = Set.copyOf(ties);
    }

    /// Whether everybody whom this name fits is also fitted by the other.
    public boolean within(Party other) {
        return other.roles.containsAll(roles)
                && other.stages.containsAll(stages)
                && other.ties.containsAll(ties);
    }
}

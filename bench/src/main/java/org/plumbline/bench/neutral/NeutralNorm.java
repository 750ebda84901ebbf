package org.plumbline.bench.neutral;

import java.util.List;
import java.util.Set;

/// One norm of the workload.
///
/// It covers the professions of its code, some acts, parties and media, and either any day, or days
/// before or after the bar. It applies where all its conditions are so and no exception is.
///
/// @param verb how it speaks
/// @param bar when it is in play, counted in days since the service ended
/// @param when all of which must be so
/// @param unless groups, any of which excuses where all of it is so
public record NeutralNorm(
        String id,
        String code,
        Verb verb,
        Set<String> acts,
        Set<String> parties,
        Set<String> media,
        Bar bar,
        List<Literal> when,
        List<List<Literal>> unless) {

    public NeutralNorm {
        acts = Set.copyOf(acts);
        parties = Set.copyOf(parties);
        media = Set.copyOf(media);
        when = List.copyOf(when);
        unless = List.copyOf(unless);
    }

    /// How a norm speaks, from mild to strict.
    public enum Verb {
        ALLOW,
        REQUIRE,
        ADVISE_AGAINST,
        FORBID
    }

    /// A fact that must be so, or must not.
    public record Literal(String fact, boolean so) {}

    /// When a norm is in play.
    ///
    /// @param days 0 for a norm on any day
    /// @param beyond whether it is in play once the service has ended so many days ago, or until then,
    ///     while it has not ended at all included
    public record Bar(int days, boolean beyond) {
        /// On any day.
        public static final Bar NONE = new Bar(0, false);
    }
}

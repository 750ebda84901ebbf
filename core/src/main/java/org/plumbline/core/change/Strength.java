package org.plumbline.core.change;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.core.decide.Headline;

/// The strongest bar among some headlines, and how sure it is.
///
/// @param bars the headlines that bar as strongly
/// @param certain whether every possible headline does; otherwise some do
record Strength(Set<Headline> bars, boolean certain) {

    private static final Set<Headline> FORBIDDEN =
            EnumSet.of(Headline.DILEMMA, Headline.CONTESTED, Headline.PROHIBITED);
    private static final Set<Headline> AGAINST =
            EnumSet.of(
                    Headline.DILEMMA,
                    Headline.CONTESTED,
                    Headline.PROHIBITED,
                    Headline.REQUIRED_WITH_CAUTION,
                    Headline.TENSION,
                    Headline.ADVISED_AGAINST);

    /// The strongest bar; empty where nothing speaks against the act.
    static Optional<Strength> of(Collection<Headline> headlines) {
        for (Set<Headline> bars : List.of(FORBIDDEN, AGAINST)) {
            if (headlines.stream().anyMatch(bars::contains)) {
                return Optional.of(new Strength(bars, bars.containsAll(headlines)));
            }
        }
        return Optional.empty();
    }

    /// Whether the bar is weaker under other headlines: no longer certain where it was, or gone where
    /// it was open.
    boolean weakenedBy(Collection<Headline> headlines) {
        return !headlines.isEmpty()
                && (certain
                        ? !bars.containsAll(headlines)
                        : headlines.stream().noneMatch(bars::contains));
    }
}

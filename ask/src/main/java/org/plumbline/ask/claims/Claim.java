package org.plumbline.ask.claims;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.core.condition.Length;

/// What one sentence asserts.
///
/// @param stance what it says that the text does
/// @param acts the acts, as leaves of the vocabulary; empty where none was understood
/// @param parties toward whom; at least one
/// @param facts what it states of the case
/// @param exceptions what it excepts, each as the facts of the exception
/// @param time how long, or from when
/// @param universal whether it speaks without exception
/// @param denied whether it denies only that the rule is without exception
/// @param duty the safeguard it says is required, if it speaks of one
/// @param factor what it says must be weighed, if it speaks of that
/// @param topic what a statement that there is no rule is about
/// @param cites the provisions it names, as typed
/// @param unread words of a condition that were not understood
/// @param only whether it says that no other text says so
/// @param negation a negating word that nothing of this accounts for
/// @param ordinarily whether it leaves room for exceptions without naming them
record Claim(
        Subject subject,
        Stance stance,
        List<String> acts,
        List<String> parties,
        Map<String, Object> facts,
        List<Map<String, Object>> exceptions,
        Optional<Time> time,
        Optional<Money> money,
        boolean universal,
        boolean denied,
        Optional<String> duty,
        Optional<String> factor,
        Topic topic,
        List<String> cites,
        List<String> unread,
        boolean only,
        Optional<String> negation,
        boolean ordinarily) {

    Claim {
        acts = List.copyOf(acts);
        parties = List.copyOf(parties);
        facts = Map.copyOf(facts);
        exceptions = List.copyOf(exceptions);
        cites = List.copyOf(cites);
        unread = List.copyOf(unread);
    }

    /// Time, counted from the end of the work.
    sealed interface Time {
        /// For so long after it.
        record For(Length length) implements Time {}

        /// From then on.
        record After(Length length) implements Time {}

        /// From the day of the end on.
        record AtOnce() implements Time {}

        /// However long ago.
        record Ever() implements Time {}
    }

    /// A sum of money.
    ///
    /// @param over whether what is worth more is meant, and not what is worth up to so much
    /// @param limit whether it is given as a limit
    record Money(int sum, String unit, boolean over, boolean limit) {}

    /// What there is said to be no rule on.
    enum Topic {
        ACT,
        TIME,
        MONEY
    }

    Claim about(Subject other) {
        return new Claim(
                other,
                stance,
                acts,
                parties,
                facts,
                exceptions,
                time,
                money,
                universal,
                denied,
                duty,
                factor,
                topic,
                cites,
                unread,
                only,
                negation,
                ordinarily);
    }
}

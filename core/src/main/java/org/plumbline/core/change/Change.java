package org.plumbline.core.change;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.vocabulary.Changeable;

/// Steps that together weaken the strongest bar, and of which none can be left out.
///
/// @param steps what to do, a wait first; one to three
/// @param then the headlines of the texts joined once all is done, strictest first
public record Change(List<Step> steps, List<Headline> then) {

    public Change {
        steps = List.copyOf(steps);
        then = List.copyOf(then);
    }

    /// Something to do.
    public sealed interface Step {
        /// To let time pass: the act is done on this day, and not before.
        record Wait(LocalDate until) implements Step {}

        /// To see to it that a fact has another value.
        record Act(Changeable what) implements Step {}
    }

    /// The changeable facts among the steps.
    Set<Changeable> acts() {
        return steps.stream()
                .filter(Step.Act.class::isInstance)
                .map(step -> ((Step.Act) step).what())
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    /// Whether one of the steps is a wait.
    boolean waits() {
        return steps.stream().anyMatch(Step.Wait.class::isInstance);
    }

    /// Whether every step of another change is among these, waits taken as one step.
    boolean holds(Change other) {
        return acts().containsAll(other.acts()) && (waits() || !other.waits());
    }
}

package org.plumbline.core.decide;

import java.util.Set;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Window;
import org.plumbline.core.vocabulary.Party;

/// The case as the evaluator asks after it: one person, one act, one day.
///
/// @param <P> how truth is held
interface Circumstances<P> {

    /// Whether the act is one of these.
    P act(Set<String> leaves);

    /// Whether the form is one of these: doing, planning …
    P form(Set<String> forms);

    /// Whether the means is one of these.
    P medium(Set<String> leaves);

    /// Whether the person is fitted by a party name.
    P party(Party party);

    /// Whether a condition is so.
    P holds(Condition condition);

    /// Whether the day of the act lies inside a window.
    P during(Window window);

    /// Whether a provision with several readings is read in this one.
    ///
    /// @param point the provision, as answers cite it
    P readAs(String point, String reading);
}

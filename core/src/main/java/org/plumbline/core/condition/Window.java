package org.plumbline.core.condition;

import java.util.List;
import org.plumbline.core.vocabulary.Fact;

/// When a norm applies, measured from an event in the relationship it protects.
public sealed interface Window {

    /// No clock.
    ///
    /// @param stated whether the text says in words that no time ends it
    record Always(boolean stated) implements Window {}

    /// Until the length has run. While the event has not happened, the clock has not started and
    /// the window holds.
    record Within(Length length, Anchor anchor, Reckoning reckoning) implements Window {}

    /// The exact complement: from the day the bar is over.
    record Beyond(Within bar) implements Window {}

    /// No clock, and nothing said of one.
    Window ALWAYS = new Always(false);

    /// No clock, and the text says so.
    Window FOREVER = new Always(true);

    /// Which event starts the clock.
    ///
    /// @param events one for `AFTER`, two or more for the others
    record Anchor(Start start, List<Fact.Event> events) {
        public Anchor {
            events = List.copyOf(events);
        }
    }

    /// How an anchor with several events picks one.
    enum Start {
        AFTER,
        LATER_OF,
        EARLIER_OF
    }
}

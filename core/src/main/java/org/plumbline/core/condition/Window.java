package org.plumbline.core.condition;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.plumbline.core.vocabulary.Fact;

/// When a norm applies, measured from an event in the relationship it protects.
public sealed interface Window {

    /// No clock.
    ///
    /// @param stated whether the text says in words that no time ends it
    record Always(boolean stated) implements Window {}

    /// Until the length has run. While the event has not happened, the clock has not started and
    /// the window holds.
    record Within(Length length, Anchor anchor, Reckoning reckoning) implements Window {
        /// Whether another window covers the same days, whatever it is called: 24 months are two years,
        /// and 30 days without the last are 29 with it.
        public boolean coversWhat(Within other) {
            return anchor.countsLike(other.anchor)
                    && length.months() == other.length.months()
                    && (reckoning.equals(other.reckoning)
                            ? length.days() == other.length.days()
                            : length.months() == 0
                                    && daysCovered().isPresent()
                                    && daysCovered().equals(other.daysCovered()));
        }

        /// How many days after the event are covered, where the text counts in days and says whether
        /// the last one is.
        private OptionalInt daysCovered() {
            return switch (reckoning.lastDay()) {
                case INCLUDED -> OptionalInt.of(length.days());
                case EXCLUDED -> OptionalInt.of(length.days() - 1);
                case UNSTATED -> OptionalInt.empty();
            };
        }
    }

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

        /// Whether another anchor starts the clock on the same day: in what order it names its events
        /// does not matter.
        public boolean countsLike(Anchor other) {
            return start == other.start && Set.copyOf(events).equals(Set.copyOf(other.events));
        }
    }

    /// How an anchor with several events picks one.
    enum Start {
        AFTER,
        LATER_OF,
        EARLIER_OF
    }
}

package org.plumbline.core.timeline;

import java.util.List;
import org.plumbline.core.condition.Window;

/// What ends a stretch of time: a length, and the event that it runs from.
///
/// @param length as written: "5 years"
/// @param events ids of the events; several where the later or the earlier one counts
/// @param says the phrase: "the last professional contact"
public record Clock(String length, List<String> events, String says) {

    public Clock {
        events = List.copyOf(events);
    }

    static Clock of(Window.Within window) {
        Window.Anchor anchor = window.anchor();
        String events = Words.and(anchor.events().stream().map(e -> e.says()).toList());
        return new Clock(
                window.length().words(),
                anchor.events().stream().map(e -> e.id()).toList(),
                switch (anchor.start()) {
                    case AFTER -> events;
                    case LATER_OF -> "the later of " + events;
                    case EARLIER_OF -> "the earlier of " + events;
                });
    }
}

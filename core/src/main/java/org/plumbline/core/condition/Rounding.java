package org.plumbline.core.condition;

/// What happens to an anniversary that the calendar does not have.
public enum Rounding {
    /// Back to the last day of the month.
    DOWN,
    /// On to the first day of the next month.
    UP,
    /// The text does not say; both are computed.
    UNSTATED
}

package org.plumbline.core.condition;

/// Whether the anniversary itself still belongs to the window.
public enum LastDay {
    INCLUDED,
    EXCLUDED,
    /// The text does not say; both are computed.
    UNSTATED
}

package org.plumbline.core.decide;

import org.jspecify.annotations.Nullable;
import org.plumbline.core.norm.Modality;

/// What norms of one kind make of an act, in the order of [Components].
enum Component {
    FORBIDDEN(1),
    ADVISED_AGAINST(2),
    REQUIRED(4),
    ADVISED(8),
    ALLOWED(16),
    OBLIGED(32),
    SPOKEN_OF(64);

    private final int bit;

    Component(int bit) {
        this.bit = bit;
    }

    /// What a norm with this verb makes of an act where it stands; nothing for one that is neither
    /// for nor against it.
    static @Nullable Component of(Modality modality) {
        return switch (modality) {
            case FORBID -> FORBIDDEN;
            case ADVISE_AGAINST -> ADVISED_AGAINST;
            case REQUIRE -> REQUIRED;
            case ADVISE -> ADVISED;
            case ALLOW -> ALLOWED;
            case UPON -> null;
        };
    }

    /// Whether it is for the act: it is required, advised or allowed.
    boolean speaksFor() {
        return this == REQUIRED || this == ADVISED || this == ALLOWED;
    }

    /// Its bit in a [ComponentSet].
    int bit() {
        return bit;
    }
}

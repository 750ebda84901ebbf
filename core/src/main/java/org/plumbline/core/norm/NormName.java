package org.plumbline.core.norm;

import java.util.Optional;

/// The name of a norm across the whole library.
///
/// @param reading the named reading it belongs to, where its provision bears two meanings
/// @param id its own id, or its place among the norms of its provision, counted from 1
public record NormName(String edition, String provision, Optional<String> reading, String id) {

    /// `nasw-2021 1.06(c)`.
    public String citation() {
        return edition + " " + provision;
    }

    @Override
    public String toString() {
        return citation() + reading.map(r -> " [" + r + "]").orElse("") + "#" + id;
    }
}

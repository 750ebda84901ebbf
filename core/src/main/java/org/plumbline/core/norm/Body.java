package org.plumbline.core.norm;

import java.util.List;
import java.util.Optional;

/// Who issues texts.
///
/// @param kind association, regulator, legislature, court or employer
/// @param country two letters, lower case
/// @param place the place it governs: `us-oh`
/// @param professions whom it regulates; empty where that is not recorded
/// @param sanctions what it can do by its own review
/// @param silenceMeans what its own texts say of their silence; `nothing` where they do not
public record Body(
        String id,
        String name,
        String kind,
        String country,
        Optional<String> place,
        List<String> professions,
        List<String> sanctions,
        String silenceMeans) {

    public Body {
        professions = List.copyOf(professions);
        sanctions = List.copyOf(sanctions);
    }
}

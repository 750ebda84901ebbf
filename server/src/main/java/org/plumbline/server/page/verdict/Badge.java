package org.plumbline.server.page.verdict;

import org.plumbline.core.norm.Verified;

/// How well a provision is known, in a few words beside a mark.
///
/// @param icon id of a symbol in `frame.html`, with `#`
public record Badge(String icon, String words) {

    /// The badge of a level.
    public static Badge of(Verified level) {
        return switch (level) {
            case TEXT -> new Badge("#i-full", "Wording read");
            case TEXT_PART -> new Badge("#i-half", "Wording read in part");
            case ABSTRACT -> new Badge("#i-half", "Official summary read");
            case SECONDARY -> new Badge("#i-ring", "Described by others");
            case MEMORY -> new Badge("#i-dash", "Not yet checked");
            case ILLUSTRATIVE -> new Badge("#i-dash", "Invented example");
        };
    }

    /// Whether somebody should look the provision up before relying on it.
    public static boolean weak(Verified level) {
        return level == Verified.SECONDARY
                || level == Verified.MEMORY
                || level == Verified.ILLUSTRATIVE;
    }
}

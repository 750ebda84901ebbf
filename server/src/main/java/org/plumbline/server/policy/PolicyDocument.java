package org.plumbline.server.policy;

import java.util.List;

/// A policy as it stands in a file.
///
/// @param practice for whom it was checked, in words
/// @param sections the topics that were decided
/// @param undecided the titles of those that were not
/// @param warnings how many sections a binding text forbids, may forbid or advises against
/// @param made the day, in words
public record PolicyDocument(
        String title,
        String practice,
        List<Section> sections,
        List<String> undecided,
        int warnings,
        String made,
        String fingerprint) {

    /// One topic.
    ///
    /// @param serves the provisions behind it
    /// @param warnings what speaks against adopting it
    /// @param notes what else the texts say of it
    public record Section(
            String id,
            String title,
            String clause,
            List<Served> serves,
            List<String> warnings,
            List<String> notes) {}

    /// A provision that a clause serves.
    ///
    /// @param says "NASW 2021 1.06(h), Personal relationships on social networks"
    /// @param address its page, for a document that is read here; files do not link to this machine
    public record Served(String says, String address) {}
}

package org.plumbline.server.page.interview;

import java.util.List;
import java.util.Optional;

/// The answers to check at the end.
///
/// @param rows what was answered
/// @param assumed what was taken as ordinary
/// @param line what the texts say so far
/// @param stop what no answer can change
/// @param more where further questions are asked; empty where there are none
public record CheckView(
        List<Row> rows,
        List<Row> assumed,
        String line,
        Optional<String> stop,
        Optional<String> more,
        String answer,
        String back) {

    /// One answer with the link to change it.
    ///
    /// @param known false where it was not said
    public record Row(String label, String says, String href, boolean known) {}
}

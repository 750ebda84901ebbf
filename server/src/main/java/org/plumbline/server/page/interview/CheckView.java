package org.plumbline.server.page.interview;

import java.util.List;
import java.util.Optional;

/// The answers to check at the end.
///
/// @param rows what was answered
/// @param assumed what was taken as ordinary
/// @param line what the texts say so far
/// @param stop what no answer can change
/// @param also where to say what else the person is; empty where nothing can be added
/// @param more where further questions are asked; empty where there are none
public record CheckView(
        List<Row> rows,
        List<Row> assumed,
        String line,
        Optional<String> stop,
        Optional<String> more,
        Optional<String> also,
        String answer,
        String back) {

    /// One answer with the link to change it.
    ///
    /// @param known false where it was not said
    public record Row(String label, String says, String href, boolean known) {}
}

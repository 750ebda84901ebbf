package org.plumbline.server.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.load.Finding;

/// What an operation answers.
sealed interface Reply {

    /// One document of mappings and lists.
    record Document(@Nullable Object json) implements Reply {}

    /// Several documents, as a list or a line each, whichever was asked for.
    record Several(List<?> items) implements Reply {}

    /// JSON that is written already.
    record Written(String text, boolean lines) implements Reply {}

    /// What is wrong with what was asked; its code says which status that is.
    record Refused(List<Finding> findings) implements Reply {}

    static Reply refused(List<Finding> findings) {
        return new Refused(findings);
    }
}

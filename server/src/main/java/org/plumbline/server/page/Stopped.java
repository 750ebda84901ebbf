package org.plumbline.server.page;

import java.util.List;
import java.util.Optional;

/// A page that cannot go on: what was found, and what to do next.
///
/// @param title a sentence without its stop
/// @param says what was kept, and what may be done
/// @param found what is wrong, a sentence each
/// @param again what was sent, to be sent once more; empty where there is nothing
/// @param ways where one may go from here
public record Stopped(
        String title, String says, List<String> found, Optional<Again> again, List<Way> ways) {

    /// A link.
    public record Way(String words, String href) {}

    /// A form as it was sent.
    public record Again(String action, List<Field> fields) {}

    /// A field of it.
    ///
    /// @param shown whether somebody typed it and should see it
    public record Field(String name, String value, boolean shown) {}
}

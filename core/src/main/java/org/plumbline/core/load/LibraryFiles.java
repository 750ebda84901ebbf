package org.plumbline.core.load;

import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.NormName;

/// A library together with the files it was read from, for whoever must point into them.
///
/// @param nodes every file by its path inside the library, with forward slashes
/// @param places where each norm (by its full name) and each provision (by citation) stands
/// @param prefix put before a path to name it to people: `codes/`
public record LibraryFiles(
        Library library,
        SequencedMap<String, Node> nodes,
        Map<String, Span> places,
        String prefix) {

    /// Where a norm stands.
    public Span place(NormName name) {
        return Optional.ofNullable(places.get(name.toString()))
                .orElse(Span.of(fileOf(name.edition())));
    }

    /// Where a provision stands.
    public Span place(String edition, String provision) {
        return Optional.ofNullable(places.get(edition + " " + provision))
                .orElse(Span.of(fileOf(edition)));
    }

    private String fileOf(String edition) {
        return library.entries().stream()
                .filter(e -> e.id().equals(edition))
                .map(e -> prefix + e.file())
                .findFirst()
                .orElse(edition);
    }
}

package org.plumbline.core.format;

import java.util.Optional;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Node;

/// What a file of a library holds, as far as a schema describes it.
enum FileKind {
    EDITION("edition"),
    BODY("body"),
    CASES("cases"),
    VOCABULARY("vocabulary"),
    POLICY("policy"),
    SAYINGS("sayings"),
    COLUMNS("columns"),
    PLACES("places");

    private final String word;

    FileKind(String word) {
        this.word = word;
    }

    /// The file of its schema, inside the library.
    String schema() {
        return "schema/" + word + ".schema.json";
    }

    /// What a file holds; empty where nobody wrote a schema for it.
    static Optional<FileKind> of(String path, Node node) {
        if (path.equals(LibraryReader.VOCABULARY)) {
            return Optional.of(VOCABULARY);
        }
        if (path.equals(LibraryReader.POLICY)) {
            return Optional.of(POLICY);
        }
        if (path.equals(LibraryReader.SAYINGS)) {
            return Optional.of(SAYINGS);
        }
        if (path.equals(LibraryReader.COLUMNS)) {
            return Optional.of(COLUMNS);
        }
        if (path.equals(LibraryReader.PLACES)) {
            return Optional.of(PLACES);
        }
        if (path.startsWith("cases/")) {
            return Optional.of(CASES);
        }
        if (!(node instanceof Node.Mapping mapping)) {
            return Optional.empty();
        }
        if (mapping.get("edition").isPresent()) {
            return Optional.of(EDITION);
        }
        return mapping.get("body").isPresent() ? Optional.of(BODY) : Optional.empty();
    }
}

package org.plumbline.core.load;

import java.util.List;

/// The outcome of reading something that a person wrote.
public sealed interface Loaded<T> {

    /// It could be read.
    ///
    /// @param warnings findings that do not keep it from being used
    record Sound<T>(T value, List<Finding> warnings) implements Loaded<T> {
        public Sound {
            warnings = List.copyOf(warnings);
        }
    }

    /// It could not be read; at least one finding is an error.
    record Unsound<T>(List<Finding> findings) implements Loaded<T> {
        public Unsound {
            findings = List.copyOf(findings);
        }
    }

    /// A value without warnings.
    static <T> Loaded<T> sound(T value) {
        return new Sound<>(value, List.of());
    }

    /// One finding.
    static <T> Loaded<T> unsound(Finding finding) {
        return new Unsound<>(List.of(finding));
    }

    /// Every finding, whether or not the value can be used.
    default List<Finding> allFindings() {
        return switch (this) {
            case Sound<T>(_, var warnings) -> warnings;
            case Unsound<T>(var findings) -> findings;
        };
    }
}

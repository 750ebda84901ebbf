package org.plumbline.core.load;

/// How much a finding matters: an error keeps a file from being used, a warning does not.
public enum Severity {
    ERROR,
    WARNING;

    /// The word that is printed.
    public String word() {
        return this == ERROR ? "error" : "warning";
    }
}

package org.plumbline.cli;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// What the launcher finds out about the sources while Java starts, and tells it through a pipe.
final class SourceWalk {

    private SourceWalk() {}

    /// The exit status that has the launcher build again and repeat the command: that of a failure
    /// which is over when one tries again.
    private static final int STALE = 75;

    /// The list of the library's files, if the launcher made one. Ends the process, which must not have
    /// said anything yet, where the sources are newer than the program that runs, or the launcher's word
    /// cannot be had.
    static String told() {
        String pipe = System.getProperty("plumbline.walk", "");
        if (pipe.isEmpty()) {
            return "";
        }
        try (var in = new FileInputStream(pipe)) {
            String told = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (!told.isEmpty() && !told.endsWith("/stale/")) {
                return told.endsWith("/unlisted/") ? "" : told;
            }
        } catch (IOException _) {
            // As if it were stale: the launcher then looks for itself.
        }
        Runtime.getRuntime().halt(STALE);
        return "";
    }
}

package org.plumbline.cli;

import java.util.List;

/// A first run after a build, from which the JVM remembers which classes a command needs.
///
/// `./plumbline` runs this once and throws its output away. A command that people run often
/// belongs in [#RUNS]; one that needs the network, a terminal or a second does not.
final class Training {

    private static final List<List<String>> RUNS = List.of(List.of("--version"), List.of("--help"));

    private Training() {}

    public static void main(String[] args) {
        RUNS.forEach(run -> Main.commandLine().execute(run.toArray(String[]::new)));
    }
}

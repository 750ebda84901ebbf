package org.plumbline.cli;

import java.util.List;

/// A first run after a build, from which the JVM remembers which classes a command needs.
///
/// `./plumbline` runs this once and throws its output away. A command that people run often
/// belongs in [#RUNS]; one that needs the network, a terminal or a second does not.
final class Training {

    private static final List<List<String>> RUNS =
            List.of(
                    List.of("--version"),
                    List.of("--help"),
                    List.of("ask", "Can I be friends with a former client?"),
                    List.of("ask", "--json", "May a counselor in Ohio date an ex-client?"),
                    List.of("codes", "show", "nasw-2021", "1.06(c)"),
                    List.of("ask", "is it ok to hug a client"));

    private Training() {}

    public static void main(String[] args) {
        RUNS.forEach(run -> Main.commandLine().execute(run.toArray(String[]::new)));
    }
}

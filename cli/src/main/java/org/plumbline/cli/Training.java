package org.plumbline.cli;

import java.util.List;

/// A first run after a build, from which the JVM remembers which classes a command needs.
///
/// `./plumbline` runs this and throws its output away. What is remembered is loaded at every start,
/// so questions, which are asked most, have a memory of their own, and so have checks, which need more
/// than others; the other commands share one. A command that people run often belongs in one of the
/// lists; one that needs the network, a terminal or a second does not. The check is here all the same:
/// what it finds is kept, so that whoever edits the library waits for the change alone.
final class Training {

    private static final List<List<String>> ASK =
            List.of(List.of("ask", "Can I be friends with a former client?"));

    private static final List<List<String>> REST =
            List.of(
                    List.of("--version"),
                    List.of("--help"),
                    List.of("codes", "show", "nasw-2021", "1.06(c)"));

    private static final List<List<String>> CHECK =
            List.of(
                    List.of("check", "--deep", "--seconds", "2"),
                    List.of("check", "--deep", "--seconds", "0"));

    private Training() {}

    /// Runs one of the lists, or the server.
    ///
    /// @param args `ask`, `rest`, `check` or `serve`
    public static void main(String[] args) throws InterruptedException {
        if (args[0].equals("serve")) {
            ServerTraining.run();
            return;
        }
        List<List<String>> runs =
                switch (args[0]) {
                    case "ask" -> ASK;
                    case "check" -> CHECK;
                    default -> REST;
                };
        for (List<String> run : runs) {
            Main.run(run.toArray(String[]::new));
        }
    }
}

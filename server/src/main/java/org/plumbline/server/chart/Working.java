package org.plumbline.server.chart;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.ui.Model;

/// How far a piece of work is.
///
/// @param name which part of the page waits for it
/// @param says "Looked at 3 of 40 kinds of act"
record Working(String name, String title, String says, int done, int total, boolean failed) {

    /// How long a page waits for its work before it says how far that is.
    private static final Duration PATIENCE = Duration.ofMillis(700);

    static Working of(Workshop.Job<?> job, String name) {
        String title =
                switch (name) {
                    case "matrix" -> "Working out the table";
                    case "apart" -> "Looking for cases that they answer differently";
                    case "timeline" -> "Drawing what each text says over time";
                    default -> "Looking for what changed";
                };
        String says =
                job.failed()
                        ? "This could not be worked out. Ask again, or for fewer acts."
                        : job.total() == 0
                                ? "It waits for its turn, or has just begun."
                                : "Looked at %d of %d %s so far."
                                        .formatted(
                                                job.done(),
                                                job.total(),
                                                name.equals("timeline") ? "texts" : "kinds of act");
        return new Working(name, title, says, job.done(), Math.max(1, job.total()), job.failed());
    }

    /// Either what came of the work, or how far it is.
    static void show(Model model, String name, Workshop.Job<?> job) {
        Optional<?> result = job.within(PATIENCE);
        if (result.isPresent()) {
            model.addAttribute(name, result.get());
        } else {
            model.addAttribute(name + "Working", Working.of(job, name));
        }
    }

    /// What a page that waits asks for every other second: how far one of its parts is. Once that is
    /// done the page is to load itself anew.
    static Optional<String> part(String part, HttpServletResponse response, Model model) {
        if (!part.startsWith("working-")) {
            return Optional.empty();
        }
        String name = part.substring("working-".length());
        if (!(model.getAttribute(name + "Working") instanceof Working working)) {
            response.setHeader("HX-Refresh", "true");
            return Optional.of("working :: done");
        }
        model.addAttribute("it", working);
        return Optional.of("working :: so-far");
    }
}

package org.plumbline.server.chart;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// A drawing as a file, from the same work as its page.
final class Picture {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private Picture() {}

    /// The file; where it is not done yet, or too much is waiting, the way to its page, which says how far
    /// it is.
    ///
    /// @param job empty if there is too much waiting
    /// @param page the address of the page
    static <T> ResponseEntity<String> of(
            Optional<Workshop.Job<T>> job, Function<T, String> file, String name, String page) {
        return job.flatMap(begun -> begun.within(PATIENCE))
                .map(done ->
                        ResponseEntity.ok()
                                .contentType(
                                        MediaType.parseMediaType("image/svg+xml;charset=UTF-8"))
                                .header(
                                        "Content-Disposition",
                                        "attachment; filename=\"" + name + "\"")
                                .body(file.apply(done)))
                .orElseGet(() ->
                        ResponseEntity.status(HttpStatus.SEE_OTHER)
                                .location(URI.create(page))
                                .build());
    }
}

package org.plumbline.core.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.decide.SmallLibrary;
import org.plumbline.core.norm.Library;

/// What cannot be said of one link of a person may be known of another.
class LinksAreAskedApartTest {

    @TempDir Path folder;

    @Test
    void what_cannot_be_said_of_one_link_is_asked_of_the_other() throws IOException {
        assertThat(
                        next(
                                "{party: former-client, service-ended: unknown}, {party: former-supervisee}"))
                .contains(new Inquiry("service-ended", 1));
    }

    @Test
    void what_can_be_said_of_neither_is_not_asked() throws IOException {
        assertThat(
                        next(
                                "{party: former-client, service-ended: unknown}, {party: former-supervisee, service-ended: unknown}"))
                .isEmpty();
    }

    private Optional<Inquiry> next(String links) throws IOException {
        Library library =
                new SmallLibrary(folder)
                        .text(
                                "guild",
                                "",
                                "{forbid: hug, with: [former-client, former-supervisee], within: {years: 2, after: service-ended}}")
                        .library();
        var decider = new Decider(library);
        Decision decision =
                decider.decide(
                        SmallLibrary.scenario(
                                library,
                                "{practitioner: {membership: guild}, act: hug, links: [%s], rest: ordinary}"
                                        .formatted(links)));
        return Interview.next(decider, decision);
    }
}

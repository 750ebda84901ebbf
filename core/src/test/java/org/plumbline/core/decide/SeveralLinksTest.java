package org.plumbline.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.core.Codes;
import org.plumbline.core.norm.Library;

/// What each of several links says of itself is said of that link alone.
class SeveralLinksTest {

    @TempDir Path folder;

    @Test
    void what_links_say_of_themselves_is_not_told_as_taken_for_granted() throws IOException {
        Decision decision =
                decided(
                        "{forbid: hug, with: anyone, unless: {all: [small-community, {not: emergency}]}}",
                        "{party: former-client, small-community: true}, {party: supervisee, small-community: true}");
        assertThat(decision.assumed().stream().map(Decision.Assumption::fact))
                .containsExactly("emergency");
        assertThat(decision.assumed().getFirst().would().values())
                .containsExactly(List.of(Headline.PROHIBITED));
    }

    @Test
    void what_one_link_leaves_unsaid_is_taken_for_granted_of_that_link() throws IOException {
        Decision decision =
                decided(
                        "{forbid: hug, with: anyone, when: small-community}",
                        "{party: former-client, small-community: false}, {party: supervisee}");
        assertThat(decision.assumed().stream().map(Decision.Assumption::fact))
                .containsExactly("small-community");
    }

    @Test
    void what_does_not_apply_to_one_link_may_apply_to_another() throws IOException {
        Decision decision =
                decided(
                        "{forbid: hug, with: anyone}",
                        "{party: current-client}, {party: former-supervisee}");
        Library library = Codes.library();
        var ended = library.vocabulary().fact("service-ended").orElseThrow();
        assertThat(new Decider(library).mayApply(decision.scenario(), ended)).isTrue();
    }

    private Decision decided(String norm, String links) throws IOException {
        Library library = new SmallLibrary(folder).text("guild", "", norm).library();
        return new Decider(library)
                .decide(
                        SmallLibrary.scenario(
                                library,
                                "{practitioner: {membership: guild}, act: hug, links: [%s], rest: ordinary}"
                                        .formatted(links)));
    }
}

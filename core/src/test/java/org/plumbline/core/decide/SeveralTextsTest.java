package org.plumbline.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.core.norm.Library;

/// Texts that prevail over one another, and texts that borrow the same text in several ways.
class SeveralTextsTest {

    private static final String OVER = "overrides: [{body: %s, ground: words, cites: despite it}]";

    @TempDir Path folder;

    private SmallLibrary small;

    @BeforeEach
    void empty() throws IOException {
        small = new SmallLibrary(folder);
    }

    @Test
    void what_gives_way_itself_makes_nothing_give_way() throws IOException {
        small.text("low", "", "{forbid: hug, with: anyone}");
        small.text("middle", OVER.formatted("low"), "{allow: hug, with: anyone}");
        small.text("high", OVER.formatted("middle"), "{advise-against: hug, with: anyone}");
        assertThat(together("party: former-client")).containsExactly(Headline.PROHIBITED);
    }

    @Test
    void a_permission_prevails_only_toward_the_link_it_is_about() throws IOException {
        small.text("low", "", "{forbid: hug, with: supervisee}");
        small.text("high", OVER.formatted("low"), "{allow: hug, with: former-client}");
        assertThat(together("links: [{party: former-client}, {party: supervisee}]"))
                .containsExactly(Headline.PROHIBITED);
    }

    @Test
    void texts_that_prevail_over_one_another_are_refused() throws IOException {
        small.text("one", OVER.formatted("other"), "{forbid: hug, with: anyone}");
        small.text("other", OVER.formatted("one"), "{allow: hug, with: anyone}");
        assertThat(small.findings()).contains("edition.overrides.circle");
    }

    private List<Headline> together(String act) {
        Library library = small.library();
        String yaml =
                "{practitioner: {membership: guild}, %s%s, rest: ordinary}"
                        .formatted(act.startsWith("act:") ? "" : "act: hug, ", act);
        return new Decider(library)
                .decide(SmallLibrary.scenario(library, yaml))
                .together()
                .orElseThrow()
                .headlines();
    }
}

package org.plumbline.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.plumbline.server.PlumblineTest;

/// What a screen reader is told of a page, and in which order: the accessibility tree of Chromium.
@PlumblineTest
@ExtendWith(Chromium.class)
class HeardTest {

    private static final String ANSWER =
            "/answer?act=romantic-relationship&party=former-client&jurisdiction=us-tx"
                    + "&profession=counselor&last-professional-contact=2023-03-14"
                    + "&service-ended=2023-03&rest=ordinary";
    private static final String OPEN = "/answer?act=friendship&party=former-client&rest=ordinary";
    private static final Set<String> USED =
            Set.of("link", "button", "radio", "checkbox", "textbox", "combobox", "image", "region");

    private static HeardTree heard(Opened opened, String path) {
        opened.go(Place.at("heard", path).after(Pages::whenDone));
        Look.WIDE.turn(opened.page());
        return HeardTree.of(opened.page());
    }

    @Test
    void an_answer_is_heard_in_the_order_of_its_weight(Chromium.Running running) {
        try (Opened opened = running.open(true)) {
            HeardTree tree = heard(opened, ANSWER);
            assertThat(tree.of("banner", "navigation", "main", "region", "contentinfo"))
                    .containsExactly(
                            "banner",
                            "navigation: Main",
                            "main",
                            "navigation: Breadcrumb",
                            "region: Under each text, strictest first",
                            "region: Texts that do not speak to this",
                            "region: What would change this",
                            "region: What you could say to them",
                            "contentinfo");
            // A heading says of which text it is, for whoever goes from heading to heading.
            assertThat(tree.of("heading"))
                    .startsWith(
                            "heading: How Plumbline read your question",
                            "heading: No. Prohibited.",
                            "heading: Under each text, strictest first",
                            "heading: 22 Texas Administrative Code 681.38: Prohibited",
                            "heading: ACA 2014: Prohibited until a day between 14 and 15 March 2028",
                            "heading: Texts that do not speak to this",
                            "heading: What would change this");
            assertThat(tree.of("image"))
                    .hasSize(2)
                    .allMatch(said -> said.contains("Prohibited"), "the strip in words");
            assertThat(tree.of("group"))
                    .contains("group: Sources: ACA 2014")
                    .contains("group: Sources: 22 Texas Administrative Code 681.38");
        }
    }

    @Test
    void what_can_be_used_has_a_name_and_a_drawing_is_said_once(Chromium.Running running) {
        try (Opened opened = running.open(true)) {
            for (String path :
                    List.of(ANSWER, OPEN, "/timeline?edition=aca-2014&edition=apa-2017")) {
                HeardTree tree = heard(opened, path);
                assertThat(tree.nodes())
                        .as(path)
                        .filteredOn(n -> USED.contains(n.role()))
                        .isNotEmpty()
                        .allMatch(n -> !n.name().isBlank(), "has a name");
                assertThat(tree.nodes())
                        .as("nothing within a drawing is read out in " + path)
                        .filteredOn(n -> n.within().contains("image"))
                        .isEmpty();
                assertThat(tree.nodes())
                        .as("ornaments are silent in " + path)
                        .filteredOn(n -> n.role().equals("StaticText"))
                        .noneMatch(n -> n.name().strip().matches("[/‹›]"));
            }
        }
    }

    /// Orca reads the words as they are laid out, and a space at their end is laid out only where it
    /// is asked for.
    @Test
    void words_for_listeners_alone_are_apart_from_what_follows(Chromium.Running running) {
        try (Opened opened = running.open(true)) {
            HeardTree tree = heard(opened, OPEN);
            assertThat(tree.nodes())
                    .filteredOn(n -> n.role().equals("StaticText"))
                    .extracting(HeardTree.Heard::name)
                    .contains("Add the profession: ", "BACP 2018: ")
                    .as("a term without a value")
                    .doesNotContain("Over time");
        }
    }

    @Test
    void the_rows_of_a_timeline_are_heard_once_in_its_table(Chromium.Running running) {
        try (Opened opened = running.open(true)) {
            HeardTree tree = heard(opened, "/timeline?edition=aca-2014&edition=apa-2017");
            assertThat(tree.of("image"))
                    .containsExactly(
                            "image: To have sexual contact with a former client Each row is told in"
                                    + " the table that follows.");
            assertThat(tree.nodes())
                    .as("what a text says of the act is in a cell, and in what the cell is made of")
                    .filteredOn(n -> n.name().contains("rohibited for 5 years"))
                    .extracting(HeardTree.Heard::role)
                    .contains("cell")
                    .containsOnlyOnce("cell", "StaticText")
                    .isSubsetOf("cell", "StaticText", "InlineTextBox");
            assertThat(tree.nodes())
                    .extracting(HeardTree.Heard::role)
                    .contains("table", "rowheader", "cell");
        }
    }

    /// Before there is something to announce the place for it is there, and empty.
    @Test
    void the_next_question_is_a_group_by_its_words_and_what_follows_is_announced(
            Chromium.Running running) {
        try (Opened opened = running.open(true)) {
            HeardTree tree = heard(opened, OPEN);
            assertThat(tree.nodes())
                    .filteredOn(n -> n.role().equals("status"))
                    .isNotEmpty()
                    .allMatch(n -> n.live().equals("polite") && n.name().isEmpty());
            assertThat(tree.of("region", "group", "radio", "button"))
                    .containsSubsequence(
                            "region: The next question",
                            "group: Is there a risk of harm to the client?",
                            "group: Answers",
                            "radio: Yes",
                            "radio: No",
                            "group: Other answers",
                            "button: Answer",
                            "region: What would change this");

            Page page = opened.page();
            page.locator("#next input[value=true]").check();
            page.locator("#next .actions button").click();
            page.waitForURL("**=true**");
            assertThat(HeardTree.of(page).nodes())
                    .filteredOn(n -> n.within().contains("status"))
                    .extracting(HeardTree.Heard::name)
                    .anyMatch(said -> said.startsWith("Answered. "));
        }
    }
}

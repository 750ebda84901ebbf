package org.plumbline.core.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingPrinterTest {

    private static final String TEXT = "a: 1\n        with: [ex-client, client-partner]\nlast";

    private static String print(Finding finding, String text) {
        return new FindingPrinter(_ -> Optional.of(text), false).print(finding);
    }

    private static Finding at(int line, int column, int end) {
        return Finding.error(
                "norm.party.unknown",
                new Span("codes/aca/2014.yaml", line, column, end),
                "unknown party `ex-client`",
                "a party from vocabulary.yaml; nearest: `former-client`",
                "write `former-client`");
    }

    @Test
    void the_line_stands_under_the_place_and_carets_under_the_mistake() {
        assertThat(print(at(2, 16, 25), TEXT))
                .isEqualTo(
                        """
                        codes/aca/2014.yaml:2:16: error: unknown party `ex-client` [norm.party.unknown]
                            2 |         with: [ex-client, client-partner]
                              |                ^^^^^^^^^
                          expected: a party from vocabulary.yaml; nearest: `former-client`
                          to mend:  write `former-client`
                        """);
    }

    @Test
    void a_note_stands_beside_the_carets() {
        assertThat(print(at(2, 16, 25).noting("first at line 1"), TEXT))
                .contains("      |                ^^^^^^^^^   first at line 1\n");
    }

    @Test
    void a_finding_about_the_whole_file_has_no_line() {
        assertThat(print(at(1, 1, 1), TEXT)).doesNotContain("|");
    }

    @Test
    void its_note_is_not_lost() {
        assertThat(print(at(1, 1, 1).noting("first in b.yaml"), TEXT))
                .contains("  besides:  first in b.yaml\n");
    }

    @Test
    void a_place_past_the_end_is_shown_without_a_line() {
        assertThat(print(at(9, 1, 2), TEXT)).doesNotContain("|");
    }

    @Test
    void a_place_past_the_end_of_its_line_is_shown_at_its_end() {
        assertThat(print(at(3, 40, 45), TEXT)).contains("    3 | last\n      |     ^\n");
    }

    @Test
    void tabs_keep_the_carets_in_place() {
        assertThat(print(at(1, 3, 4), "\t\tx")).contains("    1 | \t\tx\n      | \t\t^\n");
    }

    @Test
    void characters_outside_the_basic_plane_count_once() {
        assertThat(print(at(1, 3, 4), "😀 x")).contains("      |   ^\n");
    }

    @Test
    void nothing_printed_moves_the_cursor_or_turns_the_words_around() {
        var finding =
                Finding.error(
                        "key.unknown",
                        new Span("a\u001b[2J", 1, 1, 2),
                        "x\u202ey",
                        "a\rb",
                        "c\u0007");
        assertThat(print(finding, "\u001b[31mred"))
                .doesNotContain("\u001b", "\u202e", "\r", "\u0007");
    }

    @Test
    void colour_adds_nothing_but_colour() {
        var finding = at(2, 16, 25);
        String coloured = new FindingPrinter(_ -> Optional.of(TEXT), true).print(finding);
        assertThat(coloured).contains("\u001b[1;31m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(print(finding, TEXT));
    }

    @Test
    void several_findings_have_an_empty_line_between_them() {
        var printer = new FindingPrinter(_ -> Optional.empty(), false);
        String one = printer.print(at(1, 1, 2));
        assertThat(printer.print(List.of(at(1, 1, 2), at(1, 1, 2)))).isEqualTo(one + "\n" + one);
    }
}

package org.plumbline.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.Codes;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

/// Words as spreadsheets and clerks write them.
class CellWordTest {

    private static final Library LIBRARY = Codes.library();

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "documented, TRUE, true",
        "documented, False, false",
        "documented, Yes, true",
        "documented, NO, false",
        "documented, Y, true",
        "documented, n, false",
        "documented, t, true",
        "documented, 1, true",
        "documented, 0, false",
        "documented, 1.0, true",
        "unavoidable, 0, false",
        "harm-risk, TRUE, true",
        "harm-risk, no, false",
        "harm-risk, UNKNOWN, unknown",
        "membership, NASW, nasw",
        "jurisdiction, US-OH, us-oh",
        "jurisdiction, Ohio, us-oh",
        "jurisdiction, Ontario, ca-on",
        "jurisdiction, new  YORK, us-ny",
        "jurisdiction, District of Columbia, us-dc",
        "jurisdiction, The United Kingdom, gb",
        "jurisdiction, Georgia, us-ga",
        "jurisdiction, ca, ca",
        "jurisdiction, GB, gb",
        "membership, National Association of Social Workers, nasw",
        "initiator, a third party, third-party",
        "act, Sexual contact, sexual-contact",
        "party, Former  Client, former-client",
        "party, former_client, former-client",
        "profession, Social Worker, social-worker",
        "last-session, Never, never"
    })
    void what_can_mean_one_thing_only_is_read(String column, String cell, String word) {
        assertThat(CellWord.of(LIBRARY.vocabulary(), column, cell)).isEqualTo(word);
    }

    /// A number in a judgement may be a score, and 0 the lowest of five; a doubt is not an answer.
    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "harm-risk, 0",
        "harm-risk, 1",
        "harm-risk, 3",
        "documented, 2",
        "documented, -1",
        "documented, x",
        "documented, maybe",
        "documented, yes?",
        "documented, N/A",
        "party, Former client?",
        "jurisdiction, CA",
        "jurisdiction, In",
        "jurisdiction, OH",
        "jurisdiction, Ohi",
        "jurisdiction, Ontaria",
        "jurisdiction, 'Columbus, Ohio'",
        "jurisdiction, Tbilisi",
        "act, Friendly",
        "membership, 1",
        "value, yes"
    })
    void what_may_mean_another_is_handed_on_as_it_is(String column, String cell) {
        assertThat(CellWord.of(LIBRARY.vocabulary(), column, cell)).isEqualTo(cell);
    }

    /// The question reader takes `CA` for California; in a column of countries it is Canada.
    @Test
    void an_abbreviation_of_two_places_is_refused_and_both_are_named() {
        assertThat(CellWord.several(LIBRARY.vocabulary(), "jurisdiction", "CA"))
                .containsExactly("ca", "us-ca");
        assertThat(CellWord.several(LIBRARY.vocabulary(), "jurisdiction", "IN"))
                .containsExactly("in", "us-in");
        assertThat(CellWord.several(LIBRARY.vocabulary(), "jurisdiction", "ca")).isEmpty();
        assertThat(CellWord.several(LIBRARY.vocabulary(), "jurisdiction", "US-CA")).isEmpty();
        assertThat(CellWord.several(LIBRARY.vocabulary(), "act", "CA")).isEmpty();
    }

    @Test
    void a_row_from_a_spreadsheet_says_what_the_plain_words_say() {
        assertThat(
                        read(
                                "Sexual Contact",
                                "Former Client",
                                "NASW; aca",
                                "Yes",
                                "FALSE",
                                "1",
                                "Messaging | In person"))
                .isEqualTo(
                        read(
                                "sexual-contact",
                                "former-client",
                                "nasw; aca",
                                "true",
                                "false",
                                "true",
                                "messaging | in-person"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2", "low", "maybe"})
    void what_a_judgement_cannot_mean_for_certain_is_found(String cell) {
        Loaded<Scenario> read = line("hug", "former-client", "aca", cell, "", "", "");
        assertThat(read).isInstanceOf(Loaded.Unsound.class);
        assertThat(read.allFindings())
                .extracting(Finding::code)
                .containsExactly("scenario.value.unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gmc", "GMC"})
    void a_value_of_another_column_is_led_there_and_to_no_name_that_looks_alike(String cell) {
        assertThat(line("hug", "former-client", cell, "", "", "", "").allFindings())
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.expected())
                            .isEqualTo("one of its values; this is one of `licence`");
                    assertThat(f.mend()).isEqualTo("write it under `licence` if that is meant");
                });
    }

    private static Scenario read(String... cells) {
        return ((Loaded.Sound<Scenario>) line(cells)).value();
    }

    private static Loaded<Scenario> line(String... cells) {
        var headings =
                new Headings(
                        List.of(
                                "act",
                                "party",
                                "membership",
                                "harm-risk",
                                "consulted",
                                "documented",
                                "medium"));
        return new CaseReader(
                        LIBRARY,
                        "cases.csv",
                        headings,
                        Known.Range.of(LocalDate.of(2026, 6, 1)),
                        false,
                        new LinkedHashMap<>(Map.of()))
                .read(new Sheet.Line(2, List.of(cells)))
                .scenario();
    }
}

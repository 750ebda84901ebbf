package org.plumbline.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.bulk.ColumnProposal.Place;
import org.plumbline.core.Codes;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.YamlFile;
import org.plumbline.core.norm.Library;

/// What is proposed for the columns of other people's tables: a word where only one can be meant, and
/// never one that merely looks like it.
class ColumnProposalTest {

    private static final Library LIBRARY = Codes.library();
    private static final Path NAMES =
            Path.of(System.getProperty("plumbline.codes"), "columns.yaml");

    @TempDir Path folder;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "Last professional contact, last-professional-contact",
        "LAST_SESSION, last-session",
        "Client ID, id",
        "Case No., id",
        "Informed consent?, informed-consent",
        "Service End, service-ended",
        "Start of service, service-began",
        "Date of incident, date",
        "License, licence",
        "Value USD, value-usd",
        "Party, party"
    })
    void what_can_mean_one_thing_only_is_placed(String heading, String word) {
        assertThat(place(heading).word()).hasValue(word);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "Discharge Date, service-ended professional-relationship-ended termination-recorded",
        "Date of last contact, last-session last-service last-professional-contact",
        "State, jurisdiction",
        "Prof., profession",
        "Relationship type, party act tie history",
        "First session, service-began",
        "Age, age-years",
        "Value ($), value-usd value-gbp value-eur",
        "Risk of harm, harm-risk exploitation-risk"
    })
    void what_may_mean_several_is_not_placed_and_says_which(String heading, String words) {
        Place place = place(heading);
        assertThat(place.word()).isEmpty();
        assertThat(place.mayHold()).containsExactly(words.split(" "));
        assertThat(place.because()).isNotBlank();
    }

    /// Each was placed because its letters agree with a fact's, often the opposite one.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Avoidable",
                "Undocumented",
                "Unsubstantial",
                "Unresolved",
                "Unfair terms",
                "Unemergency",
                "Past session",
                "Informed dissent",
                "Reformed",
                "Employee told",
                "Licence no.",
                "DOB?",
                "Notes",
                "Shoe size",
                ""
            })
    void letters_in_common_place_nothing(String heading) {
        assertThat(place(heading).word()).isEmpty();
    }

    @Test
    void two_columns_for_one_word_are_placed_by_whoever_keeps_the_table() throws IOException {
        var proposal = proposal("Client ID,Case ID,Act,party\n1,2,hug,former-client\n");
        assertThat(proposal.columns().get("Client ID").word()).isEmpty();
        assertThat(proposal.columns().get("Case ID").word()).isEmpty();
        assertThat(proposal.columns().get("Case ID").because())
                .isEqualTo("another column may hold the same");
        assertThat(proposal.columns().get("Case ID").column()).isEqualTo(2);
        assertThat(proposal.columns().get("Act").word()).hasValue("act");
    }

    @Test
    void a_column_none_of_whose_values_fits_is_not_placed() throws IOException {
        var proposal = proposal("id,act,party,Status,Role\n1,hug,,Open,Client\n2,hug,,Closed,\n");
        assertThat(proposal.columns().get("Status").word()).isEmpty();
        assertThat(proposal.columns().get("Status").because())
                .isEqualTo("none of its values is one of `status`");
        assertThat(proposal.columns().get("Role").word()).hasValue("role");
        assertThat(proposal.columns().get("party").word()).hasValue("party");
    }

    @Test
    void what_no_column_holds_is_said() throws IOException {
        assertThat(proposal("id,membership,Last session\na,aca,2023-05-01\n").findings())
                .extracting(Finding::found)
                .containsExactly("no column holds `act`", "no column holds `party`");
    }

    @Test
    void the_names_of_the_library_are_sound() throws IOException {
        assertThat(names(Files.readString(NAMES)).allFindings()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "word.unknown  | {names: [{called: dob, holds: birthday}]}",
                "key.unknown   | {names: [{called: dob, hold: age-years}]}",
                "key.missing   | {names: [{called: age, may-hold: age-years}]}",
                "key.missing   | {names: [{called: ids, holds: [id, date]}]}",
                "key.missing   | {names: []}",
                "shape.mapping | {names: [dob]}",
                "yaml.key.twice | {names: [{called: [file no, File no.], holds: id}]}"
            })
    void what_is_wrong_with_names_is_found(String code, String text) {
        assertThat(names(text).allFindings()).extracting(Finding::code).contains(code);
    }

    private static Loaded<ColumnNames> names(String text) {
        Node tree = ((Loaded.Sound<Node>) YamlFile.parse(text, "columns.yaml")).value();
        return ColumnNames.read(tree, LIBRARY.vocabulary());
    }

    private ColumnProposal proposal(List<String> texts) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String text : texts) {
            Path file = folder.resolve("%c.csv".formatted('a' + files.size()));
            files.add(Files.writeString(file, text));
        }
        var names = ((Loaded.Sound<ColumnNames>) names(Files.readString(NAMES))).value();
        return ((Loaded.Sound<ColumnProposal>)
                        ColumnProposal.of(
                                LIBRARY.vocabulary(), names, files, LocalDate.of(2026, 6, 1)))
                .value();
    }

    /// The findings as `file:line:column code`.
    private static List<String> places(ColumnProposal proposal) {
        return proposal.findings().stream()
                .map(f ->
                        "%s:%d:%d %s"
                                .formatted(
                                        Path.of(f.span().file()).getFileName(),
                                        f.span().line(),
                                        f.span().column(),
                                        f.code()))
                .toList();
    }

    @Test
    void the_headings_of_every_file_stand_in_the_proposal_once() throws IOException {
        var proposal =
                proposal(
                        List.of(
                                "Case No.,act,party,Notes\n1,hug,current-client,x\n",
                                "File no,party,act\n7,current-client,hug\n",
                                "Case No.,act,party,Seen by\n"));
        assertThat(proposal.columns().keySet())
                .containsExactly("Case No.", "act", "party", "Notes", "File no", "Seen by");
        assertThat(proposal.columns().get("Case No.").word()).hasValue("id");
        assertThat(proposal.columns().get("File no").word()).hasValue("id");
        assertThat(proposal.columns().get("Seen by").file()).hasFileName("c.csv");
        assertThat(proposal.columns().get("Seen by").column()).isEqualTo(4);
        assertThat(places(proposal)).isEmpty();
    }

    @Test
    void a_heading_about_which_files_differ_is_left_to_a_person() throws IOException {
        var proposal =
                proposal(
                        List.of(
                                "id,act,party,Status\n1,hug,current-client,past\n",
                                "id,act,Status,party\n1,hug,,current-client\n",
                                "id,Status,act,party\n2,Open,hug,current-client\n"));
        assertThat(proposal.columns().get("Status").word()).isEmpty();
        assertThat(proposal.columns().get("Status").disputed()).isTrue();
        assertThat(proposal.columns().get("Status").mayHold()).containsExactly("status");
        assertThat(places(proposal)).containsExactly("c.csv:1:2 audit.column.differs");
        assertThat(proposal.findings().getFirst().found())
                .contains("two files differ about `Status`", "`status` in ", "none of its values");
    }

    @Test
    void what_one_file_lacks_is_said_of_that_file() throws IOException {
        assertThat(
                        places(
                                proposal(
                                        List.of(
                                                "id,act,party\n1,hug,current-client\n",
                                                "id,party\n1,current-client\n"))))
                .containsExactly("b.csv:1:1 audit.column.missing");
    }

    private ColumnProposal ended(String... values) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String value : values) {
            texts.add("id,act,party,service-ended\n1,hug,current-client," + value + "\n");
        }
        return proposal(texts);
    }

    @Test
    void one_form_of_dates_is_proposed_where_no_file_speaks_against_it() throws IOException {
        var proposal =
                ended(
                        "2023-05-01",
                        "13/5/2023\n2,hug,current-client,1/5/2023",
                        "31/12/2020\n3,hug,current-client,2/3/2020");
        assertThat(proposal.dates().get("service-ended").forms()).isEqualTo("day-first");
        assertThat(proposal.dates().get("service-ended").file()).hasFileName("b.csv");
        assertThat(proposal.findings()).isEmpty();
    }

    @Test
    void files_that_write_dates_in_two_ways_are_told_apart_and_no_form_is_proposed()
            throws IOException {
        String dayFirst = "13/5/2023\n2,hug,current-client,1/5/2023";
        var other = ended(dayFirst, "5/13/2023\n2,hug,current-client,1/5/2023");
        assertThat(other.dates()).isEmpty();
        assertThat(other.differing().get("service-ended"))
                .contains("day-first in ", "a.csv, month-first in ");
        assertThat(places(other)).containsExactly("b.csv:3:4 audit.column.differs");

        var readable = ended(dayFirst, "2023-01-01\n2,hug,current-client,5/13/2023");
        assertThat(readable.dates()).isEmpty();
        assertThat(places(readable)).containsExactly("b.csv:3:4 audit.column.differs");

        var counted = ended("45047", "2020");
        assertThat(counted.dates()).isEmpty();
        assertThat(places(counted)).containsExactly("b.csv:2:4 audit.column.differs");
    }

    /// What one file shows is no word of another's.
    @Test
    void a_file_whose_dates_are_open_stays_open_beside_one_that_shows_its_form()
            throws IOException {
        var proposal = ended("13/5/2023\n2,hug,current-client,1/5/2023", "1/5/2023");
        assertThat(proposal.dates()).isEmpty();
        assertThat(proposal.differing().get("service-ended"))
                .endsWith("left open in " + folder.resolve("b.csv"));
        assertThat(places(proposal)).containsExactly("b.csv:2:4 audit.date.twofold");
    }

    @Test
    void a_file_that_cannot_be_read_is_found_and_the_others_are_looked_at() throws IOException {
        var proposal = proposal(List.of("", "id,act,party\n1,hug,current-client\n"));
        assertThat(proposal.columns()).hasSize(3);
        assertThat(places(proposal)).containsExactly("a.csv:1:1 audit.file.empty");
    }

    private Place place(String heading) {
        try {
            Place place = proposal("id9," + heading + "\n,\n").columns().get(heading);
            assertThat(place).isNotNull();
            return place;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ColumnProposal proposal(String text) throws IOException {
        Path file = folder.resolve("cases.csv");
        Files.writeString(file, text);
        var names = ((Loaded.Sound<ColumnNames>) names(Files.readString(NAMES))).value();
        return ((Loaded.Sound<ColumnProposal>)
                        ColumnProposal.of(
                                LIBRARY.vocabulary(),
                                names,
                                List.of(file),
                                LocalDate.of(2026, 6, 1)))
                .value();
    }
}

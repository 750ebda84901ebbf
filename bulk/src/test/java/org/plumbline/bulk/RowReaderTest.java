package org.plumbline.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.Codes;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

/// What is read quickly is what the reader of cases reads.
class RowReaderTest {

    private static final Library LIBRARY = Codes.library();

    @ParameterizedTest(name = "ordinary {0}, odd {1}")
    @CsvSource({"true, false", "true, true", "false, true"})
    void a_row_that_is_read_quickly_says_what_the_case_says(boolean ordinary, boolean odd) {
        List<Finding> findings = new ArrayList<>();
        Headings headings =
                Headings.of(
                        LIBRARY.vocabulary(), "f", Rows.HEADINGS, new LinkedHashMap<>(), findings);
        assertThat(findings).isEmpty();
        var cases =
                new CaseReader(
                        LIBRARY,
                        "f",
                        headings,
                        Known.Range.of(LocalDate.of(2026, 6, 1)),
                        ordinary,
                        Map.of());
        CompiledLibrary compiled = CompiledLibrary.of(LIBRARY);
        Row row = compiled.row();
        Row other = compiled.row();
        var quick = new RowReader(cases, row, LIBRARY.constraints());
        int filled = 0;
        for (int number = 0; number < 1_500; number++) {
            var line = new Sheet.Line(number + 2, Rows.row(number, odd));
            if (!quick.fill(line, row)) {
                Loaded<Scenario> slowly = cases.read(line).scenario();
                assertThat(
                                slowly instanceof Loaded.Sound<Scenario>(var one, var warnings)
                                        && warnings.isEmpty()
                                        && other.fill(one))
                        .as("left to the reader of cases without need: %s", line)
                        .isFalse();
                continue;
            }
            filled++;
            if (row.settle() == Row.Shape.IMPOSSIBLE) {
                // Read again as a case, for what is to be said of it.
                continue;
            }
            Loaded<Scenario> read = cases.read(line).scenario();
            assertThat(read).as("%s", line).isInstanceOf(Loaded.Sound.class);
            assertThat(read.allFindings()).as("%s", line).isEmpty();
            Scenario scenario = ((Loaded.Sound<Scenario>) read).value();
            assertThat(other.fill(scenario)).isTrue();
            assertThat(row.scenario()).as("%s", line).isEqualTo(other.scenario());
            assertThat(row.day()).isEqualTo(other.day());
        }
        assertThat(filled).as("rows read quickly").isGreaterThan(150);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"role", "stage", "tie"})
    void what_narrows_the_person_is_left_to_the_reader_of_cases(String word) {
        var headings = new Headings(List.of("act", "party", word));
        var cases =
                new CaseReader(
                        LIBRARY,
                        "f",
                        headings,
                        Known.Range.of(LocalDate.of(2026, 6, 1)),
                        true,
                        Map.of());
        Row row = CompiledLibrary.of(LIBRARY).row();
        Map<String, String> fits =
                new HashMap<>(Map.of("role", "client", "stage", "former", "tie", "self"));
        assertThat(
                        new RowReader(cases, row, LIBRARY.constraints())
                                .fill(
                                        new Sheet.Line(
                                                2, List.of("hug", "former-client", fits.get(word))),
                                        row))
                .isFalse();
    }
}

package org.plumbline.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.Codes;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

/// Who is affected: what a filter keeps is what asking the plain evaluator of every row would keep.
class FilterTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "provision aca-2014 Z.9 | aca-2014 has no provision `Z.9`; `plumbline codes show aca-2014` lists them",
                "provision aca-2014 a.5.c | aca-2014 has no provision `a.5.c`; nearest: `A.5.c`; `plumbline codes show aca-2014` lists them",
                "provision ACA-2014 A.5.c | no edition `ACA-2014`; nearest: `aca-2014`; `plumbline codes` lists them",
                "provision aca-2014 | `provision aca-2014` has too few words or too many; write for example 'provision aca-2014 A.5.c'",
                "missing harm risk | `missing harm risk` has too few words or too many; write for example 'missing harm-risk'",
                "missing harmrisk | the vocabulary has no fact `harmrisk`; nearest: `harm-risk`",
                "duty harm-risk | no duty is called `harm-risk`",
                "duty documentd | no duty is called `documentd`; nearest: `documented`",
                "lifts 2027 | `lifts 2027` asks for nothing that can be filtered; write 'provision EDITION NUMBER', 'headline WORD', 'missing FACT' or 'duty ID'"
            })
    void what_names_nothing_is_told_as_what_it_is(String words, String problem) {
        assertThat(Filter.of(LIBRARY, words)).isEmpty();
        assertThat(Filter.problem(LIBRARY, words)).isEqualTo(problem);
    }

    @Test
    void a_headline_that_is_none_gets_the_list() {
        assertThat(Filter.of(LIBRARY, "headline forbidden")).isEmpty();
        assertThat(Filter.problem(LIBRARY, "headline forbidden"))
                .startsWith("no headline `forbidden`; it is one of dilemma, contested, prohibited");
    }

    private static final Library LIBRARY = Codes.library();
    private static final int ROWS = 400;
    private static final int ODD = 15;
    private static final Map<String, Optional<Decision>> DECIDED = decided();

    @TempDir Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "provision aca-2014 A.5.c",
        "provision nasw-2021 1.06(c)",
        "headline prohibited",
        "headline not-addressed",
        "missing harm-risk",
        "duty documented",
        "at-least advised-against"
    })
    void every_row_that_is_meant_is_kept_and_no_other(String words) throws IOException {
        List<List<String>> sheet = new ArrayList<>();
        sheet.add(Rows.HEADINGS);
        for (int number = 0; number < ROWS; number++) {
            List<String> row = new ArrayList<>(Rows.row(number, number % ODD == 0));
            // Each row has a key of its own here.
            row.set(0, "r" + number);
            sheet.add(row);
        }
        Files.writeString(folder.resolve("cases.csv"), CsvLines.of(sheet));
        Filter filter =
                words.startsWith("at-least")
                        ? new Filter.AtLeast(Headline.of(words.split(" ", 2)[1]).orElseThrow())
                        : Filter.of(LIBRARY, words).orElseThrow();
        AuditSummary summary =
                new Trial(folder)
                        .filters(List.of(filter))
                        .run(List.of("cases.csv"), new ArrayList<>())
                        .orElseThrow();
        Set<String> kept = new LinkedHashSet<>();
        List<String> lines = Files.readAllLines(folder.resolve("out.csv"));
        for (String line : lines.subList(1, lines.size())) {
            kept.add(line.split(",", 2)[0]);
        }
        Set<String> meant = new LinkedHashSet<>();
        DECIDED.forEach((key, decision) -> {
            if (decision.isPresent() && isMeant(decision.get(), words.split(" ", 3))) {
                meant.add(key);
            }
        });
        long undecided = DECIDED.values().stream().filter(Optional::isEmpty).count();
        assertThat(kept).isEqualTo(meant).isNotEmpty();
        assertThat(summary.bad()).as("rows of which it cannot say").isEqualTo(undecided);
        assertThat(summary.complete()).isEqualTo(undecided == 0);
    }

    /// The psychiatrists' code takes over the physicians': who is bound by the one is affected by the other.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "provision ama-2016 9.1.1, true",
        "provision american-psychiatric-2013 ama-2016 9.1.1, false"
    })
    void a_provision_that_another_text_took_over_is_found_there(String words, boolean everywhere)
            throws IOException {
        var plain = new Decider(LIBRARY);
        List<List<String>> sheet = new ArrayList<>();
        sheet.add(List.of("id", "membership", "act", "party"));
        Set<String> meant = new LinkedHashSet<>();
        for (String body : List.of("ama", "american-psychiatric", "aca")) {
            for (String act : List.of("sexual-contact", "hug", "romantic-relationship", "barter")) {
                for (String party : List.of("current-client", "former-client", "colleague")) {
                    List<String> row = List.of("r" + sheet.size(), body, act, party);
                    sheet.add(row);
                    if (bears(plain, sheet.getFirst(), row, words, everywhere)) {
                        meant.add(row.getFirst());
                    }
                }
            }
        }
        Files.writeString(folder.resolve("cases.csv"), CsvLines.of(sheet));
        assertThat(
                        new Trial(folder)
                                .filters(List.of(Filter.of(LIBRARY, words).orElseThrow()))
                                .run(List.of("cases.csv"), new ArrayList<>()))
                .isPresent();
        List<String> lines = Files.readAllLines(folder.resolve("out.csv"));
        Set<String> kept = new LinkedHashSet<>();
        lines.subList(1, lines.size()).forEach(l -> kept.add(l.split(",", 2)[0]));
        assertThat(kept).isEqualTo(meant);
        assertThat(kept.stream().anyMatch(k -> Integer.parseInt(k.substring(1)) <= 12))
                .as("members of the AMA")
                .isEqualTo(everywhere);
        assertThat(kept.stream().anyMatch(k -> Integer.parseInt(k.substring(1)) > 12)).isTrue();
    }

    /// Whether the plain evaluator has an answer that names the provision: in one edition, or in whichever.
    private static boolean bears(
            Decider plain,
            List<String> headings,
            List<String> row,
            String words,
            boolean everywhere) {
        var reader =
                new CaseReader(
                        LIBRARY,
                        "f",
                        new Headings(headings),
                        Known.Range.of(LocalDate.of(2026, 6, 1)),
                        true,
                        Map.of());
        if (!(reader.read(new Sheet.Line(2, row)).scenario()
                instanceof Loaded.Sound<Scenario>(var scenario, _))) {
            return false;
        }
        String cite = words.substring(words.indexOf(' ') + 1);
        return plain.decide(scenario).answers().stream()
                .anyMatch(a ->
                        a.provisions().stream()
                                .anyMatch(g ->
                                        cite.equals(a.edition().id() + " " + g.cite())
                                                || (everywhere && cite.equals(g.cite()))));
    }

    /// Every row as the plain evaluator decides it; empty where it cannot be read or is nobody's.
    private static Map<String, Optional<Decision>> decided() {
        Map<String, Optional<Decision>> decided = new LinkedHashMap<>();
        var plain = new Decider(LIBRARY);
        var headings = new Headings(Rows.HEADINGS);
        var day = Known.Range.of(LocalDate.of(2026, 6, 1));
        var reader = new CaseReader(LIBRARY, "f", headings, day, true, Map.of());
        for (int number = 0; number < ROWS; number++) {
            List<String> row = Rows.row(number, number % ODD == 0);
            Optional<Decision> decision = Optional.empty();
            if (reader.read(new Sheet.Line(2, row)).scenario()
                    instanceof Loaded.Sound<Scenario>(var scenario, _)) {
                try {
                    decision = Optional.of(plain.decide(scenario));
                } catch (IllegalArgumentException _) {
                    // No possible person.
                }
            }
            decided.put("r" + number, decision);
        }
        return decided;
    }

    /// What the words mean, read off the plain evaluator's decision and not through [Filter].
    private static boolean isMeant(Decision decision, String[] words) {
        return switch (words[0]) {
            case "provision" ->
                    decision.answers().stream()
                            .filter(a -> a.edition().id().equals(words[1]))
                            .flatMap(a -> a.provisions().stream())
                            .anyMatch(p -> p.cite().equals(words[2]));
            case "headline" ->
                    decision.together().stream()
                            .flatMap(t -> t.headlines().stream())
                            .anyMatch(h -> h.id().equals(words[1]));
            case "missing" ->
                    decision.answers().stream()
                            .flatMap(a -> a.missing().stream())
                            .anyMatch(m -> m.fact().equals(words[1]));
            case "duty" ->
                    decision.answers().stream()
                            .flatMap(a -> a.duties().stream())
                            .anyMatch(d -> d.id().equals(words[1]));
            default ->
                    decision.together().stream()
                            .flatMap(t -> t.headlines().stream())
                            .anyMatch(h -> h.compareTo(Headline.of(words[1]).orElseThrow()) <= 0);
        };
    }
}

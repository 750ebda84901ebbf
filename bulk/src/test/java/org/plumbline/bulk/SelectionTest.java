package org.plumbline.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.Codes;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.load.Finding;
import org.plumbline.core.norm.Library;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// A part of a result is the whole result without the rest: what was kept of each row is held against
/// the lines of an audit that kept everything, read as anybody would read them.
class SelectionTest {

    private static final Library LIBRARY = Codes.library();
    private static final CompiledLibrary COMPILED = CompiledLibrary.of(LIBRARY);
    private static final int ROWS = 600;
    private static final JsonFactory JSON = new JsonFactory();

    @TempDir static Path folder;
    private static List<String> whole = List.of();

    @BeforeAll
    static void everything() throws IOException {
        // Memberships in several bodies, and acts of the last thirty years, so that texts which
        // were
        // superseded since decide many of them.
        List<List<String>> sheet = new ArrayList<>();
        sheet.add(Rows.HEADINGS);
        for (int number = 0; number < ROWS; number++) {
            List<String> row = new ArrayList<>(Rows.row(number, false));
            row.set(0, "r" + number);
            row.set(1, List.of("nasw", "aca", "apa; aca", "aca | nasw", "").get(number % 5));
            int year = 1996 + number % 30;
            row.set(5, number % 3 == 0 ? "" : year + "-02-01");
            if (number % 3 != 0) {
                row.set(6, row.get(6).isEmpty() ? "" : year - number % 7 + "-01-15");
                row.set(7, row.get(6));
            }
            sheet.add(row);
        }
        Files.writeString(folder.resolve("cases.csv"), CsvLines.of(sheet));
        whole = run("whole", List.of());
        assertThat(whole).hasSizeGreaterThan(ROWS * 2 / 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "provision aca-2014 A.5.c",
                "provision aca-2005 A.5.b",
                "headline not-bound",
                "headline silent",
                "missing exploitation-risk",
                "duty documented",
                "at-least advised-against",
                "at-least not-bound",
                "provision nasw-2021 1.06(c) & missing harm-risk",
                "headline prohibited & headline not-addressed",
                "at-least prohibited & provision aca-2014 A.5.c & headline prohibited"
            })
    void a_part_is_the_whole_without_the_rest(String words) throws IOException {
        List<Filter> filters = new ArrayList<>();
        for (String one : words.split(" & ", -1)) {
            filters.add(
                    one.startsWith("at-least ")
                            ? new Filter.AtLeast(Headline.of(one.split(" ", 2)[1]).orElseThrow())
                            : Filter.of(LIBRARY, one).orElseThrow());
        }
        List<String> meant =
                whole.stream()
                        .filter(line -> {
                            Map<String, Object> row = row(line);
                            return Arrays.stream(words.split(" & ", -1))
                                    .allMatch(one -> isMeant(row, one.split(" ", 3)));
                        })
                        .toList();
        assertThat(run("part", filters)).isEqualTo(meant).isNotEmpty();
    }

    private static boolean isMeant(Map<String, Object> row, String[] words) {
        Stream<Map<String, Object>> texts = maps(row.get("codes")).stream();
        return switch (words[0]) {
            case "provision" ->
                    texts.filter(t -> words[1].equals(t.get("edition")))
                            .anyMatch(t -> words(t.get("provisions")).contains(words[2]));
            case "missing" -> texts.anyMatch(t -> words(t.get("missing")).contains(words[1]));
            case "duty" -> texts.anyMatch(t -> words(t.get("duties")).contains(words[1]));
            case "headline" -> headlines(row).contains(words[1]);
            default ->
                    headlines(row).stream()
                            .anyMatch(h ->
                                    Headline.of(h)
                                                    .orElseThrow()
                                                    .compareTo(Headline.of(words[1]).orElseThrow())
                                            <= 0);
        };
    }

    private static List<String> headlines(Map<String, Object> row) {
        return row.get("together") instanceof Map<?, ?> together
                ? words(together.get("headline"))
                : List.of("not-bound");
    }

    private static List<String> words(@Nullable Object list) {
        return list instanceof List<?> items
                ? items.stream().map(String::valueOf).toList()
                : List.of();
    }

    @SuppressWarnings("unchecked") // keys of JSON are text
    private static List<Map<String, Object>> maps(@Nullable Object list) {
        return list instanceof List<?> items
                ? items.stream().map(i -> (Map<String, Object>) i).toList()
                : List.of();
    }

    @SuppressWarnings("unchecked") // keys of JSON are text
    private static Map<String, Object> row(String line) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
            parser.nextToken();
            return (Map<String, Object>) value(parser);
        }
    }

    private static Object value(JsonParser parser) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Object> map = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                map.put(name, value(parser));
            }
            return map;
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(value(parser));
            }
            return list;
        }
        return String.valueOf(parser.getString());
    }

    private static String id(String line) {
        return String.valueOf(row(line).get("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"earlier.csv", "earlier.jsonl", "earlier.parquet"})
    void what_changed_since_an_earlier_run_is_what_differs_line_by_line(String old)
            throws IOException {
        // Last month's caseload: some rows had another risk, some were not there, one is gone
        // since.
        List<String> now = Files.readAllLines(folder.resolve("cases.csv"));
        List<String> then = new ArrayList<>(now.subList(0, 1));
        for (int row = 1; row < now.size(); row++) {
            if (row % 40 != 0) {
                then.add(row % 7 == 0 ? now.get(row).replace(",true,", ",false,") : now.get(row));
            }
        }
        then.add("gone," + now.get(1).split(",", 2)[1]);
        Files.writeString(folder.resolve("then.csv"), String.join("\n", then) + "\n");
        List<String> before = run("then.jsonl", "then.csv", new Trial(folder));
        run(old, "then.csv", new Trial(folder));

        Map<String, String> said = new HashMap<>();
        before.forEach(line -> said.put(id(line), line));
        List<String> meant =
                whole.stream().filter(line -> !line.equals(said.get(id(line)))).toList();
        List<String> kept = run("changed.jsonl", "cases.csv", new Trial(folder).since(old));
        assertThat(kept).isEqualTo(meant).isNotEmpty();
    }

    @Test
    void what_an_earlier_edition_says_otherwise_is_what_differs_but_for_the_provisions()
            throws IOException {
        var now = LIBRARY.edition("aca-2014").orElseThrow();
        var before = LIBRARY.edition("aca-2005").orElseThrow();
        List<String> later = edition("later.jsonl", CompiledLibrary.of(LIBRARY, List.of(now)));
        var standing = CompiledLibrary.asIfInForce(LIBRARY, before);
        List<String> earlier = edition("sooner.jsonl", standing);
        List<String> meant = new ArrayList<>();
        for (int row = 0; row < later.size(); row++) {
            if (!said(later.get(row)).equals(said(earlier.get(row)))) {
                meant.add(later.get(row));
            }
        }
        Path out = folder.resolve("against.jsonl");
        new Audit(
                        CompiledLibrary.of(LIBRARY, List.of(now)),
                        java.util.Optional.of(standing),
                        new Trial(folder).out("against.jsonl").order(List.of("cases.csv")))
                .run(_ -> {}, new ArrayList<>());
        List<String> kept = Files.readAllLines(out);
        assertThat(kept).containsAll(meant).isNotEmpty();
        // Beyond what a line shows, a duty may have become a must.
        assertThat(kept.size()).isLessThan(later.size());
    }

    private static List<Object> said(String line) {
        Map<String, Object> text = maps(row(line).get("codes")).getFirst();
        return List.of(
                words(text.get("headline")),
                Set.copyOf(words(text.get("missing"))),
                Set.copyOf(words(text.get("duties"))),
                String.valueOf(text.get("lifts")),
                words(text.get("then")));
    }

    private static List<String> edition(String out, CompiledLibrary compiled) throws IOException {
        new Audit(
                        compiled,
                        java.util.Optional.empty(),
                        new Trial(folder).out(out).order(List.of("cases.csv")))
                .run(_ -> {}, new ArrayList<>());
        return Files.readAllLines(folder.resolve(out));
    }

    private static List<String> run(String name, List<Filter> filters) throws IOException {
        return run(name + ".jsonl", "cases.csv", new Trial(folder).filters(filters));
    }

    private static List<String> run(String out, String in, Trial trial) {
        List<Finding> findings = new ArrayList<>();
        assertThat(trial.out(out).run(COMPILED, List.of(in), findings))
                .as("%s", findings)
                .isPresent();
        try {
            Path file = folder.resolve(out);
            return out.endsWith(".jsonl") ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

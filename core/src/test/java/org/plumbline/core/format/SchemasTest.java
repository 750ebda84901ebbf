package org.plumbline.core.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.core.explain.Codes;
import org.plumbline.core.load.Node;

class SchemasTest {

    private static final Map<String, String> SCHEMAS = new Schemas(Codes.FILES.library()).all();
    private static final Map<String, Schema> READ = new LinkedHashMap<>();

    static {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        SCHEMAS.forEach((path, text) -> READ.put(path, registry.getSchema(text)));
    }

    /// Run with `-Drewrite=true` after a change to the vocabulary or to [Schemas].
    @ParameterizedTest(name = "{0}")
    @MethodSource("schemas")
    void the_schema_beside_the_files_is_the_one_that_the_vocabulary_gives(String path)
            throws IOException {
        Path file = Codes.FOLDER.resolve(path);
        if (Boolean.getBoolean("rewrite")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, SCHEMAS.get(path));
        }
        assertThat(Files.readString(file)).isEqualTo(SCHEMAS.get(path));
    }

    static Stream<String> schemas() {
        return SCHEMAS.keySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void every_file_of_the_library_keeps_to_its_schema(String path, String schema)
            throws IOException {
        Node node = SameTree.of(Files.readString(Codes.FOLDER.resolve(path))).orElseThrow();
        assertThat(errors(schema, node)).isEmpty();
    }

    static Stream<Arguments> files() {
        return Formatter.paths(Codes.FOLDER).stream()
                .flatMap(path ->
                        FileKind.of(path, SameTree.of(read(path)).orElseThrow()).stream()
                                .map(kind -> Arguments.of(path, kind.schema())));
    }

    private static String read(String path) {
        try {
            return Files.readString(Codes.FOLDER.resolve(path));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(path, e);
        }
    }

    @Test
    void a_sound_norm_is_let_through() {
        assertThat(errors(FileKind.EDITION.schema(), edition("{forbid: intimacy, with: anyone}")))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    two verbs            | {forbid: intimacy, upon: intimacy, with: anyone}
                    no verb              | {with: anyone}
                    an unknown act       | {forbid: flirting, with: anyone}
                    an unknown party     | {forbid: intimacy, with: ex-client}
                    an unknown key       | {forbid: intimacy, with: anyone, however: true}
                    an unknown fact      | {forbid: intimacy, with: anyone, when: harm-chance}
                    a bare list          | {forbid: intimacy, with: anyone, when: [harm-risk, exploits]}
                    a deep unknown value | {forbid: intimacy, with: anyone, when: {all: [{any: [{not: {tie: aunt}}]}]}}
                    a window, no event   | {forbid: intimacy, with: anyone, within: {years: 2}}
                    two windows          | {forbid: intimacy, with: anyone, within: forever, beyond: {years: 2, after: service-ended}}
                    an event as a fact   | {forbid: intimacy, with: anyone, when: service-ended}
                    a duty that is none  | {forbid: intimacy, with: anyone, duties: [harm-risk]}
                    a half definition    | {count: former-client}
                    a silent set-aside   | {set-aside: a, with: anyone}
                    """)
    void a_bad_norm_is_marked(String why, String norm) {
        assertThat(errors(FileKind.EDITION.schema(), edition(norm))).as(why).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    no reckoning     | reckoning: {last-day: unstated, rounding: unstated} | draft: false
                    an unknown level | level: association-code                             | level: custom
                    an unknown body  | body: nasw                                          | body: nobody
                    a number as text | title: A code                                       | title: 7
                    """)
    void a_bad_edition_is_marked(String why, String line, String instead) {
        String text = EDITION.formatted("{forbid: intimacy, with: anyone}");
        assertThat(text).contains(line);
        Node node = SameTree.of(text.replace(line, instead)).orElseThrow();
        assertThat(errors(FileKind.EDITION.schema(), node)).as(why).isNotEmpty();
    }

    @Test
    void an_unknown_kind_of_body_is_marked() {
        Node node = SameTree.of("{body: x, name: X, kind: club, country: us}").orElseThrow();
        assertThat(errors(FileKind.BODY.schema(), node)).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    an unknown edition | serves: [nasw-2021 1.06(h)] | serves: [nasw-1850 1.06(h)]
                    no provision       | serves: [nasw-2021 1.06(h)] | serves: [nasw-2021]
                    an unknown act     | act: hug                    | act: flying
                    a typed key        | clause: We decline.         | clauses: We decline.
                    no id              | id: decline                 | id: Declined it
                    """)
    void a_bad_policy_is_marked(String why, String part, String instead) {
        String sound =
                """
                title: A policy
                topics:
                - id: requests
                  title: Requests
                  asks: What happens to one?
                  choices:
                  - id: decline
                    label: Declined
                    clause: We decline.
                    serves: [nasw-2021 1.06(h)]
                    permits: [{act: hug, party: current-client}]
                """;
        assertThat(errors(FileKind.POLICY.schema(), SameTree.of(sound).orElseThrow())).isEmpty();
        assertThat(
                        errors(
                                FileKind.POLICY.schema(),
                                SameTree.of(sound.replace(part, instead)).orElseThrow()))
                .as(why)
                .isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    an unknown act   | intimacy     | flying
                    an unknown group | forbidden    | denied
                    nobody           | to: self     | to: them
                    no reason        | because: So. | why: So.
                    """)
    void a_bad_saying_is_marked(String why, String part, String instead) {
        String sound =
                """
                practitioner:
                - {to: self, act: [intimacy], when: forbidden, say: No., not: Later., because: So.}
                client: []
                """;
        assertThat(errors(FileKind.SAYINGS.schema(), SameTree.of(sound).orElseThrow())).isEmpty();
        assertThat(
                        errors(
                                FileKind.SAYINGS.schema(),
                                SameTree.of(sound.replace(part, instead)).orElseThrow()))
                .as(why)
                .isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    no word of ours        | holds: id             | holds: identity
                    an amount, no unit     | may-hold: [value-usd] | may-hold: [value]
                    certain and not        | holds: id             | holds: id, because: So.
                    neither                | , because: So.        | ''
                    a typed key            | holds: id             | hold: id
                    no heading             | called: [case no]     | called: []
                    """)
    void a_bad_name_of_columns_is_marked(String why, String part, String instead) {
        String sound =
                """
                columns: plumbline
                names:
                - {called: [case no], holds: id}
                - {called: price, may-hold: [value-usd], because: So.}
                """;
        assertThat(errors(FileKind.COLUMNS.schema(), SameTree.of(sound).orElseThrow())).isEmpty();
        String bad = sound.replace(part, instead);
        assertThat(bad).isNotEqualTo(sound);
        assertThat(errors(FileKind.COLUMNS.schema(), SameTree.of(bad).orElseThrow()))
                .as(why)
                .isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    an id in capitals | us-oh     | US-OH
                    a country's name  | country: us | country: USA
                    no name           | says: Ohio, | ''
                    """)
    void a_bad_place_is_marked(String why, String part, String instead) {
        String sound = "places:\n  us-oh: {says: Ohio, country: us}\n";
        assertThat(errors(FileKind.PLACES.schema(), SameTree.of(sound).orElseThrow())).isEmpty();
        String bad = sound.replace(part, instead);
        assertThat(bad).isNotEqualTo(sound);
        assertThat(errors(FileKind.PLACES.schema(), SameTree.of(bad).orElseThrow()))
                .as(why)
                .isNotEmpty();
    }

    private static final String EDITION =
            """
            edition: a-2020
            body: nasw
            title: A code
            in-force: {from: 2020}
            level: association-code
            binds: {membership: nasw}
            practitioner: a member
            reckoning: {last-day: unstated, rounding: unstated}
            provisions:
              a:
                title: A
                says: a
                source: not read
                verified: memory
                norms:
                  - %s
            """;

    private static Node edition(String norm) {
        return SameTree.of(EDITION.formatted(norm)).orElseThrow();
    }

    private static List<Error> errors(String schema, Node node) {
        return READ.get(schema).validate(JsonText.of(plain(node)), InputFormat.JSON);
    }

    /// What a YAML reader makes of a tree: bare numbers and truth values are no words.
    private static Object plain(Node node) {
        return switch (node) {
            case Node.Scalar word when word.quoted() -> word.text();
            case Node.Scalar word when word.text().matches("true|false") ->
                    Boolean.valueOf(word.text());
            case Node.Scalar word when word.text().matches("-?[0-9]+") -> Long.valueOf(word.text());
            case Node.Scalar word when word.text().matches("-?[0-9]+[.][0-9]+") ->
                    Double.valueOf(word.text());
            case Node.Scalar word -> word.text();
            case Node.Sequence list -> list.items().stream().map(SchemasTest::plain).toList();
            case Node.Mapping mapping -> {
                Map<String, Object> map = new LinkedHashMap<>();
                mapping.entries().forEach(e -> map.put(e.key().text(), plain(e.value())));
                yield map;
            }
        };
    }
}

package org.plumbline.core.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.core.explain.Codes;
import org.plumbline.core.norm.Library;

class FormatterTest {

    @Test
    void a_norm_gets_its_sentence_as_its_last_key() {
        assertThat(
                        formatted(
                                """
                                      - id: bar
                                        forbid: intimacy    # by any name
                                        with: [former-client]
                                        within: {years: 5, after: service-ended}

                                  # Nothing more is known.
                                """))
                .endsWith(
                        """
                              - id: bar
                                forbid: intimacy    # by any name
                                with: [former-client]
                                within: {years: 5, after: service-ended}
                                reads: "A member must not have sexual or romantic contact with a former client, within 5 years of the end of the service."

                          # Nothing more is known.
                        """);
    }

    @Test
    void a_stale_sentence_is_replaced_and_moved_to_the_end() {
        assertThat(
                        formatted(
                                """
                                      - forbid: intimacy
                                        reads: "Something
                                          older, over two lines."
                                        with: anyone
                                      - forbid: barter
                                        with: current-client
                                        reads: older   # kept: looked at twice
                                """))
                .endsWith(
                        """
                              - forbid: intimacy
                                with: anyone
                                reads: "A member must not have sexual or romantic contact with anyone."
                              - forbid: barter
                                with: current-client
                                reads: "A member must not accept goods or services as payment from a current client."   # kept: looked at twice
                        """);
    }

    @Test
    void a_norm_in_braces_gets_its_sentence_inside_them() {
        assertThat(
                        formatted(
                                """
                                      - {forbid: intimacy, with: anyone}   # short
                                """))
                .endsWith(
                        """
                              - {forbid: intimacy, with: anyone, reads: "A member must not have sexual or romantic contact with anyone."}   # short
                        """);
    }

    @Test
    void norms_under_readings_get_their_sentences_too() {
        String text =
                EDITION.replace("    norms:\n", "    readings:\n      wide:\n")
                        + """
                                - forbid: intimacy
                                  with: anyone
                        """;
        assertThat(format(text)).contains("          reads: \"A member must not have sexual");
    }

    @Test
    void the_first_line_names_the_schema() {
        String line = "# yaml-language-server: $schema=../schema/edition.schema.json\n";
        String once = formatted("      - {forbid: intimacy, with: anyone}\n");
        assertThat(once).startsWith(line + "edition:");
        assertThat(format(once.replace("../schema", "schema"))).isEqualTo(once);
    }

    @Test
    void spaces_and_line_breaks_are_put_right_outside_quotes() {
        String text = "body: a   \r\nname: \"A  \"\t\ncountry: us\nkind: association\n\n\n";
        assertThat(new Formatter(Codes.FILES.library()).format("bodies/a.yaml", text))
                .isEqualTo(
                        """
                        # yaml-language-server: $schema=../schema/body.schema.json
                        body: a
                        name: "A  "
                        country: us
                        kind: association
                        """);
    }

    @Test
    void a_file_with_findings_is_left_alone() {
        String text = "edition: a\nbody: [\n";
        assertThat(new Formatter(Codes.FILES.library()).format("a/2020.yaml", text))
                .isEqualTo(text);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("paths")
    void what_is_formatted_stays_as_it_is(String path) throws IOException {
        var formatter = new Formatter(Codes.FILES.library());
        String once = formatter.format(path, Files.readString(Codes.FOLDER.resolve(path)));
        assertThat(formatter.format(path, once)).isEqualTo(once);
    }

    static Stream<String> paths() {
        return Formatter.paths(Codes.FOLDER).stream();
    }

    private static final String PATH = "aaa/2020.yaml";
    private static final String EDITION =
            """
            edition: aaa-2020
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
            """;

    private static String formatted(String norms) {
        return format(EDITION + norms);
    }

    private static String format(String text) {
        Library library = Codes.with(PATH, text).library();
        return new Formatter(library).format(PATH, text);
    }
}

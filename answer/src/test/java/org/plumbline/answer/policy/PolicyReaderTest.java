package org.plumbline.answer.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.answer.Shelf;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.norm.Library;

final class PolicyReaderTest {

    private static final Library LIBRARY =
            ((Loaded.Sound<Shelf.Open>) Shelf.here().open()).value().library();

    private static final String SOUND =
            """
            policy: small
            title: A small policy
            topics:
            - id: requests
              title: Requests
              asks: What happens to a request?
              choices:
              - id: decline
                label: Declined
                clause: We decline it.
                serves: [nasw-2021 1.06(h)]
              - id: accept
                label: Accepted
                clause: We accept it.
                permits:
                - {act: social-media-connection, party: current-client}
            """;

    private static List<Finding> findings(Path folder, String file) throws Exception {
        Files.writeString(folder.resolve("policy.yaml"), file);
        return Policies.findings(folder, "codes/", LIBRARY);
    }

    @Test
    void aSoundFileHasNoFindings(@TempDir Path folder) throws Exception {
        assertThat(findings(folder, SOUND)).isEmpty();
    }

    @Test
    void thePolicyOfTheLibraryIsSound() {
        var open = ((Loaded.Sound<Shelf.Open>) Shelf.here().open()).value();
        assertThat(Policies.form(open).allFindings()).isEmpty();
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1.06(h)                 | 1.06(zz)                | policy.provision.unknown | nasw-2021 has no provision `1.06(zz)` | 11
                    nasw-2021 1.06(h)       | nasw-1850 1.06(h)       | policy.provision.unknown | begins with no edition | 11
                    [nasw-2021 1.06(h)]     | []                      | policy.choice.untied     | serves no provision and permits nothing | 8
                    act: social-media-connection | act: flying        | scenario.value.unknown   | flying | 16
                    id: accept              | id: decline             | policy.id                | stands twice | 12
                    clause: We accept it.   | clauses: We accept it.  | policy.key.unknown       | `clauses` means nothing here | 14
                    title: Requests         | title: ''               | policy.shape             | no words under `title` | 4
                    """)
    void aMistakeIsAFindingWithItsPlace(
            String part, String instead, String code, String says, int line, @TempDir Path folder)
            throws Exception {
        List<Finding> findings = findings(folder, SOUND.replace(part, instead));

        assertThat(findings)
                .anySatisfy(f -> {
                    assertThat(f.code()).isEqualTo(code);
                    assertThat(f.found()).contains(says);
                    assertThat(f.span().file()).isEqualTo("codes/policy.yaml");
                    assertThat(f.span().line()).isEqualTo(line);
                    assertThat(f.expected()).isNotBlank();
                    assertThat(f.mend()).isNotBlank();
                });
    }

    @Test
    void aLibraryWithoutOneSaysSo() {
        assertThat(PolicyReader.read(LIBRARY, Optional.empty()).allFindings())
                .extracting(Finding::code)
                .containsExactly("library.policy.missing");
    }
}

package org.plumbline.core.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A word is proposed where it may have been meant, and not because it has letters in common.
class NearestWordTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "NASW, nasw",
        "former client, former-client",
        "Former_Client, former-client",
        "frendship, friendship",
        "unavoidabel, unavoidable",
        "romance, romantic",
        "ex-client, former-client",
        "sexual-contcat, sexual-contact"
    })
    void a_slip_is_seen(String written, String meant) {
        assertThat(nearest(written)).containsExactly(meant);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"gmc", "apa", "wizard", "telegraph", "snooping", "us-zz", "x", "''"})
    void letters_in_common_are_no_likeness(String written) {
        assertThat(nearest(written)).isEmpty();
    }

    private static List<String> nearest(String written) {
        return Findings.nearest(
                        written,
                        Arrays.asList(
                                "ama",
                                "aca",
                                "nasw",
                                "former-client",
                                "friendship",
                                "unavoidable",
                                "romantic",
                                "sexual-contact",
                                "telephone",
                                "kiss",
                                "hug",
                                "us-oh",
                                "social-worker"))
                .stream()
                .toList();
    }
}

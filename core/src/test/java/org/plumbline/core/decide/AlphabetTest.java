package org.plumbline.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.core.Codes;
import org.plumbline.core.norm.Library;

class AlphabetTest {

    /// What was joined is kept by the alphabets it was joined from. Of no texts at all that is the
    /// same key for every library, and the background of the first was then that of all.
    @Test
    void where_no_text_asks_the_background_of_the_library_itself_is_told_apart() {
        Library real = Codes.library();
        var bare =
                new Library(
                        real.vocabulary(),
                        List.of(),
                        real.bodies(),
                        real.places(),
                        List.of(),
                        _ -> {
                            throw new IllegalStateException("it has no editions");
                        },
                        "bare");

        assertThat(Alphabet.join(bare, List.of()).yesNo()).isEmpty();
        assertThat(Alphabet.join(real, List.of()).yesNo())
                .contains("written-consent", "informed-consent");
        assertThat(Alphabet.join(bare, List.of()).yesNo()).isEmpty();
    }
}

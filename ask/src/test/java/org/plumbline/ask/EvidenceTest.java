package org.plumbline.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whatever was read, the words that say so are given with it.
class EvidenceTest {

    @Test
    void every_value_read_names_the_words_that_gave_it() {
        List<String> bare = new ArrayList<>();
        Stream.concat(Labelled.written().stream(), Labelled.afresh().stream())
                .forEach(question -> {
                    for (Reading.Part part : Reader.read(question.text()).parts()) {
                        Set<String> shown =
                                part.evidence().stream()
                                        .map(Evidence::slot)
                                        .collect(Collectors.toSet());
                        part.slots()
                                .asMap()
                                .forEach((slot, value) -> {
                                    boolean read =
                                            value != null
                                                    && !value.equals(Slots.UNSPECIFIED)
                                                    && !value.equals(Slots.OTHER);
                                    if (read && !shown.contains(slot)) {
                                        bare.add(slot + " of " + question.text());
                                    }
                                });
                    }
                });
        assertThat(bare).isEmpty();
    }

    @Test
    void the_words_stand_in_the_text_where_the_evidence_says() {
        String text = "Can a social worker accept a scarf from a former client in Ohio?";
        for (Evidence evidence : Reader.read(text).evidence()) {
            assertThat(text.substring(evidence.from(), evidence.to())).isEqualTo(evidence.words());
        }
    }
}

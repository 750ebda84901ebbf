package org.plumbline.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class RowShapeTest {

    private final RowShape shape =
            new RowShape(
                    new CaseloadJob.Reading(
                            Map.of(), Map.of(), LocalDate.of(2026, 6, 1), false, List.of()),
                    new String[] {"id", "act", CaseloadJob.AS_READ});

    /// One machine passes over such lines, and both must come to the same.
    @Test
    void a_line_of_separators_alone_is_no_row() {
        assertThat(shape.isEmpty(RowFactory.create(null, null, null))).isTrue();
        assertThat(shape.isEmpty(RowFactory.create("", "  ", null))).isTrue();
        assertThat(shape.isEmpty(RowFactory.create(null, null, ",,,,"))).isTrue();
        assertThat(shape.isEmpty(RowFactory.create("a", null, null))).isFalse();
        assertThat(shape.isEmpty(RowFactory.create(null, "hug", null))).isFalse();
        assertThat(shape.isEmpty(RowFactory.create(null, null, ",hug,"))).isFalse();
    }
}

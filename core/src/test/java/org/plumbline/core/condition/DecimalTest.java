package org.plumbline.core.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "10, 10", "0.50, 0.5", "25.000001, 25.000001", "007, 7", "3.0, 3"})
    void it_is_written_without_zeros_that_say_nothing(String digits, String written) {
        assertThat(Decimal.parse(digits)).hasToString(written);
    }

    @ParameterizedTest
    @CsvSource({"9.99, 10", "0.1, 0.10001", "999999999999.999998, 999999999999.999999"})
    void it_is_ordered_as_numbers_are(String less, String more) {
        assertThat(Decimal.parse(less)).isLessThan(Decimal.parse(more));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "1.", ".5", "-1", "1e3", "1.2345678", "1234567890123", "١"})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> Decimal.parse(text)).isInstanceOf(NumberFormatException.class);
    }
}

package org.plumbline.bulk;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The values of a table that has types, as the text that a CSV file would hold.
///
/// A null is an empty cell, a list is its items with `; ` between, a date is its day. A moment at the
/// stroke of midnight in no zone is its day too: that is how tables without a type for days keep them.
final class CellText {

    private CellText() {}

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> text;
            case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            case Double number -> plain(number);
            // By its own digits: 49.99 as a double would be 49.9900016784668.
            case Float number when Float.isFinite(number) ->
                    new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
            case LocalDateTime moment ->
                    moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                            ? moment.toLocalDate().toString()
                            : moment.toString();
            // One value and the set of one value are the same; nothing in a list is no value.
            case Iterable<?> list -> {
                StringBuilder items = new StringBuilder();
                list.forEach(item -> items.append(items.isEmpty() ? "" : "; ").append(of(item)));
                yield items.toString();
            }
            default -> Objects.toString(value);
        };
    }

    private static String plain(double number) {
        return Double.isFinite(number)
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : String.valueOf(number);
    }
}

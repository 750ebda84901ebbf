package org.plumbline.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.core.load.Node;

/// The sum of money of which the words of a published case speak: `$50`, `ten-dollar`.
///
/// @param signs currency sign to unit
/// @param words currency word to unit
/// @param numbers number word to number
/// @param bounds words after which a sum is a limit: `under $15`
record StoryAmounts(
        Map<String, String> signs,
        Map<String, String> words,
        Map<String, String> numbers,
        List<String> bounds) {

    /// @param unit as the vocabulary names it
    /// @param number digits, with a point before cents
    record Sum(String unit, String number) {}

    /// Reads `signs`, `words`, `numbers` and `bounds` under `amounts` in `codes/slots.yaml`.
    static StoryAmounts of(Node.Mapping amounts) {
        return new StoryAmounts(
                table(amounts, "signs"),
                table(amounts, "words"),
                table(amounts, "numbers"),
                amounts.get("bounds").orElse(null) instanceof Node.Sequence list
                        ? list.items().stream()
                                .filter(Node.Scalar.class::isInstance)
                                .map(n -> ((Node.Scalar) n).text())
                                .toList()
                        : List.of());
    }

    /// The sum told; none where there is none, or more than one. A bound is not what a gift is worth.
    Optional<Sum> only(String story) {
        List<Sum> sums = new ArrayList<>();
        signs.forEach((sign, unit) -> {
            Matcher found =
                    Pattern.compile(Pattern.quote(sign) + "\\s?([\\d,]*\\d(?:\\.\\d+)?)")
                            .matcher(story);
            while (found.find()) {
                if (!isBound(story, found.start())) {
                    sums.add(new Sum(unit, found.group(1).replace(",", "")));
                }
            }
        });
        words.forEach((word, unit) -> {
            Matcher found =
                    Pattern.compile(
                                    "(?<![\\w-])([\\d,]*\\d(?:\\.\\d+)?|[a-z]+(?:-[a-z]+)?)[\\s-]"
                                            + Pattern.quote(word)
                                            + "(?!\\w)",
                                    Pattern.CASE_INSENSITIVE)
                            .matcher(story);
            while (found.find()) {
                if (!isBound(story, found.start())) {
                    number(found.group(1)).ifPresent(n -> sums.add(new Sum(unit, n)));
                }
            }
        });
        return sums.stream().distinct().count() == 1
                ? Optional.of(sums.getFirst())
                : Optional.empty();
    }

    private boolean isBound(String story, int from) {
        String before = story.substring(0, from).stripTrailing().toLowerCase(Locale.ROOT);
        return bounds.stream().anyMatch(b -> before.equals(b) || before.endsWith(" " + b));
    }

    private Optional<String> number(String said) {
        return Character.isDigit(said.charAt(said.length() - 1))
                ? Optional.of(said.replace(",", ""))
                : Optional.ofNullable(numbers.get(said.toLowerCase(Locale.ROOT)));
    }

    private static Map<String, String> table(Node.Mapping amounts, String key) {
        Map<String, String> table = new TreeMap<>();
        if (amounts.get(key).orElse(null) instanceof Node.Mapping entries) {
            for (Node.Entry entry : entries.entries()) {
                if (entry.value() instanceof Node.Scalar value) {
                    table.put(entry.key().text(), value.text());
                }
            }
        }
        return table;
    }
}

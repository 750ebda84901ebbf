package org.plumbline.bulk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Rows of a caseload as somebody might have typed them, good and bad, from a seed.
final class Rows {

    static final List<String> HEADINGS =
            List.of(
                    "id",
                    "membership",
                    "jurisdiction",
                    "act",
                    "party",
                    "date",
                    "last-professional-contact",
                    "service-ended",
                    "harm-risk",
                    "exploitation-risk",
                    "value-usd",
                    "gift-form",
                    "unavoidable",
                    "documented");

    private static final List<List<String>> CHOICES =
            List.of(
                    List.of(),
                    List.of("nasw", "aca", "apa", "aca; nasw", "", "aca|apa", "guild", "unknown"),
                    List.of("us-oh", "us-tx", "", "", "", "US-OH"),
                    List.of(
                            "friendship",
                            "sexual-contact",
                            "gift-receive",
                            "hug",
                            "friendship | hug",
                            "no-such-act",
                            ""),
                    List.of(
                            "former-client",
                            "current-client",
                            "client-partner",
                            "former-client-family",
                            "supervisee",
                            "unknown",
                            "current-client; supervisee",
                            "nobody"),
                    List.of("", "", "2026-05-31", "2025", "1 May 2026", "31/12/2025"),
                    List.of(),
                    List.of(),
                    List.of("true", "false", "", "", "unknown", "maybe"),
                    List.of("true", "false", "", ""),
                    List.of("", "", "20", "20.50", "a lot", "-3"),
                    List.of("", "", "object", "money"),
                    List.of("", "", "", "true", "false"),
                    List.of("true", "false", ""));

    private Rows() {}

    /// The row of a number, one cell in about twenty being odd.
    static List<String> row(int number, boolean odd) {
        var random = new Random(number * 7919L + 17);
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < HEADINGS.size(); column++) {
            List<String> choices = CHOICES.get(column);
            if (column == 0) {
                cells.add(odd && random.nextInt(50) == 0 ? "c" + number / 2 : "c" + number);
            } else if (choices.isEmpty()) {
                cells.add(date(random, odd));
            } else {
                int good = Math.min(3, choices.size());
                boolean any = odd && random.nextInt(6) == 0;
                cells.add(choices.get(random.nextInt(any ? choices.size() : good)));
            }
        }
        return cells;
    }

    private static String date(Random random, boolean odd) {
        LocalDate day = LocalDate.of(2026, 6, 1).minusDays(random.nextInt(3000));
        return switch (random.nextInt(odd ? 14 : 5)) {
            case 0 -> "";
            case 1 -> day.toString().substring(0, 7);
            case 6 -> "never";
            case 7 -> "%d/%d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
            case 8 -> day + "..2026-06-01";
            case 9 -> "some time ago";
            case 10 -> day.toString().replace("-", "");
            case 11 -> "2010; 2024";
            default -> day.toString();
        };
    }

    /// A whole sheet.
    ///
    /// @param odd every so many rows one may hold odd cells
    static String sheet(int rows, int odd) {
        List<List<String>> all = new ArrayList<>();
        all.add(HEADINGS);
        for (int number = 0; number < rows; number++) {
            all.add(row(number, number % odd == 0));
        }
        return CsvLines.of(all);
    }
}

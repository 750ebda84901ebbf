package org.plumbline.bulk;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A caseload that nobody has, for a trial: what the records of an agency might hold.
///
/// A few bodies, acts and people make up most of it. Of nine former clients in ten the last contact is
/// known, by its day or by its month; judgements are known of one row in three. The same number gives
/// the same row.
public final class InventedCaseload {

    /// What the columns hold, in the words of the vocabulary.
    public static final List<String> HEADINGS =
            List.of(
                    "id",
                    "membership",
                    "jurisdiction",
                    "act",
                    "party",
                    "last-professional-contact",
                    "service-ended",
                    "harm-risk",
                    "exploitation-risk",
                    "benefits-client",
                    "objectivity-impaired",
                    "documented",
                    "consulted");

    private static final List<String> MEMBERSHIPS =
            List.of("nasw", "nasw", "nasw", "aca", "aca", "apa", "aamft", "bacp");
    private static final List<String> PLACES =
            List.of("us-oh", "us-fl", "us-ca", "us-tx", "gb-eng");
    private static final List<String> PARTIES =
            List.of(
                    "former-client",
                    "former-client",
                    "former-client",
                    "current-client",
                    "current-client",
                    "client-partner",
                    "former-client-family",
                    "supervisee");
    private static final List<String> ACTS =
            List.of(
                    "friendship",
                    "sexual-contact",
                    "social-media-connection",
                    "business-venture",
                    "gift-receive",
                    "barter",
                    "employment",
                    "hug");
    private static final int JUDGEMENTS = 4;
    private static final int SAFEGUARDS = 2;

    private InventedCaseload() {}

    /// Writes a CSV file.
    ///
    /// @param day no contact is later
    public static void write(Path file, long rows, LocalDate day) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(String.join(",", HEADINGS));
            out.write('\n');
            for (long number = 0; number < rows; number++) {
                out.write(String.join(",", cells(number, day)));
                out.write('\n');
            }
        }
    }

    /// The row of a number.
    ///
    /// @param day no contact is later
    public static List<String> cells(long number, LocalDate day) {
        var random = new Random(number * 0x9E3779B97F4A7C15L);
        String party = any(random, PARTIES);
        String last = party.startsWith("former") ? last(random, day) : "";
        List<String> cells = new ArrayList<>(HEADINGS.size());
        cells.add("c" + number);
        cells.add(any(random, MEMBERSHIPS));
        cells.add(random.nextInt(3) == 0 ? any(random, PLACES) : "");
        cells.add(any(random, ACTS));
        cells.add(party);
        cells.add(last);
        cells.add(last);
        for (int i = 0; i < JUDGEMENTS; i++) {
            cells.add(random.nextInt(3) == 0 ? String.valueOf(random.nextBoolean()) : "");
        }
        for (int i = 0; i < SAFEGUARDS; i++) {
            cells.add(String.valueOf(random.nextBoolean()));
        }
        return cells;
    }

    private static String last(Random random, LocalDate day) {
        if (random.nextInt(10) == 0) {
            return "";
        }
        String last = day.minusDays((long) (-1100 * Math.log(1 - random.nextDouble()))).toString();
        return random.nextInt(10) == 0 ? last.substring(0, 7) : last;
    }

    private static String any(Random random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}

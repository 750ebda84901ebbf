package org.plumbline.server.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.plumbline.core.explain.DayWording;

/// A record as it is printed: two parts, of which the second exists even where nothing is in it.
///
/// @param number by which the two parts are known to belong together; worked out from the first part
///     and the case alone, so that it tells nothing of the second
/// @param made when, in words with the zone
public record RecordSheet(String number, String made, EnginePart engine, HumanPart human) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm zzz", Locale.UK);

    private static final List<String> OF_CHART =
            List.of(
                    "question",
                    "role",
                    "reference",
                    "decision",
                    "rationale",
                    "discussed",
                    "safeguards",
                    "review-day",
                    "review-month",
                    "review-year",
                    "no-review");

    /// A record made now.
    ///
    /// @param address the case
    public static RecordSheet of(
            String address, EnginePart engine, HumanPart human, ZonedDateTime now) {
        return new RecordSheet(
                now.toLocalDate() + "-" + digest(address, engine, human),
                DayWording.of(now.toLocalDate()) + ", " + TIME.format(now),
                engine,
                human);
    }

    private static String digest(String address, EnginePart engine, HumanPart human) {
        StringBuilder chart = new StringBuilder(address).append('\n').append(engine.fingerprint());
        OF_CHART.forEach(field -> chart.append('\n').append(human.get(field)));
        human.options().forEach(option -> chart.append('\n').append(option));
        human.safeguards().stream().sorted().forEach(s -> chart.append('\n').append(s));
        try {
            byte[] sha =
                    MessageDigest.getInstance("SHA-256")
                            .digest(chart.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha, 0, 4);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    /// The fingerprint in groups of four.
    public String fingerprint() {
        return engine.fingerprint().replaceAll("(.{4})(?=.)", "$1 ");
    }

    /// The safeguards that were marked, in the words of the duties.
    public List<String> marked() {
        return engine.duties().stream()
                .filter(d -> human.safeguards().contains(d.id()))
                .map(EnginePart.Duty::says)
                .toList();
    }

    /// The duties that were not marked.
    public List<String> unmarked() {
        return engine.duties().stream()
                .filter(d -> !human.safeguards().contains(d.id()))
                .map(EnginePart.Duty::says)
                .toList();
    }
}

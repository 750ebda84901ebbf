package org.plumbline.server.explore;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.core.explain.DayWording;
import org.plumbline.core.explain.EditionName;
import org.plumbline.core.norm.Body;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Encoded;
import org.plumbline.core.norm.InForce;
import org.plumbline.core.norm.Library;

/// Small phrases of the pages on the library.
public final class Words {

    private Words() {}

    /// "Regulator standard" of `regulator-standard`.
    public static String plain(String id) {
        return capital(id.replace('-', ' '));
    }

    static String capital(String words) {
        return words.isEmpty()
                ? words
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /// "a, b and c".
    static String and(List<String> items) {
        return items.size() < 2
                ? String.join("", items)
                : String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
    }

    /// "1 norm", "2 norms".
    public static String count(int number, String one, String many) {
        return "%,d %s".formatted(number, number == 1 ? one : many);
    }

    /// Who issued a text.
    public static String body(Library library, String id) {
        return Optional.ofNullable(library.bodies().get(id)).map(Body::name).orElse(plain(id));
    }

    /// "NASW 2021".
    public static String brief(Library library, Edition edition) {
        return EditionName.brief(library, edition);
    }

    /// "In force from 1 June 2021", "In force from 1 January 2018 to 31 May 2021", "Since when it has
    /// been in force is not known".
    public static String inForce(InForce days) {
        String from =
                days.fromEarliest()
                        .map(day ->
                                day.equals(days.fromLatest().orElse(day))
                                        ? DayWording.of(day)
                                        : "a day between "
                                                + DayWording.of(day)
                                                + " and "
                                                + DayWording.of(days.fromLatest().orElse(day)))
                        .orElse("a day that is not known");
        return "In force from "
                + from
                + days.toLatest().map(day -> " to " + DayWording.of(day)).orElse("");
    }

    /// How much of a text is held, and what its silence is worth.
    static String held(Encoded encoded) {
        return switch (encoded) {
            case WHOLE -> "All of it is held.";
            case BOUNDARIES -> "Everything that it says of boundaries is held.";
            case EXCERPT ->
                    "A part of it is held. Where that part is silent, the answer is “not covered"
                            + " here”, never “silent”.";
        };
    }
}

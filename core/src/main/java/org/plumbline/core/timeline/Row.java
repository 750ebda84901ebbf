package org.plumbline.core.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plumbline.core.norm.Edition;

/// What one text says of the act over time.
///
/// @param pieces without a gap; the last has no end
/// @param steps the same for charts and sentences
public record Row(Edition edition, List<Piece> pieces, List<Step> steps) {

    public Row {
        pieces = List.copyOf(pieces);
        steps = List.copyOf(steps);
    }

    /// Kinds of text, in the order in which charts show them.
    public enum Group {
        LAW("Laws and board rules"),
        CODE("Codes of ethics"),
        HOUSE("House policies");

        private final String words;

        Group(String words) {
            this.words = words;
        }

        /// The heading above its rows.
        public String words() {
            return words;
        }
    }

    /// The kind of its text.
    public Group group() {
        return switch (edition.level()) {
            case "association-code", "association-guidance", Edition.MODEL -> Group.CODE;
            case Edition.EMPLOYER_POLICY -> Group.HOUSE;
            default -> Group.LAW;
        };
    }

    /// A short name: "ACA 2014" where the issuer is known by its letters, otherwise the title.
    public String label() {
        String body = edition.body();
        if (!edition.id().startsWith(body + "-")) {
            return edition.title();
        }
        String rest = edition.id().substring(body.length() + 1);
        List<String> words = new ArrayList<>();
        List<String> names = List.of(body.split("-", -1));
        boolean letters =
                group() != Group.HOUSE && names.stream().allMatch(name -> name.length() <= 6);
        for (String name : names) {
            words.add(letters ? name.toUpperCase(Locale.ROOT) : Words.capital(name));
        }
        if (!rest.equals("current")) {
            for (String word : rest.split("-", -1)) {
                words.add(Words.capital(word));
            }
        }
        return String.join(" ", words);
    }

    /// The clocks that run in it, each event once.
    public List<Clock> clocks() {
        List<Clock> all = new ArrayList<>();
        for (Step step : steps) {
            for (Clock clock : step.clocks()) {
                if (all.stream().noneMatch(c -> c.says().equals(clock.says()))) {
                    all.add(clock);
                }
            }
        }
        return all;
    }

    /// Which event starts its clock: "the last professional contact"; empty where none runs.
    public String clockSays() {
        return Words.or(clocks().stream().map(Clock::says).toList());
    }
}

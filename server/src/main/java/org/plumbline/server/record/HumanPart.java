package org.plumbline.server.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.plumbline.core.explain.DayWording;

/// What only a person can say of a consultation, as it was typed: nothing is filled in beforehand.
///
/// @param fields the text of each field by its name, stripped; fields that were not sent are absent
/// @param safeguards the duties marked as put in place
public record HumanPart(Map<String, String> fields, Set<String> safeguards) {

    /// What every name of a field begins with. No fact of the vocabulary does, so that an address
    /// that carries typed words is not a case.
    static final String OWN = "own-";

    static final String SAFEGUARD = OWN + "safeguard";

    static final int OPTIONS = 4;

    /// The most that one field takes, and all together, in characters.
    static final int MOST = 2_000;

    static final int MOST_OF_ALL = 9_000;

    private static final List<String> WORDS =
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
                    "no-review",
                    "others",
                    "consulted",
                    "told",
                    "kept-back",
                    "advice",
                    "followed",
                    "why-not",
                    "reasons",
                    "filed");

    private static final Map<String, String> NEEDED =
            new LinkedHashMap<>(
                    Map.of(
                            "question", "Write the question that was put.",
                            "role",
                                    "Write in which role you make this record. A name is not needed.",
                            "decision", "Write what was decided.",
                            "rationale", "Write the reasons for the decision."));

    public HumanPart {
        fields = Map.copyOf(fields);
        safeguards = Set.copyOf(safeguards);
    }

    /// An empty form.
    public static HumanPart blank() {
        return new HumanPart(Map.of(), Set.of());
    }

    /// The fields of a request.
    ///
    /// @param sent gives the values sent under a name, empty where there are none
    /// @param duties the duties that there are, so that no other can be marked
    public static HumanPart of(Function<String, List<String>> sent, Set<String> duties) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String name : names()) {
            List<String> values = sent.apply(OWN + name);
            if (!values.isEmpty() && !values.getFirst().isBlank()) {
                fields.put(name, values.getFirst().strip().replace("\r\n", "\n"));
            }
        }
        Set<String> marked = new java.util.LinkedHashSet<>(sent.apply(SAFEGUARD));
        marked.retainAll(duties);
        return new HumanPart(fields, marked);
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(WORDS);
        for (int i = 1; i <= OPTIONS; i++) {
            names.addAll(List.of("option-" + i, "option-person-" + i, "option-self-" + i));
        }
        return names;
    }

    /// The text of a field; empty where nothing was typed.
    public String get(String name) {
        return fields.getOrDefault(name, "");
    }

    /// Whether something stands in any of these fields, so that the form must not fold them away.
    public boolean anyOf(String... names) {
        return java.util.Arrays.stream(names).anyMatch(n -> !get(n).isBlank());
    }

    /// Every row of the table of options, filled in or not.
    public List<Option> rows() {
        return IntStream.rangeClosed(1, OPTIONS)
                .mapToObj(i ->
                        new Option(
                                i,
                                get("option-" + i),
                                get("option-person-" + i),
                                get("option-self-" + i)))
                .toList();
    }

    /// The options that were weighed.
    public List<Option> options() {
        return rows().stream().filter(o -> !o.empty()).toList();
    }

    /// The day of the review; empty if none was given or what was given is no day.
    public Optional<LocalDate> review() {
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(get("review-year")),
                            Integer.parseInt(get("review-month")),
                            Integer.parseInt(get("review-day"))));
        } catch (NumberFormatException | DateTimeException _) {
            return Optional.empty();
        }
    }

    /// "Review on 1 March 2027." or why there is none.
    public String reviewWords() {
        return review().map(day -> "Review on " + DayWording.of(day) + ".")
                .orElseGet(() -> "No review is planned: " + get("no-review"));
    }

    /// What was done with the advice, in words; empty where no advice was received.
    public String followedWords() {
        return switch (get("followed")) {
            case "yes" -> "The advice was followed.";
            case "part" -> "The advice was followed in part.";
            case "no" -> "The advice was not followed.";
            default -> "";
        };
    }

    /// Every field that was filled in, under the name it is sent by, so that a page can send it on.
    public List<Map.Entry<String, String>> sent() {
        List<Map.Entry<String, String>> all = new ArrayList<>();
        names().stream()
                .filter(fields::containsKey)
                .forEach(n -> all.add(Map.entry(OWN + n, get(n))));
        safeguards.stream().sorted().forEach(s -> all.add(Map.entry(SAFEGUARD, s)));
        return all;
    }

    // ── What cannot stay as it is ───────────────────────────────────────────────────────────

    /// What is missing or cannot be, in the order of the form.
    ///
    /// @param today a review lies after it
    public List<Mistake> mistakes(LocalDate today) {
        List<Mistake> mistakes = new ArrayList<>();
        for (String field : List.of("question", "role")) {
            needed(field, mistakes);
        }
        if (options().isEmpty()) {
            mistakes.add(new Mistake("option-1", "Write at least one option that was considered."));
        }
        for (Option option : options()) {
            if (option.what().isBlank()) {
                mistakes.add(
                        new Mistake(
                                "option-" + option.number(),
                                "Name option %d, or clear its row.".formatted(option.number())));
            }
        }
        needed("decision", mistakes);
        needed("rationale", mistakes);
        review(today).ifPresent(mistakes::add);
        advice().ifPresent(mistakes::add);
        tooLong(mistakes);
        return mistakes;
    }

    private void needed(String field, List<Mistake> mistakes) {
        if (get(field).isBlank()) {
            mistakes.add(new Mistake(field, NEEDED.getOrDefault(field, "Fill this in.")));
        }
    }

    private Optional<Mistake> review(LocalDate today) {
        boolean dated =
                List.of("review-day", "review-month", "review-year").stream()
                        .anyMatch(f -> !get(f).isBlank());
        String says = "";
        if (dated && !get("no-review").isBlank()) {
            says = "Give a day of review or say why there is none, not both.";
        } else if (dated && review().isEmpty()) {
            says = "Write the review as a day that exists, such as 1 3 2027.";
        } else if (dated && !review().orElseThrow().isAfter(today)) {
            says = "The review must be after today, " + DayWording.of(today) + ".";
        } else if (!dated && get("no-review").isBlank()) {
            says = "Give a day of review, or say why there is none.";
        }
        return says.isEmpty() ? Optional.empty() : Optional.of(new Mistake("review-day", says));
    }

    private Optional<Mistake> advice() {
        boolean advised = !get("advice").isBlank();
        if (advised && followedWords().isEmpty()) {
            return Optional.of(new Mistake("followed", "Say whether the advice was followed."));
        }
        if (!advised && !get("followed").isBlank()) {
            return Optional.of(
                    new Mistake(
                            "advice", "Write the advice, or leave open whether it was followed."));
        }
        boolean departed = get("followed").equals("no") || get("followed").equals("part");
        return advised && departed && get("why-not").isBlank()
                ? Optional.of(new Mistake("why-not", "Say why the advice was not followed."))
                : Optional.empty();
    }

    private void tooLong(List<Mistake> mistakes) {
        fields.forEach((name, text) -> {
            if (text.length() > MOST) {
                mistakes.add(
                        new Mistake(
                                name,
                                "Shorten this to %,d characters; it has %,d."
                                        .formatted(MOST, text.length())));
            }
        });
        int all = fields.values().stream().mapToInt(String::length).sum();
        if (all > MOST_OF_ALL) {
            mistakes.add(
                    new Mistake(
                            "question",
                            "Shorten the whole to %,d characters; it has %,d."
                                    .formatted(MOST_OF_ALL, all)));
        }
    }
}

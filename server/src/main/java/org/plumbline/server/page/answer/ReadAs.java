package org.plumbline.server.page.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.decide.Decision.Missing;
import org.plumbline.core.explain.ActWording;
import org.plumbline.core.explain.DayWording;
import org.plumbline.core.explain.QuestionSentence;
import org.plumbline.core.explain.ScenarioSentence;
import org.plumbline.core.explain.ValueWording;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Vocabulary;
import org.plumbline.server.page.CaseFacts;
import org.plumbline.server.page.Controls;
import org.plumbline.server.page.Words;
import org.plumbline.server.page.answer.AnswerView.Chip;
import org.plumbline.server.page.answer.AnswerView.Row;

/// How a question was read: everything known, and what is missing, each as a link to the question
/// about it.
final class ReadAs {

    private static final Set<String> PERSON = Set.of("role", "stage", "tie");
    private static final int MOST_MISSING = 4;

    private final Vocabulary vocabulary;
    private final Map<String, Object> facts;
    private final Controls controls;
    private final Decision decision;
    private final Scenario scenario;
    private final ScenarioSentence sentences;
    private final ValueWording values;
    private final String change;

    /// @param thenTo where one comes back to
    ReadAs(
            Library library,
            Map<String, Object> facts,
            Controls controls,
            Decision decision,
            String thenTo) {
        this.vocabulary = library.vocabulary();
        this.facts = facts;
        this.controls = controls;
        this.decision = decision;
        this.scenario = decision.scenario();
        this.sentences = new ScenarioSentence(vocabulary);
        this.values = new ValueWording(vocabulary);
        this.change = thenTo;
    }

    AnswerView.Reading reading() {
        Map<String, List<Chip>> rows = new LinkedHashMap<>();
        rows.put(controls.client() ? "Practitioner" : "You", practitioner());
        rows.put("Other person", person());
        rows.put("Proposed", proposed());
        rows.put("Dates", dates());
        rows.put("Also", also());
        List<Row> all = new ArrayList<>();
        rows.forEach((label, chips) -> {
            if (!chips.isEmpty()) {
                all.add(new Row(label, chips));
            }
        });
        long missing =
                all.stream().flatMap(r -> r.chips().stream()).filter(c -> !c.known()).count();
        String summary =
                "Read as: "
                        + sentences.people(scenario)
                        + ", "
                        + Words.small(act())
                        + ". "
                        + (missing == 0 ? "Change it." : missing + " not known.");
        return new AnswerView.Reading(summary, all, assumed());
    }

    private String href(String fact, int link) {
        return controls.asking(fact, link, Optional.of(change)).address("/interview", facts);
    }

    private Chip chip(String what, String text, String fact, int link) {
        return new Chip("Change " + what + ": ", text, href(fact, link), true);
    }

    private Chip unknown(String what, String text, String fact, int link) {
        return new Chip("Add " + what + ": ", text, href(fact, link), false);
    }

    // ── Rows ────────────────────────────────────────────────────────────────────────────────

    private List<Chip> practitioner() {
        List<Chip> chips = new ArrayList<>();
        for (String id : Vocabulary.PRACTITIONER) {
            String what =
                    switch (id) {
                        case "profession" -> "the profession";
                        case "jurisdiction" -> "the place";
                        case "membership" -> "the membership";
                        case "licence" -> "the licence";
                        default -> "the employer";
                    };
            Fact.Worded fact = (Fact.Worded) vocabulary.fact(id).orElseThrow();
            Known known = scenario.known(0, id);
            if (known instanceof Known.Sets(var sets)) {
                Set<String> certain = new LinkedHashSet<>(fact.values());
                sets.forEach(certain::retainAll);
                Set<String> possible = new LinkedHashSet<>();
                sets.forEach(possible::addAll);
                if (possible.isEmpty()) {
                    chips.add(chip(what, none(id), id, 0));
                } else if (certain.isEmpty()) {
                    chips.add(
                            chip(
                                    what,
                                    Words.capital(values.of(fact, List.copyOf(possible))),
                                    id,
                                    0));
                } else {
                    for (String value : certain) {
                        chips.add(
                                chip(what, Words.capital(values.of(fact, List.of(value))), id, 0));
                    }
                }
            } else if (List.of("profession", "jurisdiction", "membership").contains(id)) {
                chips.add(
                        unknown(
                                what,
                                switch (id) {
                                    case "profession" -> "Profession not said";
                                    case "jurisdiction" -> "Place not said";
                                    default -> "Membership not said";
                                },
                                id,
                                0));
            }
        }
        return chips;
    }

    private static String none(String id) {
        return switch (id) {
            case "membership" -> "Member of none";
            case "licence" -> "No licence";
            case "employer" -> "No employer";
            default -> "None";
        };
    }

    private List<Chip> person() {
        boolean said = scenario.links().stream().anyMatch(l -> l.facts().containsKey("role"));
        if (!said) {
            return List.of(
                    unknown("who the other person is", "Who it is was not said", "party", 0));
        }
        List<Chip> chips = new ArrayList<>();
        chips.add(chip("the other person", Words.capital(sentences.people(scenario)), "party", 0));
        vocabulary
                .fact("tie")
                .filter(f -> CaseFacts.given(facts).contains("tie"))
                .flatMap(f -> sentences.fact(f, scenario.known(0, "tie")))
                .ifPresent(clause -> chips.add(chip("the tie", Words.capital(clause), "tie", 0)));
        return chips;
    }

    private String act() {
        if (!(scenario.known(0, "act") instanceof Known.Value(var possible))) {
            return "Anything";
        }
        Fact.OneOf act = vocabulary.oneOf("act");
        List<String> words =
                act.families().entrySet().stream()
                        .filter(f -> possible.size() > 1 && f.getValue().equals(possible))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .map(List::of)
                        .orElseGet(() -> act.values().stream().filter(possible::contains).toList());
        var wording = new ActWording(vocabulary);
        return words.size() == 1
                ? wording.alone(words.getFirst())
                : Words.capital(wording.gerund(words));
    }

    private List<Chip> proposed() {
        List<Chip> chips = new ArrayList<>();
        chips.add(chip("the act", act(), "act", 0));
        chips.add(
                chip(
                        "the day",
                        facts.containsKey("date")
                                ? Words.capital(DayWording.of(scenario.asOf()))
                                : "Today, " + DayWording.of(scenario.day()),
                        "date",
                        0));
        return chips;
    }

    private List<Chip> dates() {
        List<Chip> chips = new ArrayList<>();
        for (Fact.Event event : vocabulary.events()) {
            for (int link = 0; link < scenario.links().size(); link++) {
                if (scenario.known(link, event.id()) instanceof Known.Days days
                        && CaseFacts.given(facts).contains(event.id())) {
                    String clause = sentences.fact(event, days).orElseThrow();
                    chips.add(
                            chip(
                                    "the day of " + event.says(),
                                    Words.capital(clause) + partly(days),
                                    event.id(),
                                    link));
                    if (!scenario.ownedBy(link, event.id())) {
                        break;
                    }
                } else if (cannotSay(event.id())) {
                    chips.add(
                            unknown(
                                    "the day of " + event.says(),
                                    Words.capital(event.says()) + ": " + saidUnknown(event.id()),
                                    event.id(),
                                    link));
                    break;
                }
            }
        }
        missing(true).forEach(chips::add);
        return chips;
    }

    private static String partly(Known.Days days) {
        return days.ranges().size() == 1
                        && !days.ranges().getFirst().first().equals(days.ranges().getFirst().last())
                ? ", day not known"
                : "";
    }

    private boolean cannotSay(String fact) {
        return scenario.cannotSay().contains(fact);
    }

    private String saidUnknown(String fact) {
        return controls.notApplicable().contains(fact)
                ? "you said it does not apply"
                : "you said you do not know";
    }

    private List<Chip> also() {
        List<Chip> chips = new ArrayList<>();
        Set<String> given = CaseFacts.given(facts);
        for (Fact fact : vocabulary.facts().values()) {
            String id = fact.id();
            if (!given.contains(id)
                    || id.equals("act")
                    || PERSON.contains(id)
                    || fact instanceof Fact.Event
                    || Vocabulary.PRACTITIONER.contains(id)) {
                continue;
            }
            String what = "the answer on " + id.replace('-', ' ');
            Known known = scenario.known(0, id);
            if (cannotSay(id)) {
                chips.add(
                        unknown(
                                what,
                                question(fact, List.of()) + " " + Words.capital(saidUnknown(id)),
                                id,
                                0));
            } else {
                sentences
                        .fact(fact, known)
                        .ifPresent(clause -> chips.add(chip(what, Words.capital(clause), id, 0)));
            }
        }
        missing(false).forEach(chips::add);
        return chips;
    }

    /// What is missing and was not asked yet: events, or all else.
    private List<Chip> missing(boolean events) {
        Set<String> seen = new LinkedHashSet<>();
        List<Chip> chips = new ArrayList<>();
        for (Missing missing : allMissing(decision)) {
            Fact fact = vocabulary.fact(missing.fact()).orElse(null);
            if (fact == null
                    || cannotSay(missing.fact())
                    || (fact instanceof Fact.Event) != events
                    || scenario.known(0, missing.fact()) instanceof Known.Days
                    || chips.size() == MOST_MISSING
                    || !seen.add(missing.fact())) {
                continue;
            }
            String text =
                    fact instanceof Fact.Event event
                            ? Words.capital(event.says()) + " not said"
                            : question(fact, missing.would().keySet());
            chips.add(unknown("an answer", text, missing.fact(), 0));
        }
        return chips;
    }

    private String question(Fact fact, java.util.Collection<String> labels) {
        return new QuestionSentence(vocabulary)
                .of(fact.id(), labels)
                .replace(" (a judgement only the professional can make)", "");
    }

    /// What is missing from the texts joined, then from each.
    static List<Missing> allMissing(Decision decision) {
        Map<String, Missing> all = new LinkedHashMap<>();
        decision.together().ifPresent(t -> t.missing().forEach(m -> all.put(m.fact(), m)));
        decision.answers().forEach(a -> a.missing().forEach(m -> all.putIfAbsent(m.fact(), m)));
        return List.copyOf(all.values());
    }

    // ── Assumed ─────────────────────────────────────────────────────────────────────────────

    private List<Chip> assumed() {
        List<Chip> chips = new ArrayList<>();
        for (Decision.Assumption assumption : decision.assumed()) {
            vocabulary
                    .fact(assumption.fact())
                    .flatMap(f -> sentences.fact(f, scenario.known(0, assumption.fact())))
                    .ifPresent(clause ->
                            chips.add(
                                    new Chip(
                                            "Change what is assumed: ",
                                            Words.capital(clause),
                                            href(assumption.fact(), 0),
                                            true)));
        }
        return chips;
    }
}

package org.plumbline.core.explain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Party;
import org.plumbline.core.vocabulary.Vocabulary;

/// A case in sentences: "On 1 June 2026, a member of NASW asks about having a friendship with a
/// former client. …"
public final class ScenarioSentence {

    private static final Set<String> PERSON = Set.of("role", "stage", "tie");

    private final Vocabulary vocabulary;
    private final ConditionSentence conditions;
    private final ActWording acts;

    public ScenarioSentence(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.conditions = new ConditionSentence(vocabulary);
        this.acts = new ActWording(vocabulary);
    }

    /// The whole case, sentence after sentence, what was assumed last.
    public String of(Scenario scenario) {
        List<String> sentences = new ArrayList<>();
        sentences.add(question(scenario));
        sentences.addAll(facts(scenario));
        if (!scenario.assumed().isEmpty()) {
            sentences.add("What else anybody could see is taken as ordinary.");
        }
        return String.join(" ", sentences);
    }

    /// Who asks about what, and for which day.
    public String question(Scenario scenario) {
        return Wording.capital(DayWording.of(scenario.asOf()))
                + ", "
                + practitioner(scenario)
                + " asks about "
                + act(scenario)
                + ".";
    }

    // ── The practitioner ────────────────────────────────────────────────────────────────────

    private String practitioner(Scenario scenario) {
        List<String> about = new ArrayList<>();
        held(scenario, "profession").map(Wording::withArticle).ifPresent(about::add);
        held(scenario, "membership").map(bodies -> "a member of " + bodies).ifPresent(about::add);
        if (about.isEmpty()) {
            about.add("a practitioner");
        }
        held(scenario, "licence").map(bodies -> "registered with " + bodies).ifPresent(about::add);
        held(scenario, "employer").map(body -> "working for " + body).ifPresent(about::add);
        held(scenario, "jurisdiction").map(place -> "practising in " + place).ifPresent(about::add);
        return String.join(", ", about) + (about.size() > 1 ? "," : "");
    }

    /// The values that the practitioner certainly has, joined; empty where there are none.
    private Optional<String> held(Scenario scenario, String id) {
        if (!(vocabulary.facts().get(id) instanceof Fact.Worded fact)
                || !(scenario.known(0, id) instanceof Known.Sets(var sets))) {
            return Optional.empty();
        }
        Set<String> certain = new LinkedHashSet<>(fact.values());
        sets.forEach(certain::retainAll);
        List<String> names =
                certain.stream()
                        .map(word ->
                                id.equals("membership")
                                        ? BodyName.brief(
                                                word, fact.phrases().getOrDefault(word, word))
                                        : conditions.value(fact, word))
                        .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(Wording.and(names));
    }

    // ── The act and the person ──────────────────────────────────────────────────────────────

    private String act(Scenario scenario) {
        return acts.gerundWith(acts(scenario), people(scenario));
    }

    private List<String> acts(Scenario scenario) {
        Fact.OneOf act = vocabulary.oneOf("act");
        if (!(scenario.known(0, "act") instanceof Known.Value(var possible))) {
            return List.of(Vocabulary.ANY_ACT);
        }
        return words(act, possible);
    }

    /// A family where it says exactly the same; else the leaves, in the order of the vocabulary.
    private static List<String> words(Fact.Worded fact, Set<String> leaves) {
        if (leaves.size() > 1) {
            for (var family : fact.families().entrySet()) {
                if (family.getValue().equals(leaves)) {
                    return List.of(family.getKey());
                }
            }
        }
        return fact.values().stream().filter(leaves::contains).toList();
    }

    /// What the person is: "a former client", "somebody who is a former client and a colleague".
    public String people(Scenario scenario) {
        List<String> people = new ArrayList<>();
        for (int link = 0; link < scenario.links().size(); link++) {
            people.add(person(scenario, link));
        }
        return people.size() == 1 ? people.getFirst() : "somebody who is " + Wording.and(people);
    }

    /// One of several links, to begin a sentence about it with: "As a former client".
    public String asLink(Scenario scenario, int link) {
        return "As " + person(scenario, link);
    }

    private String person(Scenario scenario, int link) {
        Party party = vocabulary.parties().get(scenario.links().get(link).party());
        if (party != null) {
            return party.says();
        }
        List<String> possible =
                vocabulary.parties().values().stream()
                        .filter(p -> !p.id().equals(Vocabulary.ANYONE))
                        .filter(p -> same(scenario, link, p))
                        .map(Party::says)
                        .toList();
        return possible.isEmpty() ? "somebody" : possible.getFirst();
    }

    private static boolean same(Scenario scenario, int link, Party party) {
        return scenario.known(link, "role").equals(new Known.Value(party.roles()))
                && scenario.known(link, "stage").equals(new Known.Value(party.stages()))
                && scenario.known(link, "tie").equals(new Known.Value(party.ties()));
    }

    // ── The facts ───────────────────────────────────────────────────────────────────────────

    /// What is known beside the question, a sentence each, in the order of the vocabulary; what
    /// cannot be said is said too.
    public List<String> facts(Scenario scenario) {
        List<String> sentences = new ArrayList<>();
        for (Fact fact : vocabulary.facts().values()) {
            if (fact.id().equals("act")
                    || PERSON.contains(fact.id())
                    || Vocabulary.PRACTITIONER.contains(fact.id())
                    || scenario.assumed().contains(fact.id())) {
                continue;
            }
            Set<String> said = new LinkedHashSet<>();
            for (int link = 0; link < scenario.links().size(); link++) {
                String where =
                        scenario.links().size() > 1 && scenario.ownedBy(link, fact.id())
                                ? "As " + person(scenario, link) + ": "
                                : "";
                fact(fact, scenario.known(link, fact.id()))
                        .map(clause -> where + (where.isEmpty() ? Wording.capital(clause) : clause))
                        .ifPresent(clause -> said.add(clause + "."));
            }
            sentences.addAll(said);
            if (said.isEmpty() && scenario.cannotSay().contains(fact.id())) {
                sentences.add("It cannot be said " + openly(fact) + ".");
            }
        }
        return sentences;
    }

    /// What is known of a fact as a clause: "the last session was in March 2021"; empty when
    /// nothing is.
    public Optional<String> fact(Fact fact, Known known) {
        return switch (known) {
            case Known.Anything _ -> Optional.empty();
            case Known.Value(var possible) -> value(fact, possible);
            case Known.Sets(var sets) -> sets(fact, sets);
            case Known.Sums(var sums) ->
                    fact instanceof Fact.Amount amount
                            ? Optional.of(Wording.filled(amount.says(), sums(sums)))
                            : Optional.empty();
            case Known.Days days ->
                    fact instanceof Fact.Event event
                            ? Optional.of(days(event, days))
                            : Optional.empty();
        };
    }

    private Optional<String> value(Fact fact, Set<String> possible) {
        return switch (fact) {
            case Fact.YesNo yesNo ->
                    possible.size() == 1
                            ? Optional.of(conditions.fact(yesNo, possible.contains("true")))
                            : Optional.empty();
            case Fact.Worded worded ->
                    possible.size() == worded.values().size()
                            ? Optional.empty()
                            : Optional.of(conditions.stated(worded, words(worded, possible), true));
            case Fact.Amount _, Fact.Event _ -> Optional.empty();
        };
    }

    private Optional<String> sets(Fact fact, List<Set<String>> sets) {
        if (!(fact instanceof Fact.Worded worded)) {
            return Optional.empty();
        }
        List<String> clauses = new ArrayList<>();
        for (Set<String> set : sets) {
            clauses.add(
                    set.isEmpty()
                            ? conditions.stated(worded, List.of(), true)
                            : Wording.filled(
                                    worded.says(),
                                    Wording.and(
                                            new TreeSet<>(set)
                                                    .stream()
                                                            .map(word ->
                                                                    conditions.values(
                                                                            worded, List.of(word)))
                                                            .toList())));
        }
        return Optional.of(Wording.or(clauses));
    }

    private static String sums(List<Known.Sum> sums) {
        return Wording.or(
                sums.stream()
                        .map(sum -> ConditionSentence.amount(sum.number(), sum.unit()))
                        .toList());
    }

    private static String days(Fact.Event event, Known.Days days) {
        if (days.ranges().isEmpty()) {
            return event.says() + " has not happened";
        }
        String when = Wording.or(days.ranges().stream().map(DayWording::of).toList());
        return event.says() + " was " + when + (days.maybeNever() ? ", if it has happened" : "");
    }

    private static String openly(Fact fact) {
        return switch (fact) {
            case Fact.YesNo yesNo -> "whether " + yesNo.is();
            case Fact.Event event -> "when " + event.says() + " was";
            case Fact.Worded _, Fact.Amount _ -> "what the " + Wording.plain(fact.id()) + " is";
        };
    }
}

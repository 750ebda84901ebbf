package org.plumbline.server.page.question;

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
import org.plumbline.core.explain.EditionName;
import org.plumbline.core.explain.QuestionSentence;
import org.plumbline.core.explain.ScenarioSentence;
import org.plumbline.core.explain.ValueWording;
import org.plumbline.core.explain.VerdictSentence;
import org.plumbline.core.interview.Inquiry;
import org.plumbline.core.interview.Interview;
import org.plumbline.core.interview.Question;
import org.plumbline.core.norm.Body;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Party;
import org.plumbline.core.vocabulary.Vocabulary;
import org.plumbline.server.desk.Desk;
import org.plumbline.server.page.CaseAddress;
import org.plumbline.server.page.CaseFacts;
import org.plumbline.server.page.Words;
import org.plumbline.server.page.question.QuestionView.Choice;
import org.plumbline.server.page.question.QuestionView.Group;
import org.plumbline.server.page.question.QuestionView.Typed;
import org.springframework.stereotype.Component;

/// Makes questions into forms: the one to ask next, or one about any word of the vocabulary.
@Component
public class Questioner {

    /// What can be asked beside the facts of the vocabulary.
    public static final String PARTY = "party";

    /// What else the person is.
    public static final String ALSO = "also";

    /// The day of the act.
    public static final String DATE = "date";

    /// Said where the person is nothing else.
    static final String NOTHING_ELSE = "nothing";

    private static final int MOST_LINKS = 4;

    private static final String ONLY_THE_PROFESSIONAL =
            " (a judgement only the professional can make)";
    private static final int MOST_WHYS = 4;

    private final Desk desk;
    private final Library library;
    private final Vocabulary vocabulary;
    private final ValueWording values;

    public Questioner(Desk desk) {
        this.desk = desk;
        this.library = desk.library();
        this.vocabulary = library.vocabulary();
        this.values = new ValueWording(vocabulary);
    }

    /// Whether something can be asked: a fact of the vocabulary, the person, or the day.
    public boolean knows(String fact) {
        return fact.equals(PARTY)
                || fact.equals(ALSO)
                || fact.equals(DATE)
                || vocabulary.fact(fact).filter(f -> !PERSON.contains(f.id())).isPresent();
    }

    private static final Set<String> PERSON = Set.of("role", "stage");

    /// The question that a decision is best followed by; empty where no answer can change what a text
    /// says.
    public Optional<QuestionView> next(Decision decision) {
        return Interview.nextQuestion(desk.decider(), decision)
                .map(question -> planned(question, decision));
    }

    /// A question about one fact.
    ///
    /// @param decision what is known so far; empty before there is an act
    /// @param facts the facts of the case, of which the form shows the present answer
    public QuestionView about(
            String fact, int link, Optional<Decision> decision, Map<String, Object> facts) {
        if (fact.equals(PARTY)) {
            return party(facts);
        }
        if (fact.equals(ALSO)) {
            return also(facts);
        }
        if (fact.equals(DATE)) {
            return date(facts);
        }
        Fact known = vocabulary.fact(fact).orElseThrow();
        boolean wide =
                fact.equals("act")
                        || Vocabulary.PRACTITIONER.contains(fact)
                        || CaseFacts.given(facts).contains(fact);
        return decision.filter(_ -> !wide)
                .flatMap(d ->
                        Interview.questionAbout(desk.decider(), d, new Inquiry(fact, link))
                                .map(question -> planned(question, d)))
                .orElseGet(() -> of(known, link, decision, facts));
    }

    // ── Planned ─────────────────────────────────────────────────────────────────────────────

    /// A question that an interview asks.
    public QuestionView planned(Question question, Decision decision) {
        String fact = question.fact();
        boolean judgement = isJudgement(fact);
        Known known = decision.scenario().known(question.about().link(), fact);
        List<Choice> choices = new ArrayList<>();
        for (Question.Option option : question.options()) {
            choices.add(
                    new Choice(
                            "q-" + choices.size(),
                            CaseAddress.written(CaseFacts.value(option.known())),
                            Words.capital(option.label()),
                            "",
                            option.known().equals(known)));
        }
        String kind =
                switch (question.form()) {
                    case YES_NO, ONE -> "one";
                    case SEVERAL -> "several";
                    case NUMBER -> "number";
                    case DATE -> "date";
                };
        return new QuestionView(
                fact,
                question.about().link(),
                question.text().replace(ONLY_THE_PROFESSIONAL, ""),
                Optional.empty(),
                why(decision, fact).isEmpty() ? List.of(question.why()) : why(decision, fact),
                kind,
                choices.isEmpty() ? List.of() : List.of(new Group("", choices)),
                units(question.units()),
                judgement,
                question.factors(),
                others(fact, kind, Set.of()),
                Typed.NOTHING,
                List.of());
    }

    private boolean isJudgement(String fact) {
        return vocabulary.fact(fact).orElse(null) instanceof Fact.YesNo yesNo
                && yesNo.sort() == Fact.Sort.JUDGEMENT;
    }

    /// Which provisions turn on it, text by text.
    private List<String> why(Decision decision, String fact) {
        var sentences = new VerdictSentence(library);
        List<String> all = new ArrayList<>();
        for (Decision.Answer answer : decision.answers()) {
            for (Missing missing : answer.missing()) {
                if (missing.fact().equals(fact)) {
                    all.add(
                            EditionName.brief(library, answer.edition())
                                    + ": "
                                    + sentences.question(answer, missing).why());
                }
            }
        }
        if (all.size() <= MOST_WHYS) {
            return all;
        }
        int more = all.size() - MOST_WHYS;
        List<String> some = new ArrayList<>(all.subList(0, MOST_WHYS));
        some.add("And " + Words.count(more, "more text") + ".");
        return some;
    }

    private static List<Choice> units(List<String> units) {
        return units.stream()
                .distinct()
                .map(u -> new Choice("unit-" + u, u, unit(u), "", false))
                .toList();
    }

    private static String unit(String unit) {
        return switch (unit) {
            case "usd", "gbp", "eur" -> unit.toUpperCase(java.util.Locale.ROOT);
            default -> unit.replace('-', ' ');
        };
    }

    private List<Choice> others(String fact, String kind, Set<String> chosen) {
        List<Choice> others = new ArrayList<>();
        if (fact.equals("act")) {
            return others;
        }
        if (fact.equals(DATE)) {
            others.add(new Choice("o-today", "today", "Today", "", chosen.contains("today")));
            return others;
        }
        if (kind.equals("several")) {
            others.add(new Choice("o-none", "-", "None of these", "", chosen.contains("-")));
        }
        if (vocabulary.fact(fact).orElse(null) instanceof Fact.Event) {
            others.add(
                    new Choice(
                            "o-never",
                            "never",
                            "It has not happened",
                            "",
                            chosen.contains("never")));
        }
        others.add(
                new Choice(
                        "o-unknown",
                        "unknown",
                        "I do not know",
                        isJudgement(fact) ? "I cannot say, or have not looked into it." : "",
                        chosen.contains("unknown")));
        if (!fact.equals(PARTY) && !Vocabulary.PRACTITIONER.contains(fact)) {
            others.add(
                    new Choice(
                            "o-not",
                            "not-applicable",
                            "It does not apply here",
                            "",
                            chosen.contains("not-applicable")));
        }
        return others;
    }

    // ── About any word ──────────────────────────────────────────────────────────────────────

    private QuestionView of(
            Fact fact, int link, Optional<Decision> decision, Map<String, Object> facts) {
        Set<String> chosen = chosen(facts, fact.id(), link);
        List<Group> options =
                switch (fact) {
                    case Fact.YesNo _ ->
                            List.of(
                                    new Group(
                                            "",
                                            List.of(
                                                    new Choice(
                                                            "q-0",
                                                            "true",
                                                            "Yes",
                                                            "",
                                                            chosen.contains("true")),
                                                    new Choice(
                                                            "q-1",
                                                            "false",
                                                            "No",
                                                            "",
                                                            chosen.contains("false")))));
                    case Fact.OneOf one when one.id().equals("act") -> acts(one, chosen);
                    case Fact.Worded worded -> words(worded, chosen);
                    case Fact.Amount _, Fact.Event _ -> List.of();
                };
        String kind =
                switch (fact) {
                    case Fact.YesNo _ -> "one";
                    case Fact.OneOf one -> one.id().equals("act") ? "list" : "one";
                    case Fact.SomeOf some -> some.id().equals("jurisdiction") ? "list" : "several";
                    case Fact.Amount _ -> "number";
                    case Fact.Event _ -> "date";
                };
        Optional<Scenario> scenario = decision.map(Decision::scenario);
        return new QuestionView(
                fact.id(),
                link,
                text(fact),
                scenario.filter(s -> s.links().size() > 1 && fact instanceof Fact.Event)
                        .map(s -> new ScenarioSentence(vocabulary).asLink(s, link)),
                decision.map(d -> why(d, fact.id())).orElse(List.of()),
                kind,
                options,
                fact instanceof Fact.Amount amount ? units(amount.units()) : List.of(),
                isJudgement(fact.id()),
                decision.map(d -> factors(d, fact.id())).orElse(List.of()),
                others(fact.id(), kind, chosen),
                typed(facts, fact.id(), link),
                List.of());
    }

    private String text(Fact fact) {
        if (fact.id().equals("act")) {
            return "What would be done?";
        }
        if (fact instanceof Fact.Worded worded) {
            return worded.asks()
                    .orElseGet(() ->
                            Words.capital(worded.says().replace(" {}", " …"))
                                    .replace("{}", "…")
                                    .concat(": which of these?"));
        }
        return new QuestionSentence(vocabulary)
                .of(fact.id(), List.of())
                .replace(ONLY_THE_PROFESSIONAL, "");
    }

    private List<String> factors(Decision decision, String fact) {
        if (!isJudgement(fact)) {
            return List.of();
        }
        Set<String> all = new LinkedHashSet<>();
        decision.answers()
                .forEach(a ->
                        a.weighing()
                                .forEach(w ->
                                        all.add(
                                                vocabulary
                                                        .factors()
                                                        .getOrDefault(
                                                                w.factor(),
                                                                w.factor().replace('-', ' ')))));
        return List.copyOf(all);
    }

    private List<Group> words(Fact.Worded fact, Set<String> chosen) {
        Map<String, List<Choice>> groups = new LinkedHashMap<>();
        for (String word : fact.values()) {
            groups.computeIfAbsent(heading(fact.id(), word), _ -> new ArrayList<>())
                    .add(
                            new Choice(
                                    "q-" + word,
                                    word,
                                    Words.capital(values.of(fact, List.of(word))),
                                    "",
                                    chosen.contains(word)));
        }
        return groups.entrySet().stream().map(e -> new Group(e.getKey(), e.getValue())).toList();
    }

    /// Bodies and places are many: they stand by country.
    private String heading(String fact, String word) {
        String country =
                switch (fact) {
                    case "membership", "licence" ->
                            Optional.ofNullable(library.bodies().get(word))
                                    .map(Body::country)
                                    .orElse("");
                    case "jurisdiction" -> word.replaceFirst("-.*", "");
                    default -> "";
                };
        return library.places().getOrDefault(country, "");
    }

    /// Acts stand under the narrowest family that has them.
    private List<Group> acts(Fact.OneOf fact, Set<String> chosen) {
        var wording = new ActWording(vocabulary);
        Map<String, List<Choice>> groups = new LinkedHashMap<>();
        List<Choice> rest = new ArrayList<>();
        for (String act : fact.values()) {
            Choice choice =
                    new Choice(
                            "q-" + act,
                            act,
                            wording.alone(act),
                            "",
                            chosen.contains(act) && chosen.size() == 1);
            fact.families().entrySet().stream()
                    .filter(f -> f.getValue().contains(act) && f.getValue().size() < MOST_IN_GROUP)
                    .min(java.util.Comparator.comparingInt(f -> f.getValue().size()))
                    .ifPresentOrElse(
                            f ->
                                    groups.computeIfAbsent(
                                                    wording.alone(f.getKey()),
                                                    _ -> new ArrayList<>())
                                            .add(choice),
                            () -> rest.add(choice));
        }
        List<Group> all = new ArrayList<>();
        groups.forEach((heading, choices) -> all.add(new Group(heading, choices)));
        all.add(new Group("Other acts", rest));
        return all;
    }

    private static final int MOST_IN_GROUP = 12;

    private List<Group> people(Set<String> chosen, Set<String> without) {
        List<Choice> self = new ArrayList<>();
        List<Choice> near = new ArrayList<>();
        for (Party party : vocabulary.parties().values()) {
            // "I do not know" says as much as "anyone".
            if (without.contains(party.id()) || party.id().equals(Vocabulary.ANYONE)) {
                continue;
            }
            boolean own = party.ties().equals(Set.of("self"));
            (own ? self : near)
                    .add(
                            new Choice(
                                    "q-" + party.id(),
                                    party.id(),
                                    Words.capital(party.says()),
                                    "",
                                    chosen.contains(party.id()) && chosen.size() == 1));
        }
        return List.of(
                new Group("Somebody you serve, served or work with", self),
                new Group("Somebody close to them", near));
    }

    /// Whether a person can be said to be something else beside what they are.
    public static boolean mayBeMore(Scenario scenario) {
        return scenario.links().size() < MOST_LINKS
                && scenario.links().stream().noneMatch(l -> l.party().isEmpty());
    }

    private QuestionView also(Map<String, Object> facts) {
        Set<String> already = new LinkedHashSet<>(chosen(facts, PARTY, 0));
        if (facts.get("links") instanceof List<?> links) {
            for (int link = 0; link < links.size(); link++) {
                already.addAll(chosen(facts, PARTY, link));
            }
        }
        return new QuestionView(
                ALSO,
                0,
                "What else is the same person to you?",
                Optional.empty(),
                List.of(
                        "A former client can also be close to somebody you serve now. Each of the two"
                                + " is looked at, and what either forbids is forbidden."),
                "one",
                people(Set.of(), already),
                List.of(),
                false,
                List.of(),
                List.of(
                        new Choice(
                                "o-nothing",
                                NOTHING_ELSE,
                                "Nothing else that I know of",
                                "",
                                false)),
                Typed.NOTHING,
                List.of());
    }

    private QuestionView party(Map<String, Object> facts) {
        Set<String> chosen = chosen(facts, PARTY, 0);
        return new QuestionView(
                PARTY,
                0,
                "Who is the other person?",
                Optional.empty(),
                List.of(
                        "Texts tell current from former clients, and both from those close to them."),
                "one",
                people(chosen, Set.of()),
                List.of(),
                false,
                List.of(),
                others(PARTY, "one", chosen),
                Typed.NOTHING,
                List.of());
    }

    private QuestionView date(Map<String, Object> facts) {
        return new QuestionView(
                DATE,
                0,
                "On which day would it be done, or was it done?",
                Optional.empty(),
                List.of(
                        "Texts change from edition to edition, and bars end. Where nothing is said,"
                                + " it is today."),
                "date",
                List.of(),
                List.of(),
                false,
                List.of(),
                others(DATE, "date", facts.containsKey(DATE) ? Set.of() : Set.of("today")),
                typed(facts, DATE, 0),
                List.of());
    }

    // ── The present answer ──────────────────────────────────────────────────────────────────

    private static Optional<Object> present(Map<String, Object> facts, String fact, int link) {
        if (facts.get(fact) != null) {
            return Optional.of(facts.get(fact));
        }
        List<Object> places = new ArrayList<>();
        if (facts.get("links") instanceof List<?> links
                && link < links.size()
                && links.get(link) instanceof Map<?, ?> one) {
            if (fact.equals(PARTY) && one.get(PARTY) != null) {
                return Optional.of(one.get(PARTY));
            }
            if (one.get("facts") != null) {
                places.add(one.get("facts"));
            }
        }
        for (String name : List.of("facts", "practitioner")) {
            if (facts.get(name) != null) {
                places.add(facts.get(name));
            }
        }
        return places.stream()
                .filter(Map.class::isInstance)
                .map(m -> (Object) ((Map<?, ?>) m).get(fact))
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    private static Set<String> chosen(Map<String, Object> facts, String fact, int link) {
        Set<String> chosen = new LinkedHashSet<>();
        present(facts, fact, link)
                .ifPresent(value -> {
                    switch (value) {
                        case List<?> all when all.isEmpty() -> chosen.add("-");
                        case List<?> all -> all.forEach(v -> chosen.add(String.valueOf(v)));
                        case Map<?, ?> map when map.get("possibly") instanceof List<?> all ->
                                all.forEach(v -> chosen.add(String.valueOf(v)));
                        case Map<?, ?> _ -> {}
                        default -> chosen.add(String.valueOf(value));
                    }
                });
        return chosen;
    }

    private static Typed typed(Map<String, Object> facts, String fact, int link) {
        Object value = present(facts, fact, link).orElse("");
        if (value instanceof Map<?, ?> map && map.size() == 1) {
            return new Typed("", "", "", String.valueOf(map.values().iterator().next()));
        }
        String text = String.valueOf(value);
        if (!text.matches("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")) {
            return Typed.NOTHING;
        }
        String[] parts = text.split("-", -1);
        return new Typed(
                parts.length > 2 ? String.valueOf(Integer.parseInt(parts[2])) : "",
                parts.length > 1 ? String.valueOf(Integer.parseInt(parts[1])) : "",
                parts[0],
                "");
    }
}

package org.plumbline.core.interview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.decide.Decision.Missing;
import org.plumbline.core.decide.Outlook;
import org.plumbline.core.explain.QuestionSentence;
import org.plumbline.core.explain.ScenarioSentence;
import org.plumbline.core.explain.ValueWording;
import org.plumbline.core.explain.VerdictSentence;
import org.plumbline.core.interview.Question.Form;
import org.plumbline.core.interview.Question.Option;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Vocabulary;

/// The words of a question: what is asked, why, and what can be answered.
final class Phrasing {

    private final Vocabulary vocabulary;
    private final Scenario scenario;
    private final Decision decision;
    private final VerdictSentence verdicts;
    private final QuestionSentence questions;
    private final ValueWording values;

    Phrasing(Library library, Scenario scenario, Decision decision) {
        this.vocabulary = library.vocabulary();
        this.scenario = scenario;
        this.decision = decision;
        this.verdicts = new VerdictSentence(library);
        this.questions = new QuestionSentence(vocabulary);
        this.values = new ValueWording(vocabulary);
    }

    Question of(Inquiry inquiry, Outlook outlook) {
        Fact fact = vocabulary.fact(inquiry.fact()).orElseThrow();
        List<Outlook.Open> open =
                outlook.open().stream()
                        .filter(o ->
                                !o.reading()
                                        && o.fact().equals(inquiry.fact())
                                        && o.link() == inquiry.link())
                        .toList();
        Set<String> provisions = new LinkedHashSet<>();
        Set<String> factors = new LinkedHashSet<>();
        List<String> whys = new ArrayList<>();
        Optional<String> text = Optional.empty();
        for (Decision.Answer answer : decision.answers()) {
            for (Missing missing : answer.missing()) {
                if (missing.fact().equals(inquiry.fact())) {
                    VerdictSentence.Question one = verdicts.question(answer, missing);
                    text = text.or(() -> Optional.of(one.text()));
                    whys.add(answer.edition().title() + ": " + one.why());
                    one.provisions()
                            .forEach(cite -> provisions.add(answer.edition().id() + " " + cite));
                    answer.weighing().forEach(w -> factors.add(factor(w.factor())));
                }
            }
            if (answer.bindingMissing().contains(inquiry.fact())) {
                whys.add(
                        "Whether you are bound by it turns on this: "
                                + answer.edition().title()
                                + ".");
                text = text.or(() -> binds(answer, fact));
            }
        }
        List<Option> options = options(fact, inquiry, open);
        boolean judgement = fact instanceof Fact.YesNo y && y.sort() == Fact.Sort.JUDGEMENT;
        return new Question(
                inquiry,
                form(fact, options),
                vocabulary.asking().kind(fact),
                asOneLink(inquiry, fact)
                        + text.orElseGet(() -> questions.of(fact.id(), labels(open))),
                whys.isEmpty() ? "An answer turns on it." : String.join(" ", whys),
                List.copyOf(provisions),
                options,
                fact instanceof Fact.Amount
                        ? open.stream().map(Outlook.Open::part).toList()
                        : List.of(),
                judgement ? List.copyOf(factors) : List.of());
    }

    private String factor(String id) {
        return vocabulary.factors().getOrDefault(id, id.replace('-', ' '));
    }

    /// Which of several links is asked about.
    private String asOneLink(Inquiry inquiry, Fact fact) {
        boolean own =
                scenario.links().size() > 1
                        && (fact instanceof Fact.Event
                                || scenario.ownedBy(inquiry.link(), fact.id()));
        return own ? new ScenarioSentence(vocabulary).asLink(scenario, inquiry.link()) + ": " : "";
    }

    /// A text's own condition, where nothing else is in it.
    private Optional<String> binds(Decision.Answer answer, Fact fact) {
        return answer.edition().binds() instanceof Condition.Has(var asked, _, _)
                        && asked.id().equals(fact.id())
                ? Optional.of(questions.binds(answer.edition().binds()))
                : Optional.empty();
    }

    private static List<String> labels(List<Outlook.Open> open) {
        return open.stream()
                .flatMap(o ->
                        o.part().isEmpty()
                                ? o.values().stream()
                                : java.util.stream.Stream.of(o.part()))
                .toList();
    }

    private static Form form(Fact fact, List<Option> options) {
        return switch (fact) {
            case Fact.YesNo _ -> Form.YES_NO;
            case Fact.OneOf _, Fact.SomeOf _ when isYesNo(options) -> Form.YES_NO;
            case Fact.OneOf _ -> Form.ONE;
            case Fact.SomeOf _ -> Form.SEVERAL;
            case Fact.Amount _ -> Form.NUMBER;
            case Fact.Event _ -> Form.DATE;
        };
    }

    private static boolean isYesNo(List<Option> options) {
        return !options.isEmpty() && options.getFirst().label().equals("Yes");
    }

    private static final String YES = "true";
    private static final String NO = "false";

    private List<Option> options(Fact fact, Inquiry inquiry, List<Outlook.Open> open) {
        return switch (fact) {
            case Fact.YesNo _ ->
                    List.of(
                            new Option("Yes", YES, new Known.Value(Set.of(YES))),
                            new Option("No", NO, new Known.Value(Set.of(NO))));
            case Fact.OneOf one -> groups(one, open);
            case Fact.SomeOf some -> members(some, scenario.known(inquiry.link(), fact.id()), open);
            case Fact.Amount _, Fact.Event _ -> List.of();
        };
    }

    /// The groups of values that the texts tell apart.
    private List<Option> groups(Fact.OneOf fact, List<Outlook.Open> open) {
        List<Option> options = new ArrayList<>();
        for (Outlook.Open variable : open) {
            for (String group : variable.values()) {
                Set<String> words = new LinkedHashSet<>(List.of(group.split(", ", -1)));
                options.add(
                        new Option(
                                values.of(fact, List.copyOf(words)),
                                group,
                                new Known.Value(words)));
            }
        }
        return options.size() == 2 ? asYesNo(options) : options;
    }

    /// Two groups are asked after the shorter one, as [QuestionSentence] words it: yes is the shorter.
    private static List<Option> asYesNo(List<Option> two) {
        int first = size(two.getFirst());
        boolean shorterSecond = size(two.getLast()) < first;
        Option yes = shorterSecond ? two.getLast() : two.getFirst();
        Option no = shorterSecond ? two.getFirst() : two.getLast();
        return List.of(
                new Option("Yes", yes.word(), yes.known()),
                new Option("No", no.word(), no.known()));
    }

    private static int size(Option option) {
        return option.known() instanceof Known.Value(var values) ? values.size() : 1;
    }

    /// The values that some text asks after, one by one; yes and no where there is one only; the whole
    /// sets where a few are known to be possible.
    private List<Option> members(Fact.SomeOf fact, Known known, List<Outlook.Open> open) {
        if (known instanceof Known.Sets(var sets) && sets.size() > 1) {
            return sets.stream()
                    .map(set ->
                            new Option(
                                    set.isEmpty() ? "none" : values.of(fact, List.copyOf(set)),
                                    String.join(", ", set),
                                    new Known.Sets(List.of(set))))
                    .toList();
        }
        Map<String, Option> all = new LinkedHashMap<>();
        boolean anyDecides = open.stream().anyMatch(this::deciding);
        for (Outlook.Open variable : open) {
            if (!anyDecides || deciding(variable)) {
                for (String word : variable.part().split(", ", -1)) {
                    all.put(
                            word,
                            new Option(
                                    values.of(fact, List.of(word)),
                                    word,
                                    new Known.Sets(List.of(Set.of(word)))));
                }
            }
        }
        if (all.size() == 1) {
            Option only = all.values().iterator().next();
            return List.of(
                    new Option("Yes", YES, only.known()),
                    new Option("No", NO, new Known.Sets(List.of(Set.of()))));
        }
        return List.copyOf(all.values());
    }

    /// Whether some text's headline, or whether it binds, is asked after by this group of values.
    private boolean deciding(Outlook.Open variable) {
        return decision.answers().stream()
                .anyMatch(answer ->
                        (answer.bindingMissing().contains(variable.fact())
                                        && binding(answer.edition().binds(), variable))
                                || answer.missing().stream()
                                        .filter(m -> m.fact().equals(variable.fact()))
                                        .anyMatch(m -> m.would().containsKey(variable.part())));
    }

    private static boolean binding(Condition condition, Outlook.Open variable) {
        return switch (condition) {
            case Condition.Has(var fact, _, var leaves) ->
                    fact.id().equals(variable.fact())
                            && List.of(variable.part().split(", ", -1)).stream()
                                    .anyMatch(leaves::contains);
            case Condition.Not(var part) -> binding(part, variable);
            case Condition.All(var parts) -> parts.stream().anyMatch(p -> binding(p, variable));
            case Condition.Any(var parts) -> parts.stream().anyMatch(p -> binding(p, variable));
            case Condition.None(var parts) -> parts.stream().anyMatch(p -> binding(p, variable));
            case Condition.AtLeast(_, var parts) ->
                    parts.stream().anyMatch(p -> binding(p, variable));
            case Condition.Holds _, Condition.AmountIs _, Condition.During _, Condition.Before _ ->
                    false;
        };
    }
}

package org.plumbline.core.interview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.decide.Decision.Lifts;
import org.plumbline.core.decide.Decision.Sureness;
import org.plumbline.core.decide.Outlook;
import org.plumbline.core.explain.DayWording;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;

/// What was asked and answered of one case, what the texts say so far, and what to ask next.
///
/// An interview never changes: to answer, or to answer otherwise, gives another. Earlier answers are
/// kept when one of them is changed, also where they no longer matter. Safe to share between threads.
public final class Interview {

    /// A question with its answer.
    public record Given(Question question, Answer answer) {}

    private final Decider decider;
    private final Scenario told;
    private final List<Edition> editions;
    private final boolean named;
    private final List<Given> given;
    private final Scenario scenario;
    private final Decision decision;
    private final Optional<Question> next;
    private final boolean nothingLeft;

    private Interview(
            Decider decider,
            Scenario told,
            List<Edition> editions,
            boolean named,
            List<Given> given) {
        this.decider = decider;
        this.told = told;
        this.named = named;
        this.given = List.copyOf(given);
        this.scenario = answered(decider, told, given);
        this.decision = named ? decider.decide(scenario, editions) : decider.decide(scenario);
        this.editions =
                named
                        ? editions
                        : decision.answers().stream().map(Decision.Answer::edition).toList();
        Outlook outlook = decider.outlook(scenario, this.editions, false);
        var plan = new Plan(decider.library().vocabulary(), outlook, closed(outlook));
        Optional<Inquiry> inquiry = plan.next();
        this.nothingLeft = inquiry.isEmpty();
        this.next =
                inquiry.map(
                        i -> new Phrasing(decider.library(), scenario, decision).of(i, outlook));
    }

    /// An interview about a case under every edition that binds it, drafts left out.
    ///
    /// @throws IllegalArgumentException if no possible person fits the case
    public static Interview of(Decider decider, Scenario scenario) {
        return new Interview(decider, scenario, List.of(), false, List.of());
    }

    /// An interview about a case under the editions named; whether each binds is asked where it is not
    /// known.
    ///
    /// @throws IllegalArgumentException if no possible person fits the case
    public static Interview of(Decider decider, Scenario scenario, Collection<Edition> editions) {
        return new Interview(decider, scenario, List.copyOf(editions), true, List.of());
    }

    /// The question that a decision is best followed by, the texts that spoke taken to bind; empty
    /// where no answer can change what one of them says.
    ///
    /// Where the day of the act is known in part only, the plan looks at its first day; if nothing
    /// is open on that day, what another day leaves open is asked after as it comes.
    public static Optional<Inquiry> next(Decider decider, Decision decision) {
        if (decision.answers().stream().allMatch(Decision.Answer::settled)) {
            return Optional.empty();
        }
        return planned(decider, decision.scenario(), ifBound(decider, decision));
    }

    /// The same as a question with its words and options.
    public static Optional<Question> nextQuestion(Decider decider, Decision decision) {
        if (decision.answers().stream().allMatch(Decision.Answer::settled)) {
            return Optional.empty();
        }
        Outlook outlook = ifBound(decider, decision);
        Scenario scenario = decision.scenario();
        return planned(decider, scenario, outlook)
                .map(i -> new Phrasing(decider.library(), scenario, decision).of(i, outlook));
    }

    /// A question about one fact, if anything about it is still open in a decision, whether or not it
    /// is the one to ask next.
    public static Optional<Question> questionAbout(
            Decider decider, Decision decision, Inquiry inquiry) {
        if (decision.answers().isEmpty()) {
            return Optional.empty();
        }
        Outlook outlook = ifBound(decider, decision);
        return outlook.open().stream()
                        .anyMatch(o ->
                                !o.reading()
                                        && o.fact().equals(inquiry.fact())
                                        && o.link() == inquiry.link())
                ? Optional.of(
                        new Phrasing(decider.library(), decision.scenario(), decision)
                                .of(inquiry, outlook))
                : Optional.empty();
    }

    private static Outlook ifBound(Decider decider, Decision decision) {
        return decider.outlook(
                decision.scenario(),
                decision.answers().stream().map(Decision.Answer::edition).toList(),
                true);
    }

    private static Optional<Inquiry> planned(Decider decider, Scenario scenario, Outlook outlook) {
        Set<Inquiry> closed = new LinkedHashSet<>();
        for (Outlook.Open open : outlook.open()) {
            if (isClosed(decider, scenario, open)) {
                closed.add(new Inquiry(open.fact(), open.link()));
            }
        }
        return new Plan(decider.library().vocabulary(), outlook, closed).next();
    }

    // ── Asking and answering ────────────────────────────────────────────────────────────────

    /// What to ask next; empty when no answer can change what any text says.
    public Optional<Question> next() {
        return next;
    }

    /// The same with an answer to the next question.
    ///
    /// @throws IllegalArgumentException if no possible person fits the answers
    /// @throws IllegalStateException if there is no next question
    public Interview answer(Answer answer) {
        Question question = next.orElseThrow(() -> new IllegalStateException("nothing was asked"));
        List<Given> all = new ArrayList<>(given);
        all.add(new Given(question, answer));
        return new Interview(decider, told, editions, named, all);
    }

    /// The same with an earlier answer changed; every other answer is kept.
    ///
    /// @param at which answer, from 0
    /// @throws IllegalArgumentException if no possible person fits the answers
    /// @throws IndexOutOfBoundsException if there is no such answer
    public Interview changed(int at, Answer answer) {
        List<Given> all = new ArrayList<>(given);
        all.set(at, new Given(all.get(at).question(), answer));
        return new Interview(decider, told, editions, named, all);
    }

    /// The same without the last answer.
    ///
    /// @throws IllegalStateException if nothing was answered
    public Interview back() {
        if (given.isEmpty()) {
            throw new IllegalStateException("nothing was answered yet");
        }
        return new Interview(decider, told, editions, named, given.subList(0, given.size() - 1));
    }

    /// What was answered, in the order of asking.
    public List<Given> given() {
        return given;
    }

    /// What the texts say so far.
    public Decision decision() {
        return decision;
    }

    /// Decides a changed case under the same texts, or under whatever then binds.
    ///
    /// @throws IllegalArgumentException if no possible person fits it
    public Decision again(Scenario changed) {
        return named ? decider.decide(changed, editions) : decider.decide(changed);
    }

    /// The case, with every answer in it.
    public Scenario scenario() {
        return scenario;
    }

    // ── What is certain ─────────────────────────────────────────────────────────────────────

    /// What no answer can change any more.
    public Certainty certainty() {
        boolean allBind = decision.answers().stream().allMatch(a -> a.binds() != Sureness.UNKNOWN);
        Optional<Lifts> lifts =
                allBind ? decision.together().flatMap(Decision.Together::lifts) : Optional.empty();
        Optional<LocalDate> notBefore =
                lifts.flatMap(l ->
                        l instanceof Lifts.On(var earliest, _)
                                ? Optional.of(earliest)
                                : Optional.empty());
        Optional<String> says = Optional.empty();
        if (decision.answers().isEmpty()) {
            says =
                    Optional.of(
                            "No text of the library binds this practitioner on that day, so there is"
                                    + " nothing to ask or to say. That is not permission.");
        } else if (lifts.isPresent()) {
            says =
                    Optional.of(
                            notBefore
                                            .map(day ->
                                                    "No answer could allow it before "
                                                            + DayWording.of(day))
                                            .orElse("No answer could allow it")
                                    + (nothingLeft
                                            ? "; you can stop here."
                                            : "; you can stop here, or go on for what each text"
                                                    + " says."));
        } else if (nothingLeft) {
            says =
                    Optional.of(
                            "No further question could change what a text says; you can stop"
                                    + " here.");
        }
        return new Certainty(nothingLeft, lifts.isPresent(), notBefore, says);
    }

    // ── From answers to a case ──────────────────────────────────────────────────────────────

    private static Scenario answered(Decider decider, Scenario start, List<Given> answers) {
        Scenario now = start;
        for (Given one : answers) {
            Inquiry about = one.question().about();
            Fact fact = decider.library().vocabulary().fact(about.fact()).orElseThrow();
            Optional<Known> known =
                    switch (one.answer()) {
                        case Answer.Value(var value) -> Optional.of(value);
                        case Answer.Unknown _ -> Optional.empty();
                        case Answer.NotApplicable _ -> notSo(fact);
                    };
            now = known.isPresent() ? with(now, about, fact, known.get()) : unsaid(now, fact);
        }
        return now;
    }

    /// What follows from a fact that does not apply.
    private static Optional<Known> notSo(Fact fact) {
        return switch (fact) {
            case Fact.YesNo yesNo ->
                    yesNo.sort() == Fact.Sort.JUDGEMENT
                            ? Optional.empty()
                            : Optional.of(new Known.Value(Set.of("false")));
            case Fact.SomeOf _ -> Optional.of(new Known.Sets(List.of(Set.of())));
            case Fact.Event _ -> Optional.of(new Known.Days(List.of(), true));
            case Fact.OneOf _, Fact.Amount _ -> Optional.empty();
        };
    }

    private static Scenario unsaid(Scenario scenario, Fact fact) {
        Set<String> cannotSay = new LinkedHashSet<>(scenario.cannotSay());
        cannotSay.add(fact.id());
        return new Scenario(
                scenario.asOf(),
                scenario.shared(),
                scenario.links(),
                scenario.assumed(),
                cannotSay);
    }

    /// The case with a fact known: of one link, where each link has its own.
    private static Scenario with(Scenario scenario, Inquiry about, Fact fact, Known known) {
        boolean own =
                scenario.links().size() > 1
                        && (fact instanceof Fact.Event
                                || scenario.ownedBy(about.link(), fact.id()));
        if (!own) {
            return scenario.with(fact.id(), known);
        }
        List<Scenario.Link> links = new ArrayList<>(scenario.links());
        Scenario.Link link = links.get(about.link());
        Map<String, Known> facts = new HashMap<>(link.facts());
        facts.put(fact.id(), known);
        links.set(about.link(), new Scenario.Link(link.party(), facts, link.either()));
        return new Scenario(
                scenario.asOf(),
                scenario.shared(),
                links,
                scenario.assumed(),
                scenario.cannotSay());
    }

    private Set<Inquiry> closed(Outlook outlook) {
        Set<Inquiry> closed = new LinkedHashSet<>();
        given.forEach(one -> closed.add(one.question().about()));
        for (Outlook.Open open : outlook.open()) {
            if (isClosed(decider, told, open)) {
                closed.add(new Inquiry(open.fact(), open.link()));
            }
        }
        return closed;
    }

    /// Whether it is other links alone of which the fact could not be said.
    private static boolean onlyOfOtherLinks(Scenario scenario, Outlook.Open open) {
        if (scenario.shared().containsKey(open.fact())
                || scenario.ownedBy(open.link(), open.fact())) {
            return false;
        }
        return scenario.links().stream().anyMatch(l -> l.facts().containsKey(open.fact()));
    }

    /// Whether a fact is not to be asked after: it was, and could not be said; or it is an amount that
    /// is known in another unit, and can be given in one only.
    private static boolean isClosed(Decider decider, Scenario scenario, Outlook.Open open) {
        return !open.reading()
                && ((scenario.cannotSay().contains(open.fact())
                                && !onlyOfOtherLinks(scenario, open))
                        || (decider.library().vocabulary().facts().get(open.fact())
                                        instanceof Fact.Amount
                                && !(scenario.known(open.link(), open.fact())
                                        instanceof Known.Anything)));
    }
}

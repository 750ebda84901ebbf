package org.plumbline.server.page.answer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.answer.Asking;
import org.plumbline.core.change.Change;
import org.plumbline.core.change.Changes;
import org.plumbline.core.change.Fixed;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.decide.Decision.Answer;
import org.plumbline.core.decide.Decision.Lifts;
import org.plumbline.core.decide.Decision.Missing;
import org.plumbline.core.decide.Decision.Sureness;
import org.plumbline.core.decide.Decision.Together;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.decide.LeadingTexts;
import org.plumbline.core.explain.DayWording;
import org.plumbline.core.explain.EditionName;
import org.plumbline.core.explain.QuestionSentence;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.timeline.Row;
import org.plumbline.core.timeline.Sentence;
import org.plumbline.core.timeline.Step;
import org.plumbline.core.timeline.Strip;
import org.plumbline.core.timeline.Timeline;
import org.plumbline.server.desk.Desk;
import org.plumbline.server.page.Controls;
import org.plumbline.server.page.Kept;
import org.plumbline.server.page.Misfit;
import org.plumbline.server.page.Words;
import org.plumbline.server.page.answer.AnswerView.Chip;
import org.plumbline.server.page.answer.AnswerView.Line;
import org.plumbline.server.page.answer.AnswerView.Pair;
import org.plumbline.server.page.answer.AnswerView.Places;
import org.plumbline.server.page.answer.AnswerView.Saying;
import org.plumbline.server.page.answer.AnswerView.Turn;
import org.plumbline.server.page.question.QuestionView;
import org.plumbline.server.page.question.Questioner;
import org.plumbline.server.page.verdict.Mark;
import org.plumbline.server.page.verdict.StripDrawing;
import org.plumbline.server.pdf.StripFigure;
import org.springframework.stereotype.Component;

/// Makes cases into answer views. What a case comes to depends on nothing but the case, the library
/// and the day, so the last few are kept; nothing in them but words of the vocabulary and dates.
@Component
public class AnswerViews {

    private static final Mark OPEN = new Mark("#g-unknown", "f-none");
    private static final int YEARS = 10;
    private static final int MOST_CHANGES = 3;
    private static final int MOST_TURNS = 4;

    private final Desk desk;
    private final Library library;
    private final Questioner questioner;
    private final Kept<Scenario, Worked> kept = new Kept<>(256);

    public AnswerViews(Desk desk, Questioner questioner) {
        this.desk = desk;
        this.library = desk.library();
        this.questioner = questioner;
    }

    /// What a scenario comes to, whoever asks.
    private record Worked(
            Decision decision,
            Optional<QuestionView> next,
            Changes changes,
            Optional<Timeline> timeline,
            Map<String, StripDrawing> strips,
            List<Edition> leftOut) {}

    /// The decision of a scenario under the texts that lead.
    ///
    /// @throws IllegalArgumentException if no possible person fits it
    public Decision decision(Scenario scenario) {
        return worked(scenario).decision();
    }

    /// How each text that speaks of a scenario runs over time, by the id of its edition.
    public Map<String, StripFigure> strips(Scenario scenario) {
        Map<String, StripFigure> all = new LinkedHashMap<>();
        worked(scenario)
                .timeline()
                .ifPresent(t ->
                        t.rows()
                                .forEach(row ->
                                        all.put(
                                                row.edition().id(),
                                                new StripFigure(
                                                        Strip.of(t, row),
                                                        t.measure() == Timeline.Measure.YEARS))));
        return all;
    }

    private Worked worked(Scenario scenario) {
        return kept.get(scenario, this::work);
    }

    private Worked work(Scenario scenario) {
        Asking asking = desk.asking();
        Decision decision = asking.decide(scenario);
        List<Edition> texts =
                decision.answers().stream()
                        .filter(JoinedLine::speaks)
                        .map(Answer::edition)
                        .toList();
        Optional<Timeline> timeline =
                texts.isEmpty()
                        ? Optional.empty()
                        : Timeline.sinceTheEnd(desk.decider(), scenario, texts, YEARS)
                                .or(() ->
                                        Optional.of(
                                                Timeline.over(
                                                        desk.decider(), scenario, texts, YEARS)));
        Map<String, StripDrawing> strips = new LinkedHashMap<>();
        timeline.ifPresent(t ->
                t.rows()
                        .forEach(row ->
                                strips.put(
                                        row.edition().id(),
                                        StripDrawing.of(
                                                Strip.of(t, row),
                                                t.measure() == Timeline.Measure.YEARS))));
        return new Worked(
                decision,
                questioner.next(decision),
                Changes.of(desk.decider(), decision, asking.again(decision)),
                timeline,
                strips,
                LeadingTexts.leftOut(library, scenario));
    }

    /// The view of a case.
    ///
    /// @param facts the facts of the case, as the address has them
    /// @throws IllegalArgumentException if no possible person fits it
    public AnswerView view(Map<String, Object> facts, Scenario scenario, Controls controls) {
        return view(facts, scenario, controls, "answer");
    }

    /// The same, its chips leading back to where answers are checked.
    public AnswerView checked(Map<String, Object> facts, Scenario scenario, Controls controls) {
        return view(facts, scenario, controls, "check");
    }

    private AnswerView view(
            Map<String, Object> facts, Scenario scenario, Controls controls, String thenTo) {
        Worked worked = worked(scenario);
        Decision decision = worked.decision();
        Controls bare = controls.bare();
        boolean client = controls.client();
        var cards = new Cards(library, decision, controls, worked.strips(), desk.today());
        var line = new JoinedLine(decision, client);
        Optional<Misfit> misfit = Misfit.of(library, scenario);
        Optional<Headline> strictest = decision.together().map(t -> t.headlines().getFirst());
        return new AnswerView(
                client,
                new ReadAs(
                                library,
                                facts,
                                thenTo.equals("check") ? controls : bare,
                                decision,
                                thenTo)
                        .reading(),
                misfit.isPresent()
                        ? new Line(OPEN, "The days do not fit together.", unfit(misfit.get()))
                        : new Line(
                                decision.together()
                                        .map(t -> Mark.of(t.headlines(), t.lifts()))
                                        .orElse(OPEN),
                                line.says(),
                                line.more()),
                misfit.map(m -> clash(m, facts, controls, thenTo)).orElse(List.of()),
                misfit.isPresent() ? List.of() : cards.speaking(),
                misfit.isPresent() ? List.of() : cards.quiet(),
                misfit.isPresent()
                        ? List.of()
                        : worked.leftOut().stream().map(Edition::title).toList(),
                worked.next().filter(q -> misfit.isEmpty()).filter(q -> !client || !q.judgement()),
                misfit.isPresent()
                        ? Optional.empty()
                        : stop(decision, worked.next().isPresent(), client),
                change(worked, facts, bare),
                strictest.filter(_ -> misfit.isEmpty()).flatMap(h -> saying(scenario, h, client)),
                new Places(
                        bare.address("/answer", facts),
                        bare.address("/answer", facts),
                        bare.as(!client).address("/answer", facts),
                        bare.address("/interview", facts),
                        bare.address("/record", facts),
                        Questioner.mayBeMore(scenario)
                                ? Optional.of(
                                        (thenTo.equals("check") ? controls : bare)
                                                .asking(Questioner.ALSO, 0, Optional.of(thenTo))
                                                .address("/interview", facts))
                                : Optional.empty()));
    }

    private static List<String> unfit(Misfit misfit) {
        List<String> all = new ArrayList<>(misfit.says());
        all.add(Misfit.STRICTER);
        all.add("No answer is given until one of these is changed.");
        return all;
    }

    /// What to change where days do not fit, each a link to its question.
    private static List<Chip> clash(
            Misfit misfit, Map<String, Object> facts, Controls controls, String thenTo) {
        List<Chip> all = new ArrayList<>();
        Controls from = thenTo.equals("check") ? controls : controls.bare();
        all.add(way("Change the day of the act", Questioner.DATE, 0, from, facts, thenTo));
        for (Misfit.Late late : misfit.events()) {
            all.add(
                    way(
                            "Change the day of " + late.event().says(),
                            late.event().id(),
                            late.link(),
                            from,
                            facts,
                            thenTo));
        }
        all.add(way("Change who the person is", "party", 0, from, facts, thenTo));
        return all;
    }

    private static Chip way(
            String says,
            String fact,
            int link,
            Controls controls,
            Map<String, Object> facts,
            String thenTo) {
        return new Chip(
                "",
                says,
                controls.asking(fact, link, Optional.of(thenTo)).address("/interview", facts),
                true);
    }

    private Optional<Saying> saying(Scenario scenario, Headline strictest, boolean client) {
        return desk.sayings()
                .fitting(scenario, strictest, client)
                .map(s ->
                        new Saying(
                                client ? "What you could say" : "What you could say to them",
                                s.say(),
                                s.not(),
                                s.because()));
    }

    // ── What no answer can change ───────────────────────────────────────────────────────────

    /// A promise that holds whatever is answered.
    static Optional<String> stop(Decision decision, boolean asks, boolean client) {
        boolean ifBound =
                decision.answers().stream()
                        .anyMatch(a -> JoinedLine.speaks(a) && a.binds() == Sureness.UNKNOWN);
        String start =
                ifBound
                        ? client
                                ? "If these texts bind them, no answer could allow it"
                                : "If these texts bind you, no answer could allow it"
                        : "No answer could allow it";
        Optional<Lifts> lifts = decision.together().flatMap(Together::lifts);
        if (lifts.isPresent()) {
            return Optional.of(
                    switch (lifts.get()) {
                        case Lifts.Never _ -> start + ": you can stop here.";
                        case Lifts.On(var earliest, _) ->
                                start
                                        + " before "
                                        + DayWording.of(earliest)
                                        + ": you can stop here.";
                    });
        }
        if (!asks && !decision.answers().isEmpty()) {
            return Optional.of(
                    decision.scenario().cannotSay().isEmpty()
                            ? "No further question could change what a text says."
                            : "No question that you have not been asked could change what a text"
                                    + " says.");
        }
        return Optional.empty();
    }

    // ── What would change it ────────────────────────────────────────────────────────────────

    private AnswerView.Change change(Worked worked, Map<String, Object> facts, Controls controls) {
        Decision decision = worked.decision();
        return new AnswerView.Change(
                time(worked),
                doing(worked.changes()),
                turns(decision, facts, controls),
                fixed(worked.changes()),
                controls.asking("act", 0, Optional.of("answer")).address("/interview", facts));
    }

    private List<Pair> time(Worked worked) {
        List<Pair> all = new ArrayList<>();
        List<String> still = new ArrayList<>();
        LocalDate today = worked.decision().asOf().last();
        worked.timeline()
                .ifPresent(timeline -> {
                    for (Row row : timeline.rows()) {
                        String name = EditionName.brief(library, row.edition());
                        List<Step> later =
                                row.steps().stream().filter(s -> s.from().isAfter(today)).toList();
                        if (later.isEmpty()) {
                            still.add(name);
                        } else if (timeline.measure() == Timeline.Measure.YEARS) {
                            all.add(
                                    new Pair(
                                            name,
                                            List.of(
                                                    Words.capital(Sentence.of(timeline, row))
                                                            + ".")));
                        } else {
                            for (Step step : later) {
                                all.add(
                                        new Pair(
                                                DayWording.of(step.from()),
                                                List.of(name + ": " + plain(step) + ".")));
                            }
                        }
                    }
                });
        if (!still.isEmpty()) {
            all.add(
                    new Pair(
                            "No date",
                            List.of(
                                    Words.and(still)
                                            + (still.size() == 1 ? " does" : " do")
                                            + " not change with time.")));
        }
        return all;
    }

    private static String plain(Step step) {
        return step.headlines().size() == 1
                ? JoinedLine.name(step.headlines().getFirst())
                : step.says().startsWith("prohibited unless")
                        ? step.says()
                        : Words.or(JoinedLine.names(step.headlines()));
    }

    private static List<String> doing(Changes changes) {
        List<String> all = new ArrayList<>();
        changes.changes().stream().limit(MOST_CHANGES).forEach(c -> all.add(said(c)));
        if (all.isEmpty() && changes.certain()) {
            all.add(
                    "Nothing that we know of: neither time nor anything that could be put in place"
                            + " weakens it.");
        }
        return all;
    }

    private static String said(Change change) {
        List<String> steps = new ArrayList<>();
        for (Change.Step step : change.steps()) {
            steps.add(
                    switch (step) {
                        case Change.Step.Wait(var until) -> "wait until " + DayWording.of(until);
                        case Change.Step.Act(var what) -> what.does();
                    });
        }
        return Words.capital(String.join(", and ", steps))
                + ". Then it is "
                + Words.or(JoinedLine.names(change.then()))
                + ".";
    }

    private List<Turn> turns(Decision decision, Map<String, Object> facts, Controls controls) {
        var questions = new QuestionSentence(library.vocabulary());
        List<Turn> all = new ArrayList<>();
        for (Missing missing : ReadAs.allMissing(decision)) {
            if (all.size() == MOST_TURNS
                    || library.vocabulary().fact(missing.fact()).isEmpty()
                    || missing.would().size() > MOST_TURNS) {
                continue;
            }
            List<String> would = new ArrayList<>();
            missing.would()
                    .forEach((value, headlines) ->
                            would.add(
                                    answer(value) + ": " + Words.or(JoinedLine.names(headlines))));
            all.add(
                    new Turn(
                            questions
                                    .of(missing)
                                    .replace(" (a judgement only the professional can make)", ""),
                            would,
                            controls.asking(missing.fact(), 0, Optional.of("answer"))
                                    .address("/interview", facts)));
        }
        return all;
    }

    private static String answer(String value) {
        return switch (value) {
            case "true" -> "If so";
            case "false" -> "If not";
            default -> Words.capital(value.replace('-', ' '));
        };
    }

    private static List<String> fixed(Changes changes) {
        Set<String> all = new LinkedHashSet<>();
        for (Fixed one : changes.fixed()) {
            if (!one.fact().equals("in-force") && !one.fact().equals("binds")) {
                all.add(Words.capital(one.says()) + ".");
            }
        }
        return List.copyOf(all);
    }
}

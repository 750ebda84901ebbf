package org.plumbline.server.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.decide.Decision.Answer;
import org.plumbline.core.decide.Decision.Assumption;
import org.plumbline.core.decide.Decision.Ground;
import org.plumbline.core.decide.Decision.Lifts;
import org.plumbline.core.decide.Decision.Together;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.explain.ConditionSentence;
import org.plumbline.core.explain.DayWording;
import org.plumbline.core.explain.EditionName;
import org.plumbline.core.explain.ScenarioSentence;
import org.plumbline.core.explain.VerdictSentence;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.server.page.Misfit;

/// What a record takes from the library: nobody can write it.
///
/// @param asked the case in one sentence, without the question as it was typed
/// @param given the facts that were given
/// @param withheld facts that were asked after and could not be said
/// @param open what was not given and could still change an answer, as questions
/// @param assumed what was taken for granted and matters
/// @param joined all texts together, in one sentence; says so where no text speaks
/// @param texts text by text, strictest first
/// @param duties what whoever does it must put in place, each once
/// @param fingerprint of the library that answered
public record EnginePart(
        String asked,
        List<String> given,
        List<String> withheld,
        List<String> open,
        List<String> assumed,
        String joined,
        List<Said> texts,
        List<Duty> duties,
        String fingerprint) {

    /// One text.
    ///
    /// @param id of the edition
    /// @param name short, with its edition
    /// @param title in full
    /// @param headline as words, with its day
    /// @param after what holds later; empty where nothing changes with time
    /// @param notes whether it binds and what is open
    /// @param known how well the answer is known
    public record Said(
            String id,
            String name,
            String title,
            Mark mark,
            String headline,
            String after,
            List<String> notes,
            List<Cited> provisions,
            String known) {}

    /// One provision that the answer rests on, in our own words.
    public record Cited(String number, String title, String says, String source, String known) {}

    /// A duty with the texts that ask for it.
    public record Duty(String id, String says) {}

    /// What a decision says of itself.
    public static EnginePart of(Library library, Decision decision) {
        Scenario scenario = decision.scenario();
        var cases = new ScenarioSentence(library.vocabulary());
        var verdicts = new VerdictSentence(library);
        var told =
                new Scenario(
                        scenario.asOf(),
                        scenario.shared(),
                        scenario.links(),
                        scenario.assumed(),
                        Set.of());
        List<String> given = cases.facts(told);
        List<String> withheld = new ArrayList<>(cases.facts(scenario));
        withheld.removeAll(given);
        List<Answer> answers = new ArrayList<>(decision.answers());
        answers.sort((a, b) -> a.headlines().getFirst().compareTo(b.headlines().getFirst()));
        Set<String> open = new LinkedHashSet<>();
        answers.forEach(answer ->
                answer.missing().stream()
                        .filter(m -> !scenario.cannotSay().contains(m.fact()))
                        .forEach(m -> open.add(verdicts.question(answer, m).text())));
        return new EnginePart(
                cases.question(scenario),
                given,
                withheld,
                List.copyOf(open),
                assumed(library, cases, decision),
                Misfit.of(library, scenario)
                                .map(m ->
                                        "The days do not fit together: what follows cannot be relied on. "
                                                + String.join(" ", m.says())
                                                + " "
                                                + Misfit.STRICTER
                                                + " ")
                                .orElse("")
                        + joined(decision),
                answers.stream().map(a -> said(library, verdicts, a)).toList(),
                duties(library, answers),
                library.fingerprint());
    }

    private static List<String> assumed(
            Library library, ScenarioSentence cases, Decision decision) {
        List<String> words = new ArrayList<>();
        for (Assumption assumption : decision.assumed()) {
            library.vocabulary()
                    .fact(assumption.fact())
                    .flatMap(f -> cases.fact(f, decision.scenario().known(0, f.id())))
                    .map(clause ->
                            Character.toUpperCase(clause.charAt(0)) + clause.substring(1) + ".")
                    .ifPresent(words::add);
        }
        return words;
    }

    // ── The texts together ──────────────────────────────────────────────────────────────────

    private static String joined(Decision decision) {
        if (decision.together().isEmpty()) {
            return "No text of the library is known to bind here on that day, so there is nothing to"
                    + " say. This is not permission.";
        }
        Together together = decision.together().get();
        Edition any = decision.answers().getFirst().edition();
        String words = words(together.headlines(), any);
        String sentence =
                (decision.answers().size() > 1 ? "All texts together: " : "The one text: ")
                        + words
                        + (together.settled() ? "." : ", depending on what is still open.");
        return sentence
                + together.lifts().map(lifts -> " " + later(lifts, together, any)).orElse("")
                + (together.headlines().stream().anyMatch(EnginePart::silent)
                        ? " Silence is not permission."
                        : "");
    }

    private static String later(Lifts lifts, Together together, Edition any) {
        return switch (lifts) {
            case Lifts.Never _ -> "Time alone does not change that.";
            case Lifts.On(_, var latest) ->
                    latest.map(day ->
                                    "Not before "
                                            + DayWording.of(day)
                                            + "; from then on: "
                                            + words(together.then(), any)
                                            + ".")
                            .orElse("When that weakens depends on what is still open.");
        };
    }

    private static boolean silent(Headline headline) {
        return headline == Headline.NOT_ADDRESSED || headline == Headline.SILENT;
    }

    private static String words(List<Headline> headlines, Edition edition) {
        List<String> names =
                headlines.stream().map(h -> VerdictSentence.name(h, edition)).distinct().toList();
        return names.getFirst()
                + names.stream()
                        .skip(1)
                        .map(n -> " or " + Character.toLowerCase(n.charAt(0)) + n.substring(1))
                        .collect(Collectors.joining());
    }

    // ── Text by text ────────────────────────────────────────────────────────────────────────

    private static Said said(Library library, VerdictSentence verdicts, Answer answer) {
        List<String> notes = new ArrayList<>();
        notes.add(verdicts.meaning(answer));
        verdicts.binding(answer).ifPresent(notes::add);
        notes.addAll(verdicts.readings(answer));
        verdicts.weighing(answer).ifPresent(notes::add);
        verdicts.burden(answer).ifPresent(notes::add);
        return new Said(
                answer.edition().id(),
                EditionName.brief(library, answer.edition()),
                answer.edition().title(),
                Mark.of(answer),
                verdicts.headline(answer),
                verdicts.until(answer).orElse(""),
                notes,
                answer.provisions().stream().map(EnginePart::cited).toList(),
                VerdictSentence.verified(answer.verified()));
    }

    private static Cited cited(Ground ground) {
        return new Cited(
                ground.cite(),
                ground.provision().title(),
                ground.provision().says(),
                ground.provision().source(),
                VerdictSentence.verified(ground.provision().verified().word()));
    }

    private static List<Duty> duties(Library library, List<Answer> answers) {
        var words = new ConditionSentence(library.vocabulary());
        Map<String, List<String>> from = new LinkedHashMap<>();
        Map<String, String> says = new LinkedHashMap<>();
        for (Answer answer : answers) {
            for (Decision.Duty duty : answer.duties()) {
                String name = EditionName.brief(library, answer.edition());
                from.computeIfAbsent(duty.id(), _ -> new ArrayList<>())
                        .add(name + " " + String.join(", ", duty.from()));
                says.putIfAbsent(duty.id(), words.duty(duty.id()));
            }
        }
        List<Duty> duties = new ArrayList<>();
        from.forEach((id, cites) ->
                duties.add(new Duty(id, says.get(id) + " (" + String.join("; ", cites) + ")")));
        return duties;
    }
}

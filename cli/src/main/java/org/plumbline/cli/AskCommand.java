package org.plumbline.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plumbline.ask.Evidence;
import org.plumbline.ask.HelpLine;
import org.plumbline.ask.QuestionReader;
import org.plumbline.ask.Reading;
import org.plumbline.ask.Trouble;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.decide.Decision.Sureness;
import org.plumbline.core.decide.LeadingTexts;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

/// `plumbline ask`: a question in plain words, answered under every code that may bind.
final class AskCommand extends Command {

    AskCommand() {
        super("ask", "Answer a question in plain words.");
        words("QUESTION", "1..*", "The question; quote it, or let the words follow one another.");
        Practitioner.options(this);
        flag("--drafts", "With editions that hold nothing known better than from memory.");
        flag(
                "--why",
                "Say of each norm on the act that does not apply what kept it from applying.");
        flag("--json", "Print JSON.");
    }

    /// One question of the text, with its answer where there is one.
    private record Answered(
            Reading.Part part, Optional<Decision> decision, List<Edition> leftOut) {}

    @Override
    public Integer call() {
        return withLibrary(open ->
                switch (Questions.reader(open)) {
                    case Loaded.Sound<QuestionReader>(var reader, _) -> ask(open, reader);
                    case Loaded.Unsound<QuestionReader>(var findings) -> report(findings);
                });
    }

    private int ask(Shelf.Open open, QuestionReader questions) {
        String question = String.join(" ", words());
        Known.Range on = on("--on");
        Reading reading = questions.read(question, on.last());
        new Practitioner(this).check(open.library());
        List<Answered> answers = new ArrayList<>();
        var decider = new Decider(open.library());
        for (Reading.Part part : reading.parts()) {
            answers.add(answered(decider, part, on));
        }
        if (given("--json")) {
            console().out().println(Json.document(json(decider, question, reading, answers)));
        } else {
            print(decider, reading, answers);
        }
        console().out().flush();
        return ANSWERED;
    }

    // ── From words to a scenario ────────────────────────────────────────────────────────────

    private Answered answered(Decider decider, Reading.Part part, Known.Range on) {
        if (part.scenario().isEmpty()) {
            return new Answered(part, Optional.empty(), List.of());
        }
        Library library = decider.library();
        Scenario scenario = new Practitioner(this).scenario(library, part.scenario().get(), on);
        boolean drafts = given("--drafts");
        List<Edition> texts = LeadingTexts.of(library, scenario, drafts);
        return new Answered(
                part,
                Optional.of(speaking(decider.decide(scenario, texts))),
                drafts ? List.of() : LeadingTexts.leftOut(library, scenario));
    }

    /// Decides a changed case under the texts that were shown.
    private static Function<Scenario, Decision> again(Decider decider, Decision decision) {
        List<Edition> texts = decision.answers().stream().map(Decision.Answer::edition).toList();
        return changed -> decider.decide(changed, texts);
    }

    /// Without the texts that certainly do not bind, which nobody asked about.
    private static Decision speaking(Decision decision) {
        return new Decision(
                decision.scenario(),
                decision.together(),
                decision.answers().stream()
                        .filter(a -> a.binds() != Sureness.NO && a.inForce() != Sureness.NO)
                        .toList(),
                decision.assumed());
    }

    // ── Output ──────────────────────────────────────────────────────────────────────────────

    private static Map<String, @Nullable Object> json(
            Decider decider, String question, Reading reading, List<Answered> answers) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("question", question);
        json.put("in_scope", reading.inScope());
        List<Object> readings = new ArrayList<>();
        for (Answered answered : answers) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("slots", answered.part().slots().asMap());
            one.put("evidence", answered.part().evidence().stream().map(AskCommand::json).toList());
            one.put("scenario", answered.part().scenario().orElse(null));
            one.put("decision", decision(decider, answered));
            one.put("left_out", answered.leftOut().stream().map(Edition::id).toList());
            one.put("not_understood", answered.part().notUnderstood());
            readings.add(one);
        }
        json.put("readings", readings);
        json.put("decision", answers.isEmpty() ? null : decision(decider, answers.getFirst()));
        reading.trouble()
                .ifPresent(trouble -> {
                    json.put("trouble", word(trouble.kind()));
                    json.put("nearest", trouble.nearest());
                    if (!trouble.helpLines().isEmpty()) {
                        json.put(
                                "urgent_help",
                                trouble.helpLines().stream().map(AskCommand::json).toList());
                    }
                });
        return json;
    }

    private static @Nullable Object decision(Decider decider, Answered answered) {
        return answered.decision()
                .map(d -> new DecisionJson(decider, again(decider, d)).of(d, Optional.empty()))
                .orElse(null);
    }

    private static String word(Trouble.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, Object> json(Evidence evidence) {
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("slot", evidence.slot());
        json.put("value", evidence.value());
        json.put("words", evidence.words());
        json.put("from", evidence.from());
        json.put("to", evidence.to());
        return json;
    }

    private static Map<String, Object> json(HelpLine line) {
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("place", line.place());
        json.put("call", line.call());
        json.put("says", line.says());
        return json;
    }

    private void print(Decider decider, Reading reading, List<Answered> answers) {
        Console console = console();
        reading.trouble().ifPresent(trouble -> print(console, trouble));
        if (value("--as").filter("client"::equals).isPresent() && !answers.isEmpty()) {
            console.paragraph(
                    "",
                    "Codes bind the professional and not the client: what follows is what they say"
                            + " the professional must and must not do.");
        }
        boolean first = true;
        for (Answered answered : answers) {
            if (!first) {
                console.out().println();
                console.paragraph("", console.strong("The second question"));
            }
            first = false;
            if (answered.decision().isPresent()) {
                Decision decision = answered.decision().get();
                new AnswerPage(decider, console, given("--why"), again(decider, decision))
                        .print(answered.part(), decision);
                answered.leftOut()
                        .forEach(e ->
                                console.paragraph(
                                        "",
                                        "Left out: %s. All that the library holds of it is from memory; `--drafts` shows it."
                                                .formatted(e.title())));
            } else {
                notUnderstood(console, answered.part());
            }
        }
    }

    static void notUnderstood(Console console, Reading.Part part) {
        String words =
                part.notUnderstood().isEmpty()
                        ? "what is to be done"
                        : "`" + String.join("`, `", part.notUnderstood()) + "`";
        console.paragraph(
                "",
                "I could not read "
                        + words
                        + ", so there is no answer. Say what is to be done, and with whom.");
    }

    static void print(Console console, Trouble trouble) {
        switch (trouble.kind()) {
            case CRISIS -> {
                console.paragraph(
                        "",
                        console.strong("If you or somebody else may be in danger, get help now:"));
                trouble.helpLines()
                        .forEach(line ->
                                console.paragraph("  ", "    ", line.call() + "  " + line.says()));
                console.paragraph(
                        "",
                        "These lines also advise whoever is worried about somebody else, a"
                                + " professional among them. Plumbline answers no question about"
                                + " codes here; ask again when nobody is in danger.");
            }
            case NOT_UNDERSTOOD -> console.paragraph("", "I could not read this question.");
            case NOT_ABOUT_BOUNDARIES ->
                    console.paragraph(
                            "",
                            "This is not about the boundaries of a professional relationship,"
                                    + " so the codes have no answer to it.");
            case ABOUT_THE_CLIENT ->
                    console.paragraph(
                            "",
                            "This is about what the client may do or feels. Codes bind the"
                                    + " professional and not the client.");
            case ABOUT_AN_OUTCOME ->
                    console.paragraph(
                            "",
                            "This asks what a court, a board or an insurer would do. Plumbline says"
                                    + " what the texts say, not how a case would end.");
        }
        if (!trouble.nearest().isEmpty() && trouble.kind() != Trouble.Kind.CRISIS) {
            console.out().println();
            console.paragraph("", "Questions that could be answered:");
            trouble.nearest().forEach(q -> console.paragraph("  - ", "    ", q));
        }
    }
}

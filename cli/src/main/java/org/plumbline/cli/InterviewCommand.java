package org.plumbline.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.answer.InterviewJson;
import org.plumbline.answer.Interviews;
import org.plumbline.answer.Json;
import org.plumbline.answer.Questions;
import org.plumbline.answer.Shelf;
import org.plumbline.ask.QuestionReader;
import org.plumbline.ask.Reading;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.LeadingTexts;
import org.plumbline.core.explain.ScenarioSentence;
import org.plumbline.core.interview.Interview;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.YamlFile;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Scenario;

/// `plumbline interview`: one next-best question at a time, until nothing more can change.
final class InterviewCommand extends Command {

    InterviewCommand() {
        super("interview", "Answer a question, asking for what decides, one question at a time.");
        words("QUESTION", "0..*", "The question in plain words; asked for if absent.");
        option("--scenario", "FILE", "A scenario to begin from instead, as `decide` takes it.");
        option("--answers", "FILE", "Read the answers from a file, a line each.");
        PractitionerOptions.of(this);
        flag("--assume-nothing", "Ask after ordinary circumstances too.");
        flag("--drafts", "With editions that hold nothing known better than from memory.");
        flag("--json", "Print JSON: the transcript, what is asked next, and the decision.");
    }

    @Override
    public Integer call() {
        return withLibrary(this::interview);
    }

    private int interview(Shelf.Open open) {
        boolean json = given("--json");
        Console console = json ? console().onErr() : console();
        PractitionerOptions.read(this, open.library());
        Loaded<BufferedReader> lines = lines();
        if (lines instanceof Loaded.Unsound<BufferedReader>(var findings)) {
            return report(findings);
        }
        BufferedReader reader = ((Loaded.Sound<BufferedReader>) lines).value();
        var decider = open.decider();
        Loaded<Interview> begun;
        if (value("--scenario").isPresent()) {
            begun = fromFile(decider, Path.of(value("--scenario").get()));
        } else {
            Loaded<QuestionReader> questions = Questions.reader(open);
            if (questions instanceof Loaded.Unsound<QuestionReader>(var findings)) {
                return report(findings);
            }
            Optional<Interview> read =
                    fromWords(
                            decider,
                            ((Loaded.Sound<QuestionReader>) questions).value(),
                            console,
                            reader);
            if (read.isEmpty()) {
                if (json) {
                    console().out().println(Json.document(nothing()));
                }
                console.out().flush();
                console().out().flush();
                return ANSWERED;
            }
            begun = Loaded.sound(read.get());
        }
        return switch (begun) {
            case Loaded.Unsound<Interview>(var findings) -> report(findings);
            case Loaded.Sound<Interview>(var interview, var warnings) -> {
                report(warnings);
                hold(decider, console, reader, interview);
                yield ANSWERED;
            }
        };
    }

    private static Map<String, @Nullable Object> nothing() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("transcript", List.of());
        json.put("next", null);
        json.put("decision", null);
        return json;
    }

    private void hold(
            Decider decider, Console console, BufferedReader reader, Interview interview) {
        boolean echo = value("--answers").isPresent() || !console.terminal();
        var dialogue = new Dialogue(console, reader, echo, decider.library(), interview);
        Interview held = dialogue.hold();
        if (given("--json")) {
            console().out().println(Json.document(new InterviewJson(decider).of(held)));
        } else {
            console.out().println();
            new AnswerPage(decider, console, false, held::again).print(held.decision());
            if (!dialogue.shown()) {
                console.out().println();
                dialogue.checkAnswers();
            }
        }
        console.out().flush();
        console().out().flush();
    }

    // ── Where it begins ─────────────────────────────────────────────────────────────────────

    private Loaded<BufferedReader> lines() {
        Optional<String> file = value("--answers");
        if (file.isEmpty()) {
            return Loaded.sound(
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
        }
        return switch (YamlFile.bytes(Path.of(file.get()), file.get())) {
            case Loaded.Unsound<byte[]>(var findings) -> new Loaded.Unsound<>(findings);
            case Loaded.Sound<byte[]>(var bytes, _) ->
                    Loaded.sound(
                            new BufferedReader(
                                    new StringReader(new String(bytes, StandardCharsets.UTF_8))));
        };
    }

    private Optional<Interview> fromWords(
            Decider decider, QuestionReader questions, Console console, BufferedReader lines) {
        String question = String.join(" ", words());
        if (question.isBlank()) {
            console.paragraph(
                    "", "What is to be done, and with whom? Ask in your own words, on one line.");
            question = firstLine(lines).orElse("");
        }
        var on = on("--on");
        Reading reading = questions.read(question, on.last());
        reading.trouble().ifPresent(trouble -> AskCommand.print(console, trouble));
        Optional<Reading.Part> part =
                reading.parts().stream().filter(p -> p.scenario().isPresent()).findFirst();
        if (part.isEmpty()) {
            reading.parts().forEach(p -> AskCommand.notUnderstood(console, p));
            return Optional.empty();
        }
        Map<String, Object> facts = new LinkedHashMap<>(part.get().scenario().orElseThrow());
        if (given("--assume-nothing")) {
            facts.remove("rest");
        }
        Library library = decider.library();
        Scenario scenario = PractitionerOptions.read(this, library).scenario(library, facts, on);
        console.paragraph("", new ScenarioSentence(library.vocabulary()).question(scenario));
        return Optional.of(
                Interview.of(
                        decider, scenario, LeadingTexts.of(library, scenario, given("--drafts"))));
    }

    private static Optional<String> firstLine(BufferedReader lines) {
        try {
            return Optional.ofNullable(lines.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the question", e);
        }
    }

    private Loaded<Interview> fromFile(Decider decider, Path file) {
        String name = file.toString();
        Loaded<byte[]> bytes = YamlFile.bytes(file, name);
        if (bytes instanceof Loaded.Unsound<byte[]>(var findings)) {
            return new Loaded.Unsound<>(findings);
        }
        return switch (YamlFile.parse(((Loaded.Sound<byte[]>) bytes).value(), name)) {
            case Loaded.Unsound<Node>(var findings) -> new Loaded.Unsound<>(findings);
            case Loaded.Sound<Node>(var root, _) -> Interviews.of(decider, root, on("--on"));
        };
    }
}

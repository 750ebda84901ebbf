package org.plumbline.cli;

import org.plumbline.answer.Asked;
import org.plumbline.answer.AskedJson;
import org.plumbline.answer.Asking;
import org.plumbline.answer.Json;
import org.plumbline.answer.Questions;
import org.plumbline.answer.Shelf;
import org.plumbline.ask.QuestionReader;
import org.plumbline.ask.Reading;
import org.plumbline.ask.Trouble;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.load.Loaded;

/// `plumbline ask`: a question in plain words, answered under every code that may bind.
final class AskCommand extends Command {

    AskCommand() {
        super("ask", "Answer a question in plain words.");
        words("QUESTION", "1..*", "The question; quote it, or let the words follow one another.");
        PractitionerOptions.of(this);
        flag("--drafts", "With editions that hold nothing known better than from memory.");
        flag(
                "--why",
                "Say of each norm on the act that does not apply what kept it from applying.");
        flag("--json", "Print JSON.");
    }

    @Override
    public Integer call() {
        return withLibrary(open ->
                switch (Questions.reader(open)) {
                    case Loaded.Sound<QuestionReader>(var reader, _) -> ask(open, reader);
                    case Loaded.Unsound<QuestionReader>(var findings) -> report(findings);
                });
    }

    private int ask(Shelf.Open open, QuestionReader reader) {
        // Before the library is asked for: it is being opened meanwhile.
        String question = String.join(" ", words());
        Reading reading = reader.read(question, on("--on").last());
        var practitioner = PractitionerOptions.read(this, open.library());
        var asking = new Asking(open.decider(), reader, given("--drafts"));
        Asked asked = asking.answer(question, reading, practitioner, on("--on"));
        if (given("--json")) {
            console().out().println(Json.document(new AskedJson(asking).of(asked)));
        } else {
            print(asking, asked);
        }
        console().out().flush();
        return ANSWERED;
    }

    private void print(Asking asking, Asked asked) {
        Console console = console();
        asked.reading().trouble().ifPresent(trouble -> print(console, trouble));
        if (value("--as").filter("client"::equals).isPresent() && !asked.answers().isEmpty()) {
            console.paragraph(
                    "",
                    "Codes bind the professional and not the client: what follows is what they say"
                            + " the professional must and must not do.");
        }
        boolean first = true;
        for (Asked.Answered answered : asked.answers()) {
            if (!first) {
                console.out().println();
                console.paragraph("", console.strong("The second question"));
            }
            first = false;
            if (answered.decision().isPresent()) {
                Decision decision = answered.decision().get();
                new AnswerPage(asking.decider(), console, given("--why"), asking.again(decision))
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
                                    + " so the codes have no answer to it, or it is not in English,"
                                    + " and nothing else is read.");
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

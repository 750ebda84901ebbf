package org.plumbline.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.explain.ScenarioSentence;
import org.plumbline.core.interview.Answer;
import org.plumbline.core.interview.Certainty;
import org.plumbline.core.interview.Interview;
import org.plumbline.core.interview.Question;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.vocabulary.Vocabulary;

/// Holds an interview with whoever types: prints a question, reads a line, until nothing more can
/// change or the lines end.
final class Dialogue {

    private static final Pattern CHANGE = Pattern.compile("change ([0-9]{1,3})");
    private static final int LONGEST = 10_000;

    private final Console console;
    private final BufferedReader lines;
    private final boolean echo;
    private final Library library;
    private final Vocabulary vocabulary;
    private Interview interview;
    private boolean saidCertain;
    private boolean ended;

    /// @param echo whether to print what was read, because nobody sees it being typed
    Dialogue(
            Console console,
            BufferedReader lines,
            boolean echo,
            Library library,
            Interview interview) {
        this.console = console;
        this.lines = lines;
        this.echo = echo;
        this.library = library;
        this.vocabulary = library.vocabulary();
        this.interview = interview;
    }

    /// The interview as it stands at the end.
    Interview hold() {
        console.paragraph(
                "",
                "Answer each question; `skip` if you do not know, `n/a` if it does not apply, `?`"
                        + " for why it is asked, `back`, `change 2`, `answers`, `stop`.");
        while (!ended) {
            console.out().println();
            certain();
            Optional<Question> next = interview.next();
            if (next.isPresent()) {
                ask(next.get());
            } else {
                end();
            }
        }
        return interview;
    }

    /// Nothing more can change: the answers, once more, and the chance to change one.
    private void end() {
        checkAnswers();
        console.paragraph("", "Change an answer (`change 2`), or press Enter to go on.");
        while (!ended) {
            String line = read();
            Did did = line == null ? Did.NOTHING : command(line, Optional.empty());
            if (did == Did.MOVED) {
                return;
            }
            ended = did == Did.NOTHING;
        }
    }

    /// Whether the interview ended with every answer shown.
    boolean shown() {
        return interview.next().isEmpty();
    }

    private void certain() {
        Certainty certainty = interview.certainty();
        boolean news = certainty.says().isPresent() && (certainty.nothingLeft() || !saidCertain);
        if (news) {
            console.paragraph("", console.strong(certainty.says().get()));
            console.out().println();
        }
        saidCertain = certainty.says().isPresent();
    }

    // ── One question ────────────────────────────────────────────────────────────────────────

    private void ask(Question question) {
        pose(question, interview.given().size() + 1);
        while (!ended) {
            String line = read();
            if (line == null) {
                tellEnd();
                return;
            }
            switch (command(line, Optional.of(question))) {
                case MOVED -> {
                    return;
                }
                case STAYED -> {}
                case NOTHING -> {
                    if (answered(question, line, interview::answer)) {
                        return;
                    }
                }
            }
        }
    }

    private void tellEnd() {
        console.paragraph("", "The input ended here; this is the answer so far.");
        ended = true;
    }

    /// Takes a line as an answer; says what is wrong with it if it is none.
    private boolean answered(Question question, String line, Function<Answer, Interview> take) {
        Optional<Answer> answer = Replies.read(question, line);
        if (answer.isEmpty()) {
            console.paragraph(
                    "   ",
                    "That is no answer to this. Expected: " + Replies.expected(question) + ".");
            return false;
        }
        return tried(() -> take.apply(answer.get()));
    }

    private interface Step {
        Interview take();
    }

    /// Takes a step; says so if no possible person fits the answers.
    private boolean tried(Step step) {
        try {
            interview = step.take();
            return true;
        } catch (IllegalArgumentException _) {
            console.paragraph(
                    "",
                    "That cannot be so together with what was said before. Check the dates, answer"
                            + " otherwise, or go `back`.");
            return false;
        }
    }

    private void pose(Question question, int number) {
        console.paragraph(number + ". ", "   ", console.strong(question.text()));
        if (question.form() != Question.Form.YES_NO) {
            for (int at = 0; at < question.options().size(); at++) {
                console.paragraph(
                        "   (" + (at + 1) + ") ", "       ", question.options().get(at).label());
            }
        }
        if (question.form() == Question.Form.SEVERAL) {
            console.paragraph("   (0) ", "       ", "none of these");
        }
        if (question.form() == Question.Form.NUMBER) {
            console.paragraph("   ", "In " + String.join(" or ", question.units()) + ".");
        }
        if (question.form() == Question.Form.DATE) {
            console.paragraph("   ", "A day, month or year; or never.");
        }
        if (!question.factors().isEmpty()) {
            console.paragraph(
                    "   ", "To be weighed: " + String.join("; ", question.factors()) + ".");
        }
        if (!question.provisions().isEmpty()) {
            console.paragraph("   ", "Asked because of " + cited(question.provisions()) + ".");
        } else {
            console.paragraph("   ", question.why());
        }
    }

    /// "1.06(c) and 1.09(c) of the Code of Ethics (2021)"; each provision has its edition in front.
    private String cited(List<String> provisions) {
        SequencedMap<String, List<String>> byTitle = new LinkedHashMap<>();
        for (String provision : provisions) {
            int space = provision.indexOf(' ');
            String id = provision.substring(0, space);
            String title = library.edition(id).map(Edition::title).orElse(id);
            byTitle.computeIfAbsent(title, _ -> new ArrayList<>())
                    .add(provision.substring(space + 1));
        }
        List<String> all = new ArrayList<>();
        byTitle.forEach((title, cites) -> all.add(title + " " + String.join(", ", cites)));
        return String.join("; ", all);
    }

    private void why(Question question) {
        console.paragraph("   ", question.why());
        console.paragraph("   ", "Answer " + Replies.expected(question) + ".");
    }

    // ── Commands ────────────────────────────────────────────────────────────────────────────

    /// What a line did that is a command.
    private enum Did {
        /// It is no command.
        NOTHING,
        /// Something was printed; the question stands.
        STAYED,
        /// Something else is to be asked now.
        MOVED
    }

    private Did command(String line, Optional<Question> question) {
        String words = line.strip().toLowerCase(Locale.ROOT);
        Matcher change = CHANGE.matcher(words);
        if (change.matches()) {
            return change(Integer.parseInt(change.group(1)));
        }
        return switch (words) {
            case "?", "why" -> {
                question.ifPresent(this::why);
                yield Did.STAYED;
            }
            case "back" -> back();
            case "answers" -> {
                checkAnswers();
                yield Did.STAYED;
            }
            case "stop", "quit", "exit" -> {
                ended = true;
                yield Did.MOVED;
            }
            default -> Did.NOTHING;
        };
    }

    private Did back() {
        if (interview.given().isEmpty()) {
            console.paragraph("   ", "There is nothing to go back to yet.");
            return Did.STAYED;
        }
        interview = interview.back();
        return Did.MOVED;
    }

    private Did change(int number) {
        if (number < 1 || number > interview.given().size()) {
            console.paragraph(
                    "   ",
                    interview.given().isEmpty()
                            ? "Nothing was answered yet."
                            : "The answers are numbered 1 to %d."
                                    .formatted(interview.given().size()));
            return Did.STAYED;
        }
        Question question = interview.given().get(number - 1).question();
        pose(question, number);
        while (true) {
            String line = read();
            if (line == null) {
                tellEnd();
                return Did.MOVED;
            }
            if (answered(question, line, answer -> interview.changed(number - 1, answer))) {
                return Did.MOVED;
            }
        }
    }

    // ── Answers ─────────────────────────────────────────────────────────────────────────────

    /// What was answered, with the numbers by which to change it.
    void checkAnswers() {
        if (interview.given().isEmpty()) {
            return;
        }
        console.paragraph("", console.strong("Your answers"));
        List<Interview.Given> given = interview.given();
        for (int at = 0; at < given.size(); at++) {
            console.paragraph(
                    (at + 1) + ". ",
                    "   ",
                    given.get(at).question().text() + " " + said(given.get(at)));
        }
        console.out().println();
    }

    private String said(Interview.Given given) {
        return switch (given.answer()) {
            case Answer.Unknown _ -> "— Not known.";
            case Answer.NotApplicable _ -> "— Does not apply.";
            case Answer.Value(var known) -> {
                Question question = given.question();
                if (question.form() == Question.Form.YES_NO) {
                    yield "— "
                            + (known.equals(question.options().getFirst().known())
                                    ? "Yes."
                                    : "No.");
                }
                yield "— "
                        + vocabulary
                                .fact(question.fact())
                                .flatMap(f -> new ScenarioSentence(vocabulary).fact(f, known))
                                .map(clause -> clause + ".")
                                .orElse("Any of them.");
            }
        };
    }

    // ── Input ───────────────────────────────────────────────────────────────────────────────

    private @Nullable String read() {
        console.out().print("> ");
        console.out().flush();
        try {
            String line = lines.readLine();
            if (line != null && line.length() > LONGEST) {
                line = line.substring(0, LONGEST);
            }
            if (echo) {
                console.out().println(line == null ? "" : printable(line));
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the answers", e);
        }
    }

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private static String printable(String line) {
        String plain = CONTROL.matcher(line).replaceAll("");
        return plain.length() > 100 ? plain.substring(0, 100) + "…" : plain;
    }
}

package org.plumbline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.answer.Claims;
import org.plumbline.answer.Json;
import org.plumbline.answer.Questions;
import org.plumbline.answer.Shelf;
import org.plumbline.ask.QuestionReader;
import org.plumbline.ask.claims.CheckedSentence;
import org.plumbline.ask.claims.CheckedText;
import org.plumbline.ask.claims.ClaimChecker;
import org.plumbline.ask.claims.CodeFinding;
import org.plumbline.ask.claims.Decoded;
import org.plumbline.ask.claims.Prose;
import org.plumbline.core.decide.Decision.Ground;
import org.plumbline.core.explain.VerdictSentence;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Span;

/// `plumbline claims`: what a text says of codes and laws, held against the library.
final class ClaimsCommand extends Command {

    private static final int MOST_NAMED = 6;

    ClaimsCommand() {
        super("claims", "Check what a text says about codes and laws, sentence by sentence.");
        words("FILE", "0..*", "Plain text, Markdown or HTML; `-`, or nothing: standard input.");
        option("--on", "DATE", "The day on which the texts are looked at (default: today).");
        option("--code", "CODE", "What “the code” means: a body or an edition, as nasw.");
        flag("--drafts", "With editions that hold nothing known better than from memory.");
        flag("--json", "Print JSON.");
    }

    @Override
    public Integer call() {
        return withLibrary(open ->
                switch (Questions.reader(open)) {
                    case Loaded.Sound<QuestionReader>(var reader, _) -> check(open, reader);
                    case Loaded.Unsound<QuestionReader>(var findings) -> report(findings);
                });
    }

    private int check(Shelf.Open open, QuestionReader questions) {
        Optional<String> code = value("--code").map(c -> c.toLowerCase(Locale.ROOT));
        code.filter(c ->
                        open.library().entries().stream()
                                .noneMatch(e -> e.body().equals(c) || e.id().equals(c)))
                .ifPresent(c -> {
                    throw usage("no code `%s`; `plumbline codes` lists the texts".formatted(c));
                });
        return switch (Claims.checker(
                open,
                questions,
                on("--on").first(),
                new ClaimChecker.Options(code, given("--drafts")))) {
            case Loaded.Unsound<ClaimChecker>(var findings) -> report(findings);
            case Loaded.Sound<ClaimChecker>(var checker, var _) -> check(open, checker);
        };
    }

    private int check(Shelf.Open open, ClaimChecker checker) {
        List<Finding> findings = new ArrayList<>();
        List<Claims.Checked> all = new ArrayList<>();
        for (String name : words().isEmpty() ? List.of("-") : words()) {
            switch (read(name)) {
                case Loaded.Unsound<String>(var found) -> findings.addAll(found);
                case Loaded.Sound<String>(var source, var _) ->
                        all.add(
                                new Claims.Checked(
                                        name,
                                        checker.check(
                                                Prose.of(Prose.Kind.of(name, source), source))));
            }
        }
        if (given("--json")) {
            console()
                    .out()
                    .println(Json.document(Claims.json(open.library(), on("--on").first(), all)));
        } else {
            all.forEach(checked -> print(checked, words().size() > 1));
        }
        console().out().flush();
        boolean faulty =
                all.stream()
                        .flatMap(c -> c.text().sentences().stream())
                        .anyMatch(CheckedSentence::faulty);
        int status = report(findings);
        return faulty ? FINDINGS : status;
    }

    // ── In ──────────────────────────────────────────────────────────────────────────────────

    private static Loaded<String> read(String name) {
        if (name.equals("-")) {
            try {
                return Decoded.of(System.in.readNBytes(Decoded.LARGEST + 1), "standard input");
            } catch (IOException e) {
                return unreadable("standard input", String.valueOf(e.getMessage()));
            }
        }
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                return Loaded.unsound(
                        Finding.error(
                                "file.directory",
                                Span.of(name),
                                "`" + name + "` is a directory",
                                "a file",
                                "name the files inside it"));
            }
            try (InputStream in = Files.newInputStream(path)) {
                return Decoded.of(in.readNBytes(Decoded.LARGEST + 1), name);
            }
        } catch (NoSuchFileException _) {
            return Loaded.unsound(
                    Finding.error(
                            "file.missing",
                            Span.of(name),
                            "there is no file `" + name + "`",
                            "a file that exists",
                            "check the path"));
        } catch (IOException | InvalidPathException e) {
            return unreadable(name, String.valueOf(e.getMessage()));
        }
    }

    private static Loaded<String> unreadable(String name, String why) {
        return Loaded.unsound(
                Finding.error(
                        "file.unreadable",
                        Span.of(name),
                        "cannot be read (" + why + ")",
                        "a file that may be read",
                        "check its rights"));
    }

    // ── Out ─────────────────────────────────────────────────────────────────────────────────

    private void print(Claims.Checked checked, boolean named) {
        Console console = console();
        if (named) {
            console.paragraph("", console.strong(checked.name()));
            console.out().println();
        }
        CheckedText text = checked.text();
        text.sentences().forEach(this::print);
        if (text.sentences().isEmpty()) {
            console.paragraph("", "No sentence asserts what a code or a law says.");
        }
        if (text.leftAlone() > 0) {
            console.paragraph(
                    "",
                    many(text.leftAlone(), "sentence was", "sentences were")
                            + " left alone: no statement about a code or a law.");
        }
        if (text.unread() > 0) {
            console.paragraph(
                    "",
                    many(text.unread(), "stretch was", "stretches were")
                            + " too long to be a sentence, and not read.");
        }
        console.paragraph("", "This is what the texts say, not legal advice.");
    }

    private static String many(int number, String one, String more) {
        return "%,d %s".formatted(number, number == 1 ? one : more);
    }

    private void print(CheckedSentence sentence) {
        Console console = console();
        console.paragraph("", "      ", "%4d  “%s”".formatted(sentence.line(), sentence.text()));
        String finding = Console.loud(sentence.finding().word().replace('-', ' '));
        if (sentence.citedWrongly()) {
            finding +=
                    sentence.finding() == org.plumbline.ask.claims.ClaimFinding.SUPPORTED
                            ? " in substance, but cited wrongly"
                            : ", and cited wrongly";
        }
        String under =
                sentence.count().isPresent() || sentence.codes().isEmpty()
                        ? ""
                        : " by " + sentence.codes().getFirst().edition().title();
        console.paragraph("      ", console.strong(finding) + under);
        console.paragraph("      ", "Read as: " + sentence.readAs() + ".");
        console.paragraph("      ", sentence.why());
        if (sentence.count().isPresent()) {
            named("They do", sentence, true);
            named("They do not, or it is not certain", sentence, false);
        } else if (!sentence.codes().isEmpty()) {
            details(sentence.codes().getFirst());
        }
        console.out().println();
    }

    private void named(String head, CheckedSentence sentence, boolean supported) {
        List<String> titles =
                sentence.counted(supported).stream().map(c -> c.edition().id()).toList();
        if (!titles.isEmpty()) {
            String more =
                    titles.size() > MOST_NAMED
                            ? " and " + (titles.size() - MOST_NAMED) + " more"
                            : "";
            console()
                    .paragraph(
                            "      - ",
                            "        ",
                            head
                                    + ": "
                                    + String.join(
                                            ", ",
                                            titles.subList(0, Math.min(MOST_NAMED, titles.size())))
                                    + more
                                    + ".");
        }
    }

    private void details(CodeFinding code) {
        Console console = console();
        if (!code.conditions().isEmpty()) {
            console.paragraph(
                    "      - ",
                    "        ",
                    "Dropped: " + String.join("; ", code.conditions()) + ".");
        }
        if (!code.exceptions().isEmpty()) {
            console.paragraph(
                    "      - ",
                    "        ",
                    "Exceptions, left aside: " + String.join("; ", code.exceptions()) + ".");
        }
        code.citations().stream()
                .filter(c -> !c.right())
                .forEach(c -> console.paragraph("      - ", "        ", c.note()));
        for (Ground ground : code.provisions()) {
            console.paragraph(
                    "      - ",
                    "        ",
                    ground.home().id()
                            + " "
                            + ground.provision().id()
                            + " ("
                            + ground.provision().title()
                            + "). "
                            + VerdictSentence.verified(ground.provision().verified().word()));
        }
    }
}

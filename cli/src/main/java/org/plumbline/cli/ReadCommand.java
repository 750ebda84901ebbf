package org.plumbline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.plumbline.answer.Questions;
import org.plumbline.ask.QuestionReader;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Span;

/// `plumbline read`: questions in, slots out, one line each.
final class ReadCommand extends Command {

    ReadCommand() {
        super("read", "Read questions in plain words: JSON Lines of {id, text} to slots.");
        words("FILE", "0..1", "JSON Lines with `id` and `text`; standard input if absent.");
        option(
                "--on",
                "DATE",
                "The day that lengths of time are counted back from (default: today).");
    }

    @Override
    public Integer call() {
        return withLibrary(open ->
                switch (Questions.reader(open)) {
                    case Loaded.Sound<QuestionReader>(var reader, _) -> read(reader);
                    case Loaded.Unsound<QuestionReader>(var findings) -> report(findings);
                });
    }

    private int read(QuestionReader reader) {
        Optional<Path> file = file();
        if (file.isPresent() && Files.isDirectory(file.get())) {
            return report(
                    java.util.List.of(
                            Finding.error(
                                    "file.directory",
                                    Span.of(file.get().toString()),
                                    "`" + file.get() + "` is a directory",
                                    "a file with a question on each line",
                                    "name a file inside it")));
        }
        try (InputStream in = file.isPresent() ? Files.newInputStream(file.get()) : System.in) {
            long unread =
                    new org.plumbline.ask.ReadLines(
                                    reader,
                                    on("--on").last(),
                                    Runtime.getRuntime().availableProcessors())
                            .copy(in, console().out());
            console().out().flush();
            return unread == 0 ? ANSWERED : FINDINGS;
        } catch (NoSuchFileException e) {
            return report(
                    java.util.List.of(
                            Finding.error(
                                    "file.missing",
                                    Span.of(String.valueOf(e.getFile())),
                                    "there is no file `" + e.getFile() + "`",
                                    "a file that exists",
                                    "check the path")));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the questions", e);
        }
    }
}

package org.plumbline.server.desk;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.plumbline.answer.Asking;
import org.plumbline.answer.Deciding;
import org.plumbline.answer.Questions;
import org.plumbline.answer.Sayings;
import org.plumbline.answer.Shelf;
import org.plumbline.ask.QuestionReader;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.norm.Library;
import org.springframework.stereotype.Component;

/// The open library with its reader of words and its decider. Safe for use by many threads.
@Component
public class Desk {

    private final Shelf.Open open;
    private final QuestionReader reader;
    private final Decider decider;
    private final Sayings sayings;
    private final InstantSource clock;

    /// Opens the library of this process.
    ///
    /// @throws IllegalStateException if the library or its words have errors; the first is named
    public Desk(InstantSource clock) {
        this.clock = clock;
        this.open = sound(Shelf.here().open());
        this.reader = sound(Questions.reader(open));
        this.decider = open.decider();
        this.sayings = sound(Sayings.of(open));
    }

    private static <T> T sound(Loaded<T> loaded) {
        return switch (loaded) {
            case Loaded.Sound<T>(var value, _) -> value;
            case Loaded.Unsound<T>(var findings) ->
                    throw new IllegalStateException(
                            "the library cannot be served: %s; `plumbline check` says all"
                                    .formatted(findings.getFirst().found()));
        };
    }

    public Shelf.Open open() {
        return open;
    }

    public Library library() {
        return open.library();
    }

    public QuestionReader reader() {
        return reader;
    }

    public Decider decider() {
        return decider;
    }

    /// What may be said to a person about an answer.
    public Sayings sayings() {
        return sayings;
    }

    /// Answers questions in plain words, without drafts.
    public Asking asking() {
        return new Asking(decider, reader, false);
    }

    /// Decides scenarios under every text that binds, without drafts.
    public Deciding deciding() {
        return new Deciding(decider, java.util.List.of(), false);
    }

    /// The day of the machine.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
    }
}

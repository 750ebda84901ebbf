package org.plumbline.ask;

import java.nio.file.Path;
import java.time.LocalDate;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.YamlFile;

/// The reader with the words of the library, as the tests ask it.
final class Reader {
    static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    static final Lexicon LEXICON = lexicon();
    static final QuestionReader QUESTIONS = new QuestionReader(LEXICON);

    private Reader() {}

    static Reading read(String text) {
        return QUESTIONS.read(text, TODAY);
    }

    /// The slots in one line: profession, party, act, medium, time, place.
    static String slots(String text) {
        Slots slots = read(text).slots();
        return String.join(
                " ",
                slots.profession(),
                slots.party(),
                slots.act(),
                slots.medium(),
                slots.timeSinceEnd().orElse("-"),
                slots.jurisdictionOrCode().orElse("-"));
    }

    static Loaded<Lexicon> lexiconOf(String yaml) {
        return switch (YamlFile.parse(yaml, "words.yaml")) {
            case Loaded.Sound<Node>(Node.Mapping words, var _) -> Lexicon.from(words);
            case Loaded.Sound<Node>(var other, var _) ->
                    throw new IllegalArgumentException("a mapping, not " + other);
            case Loaded.Unsound<Node>(var findings) ->
                    throw new IllegalArgumentException(findings.toString());
        };
    }

    private static Lexicon lexicon() {
        Path words = Path.of(System.getProperty("plumbline.codes", "../codes"), "words.yaml");
        return switch (YamlFile.read(words, "codes/words.yaml")) {
            case Loaded.Sound<Node>(Node.Mapping mapping, var _) ->
                    switch (Lexicon.from(mapping)) {
                        case Loaded.Sound<Lexicon>(var lexicon, var _) -> lexicon;
                        case Loaded.Unsound<Lexicon>(var findings) ->
                                throw new IllegalStateException("words.yaml is sound: " + findings);
                    };
            case Loaded.Sound<Node>(var other, var _) ->
                    throw new IllegalStateException("words.yaml is a mapping, not " + other);
            case Loaded.Unsound<Node>(var findings) ->
                    throw new IllegalStateException("words.yaml is sound: " + findings);
        };
    }
}

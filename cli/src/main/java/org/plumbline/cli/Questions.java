package org.plumbline.cli;

import java.util.Optional;
import org.plumbline.ask.Lexicon;
import org.plumbline.ask.QuestionReader;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.Span;

/// The reader of plain words, made from the words of a library.
final class Questions {

    /// The name under which a compiled library holds the lexicon.
    static final String STORED = "lexicon";

    private Questions() {}

    /// The reader, or what is wrong with the library's words.
    static Loaded<QuestionReader> reader(Shelf.Open open) {
        Optional<Lexicon> stored = open.beside(STORED).flatMap(Lexicon::of);
        if (stored.isPresent()) {
            return Loaded.sound(new QuestionReader(stored.get()));
        }
        return switch (lexicon(open.tree(LibraryReader.WORDS))) {
            case Loaded.Sound<Lexicon>(var lexicon, var warnings) ->
                    new Loaded.Sound<>(new QuestionReader(lexicon), warnings);
            case Loaded.Unsound<Lexicon>(var findings) -> new Loaded.Unsound<>(findings);
        };
    }

    /// The lexicon that a file of words makes.
    static Loaded<Lexicon> lexicon(Optional<Node> words) {
        return words.isPresent() && words.get() instanceof Node.Mapping mapping
                ? Lexicon.from(mapping)
                : Loaded.unsound(
                        Finding.error(
                                "library.words.missing",
                                Span.of(LibraryReader.WORDS),
                                "the library has no `words.yaml`",
                                "the words that people use, at the top of the library",
                                "name a library that has them"));
    }
}

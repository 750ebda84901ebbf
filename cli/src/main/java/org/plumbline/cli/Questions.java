package org.plumbline.cli;

import java.util.List;
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

    private Questions() {}

    static Optional<QuestionReader> reader(Shelf.Open open) {
        return lexicon(open) instanceof Loaded.Sound<Lexicon>(var lexicon, _)
                ? Optional.of(new QuestionReader(lexicon))
                : Optional.empty();
    }

    static List<Finding> findings(Shelf.Open open) {
        return lexicon(open).allFindings();
    }

    private static Loaded<Lexicon> lexicon(Shelf.Open open) {
        Optional<Node> words = open.trees().apply(LibraryReader.WORDS);
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

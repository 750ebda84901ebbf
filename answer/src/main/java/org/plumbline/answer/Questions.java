package org.plumbline.answer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.ask.Lexicon;
import org.plumbline.ask.QuestionReader;
import org.plumbline.ask.WordsAgree;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.Span;
import org.plumbline.core.load.YamlFile;
import org.plumbline.core.norm.Library;

/// The reader of plain words, made from the words of a library.
public final class Questions {

    /// The name under which a compiled library holds the lexicon.
    public static final String STORED = "lexicon";

    private Questions() {}

    /// The reader, or what is wrong with the library's words.
    public static Loaded<QuestionReader> reader(Shelf.Open open) {
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

    /// What is wrong with the words of a library that has any: in themselves, and in what they name.
    ///
    /// @param prefix what stands before a path where it is shown
    public static List<Finding> findings(Path codes, String prefix, Library library) {
        Path file = codes.resolve(LibraryReader.WORDS);
        if (!Files.exists(file)) {
            return List.of();
        }
        Loaded<Node> read = YamlFile.read(file, prefix + LibraryReader.WORDS);
        List<Finding> findings = new ArrayList<>(read.allFindings());
        if (read instanceof Loaded.Sound<Node>(Node.Mapping words, _)) {
            findings.addAll(Lexicon.from(words).allFindings());
            findings.addAll(WordsAgree.findings(words, library));
        }
        return findings;
    }

    /// The lexicon that a file of words makes.
    public static Loaded<Lexicon> lexicon(Optional<Node> words) {
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

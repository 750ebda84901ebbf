package org.plumbline.ask.claims;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.ask.Lexicon;
import org.plumbline.ask.QuestionReader;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.norm.Library;

/// The library as the tests of statements see it: these texts and no others, so that what is added to
/// the library does not change what is counted here.
final class ClaimsLibrary {

    static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private static final Set<String> TEXTS =
            Set.of(
                    "aamft-2015",
                    "aba-model-rules",
                    "aca-2014",
                    "ama-2016",
                    "american-psychiatric-2013",
                    "apa-2017",
                    "aps-2007",
                    "asca-2022",
                    "bacb-2022",
                    "bacp-2018",
                    "bpc-2025",
                    "nasw-2021",
                    "nbcc-2023",
                    "psyba-2025",
                    "ukcp-2019",
                    "us-ca-bpc-729",
                    "us-fl-491-0112",
                    "us-md-10-58-03-09",
                    "us-mn-604-20",
                    "us-oh-4757-5-04",
                    "us-tx-681-38",
                    "us-wa-246-16-100");

    private static final LibraryFiles FILES = files();
    static final Library LIBRARY = only(FILES.library());
    static final Node.Mapping WORDS = tree(LibraryReader.CLAIMS);
    private static final QuestionReader QUESTIONS = questions();
    static final ClaimChecker CHECKER = checker(ClaimChecker.Options.NONE);

    /// Over every text that the library holds.
    static final ClaimChecker WHOLE =
            sound(
                    ClaimChecker.of(
                            FILES.library(), QUESTIONS, WORDS, TODAY, ClaimChecker.Options.NONE));

    private ClaimsLibrary() {}

    static ClaimChecker checker(ClaimChecker.Options options) {
        return sound(ClaimChecker.of(LIBRARY, QUESTIONS, WORDS, TODAY, options));
    }

    static ClaimChecker about(String code) {
        return checker(new ClaimChecker.Options(Optional.of(code), false));
    }

    /// The statements of a plain text.
    static List<CheckedSentence> check(String text) {
        return CHECKER.check(Prose.of(Prose.Kind.TEXT, text)).sentences();
    }

    /// The statements of a plain text, under every text that the library holds.
    static List<CheckedSentence> checkByAll(String text) {
        return WHOLE.check(Prose.of(Prose.Kind.TEXT, text)).sentences();
    }

    private static Library only(Library all) {
        return new Library(
                all.vocabulary(),
                all.constraints(),
                all.bodies(),
                all.places(),
                all.entries().stream().filter(e -> TEXTS.contains(e.id())).toList(),
                all::edition,
                "the texts of a test");
    }

    private static LibraryFiles files() {
        Path codes = Path.of(System.getProperty("plumbline.codes", "../codes"));
        return sound(LibraryReader.read(codes, "codes/"));
    }

    private static Node.Mapping tree(String file) {
        return FILES.nodes().get(file) instanceof Node.Mapping mapping
                ? mapping
                : new Node.Mapping(List.of(), org.plumbline.core.load.Span.of(file));
    }

    private static QuestionReader questions() {
        return new QuestionReader(sound(Lexicon.from(tree(LibraryReader.WORDS))));
    }

    static <T> T sound(Loaded<T> loaded) {
        return switch (loaded) {
            case Loaded.Sound<T>(var value, var _) -> value;
            case Loaded.Unsound<T>(var findings) ->
                    throw new IllegalStateException("is sound: " + findings);
        };
    }
}

package org.plumbline.answer;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plumbline.core.compare.Matrix;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Survey;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.vocabulary.Party;

/// Which texts a comparison is about, and the matrix of what they answer.
public final class Matrices {

    /// The people of the matrix of one text.
    private static final List<String> PEOPLE =
            List.of(
                    "current-client",
                    "former-client",
                    "client-partner",
                    "client-family",
                    "former-client-family",
                    "supervisee",
                    "student");

    private static final Comparator<Edition> NEWEST =
            Comparator.comparing((Edition e) -> e.inForce().fromEarliest().orElse(LocalDate.MIN));

    private Matrices() {}

    /// An edition by its id, or the edition of a body on a day; the newest where none was in force.
    public static Optional<Edition> edition(Library library, String word, LocalDate day) {
        return library.edition(word)
                .or(() ->
                        library.editionsOf(word).stream()
                                .filter(e -> e.inForce().mayCover(day))
                                .max(NEWEST))
                .or(() -> library.editionsOf(word).stream().max(NEWEST));
    }

    /// One text toward several people, or several texts toward one: a former client where nobody is
    /// named.
    ///
    /// @param acts empty: every act that a text speaks of
    /// @return empty where nobody is named and the library knows no former client
    public static Optional<Matrix> of(
            Decider decider,
            List<Edition> editions,
            List<String> acts,
            Optional<Party> party,
            LocalDate day) {
        Library library = decider.library();
        List<String> rows = acts.isEmpty() ? spokenOf(library, editions) : acts;
        if (editions.size() == 1 && party.isEmpty()) {
            List<Party> people =
                    library.vocabulary().parties().values().stream()
                            .filter(p -> PEOPLE.contains(p.id()))
                            .toList();
            return Optional.of(Matrix.ofPeople(decider, editions.getFirst(), rows, people, day));
        }
        return party.or(() ->
                        Optional.ofNullable(library.vocabulary().parties().get("former-client")))
                .map(toward -> Matrix.ofTexts(decider, editions, rows, toward, day));
    }

    private static List<String> spokenOf(Library library, List<Edition> editions) {
        List<String> spoken =
                new Survey(library).acts(editions).stream().flatMap(List::stream).toList();
        return library.vocabulary().oneOf("act").values().stream()
                .filter(spoken::contains)
                .toList();
    }
}

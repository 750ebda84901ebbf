package org.plumbline.server.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.answer.Citation;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Provision;

/// What a search finds: what a citation may mean, or the provisions in which every word stands.
///
/// @param only the one page that was meant; empty where there are several, or none
/// @param says what was looked through, and with what end
public record Found(Optional<String> only, String says, List<Hit> hits) {

    public Found {
        hits = List.copyOf(hits);
    }

    /// One provision, or a whole text.
    public record Hit(String cite, String address, String title, String says) {}

    private static final int MOST = 40;

    /// Looks for a citation, then for words.
    public static Found of(Library library, String words) {
        String wanted = words.strip();
        if (wanted.isEmpty()) {
            return new Found(Optional.empty(), "Write a citation, a title or a word.", List.of());
        }
        Optional<Found> cited = Citation.of(library, wanted).flatMap(c -> cited(library, c));
        return cited.orElseGet(() -> worded(library, wanted));
    }

    private static Optional<Found> cited(Library library, Citation citation) {
        List<Hit> hits = new ArrayList<>();
        citation.meanings()
                .forEach((edition, provisions) -> {
                    if (citation.number().isEmpty()) {
                        hits.add(text(library, edition));
                    } else {
                        provisions.forEach(p -> hits.add(provision(library, edition, p)));
                    }
                });
        if (hits.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> only =
                hits.size() == 1 ? Optional.of(hits.getFirst().address()) : Optional.empty();
        String says =
                citation.named()
                        ? "It is the beginning of "
                                + Words.count(hits.size(), "number.", "numbers.")
                        : "It names no edition. It may mean %s."
                                .formatted(Words.count(hits.size(), "of these", "of these"));
        return Optional.of(new Found(only, says, hits));
    }

    private static Found worded(Library library, String wanted) {
        List<String> words =
                Arrays.stream(wanted.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}.()]+", -1))
                        .filter(w -> !w.isEmpty())
                        .toList();
        List<Hit> hits = new ArrayList<>();
        int looked = 0;
        for (Edition edition : library.editions()) {
            for (Provision provision : edition.provisions()) {
                looked++;
                if (holds(edition, provision, words)) {
                    hits.add(provision(library, edition, provision));
                }
            }
        }
        String where =
                "among %,d provisions of %,d editions.".formatted(looked, library.entries().size());
        if (hits.isEmpty()) {
            return new Found(
                    Optional.empty(),
                    "No provision has all of these words in its number, its title or our"
                            + " paraphrase, "
                            + where
                            + " That does not mean that no text speaks of it.",
                    List.of());
        }
        String said =
                hits.size() > MOST
                        ? "%,d provisions have all of these words; these are the first %d, "
                                .formatted(hits.size(), MOST)
                        : Words.count(hits.size(), "provision has", "provisions have")
                                + " all of these words, ";
        return new Found(
                Optional.empty(), said + where, hits.subList(0, Math.min(MOST, hits.size())));
    }

    private static boolean holds(Edition edition, Provision provision, List<String> words) {
        String all =
                (edition.title()
                                + " "
                                + edition.id()
                                + " "
                                + provision.id()
                                + " "
                                + provision.title()
                                + " "
                                + provision.says())
                        .toLowerCase(Locale.ROOT);
        return !words.isEmpty() && words.stream().allMatch(all::contains);
    }

    private static Hit text(Library library, Edition edition) {
        return new Hit(
                Words.brief(library, edition),
                Address.edition(edition.id()),
                edition.title(),
                Words.inForce(edition.inForce()));
    }

    private static Hit provision(Library library, Edition edition, Provision provision) {
        return new Hit(
                Words.brief(library, edition) + ", " + provision.id(),
                Address.provision(edition.id(), provision.id()),
                provision.title(),
                provision.says());
    }
}

package org.plumbline.server.about;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Provision;
import org.plumbline.core.norm.Verified;
import org.plumbline.server.explore.Address;
import org.plumbline.server.explore.Badge;
import org.plumbline.server.explore.Words;

/// How well the library is known, counted from the library itself.
///
/// @param levels the levels, best first, with how many provisions and norms stand at each
/// @param bodies the same for each body that issued a text that is held
/// @param drafts texts that are from memory alone
/// @param excerpts how many editions are held in part
/// @param fingerprint the digest by which this state of the library is named
public record KnownView(
        List<Level> levels,
        List<Issuer> bodies,
        List<Draft> drafts,
        int editions,
        int excerpts,
        String fingerprint) {

    public KnownView {
        levels = List.copyOf(levels);
        bodies = List.copyOf(bodies);
        drafts = List.copyOf(drafts);
    }

    /// One level.
    public record Level(Badge badge, String read, String trust, int provisions, int norms) {}

    /// One body.
    ///
    /// @param cells provisions at each level, in the order of the levels
    public record Issuer(String name, int editions, int provisions, List<Cell> cells) {
        public Issuer {
            cells = List.copyOf(cells);
        }
    }

    /// How many provisions of a body stand at a level.
    public record Cell(String level, int count) {}

    /// A text from memory.
    public record Draft(String name, String address) {}

    static KnownView of(Library library) {
        List<Edition> editions = library.editions();
        List<Provision> all = editions.stream().flatMap(e -> e.provisions().stream()).toList();
        return new KnownView(
                Arrays.stream(Verified.values()).map(level -> level(level, all)).toList(),
                bodies(library),
                editions.stream()
                        .filter(Edition::draft)
                        .map(e -> new Draft(Words.brief(library, e), Address.edition(e.id())))
                        .toList(),
                editions.size(),
                (int)
                        editions.stream()
                                .filter(e -> e.encoded() == org.plumbline.core.norm.Encoded.EXCERPT)
                                .count(),
                library.fingerprint());
    }

    private static Level level(Verified level, List<Provision> all) {
        List<Provision> at = all.stream().filter(p -> p.verified() == level).toList();
        return new Level(
                Badge.of(level),
                switch (level) {
                    case TEXT ->
                            "The provision’s own wording, in full, in an official copy or in"
                                    + " somebody’s reproduction of it";
                    case TEXT_PART ->
                            "Its own wording, but cut short, degraded, or in an older edition with"
                                    + " the same provision";
                    case ABSTRACT -> "The issuing body’s own summary";
                    case SECONDARY -> "Somebody else’s description";
                    case MEMORY -> "Nothing; it is from general knowledge";
                    case ILLUSTRATIVE -> "Nothing to read: invented for this library";
                },
                switch (level) {
                    case TEXT ->
                            "The reproduction may be older than the text in force; the edition says"
                                    + " which it is";
                    case TEXT_PART -> "What was cut may hold an exception";
                    case ABSTRACT -> "Summaries leave out conditions";
                    case SECONDARY -> "It may be wrong, and some that we saw were";
                    case MEMORY -> "Check it before relying on it";
                    case ILLUSTRATIVE -> "Never about the world";
                },
                at.size(),
                norms(at));
    }

    private static int norms(List<Provision> provisions) {
        return provisions.stream().mapToInt(p -> p.allNorms().size()).sum();
    }

    private static List<Issuer> bodies(Library library) {
        List<Issuer> all = new ArrayList<>();
        library.bodies()
                .values()
                .forEach(body -> {
                    List<Edition> editions = library.editionsOf(body.id());
                    List<Provision> provisions =
                            editions.stream().flatMap(e -> e.provisions().stream()).toList();
                    if (!editions.isEmpty()) {
                        all.add(
                                new Issuer(
                                        body.name(),
                                        editions.size(),
                                        provisions.size(),
                                        Arrays.stream(Verified.values())
                                                .map(level ->
                                                        new Cell(
                                                                Badge.of(level).words(),
                                                                (int)
                                                                        provisions.stream()
                                                                                .filter(p ->
                                                                                        p.verified()
                                                                                                == level)
                                                                                .count()))
                                                .toList()));
                    }
                });
        all.sort(java.util.Comparator.comparing(Issuer::name));
        return all;
    }
}

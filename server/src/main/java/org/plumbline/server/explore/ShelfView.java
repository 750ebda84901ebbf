package org.plumbline.server.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.timeline.Row;

/// Every text of the library, by kind and by who issued it.
///
/// @param says how many there are, counted
public record ShelfView(String says, List<Kind> kinds) {

    public ShelfView {
        kinds = List.copyOf(kinds);
    }

    /// Laws, codes or house policies.
    public record Kind(String id, String name, String says, List<Issuer> issuers) {
        public Kind {
            issuers = List.copyOf(issuers);
        }
    }

    /// Who issued texts.
    public record Issuer(String name, List<Text> texts) {
        public Issuer {
            texts = List.copyOf(texts);
        }
    }

    /// One edition.
    ///
    /// @param note "superseded by NASW 2021"; "draft, from memory"; empty for a text in force
    public record Text(String title, String address, String says, String note) {}

    /// The shelf of a library.
    public static ShelfView of(Library library) {
        Map<Row.Group, Map<String, List<Edition>>> sorted = new LinkedHashMap<>();
        sorted.put(Row.Group.CODE, new LinkedHashMap<>());
        sorted.put(Row.Group.LAW, new LinkedHashMap<>());
        sorted.put(Row.Group.HOUSE, new LinkedHashMap<>());
        for (Edition edition : library.editions()) {
            sorted.getOrDefault(new Row(edition, List.of(), List.of()).group(), Map.of())
                    .computeIfAbsent(edition.body(), _ -> new ArrayList<>())
                    .add(edition);
        }
        List<Kind> kinds = new ArrayList<>();
        sorted.forEach((group, byBody) -> {
            List<Issuer> issuers = new ArrayList<>();
            byBody.forEach((body, editions) ->
                    issuers.add(
                            new Issuer(
                                    Words.body(library, body),
                                    editions.stream().map(e -> text(library, e)).toList())));
            issuers.sort(java.util.Comparator.comparing(Issuer::name));
            kinds.add(
                    new Kind(
                            group.name().toLowerCase(java.util.Locale.ROOT),
                            group.words(),
                            Words.count(
                                    byBody.values().stream().mapToInt(List::size).sum(),
                                    "edition",
                                    "editions"),
                            issuers));
        });
        return new ShelfView(
                "%s by %s: %s with %s, each with its source and how well we know it."
                        .formatted(
                                Words.count(library.entries().size(), "edition", "editions"),
                                Words.count(
                                        (int)
                                                library.entries().stream()
                                                        .map(Library.Entry::body)
                                                        .distinct()
                                                        .count(),
                                        "body",
                                        "bodies"),
                                Words.count(
                                        library.editions().stream()
                                                .mapToInt(e -> e.provisions().size())
                                                .sum(),
                                        "provision",
                                        "provisions"),
                                Words.count(
                                        library.editions().stream()
                                                .mapToInt(e -> e.norms().size())
                                                .sum(),
                                        "norm",
                                        "norms")),
                kinds);
    }

    private static Text text(Library library, Edition edition) {
        Succession line = Succession.of(library, edition);
        List<String> notes = new ArrayList<>();
        line.after().ifPresent(next -> notes.add("superseded by " + next.name()));
        if (edition.draft()) {
            notes.add("draft, from memory");
        }
        return new Text(
                edition.title(),
                Address.edition(edition.id()),
                Words.plain(edition.level())
                        + ", "
                        + Words.count(edition.provisions().size(), "provision", "provisions")
                        + ", "
                        + Words.count(edition.norms().size(), "norm", "norms"),
                Words.capital(String.join("; ", notes)));
    }
}

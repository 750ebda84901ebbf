package org.plumbline.ask.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.norm.Body;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Verified;

/// Finds the texts that a statement names.
final class TextFinder {

    private final Library library;
    private final LocalDate asOf;
    private final boolean drafts;

    /// @param drafts whether editions count that hold nothing known better than from memory
    TextFinder(Library library, LocalDate asOf, boolean drafts) {
        this.library = library;
        this.asOf = asOf;
        this.drafts = drafts;
    }

    /// The editions of a code of the lexicon, whether in force or not.
    List<Edition> ofCode(String code) {
        List<Edition> all = new ArrayList<>();
        for (Library.Entry entry : library.entries()) {
            if ((entry.body().equals(code) || entry.id().equals(code)) && counts(entry)) {
                all.add(library.edition(entry));
            }
        }
        return all;
    }

    /// The laws, board rules and standards of a place that may concern a profession.
    ///
    /// @param professions leaves; empty for any
    List<Edition> ofPlace(String place, Set<String> professions) {
        List<Edition> all = new ArrayList<>();
        for (Library.Entry entry : library.entries()) {
            Body body = library.bodies().get(entry.body());
            if (body == null || !counts(entry)) {
                continue;
            }
            boolean here =
                    body.place()
                                    .filter(p -> p.equals(place) || p.startsWith(place + "-"))
                                    .isPresent()
                            || (!place.contains("-")
                                    && body.country().equals(place)
                                    && !entry.level().startsWith("association"));
            boolean fits =
                    professions.isEmpty()
                            || body.professions().isEmpty()
                            || body.professions().stream().anyMatch(professions::contains);
            if (here && fits && mayBind(library.edition(entry).binds(), professions)) {
                all.add(library.edition(entry));
            }
        }
        return all;
    }

    /// Whether a text may bind somebody of these professions; what else it turns on is left open.
    private static boolean mayBind(Condition binds, Set<String> professions) {
        return professions.isEmpty()
                || switch (binds) {
                    case Condition.Has has ->
                            !has.fact().id().equals("profession")
                                    || has.leaves().stream().anyMatch(professions::contains);
                    case Condition.All all ->
                            all.parts().stream().allMatch(part -> mayBind(part, professions));
                    case Condition.Any any ->
                            any.parts().stream().anyMatch(part -> mayBind(part, professions));
                    default -> true;
                };
    }

    /// The codes that the vocabulary calls leading for a profession, in a country if one is named.
    List<Edition> leading(Set<String> professions, Optional<String> country) {
        Set<String> ids = new LinkedHashSet<>();
        library.vocabulary()
                .leading()
                .forEach((profession, editions) -> {
                    if (professions.contains(profession)) {
                        ids.addAll(editions);
                    }
                });
        return ids.stream()
                .flatMap(id -> library.edition(id).stream())
                .filter(e -> !invented(e))
                .filter(e -> country.isEmpty() || country.equals(country(e)))
                .toList();
    }

    private Optional<String> country(Edition edition) {
        return Optional.ofNullable(library.bodies().get(edition.body())).map(Body::country);
    }

    /// The texts of some levels that are in force, one of each body, in places if any are named.
    List<Edition> ofLevels(Set<String> levels) {
        List<Edition> all = new ArrayList<>();
        for (Library.Entry entry : library.entries()) {
            if (levels.contains(entry.level()) && counts(entry)) {
                Edition edition = library.edition(entry);
                if (edition.inForce().mayCover(asOf) && !invented(edition)) {
                    all.removeIf(e -> e.body().equals(edition.body()) && association(levels));
                    all.add(edition);
                }
            }
        }
        return all;
    }

    private static boolean association(Set<String> levels) {
        return levels.stream().allMatch(l -> l.startsWith("association"));
    }

    /// Those that were in force on the day.
    List<Edition> inForce(List<Edition> editions) {
        return editions.stream().filter(e -> e.inForce().mayCover(asOf)).toList();
    }

    /// The editions that ended before the day and bound the same people, the newest first.
    List<Edition> earlier(Edition edition) {
        List<Edition> all = new ArrayList<>();
        for (Library.Entry entry : library.entries()) {
            if (!entry.id().equals(edition.id()) && counts(entry)) {
                Edition other = library.edition(entry);
                boolean over = other.inForce().toLatest().filter(d -> d.isBefore(asOf)).isPresent();
                if (over
                        && (other.body().equals(edition.body())
                                || other.binds().equals(edition.binds()))) {
                    all.add(other);
                }
            }
        }
        all.sort((a, b) ->
                b.inForce()
                        .toLatest()
                        .orElseThrow()
                        .compareTo(a.inForce().toLatest().orElseThrow()));
        return all;
    }

    /// Whether a year is that of an edition: in its name, or the year in which it began.
    static boolean isOf(Edition edition, int year) {
        String number = String.valueOf(year);
        return edition.id().contains(number)
                || edition.title().contains(number)
                || edition.inForce().words().contains(number)
                || edition.inForce().fromLatest().filter(d -> d.getYear() == year).isPresent();
    }

    private boolean counts(Library.Entry entry) {
        return drafts || !entry.draft();
    }

    private static boolean invented(Edition edition) {
        return !edition.provisions().isEmpty()
                && edition.provisions().stream()
                        .allMatch(p -> p.verified() == Verified.ILLUSTRATIVE);
    }
}

package org.plumbline.core.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Incorporation;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.norm.Provision;
import org.plumbline.core.norm.Verified;
import org.plumbline.core.vocabulary.Party;

/// An edition with every norm that speaks in its name on one day: its own and those it borrows.
///
/// @param entries the norms, its own first
/// @param alphabet every distinction that its norms draw
record Text(Edition edition, List<Entry> entries, Alphabet alphabet) {

    /// A norm as a text states it.
    ///
    /// @param cite how answers name the provision: `1.06(c)`, or `nasw-2021 1.09(c)` if borrowed
    /// @param home the edition it was written for
    /// @param reading the reading of its provision that it belongs to
    /// @param boundBy whom the edition it was borrowed from must bind besides
    /// @param onlyActs the acts it was borrowed for
    /// @param onlyWith the people it was borrowed for: one of each list; empty if for all
    record Entry(
            Norm norm,
            Provision provision,
            String cite,
            Edition home,
            Optional<String> reading,
            Optional<Condition> boundBy,
            Optional<Set<String>> onlyActs,
            List<List<Party>> onlyWith) {

        Verified verified() {
            return provision.verified();
        }
    }

    /// What an edition says on a day.
    ///
    /// A frozen incorporation brings the edition it names; a floating one whatever edition of the
    /// body was in force on that day; one by level the texts of that level that bind the person.
    static Text of(Library library, Edition edition, LocalDate day) {
        List<Entry> entries = entries(library, edition, day);
        return new Text(edition, List.copyOf(entries), Alphabet.of(library, edition, entries));
    }

    /// The same text as if some of its norms were all that it has.
    Text only(Library library, List<Entry> some) {
        return new Text(edition, List.copyOf(some), Alphabet.of(library, edition, some));
    }

    private static List<Entry> entries(Library library, Edition edition, LocalDate day) {
        List<Entry> entries = new ArrayList<>();
        for (Route route : Route.all(library, edition, day)) {
            for (Provision provision : route.edition().provisions()) {
                provision.norms().forEach(n -> entries.add(route.entry(provision, n, NO_READING)));
                provision
                        .readings()
                        .forEach((reading, norms) ->
                                norms.forEach(n ->
                                        entries.add(
                                                route.entry(provision, n, Optional.of(reading)))));
            }
        }
        return entries;
    }

    private static final Optional<String> NO_READING = Optional.empty();

    /// One way in which the norms of an edition come to speak in the name of another: its own, or
    /// borrowed, perhaps for some acts and people only.
    private record Route(
            Edition edition,
            String prefix,
            Optional<Condition> boundBy,
            Optional<Set<String>> onlyActs,
            List<List<Party>> onlyWith) {

        /// Every way, an edition's own first. What comes in two ways is stated for both; in a way
        /// that another holds already it is not stated again.
        static List<Route> all(Library library, Edition edition, LocalDate day) {
            List<Route> all = new ArrayList<>();
            var own = new Route(edition, "", Optional.empty(), Optional.empty(), List.of());
            own.follow(library, day, new HashSet<>(), all);
            List<Route> kept = new ArrayList<>();
            for (Route route : all) {
                if (kept.stream().noneMatch(k -> k.holds(route))) {
                    kept.removeIf(route::holds);
                    kept.add(route);
                }
            }
            return kept;
        }

        private void follow(Library library, LocalDate day, Set<String> above, List<Route> all) {
            if (!above.add(edition.id())) {
                return;
            }
            all.add(this);
            for (Incorporation borrowed : edition.incorporates()) {
                boolean byLevel = borrowed.source() instanceof Incorporation.Source.OfLevel;
                for (Edition source : sources(library, borrowed.source(), day)) {
                    new Route(
                                    source,
                                    source.id() + " ",
                                    byLevel ? bound(source) : boundBy,
                                    both(onlyActs, borrowed.onlyActs()),
                                    further(onlyWith, borrowed.onlyWith()))
                            .follow(library, day, above, all);
                }
            }
            above.remove(edition.id());
        }

        /// Whoever borrows what binds somebody besides binds only whom both do.
        private Optional<Condition> bound(Edition source) {
            return Optional.of(
                    boundBy.<Condition>map(b -> new Condition.All(List.of(b, source.binds())))
                            .orElse(source.binds()));
        }

        /// Whether whatever comes in another way comes in this one too.
        private boolean holds(Route other) {
            return edition.id().equals(other.edition.id())
                    && (boundBy.isEmpty() || boundBy.equals(other.boundBy))
                    && (onlyActs.isEmpty()
                            || other.onlyActs.map(onlyActs.get()::containsAll).orElse(false))
                    && other.onlyWith.containsAll(onlyWith);
        }

        Entry entry(Provision provision, Norm norm, Optional<String> reading) {
            return new Entry(
                    norm,
                    provision,
                    prefix + provision.id(),
                    edition,
                    reading,
                    boundBy,
                    onlyActs,
                    onlyWith);
        }
    }

    /// The editions that one borrows from on a day, directly or through others, by id.
    static Set<String> borrowedOn(Library library, Edition edition, LocalDate day) {
        Set<String> ids = new LinkedHashSet<>();
        for (Incorporation borrowed : edition.incorporates()) {
            for (Edition source : sources(library, borrowed.source(), day)) {
                if (ids.add(source.id())) {
                    ids.addAll(borrowedOn(library, source, day));
                }
            }
        }
        return ids;
    }

    /// The editions that one borrows from on some day and not on every day, directly or through
    /// others.
    static List<Edition> borrowedAtTimes(Library library, Edition edition) {
        List<Edition> all = new ArrayList<>();
        borrowedAtTimes(library, edition, new HashSet<>(), all);
        return all;
    }

    private static void borrowedAtTimes(
            Library library, Edition edition, Set<String> seen, List<Edition> all) {
        for (Incorporation borrowed : edition.incorporates()) {
            boolean always = borrowed.source() instanceof Incorporation.Source.Frozen;
            for (Edition source : sources(library, borrowed.source())) {
                if (!always && !all.contains(source)) {
                    all.add(source);
                }
                if (seen.add(source.id())) {
                    borrowedAtTimes(library, source, seen, all);
                }
            }
        }
    }

    private static List<Edition> sources(
            Library library, Incorporation.Source source, LocalDate day) {
        List<Edition> all = sources(library, source);
        return source instanceof Incorporation.Source.Frozen
                ? all
                : all.stream().filter(e -> e.inForce().mayCover(day)).toList();
    }

    private static List<Edition> sources(Library library, Incorporation.Source source) {
        return switch (source) {
            case Incorporation.Source.Frozen(var id) -> library.edition(id).stream().toList();
            case Incorporation.Source.Floating(var body) -> library.editionsOf(body);
            case Incorporation.Source.OfLevel(var level) -> library.editionsAt(level);
        };
    }

    /// Whoever borrows what was borrowed for some people, for some people, borrows it for both only.
    private static List<List<Party>> further(List<List<Party>> so, List<Party> next) {
        if (next.isEmpty()) {
            return so;
        }
        List<List<Party>> all = new ArrayList<>(so);
        all.add(next);
        return List.copyOf(all);
    }

    private static Optional<Set<String>> both(
            Optional<Set<String>> left, Optional<Set<String>> right) {
        if (left.isEmpty()) {
            return right;
        }
        if (right.isEmpty()) {
            return left;
        }
        Set<String> common = new LinkedHashSet<>(left.get());
        common.retainAll(right.get());
        return Optional.of(common);
    }
}

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
        add(
                entries,
                library,
                edition,
                "",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                day,
                new HashSet<>());
        return entries;
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

    private static void add(
            List<Entry> entries,
            Library library,
            Edition edition,
            String prefix,
            Optional<Condition> boundBy,
            Optional<Set<String>> onlyActs,
            List<List<Party>> onlyWith,
            LocalDate day,
            Set<String> visited) {
        if (!visited.add(edition.id())) {
            return;
        }
        for (Provision provision : edition.provisions()) {
            String cite = prefix + provision.id();
            for (Norm norm : provision.norms()) {
                entries.add(
                        new Entry(
                                norm,
                                provision,
                                cite,
                                edition,
                                Optional.empty(),
                                boundBy,
                                onlyActs,
                                onlyWith));
            }
            provision
                    .readings()
                    .forEach((reading, norms) ->
                            norms.forEach(norm ->
                                    entries.add(
                                            new Entry(
                                                    norm,
                                                    provision,
                                                    cite,
                                                    edition,
                                                    Optional.of(reading),
                                                    boundBy,
                                                    onlyActs,
                                                    onlyWith))));
        }
        for (Incorporation borrowed : edition.incorporates()) {
            Optional<Set<String>> acts = both(onlyActs, borrowed.onlyActs());
            List<List<Party>> people = further(onlyWith, borrowed.onlyWith());
            for (Edition source : sources(library, borrowed.source(), day)) {
                boolean byLevel = borrowed.source() instanceof Incorporation.Source.OfLevel;
                add(
                        entries,
                        library,
                        source,
                        source.id() + " ",
                        byLevel ? Optional.of(source.binds()) : boundBy,
                        acts,
                        people,
                        day,
                        visited);
            }
        }
    }

    private static List<Edition> sources(
            Library library, Incorporation.Source source, LocalDate day) {
        return switch (source) {
            case Incorporation.Source.Frozen(var id) -> library.edition(id).stream().toList();
            case Incorporation.Source.Floating(var body) ->
                    library.editionsOf(body).stream()
                            .filter(e -> e.inForce().mayCover(day))
                            .toList();
            case Incorporation.Source.OfLevel(var level) ->
                    library.editionsAt(level).stream()
                            .filter(e -> e.inForce().mayCover(day))
                            .toList();
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

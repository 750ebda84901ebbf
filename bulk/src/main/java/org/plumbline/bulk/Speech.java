package org.plumbline.bulk;

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
import org.plumbline.core.vocabulary.Party;

/// Every norm that speaks in the name of an edition on a day: its own and those it borrows.
///
/// @param borrowed the editions it borrows from, by id, in the order they are met
record Speech(Edition edition, List<Entry> entries, Set<String> borrowed) {

    /// A norm as the edition states it.
    ///
    /// @param cite how answers name the provision, with its edition in front if it was borrowed
    /// @param home the edition it was written for
    /// @param interpreted whether it belongs to one reading of its provision
    /// @param boundBy whom the edition it was borrowed from must bind besides
    /// @param onlyActs the acts it was borrowed for
    /// @param onlyWith the people it was borrowed for: one of each list; empty if for all
    record Entry(
            Norm norm,
            String provision,
            String cite,
            Edition home,
            boolean interpreted,
            Optional<Condition> boundBy,
            Optional<Set<String>> onlyActs,
            List<List<Party>> onlyWith) {}

    static Speech of(Library library, Edition edition, LocalDate day) {
        var speech = new Speech(edition, new ArrayList<>(), new LinkedHashSet<>());
        speech.add(
                library,
                edition,
                "",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                day,
                new HashSet<>());
        return speech;
    }

    private void add(
            Library library,
            Edition from,
            String prefix,
            Optional<Condition> boundBy,
            Optional<Set<String>> onlyActs,
            List<List<Party>> onlyWith,
            LocalDate day,
            Set<String> visited) {
        if (!visited.add(from.id())) {
            return;
        }
        for (Provision provision : from.provisions()) {
            provision
                    .norms()
                    .forEach(n ->
                            entries.add(
                                    entry(
                                            n, provision, prefix, from, boundBy, onlyActs,
                                            onlyWith)));
            for (List<Norm> reading : provision.readings().values()) {
                for (Norm norm : reading) {
                    Entry plain = entry(norm, provision, prefix, from, boundBy, onlyActs, onlyWith);
                    entries.add(
                            new Entry(
                                    norm,
                                    plain.provision(),
                                    plain.cite(),
                                    from,
                                    true,
                                    boundBy,
                                    onlyActs,
                                    onlyWith));
                }
            }
        }
        for (Incorporation incorporation : from.incorporates()) {
            boolean byLevel = incorporation.source() instanceof Incorporation.Source.OfLevel;
            for (Edition source : sources(library, incorporation.source(), day)) {
                borrowed.add(source.id());
                add(
                        library,
                        source,
                        source.id() + " ",
                        byLevel ? Optional.of(source.binds()) : boundBy,
                        common(onlyActs, incorporation.onlyActs()),
                        further(onlyWith, incorporation.onlyWith()),
                        day,
                        visited);
            }
        }
    }

    private static Entry entry(
            Norm norm,
            Provision provision,
            String prefix,
            Edition from,
            Optional<Condition> boundBy,
            Optional<Set<String>> onlyActs,
            List<List<Party>> onlyWith) {
        return new Entry(
                norm,
                provision.id(),
                prefix + provision.id(),
                from,
                false,
                boundBy,
                onlyActs,
                onlyWith);
    }

    private static List<Edition> sources(
            Library library, Incorporation.Source source, LocalDate day) {
        List<Edition> all =
                switch (source) {
                    case Incorporation.Source.Frozen(var id) ->
                            library.edition(id).stream().toList();
                    case Incorporation.Source.Floating(var body) -> library.editionsOf(body);
                    case Incorporation.Source.OfLevel(var level) -> library.editionsAt(level);
                };
        return source instanceof Incorporation.Source.Frozen
                ? all
                : all.stream().filter(e -> e.inForce().mayCover(day)).toList();
    }

    private static List<List<Party>> further(List<List<Party>> so, List<Party> next) {
        if (next.isEmpty()) {
            return so;
        }
        List<List<Party>> all = new ArrayList<>(so);
        all.add(next);
        return List.copyOf(all);
    }

    private static Optional<Set<String>> common(
            Optional<Set<String>> left, Optional<Set<String>> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return left.isEmpty() ? right : left;
        }
        Set<String> both = new LinkedHashSet<>(left.get());
        both.retainAll(right.get());
        return Optional.of(both);
    }
}

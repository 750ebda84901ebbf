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
        List<Road> roads = new ArrayList<>();
        var own = new Road(edition, "", Optional.empty(), Optional.empty(), List.of());
        speech.follow(library, own, day, new HashSet<>(), roads);
        List<Road> kept = new ArrayList<>();
        for (Road road : roads) {
            if (kept.stream().noneMatch(k -> k.holds(road))) {
                kept.removeIf(road::holds);
                kept.add(road);
            }
        }
        kept.forEach(speech::add);
        return speech;
    }

    /// One way in which norms of an edition come to be stated here.
    private record Road(
            Edition from,
            String prefix,
            Optional<Condition> boundBy,
            Optional<Set<String>> onlyActs,
            List<List<Party>> onlyWith) {

        /// Whether whatever comes by another way comes by this one too.
        boolean holds(Road other) {
            return from.id().equals(other.from.id())
                    && (boundBy.isEmpty() || boundBy.equals(other.boundBy))
                    && (onlyActs.isEmpty()
                            || other.onlyActs.map(onlyActs.get()::containsAll).orElse(false))
                    && other.onlyWith.containsAll(onlyWith);
        }

        Entry entry(Norm norm, Provision provision, boolean interpreted) {
            return new Entry(
                    norm,
                    provision.id(),
                    prefix + provision.id(),
                    from,
                    interpreted,
                    boundBy,
                    onlyActs,
                    onlyWith);
        }
    }

    private void follow(
            Library library, Road road, LocalDate day, Set<String> above, List<Road> roads) {
        if (!above.add(road.from().id())) {
            return;
        }
        roads.add(road);
        for (Incorporation incorporation : road.from().incorporates()) {
            boolean byLevel = incorporation.source() instanceof Incorporation.Source.OfLevel;
            for (Edition source : sources(library, incorporation.source(), day)) {
                borrowed.add(source.id());
                var next =
                        new Road(
                                source,
                                source.id() + " ",
                                byLevel ? bound(road.boundBy(), source) : road.boundBy(),
                                common(road.onlyActs(), incorporation.onlyActs()),
                                further(road.onlyWith(), incorporation.onlyWith()));
                follow(library, next, day, above, roads);
            }
        }
        above.remove(road.from().id());
    }

    private static Optional<Condition> bound(Optional<Condition> so, Edition source) {
        return Optional.of(
                so.<Condition>map(b -> new Condition.All(List.of(b, source.binds())))
                        .orElse(source.binds()));
    }

    private void add(Road road) {
        for (Provision provision : road.from().provisions()) {
            provision.norms().forEach(n -> entries.add(road.entry(n, provision, false)));
            for (List<Norm> reading : provision.readings().values()) {
                reading.forEach(n -> entries.add(road.entry(n, provision, true)));
            }
        }
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

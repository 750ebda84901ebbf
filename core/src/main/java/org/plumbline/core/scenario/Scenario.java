package org.plumbline.core.scenario;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.core.vocabulary.Party;

/// One act of one practitioner toward one person, as far as it is known.
///
/// @param asOf the days on which the act may be done; one day unless its date is partial
/// @param shared what is known of the practitioner, the act and the circumstances
/// @param links what the person is to the practitioner; several when a person stands in more than
///     one link, each with its own events
/// @param assumed facts whose value was not given but taken as the ordinary one
/// @param cannotSay facts that were asked after and cannot be said; not to be asked again
public record Scenario(
        Known.Range asOf,
        Map<String, Known> shared,
        List<Link> links,
        Set<String> assumed,
        Set<String> cannotSay) {

    public Scenario {
        shared = Map.copyOf(shared);
        links = List.copyOf(links);
        assumed = Set.copyOf(assumed);
        cannotSay = Set.copyOf(cannotSay);
        if (links.isEmpty()) {
            throw new IllegalArgumentException("a scenario without a person");
        }
    }

    /// What one person is to the practitioner.
    ///
    /// @param party the word it was given by, for sentences; empty when unknown
    /// @param facts role, stage and tie, the events, and whatever else differs from link to link
    /// @param either the people of whom this is one, not known which: `facts` alone would also let
    ///     through the role of one with the stage of another. Empty where one word says it all
    public record Link(String party, Map<String, Known> facts, List<Party> either) {
        public Link {
            facts = Map.copyOf(facts);
            either = List.copyOf(either);
        }

        /// Of whom nothing is known that role, stage and tie do not say each by itself.
        public Link(String party, Map<String, Known> facts) {
            this(party, facts, List.of());
        }
    }

    /// What is known of a fact in a link.
    public Known known(int link, String fact) {
        Known own = links.get(link).facts().get(fact);
        return own != null ? own : shared.getOrDefault(fact, Known.ANYTHING);
    }

    /// Whether a fact has a value of its own in this link, or one shared by all.
    public boolean ownedBy(int link, String fact) {
        return links.get(link).facts().containsKey(fact);
    }

    /// The first day of the act, when only one is possible.
    public LocalDate day() {
        return asOf.first();
    }

    /// The same act on another day.
    public Scenario on(LocalDate day) {
        return new Scenario(Known.Range.of(day), shared, links, assumed, cannotSay);
    }

    /// The same with one fact changed, wherever it stands; it is no longer an assumption.
    public Scenario with(String fact, Known known) {
        Map<String, Known> all = new LinkedHashMap<>(shared);
        all.put(fact, known);
        Set<String> rest = new LinkedHashSet<>(assumed);
        rest.remove(fact);
        List<Link> own =
                links.stream()
                        .map(link -> {
                            if (!link.facts().containsKey(fact)) {
                                return link;
                            }
                            Map<String, Known> facts = new LinkedHashMap<>(link.facts());
                            facts.put(fact, known);
                            return new Link(link.party(), facts, link.either());
                        })
                        .toList();
        return new Scenario(asOf, all, own, rest, cannotSay);
    }
}

package org.plumbline.core.scenario;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Constraint;
import org.plumbline.core.norm.Library;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Vocabulary;

/// What may be taken for granted of what a case does not say (`rest: ordinary`).
///
/// Circumstances are ordinarily not so, and some worded facts have an ordinary value. Who the
/// practitioner is, judgements, safeguards, events and amounts never are; nor is what the
/// vocabulary names under `not-ordinary`, where that may apply.
public final class Ordinary {

    private Ordinary() {}

    /// The ordinary value of each fact that has one and is not known.
    ///
    /// @param shared what is known of the case, the act among it
    /// @param links what is known of the person
    public static Map<String, Known> of(
            Library library, Map<String, Known> shared, List<Scenario.Link> links) {
        Map<String, Known> all = new LinkedHashMap<>();
        for (Fact fact : library.vocabulary().facts().values()) {
            if (!shared.containsKey(fact.id())
                    && !Vocabulary.PRACTITIONER.contains(fact.id())
                    && mayBe(library, fact, id -> shared.getOrDefault(id, inOneOf(links, id)))) {
                value(fact).ifPresent(value -> all.put(fact.id(), value));
            }
        }
        return all;
    }

    private static boolean mayBe(Library library, Fact fact, Function<String, Known> known) {
        return library.constraints().stream()
                .noneMatch(c ->
                        c instanceof Constraint.NotOrdinary(var when, var facts)
                                && facts.contains(fact)
                                && mayHold(when, known));
    }

    /// What a fact of the person can be in one link or another.
    private static Known inOneOf(List<Scenario.Link> links, String fact) {
        Set<String> values = new LinkedHashSet<>();
        for (Scenario.Link link : links) {
            if (!(link.facts().get(fact) instanceof Known.Value(var possible))) {
                return Known.ANYTHING;
            }
            values.addAll(possible);
        }
        return values.isEmpty() ? Known.ANYTHING : new Known.Value(values);
    }

    /// The ordinary value of a fact, if it has one.
    public static Optional<Known> value(Fact fact) {
        return switch (fact) {
            case Fact.YesNo yesNo when yesNo.sort() == Fact.Sort.CIRCUMSTANCE ->
                    Optional.of(new Known.Value(Set.of("false")));
            case Fact.OneOf one -> one.ordinary().map(o -> new Known.Value(Set.of(o)));
            case Fact.SomeOf some when some.ordinarilyNone() ->
                    Optional.of(new Known.Sets(List.of(Set.of())));
            default -> Optional.empty();
        };
    }

    /// Whether a condition can be met as far as is known. What is not plainly ruled out may be so.
    public static boolean mayHold(Condition condition, Function<String, Known> known) {
        return !(condition instanceof Condition.Has(var fact, _, var leaves)
                && known.apply(fact.id()) instanceof Known.Value(var possible)
                && possible.stream().noneMatch(leaves::contains));
    }
}

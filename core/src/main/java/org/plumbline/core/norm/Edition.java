package org.plumbline.core.norm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Reckoning;

/// One edition of a text, as in force between two dates.
///
/// @param id `nasw-2021`
/// @param body who issued it
/// @param level crime, statute … model
/// @param binds whom it binds, as a condition on the practitioner
/// @param practitioner what the sentences call the person bound: "a counselor"
/// @param reckoning how it counts time, where a window does not say
/// @param draft nothing in it is known better than from memory
public record Edition(
        String id,
        String body,
        String title,
        InForce inForce,
        String level,
        Encoded encoded,
        Condition binds,
        List<Incorporation> incorporates,
        List<EditionOverride> overrides,
        String practitioner,
        Strength strength,
        Reckoning reckoning,
        boolean draft,
        List<Provision> provisions) {

    public Edition {
        incorporates = List.copyOf(incorporates);
        overrides = List.copyOf(overrides);
        provisions = List.copyOf(provisions);
    }

    /// The level of texts that bind nobody until adopted.
    public static final String MODEL = "model";

    /// The level of house policies.
    public static final String EMPLOYER_POLICY = "employer-policy";

    /// A provision by its number.
    public Optional<Provision> provision(String number) {
        return provisions.stream().filter(p -> p.id().equals(number)).findFirst();
    }

    /// Every norm of every provision, in order.
    public List<Norm> norms() {
        return provisions.stream().flatMap(p -> p.allNorms().stream()).toList();
    }

    /// The same edition under another id; its norms keep their names.
    public Edition named(String other) {
        return with(other, provisions);
    }

    /// The same edition, with the norms of one provision changed, those of its readings as well.
    ///
    /// @param provision its number; where there is none, nothing changes
    /// @param change from a list of norms to the list that stands instead
    public Edition withNorms(String provision, UnaryOperator<List<Norm>> change) {
        return with(
                id,
                provisions.stream()
                        .map(p -> p.id().equals(provision) ? withNorms(p, change) : p)
                        .toList());
    }

    private Edition with(String name, List<Provision> texts) {
        return new Edition(
                name,
                body,
                title,
                inForce,
                level,
                encoded,
                binds,
                incorporates,
                overrides,
                practitioner,
                strength,
                reckoning,
                draft,
                texts);
    }

    private static Provision withNorms(Provision of, UnaryOperator<List<Norm>> change) {
        SequencedMap<String, List<Norm>> readings = new LinkedHashMap<>();
        of.readings().forEach((reading, norms) -> readings.put(reading, change.apply(norms)));
        return new Provision(
                of.id(),
                of.title(),
                of.says(),
                of.source(),
                of.verified(),
                of.strength(),
                change.apply(of.norms()),
                readings);
    }
}

package org.plumbline.core.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.plumbline.core.decide.Survey;
import org.plumbline.core.load.KeptReading;
import org.plumbline.core.load.KeptValues;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.norm.Provision;

/// Names for what results rest on: two libraries in which an edition has the same name give the same
/// results for it.
///
/// Each holds what all editions share, and then the content of the edition and of those it may borrow
/// from: all of it, or what they say before their provisions and the provisions with a norm that can
/// matter to some acts. A norm about other acts is never in play when one of these is done. Whom a
/// norm is about does not narrow it: a text that speaks of the act toward somebody else is not silent.
/// Safe to share between threads.
public final class Basis {

    private final KeptReading reading;
    private final Survey survey;
    private final Map<String, List<Edition>> closures = new ConcurrentHashMap<>();
    private final Map<String, String> whole = new ConcurrentHashMap<>();
    private final Map<List<Object>, String> narrow = new ConcurrentHashMap<>();

    public Basis(KeptReading reading) {
        this.reading = reading;
        this.survey = new Survey(reading.files().library());
    }

    /// The name of an edition with everything in it.
    public String of(Edition edition) {
        return whole.computeIfAbsent(
                edition.id(),
                _ -> {
                    List<String> parts = new ArrayList<>();
                    for (Edition source : closure(edition)) {
                        parts.add(source.id() + " " + reading.digest(source));
                    }
                    return digest(parts);
                });
    }

    /// The name of an edition as far as it can matter to one of these acts.
    public String of(Edition edition, Set<String> acts) {
        return narrow.computeIfAbsent(
                List.of(edition.id(), acts),
                _ -> {
                    List<String> parts = new ArrayList<>();
                    for (Edition source : closure(edition)) {
                        parts.add(source.id() + " " + reading.head(source));
                        for (Provision provision : source.provisions()) {
                            if (matters(provision, acts)) {
                                parts.add(
                                        "%s %s %s"
                                                .formatted(
                                                        source.id(),
                                                        provision.id(),
                                                        reading.digest(source, provision.id())));
                            }
                        }
                    }
                    return digest(parts);
                });
    }

    private List<Edition> closure(Edition edition) {
        return closures.computeIfAbsent(
                edition.id(),
                _ -> {
                    List<Edition> all = new ArrayList<>(List.of(edition));
                    all.addAll(survey.borrowable(edition));
                    return all;
                });
    }

    private String digest(Collection<String> parts) {
        return KeptValues.digest(reading.shared() + "\n" + String.join("\n", parts));
    }

    static boolean matters(Provision provision, Set<String> acts) {
        for (Norm norm : provision.allNorms()) {
            boolean may =
                    switch (norm) {
                        case Norm.Directive d -> meet(d.acts().leaves(), acts);
                        case Norm.Definition d ->
                                d.acts().map(a -> meet(a.leaves(), acts)).orElse(true);
                        case Norm.SetAside _ -> true;
                    };
            if (may) {
                return true;
            }
        }
        return false;
    }

    private static boolean meet(Set<String> some, Set<String> others) {
        return some.stream().anyMatch(others::contains);
    }
}

package org.plumbline.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.LastDay;
import org.plumbline.core.condition.Length;
import org.plumbline.core.condition.Reckoning;
import org.plumbline.core.condition.Rounding;
import org.plumbline.core.condition.Window;
import org.plumbline.core.norm.Acts;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Encoded;
import org.plumbline.core.norm.InForce;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Modality;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.norm.NormName;
import org.plumbline.core.norm.Provision;
import org.plumbline.core.norm.Strength;
import org.plumbline.core.norm.Verified;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Party;
import org.plumbline.core.vocabulary.Vocabulary;

/// A library of as many norms as one likes, made up from the words of a real one, to see how a
/// caseload's cost grows with norms.
///
/// Texts of thirty norms that bind everybody, so that every row is decided under every norm. Each norm
/// is on one act or a family of acts, toward one or two kinds of people; half have a window, half a
/// condition, a third an exception. The same seed gives the same library.
final class InventedNorms {

    private static final int NORMS_A_TEXT = 30;

    private static final List<Length> LENGTHS =
            List.of(
                    new Length(24, 0, "2 years"),
                    new Length(60, 0, "5 years"),
                    new Length(6, 0, "6 months"),
                    new Length(0, 90, "90 days"));
    private static final List<String> EVENTS =
            List.of("service-ended", "last-professional-contact");

    private final Random random;
    private final Vocabulary words;
    private final List<String> acts;
    private final List<Party> parties;
    private final List<Fact.YesNo> facts;
    private final Reckoning reckoning = new Reckoning(LastDay.EXCLUDED, Rounding.DOWN);

    private InventedNorms(Vocabulary words, long seed) {
        this.words = words;
        this.random = new Random(seed);
        Fact.OneOf act = words.oneOf("act");
        this.acts = new ArrayList<>(new TreeSet<>(act.families().keySet()));
        acts.addAll(act.values());
        this.parties = List.copyOf(words.parties().values());
        this.facts =
                words.facts().values().stream()
                        .filter(Fact.YesNo.class::isInstance)
                        .map(Fact.YesNo.class::cast)
                        .toList();
    }

    /// A library of so many norms, under the background of another.
    static Library library(Library real, int norms, long seed) {
        var inventor = new InventedNorms(real.vocabulary(), seed);
        Map<String, Edition> editions = new TreeMap<>();
        for (int first = 0; first < norms; first += NORMS_A_TEXT) {
            Edition edition =
                    inventor.edition(
                            "text-%05d".formatted(first / NORMS_A_TEXT),
                            Math.min(NORMS_A_TEXT, norms - first));
            editions.put(edition.id(), edition);
        }
        return new Library(
                real.vocabulary(),
                real.constraints(),
                real.bodies(),
                real.places(),
                editions.values().stream()
                        .map(e ->
                                new Library.Entry(
                                        e.id(), e.body(), e.level(), e.draft(), e.id() + ".yaml"))
                        .toList(),
                entry -> Objects.requireNonNull(editions.get(entry.id())),
                "invented, " + norms + " norms");
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private Edition edition(String id, int norms) {
        List<Provision> provisions = new ArrayList<>();
        for (int number = 1; number <= norms; number++) {
            provisions.add(
                    new Provision(
                            String.valueOf(number),
                            "A provision",
                            "An invented norm.",
                            "invented",
                            Verified.ILLUSTRATIVE,
                            Optional.empty(),
                            List.of(norm(new NormName(id, "" + number, Optional.empty(), "1"))),
                            new LinkedHashMap<>()));
        }
        return new Edition(
                id,
                "body-" + id,
                "An invented text",
                InForce.always(),
                "association-code",
                Encoded.WHOLE,
                Condition.ALWAYS,
                List.of(),
                List.of(),
                "a professional",
                Strength.ENFORCEABLE,
                reckoning,
                false,
                provisions);
    }

    private Norm norm(NormName name) {
        String act = any(acts);
        return new Norm.Directive(
                name,
                any(List.of(Modality.values())),
                new Acts(List.of(act), List.of(), words.actLeaves(act)),
                List.of(),
                oneIn(2) ? List.of(any(parties)) : List.of(any(parties), any(parties)),
                Norm.Media.ANY,
                oneIn(2) ? window() : Window.ALWAYS,
                oneIn(2) ? condition() : Condition.ALWAYS,
                oneIn(3) ? condition() : Condition.NEVER,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                false,
                List.of(),
                Optional.empty(),
                "");
    }

    private Window window() {
        var event = (Fact.Event) words.fact(any(EVENTS)).orElseThrow();
        return new Window.Within(
                any(LENGTHS), new Window.Anchor(Window.Start.AFTER, List.of(event)), reckoning);
    }

    private Condition condition() {
        Condition one = holds();
        return oneIn(2) ? one : new Condition.All(List.of(one, holds()));
    }

    private Condition holds() {
        var holds = new Condition.Holds(any(facts));
        return oneIn(2) ? holds : new Condition.Not(holds);
    }

    /// How many norms a library has.
    static int norms(Library library) {
        return library.editions().stream().mapToInt(e -> Set.copyOf(e.norms()).size()).sum();
    }
}

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

/// A library with as many norms as one likes, in the words of the real vocabulary: what a larger
/// library would cost.
///
/// Thirty norms make a text. Each is on one act or a family, toward one or two parties, half of them
/// within or beyond a time after the end of the service, with up to two conditions and mostly no
/// exception. Every text binds everybody.
final class InventedNorms {

    private static final int IN_A_TEXT = 30;

    private static final List<String> ACTS =
            List.of(
                    "friendship",
                    "sexual-contact",
                    "social-media-connection",
                    "business-venture",
                    "gift-receive",
                    "barter",
                    "employment",
                    "hug");
    private static final List<String> PARTIES =
            List.of("former-client", "current-client", "client-partner", "supervisee");
    private static final List<String> FACTS =
            List.of(
                    "harm-risk",
                    "exploitation-risk",
                    "benefits-client",
                    "objectivity-impaired",
                    "documented",
                    "consulted");

    private final Library words;
    private final Random random;

    private InventedNorms(Library words, long seed) {
        this.words = words;
        this.random = new Random(seed);
    }

    /// A library of so many norms under the vocabulary of another.
    static Library of(Library words, int norms) {
        var invented = new InventedNorms(words, norms);
        Map<String, Edition> editions = new TreeMap<>();
        for (int text = 0; text * IN_A_TEXT < norms; text++) {
            Edition edition = invented.edition("text-%04d".formatted(text));
            editions.put(edition.id(), edition);
        }
        return new Library(
                words.vocabulary(),
                words.constraints(),
                words.bodies(),
                words.places(),
                editions.values().stream()
                        .map(e ->
                                new Library.Entry(
                                        e.id(), e.body(), e.level(), e.draft(), e.id() + ".yaml"))
                        .toList(),
                entry -> Objects.requireNonNull(editions.get(entry.id())),
                "invented " + norms);
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private Edition edition(String id) {
        List<Provision> provisions = new ArrayList<>();
        for (int number = 1; number <= IN_A_TEXT; number++) {
            provisions.add(
                    new Provision(
                            String.valueOf(number),
                            "A provision",
                            "An invented norm.",
                            "invented",
                            Verified.ILLUSTRATIVE,
                            Optional.empty(),
                            List.of(norm(id, number)),
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
                "a person",
                Strength.ENFORCEABLE,
                new Reckoning(LastDay.EXCLUDED, Rounding.DOWN),
                false,
                provisions);
    }

    private Norm norm(String edition, int number) {
        String act = any(ACTS);
        return new Norm.Directive(
                new NormName(edition, String.valueOf(number), Optional.empty(), "1"),
                any(List.of(Modality.FORBID, Modality.ADVISE_AGAINST, Modality.ALLOW)),
                new Acts(List.of(act), List.of(), Set.of(act)),
                List.of(),
                List.of(party(), party()),
                Norm.Media.ANY,
                window(),
                condition(random.nextInt(3)),
                random.nextInt(4) == 0 ? condition(1) : Condition.NEVER,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                false,
                List.of(),
                Optional.empty(),
                "");
    }

    private Party party() {
        return Objects.requireNonNull(words.vocabulary().parties().get(any(PARTIES)));
    }

    private Window window() {
        if (random.nextBoolean()) {
            return Window.ALWAYS;
        }
        var within =
                new Window.Within(
                        new Length(any(List.of(6, 12, 24, 60)), 0, "some months"),
                        new Window.Anchor(
                                Window.Start.AFTER, List.of((Fact.Event) fact("service-ended"))),
                        new Reckoning(LastDay.EXCLUDED, Rounding.DOWN));
        return random.nextInt(3) == 0 ? new Window.Beyond(within) : within;
    }

    private Condition condition(int facts) {
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < facts; i++) {
            var holds = new Condition.Holds((Fact.YesNo) fact(any(FACTS)));
            parts.add(random.nextBoolean() ? holds : new Condition.Not(holds));
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.All(parts);
    }

    private Fact fact(String id) {
        return words.vocabulary().fact(id).orElseThrow();
    }
}

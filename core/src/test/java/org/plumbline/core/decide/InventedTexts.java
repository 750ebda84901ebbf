package org.plumbline.core.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.plumbline.core.Codes;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Decimal;
import org.plumbline.core.condition.LastDay;
import org.plumbline.core.condition.Length;
import org.plumbline.core.condition.Reckoning;
import org.plumbline.core.condition.Rounding;
import org.plumbline.core.condition.Window;
import org.plumbline.core.norm.Acts;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.EditionOverride;
import org.plumbline.core.norm.Encoded;
import org.plumbline.core.norm.InForce;
import org.plumbline.core.norm.Incorporation;
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

/// Makes up small libraries of norms that nobody wrote, in the words of the real vocabulary.
///
/// Two texts of two bodies, a few provisions each. Everything that a norm may have turns up, and in
/// combinations that no drafter would choose: definitions in chains, set-asides, overrides in one
/// direction (an edition may prevail over norms that stand later), readings, borrowed norms, residual
/// norms, the burden.
public final class InventedTexts {

    static final List<String> ACTS =
            List.of("hug", "friendship", "gift-receive", "social-media-connection", "end-service");
    static final List<String> FAMILIES = List.of("touch", "social-tie", "gift", "second-role");
    static final List<String> YES_NO =
            List.of("client-asked", "harm-risk", "documented", "token-of-thanks", "tie-known");
    static final List<String> EVENTS =
            List.of("service-ended", "last-professional-contact", "last-session");
    static final List<String> PARTIES =
            List.of(
                    "current-client",
                    "former-client",
                    "client-partner",
                    "former-client-family",
                    "supervisee",
                    "anyone");

    private final Random random;
    private final Vocabulary words = Codes.library().vocabulary();

    private InventedTexts(Random random) {
        this.random = random;
    }

    /// A library of two texts, `one` and `two`.
    public static Library library(Random random) {
        var inventor = new InventedTexts(random);
        return of(List.of(inventor.edition("one"), inventor.edition("two")));
    }

    /// A library of these texts, under the background of the real one.
    static Library of(List<Edition> editions) {
        Map<String, Edition> byId = new TreeMap<>();
        editions.forEach(e -> byId.put(e.id(), e));
        return new Library(
                Codes.library().vocabulary(),
                Codes.library().constraints(),
                Codes.library().bodies(),
                Codes.library().places(),
                editions.stream()
                        .map(e ->
                                new Library.Entry(
                                        e.id(), e.body(), e.level(), e.draft(), e.id() + ".yaml"))
                        .toList(),
                entry -> byId.get(entry.id()),
                "invented");
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private Edition edition(String id) {
        int provisions = 1 + random.nextInt(4);
        List<Provision> all =
                IntStream.rangeClosed(1, provisions)
                        .mapToObj(n -> provision(id, n, provisions))
                        .toList();
        boolean first = id.equals("one");
        return new Edition(
                id,
                "body-" + id,
                "An invented text",
                inForce(),
                "association-code",
                Encoded.WHOLE,
                oneIn(3) ? has("membership") : Condition.ALWAYS,
                first && oneIn(4)
                        ? List.of(
                                new Incorporation(
                                        new Incorporation.Source.Frozen("two"),
                                        oneIn(2) ? Optional.of(acts().leaves()) : Optional.empty(),
                                        List.of()))
                        : List.of(),
                first && oneIn(4)
                        ? List.of(new EditionOverride("body-two", "words", "notwithstanding"))
                        : List.of(),
                "a person",
                Strength.ENFORCEABLE,
                reckoning(),
                false,
                all);
    }

    private InForce inForce() {
        if (!oneIn(4)) {
            return InForce.always();
        }
        Optional<LocalDate> day =
                Optional.of(LocalDate.of(2024, 6, 1).plusDays(random.nextInt(1200)));
        return oneIn(2)
                ? new InForce(day, day, Optional.empty(), Optional.empty(), "from a day")
                : new InForce(Optional.empty(), Optional.empty(), day, day, "to a day");
    }

    private Reckoning reckoning() {
        return new Reckoning(any(List.of(LastDay.values())), any(List.of(Rounding.values())));
    }

    private Provision provision(String edition, int number, int provisions) {
        SequencedMap<String, List<Norm>> readings = new LinkedHashMap<>();
        List<Norm> norms = new ArrayList<>();
        norms.add(norm(edition, number, "a", provisions));
        if (oneIn(5)) {
            readings.put("strict", List.of(norm(edition, number, "s", provisions)));
            readings.put(
                    "mild", oneIn(2) ? List.of() : List.of(norm(edition, number, "m", provisions)));
        } else if (oneIn(2)) {
            norms.add(norm(edition, number, "b", provisions));
        }
        return new Provision(
                String.valueOf(number),
                "A provision",
                "Something.",
                "nowhere",
                any(List.of(Verified.TEXT, Verified.SECONDARY, Verified.MEMORY)),
                Optional.empty(),
                norms,
                readings);
    }

    private Norm norm(String edition, int number, String id, int provisions) {
        var name = new NormName(edition, String.valueOf(number), Optional.empty(), id);
        return switch (random.nextInt(8)) {
            case 0 -> definition(name);
            case 1 -> setAside(name, provisions);
            default -> directive(name, number, provisions);
        };
    }

    private Norm definition(NormName name) {
        return new Norm.Definition(
                name,
                party(),
                party(),
                oneIn(3) ? Optional.of(acts()) : Optional.empty(),
                oneIn(3) ? window() : Window.ALWAYS,
                oneIn(2) ? condition(1) : Condition.ALWAYS,
                oneIn(3) ? condition(1) : Condition.NEVER,
                "");
    }

    private Norm setAside(NormName name, int provisions) {
        return new Norm.SetAside(
                name,
                String.valueOf(1 + random.nextInt(provisions)) + (oneIn(2) ? "" : " a"),
                parties(),
                oneIn(3) ? window() : Window.ALWAYS,
                oneIn(2) ? condition(1) : Condition.ALWAYS,
                oneIn(3) ? condition(1) : Condition.NEVER,
                oneIn(4),
                "words",
                "");
    }

    private Norm directive(NormName name, int number, int provisions) {
        List<String> media = oneIn(6) ? List.of("electronic") : List.of();
        return new Norm.Directive(
                name,
                any(List.of(Modality.values())),
                oneIn(6) ? residual() : acts(),
                oneIn(4) ? List.of("planning") : List.of(),
                parties(),
                new Norm.Media(
                        media,
                        media.isEmpty() ? Set.of() : words.oneOf("medium").leaves("electronic")),
                oneIn(2) ? window() : Window.ALWAYS,
                oneIn(2) ? condition(2) : Condition.ALWAYS,
                oneIn(3) ? condition(1) : Condition.NEVER,
                oneIn(4)
                        ? Optional.of(
                                new Norm.ButMay(
                                        condition(1),
                                        oneIn(2) ? List.of(yesNo("documented")) : List.of(),
                                        List.of()))
                        : Optional.empty(),
                oneIn(4) ? List.of(yesNo("documented")) : List.of(),
                oneIn(6) ? List.of(yesNo("consulted")) : List.of(),
                oneIn(6) ? List.of("culture") : List.of(),
                oneIn(3),
                number < provisions && oneIn(3)
                        ? List.of(
                                new Norm.Precedence(
                                        String.valueOf(number + 1), "words", "notwithstanding"))
                        : List.of(),
                Optional.empty(),
                "");
    }

    private Acts residual() {
        return new Acts(
                List.of(Vocabulary.ANY_ACT), List.of(), words.actLeaves(Vocabulary.ANY_ACT));
    }

    private Acts acts() {
        String word = any(oneIn(2) ? ACTS : FAMILIES);
        Set<String> leaves = new HashSet<>(words.actLeaves(word));
        if (FAMILIES.contains(word) && oneIn(3)) {
            leaves.remove("friendship");
        }
        return new Acts(List.of(word), List.of(), leaves);
    }

    private Party party() {
        Party party = words.parties().get(any(PARTIES));
        if (party == null) {
            throw new IllegalStateException("a party left the vocabulary");
        }
        return party;
    }

    private List<Party> parties() {
        return oneIn(2) ? List.of(party()) : List.of(party(), party());
    }

    private Window window() {
        Length length =
                any(
                        List.of(
                                new Length(24, 0, "2 years"),
                                new Length(6, 0, "6 months"),
                                new Length(0, 90, "90 days"),
                                new Length(60, 0, "5 years")));
        Fact.Event first = event(oneIn(8) ? "service-began" : any(EVENTS));
        Fact.Event second = event(any(EVENTS));
        Window.Anchor anchor =
                oneIn(3)
                        ? new Window.Anchor(
                                oneIn(2) ? Window.Start.LATER_OF : Window.Start.EARLIER_OF,
                                List.of(first, second))
                        : new Window.Anchor(Window.Start.AFTER, List.of(first));
        var within = new Window.Within(length, anchor, reckoning());
        return oneIn(3) ? new Window.Beyond(within) : within;
    }

    /// A clock of the earlier event runs on when that of the later one has run out: impossible, unless
    /// one of them has not happened. Only the order of events tells.
    private Condition againstTheOrder() {
        Length length = new Length(12, 0, "1 year");
        return new Condition.All(
                List.of(
                        new Condition.During(within(length, event("last-session"))),
                        new Condition.During(
                                new Window.Beyond(
                                        within(length, event("last-professional-contact"))))));
    }

    private static Window.Within within(Length length, Fact.Event event) {
        return new Window.Within(
                length,
                new Window.Anchor(Window.Start.AFTER, List.of(event)),
                new Reckoning(LastDay.EXCLUDED, Rounding.DOWN));
    }

    private Fact.Event event(String id) {
        return (Fact.Event) words.fact(id).orElseThrow();
    }

    private Fact.YesNo yesNo(String id) {
        return (Fact.YesNo) words.fact(id).orElseThrow();
    }

    private Condition has(String id) {
        var fact = (Fact.Worded) words.fact(id).orElseThrow();
        return new Condition.Has(
                fact, List.of(), Set.of(fact.values().getFirst(), fact.values().get(1)));
    }

    private Condition condition(int depth) {
        if (depth > 0 && oneIn(2)) {
            List<Condition> parts = new ArrayList<>();
            for (int part = 0; part <= random.nextInt(3); part++) {
                parts.add(condition(depth - 1));
            }
            return switch (random.nextInt(5)) {
                case 0 -> new Condition.Not(parts.getFirst());
                case 1 -> new Condition.All(parts);
                case 2 -> new Condition.Any(parts);
                case 3 -> new Condition.None(parts);
                default -> new Condition.AtLeast(random.nextInt(3), parts);
            };
        }
        return switch (random.nextInt(10)) {
            case 0 -> has("history");
            case 1 ->
                    new Condition.Has(
                            (Fact.Worded) words.fact("history").orElseThrow(), List.of(), Set.of());
            case 2 -> has("medium");
            case 3 ->
                    new Condition.AmountIs(
                            (Fact.Amount) words.fact("value").orElseThrow(),
                            any(List.of(Condition.Comparison.values())),
                            Decimal.parse(any(List.of("10", "25"))),
                            any(List.of("usd", "gbp")));
            case 4 -> oneIn(2) ? new Condition.During(window()) : againstTheOrder();
            case 5 -> new Condition.Holds(yesNo("pre-existing"));
            default -> new Condition.Holds(yesNo(any(YES_NO)));
        };
    }
}

package org.plumbline.core.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.core.Codes;
import org.plumbline.core.condition.Decimal;
import org.plumbline.core.load.VignetteFile.Vignette;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Party;

/// Partly known cases at random: the library's own with facts forgotten, learnt and moved to the
/// edge of a window, and cases of invented texts.
///
/// @param edition the text to ask
record Sample(Library library, Edition edition, Scenario scenario) {

    /// Who is bound and what is done: left alone mostly, or most samples would concern no text.
    private static final Set<String> ABOUT =
            Set.of(
                    "act",
                    "form",
                    "role",
                    "stage",
                    "tie",
                    "profession",
                    "membership",
                    "licence",
                    "jurisdiction",
                    "employer");

    private static final List<Vignette> CASES = Codes.cases();

    /// A case of the library, changed in a few facts.
    static Sample ofTheLibrary(Random random) {
        Vignette vignette = CASES.get(random.nextInt(CASES.size()));
        List<String> editions = List.copyOf(vignette.expect().keySet());
        Edition edition =
                Codes.library()
                        .edition(editions.get(random.nextInt(editions.size())))
                        .orElseThrow();
        return new Sample(Codes.library(), edition, vignette.scenario()).changed(random);
    }

    /// A case of an invented text.
    static Sample invented(Random random) {
        Library library = InventedTexts.library(random);
        Map<String, Known> shared = new HashMap<>();
        shared.put("act", new Known.Value(some(InventedTexts.ACTS, 1 + random.nextInt(2), random)));
        Known form = new Known.Value(Set.of(random.nextInt(5) == 0 ? "planning" : "doing"));
        shared.put("form", form);
        List<Scenario.Link> links = new ArrayList<>();
        for (int link = 0; link <= random.nextInt(4) / 3; link++) {
            String word = InventedTexts.PARTIES.get(random.nextInt(InventedTexts.PARTIES.size()));
            links.add(
                    new Scenario.Link(
                            "", person(library.vocabulary().parties().get(word), random)));
        }
        LocalDate day = LocalDate.of(2024, 2, 27).plusDays(random.nextInt(800));
        Sample sample =
                new Sample(
                        library,
                        library.edition(random.nextInt(3) == 0 ? "two" : "one").orElseThrow(),
                        new Scenario(Known.Range.of(day), shared, links, Set.of(), Set.of()));
        for (String fact : sample.asked()) {
            if (!ABOUT.contains(fact) && random.nextInt(5) < 2) {
                sample = sample.learning(fact, random);
            }
        }
        return sample.changed(random).happened(random);
    }

    /// The same with two ordered events that both happened, in years that overlap.
    private Sample happened(Random random) {
        if (random.nextInt(3) > 0) {
            return this;
        }
        LocalDate first = scenario.day().minusDays(200L + random.nextInt(600));
        Sample sample = this;
        for (String event : List.of("last-session", "last-professional-contact")) {
            var days = new Known.Range(first, first.plusDays(100L + random.nextInt(500)));
            sample = sample.with(sample.scenario.with(event, new Known.Days(List.of(days), false)));
        }
        return sample;
    }

    private static Map<String, Known> person(Party party, Random random) {
        Map<String, Known> facts = new HashMap<>();
        facts.put("role", new Known.Value(one(party.roles(), random)));
        facts.put("stage", new Known.Value(one(party.stages(), random)));
        facts.put("tie", new Known.Value(one(party.ties(), random)));
        for (String own : List.of("harm-risk", "tie-known")) {
            if (random.nextInt(3) == 0) {
                facts.put(own, new Known.Value(Set.of(String.valueOf(random.nextBoolean()))));
            }
        }
        return facts;
    }

    private static Set<String> one(Set<String> of, Random random) {
        List<String> ordered = List.copyOf(new TreeSet<>(of));
        return Set.of(ordered.get(random.nextInt(ordered.size())));
    }

    /// The text as it stands on the day.
    Text text() {
        return Text.of(library, edition, scenario.day());
    }

    /// Whether what is known puts the events in an impossible order.
    boolean outOfOrder() {
        try {
            EventDays.boundsFromOrder(library, scenario);
            return false;
        } catch (IllegalArgumentException _) {
            return true;
        }
    }

    /// The facts that the text asks after.
    List<String> asked() {
        return asked(text().alphabet());
    }

    private static List<String> asked(Alphabet alphabet) {
        Set<String> asked = new TreeSet<>(alphabet.sets().keySet());
        asked.addAll(alphabet.yesNo());
        asked.addAll(alphabet.cuts().keySet());
        asked.addAll(alphabet.spans().keySet());
        return List.copyOf(asked);
    }

    Sample with(Scenario other) {
        return new Sample(library, edition, other);
    }

    /// The same with a few facts forgotten, learnt, or known in part, on the day or another.
    Sample changed(Random random) {
        Sample sample = this;
        for (int change = random.nextInt(8); change > 0; change--) {
            List<String> asked = sample.asked();
            String fact = asked.get(random.nextInt(asked.size()));
            if (ABOUT.contains(fact) && random.nextInt(4) > 0) {
                continue;
            }
            sample =
                    switch (random.nextInt(5)) {
                        case 0, 1 -> sample.forgetting(random);
                        case 2 -> sample.learning(fact, random);
                        case 3 -> sample.knowingInPart(fact, random);
                        default -> sample.onAnotherDay(random);
                    };
        }
        return sample;
    }

    /// The same with a fact forgotten that is known, and, where there is one, that a norm which
    /// speaks of the act asks after.
    private Sample forgetting(Random random) {
        Set<String> known = new TreeSet<>(scenario.shared().keySet());
        scenario.links().forEach(link -> known.addAll(link.facts().keySet()));
        known.removeAll(ABOUT);
        known.retainAll(random.nextInt(4) == 0 ? asked() : askedOfTheAct());
        if (known.isEmpty()) {
            return this;
        }
        List<String> ordered = List.copyOf(known);
        return with(scenario.with(ordered.get(random.nextInt(ordered.size())), Known.ANYTHING));
    }

    private Set<String> askedOfTheAct() {
        Set<String> leaves =
                scenario.known(0, "act") instanceof Known.Value(var possible) ? possible : Set.of();
        Text whole = text();
        List<Text.Entry> about =
                whole.entries().stream()
                        .filter(e ->
                                !(e.norm() instanceof Norm.Directive directive)
                                        || directive.acts().leaves().stream()
                                                .anyMatch(leaves::contains))
                        .toList();
        return Set.copyOf(asked(Alphabet.of(library, edition, about)));
    }

    private Sample onAnotherDay(Random random) {
        return with(scenario.on(scenario.day().plusDays(random.nextInt(61) - 30L)));
    }

    /// The same with one fact known.
    Sample learning(String fact, Random random) {
        return with(scenario.with(fact, known(fact, 1, random)));
    }

    private Sample knowingInPart(String fact, Random random) {
        return with(scenario.with(fact, known(fact, 2, random)));
    }

    private Known known(String id, int values, Random random) {
        return switch (library.vocabulary().facts().get(id)) {
            case Fact.OneOf one -> new Known.Value(some(one.values(), values, random));
            case Fact.YesNo _ ->
                    values > 1
                            ? Known.ANYTHING
                            : new Known.Value(Set.of(String.valueOf(random.nextBoolean())));
            case Fact.SomeOf some -> {
                List<Set<String>> sets = new ArrayList<>();
                for (int set = 0; set < values; set++) {
                    List<String> first = some.values().subList(0, 2);
                    sets.add(
                            some(
                                    random.nextInt(3) > 0 ? first : some.values(),
                                    random.nextInt(3),
                                    random));
                }
                yield new Known.Sets(sets);
            }
            case Fact.Amount amount -> {
                List<Known.Sum> sums = new ArrayList<>();
                for (int sum = 0; sum < values; sum++) {
                    sums.add(
                            new Known.Sum(
                                    Decimal.of(random.nextInt(30)),
                                    amount.units().get(random.nextInt(amount.units().size()))));
                }
                yield new Known.Sums(sums);
            }
            case Fact.Event _ -> {
                if (random.nextInt(6) == 0) {
                    yield new Known.Days(List.of(), true);
                }
                LocalDate day = edge(id, random);
                yield new Known.Days(
                        List.of(
                                new Known.Range(
                                        day, values > 1 ? day.plusDays(random.nextInt(40)) : day)),
                        values > 1 && random.nextInt(4) == 0);
            }
            case null -> throw new IllegalStateException("`" + id + "` is not a fact");
        };
    }

    private static Set<String> some(List<String> of, int n, Random random) {
        Set<String> some = new HashSet<>();
        for (int value = 0; value < n; value++) {
            some.add(of.get(random.nextInt(of.size())));
        }
        return some;
    }

    /// A day near one from which a window would close on the day of the act.
    private LocalDate edge(String event, Random random) {
        List<Alphabet.Span> spans =
                text().alphabet().spans().getOrDefault(event, Set.of()).stream()
                        .sorted(java.util.Comparator.comparing(Object::toString))
                        .toList();
        if (spans.isEmpty() || random.nextInt(4) == 0) {
            return scenario.day().minusDays(random.nextInt(3000));
        }
        var length = spans.get(random.nextInt(spans.size())).length();
        return scenario.day()
                .minusMonths(length.months())
                .minusDays(length.days())
                .plusDays(random.nextInt(5) - 2L);
    }

    /// The same with open facts learnt until there are few completions.
    ///
    /// What may decide is mostly left open, or most samples would be settled; which facts those are
    /// is asked of the engine, which can spoil the choice of samples and not the comparison.
    ///
    /// @param rows how many at most, impossible ones counted
    Sample narrowed(int rows, Random random) {
        Sample sample = this;
        Set<String> mattering = mattering(random);
        for (int step = 0; step < 200; step++) {
            if (sample.outOfOrder()) {
                return sample;
            }
            var all = new Completions(library, sample.scenario, sample.text(), new Random(0));
            if (all.size() <= rows) {
                return sample;
            }
            List<Completions.Open> open = all.open().stream().filter(o -> !o.reading()).toList();
            if (open.isEmpty()) {
                return sample;
            }
            Completions.Open one = open.get(random.nextInt(open.size()));
            if ((ABOUT.contains(one.fact()) && random.nextInt(4) > 0)
                    || (mattering.contains(one.fact()) && random.nextInt(12) > 0)) {
                continue;
            }
            sample = sample.learningFor(one, random);
        }
        return sample;
    }

    private Set<String> mattering(Random random) {
        if (outOfOrder() || random.nextInt(5) == 0) {
            return Set.of();
        }
        try {
            Set<String> facts = new HashSet<>();
            new Decider(library)
                    .decide(scenario, List.of(edition))
                    .answers()
                    .forEach(a -> a.missing().forEach(m -> facts.add(m.fact())));
            return facts;
        } catch (IllegalArgumentException _) {
            return Set.of();
        }
    }

    private Sample learningFor(Completions.Open one, Random random) {
        Object value = one.values().get(random.nextInt(one.values().size()));
        if (!(value instanceof Known known)) {
            return learning(one.fact(), random);
        }
        if (known instanceof Known.Sums) {
            return learning(one.fact(), random);
        }
        if (one.owner() < 0 || scenario.links().size() == 1) {
            return with(scenario.with(one.fact(), known));
        }
        List<Scenario.Link> links = new ArrayList<>(scenario.links());
        Map<String, Known> facts = new LinkedHashMap<>(links.get(one.owner()).facts());
        facts.put(one.fact(), known);
        links.set(one.owner(), new Scenario.Link(links.get(one.owner()).party(), facts));
        return with(
                new Scenario(
                        scenario.asOf(),
                        scenario.shared(),
                        links,
                        scenario.assumed(),
                        scenario.cannotSay()));
    }
}

package org.plumbline.core.adequacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.plumbline.core.check.Expectations;
import org.plumbline.core.compare.Equivalence;
import org.plumbline.core.compare.Limit;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Decision.Answer;
import org.plumbline.core.decide.Decision.Lifts;
import org.plumbline.core.decide.Decision.Missing;
import org.plumbline.core.decide.Decision.Sureness;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.decide.OpenFact;
import org.plumbline.core.decide.PlainDecider;
import org.plumbline.core.decide.Survey;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.Span;
import org.plumbline.core.load.VignetteFile.Vignette;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.norm.Provision;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Vocabulary;

/// Makes cases for what the cases at hand do not show: conditions that decide nowhere, thresholds
/// nobody stands at, mutants nobody notices. What was made before and still holds is kept as it is.
///
/// The answer expected is the one the evaluator gives: such a case keeps the meaning from shifting
/// unseen, and says nothing about whether the norm is right. The headline is asked of the plain
/// evaluator too, and where the two differ there is no case.
///
/// A case is looked for where the diagram of all cases says that norm and mutant part, and then among
/// likely scenarios.
public final class CaseFill {

    /// Scenarios looked at for one goal before it is given up.
    private static final int PATIENCE = 240;

    /// Ways to settle what a case leaves open before it is given up.
    private static final int SETTLINGS = 48;

    private final Library library;
    private final Decider decider;
    private final Edition edition;
    private final CasesOfEdition cases;
    private final Showing showing;
    private final List<Goal> goals;
    private final List<Generated> made = new ArrayList<>();
    private int last;

    private CaseFill(Library library, Edition edition, CasesOfEdition cases) {
        this.library = library;
        this.decider = new Decider(library);
        this.edition = edition;
        this.cases = cases;
        this.showing = new Showing(library, cases);
        this.goals = new ArrayList<>(ConditionGoals.of(edition));
        Mutants.of(library, edition).forEach(m -> goals.add(Goal.of(m)));
    }

    /// A case made for a goal.
    ///
    /// @param edition whose norm it is about
    /// @param node the case in the form of the case files
    public record Generated(Edition edition, Node.Mapping node) {}

    /// A generated case as it stands in a file.
    public record Before(Vignette vignette, Node.Mapping node) {}

    /// All generated cases, those of before first in each edition.
    ///
    /// @param kept how many were there before
    /// @param dropped how many of before no longer hold: they come out otherwise, or what they showed of
    ///     a norm is gone
    public record Filled(List<Generated> cases, int kept, int dropped) {
        public Filled {
            cases = List.copyOf(cases);
        }

        /// How many are new.
        public int added() {
            return cases.size() - kept;
        }
    }

    /// The cases of before that still hold and those that are wanting, in the order of the files; the
    /// same library and cases always give the same.
    ///
    /// @param byHand the cases that were not generated
    /// @param before the generated cases at hand, in the order of the files
    /// @param editions which editions to look at; the cases of others stay
    public static Filled of(
            Library library,
            Collection<Vignette> byHand,
            List<Before> before,
            Predicate<Edition> editions) {
        List<Edition> looked =
                library.editions().stream().filter(e -> !e.draft() || !editions.test(e)).toList();
        List<List<Before>> kept =
                looked.parallelStream()
                        .map(e -> {
                            List<Before> own = before.stream().filter(b -> isOf(e, b)).toList();
                            return editions.test(e)
                                    ? new CaseFill(library, e, new CasesOfEdition(library, byHand))
                                            .holding(own)
                                    : own;
                        })
                        .toList();
        List<Vignette> known = new ArrayList<>(byHand);
        kept.forEach(some -> some.forEach(b -> known.add(b.vignette())));
        List<Generated> all =
                IntStream.range(0, looked.size())
                        .parallel()
                        .boxed()
                        .flatMap(i -> {
                            Edition e = looked.get(i);
                            var fill = new CaseFill(library, e, new CasesOfEdition(library, known));
                            fill.keep(kept.get(i));
                            if (editions.test(e)) {
                                fill.fill();
                            }
                            return fill.made.stream();
                        })
                        .toList();
        int held = kept.stream().mapToInt(List::size).sum();
        return new Filled(all, held, before.size() - held);
    }

    private static boolean isOf(Edition edition, Before before) {
        return before.vignette().expect().firstEntry().getKey().equals(edition.id());
    }

    // ── What is there ───────────────────────────────────────────────────────────────────────

    /// Those that come out and still show what they were made for.
    private List<Before> holding(List<Before> before) {
        var expectations = new Expectations(decider);
        return before.stream()
                .filter(b -> expectations.findings(b.vignette()).isEmpty())
                .filter(b ->
                        goals.stream()
                                .anyMatch(g ->
                                        title(g).equals(b.vignette().title())
                                                && showing.shows(b.vignette(), g)))
                .filter(b -> plainlySo(b.vignette().scenario()))
                .toList();
    }

    private void keep(List<Before> kept) {
        for (Before one : kept) {
            made.add(new Generated(edition, one.node()));
            String id = one.vignette().id();
            String number = id.substring(id.lastIndexOf('-') + 1);
            if (number.matches("[0-9]{1,6}")) {
                last = Math.max(last, Integer.parseInt(number));
            }
        }
    }

    private boolean plainlySo(Scenario scenario) {
        return plainlySo(scenario, decider.decide(scenario, List.of(edition)).answers().getFirst());
    }

    // ── What is wanting ─────────────────────────────────────────────────────────────────────

    private void fill() {
        for (Norm norm : edition.norms()) {
            for (Goal goal : goals) {
                if (goal.norm().equals(norm.name()) && showing.by(goal).isEmpty()) {
                    search(norm, goal);
                }
            }
        }
    }

    private void search(Norm norm, Goal goal) {
        List<Scenario> bases = bases(norm);
        for (Mutant mutant : goal.narrowed()) {
            Optional<ScenarioSketch> telling =
                    new Equivalence(new Survey(library), Limit.AMPLE)
                            .telling(edition, mutant.edition(), mutant.norm())
                            .flatMap(w -> ScenarioSketch.of(w.scenario(), library.vocabulary()));
            if (telling.isPresent()
                    && onSureDays(telling.get(), bases)
                            .anyMatch(s -> new Settling(goal).shown(s))) {
                return;
            }
        }
        for (Scenario base : bases) {
            var candidates = new Candidates(library, edition, norm, base);
            Set<Node> seen = new LinkedHashSet<>();
            var tries = candidates.toTellApartFrom(goal.mutants()).limit(PATIENCE).iterator();
            while (tries.hasNext()) {
                ScenarioSketch sketch = tries.next();
                if (seen.add(sketch.node()) && shown(goal, sketch)) {
                    return;
                }
            }
        }
    }

    /// The same on a day on which the edition is in force for certain, the days of all cases moved alike.
    private Stream<ScenarioSketch> onSureDays(ScenarioSketch sketch, List<Scenario> bases) {
        if (edition.inForce().surelyCovers(sketch.day())) {
            return Stream.of(sketch);
        }
        return Stream.of(
                        bases.stream().map(Scenario::day),
                        edition.inForce().toEarliest().stream(),
                        edition.inForce().fromLatest().stream())
                .flatMap(days -> days)
                .filter(edition.inForce()::surelyCovers)
                .distinct()
                .map(sketch::movedTo);
    }

    /// Settles one by one the facts on which the answer to a case still turns, and those that the plain
    /// evaluator asks after, until it shows the goal.
    private final class Settling {
        private final Goal goal;
        private int left = SETTLINGS;

        Settling(Goal goal) {
            this.goal = goal;
        }

        boolean shown(ScenarioSketch sketch) {
            if (left-- <= 0) {
                return false;
            }
            Optional<Scenario> scenario = sketch.read(library);
            Optional<Answer> answer = scenario.flatMap(CaseFill.this::answer);
            if (scenario.isEmpty() || answer.isEmpty()) {
                return false;
            }
            Optional<String> open =
                    answer.get().missing().stream()
                            .map(Missing::fact)
                            .findFirst()
                            .or(() -> askedPlainly(scenario.get()));
            if (open.isEmpty()) {
                return CaseFill.this.shown(goal, sketch)
                        || onTheDay(sketch, scenario.get())
                                .anyMatch(s -> CaseFill.this.shown(goal, s));
            }
            String fact = open.get();
            if (ScenarioSketch.PERSON.contains(fact) && !sketch.act().containsKey("party")) {
                return people(sketch).anyMatch(p -> shown(sketch.with("party", p)));
            }
            return values(fact, sketch).stream().anyMatch(v -> shown(sketch.with(fact, v)));
        }

        /// The same with a clock started so that the act falls on the day that is to be met.
        private Stream<ScenarioSketch> onTheDay(ScenarioSketch sketch, Scenario scenario) {
            return goal.met().filter(day -> !day.on(scenario)).stream()
                    .flatMap(day ->
                            day.beginnings(scenario.day()).stream()
                                    .map(began -> ScenarioSketch.bare(began.toString()))
                                    .flatMap(began ->
                                            day.window().anchor().events().stream()
                                                    .map(e -> sketch.with(e.id(), began))));
        }

        private Optional<String> askedPlainly(Scenario scenario) {
            try {
                PlainDecider.headline(library, edition, scenario, readings().getFirst());
                return Optional.empty();
            } catch (OpenFact asked) {
                return Optional.of(asked.fact());
            }
        }

        /// The people toward whom the cases at hand tell of such an act, the commonest first; then everybody.
        private Stream<Node> people(ScenarioSketch sketch) {
            Map<String, Integer> often = new TreeMap<>();
            for (Vignette known : cases.all()) {
                if (known.scenario().known(0, "act") instanceof Known.Value(var acts)
                        && sketch.act().get("act") instanceof Node.Scalar act
                        && acts.contains(act.text())) {
                    often.merge(known.scenario().links().getFirst().party(), 1, Integer::sum);
                }
            }
            List<String> people = new ArrayList<>(often.keySet());
            people.sort(Comparator.comparingInt(p -> -often.getOrDefault(p, 0)));
            return Stream.concat(people.stream(), library.vocabulary().parties().keySet().stream())
                    .filter(p -> !p.isEmpty() && !p.equals(Vocabulary.ANYONE))
                    .distinct()
                    .map(ScenarioSketch::word);
        }

        private List<Node> values(String fact, ScenarioSketch sketch) {
            return switch (library.vocabulary().facts().get(fact)) {
                case Fact.YesNo _ ->
                        List.of(ScenarioSketch.bare("false"), ScenarioSketch.bare("true"));
                case Fact.OneOf one -> one.values().stream().map(ScenarioSketch::word).toList();
                case Fact.SomeOf some ->
                        Stream.concat(
                                        Stream.of(List.<String>of()),
                                        some.values().stream().map(List::of))
                                .map(ScenarioSketch::words)
                                .toList();
                case Fact.Event _ -> sketch.days();
                case Fact.Amount _ -> List.of();
                case null -> List.of();
            };
        }
    }

    /// Cases to borrow practitioner and day from.
    private List<Scenario> bases(Norm norm) {
        List<Scenario> bases = new ArrayList<>();
        Set<Object> practitioners = new LinkedHashSet<>();
        List<Vignette> known = new ArrayList<>();
        cases.expecting(edition).stream()
                .filter(v -> names(v, norm.name().provision()))
                .forEach(known::add);
        known.addAll(cases.expecting(edition));
        for (Vignette vignette : known) {
            Scenario scenario = vignette.scenario();
            boolean oneDay = scenario.asOf().first().equals(scenario.asOf().last());
            List<Object> who = new ArrayList<>();
            Vocabulary.PRACTITIONER.forEach(id -> who.add(scenario.known(0, id)));
            if (oneDay && !practitioners.contains(who) && binds(scenario)) {
                practitioners.add(who);
                bases.add(scenario);
            }
            if (bases.size() == 2) {
                break;
            }
        }
        return bases;
    }

    private boolean names(Vignette vignette, String provision) {
        Node.Mapping expected = vignette.expect().get(edition.id());
        return expected != null
                && expected.get("provisions").map(n -> n.flow().contains(provision)).orElse(false);
    }

    private boolean binds(Scenario scenario) {
        try {
            Answer answer = decider.decide(scenario, List.of(edition)).answers().getFirst();
            return answer.binds() == Sureness.YES && answer.inForce() != Sureness.NO;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    // ── One scenario tried ──────────────────────────────────────────────────────────────────

    private boolean shown(Goal goal, ScenarioSketch sketch) {
        Optional<Scenario> scenario = sketch.read(library);
        if (scenario.isEmpty() || !goal.fits().test(scenario.get())) {
            return false;
        }
        Optional<Answer> answer = answer(scenario.get());
        if (answer.isEmpty()
                || !answer.get().missing().isEmpty()
                || (answer.get().headlines().size() > 1 && answer.get().readings().isEmpty())) {
            return false;
        }
        for (boolean weighing : List.of(false, true)) {
            Vignette vignette = vignette(goal, scenario.get(), expected(answer.get(), weighing));
            if (showing.shows(vignette, goal)) {
                if (!plainlySo(scenario.get(), answer.get())) {
                    return false;
                }
                last++;
                cases.add(vignette);
                made.add(new Generated(edition, node(vignette, sketch)));
                return true;
            }
        }
        return false;
    }

    /// What the edition answers, if it binds and is in force for certain.
    private Optional<Answer> answer(Scenario scenario) {
        try {
            return Optional.of(decider.decide(scenario, List.of(edition)).answers().getFirst())
                    .filter(a -> a.binds() == Sureness.YES && a.inForce() == Sureness.YES);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Vignette vignette(Goal goal, Scenario scenario, Node.Mapping expected) {
        return new Vignette(
                "generated-%s-%03d".formatted(edition.id(), last + 1),
                title(goal),
                scenario,
                new LinkedHashMap<>(Map.of(edition.id(), expected)),
                Optional.empty(),
                because(goal),
                Span.of("generated"));
    }

    /// Whether the plain evaluator, which shares nothing with the diagrams, says so too, under
    /// every reading.
    private boolean plainlySo(Scenario scenario, Answer answer) {
        Set<Headline> plain = new LinkedHashSet<>();
        for (Map<String, String> reading : readings()) {
            try {
                plain.add(PlainDecider.headline(library, edition, scenario, reading));
            } catch (IllegalArgumentException | IllegalStateException e) {
                return false;
            }
        }
        return plain.equals(Set.copyOf(answer.headlines()));
    }

    /// Every way of reading the points that the text leaves open, those of its provisions and of counting.
    private List<Map<String, String>> readings() {
        Map<String, List<String>> open = new LinkedHashMap<>();
        open.put("last-day", List.of("included", "excluded"));
        open.put("rounding", List.of("down", "up"));
        for (Provision provision : edition.provisions()) {
            if (!provision.readings().isEmpty()) {
                open.put(provision.id(), List.copyOf(provision.readings().keySet()));
            }
        }
        List<Map<String, String>> all = List.of(Map.of());
        for (var point : open.entrySet()) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> known : all) {
                for (String reading : point.getValue()) {
                    Map<String, String> more = new LinkedHashMap<>(known);
                    more.put(point.getKey(), reading);
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }

    private static String title(Goal goal) {
        return "Generated, %s: %s".formatted(goal.norm(), goal.says());
    }

    private static String because(Goal goal) {
        return "Nobody derived this by hand, the answer is the evaluator's own. Shown of %s: %s."
                .formatted(goal.norm(), goal.says());
    }

    private static Node.Mapping node(Vignette vignette, ScenarioSketch sketch) {
        Map<String, Node> node = new LinkedHashMap<>();
        node.put("id", ScenarioSketch.bare(vignette.id()));
        node.put("title", ScenarioSketch.word(vignette.title()));
        node.put("scenario", sketch.node());
        Map<String, Node> expect = new LinkedHashMap<>();
        vignette.expect().forEach(expect::put);
        node.put("expect", ScenarioSketch.mapping(expect));
        node.put("because", ScenarioSketch.word(vignette.because()));
        return ScenarioSketch.mapping(node);
    }

    /// @param weighing whether to state what is to be weighed, and if it is nothing
    private static Node.Mapping expected(Answer answer, boolean weighing) {
        Map<String, Node> all = new LinkedHashMap<>();
        List<String> headlines = answer.headlines().stream().map(Headline::id).toList();
        all.put(
                "headline",
                headlines.size() == 1
                        ? ScenarioSketch.word(headlines.getFirst())
                        : ScenarioSketch.words(headlines));
        list(all, "provisions", answer.provisions().stream().map(g -> g.cite()));
        list(all, "readings", answer.readings().stream());
        list(all, "duties", answer.duties().stream().map(d -> d.id()));
        answer.lifts().ifPresent(l -> all.put("lifts", lifts(l)));
        all.put("verified", ScenarioSketch.word(answer.verified()));
        if (weighing) {
            all.put(
                    "weighing",
                    ScenarioSketch.words(
                            answer.weighing().stream().map(w -> w.factor()).sorted().toList()));
        }
        return ScenarioSketch.mapping(all);
    }

    private static void list(Map<String, Node> all, String key, Stream<String> words) {
        List<String> sorted = words.distinct().sorted().toList();
        if (!sorted.isEmpty()) {
            all.put(key, ScenarioSketch.words(sorted));
        }
    }

    private static Node lifts(Lifts lifts) {
        return switch (lifts) {
            case Lifts.Never _ -> ScenarioSketch.word("never");
            case Lifts.On(var earliest, var latest) -> {
                if (latest.isPresent() && latest.get().equals(earliest)) {
                    yield ScenarioSketch.bare(earliest.toString());
                }
                Map<String, Node> days = new LinkedHashMap<>();
                days.put("earliest", ScenarioSketch.bare(earliest.toString()));
                days.put(
                        "latest",
                        ScenarioSketch.bare(latest.map(Object::toString).orElse("unknown")));
                yield ScenarioSketch.mapping(days);
            }
        };
    }
}

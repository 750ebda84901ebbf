package org.plumbline.core.adequacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.plumbline.core.compare.Equivalence;
import org.plumbline.core.compare.Limit;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Decision.Answer;
import org.plumbline.core.decide.Decision.Lifts;
import org.plumbline.core.decide.Decision.Sureness;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.decide.PlainDecider;
import org.plumbline.core.decide.Survey;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.Span;
import org.plumbline.core.load.VignetteFile.Vignette;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.norm.Provision;
import org.plumbline.core.scenario.Scenario;

/// Makes cases for what the cases at hand do not show: conditions that decide nowhere, thresholds
/// nobody stands at, mutants nobody notices.
///
/// The answer expected is the one the evaluator gives: such a case keeps the meaning from shifting
/// unseen, and says nothing about whether the norm is right. The headline is asked of the plain
/// evaluator too, and where the two differ there is no case.
public final class CaseFill {

    /// Scenarios looked at for one goal before it is given up.
    private static final int PATIENCE = 240;

    private final Library library;
    private final Decider decider;
    private final Edition edition;
    private final CasesOfEdition cases;
    private final Showing showing;
    private final List<Generated> made = new ArrayList<>();

    private CaseFill(Library library, Edition edition, CasesOfEdition cases) {
        this.library = library;
        this.decider = new Decider(library);
        this.edition = edition;
        this.cases = cases;
        this.showing = new Showing(library, cases);
    }

    /// A case made for a goal.
    ///
    /// @param edition whose norm it is about
    /// @param node the case in the form of the case files
    public record Generated(Edition edition, Goal goal, Node.Mapping node) {}

    /// The cases that are wanting, in the order of the files; the same library and cases always
    /// give the same.
    ///
    /// @param vignettes the cases at hand, none of them generated
    public static List<Generated> of(
            Library library, Collection<Vignette> vignettes, Predicate<Edition> editions) {
        List<Edition> looked =
                library.editions().stream().filter(e -> !e.draft() && editions.test(e)).toList();
        return looked.parallelStream()
                .flatMap(e -> {
                    var fill = new CaseFill(library, e, new CasesOfEdition(library, vignettes));
                    fill.fill();
                    return fill.made.stream();
                })
                .toList();
    }

    private void fill() {
        List<Goal> goals = new ArrayList<>(ConditionGoals.of(edition));
        Mutants.of(library, edition).forEach(m -> goals.add(Goal.of(m)));
        for (Norm norm : edition.norms()) {
            for (Goal goal : goals) {
                if (goal.norm().equals(norm.name()) && showing.by(goal).isEmpty()) {
                    search(norm, goal);
                }
            }
        }
    }

    private void search(Norm norm, Goal goal) {
        for (Scenario base : bases(norm)) {
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
        for (Mutant mutant : goal.mutants()) {
            Optional<ScenarioSketch> telling =
                    new Equivalence(new Survey(library), Limit.AMPLE)
                            .telling(edition, mutant.edition(), mutant.norm())
                            .flatMap(w -> ScenarioSketch.of(w.scenario()));
            if (telling.isPresent() && shown(goal, telling.get())) {
                return;
            }
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
            org.plumbline.core.vocabulary.Vocabulary.PRACTITIONER.forEach(
                    id -> who.add(scenario.known(0, id)));
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
        Answer answer;
        try {
            answer = decider.decide(scenario.get(), List.of(edition)).answers().getFirst();
        } catch (IllegalArgumentException e) {
            return false;
        }
        if (answer.binds() != Sureness.YES
                || answer.inForce() != Sureness.YES
                || !answer.missing().isEmpty()
                || (answer.headlines().size() > 1 && answer.readings().isEmpty())) {
            return false;
        }
        Node.Mapping expected = expected(answer);
        var vignette =
                new Vignette(
                        "generated-%s-%03d".formatted(edition.id(), made.size() + 1),
                        title(goal),
                        scenario.get(),
                        new LinkedHashMap<>(Map.of(edition.id(), expected)),
                        Optional.empty(),
                        because(goal),
                        Span.of("generated"));
        if (!showing.shows(vignette, goal) || !plainlySo(scenario.get(), answer)) {
            return false;
        }
        cases.add(vignette);
        made.add(new Generated(edition, goal, node(vignette, sketch)));
        return true;
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

    private static Node.Mapping expected(Answer answer) {
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

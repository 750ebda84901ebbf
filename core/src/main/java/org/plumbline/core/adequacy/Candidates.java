package org.plumbline.core.adequacy;

import static org.plumbline.core.adequacy.ScenarioSketch.bare;
import static org.plumbline.core.adequacy.ScenarioSketch.mapping;
import static org.plumbline.core.adequacy.ScenarioSketch.word;
import static org.plumbline.core.adequacy.ScenarioSketch.words;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Decimal;
import org.plumbline.core.condition.Rounding;
import org.plumbline.core.condition.Window;
import org.plumbline.core.load.Node;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Party;
import org.plumbline.core.vocabulary.Vocabulary;

/// Scenarios that might show something of a norm, the likeliest first; always the same ones.
///
/// Each takes the practitioner and the day from a case somebody wrote, one of the people and one of
/// the acts of the norm, settles the norm's conditions one way or the other, and then everything
/// else that the edition asks about such an act.
final class Candidates {

    private static final int MOST_VECTORS = 24;
    private static final int STYLES = 4;
    private static final List<String> PLACED = List.of("role", "stage", "tie", "act");

    private final Library library;
    private final Edition edition;
    private final Norm norm;
    private final Scenario base;
    private final Vocabulary vocabulary;
    private final List<Condition> atoms;

    /// For one norm of an edition.
    ///
    /// @param base a case of a practitioner whom the edition binds, on a day on which it is in force
    Candidates(Library library, Edition edition, Norm norm, Scenario base) {
        this.library = library;
        this.edition = edition;
        this.norm = norm;
        this.base = base;
        this.vocabulary = library.vocabulary();
        this.atoms = atoms(norm);
    }

    private static List<Condition> atoms(Norm norm) {
        Set<Condition> all = new LinkedHashSet<>();
        if (!(norm.window() instanceof Window.Always)) {
            all.add(new Condition.During(norm.window()));
        }
        all.addAll(Atoms.of(norm.when()));
        all.addAll(Atoms.of(norm.unless()));
        NormParts.butMay(norm).ifPresent(may -> all.addAll(Atoms.of(may.when())));
        return List.copyOf(all);
    }

    /// Where somebody stands: role, stage, tie.
    private record Point(String role, String stage, String tie) {
        boolean in(Collection<Party> people) {
            return people.stream()
                    .anyMatch(p ->
                            p.roles().contains(role)
                                    && p.stages().contains(stage)
                                    && p.ties().contains(tie));
        }
    }

    /// Those on which the norm and some mutant may part.
    ///
    /// @param mutants what is to be told apart from the norm
    /// @return scenarios that can be read
    Stream<ScenarioSketch> toTellApartFrom(List<Mutant> mutants) {
        List<Point> points = points(mutants);
        List<String> acts = acts();
        List<boolean[]> vectors = vectors(mutants);
        boolean timed = atoms.stream().anyMatch(this::graded);
        return Stream.iterate(0, round -> round < 3, round -> round + 1)
                .flatMap(round ->
                        points.stream()
                                .flatMap(point ->
                                        acts.stream()
                                                .flatMap(act ->
                                                        Stream.iterate(
                                                                        0,
                                                                        s ->
                                                                                s
                                                                                        < (timed
                                                                                                ? STYLES
                                                                                                : 1),
                                                                        s -> s + 1)
                                                                .flatMap(style ->
                                                                        vectors.stream()
                                                                                .map(v ->
                                                                                        sketch(
                                                                                                point,
                                                                                                act,
                                                                                                v,
                                                                                                style,
                                                                                                round))))));
    }

    private boolean graded(Condition atom) {
        return atom instanceof Condition.During || atom instanceof Condition.AmountIs;
    }

    // ── People and acts ─────────────────────────────────────────────────────────────────────

    private List<Point> points(List<Mutant> mutants) {
        List<Party> own = people(norm);
        List<Point> apart = new ArrayList<>();
        List<Point> shared = new ArrayList<>();
        List<Point> all = new ArrayList<>();
        for (Party party : vocabulary.parties().values()) {
            if (!party.id().equals(Vocabulary.ANYONE)) {
                for (String role : vocabulary.oneOf("role").values()) {
                    for (String stage : vocabulary.oneOf("stage").values()) {
                        for (String tie : vocabulary.oneOf("tie").values()) {
                            var point = new Point(role, stage, tie);
                            if (point.in(List.of(party)) && !all.contains(point)) {
                                all.add(point);
                            }
                        }
                    }
                }
            }
        }
        for (Point point : all) {
            boolean differs =
                    mutants.stream().anyMatch(m -> point.in(people(m.mutated())) != point.in(own));
            if (differs) {
                apart.add(point);
            } else if (point.in(own)) {
                shared.add(point);
            }
        }
        List<Point> chosen = apart.isEmpty() ? shared : apart;
        return chosen.stream().limit(apart.isEmpty() ? 3 : 6).toList();
    }

    /// Whom a norm speaks of; for a set-aside toward anybody, whom the norms of its edition do.
    private List<Party> people(Norm of) {
        List<Party> people = NormParts.people(of);
        if (!people.isEmpty()) {
            return people;
        }
        List<Party> all = new ArrayList<>();
        neighbours().forEach(n -> all.addAll(n.with()));
        return all;
    }

    private List<String> acts() {
        Set<String> own =
                switch (norm) {
                    case Norm.Directive d -> d.acts().residual() ? Set.of() : d.acts().leaves();
                    case Norm.Definition d -> d.acts().map(a -> a.leaves()).orElse(Set.of());
                    case Norm.SetAside _ -> Set.of();
                };
        if (!own.isEmpty()) {
            return vocabulary.oneOf("act").values().stream()
                    .filter(own::contains)
                    .limit(3)
                    .toList();
        }
        Set<String> others = new LinkedHashSet<>();
        if (base.known(0, "act") instanceof Known.Value(var possible) && possible.size() == 1) {
            others.addAll(possible);
        }
        for (Norm.Directive neighbour : neighbours()) {
            if (!neighbour.acts().residual()) {
                new TreeSet<>(neighbour.acts().leaves()).stream().limit(1).forEach(others::add);
            }
        }
        others.add("friendship");
        return others.stream().limit(5).toList();
    }

    /// The norms of the edition that a definition or a set-aside is about, others after them.
    private List<Norm.Directive> neighbours() {
        List<Norm.Directive> all = new ArrayList<>();
        for (Norm other : edition.norms()) {
            if (other instanceof Norm.Directive d && !d.name().equals(norm.name())) {
                all.add(d);
            }
        }
        if (norm instanceof Norm.SetAside s) {
            all.sort(
                    Comparator.comparing(d ->
                            !s.target().equals(d.name().provision())
                                    && !s.target().startsWith(d.name().provision() + " ")));
        }
        if (norm instanceof Norm.Definition definition) {
            all.sort(
                    Comparator.comparing(
                            d -> d.with().stream().noneMatch(p -> definition.as().within(p))));
        }
        return all;
    }

    // ── Conditions one way or the other ─────────────────────────────────────────────────────

    /// The ways to settle the conditions, those first on which norm and mutants part.
    private List<boolean[]> vectors(List<Mutant> mutants) {
        List<boolean[]> all = new ArrayList<>();
        if (atoms.size() <= 8) {
            for (int bits = (1 << atoms.size()) - 1; bits >= 0; bits--) {
                boolean[] vector = new boolean[atoms.size()];
                for (int i = 0; i < vector.length; i++) {
                    vector[i] = (bits & (1 << i)) != 0;
                }
                all.add(vector);
            }
        } else {
            var random = new Random(norm.name().toString().hashCode());
            for (int n = 0; n < 512; n++) {
                boolean[] vector = new boolean[atoms.size()];
                for (int i = 0; i < vector.length; i++) {
                    vector[i] = random.nextBoolean();
                }
                all.add(vector);
            }
        }
        all.sort(Comparator.comparingInt(v -> -promise(v, mutants)));
        return all.stream().limit(MOST_VECTORS).toList();
    }

    private int promise(boolean[] vector, List<Mutant> mutants) {
        Map<Condition, Boolean> truth = new LinkedHashMap<>();
        for (int i = 0; i < vector.length; i++) {
            truth.put(atoms.get(i), vector[i]);
        }
        boolean opens = so(norm.when(), truth) && so(during(norm), truth);
        boolean excepted = so(norm.unless(), truth) || may(norm, truth);
        int promise = opens ? excepted ? 1 : 2 : 0;
        for (Mutant mutant : mutants) {
            Norm other = mutant.mutated();
            boolean otherOpens = so(other.when(), truth) && so(during(other), truth);
            boolean otherExcepted = so(other.unless(), truth) || may(other, truth);
            if ((opens && !excepted) != (otherOpens && !otherExcepted)) {
                promise += 8;
            }
        }
        if (mutants.stream()
                        .anyMatch(
                                m -> !NormParts.butMay(m.mutated()).equals(NormParts.butMay(norm)))
                && opens
                && excepted) {
            promise += 4;
        }
        return promise;
    }

    private static Condition during(Norm norm) {
        return norm.window() instanceof Window.Always
                ? Condition.ALWAYS
                : new Condition.During(norm.window());
    }

    private static boolean may(Norm norm, Map<Condition, Boolean> truth) {
        return NormParts.butMay(norm).map(m -> so(m.when(), truth)).orElse(false);
    }

    private static boolean so(Condition condition, Map<Condition, Boolean> truth) {
        return switch (condition) {
            case Condition.Not(var part) -> !so(part, truth);
            case Condition.All(var parts) -> parts.stream().allMatch(p -> so(p, truth));
            case Condition.Any(var parts) -> parts.stream().anyMatch(p -> so(p, truth));
            case Condition.None(var parts) -> parts.stream().noneMatch(p -> so(p, truth));
            case Condition.AtLeast(var n, var parts) ->
                    parts.stream().filter(p -> so(p, truth)).count() >= n;
            default -> truth.getOrDefault(condition, true);
        };
    }

    // ── One scenario ────────────────────────────────────────────────────────────────────────

    private ScenarioSketch sketch(Point point, String act, boolean[] vector, int style, int round) {
        var sketch = ScenarioSketch.empty();
        for (String id : Vocabulary.PRACTITIONER) {
            if (base.known(0, id) instanceof Known.Sets(var sets)
                    && sets.size() == 1
                    && !sets.getFirst().isEmpty()) {
                List<String> held = List.copyOf(new TreeSet<>(sets.getFirst()));
                sketch.practitioner()
                        .put(id, held.size() == 1 ? word(held.getFirst()) : words(held));
            }
        }
        sketch.act().put("act", word(act));
        party(point, sketch);
        sketch.act().put("date", bare(base.day().toString()));
        if (norm instanceof Norm.Directive d) {
            vocabulary.oneOf("medium").values().stream()
                    .filter(d.media().leaves()::contains)
                    .findFirst()
                    .ifPresent(m -> sketch.act().put("medium", word(m)));
            if (d.breach().isPresent()) {
                sketch.act().put("status", word("past"));
            }
        }
        for (boolean so : new boolean[] {true, false}) {
            for (int i = 0; i < vector.length; i++) {
                if (vector[i] == so) {
                    settle(atoms.get(i), so, style, sketch);
                }
            }
        }
        theRest(sketch, act, point, round);
        return sketch;
    }

    private void party(Point point, ScenarioSketch sketch) {
        Optional<Party> named =
                vocabulary.parties().values().stream()
                        .filter(p -> point.in(List.of(p)))
                        .min(
                                Comparator.comparingInt(p ->
                                        p.roles().size() * p.stages().size() * p.ties().size()));
        Party party = named.orElseThrow();
        sketch.act().put("party", word(party.id()));
        if (party.roles().size() > 1) {
            sketch.act().put("role", word(point.role()));
        }
        if (party.stages().size() > 1) {
            sketch.act().put("stage", word(point.stage()));
        }
        if (party.ties().size() > 1) {
            sketch.act().put("tie", word(point.tie()));
        }
    }

    private void settle(Condition atom, boolean so, int style, ScenarioSketch sketch) {
        switch (atom) {
            case Condition.Holds(var fact) ->
                    sketch.facts().putIfAbsent(fact.id(), bare(Boolean.toString(so)));
            case Condition.Has(var fact, _, var leaves) -> has(fact, leaves, so, sketch);
            case Condition.AmountIs amount -> amount(amount, so, style, sketch);
            case Condition.During(Window.Within within) -> window(within, so, style, sketch);
            case Condition.During(Window.Beyond(var bar)) -> window(bar, !so, style, sketch);
            case Condition.Before(var first, var second) -> {
                LocalDate day = base.day().minusYears(3);
                event(first, so ? day : day.plusYears(1), sketch);
                event(second, so ? day.plusYears(1) : day, sketch);
            }
            default -> {}
        }
    }

    private static void event(Fact.Event event, LocalDate day, ScenarioSketch sketch) {
        sketch.facts().putIfAbsent(event.id(), bare(day.toString()));
    }

    private void has(Fact.Worded fact, Set<String> leaves, boolean so, ScenarioSketch sketch) {
        if (PLACED.contains(fact.id())) {
            return;
        }
        Map<String, Node> where =
                Vocabulary.PRACTITIONER.contains(fact.id())
                        ? sketch.practitioner()
                        : fact.id().equals("medium")
                                        || fact.id().equals("status")
                                        || fact.id().equals("form")
                                ? sketch.act()
                                : sketch.facts();
        if (fact instanceof Fact.OneOf) {
            fact.values().stream()
                    .filter(v -> leaves.contains(v) == so)
                    .findFirst()
                    .ifPresent(v -> where.putIfAbsent(fact.id(), word(v)));
            return;
        }
        List<String> held = new ArrayList<>();
        Node before = where.get(fact.id());
        if (before instanceof Node.Scalar one) {
            held.add(one.text());
        } else if (before instanceof Node.Sequence(var items, _)) {
            items.forEach(i -> held.add(((Node.Scalar) i).text()));
        }
        if (so && held.stream().noneMatch(leaves::contains)) {
            fact.values().stream().filter(leaves::contains).findFirst().ifPresent(held::add);
        } else if (!so && before != null && Vocabulary.PRACTITIONER.contains(fact.id())) {
            held.removeIf(leaves::contains);
        }
        if (held.isEmpty() && Vocabulary.PRACTITIONER.contains(fact.id())) {
            where.remove(fact.id());
        } else {
            where.put(fact.id(), words(held));
        }
    }

    private static void amount(
            Condition.AmountIs amount, boolean so, int style, ScenarioSketch sketch) {
        long at = amount.number().millionths();
        for (long off : style % 2 == 0 ? new long[] {0, 1, -1} : new long[] {1, -1, 0}) {
            var number = new Decimal(Math.max(0, at + off * 1_000_000));
            if (amount.comparison().holds(number, amount.number()) == so) {
                sketch.facts()
                        .putIfAbsent(
                                amount.fact().id(),
                                mapping(Map.of(amount.unit(), bare(number.toString()))));
                return;
            }
        }
    }

    private static final int[][] OFFSETS = {{-1, 1}, {0, 0}, {-40, 40}, {-400, 400}};

    private void window(Window.Within within, boolean inside, int style, ScenarioSketch sketch) {
        int offset = OFFSETS[style][inside ? 0 : 1];
        LocalDate end = base.day().minusDays(offset);
        LocalDate began =
                end.minusDays(within.length().days()).minusMonths(within.length().months());
        while (within.length().from(began, Rounding.DOWN).isBefore(end)) {
            began = began.plusDays(1);
        }
        if (began.isAfter(base.day())) {
            began = base.day();
        }
        List<Fact.Event> events = within.anchor().events();
        event(events.getFirst(), began, sketch);
        for (Fact.Event other : events.subList(1, events.size())) {
            LocalDate far =
                    within.anchor().start() == Window.Start.LATER_OF
                            ? began.minusYears(9)
                            : base.day();
            event(other, far, sketch);
        }
    }

    // ── Everything else the edition asks ────────────────────────────────────────────────────

    private void theRest(ScenarioSketch sketch, String act, Point point, int round) {
        Set<Condition> others = new LinkedHashSet<>();
        for (Norm other : edition.norms()) {
            if (!(other instanceof Norm.Directive d) || d.acts().leaves().contains(act)) {
                others.addAll(atoms(other));
            }
        }
        var random = new Random((norm.name() + act + point + round).hashCode());
        for (Condition atom : others) {
            boolean so = round == 0 ? false : round == 1 || random.nextBoolean();
            switch (atom) {
                case Condition.Holds(var fact) -> {
                    if (fact.sort() != Fact.Sort.CIRCUMSTANCE || so) {
                        sketch.facts().putIfAbsent(fact.id(), bare(Boolean.toString(so)));
                    }
                }
                case Condition.Has(Fact.OneOf fact, _, var leaves) -> {
                    if (!sketch.facts().containsKey(fact.id())
                            && (fact.ordinary().isEmpty() || so)
                            && mayBe(fact, sketch)) {
                        has(fact, leaves, so, sketch);
                    }
                }
                case Condition.AmountIs amount -> amount(amount, so, 1, sketch);
                case Condition.During(Window.Within within) -> events(within, round, sketch, point);
                case Condition.During(Window.Beyond(var bar)) -> events(bar, round, sketch, point);
                default -> {}
            }
        }
    }

    private static boolean mayBe(Fact.OneOf fact, ScenarioSketch sketch) {
        return !fact.id().equals("history-status") || sketch.facts().containsKey("history");
    }

    private void events(Window.Within within, int round, ScenarioSketch sketch, Point point) {
        if (!point.stage().equals("former")) {
            return;
        }
        LocalDate day =
                sketch.facts().values().stream()
                        .flatMap(
                                n -> n instanceof Node.Scalar s ? Stream.of(s.text()) : Stream.of())
                        .filter(t -> t.matches("\\d{4}-\\d\\d-\\d\\d"))
                        .map(LocalDate::parse)
                        .min(Comparator.naturalOrder())
                        .orElse(base.day().minusYears(round == 0 ? 20 : round));
        for (Fact.Event event : within.anchor().events()) {
            event(event, round == 2 ? day.minusYears(8) : day, sketch);
        }
    }

    /// What is generated, read.
    Optional<Scenario> read(ScenarioSketch sketch) {
        return sketch.read(library);
    }
}

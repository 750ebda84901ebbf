package org.plumbline.core.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Constraint;
import org.plumbline.core.decide.Alphabet.Cut;
import org.plumbline.core.decide.Alphabet.Span;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Party;
import org.plumbline.core.vocabulary.Vocabulary;

/// Everything that a partly known case may still be, on one day, as the texts can tell it apart.
///
/// Each fact that is not settled becomes a [Variable] with one value for each group of values that
/// some norm distinguishes; so does each point of interpretation that a text leaves open. What is
/// settled becomes plain truth at once. The questions of the evaluator are then diagrams over these
/// variables, which hold every completion without listing any.
final class Possibilities {

    /// The point of interpretation whether the last day of a window counts.
    static final String LAST_DAY = "last-day";

    /// The point of interpretation how an anniversary that the calendar lacks is rounded.
    static final String ROUNDING = "rounding";

    private final Library library;
    private final Scenario scenario;
    private final LocalDate day;
    private final Alphabet alphabet;
    private final Set<String> freed;
    private final Diagrams diagrams = new Diagrams();
    private final List<Variable> variables;
    private final List<Map<String, Asked>> asked = new ArrayList<>();
    private final Map<String, Asked.OneGroup> readings;
    private final List<Map<String, Known.Days>> days;
    private final Map<String, @Nullable Toward[]> toward = new HashMap<>();
    private final Map<Span, LocalDate> closings;
    private final int firstReading;
    private final List<Constraint.Implies> implications;
    private final Map<String, List<Condition>> notApplicable;
    private final List<Map<String, Diagram>> masks = new ArrayList<>();
    private final int[] @Nullable [] within;
    private final @Nullable Possibilities whole;

    /// @param day the day of the act
    /// @param freed facts to leave open although the case takes them for granted
    /// @throws IllegalArgumentException if no possible person fits what is known
    Possibilities(
            Library library,
            Scenario scenario,
            LocalDate day,
            List<Text> texts,
            Set<String> freed) {
        this.library = library;
        this.scenario = scenario;
        this.day = day;
        this.freed = freed;
        this.alphabet = Alphabet.join(library, texts.stream().map(Text::alphabet).toList());
        this.variables = new ArrayList<>();
        this.readings = new HashMap<>();
        this.days = new ArrayList<>();
        this.closings = new ConcurrentHashMap<>();
        for (int link = 0; link < scenario.links().size(); link++) {
            days.add(EventDays.tightened(library, scenario, link));
            masks.add(new HashMap<>());
            asked.add(new HashMap<>());
        }
        this.implications = constraints(Constraint.Implies.class);
        this.notApplicable = new HashMap<>();
        for (var constraint : constraints(Constraint.NotApplicable.class)) {
            for (Fact fact : constraint.facts()) {
                notApplicable
                        .computeIfAbsent(fact.id(), _ -> new ArrayList<>())
                        .add(constraint.when());
            }
        }
        planFacts();
        this.firstReading = variables.size();
        for (Text text : texts) {
            planReadings(text);
        }
        this.within = new int[variables.size()][];
        this.whole = null;
        diagrams.possibleOnlyWhere(background());
        diagrams.shownOnlyOf(people());
        if (diagrams.world() == diagrams.no()) {
            throw new IllegalArgumentException("no possible person fits what is known");
        }
    }

    /// The same case as one of its texts can tell it apart: the same variables, with fewer values.
    ///
    /// What this text does not tell apart is one value of a variable here and several there
    /// ([#within]); a diagram made here can be copied there ([Diagrams#copy]). Values of facts that
    /// may have any number of them are as there.
    private Possibilities(Possibilities whole, Text text) {
        this.library = whole.library;
        this.scenario = whole.scenario;
        this.day = whole.day;
        this.freed = whole.freed;
        this.alphabet = text.alphabet();
        this.variables = whole.variables;
        this.readings = whole.readings;
        this.days = whole.days;
        this.closings = whole.closings;
        this.implications = whole.implications;
        this.notApplicable = whole.notApplicable;
        this.firstReading = whole.firstReading;
        this.within = new int[variables.size()][];
        this.whole = whole;
        for (int link = 0; link < scenario.links().size(); link++) {
            masks.add(new HashMap<>());
            asked.add(new HashMap<>());
            narrow(link, whole.asked.get(link));
        }
        diagrams.possibleOnlyWhere(background());
        diagrams.shownOnlyOf(people());
    }

    private <C extends Constraint> List<C> constraints(Class<C> kind) {
        List<C> found = new ArrayList<>();
        for (Constraint constraint : library.constraints()) {
            if (kind.isInstance(constraint)) {
                found.add(kind.cast(constraint));
            }
        }
        return found;
    }

    /// The first of the variables that are points of interpretation; they are the last.
    int firstReading() {
        return firstReading;
    }

    /// The same case as one of its texts can tell it apart.
    Possibilities toldApartBy(Text text) {
        return new Possibilities(this, text);
    }

    /// The same for every variable, by level.
    int[] @Nullable [] within() {
        return within;
    }

    /// For each value of a variable, the value as these diagrams know it; absent where they are the
    /// same.
    int @Nullable [] within(Variable variable) {
        return within[variable.level()];
    }

    /// A diagram of a part of this case ([#toldApartBy]) in the values of this one.
    Diagram copy(Diagram of, Possibilities part) {
        return part == this
                ? of
                : part.diagrams.copy(of, diagrams, part.within, new Diagram[of.id + 1]);
    }

    /// The maker of this case's diagrams.
    Diagrams diagrams() {
        return diagrams;
    }

    /// What is not known, in the order of the diagrams.
    List<Variable> variables() {
        return variables;
    }

    /// What is known of a fact once one of its variables has a value.
    ///
    /// Of a fact that may have many values, the variable of one group tells of that group alone; of a
    /// number, a number in the region.
    Known meaning(Variable variable, int value) {
        for (Asked how : everyAsked()) {
            Optional<Known> meant =
                    switch (how) {
                        case Asked.OneGroup(var own, var groups, _) when own.equals(variable) ->
                                Optional.of(new Known.Value(groups.get(value)));
                        case Asked.ManyGroups(var groups) when groups.containsKey(variable) ->
                                Optional.of(
                                        new Known.Sets(
                                                List.of(
                                                        value == 0
                                                                ? Set.of()
                                                                : groups.get(variable))));
                        case Asked.Candidates(var own, var sets) when own.equals(variable) ->
                                Optional.of(new Known.Sets(List.of(sets.get(value))));
                        case Asked.Sums(var own, var sums) when own.equals(variable) ->
                                Optional.of(new Known.Sums(List.of(sums.get(value))));
                        case Asked.Regions(var own, var cuts) when own.equals(variable) ->
                                Optional.of(
                                        new Known.Sums(
                                                List.of(
                                                        new Known.Sum(
                                                                Alphabet.between(cuts, value),
                                                                variable.part()))));
                        case Asked.Spans(var own, var regions, _) when own.equals(variable) ->
                                Optional.of(
                                        value < regions.size()
                                                ? new Known.Days(List.of(regions.get(value)), false)
                                                : EventDays.NEVER);
                        default -> Optional.empty();
                    };
            if (meant.isPresent()) {
                return meant.get();
            }
        }
        throw new IllegalStateException("no fact has the variable " + variable.fact());
    }

    private List<Asked> everyAsked() {
        List<Asked> all = new ArrayList<>(readings.values());
        asked.forEach(ofLink -> all.addAll(ofLink.values()));
        return all;
    }

    /// The case toward one link, as one text asks after it.
    Circumstances<Diagram> toward(int link, Text text) {
        String id = text.edition().id();
        @Nullable Toward[] links = toward.get(id);
        if (links == null) {
            links = new Toward[scenario.links().size()];
            toward.put(id, links);
        }
        Toward known = links[link];
        if (known == null) {
            known = new Toward(this, link, text);
            links[link] = known;
        }
        return known;
    }

    /// Whether a text binds the practitioner.
    Diagram binds(Text text) {
        return toward(0, text).holds(text.edition().binds());
    }

    // ── What one side of it is asked with ([Toward]) ────────────────────────────────────────

    Library library() {
        return library;
    }

    /// How a fact is asked after toward a link; none if no text asks.
    @Nullable Asked asked(int link, String fact) {
        Asked how = asked.get(link).get(fact);
        return how == null && whole != null ? whole.asked.get(link).get(fact) : how;
    }

    /// How a point of interpretation is asked after.
    @Nullable Asked reading(Text text, String point) {
        return readings.get(text.edition().id() + " " + point);
    }

    /// When a fact does not apply, because another says so; none if it always does.
    @Nullable List<Condition> notApplicable(String fact) {
        return notApplicable.get(fact);
    }

    /// The same as diagrams, as far as they were asked for, toward a link.
    Map<String, Diagram> masks(int link) {
        return masks.get(link);
    }

    /// The values that other facts force.
    List<Constraint.Implies> implications() {
        return implications;
    }

    /// The days on which each event may have happened toward a link.
    Map<String, Known.Days> days(int link) {
        return days.get(link);
    }

    /// The earliest day of an event from which a window would still be open on the day of the act.
    LocalDate closing(Span span) {
        return closings.computeIfAbsent(span, _ -> EventDays.closing(day, span));
    }

    // ── What is known ───────────────────────────────────────────────────────────────────────

    /// What a link says of itself was never taken for granted.
    private Known known(int link, String fact) {
        return freed.contains(fact) && !scenario.ownedBy(link, fact)
                ? Known.ANYTHING
                : scenario.known(link, fact);
    }

    // ── Variables ───────────────────────────────────────────────────────────────────────────

    /// The act comes first: nearly every norm asks after it, and no two acts have much in common,
    /// so that below it the diagrams fall apart into small ones.
    private void planFacts() {
        List<Fact> facts = new ArrayList<>(library.vocabulary().facts().values());
        facts.sort((a, b) -> Boolean.compare(b.id().equals("act"), a.id().equals("act")));
        for (Fact fact : facts) {
            for (int link = 0; link < scenario.links().size(); link++) {
                int home = home(link, fact);
                if (home == link) {
                    plan(fact, link);
                } else {
                    share(fact, home, link);
                }
            }
        }
    }

    /// Lets a link ask after a fact that is kept under another.
    private void share(Fact fact, int home, int link) {
        if (fact instanceof Fact.Amount amount) {
            amount.units().forEach(unit -> share(fact.id() + " " + unit, home, link));
        } else {
            share(fact.id(), home, link);
        }
    }

    private void share(String key, int home, int link) {
        Asked how = asked.get(home).get(key);
        if (how != null) {
            asked.get(link).put(key, how);
        }
    }

    private boolean isOwn(int link, Fact fact) {
        return fact instanceof Fact.Event
                || PERSON.contains(fact.id())
                || scenario.ownedBy(link, fact.id());
    }

    /// The link under which a fact is kept: its own, or for what links share the first that shares
    /// it. A link that says of such a fact what holds for itself says nothing of the others.
    private int home(int link, Fact fact) {
        int home = 0;
        if (isOwn(link, fact)) {
            return link;
        }
        while (isOwn(home, fact)) {
            home++;
        }
        return home;
    }

    private static final Set<String> PERSON = Set.of("role", "stage", "tie");

    private void plan(Fact fact, int link) {
        switch (fact) {
            case Fact.OneOf one -> planOneOf(one, link);
            case Fact.SomeOf some -> planSomeOf(some, link);
            case Fact.YesNo yesNo -> planYesNo(yesNo, link);
            case Fact.Amount amount -> planAmount(amount, link);
            case Fact.Event event -> planEvent(event, link);
        }
    }

    private Variable variable(String fact, int link, String part, List<String> values) {
        String owner = scenario.links().size() > 1 ? String.valueOf(link) : "";
        var variable = new Variable(variables.size(), fact, owner, part, values, false);
        variables.add(variable);
        return variable;
    }

    private void planOneOf(Fact.OneOf fact, int link) {
        Set<Set<String>> sets = alphabet.sets().get(fact.id());
        if (sets == null) {
            return;
        }
        List<String> possible =
                known(link, fact.id()) instanceof Known.Value(var values)
                        ? fact.values().stream().filter(values::contains).toList()
                        : fact.values();
        var groups = alphabet.groups(fact.id(), fact.values(), possible);
        asked.get(link)
                .put(
                        fact.id(),
                        possible.size() == 1
                                ? new Asked.One(possible.getFirst())
                                : new Asked.OneGroup(
                                        variable(fact.id(), link, "", groups.names()),
                                        groups.sets(),
                                        groups.firsts()));
    }

    private void planSomeOf(Fact.SomeOf fact, int link) {
        Set<Set<String>> sets = alphabet.sets().get(fact.id());
        if (sets == null) {
            return;
        }
        Asked how;
        if (known(link, fact.id()) instanceof Known.Sets(var possible)) {
            how =
                    possible.size() == 1
                            ? new Asked.Exactly(possible.getFirst())
                            : new Asked.Candidates(
                                    variable(
                                            fact.id(),
                                            link,
                                            "",
                                            possible.stream()
                                                    .map(s -> String.join(", ", new TreeSet<>(s)))
                                                    .toList()),
                                    possible);
        } else {
            Map<Variable, Set<String>> groups = new LinkedHashMap<>();
            var grouped = alphabet.groups(fact.id(), fact.values(), fact.values());
            for (int group = 0; group < grouped.sets().size(); group++) {
                groups.put(
                        variable(fact.id(), link, grouped.names().get(group), FALSE_TRUE),
                        grouped.sets().get(group));
            }
            how = new Asked.ManyGroups(groups);
        }
        asked.get(link).put(fact.id(), how);
    }

    private static final List<String> FALSE_TRUE = List.of("false", "true");

    private void planYesNo(Fact.YesNo fact, int link) {
        if (!alphabet.yesNo().contains(fact.id())) {
            return;
        }
        Optional<String> derived = fromOrderOfEvents(fact, link);
        Known known = known(link, fact.id());
        Asked how;
        if (derived.isPresent()) {
            how = new Asked.One(derived.get());
        } else if (known instanceof Known.Value(var possible) && possible.size() == 1) {
            how = new Asked.One(possible.iterator().next());
        } else {
            how =
                    new Asked.OneGroup(
                            variable(fact.id(), link, "", FALSE_TRUE),
                            List.of(Set.of("false"), Set.of("true")));
        }
        asked.get(link).put(fact.id(), how);
    }

    /// Where a yes-no fact says the same as the order of two events, and the events settle it.
    private Optional<String> fromOrderOfEvents(Fact.YesNo fact, int link) {
        for (Constraint constraint : library.constraints()) {
            if (constraint instanceof Constraint.Same(var same, var before)
                    && same.id().equals(fact.id())) {
                return EventDays.settledOrder(before, days.get(link)).map(String::valueOf);
            }
        }
        return Optional.empty();
    }

    private void planAmount(Fact.Amount fact, int link) {
        Map<String, TreeSet<Cut>> byUnit = alphabet.cuts().getOrDefault(fact.id(), Map.of());
        Known known = known(link, fact.id());
        for (String unit : fact.units()) {
            TreeSet<Cut> cuts = byUnit.get(unit);
            if (cuts == null) {
                continue;
            }
            List<Known.Sum> sums =
                    known instanceof Known.Sums(var all)
                            ? all.stream().filter(s -> s.unit().equals(unit)).toList()
                            : List.of();
            boolean inThisUnit = known instanceof Known.Sums(var all) && all.size() == sums.size();
            List<Cut> ordered = List.copyOf(cuts);
            Asked how;
            if (!inThisUnit) {
                how =
                        new Asked.Regions(
                                variable(fact.id(), link, unit, regionNames(ordered, unit)),
                                ordered);
            } else if (sums.size() == 1) {
                how = new Asked.Exact(sums.getFirst().number());
            } else {
                List<String> names = sums.stream().map(s -> s.number() + " " + unit).toList();
                how = new Asked.Sums(variable(fact.id(), link, unit, names), sums);
            }
            asked.get(link).put(fact.id() + " " + unit, how);
        }
    }

    private static List<String> regionNames(List<Cut> cuts, String unit) {
        List<String> names = new ArrayList<>();
        for (int region = 0; region <= cuts.size(); region++) {
            List<String> bounds = new ArrayList<>();
            if (region > 0) {
                Cut low = cuts.get(region - 1);
                bounds.add((low.above() ? "over " : "at least ") + low.number());
            }
            if (region < cuts.size()) {
                Cut high = cuts.get(region);
                bounds.add((high.above() ? "up to " : "under ") + high.number());
            }
            names.add(String.join(", ", bounds) + " " + unit);
        }
        return names;
    }

    private void planEvent(Fact.Event event, int link) {
        Set<Span> spans = alphabet.spans().get(event.id());
        if (spans == null) {
            return;
        }
        Known.Days possible = days.get(link).getOrDefault(event.id(), EventDays.NEVER);
        Asked how;
        if (possible.isExact()) {
            how = new Asked.Day(possible.ranges().getFirst().first());
        } else if (possible.ranges().isEmpty()) {
            how = new Asked.Never();
        } else {
            TreeSet<LocalDate> cuts = new TreeSet<>();
            spans.forEach(span -> cuts.add(closing(span)));
            List<Known.Range> regions = EventDays.cutUp(possible.ranges(), cuts);
            List<String> names = new ArrayList<>();
            regions.forEach(r -> names.add(EventDays.name(r)));
            if (possible.maybeNever()) {
                names.add("never");
            }
            how =
                    new Asked.Spans(
                            variable(event.id(), link, "", names), regions, possible.maybeNever());
        }
        asked.get(link).put(event.id(), how);
    }

    private void planReadings(Text text) {
        String edition = text.edition().id();
        text.alphabet().openPoints().forEach((point, names) -> planReading(edition, point, names));
    }

    private void planReading(String edition, String point, List<String> names) {
        var variable = new Variable(variables.size(), point, edition, "", names, true);
        variables.add(variable);
        readings.put(
                edition + " " + point,
                new Asked.OneGroup(variable, names.stream().map(Set::of).toList()));
    }

    // ── Fewer values ────────────────────────────────────────────────────────────────────────

    /// Takes over what the whole case asks of a link, with no more values than the text tells apart.
    private void narrow(int link, Map<String, Asked> whole) {
        Map<String, Asked> here = asked.get(link);
        for (String fact : alphabet.sets().keySet()) {
            if (whole.get(fact) instanceof Asked.OneGroup(var variable, var groups, _)) {
                narrowGroups(here, variable, groups);
            }
        }
        for (var byUnit : alphabet.cuts().entrySet()) {
            for (var cuts : byUnit.getValue().entrySet()) {
                String key = byUnit.getKey() + " " + cuts.getKey();
                if (whole.get(key) instanceof Asked.Regions regions
                        && regions.cuts().size() > cuts.getValue().size()) {
                    here.put(key, narrowRegions(regions, List.copyOf(cuts.getValue())));
                }
            }
        }
        for (var event : alphabet.spans().entrySet()) {
            if (whole.get(event.getKey()) instanceof Asked.Spans spans) {
                TreeSet<LocalDate> cuts = new TreeSet<>();
                event.getValue().forEach(span -> cuts.add(closing(span)));
                narrowSpans(here, event.getKey(), spans, cuts);
            }
        }
    }

    private void narrowGroups(Map<String, Asked> here, Variable variable, List<Set<String>> finer) {
        String fact = variable.fact();
        if (!(library.vocabulary().facts().get(fact) instanceof Fact.OneOf one)) {
            return;
        }
        int possible = 0;
        for (Set<String> group : finer) {
            possible += group.size();
        }
        List<String> values = one.values();
        if (possible < values.size()) {
            values = new ArrayList<>();
            finer.forEach(values::addAll);
        }
        var groups = alphabet.groups(fact, one.values(), values);
        if (groups.sets().size() < finer.size()) {
            within[variable.level()] = groups.within(finer);
            here.put(fact, new Asked.OneGroup(variable, groups.sets(), groups.firsts()));
        }
    }

    private Asked narrowRegions(Asked.Regions finer, List<Cut> cuts) {
        int[] lies = new int[finer.cuts().size() + 1];
        for (int region = 1; region < lies.length; region++) {
            boolean passed = cuts.contains(finer.cuts().get(region - 1));
            lies[region] = lies[region - 1] + (passed ? 1 : 0);
        }
        within[finer.variable().level()] = lies;
        return new Asked.Regions(finer.variable(), cuts);
    }

    private void narrowSpans(
            Map<String, Asked> here, String event, Asked.Spans finer, Set<LocalDate> cuts) {
        List<Known.Range> regions = new ArrayList<>();
        int[] lies = new int[finer.regions().size() + (finer.maybeNever() ? 1 : 0)];
        for (int region = 0; region < finer.regions().size(); region++) {
            Known.Range fine = finer.regions().get(region);
            boolean follows =
                    !regions.isEmpty()
                            && regions.getLast().last().plusDays(1).equals(fine.first())
                            && !cuts.contains(fine.first());
            if (follows) {
                fine = new Known.Range(regions.removeLast().first(), fine.last());
            }
            regions.add(fine);
            lies[region] = regions.size() - 1;
        }
        if (finer.maybeNever()) {
            lies[lies.length - 1] = regions.size();
        }
        if (regions.size() < finer.regions().size()) {
            within[finer.variable().level()] = lies;
            here.put(event, new Asked.Spans(finer.variable(), regions, finer.maybeNever()));
        }
    }

    // ── Background ──────────────────────────────────────────────────────────────────────────

    /// Which combinations are possible at all: events in order, and values that one another imply. A
    /// value that was only taken for granted gives way instead.
    private Diagram background() {
        Diagram world = diagrams.yes();
        for (int link = 0; link < scenario.links().size(); link++) {
            for (Fact.Event[] pair : EventDays.orderedPairs(library)) {
                world = diagrams.and(world, inOrder(link, pair[0].id(), pair[1].id()));
            }
            for (Constraint.Implies implies : implications) {
                if (!scenario.assumed().contains(implies.fact().id())
                        || scenario.ownedBy(link, implies.fact().id())) {
                    var toward = new Toward(this, link, null);
                    world =
                            diagrams.and(
                                    world,
                                    diagrams.or(
                                            diagrams.not(toward.holds(implies.when())),
                                            toward.oneOf(
                                                    implies.fact().id(), Set.of(implies.value()))));
                }
            }
        }
        return world;
    }

    /// What else is so of every possible person: what made people what they are has happened by the day
    /// of the act ([Constraint.Past]), and of two events each is not before the other.
    ///
    /// Not part of the background: a case that says otherwise of a real person is still answered.
    Diagram possiblePeople() {
        Diagram world = diagrams.yes();
        for (int link = 0; link < scenario.links().size(); link++) {
            world = diagrams.and(world, oneBeforeTheOther(link));
            for (Constraint.Past past : constraints(Constraint.Past.class)) {
                for (Fact.Event event : past.events()) {
                    if (alphabet.spans().containsKey(event.id())
                            && asked(link, event.id()) instanceof Asked.Spans spans) {
                        world =
                                diagrams.and(
                                        world,
                                        diagrams.or(
                                                diagrams.not(
                                                        new Toward(this, link, null)
                                                                .holds(past.when())),
                                                hasHappened(spans)));
                    }
                }
            }
        }
        return world;
    }

    private Diagram oneBeforeTheOther(int link) {
        Diagram world = diagrams.yes();
        List<Constraint.Same> orders = constraints(Constraint.Same.class);
        for (Constraint.Same one : orders) {
            for (Constraint.Same other : orders) {
                if (one.before().first().equals(other.before().second())
                        && one.before().second().equals(other.before().first())
                        && asked(link, one.fact().id()) != null
                        && asked(link, other.fact().id()) != null) {
                    var toward = new Toward(this, link, null);
                    world =
                            diagrams.and(
                                    world,
                                    diagrams.not(
                                            diagrams.and(
                                                    toward.holds(new Condition.Holds(one.fact())),
                                                    toward.holds(
                                                            new Condition.Holds(other.fact())))));
                }
            }
        }
        return world;
    }

    private Diagram hasHappened(Asked.Spans spans) {
        boolean[] happened = new boolean[spans.width()];
        for (int region = 0; region < spans.regions().size(); region++) {
            happened[region] = !spans.regions().get(region).first().isAfter(day);
        }
        return diagrams.variable(spans.variable().level(), happened);
    }

    /// The cases in which whoever is one of several people has the role, the stage and the tie of one
    /// and the same. All others count as possible too: role and stage would otherwise decide only
    /// together, and neither could be asked after. What has to be certain is so of these alone.
    private Diagram people() {
        Diagram all = diagrams.yes();
        for (int link = 0; link < scenario.links().size(); link++) {
            List<Party> people = scenario.links().get(link).either();
            if (people.size() > 1) {
                all = diagrams.and(all, oneOf(link, people));
            }
        }
        return all;
    }

    private Diagram oneOf(int link, List<Party> people) {
        Diagram any = diagrams.no();
        for (Party party : people) {
            Diagram all = mayBe(link, "role", party.roles());
            all = diagrams.and(all, mayBe(link, "stage", party.stages()));
            any = diagrams.or(any, diagrams.and(all, mayBe(link, "tie", party.ties())));
        }
        return any;
    }

    /// That a fact has one of some values, or one that no text tells apart from them.
    private Diagram mayBe(int link, String fact, Set<String> values) {
        return switch (asked(link, fact)) {
            case Asked.OneGroup(var variable, var groups, _) -> {
                boolean[] accepted = new boolean[groups.size()];
                for (int group = 0; group < accepted.length; group++) {
                    accepted[group] = groups.get(group).stream().anyMatch(values::contains);
                }
                yield diagrams.variable(variable.level(), accepted);
            }
            case Asked.One(var value) -> diagrams.of(values.contains(value));
            case null, default -> diagrams.yes();
        };
    }

    private Diagram inOrder(int link, String first, String second) {
        if (!alphabet.spans().containsKey(first)
                || !alphabet.spans().containsKey(second)
                || !(asked(link, first) instanceof Asked.Spans a)
                || !(asked(link, second) instanceof Asked.Spans b)) {
            return diagrams.yes();
        }
        Diagram world = diagrams.yes();
        for (int i = 0; i < a.regions().size(); i++) {
            boolean[] reachable = new boolean[b.width()];
            boolean all = true;
            for (int j = 0; j < reachable.length; j++) {
                reachable[j] =
                        j >= b.regions().size()
                                || !a.regions().get(i).first().isAfter(b.regions().get(j).last());
                all &= reachable[j];
            }
            if (!all) {
                boolean[] here = new boolean[a.width()];
                here[i] = true;
                world =
                        diagrams.and(
                                world,
                                diagrams.or(
                                        diagrams.not(diagrams.variable(a.variable().level(), here)),
                                        diagrams.variable(b.variable().level(), reachable)));
            }
        }
        return world;
    }

    /// The vocabulary of the case.
    Vocabulary vocabulary() {
        return library.vocabulary();
    }
}

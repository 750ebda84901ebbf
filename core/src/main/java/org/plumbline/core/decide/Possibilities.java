package org.plumbline.core.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
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
import org.plumbline.core.condition.Decimal;
import org.plumbline.core.condition.LastDay;
import org.plumbline.core.condition.Reckoning;
import org.plumbline.core.condition.Rounding;
import org.plumbline.core.condition.Window;
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
@SuppressWarnings("IdentityHashMapUsage") // a condition is remembered as itself: comparing is slow
final class Possibilities {

    /// The point of interpretation whether the last day of a window counts.
    static final String LAST_DAY = "last-day";

    /// The point of interpretation how an anniversary that the calendar lacks is rounded.
    static final String ROUNDING = "rounding";

    private static final LocalDate EVER = LocalDate.of(-9999, 1, 1);
    private static final LocalDate ALWAYS = LocalDate.of(9999, 12, 31);

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

    /// How a fact is asked after: the variables that hold it, or what is known of it.
    private sealed interface Asked {
        /// One value out of groups.
        ///
        /// @param firsts as [Alphabet#firsts] finds them
        record OneGroup(Variable variable, List<Set<String>> groups, List<String> firsts)
                implements Asked {
            OneGroup(Variable variable, List<Set<String>> groups) {
                this(variable, groups, Alphabet.firsts(groups));
            }
        }

        /// Exactly known, one value.
        record One(String value) implements Asked {}

        /// Any number of values: a variable for each group, true when some value of it is there.
        record ManyGroups(Map<Variable, Set<String>> groups) implements Asked {}

        /// One of several known sets.
        record Candidates(Variable variable, List<Set<String>> sets) implements Asked {}

        /// Exactly known, a set.
        record Exactly(Set<String> values) implements Asked {}

        /// A number in regions between cuts.
        record Regions(Variable variable, List<Cut> cuts) implements Asked {}

        /// One of several known numbers.
        record Sums(Variable variable, List<Known.Sum> sums) implements Asked {}

        /// Exactly known, a number.
        record Exact(Decimal number) implements Asked {}

        /// An event in regions of days; the last value is that it has not happened, if it may not.
        record Spans(Variable variable, List<Known.Range> regions, boolean maybeNever)
                implements Asked {
            int width() {
                return regions.size() + (maybeNever ? 1 : 0);
            }
        }

        /// Exactly known, a day.
        record Day(LocalDate day) implements Asked {}

        /// Exactly known not to have happened.
        record Never() implements Asked {}
    }

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
            days.add(tightened(library, scenario, link));
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
                                                : NEVER);
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
            known = new Toward(link, text);
            links[link] = known;
        }
        return known;
    }

    /// Whether a text binds the practitioner.
    Diagram binds(Text text) {
        return toward(0, text).holds(text.edition().binds());
    }

    private @Nullable Asked asked(int link, String fact) {
        Asked how = asked.get(link).get(fact);
        return how == null && whole != null ? whole.asked.get(link).get(fact) : how;
    }

    // ── What is known ───────────────────────────────────────────────────────────────────────

    private Known known(int link, String fact) {
        return freed.contains(fact) ? Known.ANYTHING : scenario.known(link, fact);
    }

    /// Bounds on events that only their order with other events gives.
    static Map<String, Set<LocalDate>> boundsFromOrder(Library library, Scenario scenario) {
        Map<String, Set<LocalDate>> bounds = new HashMap<>();
        for (int link = 0; link < scenario.links().size(); link++) {
            for (var event : tightened(library, scenario, link).entrySet()) {
                for (Known.Range range : event.getValue().ranges()) {
                    for (LocalDate day : List.of(range.first(), range.last())) {
                        if (!day.equals(EVER) && !day.equals(ALWAYS)) {
                            bounds.computeIfAbsent(event.getKey(), _ -> new TreeSet<>()).add(day);
                        }
                    }
                }
            }
        }
        return bounds;
    }

    /// The days on which each event may have happened, each bounded by the others it is ordered
    /// with.
    static Map<String, Known.Days> tightened(Library library, Scenario scenario, int link) {
        Map<String, Known.Days> all = new LinkedHashMap<>();
        for (Fact.Event event : library.vocabulary().events()) {
            Known known = scenario.known(link, event.id());
            all.put(
                    event.id(),
                    known instanceof Known.Days d
                            ? d
                            : new Known.Days(List.of(new Known.Range(EVER, ALWAYS)), true));
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Fact.Event[] pair : orderedPairs(library)) {
                Known.Days first = all.getOrDefault(pair[0].id(), NEVER);
                Known.Days second = all.getOrDefault(pair[1].id(), NEVER);
                if (!second.maybeNever()) {
                    changed |=
                            clip(all, pair[0].id(), first, EVER, second.ranges().getLast().last());
                }
                if (!first.maybeNever()) {
                    changed |=
                            clip(
                                    all,
                                    pair[1].id(),
                                    second,
                                    first.ranges().getFirst().first(),
                                    ALWAYS);
                }
            }
        }
        return all;
    }

    private static final Known.Days NEVER = new Known.Days(List.of(), true);

    private static boolean clip(
            Map<String, Known.Days> all,
            String event,
            Known.Days days,
            LocalDate from,
            LocalDate to) {
        List<Known.Range> kept = new ArrayList<>();
        for (Known.Range range : days.ranges()) {
            LocalDate first = range.first().isBefore(from) ? from : range.first();
            LocalDate last = range.last().isAfter(to) ? to : range.last();
            if (!last.isBefore(first)) {
                kept.add(new Known.Range(first, last));
            }
        }
        if (kept.equals(days.ranges())) {
            return false;
        }
        if (kept.isEmpty() && !days.maybeNever()) {
            throw new IllegalArgumentException("no possible person fits what is known");
        }
        all.put(event, new Known.Days(kept, days.maybeNever()));
        return true;
    }

    private static List<Fact.Event[]> orderedPairs(Library library) {
        List<Fact.Event[]> pairs = new ArrayList<>();
        for (Constraint constraint : library.constraints()) {
            if (constraint instanceof Constraint.Order(var events)) {
                for (int i = 0; i < events.size(); i++) {
                    for (int j = i + 1; j < events.size(); j++) {
                        pairs.add(new Fact.Event[] {events.get(i), events.get(j)});
                    }
                }
            }
        }
        return pairs;
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
                return settledOrder(before, link).map(String::valueOf);
            }
        }
        return Optional.empty();
    }

    private Optional<Boolean> settledOrder(Condition.Before before, int link) {
        Known.Days first = days.get(link).getOrDefault(before.first().id(), NEVER);
        Known.Days second = days.get(link).getOrDefault(before.second().id(), NEVER);
        if (first.ranges().isEmpty()) {
            return Optional.of(false);
        }
        if (second.ranges().isEmpty()) {
            return first.maybeNever() ? Optional.empty() : Optional.of(true);
        }
        if (!first.ranges().getFirst().first().isBefore(second.ranges().getLast().last())
                && !second.maybeNever()) {
            return Optional.of(false);
        }
        if (!first.maybeNever()
                && first.ranges().getLast().last().isBefore(second.ranges().getFirst().first())) {
            return Optional.of(true);
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
        Known.Days possible = days.get(link).getOrDefault(event.id(), NEVER);
        Asked how;
        if (possible.isExact()) {
            how = new Asked.Day(possible.ranges().getFirst().first());
        } else if (possible.ranges().isEmpty()) {
            how = new Asked.Never();
        } else {
            TreeSet<LocalDate> cuts = new TreeSet<>();
            spans.forEach(span -> cuts.add(closing(span)));
            List<Known.Range> regions = cutUp(possible.ranges(), cuts);
            List<String> names = new ArrayList<>();
            regions.forEach(r -> names.add(name(r)));
            if (possible.maybeNever()) {
                names.add("never");
            }
            how =
                    new Asked.Spans(
                            variable(event.id(), link, "", names), regions, possible.maybeNever());
        }
        asked.get(link).put(event.id(), how);
    }

    private static String name(Known.Range range) {
        if (range.first().equals(range.last())) {
            return range.first().toString();
        }
        if (range.first().equals(EVER)) {
            return range.last().equals(ALWAYS) ? "any day" : "until " + range.last();
        }
        return range.last().equals(ALWAYS)
                ? "from " + range.first()
                : range.first() + " to " + range.last();
    }

    private static List<Known.Range> cutUp(List<Known.Range> ranges, Set<LocalDate> cuts) {
        List<Known.Range> regions = new ArrayList<>();
        for (Known.Range range : ranges) {
            LocalDate from = range.first();
            for (LocalDate cut : cuts) {
                if (cut.isAfter(from) && !cut.isAfter(range.last())) {
                    regions.add(new Known.Range(from, cut.minusDays(1)));
                    from = cut;
                }
            }
            regions.add(new Known.Range(from, range.last()));
        }
        return regions;
    }

    private LocalDate closing(Span span) {
        return closings.computeIfAbsent(span, _ -> closing(day, span));
    }

    /// The earliest day of an event from which a window would still be open on the day of the act.
    static LocalDate closing(LocalDate day, Span span) {
        LocalDate began =
                day.minusMonths(span.length().months())
                        .minusDays(span.length().days())
                        .minusDays(5);
        while (!day.isBefore(span.reckoning().firstFreeDay(began, span.length()))) {
            began = began.plusDays(1);
        }
        return began;
    }

    private void planReadings(Text text) {
        String edition = text.edition().id();
        if (text.alphabet().unstatedLastDay()) {
            planReading(edition, LAST_DAY, List.of("excluded", "included"));
        }
        if (text.alphabet().unstatedRounding()) {
            planReading(edition, ROUNDING, List.of("down", "up"));
        }
        text.alphabet().readings().forEach((point, names) -> planReading(edition, point, names));
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
            for (Fact.Event[] pair : orderedPairs(library)) {
                world = diagrams.and(world, inOrder(link, pair[0].id(), pair[1].id()));
            }
            for (Constraint.Implies implies : implications) {
                if (!scenario.assumed().contains(implies.fact().id())) {
                    var toward = new Toward(link, null);
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

    // ── Questions ───────────────────────────────────────────────────────────────────────────

    /// The case toward one link as one text asks after it.
    private final class Toward implements Circumstances<Diagram> {
        private final int link;
        private final @Nullable Text text;
        private final Map<Condition, Diagram> answered = new IdentityHashMap<>();
        private final Map<Party, Diagram> parties = new IdentityHashMap<>();
        private final Map<Set<String>, Diagram> acts = new IdentityHashMap<>();
        private final Map<Set<String>, Diagram> forms = new HashMap<>();

        Toward(int link, @Nullable Text text) {
            this.link = link;
            this.text = text;
        }

        private @Nullable Asked asked(String fact) {
            return Possibilities.this.asked(link, fact);
        }

        @Override
        public Diagram act(Set<String> leaves) {
            return acts.computeIfAbsent(leaves, _ -> has("act", leaves));
        }

        @Override
        public Diagram form(Set<String> covered) {
            return forms.computeIfAbsent(covered, _ -> has("form", covered));
        }

        @Override
        public Diagram medium(Set<String> leaves) {
            return has("medium", leaves);
        }

        @Override
        public Diagram party(Party party) {
            return parties.computeIfAbsent(
                    party,
                    _ ->
                            diagrams.and(
                                    has("role", party.roles()),
                                    diagrams.and(
                                            has("stage", party.stages()),
                                            has("tie", party.ties()))));
        }

        @Override
        public Diagram holds(Condition condition) {
            Diagram known = answered.get(condition);
            if (known == null) {
                known = ask(condition);
                answered.put(condition, known);
            }
            return known;
        }

        private Diagram ask(Condition condition) {
            return switch (condition) {
                case Condition.Holds(var fact) -> yesNo(fact);
                case Condition.Has(var fact, _, var leaves) -> has(fact.id(), leaves);
                case Condition.AmountIs amount -> amount(amount);
                case Condition.During(var window) -> during(window);
                case Condition.Before before -> before(before);
                case Condition.Not(var part) -> diagrams.not(holds(part));
                case Condition.All(var parts) -> all(parts);
                case Condition.Any(var parts) -> any(parts);
                case Condition.None(var parts) -> diagrams.not(any(parts));
                case Condition.AtLeast(var n, var parts) -> atLeast(n, parts);
            };
        }

        private Diagram all(List<Condition> parts) {
            Diagram all = diagrams.yes();
            for (Condition part : parts) {
                all = diagrams.and(all, holds(part));
            }
            return all;
        }

        private Diagram any(List<Condition> parts) {
            Diagram any = diagrams.no();
            for (Condition part : parts) {
                any = diagrams.or(any, holds(part));
            }
            return any;
        }

        private Diagram atLeast(int n, List<Condition> parts) {
            if (n <= 0) {
                return diagrams.yes();
            }
            if (n > parts.size()) {
                return diagrams.no();
            }
            List<Condition> rest = parts.subList(1, parts.size());
            Diagram first = holds(parts.getFirst());
            return diagrams.or(
                    diagrams.and(first, atLeast(n - 1, rest)),
                    diagrams.and(diagrams.not(first), atLeast(n, rest)));
        }

        /// That a fact does not apply here, because another says so.
        private Diagram notApplicable(String fact) {
            List<Condition> when = notApplicable.get(fact);
            if (when == null) {
                return diagrams.no();
            }
            Diagram known = masks.get(link).get(fact);
            if (known != null) {
                return known;
            }
            Diagram any = any(when);
            masks.get(link).put(fact, any);
            return any;
        }

        private Diagram yesNo(Fact.YesNo fact) {
            Diagram raw = implied(fact.id(), Set.of("true"), oneOf(fact.id(), Set.of("true")));
            return raw == diagrams.no()
                    ? raw
                    : diagrams.and(raw, diagrams.not(notApplicable(fact.id())));
        }

        private Diagram has(String fact, Set<String> leaves) {
            Asked how = asked(fact);
            if (how == null) {
                throw new IllegalStateException("`" + fact + "` is asked after but not planned");
            }
            Diagram raw =
                    switch (how) {
                        case Asked.Exactly(var values) ->
                                diagrams.of(
                                        leaves.isEmpty()
                                                ? values.isEmpty()
                                                : values.stream().anyMatch(leaves::contains));
                        case Asked.Candidates(var variable, var sets) ->
                                candidates(variable, sets, leaves);
                        case Asked.ManyGroups(var groups) -> manyGroups(groups, leaves);
                        default -> oneOf(fact, leaves);
                    };
            Diagram implied = implied(fact, leaves, raw);
            Diagram mask = notApplicable(fact);
            if (mask == diagrams.no()) {
                return implied;
            }
            return leaves.isEmpty()
                    ? diagrams.or(implied, mask)
                    : diagrams.and(implied, diagrams.not(mask));
        }

        /// The value that another fact forces, where it does.
        private Diagram implied(String fact, Set<String> leaves, Diagram raw) {
            Diagram result = raw;
            for (Constraint.Implies constraint : implications) {
                if (constraint.fact().id().equals(fact)) {
                    Diagram where = holds(constraint.when());
                    result =
                            leaves.contains(constraint.value())
                                    ? diagrams.or(result, where)
                                    : diagrams.and(result, diagrams.not(where));
                }
            }
            return result;
        }

        private Diagram oneOf(String fact, Set<String> values) {
            return switch (asked(fact)) {
                case Asked.One(var value) -> diagrams.of(values.contains(value));
                case Asked.OneGroup(var variable, var groups, var firsts) -> {
                    boolean[] accepted = new boolean[groups.size()];
                    for (int group = 0; group < accepted.length; group++) {
                        Set<String> all = groups.get(group);
                        accepted[group] =
                                values.contains(firsts.get(group))
                                        ? all.size() == 1 || values.containsAll(all)
                                        : all.isEmpty();
                    }
                    yield diagrams.variable(variable.level(), accepted);
                }
                case null, default ->
                        throw new IllegalStateException(
                                "`" + fact + "` is not a fact with one value");
            };
        }

        private Diagram candidates(Variable variable, List<Set<String>> sets, Set<String> leaves) {
            boolean[] accepted = new boolean[sets.size()];
            for (int set = 0; set < accepted.length; set++) {
                accepted[set] =
                        leaves.isEmpty()
                                ? sets.get(set).isEmpty()
                                : sets.get(set).stream().anyMatch(leaves::contains);
            }
            return diagrams.variable(variable.level(), accepted);
        }

        private Diagram manyGroups(Map<Variable, Set<String>> groups, Set<String> leaves) {
            Diagram any = diagrams.no();
            for (var group : groups.entrySet()) {
                if (leaves.isEmpty() || leaves.containsAll(group.getValue())) {
                    any = diagrams.or(any, isTrue(group.getKey()));
                }
            }
            return leaves.isEmpty() ? diagrams.not(any) : any;
        }

        private Diagram isTrue(Variable variable) {
            return diagrams.variable(variable.level(), new boolean[] {false, true});
        }

        private Diagram amount(Condition.AmountIs condition) {
            String fact = condition.fact().id();
            Asked how = asked(fact + " " + condition.unit());
            Diagram raw =
                    switch (how) {
                        case Asked.Exact(var number) ->
                                diagrams.of(
                                        condition.comparison().holds(number, condition.number()));
                        case Asked.Sums(var variable, var sums) ->
                                oneOfSums(variable, sums, condition);
                        case Asked.Regions(var variable, var cuts) ->
                                region(variable, cuts, condition);
                        case null, default ->
                                throw new IllegalStateException(
                                        "`" + fact + "` is asked after but not planned");
                    };
            return diagrams.and(raw, diagrams.not(notApplicable(fact)));
        }

        private Diagram oneOfSums(
                Variable variable, List<Known.Sum> sums, Condition.AmountIs condition) {
            boolean[] accepted = new boolean[sums.size()];
            for (int sum = 0; sum < accepted.length; sum++) {
                accepted[sum] =
                        condition.comparison().holds(sums.get(sum).number(), condition.number());
            }
            return diagrams.variable(variable.level(), accepted);
        }

        private Diagram region(Variable variable, List<Cut> cuts, Condition.AmountIs condition) {
            Cut cut = Alphabet.cut(condition.comparison(), condition.number());
            boolean below =
                    condition.comparison() == Condition.Comparison.UP_TO
                            || condition.comparison() == Condition.Comparison.UNDER;
            boolean[] accepted = new boolean[cuts.size() + 1];
            for (int region = 0; region < accepted.length; region++) {
                boolean regionBelow = region < cuts.size() && cuts.get(region).compareTo(cut) <= 0;
                accepted[region] = regionBelow == below;
            }
            return diagrams.variable(variable.level(), accepted);
        }

        private Diagram before(Condition.Before before) {
            Optional<Boolean> settled = settledOrder(before, link);
            if (settled.isPresent()) {
                return diagrams.of(settled.get());
            }
            for (Constraint constraint : library.constraints()) {
                if (constraint instanceof Constraint.Same(var fact, var same)
                        && same.equals(before)) {
                    return yesNo(fact);
                }
            }
            throw new IllegalStateException(
                    "the order of two events is asked after, and no fact stands for it");
        }

        @Override
        public Diagram during(Window window) {
            return switch (window) {
                case Window.Always _ -> diagrams.yes();
                case Window.Beyond(var bar) -> diagrams.not(during(bar));
                case Window.Within within -> within(within);
            };
        }

        private Diagram within(Window.Within window) {
            Diagram any = diagrams.no();
            for (Reckoning settled : Alphabet.settled(window.reckoning())) {
                Diagram open = open(window, new Span(window.length(), settled));
                any = diagrams.or(any, diagrams.and(chosen(window.reckoning(), settled), open));
            }
            return any;
        }

        private Diagram open(Window.Within window, Span span) {
            boolean earlier = window.anchor().start() == Window.Start.EARLIER_OF;
            Diagram open = diagrams.of(earlier);
            for (Fact.Event event : window.anchor().events()) {
                Diagram here = openSince(event, span);
                open = earlier ? diagrams.and(open, here) : diagrams.or(open, here);
            }
            return open;
        }

        /// That a clock started by this event has not run out; one that never started has not.
        private Diagram openSince(Fact.Event event, Span span) {
            LocalDate closing = closing(span);
            Diagram raw =
                    switch (asked(event.id())) {
                        case Asked.Day(var began) -> diagrams.of(!began.isBefore(closing));
                        case Asked.Never _ -> diagrams.yes();
                        case Asked.Spans spans -> {
                            List<Known.Range> regions = spans.regions();
                            boolean[] accepted = new boolean[spans.width()];
                            for (int region = 0; region < accepted.length; region++) {
                                accepted[region] =
                                        region >= regions.size()
                                                || !regions.get(region).first().isBefore(closing);
                            }
                            yield diagrams.variable(spans.variable().level(), accepted);
                        }
                        case null, default ->
                                throw new IllegalStateException(
                                        "`" + event.id() + "` is asked after but not planned");
                    };
            return diagrams.or(raw, notApplicable(event.id()));
        }

        private Diagram chosen(Reckoning stated, Reckoning settled) {
            Diagram chosen = diagrams.yes();
            if (stated.lastDay() == LastDay.UNSTATED) {
                chosen =
                        reading(
                                LAST_DAY,
                                settled.lastDay() == LastDay.INCLUDED ? "included" : "excluded");
            }
            if (stated.rounding() == Rounding.UNSTATED) {
                chosen =
                        diagrams.and(
                                chosen,
                                reading(
                                        ROUNDING,
                                        settled.rounding() == Rounding.UP ? "up" : "down"));
            }
            return chosen;
        }

        @Override
        public Diagram readAs(String point, String reading) {
            return reading(point, reading);
        }

        private Diagram reading(String point, String name) {
            if (text == null) {
                throw new IllegalStateException("a reading was asked after without a text");
            }
            if (!(readings.get(text.edition().id() + " " + point)
                    instanceof Asked.OneGroup(var variable, var groups, _))) {
                throw new IllegalStateException("the reading `" + point + "` was not planned");
            }
            boolean[] accepted = new boolean[groups.size()];
            accepted[groups.indexOf(Set.of(name))] = true;
            return diagrams.variable(variable.level(), accepted);
        }
    }

    /// The vocabulary of the case.
    Vocabulary vocabulary() {
        return library.vocabulary();
    }
}

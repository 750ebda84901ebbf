package org.plumbline.core.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Constraint;
import org.plumbline.core.condition.Decimal;
import org.plumbline.core.condition.Window;
import org.plumbline.core.decide.Text.Entry;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Party;

/// Every completion of a partly known case, one by one: a truth table.
///
/// A proposition is the set of rows in which it is so; each row is a [Completion] for every link.
/// Every open fact is given concrete values: one at random out of each group that no norm tells
/// apart, and days on both sides of every day on which something closes. A residual norm, and an
/// exception under the burden, count when they hold in every row, and a row cannot tell that of
/// itself: that is why the rows are decided together, by the same evaluator over sets of rows.
@SuppressWarnings("IdentityHashMapUsage") // a condition is itself, however alike two are
final class Completions implements Logic<BitSet> {

    private static final Set<String> PERSON = Set.of("role", "stage", "tie");
    private static final LocalDate LONG_AGO = LocalDate.of(1850, 1, 1);
    private static final LocalDate FAR_OFF = LocalDate.of(2690, 12, 31);
    private static final int SHARED = -1;
    private static final int READING = -2;

    /// Something open, with the values it is given.
    ///
    /// @param owner the link it belongs to, or SHARED, or READING
    /// @param fact the fact, or the point of interpretation
    /// @param part the unit of an amount, or the value of a fact with any number of them
    record Open(int owner, String fact, String part, List<?> values) {
        boolean reading() {
            return owner == READING;
        }
    }

    private final Library library;
    private final Scenario scenario;
    private final Text text;
    private final Random random;
    private final List<Open> open = new ArrayList<>();
    private final List<Map<String, Known>> settled = new ArrayList<>();
    private final List<int[]> rows = new ArrayList<>();
    private final List<List<Completion>> cases = new ArrayList<>();
    private boolean approximate;

    /// @param random picks one value out of each group that no norm tells apart
    Completions(Library library, Scenario scenario, Text text, Random random) {
        this.library = library;
        this.scenario = scenario;
        this.text = text;
        this.random = random;
        plan();
    }

    /// Whether the answer may hang on the order of two events of which windows ask as well.
    /// Diagrams know that order only as far as the bounds of each event settle it.
    boolean approximate() {
        return approximate;
    }

    /// What is open.
    List<Open> open() {
        return open;
    }

    /// How many rows there would be, impossible ones counted.
    double size() {
        return open.stream().mapToDouble(o -> o.values().size()).reduce(1, (a, b) -> a * b);
    }

    // ── What is open ────────────────────────────────────────────────────────────────────────

    private int owner(int link, Fact fact) {
        return fact instanceof Fact.Event
                        || PERSON.contains(fact.id())
                        || scenario.ownedBy(link, fact.id())
                ? link
                : SHARED;
    }

    private Known known(int owner, String fact) {
        return owner == SHARED
                ? scenario.shared().getOrDefault(fact, Known.ANYTHING)
                : scenario.known(owner, fact);
    }

    private boolean belongs(int owner, String fact, int link) {
        return owner == link || (owner == SHARED && !scenario.ownedBy(link, fact));
    }

    private void plan() {
        for (int link = 0; link < scenario.links().size(); link++) {
            settled.add(new HashMap<>());
        }
        Set<String> planned = new HashSet<>();
        for (Fact fact : library.vocabulary().facts().values()) {
            for (int link = 0; link < scenario.links().size(); link++) {
                int owner = owner(link, fact);
                if (planned.add(owner + " " + fact.id())) {
                    plan(fact, owner);
                }
            }
        }
        for (int link = 0; link < scenario.links().size(); link++) {
            planOrders(link);
        }
        Alphabet alphabet = text.alphabet();
        if (alphabet.unstatedLastDay()) {
            reading(Possibilities.LAST_DAY, List.of("excluded", "included"));
        }
        if (alphabet.unstatedRounding()) {
            reading(Possibilities.ROUNDING, List.of("down", "up"));
        }
        alphabet.readings().forEach(this::reading);
    }

    private void reading(String point, List<String> names) {
        open.add(new Open(READING, point, "", names));
    }

    private void decide(int owner, String fact, String part, List<? extends Known> values) {
        if (values.size() > 1) {
            open.add(new Open(owner, fact, part, values));
            return;
        }
        settle(owner, fact, part, values.getFirst());
    }

    private void settle(int owner, String fact, String part, Known known) {
        for (int link = 0; link < settled.size(); link++) {
            if (belongs(owner, fact, link)) {
                settled.get(link).put(part.isEmpty() ? fact : fact + " " + part, known);
            }
        }
    }

    private void plan(Fact fact, int owner) {
        switch (fact) {
            case Fact.OneOf one -> planOneOf(one, owner);
            case Fact.SomeOf some -> planSomeOf(some, owner);
            case Fact.YesNo yesNo -> {
                boolean known =
                        known(owner, yesNo.id()) instanceof Known.Value(var v) && v.size() == 1;
                boolean asked = text.alphabet().yesNo().contains(yesNo.id());
                if (known) {
                    settle(owner, yesNo.id(), "", known(owner, yesNo.id()));
                } else if (asked) {
                    decide(owner, yesNo.id(), "", List.of(yesNo(false), yesNo(true)));
                } else {
                    settle(owner, yesNo.id(), "", yesNo(random.nextBoolean()));
                }
            }
            case Fact.Amount amount ->
                    amount.units()
                            .forEach(u -> decide(owner, amount.id(), u, sums(amount, owner, u)));
            case Fact.Event event -> {
                if (text.alphabet().spans().containsKey(event.id())) {
                    decide(owner, event.id(), "", days(owner, event));
                } else if (known(owner, event.id()) instanceof Known.Days days
                        && (days.isExact() || days.ranges().isEmpty())) {
                    settle(owner, event.id(), "", days);
                }
            }
        }
    }

    private void planOneOf(Fact.OneOf fact, int owner) {
        List<String> possible =
                known(owner, fact.id()) instanceof Known.Value(var values)
                        ? fact.values().stream().filter(values::contains).toList()
                        : fact.values();
        Set<Set<String>> sets = text.alphabet().sets().getOrDefault(fact.id(), Set.of());
        decide(
                owner,
                fact.id(),
                "",
                representatives(possible, sets).stream()
                        .map(v -> new Known.Value(Set.of(v)))
                        .toList());
    }

    private void planSomeOf(Fact.SomeOf fact, int owner) {
        Set<Set<String>> sets = text.alphabet().sets().getOrDefault(fact.id(), Set.of());
        if (known(owner, fact.id()) instanceof Known.Sets(var possible)) {
            decide(
                    owner,
                    fact.id(),
                    "",
                    possible.stream().map(s -> new Known.Sets(List.of(s))).toList());
        } else if (sets.isEmpty()) {
            settle(owner, fact.id(), "", new Known.Sets(List.of(Set.of())));
        } else {
            for (String value : representatives(fact.values(), sets)) {
                open.add(new Open(owner, fact.id(), value, List.of(false, true)));
            }
        }
    }

    private static Known yesNo(boolean so) {
        return new Known.Value(Set.of(String.valueOf(so)));
    }

    private List<Known> sums(Fact.Amount fact, int owner, String unit) {
        if (known(owner, fact.id()) instanceof Known.Sums(var all)
                && all.stream().allMatch(s -> s.unit().equals(unit))) {
            return all.stream().map(s -> (Known) new Known.Sums(List.of(s))).toList();
        }
        Set<Decimal> numbers = new TreeSet<>(Set.of(Decimal.of(1)));
        for (Alphabet.Cut cut :
                text.alphabet()
                        .cuts()
                        .getOrDefault(fact.id(), Map.of())
                        .getOrDefault(unit, new TreeSet<>())) {
            numbers.add(new Decimal(cut.number().millionths() - 10_000));
            numbers.add(cut.number());
            numbers.add(new Decimal(cut.number().millionths() + 10_000));
        }
        return numbers.stream()
                .map(n -> (Known) new Known.Sums(List.of(new Known.Sum(n, unit))))
                .toList();
    }

    /// One value at random out of each group that no norm tells apart.
    private List<String> representatives(List<String> values, Set<Set<String>> sets) {
        Map<Set<Set<String>>, List<String>> groups = new LinkedHashMap<>();
        for (String value : values) {
            Set<Set<String>> in = new HashSet<>(sets);
            in.removeIf(s -> !s.contains(value));
            groups.computeIfAbsent(in, _ -> new ArrayList<>()).add(value);
        }
        return groups.values().stream().map(g -> g.get(random.nextInt(g.size()))).toList();
    }

    /// Both ends of every stretch of days within which nothing closes, and that it never happened.
    private List<Known> days(int link, Fact.Event event) {
        TreeSet<LocalDate> marks = new TreeSet<>(Set.of(LONG_AGO, FAR_OFF));
        text.alphabet()
                .spans()
                .forEach((other, spans) -> {
                    if (scenario.known(link, other) instanceof Known.Days(var ranges, _)) {
                        ranges.forEach(r -> marks.addAll(List.of(r.first(), r.last())));
                    }
                    for (Alphabet.Span span : spans) {
                        LocalDate first = firstStillOpen(span);
                        marks.add(first);
                        marks.add(first.minusDays(1));
                    }
                });
        Known.Days known =
                scenario.known(link, event.id()) instanceof Known.Days d
                        ? d
                        : new Known.Days(List.of(new Known.Range(LONG_AGO, FAR_OFF)), true);
        List<Known> days = new ArrayList<>();
        for (Known.Range range : known.ranges()) {
            for (LocalDate day : marks.subSet(range.first(), true, range.last(), true)) {
                days.add(new Known.Days(List.of(Known.Range.of(day)), false));
            }
        }
        if (known.maybeNever()) {
            days.add(new Known.Days(List.of(), true));
        }
        return days;
    }

    private LocalDate firstStillOpen(Alphabet.Span span) {
        LocalDate began =
                scenario.day()
                        .minusMonths(span.length().months())
                        .minusDays(span.length().days())
                        .plusDays(6);
        while (scenario.day()
                .isBefore(span.reckoning().firstFreeDay(began.minusDays(1), span.length()))) {
            began = began.minusDays(1);
        }
        return began;
    }

    /// A fact that says the same as the order of two events: settled by them, or open by itself.
    private void planOrders(int link) {
        for (Constraint constraint : library.constraints()) {
            if (!(constraint instanceof Constraint.Same(var fact, var before))) {
                continue;
            }
            int owner = owner(link, fact);
            if (owner == SHARED && link > 0) {
                continue;
            }
            Set<Boolean> orders = orders(link, before);
            if (orders.size() == 1) {
                open.removeIf(o -> o.fact().equals(fact.id()) && o.owner() == owner);
                settle(owner, fact.id(), "", yesNo(orders.contains(true)));
            } else if (text.alphabet().spans().containsKey(before.first().id())
                    || text.alphabet().spans().containsKey(before.second().id())) {
                approximate = true;
            }
        }
    }

    private Set<Boolean> orders(int link, Condition.Before before) {
        Map<String, Known.Days> bounds = EventDays.tightened(library, scenario, link);
        Set<Boolean> orders = new HashSet<>();
        for (Optional<LocalDate> first : ends(bounds.get(before.first().id()))) {
            for (Optional<LocalDate> second : ends(bounds.get(before.second().id()))) {
                orders.add(
                        first.isPresent()
                                && (second.isEmpty() || first.get().isBefore(second.get())));
            }
        }
        return orders;
    }

    private static List<Optional<LocalDate>> ends(Known.Days days) {
        List<Optional<LocalDate>> ends = new ArrayList<>();
        for (Known.Range range : days.ranges()) {
            ends.add(Optional.of(range.first()));
            ends.add(Optional.of(range.last()));
        }
        if (days.maybeNever()) {
            ends.add(Optional.empty());
        }
        return ends;
    }

    // ── Rows ────────────────────────────────────────────────────────────────────────────────

    /// Writes every row that is possible.
    ///
    /// @return whether there is one
    boolean enumerate() {
        int[] row = new int[open.size()];
        do {
            List<Completion> links = links(row);
            if (possible(links)) {
                rows.add(row.clone());
                cases.add(links);
            }
        } while (next(row));
        return !rows.isEmpty();
    }

    private boolean next(int[] row) {
        for (int at = 0; at < row.length; at++) {
            row[at]++;
            if (row[at] < open.get(at).values().size()) {
                return true;
            }
            row[at] = 0;
        }
        return false;
    }

    private List<Completion> links(int[] row) {
        List<Completion> links = new ArrayList<>();
        Map<String, String> readings = new HashMap<>();
        for (int at = 0; at < row.length; at++) {
            if (open.get(at).reading()) {
                readings.put(open.get(at).fact(), (String) open.get(at).values().get(row[at]));
            }
        }
        for (int link = 0; link < settled.size(); link++) {
            Map<String, Known> facts = new HashMap<>(settled.get(link));
            for (int at = 0; at < row.length; at++) {
                Open one = open.get(at);
                if (!one.reading() && belongs(one.owner(), one.fact(), link)) {
                    put(facts, one, one.values().get(row[at]));
                }
            }
            links.add(new Completion(library, scenario.day(), facts, readings));
        }
        return links;
    }

    private static void put(Map<String, Known> facts, Open one, Object value) {
        switch (value) {
            case Boolean there -> {
                Set<String> set =
                        facts.get(one.fact()) instanceof Known.Sets(var sets)
                                ? new HashSet<>(sets.getFirst())
                                : new HashSet<>();
                if (there) {
                    set.add(one.part());
                }
                facts.put(one.fact(), new Known.Sets(List.of(set)));
            }
            case Known.Sums sum -> facts.put(one.fact() + " " + one.part(), sum);
            case Known known -> facts.put(one.fact(), known);
            default -> throw new IllegalStateException("not a value: " + value);
        }
    }

    private boolean possible(List<Completion> links) {
        for (int link = 0; link < links.size(); link++) {
            for (Constraint constraint : library.constraints()) {
                boolean kept =
                        switch (constraint) {
                            case Constraint.Order(var events) -> inOrder(links.get(link), events);
                            case Constraint.Implies implies ->
                                    scenario.assumed().contains(implies.fact().id())
                                            || !links.get(link).holds(implies.when())
                                            || hasImplied(links.get(link), implies);
                            case Constraint.NotApplicable _,
                                    Constraint.NotOrdinary _,
                                    Constraint.Past _,
                                    Constraint.Same _ ->
                                    true;
                        };
                if (!kept) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean hasImplied(Completion one, Constraint.Implies implies) {
        return new Known.Value(Set.of(implies.value()))
                .equals(one.facts().get(implies.fact().id()));
    }

    private static boolean inOrder(Completion one, List<Fact.Event> events) {
        LocalDate latest = LocalDate.MIN;
        for (Fact.Event event : events) {
            if (one.facts().get(event.id()) instanceof Known.Days(var ranges, _)
                    && !ranges.isEmpty()) {
                LocalDate day = ranges.getFirst().first();
                if (day.isBefore(latest)) {
                    return false;
                }
                latest = day;
            }
        }
        return true;
    }

    // ── Sets of rows as truth ───────────────────────────────────────────────────────────────

    @Override
    public BitSet yes() {
        BitSet all = new BitSet(rows.size());
        all.set(0, rows.size());
        return all;
    }

    @Override
    public BitSet no() {
        return new BitSet();
    }

    @Override
    public BitSet and(BitSet left, BitSet right) {
        BitSet both = (BitSet) left.clone();
        both.and(right);
        return both;
    }

    @Override
    public BitSet or(BitSet left, BitSet right) {
        BitSet either = (BitSet) left.clone();
        either.or(right);
        return either;
    }

    @Override
    public BitSet not(BitSet proposition) {
        BitSet others = yes();
        others.andNot(proposition);
        return others;
    }

    @Override
    public boolean certain(BitSet proposition) {
        return proposition.cardinality() == rows.size();
    }

    @Override
    public boolean excluded(BitSet proposition) {
        return proposition.isEmpty();
    }

    private BitSet where(Predicate<List<Completion>> so) {
        BitSet where = new BitSet(rows.size());
        for (int row = 0; row < rows.size(); row++) {
            where.set(row, so.test(cases.get(row)));
        }
        return where;
    }

    private final class Toward implements Circumstances<BitSet> {
        private final int link;
        private final Map<Object, BitSet> answered = new IdentityHashMap<>();

        Toward(int link) {
            this.link = link;
        }

        private BitSet each(Object question, Predicate<Completion> so) {
            return answered.computeIfAbsent(
                    question, _ -> where(links -> so.test(links.get(link))));
        }

        @Override
        public BitSet act(Set<String> leaves) {
            return each(leaves, one -> one.act(leaves));
        }

        @Override
        public BitSet form(Set<String> forms) {
            return each(forms, one -> one.form(forms));
        }

        @Override
        public BitSet medium(Set<String> leaves) {
            return where(links -> links.get(link).medium(leaves));
        }

        @Override
        public BitSet party(Party party) {
            return each(party, one -> one.party(party));
        }

        @Override
        public BitSet holds(Condition condition) {
            return each(condition, one -> one.holds(condition));
        }

        @Override
        public BitSet during(Window window) {
            return each(window, one -> one.during(window));
        }

        @Override
        public BitSet readAs(String point, String reading) {
            return where(links -> links.get(link).readAs(point, reading));
        }
    }

    // ── The answer, row by row ──────────────────────────────────────────────────────────────

    /// What follows from the rows in which the text binds.
    ///
    /// @param headlines every headline of some row
    /// @param missing facts of which two values, the rest alike, give different headlines
    /// @param readings points of which two readings leave different headlines, the others alike
    /// @param provisions what grounds every row, or some while more than one headline is possible
    /// @param duties what attaches in some row, and whether it does in all
    record Answer(
            Set<Headline> headlines,
            Set<Headline> underBurden,
            Set<String> missing,
            Set<String> readings,
            Set<String> provisions,
            Map<String, Boolean> duties) {}

    /// Whether the text binds in some row.
    boolean mayBind() {
        return !binding().isEmpty();
    }

    private BitSet binding() {
        return where(links -> links.getFirst().holds(text.edition().binds()));
    }

    /// The answer of the text.
    Answer answer() {
        BitSet world = binding();
        List<Evaluator<BitSet>> evaluators = evaluators(false);
        Map<Headline, BitSet> headlines = headlines(evaluators, world);
        List<Optional<Headline>> byRow =
                new ArrayList<>(Collections.nCopies(rows.size(), Optional.empty()));
        headlines.forEach((headline, where) ->
                where.stream().forEach(row -> byRow.set(row, Optional.of(headline))));
        Set<String> missing = new TreeSet<>();
        Set<String> readings = new TreeSet<>();
        for (int at = 0; at < open.size(); at++) {
            if (!open.get(at).reading() && decides(at, byRow)) {
                missing.add(open.get(at).fact());
            }
            if (open.get(at).reading() && divides(at, byRow)) {
                readings.add(open.get(at).fact());
            }
        }
        return new Answer(
                headlines.keySet(),
                headlines(evaluators(true), world).keySet(),
                missing,
                readings,
                provisions(evaluators, headlines, world),
                duties(evaluators, world));
    }

    /// The headlines of the rows, each decided alone in plain truth; residual norms that are not
    /// certain are struck out first, since no row can tell.
    Set<Headline> oneByOne() {
        List<Set<Entry>> struck = new ArrayList<>();
        for (Evaluator<BitSet> whole : evaluators(false)) {
            Set<Entry> uncertain = Collections.newSetFromMap(new IdentityHashMap<>());
            for (Entry entry : whole.directives()) {
                if (((Norm.Directive) entry.norm()).acts().residual()
                        && !certain(whole.applies(entry))
                        && excluded(whole.permits(entry))) {
                    uncertain.add(entry);
                }
            }
            struck.add(uncertain);
        }
        Set<Headline> all = EnumSet.noneOf(Headline.class);
        for (int row : binding().stream().toArray()) {
            List<Components<Boolean>> components = new ArrayList<>();
            for (int link = 0; link < settled.size(); link++) {
                components.add(
                        new Evaluator<>(
                                        Logic.PLAIN,
                                        text,
                                        cases.get(row).get(link),
                                        false,
                                        struck.get(link)::contains)
                                .components());
            }
            Components.join(Logic.PLAIN, components)
                    .headlines(Logic.PLAIN)
                    .forEach((headline, so) -> {
                        if (so) {
                            all.add(headline);
                        }
                    });
        }
        return all;
    }

    /// Whether, for every reading and every day of every event, some row has such a headline.
    boolean weakenedOnEveryReading(Predicate<Headline> weaker) {
        BitSet weakened = new BitSet();
        BitSet world = binding();
        headlines(evaluators(false), world)
                .forEach((headline, where) -> {
                    if (weaker.test(headline)) {
                        weakened.or(where);
                    }
                });
        Map<List<Integer>, Boolean> byTime = new HashMap<>();
        for (int row : world.stream().toArray()) {
            List<Integer> time = new ArrayList<>();
            for (int at = 0; at < open.size(); at++) {
                Open one = open.get(at);
                boolean ofTime =
                        one.reading()
                                || library.vocabulary().facts().get(one.fact())
                                        instanceof Fact.Event;
                time.add(ofTime ? rows.get(row)[at] : -1);
            }
            byTime.merge(time, weakened.get(row), Boolean::logicalOr);
        }
        return !byTime.containsValue(false);
    }

    private List<Evaluator<BitSet>> evaluators(boolean underBurden) {
        List<Evaluator<BitSet>> all = new ArrayList<>();
        for (int link = 0; link < settled.size(); link++) {
            all.add(new Evaluator<>(this, text, new Toward(link), underBurden, _ -> false));
        }
        return all;
    }

    private Map<Headline, BitSet> headlines(List<Evaluator<BitSet>> evaluators, BitSet world) {
        Map<Headline, BitSet> headlines =
                Components.join(this, evaluators.stream().map(Evaluator::components).toList())
                        .headlines(this);
        headlines.replaceAll((_, where) -> and(where, world));
        headlines.values().removeIf(BitSet::isEmpty);
        return headlines;
    }

    private boolean decides(int at, List<Optional<Headline>> byRow) {
        Map<List<Integer>, Headline> byRest = new HashMap<>();
        for (int row = 0; row < byRow.size(); row++) {
            if (byRow.get(row).isPresent()) {
                List<Integer> rest = new ArrayList<>();
                for (int value : rows.get(row)) {
                    rest.add(value);
                }
                rest.set(at, -1);
                Headline here = byRow.get(row).get();
                if (byRest.getOrDefault(rest, here) != here) {
                    return true;
                }
                byRest.put(rest, here);
            }
        }
        return false;
    }

    /// Whether two readings of a point leave different headlines, all other points read alike.
    private boolean divides(int at, List<Optional<Headline>> byRow) {
        Map<List<Integer>, Map<Integer, Set<Headline>>> byOthers = new HashMap<>();
        for (int row = 0; row < byRow.size(); row++) {
            List<Integer> others = new ArrayList<>();
            for (int other = 0; other < open.size(); other++) {
                if (other != at && open.get(other).reading()) {
                    others.add(rows.get(row)[other]);
                }
            }
            Set<Headline> here =
                    byOthers.computeIfAbsent(others, _ -> new HashMap<>())
                            .computeIfAbsent(
                                    rows.get(row)[at], _ -> EnumSet.noneOf(Headline.class));
            byRow.get(row).ifPresent(here::add);
        }
        return byOthers.values().stream()
                .anyMatch(byValue -> new HashSet<>(byValue.values()).size() > 1);
    }

    private Set<String> provisions(
            List<Evaluator<BitSet>> evaluators, Map<Headline, BitSet> headlines, BitSet world) {
        Map<String, BitSet> byCite = new TreeMap<>();
        for (Evaluator<BitSet> evaluator : evaluators) {
            evaluator
                    .grounds(new Named<>(this, headlines))
                    .forEach((entry, where) -> byCite.merge(entry.cite(), where, this::or));
        }
        Set<String> cites = new TreeSet<>();
        byCite.forEach((cite, where) -> {
            BitSet here = and(where, world);
            if (headlines.size() == 1 ? here.equals(world) : !here.isEmpty()) {
                cites.add(cite);
            }
        });
        return cites;
    }

    private Map<String, Boolean> duties(List<Evaluator<BitSet>> evaluators, BitSet world) {
        Map<String, BitSet> attached = new TreeMap<>();
        for (Evaluator<BitSet> evaluator : evaluators) {
            evaluator
                    .duties()
                    .forEach((id, from) ->
                            from.values()
                                    .forEach(where ->
                                            attached.merge(id, and(where, world), this::or)));
        }
        Map<String, Boolean> duties = new TreeMap<>();
        attached.forEach((id, where) -> {
            if (!where.isEmpty()) {
                duties.put(id, where.equals(world));
            }
        });
        return duties;
    }
}

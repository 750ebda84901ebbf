package org.plumbline.bulk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.bulk.Ruling.Joined;
import org.plumbline.bulk.Ruling.Lifting;
import org.plumbline.bulk.Ruling.OfText;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.decide.Decision.Answer;
import org.plumbline.core.decide.Decision.Lifts;
import org.plumbline.core.decide.Decision.Sureness;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.InForce;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Scenario;

/// A library in a form that decides rows by looking up the class they belong to.
///
/// Its answers are the plain evaluator's: whatever a class is said to have was said by [Decider] of
/// one of its rows. Which rows make a class is this package's claim, and `AgreementTest` holds it to
/// that.
///
/// Safe to share between threads; give each thread its own [Row].
public final class CompiledLibrary {

    private static final long MOST_REMEMBERED = 400_000;

    private final Library library;
    private final Decider decider;
    private final Columns columns;
    private final Roads roads = new Roads();
    private final Optional<List<Edition>> named;
    private final List<Edition> editions;
    private final int[] binding;
    private final int[] boundaries;
    private final Map<String, CompiledText> texts = new ConcurrentHashMap<>();
    private final Map<List<String>, CompiledText> joints = new ConcurrentHashMap<>();
    private final Map<Integer, Era> eras = new ConcurrentHashMap<>();
    private final Map<Bound, Candidates> candidates = new ConcurrentHashMap<>();
    private final Map<Outcome, Outcome> outcomes = new ConcurrentHashMap<>();
    private final Map<String, Outcome> notInForce = new ConcurrentHashMap<>();
    private final LongAdder asked = new LongAdder();

    /// The texts as they stand between two days on which some edition begins or ends.
    ///
    /// @param day one of its days
    /// @param texts by edition, those that were asked after so far; absent if not in force
    private record Era(LocalDate day, Map<String, Optional<CompiledText>> texts) {}

    /// What a row says of who is bound.
    @SuppressWarnings("ArrayRecordComponent") // compared by what it holds, below
    private record Bound(int[] numbers) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Bound(var that) && Arrays.equals(numbers, that);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(numbers);
        }
    }

    /// The editions that are in question for a row, whenever they are in force.
    ///
    /// @param binding the ids of those that certainly bind
    /// @param boundaries days after which another of them may be in force
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Candidates(
            List<Edition> editions,
            Set<String> binding,
            int[] boundaries,
            Map<Integer, Bundle> bundles) {

        /// Whether there is nothing to join: one text, which binds. What a text says that may not bind
        /// counts otherwise than it stands.
        boolean isOneThatSurelyBinds(Bundle bundle) {
            return bundle.texts().size() == 1
                    && binding.contains(bundle.editions().getFirst().id());
        }
    }

    /// The editions in question that are in force together.
    private record Bundle(List<Edition> editions, List<CompiledText> texts) {}

    private CompiledLibrary(Library library, Optional<List<Edition>> named) {
        this.library = library;
        this.decider = new Decider(library);
        this.columns = new Columns(library);
        this.named = named;
        this.editions = library.editions();
        this.binding = binding();
        this.boundaries = boundaries(editions);
    }

    /// The library, each row to be decided under every edition that binds or may bind; drafts left out.
    public static CompiledLibrary of(Library library) {
        return new CompiledLibrary(library, Optional.empty());
    }

    /// The library, each row to be decided under the editions named, whether they bind or not.
    public static CompiledLibrary of(Library library, Collection<Edition> editions) {
        return new CompiledLibrary(library, Optional.of(List.copyOf(editions)));
    }

    /// One edition, taken as if it were in force on every day, whether it binds or not.
    public static CompiledLibrary asIfInForce(Library library, Edition edition) {
        var standing =
                new Edition(
                        edition.id(),
                        edition.body(),
                        edition.title(),
                        InForce.always(),
                        edition.level(),
                        edition.encoded(),
                        edition.binds(),
                        edition.incorporates(),
                        edition.overrides(),
                        edition.practitioner(),
                        edition.strength(),
                        edition.reckoning(),
                        edition.draft(),
                        edition.provisions());
        return of(library.with(standing), List.of(standing));
    }

    /// The same library with nothing remembered yet.
    public CompiledLibrary anew() {
        return new CompiledLibrary(library, named);
    }

    /// Whether so much is remembered that it is better begun [anew][#anew], so that memory is bounded
    /// whatever a caseload holds.
    public boolean isFull() {
        return columns.remembered() + classes() > MOST_REMEMBERED;
    }

    /// An empty row, for one thread.
    public Row row() {
        return new Row(columns);
    }

    /// The editions named that are in force on a day, joined, as flat tables for rows of that day.
    ///
    /// @throws IllegalArgumentException if no edition was named, or their questions do not fit a row
    public Classifier classifier(LocalDate day) {
        int number = (int) day.toEpochDay();
        List<CompiledText> inForce =
                named
                        .orElseThrow(() -> new IllegalArgumentException("no editions were named"))
                        .stream()
                        .flatMap(e -> text(era(number), e).stream())
                        .toList();
        return new Classifier(joint(inForce), day);
    }

    /// Makes the compiled form of every text that may be in force on a day now; otherwise it is made
    /// when a row first needs it.
    public void makeAll(LocalDate day) {
        Era era = era((int) day.toEpochDay());
        editions.forEach(e -> text(era, e));
    }

    /// The library that is decided by.
    public Library library() {
        return library;
    }

    /// How often the plain evaluator was asked for a class so far.
    public long asked() {
        return asked.sum();
    }

    /// How many classes rows have led to so far, text by text and joined.
    public long classes() {
        return texts.values().stream().mapToLong(CompiledText::classes).sum()
                + joints.values().stream().mapToLong(CompiledText::classes).sum();
    }

    /// How many different outcomes there are so far.
    public int outcomes() {
        return outcomes.size();
    }

    // ── Deciding ────────────────────────────────────────────────────────────────────────────

    /// Decides a row.
    public Ruling decide(Row row) {
        return switch (row.settle()) {
            case IMPOSSIBLE, SCATTERED_DAYS -> plain(row.scenario());
            case PLAIN_SAILING -> compiled(row);
        };
    }

    /// Decides a case of whatever shape, by look-up where a row can hold it.
    ///
    /// @param row to be used for it
    public Ruling decide(Scenario scenario, Row row) {
        return row.fill(scenario) ? decide(row) : plain(scenario);
    }

    private Ruling compiled(Row row) {
        int day = row.day();
        Candidates question = candidates(row);
        Bundle bundle = bundle(question, day);
        Era era = era(day);
        List<OfText> all = new ArrayList<>(question.editions().size());
        int speaking = 0;
        Prospect alone = null;
        for (Edition edition : named.isPresent() ? question.editions() : bundle.editions()) {
            Optional<CompiledText> inForce = text(era, edition);
            if (inForce.isEmpty()) {
                all.add(notInForce(edition, row));
                continue;
            }
            CompiledText text = inForce.get();
            CompiledText.Leaf leaf = text.find(row, day);
            Outcome outcome = outcome(leaf, row, edition);
            if (outcome == null) {
                return plain(row.scenario());
            }
            boolean bound = !outcome.headlines().equals(NOT_BOUND);
            if (bound) {
                if (speaking == 0 && question.isOneThatSurelyBinds(bundle)) {
                    alone = alone(leaf, outcome);
                }
                speaking++;
                all.add(
                        new OfText(
                                edition,
                                edition.inForce().surelyCovers(era.day())
                                        ? Sureness.YES
                                        : Sureness.UNKNOWN,
                                outcome,
                                lifting(text, edition, row, outcome)));
            } else if (named.isPresent()) {
                all.add(new OfText(edition, Sureness.YES, outcome, Optional.empty()));
            }
        }
        return new Ruling(
                Ruling.Way.COMPILED,
                all,
                speaking == 0
                        ? Optional.empty()
                        : Optional.of(joined(row, question, bundle, alone)));
    }

    private static final List<Headline> NOT_BOUND = List.of(Headline.NOT_BOUND);

    /// What is said of a class; null where no possible person is in it.
    private @Nullable Outcome outcome(CompiledText.Leaf leaf, Row row, Edition edition) {
        Outcome known = leaf.outcome;
        if (known == null && !leaf.impossible) {
            try {
                known = ask(row.scenario(), edition);
                leaf.outcome = known;
            } catch (IllegalArgumentException _) {
                leaf.impossible = true;
            }
        }
        return known;
    }

    private Outcome ask(Scenario scenario, Edition edition) {
        asked.increment();
        Outcome outcome = Outcome.of(decider.standing(scenario, edition));
        Outcome same = outcomes.putIfAbsent(outcome, outcome);
        return same != null ? same : outcome;
    }

    /// What one text says of a row, when a bar lifts left out.
    ///
    /// @return absent where the row is not for the compiled form
    public Optional<Outcome> standing(Row row, Edition edition) {
        if (row.settle() != Row.Shape.PLAIN_SAILING) {
            return Optional.empty();
        }
        Optional<CompiledText> text = text(era(row.day()), edition);
        return text.isEmpty()
                ? Optional.of(notInForce(edition, row).outcome())
                : Optional.ofNullable(outcome(text.get().find(row, row.day()), row, edition));
    }

    private OfText notInForce(Edition edition, Row row) {
        Outcome outcome =
                notInForce.computeIfAbsent(edition.id(), _ -> ask(row.scenario(), edition));
        return new OfText(edition, Sureness.NO, outcome, Optional.empty());
    }

    // ── When a bar lifts ────────────────────────────────────────────────────────────────────

    private Optional<Lifting> lifting(
            CompiledText text, Edition edition, Row row, Outcome outcome) {
        int bar = Prospect.bar(outcome.headlines());
        if (bar < 0) {
            return Optional.empty();
        }
        return Optional.of(
                search(
                        text.breakpoints(row, row.day()),
                        bar,
                        day -> prospect(row, day, text, edition, row.day())));
    }

    /// What a text says on a day if it stays as it stood on another.
    private Prospect prospect(Row row, int day, CompiledText text, Edition edition, int textOf) {
        CompiledText.Leaf leaf = text.find(row, day);
        Prospect known = leaf.prospect;
        if (known == null) {
            asked.increment();
            known =
                    Prospect.of(
                            decider.forecast(
                                    row.scenario().on(LocalDate.ofEpochDay(day)),
                                    edition,
                                    LocalDate.ofEpochDay(textOf)));
            leaf.prospect = known;
        }
        return known;
    }

    /// The prospect on a day.
    private interface Prospects {
        Prospect on(int day);
    }

    private static Lifting search(int[] days, int bar, Prospects prospects) {
        int earliest = Integer.MIN_VALUE;
        Prospect first = Prospect.SILENCE;
        for (int day : days) {
            Prospect prospect = prospects.on(day);
            if (!prospect.weaker()[bar]) {
                continue;
            }
            if (earliest == Integer.MIN_VALUE) {
                earliest = day;
                first = prospect;
            }
            if (prospect.free()[bar]) {
                return new Lifting(
                        new Lifts.On(
                                LocalDate.ofEpochDay(earliest),
                                Optional.of(LocalDate.ofEpochDay(day))),
                        prospect.headlines(),
                        prospect.missing());
            }
        }
        return earliest == Integer.MIN_VALUE
                ? new Lifting(new Lifts.Never(), List.of(), List.of())
                : new Lifting(
                        new Lifts.On(LocalDate.ofEpochDay(earliest), Optional.empty()),
                        first.headlines(),
                        first.missing());
    }

    // ── Texts joined ────────────────────────────────────────────────────────────────────────

    /// @param alone what is said where one text is all there is to join
    private Joined joined(Row row, Candidates question, Bundle bundle, @Nullable Prospect alone) {
        Prospect now = alone != null ? alone : prospect(row, row.day(), question, bundle);
        int bar = Prospect.bar(now.headlines());
        Optional<Lifting> lifting = Optional.empty();
        if (bar >= 0) {
            TreeSet<Integer> days = new TreeSet<>();
            breakpoints(bundle, row, days);
            for (int day : question.boundaries()) {
                if (day > row.day()) {
                    days.add(day);
                    // A later edition has windows of its own.
                    breakpoints(bundle(question, day), row, days);
                }
            }
            lifting =
                    Optional.of(
                            search(
                                            days.stream().mapToInt(Integer::intValue).toArray(),
                                            bar,
                                            day ->
                                                    prospect(
                                                            row,
                                                            day,
                                                            question,
                                                            bundle(question, day)))
                                    .ofSeveral());
        }
        return new Joined(now.headlines(), now.missing(), now.by(), lifting);
    }

    private static void breakpoints(Bundle bundle, Row row, Set<Integer> days) {
        for (CompiledText text : bundle.texts()) {
            for (int day : text.breakpoints(row, row.day())) {
                days.add(day);
            }
        }
    }

    /// One text is all there is to join.
    private static Prospect alone(CompiledText.Leaf leaf, Outcome outcome) {
        Prospect known = leaf.alone;
        if (known == null) {
            Answer answer = outcome.answer();
            known =
                    new Prospect(
                            answer.headlines(),
                            answer.missing(),
                            answer.provisions().stream()
                                    .map(g -> answer.edition().id() + " " + g.cite())
                                    .toList(),
                            new boolean[2],
                            new boolean[2]);
            leaf.alone = known;
        }
        return known;
    }

    private Prospect prospect(Row row, int day, Candidates question, Bundle bundle) {
        if (bundle.texts().isEmpty()) {
            return Prospect.SILENCE;
        }
        if (question.isOneThatSurelyBinds(bundle)) {
            return prospect(row, day, bundle.texts().getFirst(), bundle.editions().getFirst(), day);
        }
        CompiledText text = joint(bundle.texts());
        CompiledText.Leaf leaf = text.find(row, day);
        Prospect known = leaf.prospect;
        if (known == null) {
            asked.increment();
            known =
                    Prospect.of(
                            decider.forecast(
                                    row.scenario().on(LocalDate.ofEpochDay(day)),
                                    bundle.editions()));
            leaf.prospect = known;
        }
        return known;
    }

    private CompiledText joint(List<CompiledText> texts) {
        List<String> key =
                texts.stream()
                        .flatMap(t -> t.speeches().stream())
                        .map(CompiledLibrary::key)
                        .toList();
        CompiledText known = joints.get(key);
        return known != null
                ? known
                : joints.computeIfAbsent(
                        key,
                        _ ->
                                new CompiledText(
                                        columns,
                                        roads,
                                        texts.stream()
                                                .flatMap(t -> t.speeches().stream())
                                                .toList()));
    }

    private static String key(Speech speech) {
        return speech.edition().id() + " " + speech.borrowed();
    }

    // ── Which texts ─────────────────────────────────────────────────────────────────────────

    private Era era(int day) {
        int number = Arrays.binarySearch(boundaries, day);
        int era = number >= 0 ? number + 1 : -number - 1;
        Era known = eras.get(era);
        return known != null ? known : eras.computeIfAbsent(era, _ -> makeEra(day));
    }

    private static Era makeEra(int day) {
        return new Era(LocalDate.ofEpochDay(day), new ConcurrentHashMap<>());
    }

    /// A text as it stands in an era; absent if it is not in force.
    private Optional<CompiledText> text(Era era, Edition edition) {
        Optional<CompiledText> known = era.texts().get(edition.id());
        if (known == null) {
            known =
                    edition.inForce().mayCover(era.day())
                            ? Optional.of(make(Speech.of(library, edition, era.day())))
                            : Optional.empty();
            era.texts().put(edition.id(), known);
        }
        return known;
    }

    private CompiledText make(Speech speech) {
        return texts.computeIfAbsent(
                key(speech), _ -> new CompiledText(columns, roads, List.of(speech)));
    }

    private Candidates candidates(Row row) {
        int[] numbers = new int[binding.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = row.numbers[binding[i]];
        }
        var bound = new Bound(numbers);
        Candidates known = candidates.get(bound);
        return known != null ? known : candidates.computeIfAbsent(bound, _ -> look(row));
    }

    private Candidates look(Row row) {
        Scenario scenario = row.scenario();
        List<Edition> mayBind =
                editions.stream().filter(e -> decider.mayBind(scenario, e)).toList();
        return new Candidates(
                named.orElseGet(() -> mayBind.stream().filter(e -> !e.draft()).toList()),
                mayBind.stream()
                        .filter(e -> decider.surelyBinds(scenario, e))
                        .map(Edition::id)
                        .collect(Collectors.toSet()),
                boundaries(
                        mayBind.stream()
                                .flatMap(e ->
                                        Stream.concat(
                                                Stream.of(e), decider.borrowedAtTimes(e).stream()))
                                .toList()),
                new ConcurrentHashMap<>());
    }

    private Bundle bundle(Candidates question, int day) {
        int number = Arrays.binarySearch(boundaries, day);
        int era = number >= 0 ? number + 1 : -number - 1;
        Bundle known = question.bundles().get(era);
        return known != null
                ? known
                : question.bundles().computeIfAbsent(era, _ -> makeBundle(question, day));
    }

    private Bundle makeBundle(Candidates question, int day) {
        Era era = era(day);
        List<Edition> together = new ArrayList<>();
        List<CompiledText> all = new ArrayList<>();
        for (Edition edition : question.editions()) {
            text(era, edition)
                    .ifPresent(text -> {
                        together.add(edition);
                        all.add(text);
                    });
        }
        return new Bundle(together, all);
    }

    private static int[] boundaries(List<Edition> editions) {
        TreeSet<Integer> days = new TreeSet<>();
        for (Edition edition : editions) {
            InForce inForce = edition.inForce();
            inForce.fromEarliest().ifPresent(d -> days.add((int) d.toEpochDay()));
            inForce.fromLatest().ifPresent(d -> days.add((int) d.toEpochDay()));
            inForce.toEarliest().ifPresent(d -> days.add((int) d.toEpochDay() + 1));
            inForce.toLatest().ifPresent(d -> days.add((int) d.toEpochDay() + 1));
        }
        return days.stream().mapToInt(Integer::intValue).toArray();
    }

    private int[] binding() {
        Set<String> facts = new LinkedHashSet<>();
        editions.forEach(e -> collect(e.binds(), facts));
        return facts.stream().mapToInt(columns::place).toArray();
    }

    private static void collect(Condition condition, Set<String> facts) {
        switch (condition) {
            case Condition.Has(var fact, _, _) -> facts.add(fact.id());
            case Condition.Not(var part) -> collect(part, facts);
            case Condition.All(var parts) -> parts.forEach(p -> collect(p, facts));
            case Condition.Any(var parts) -> parts.forEach(p -> collect(p, facts));
            case Condition.None(var parts) -> parts.forEach(p -> collect(p, facts));
            case Condition.Holds _,
                    Condition.AmountIs _,
                    Condition.During _,
                    Condition.Before _,
                    Condition.AtLeast _ -> {}
        }
    }

    // ── The plain evaluator ─────────────────────────────────────────────────────────────────

    private Ruling plain(Scenario scenario) {
        try {
            return of(
                    named.isPresent()
                            ? decider.decide(scenario, named.get())
                            : decider.decide(scenario));
        } catch (IllegalArgumentException _) {
            return Ruling.impossible();
        }
    }

    /// A decision of the plain evaluator as a ruling, for comparison.
    public static Ruling of(Decision decision) {
        return new Ruling(
                Ruling.Way.PLAIN,
                decision.answers().stream().map(CompiledLibrary::of).toList(),
                decision.together()
                        .map(t ->
                                new Joined(
                                        t.headlines(),
                                        Outcome.shared(t.missing()),
                                        t.by(),
                                        t.lifts().map(l -> new Lifting(l, t.then(), List.of())))));
    }

    private static OfText of(Answer answer) {
        return new OfText(
                answer.edition(),
                answer.inForce(),
                Outcome.of(answer),
                answer.lifts()
                        .map(l ->
                                new Lifting(
                                        l, answer.then(), Outcome.shared(answer.missingThen()))));
    }

    /// The compiled text of an edition on a day, where it is in force.
    Optional<CompiledText> text(String edition, LocalDate day) {
        return library.edition(edition).flatMap(e -> text(era((int) day.toEpochDay()), e));
    }
}

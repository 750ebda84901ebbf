package org.plumbline.bulk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Constraint;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Ordinary;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;

/// Fills rows from lines quickly: what a cell says is read once, by [CaseReader], and remembered.
///
/// Only what one cell says by itself is remembered. Where cells say something of one another (role,
/// stage or tie beside the party), where a cell is wrong or a warning may be due, a line is left to
/// [CaseReader], so that what is read and what is found are always its own. `RowReaderTest` holds
/// the two against each other.
///
/// For one thread, one sheet and one compiled library.
final class RowReader {

    /// Different cells that are remembered, and different backgrounds.
    private static final int MOST = 200_000;

    /// Different cells of one column: more than a century has days.
    private static final int MOST_OF_COLUMN = 50_000;

    private static final Set<String> POINT = Set.of("role", "stage", "tie");

    private final CaseReader reader;
    private final List<String> words;
    private final Columns columns;
    private final boolean possible;
    private final int[] base;
    private final Set<String> assumed;
    private final Known.Range asOf;
    private final List<Map<String, Cell>> cells = new ArrayList<>();
    private final Map<Long, Set<String>> assumedWithout = new HashMap<>();
    private final int[] subjects;
    private final int[] conditions;
    private final List<Constraint.NotOrdinary> unordinary = new ArrayList<>();
    private final List<int[]> twice = new ArrayList<>();
    private final Set<Background> sound = new HashSet<>();
    private final int[] says;
    private final boolean[] silent;
    private final int key;
    private int remembered;

    /// What a cell says by itself.
    ///
    /// @param alone whether it does; otherwise the line is for the reader of cases
    /// @param places which facts it sets
    /// @param numbers to what, by their dictionaries
    /// @param says 1 where an event may not have happened, 2 where it has; the number of anything else
    /// @param asOf the day of the act, in the column of dates
    /// @param earliest the first day of an event that has happened, as a day since 1970; of anything
    ///     else the least number
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Cell(
            boolean alone,
            int[] places,
            int[] numbers,
            int says,
            Optional<Known.Range> asOf,
            long earliest) {
        private static final Cell UNFIT =
                new Cell(false, new int[0], new int[0], 0, Optional.empty(), Long.MIN_VALUE);
        private static final Cell EMPTY =
                new Cell(true, new int[0], new int[0], 0, Optional.empty(), Long.MIN_VALUE);
    }

    /// What the constraints of the background look at.
    @SuppressWarnings("ArrayRecordComponent") // compared by what it holds, below
    private record Background(int[] looked) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Background(var that) && Arrays.equals(looked, that);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(looked);
        }
    }

    /// @param row of the library the rows will be decided by
    RowReader(CaseReader reader, Row row, List<Constraint> constraints) {
        this.reader = reader;
        this.words = reader.words();
        this.columns = row.columns();
        this.says = new int[columns.count()];
        this.key = words.indexOf(Headings.KEY);
        Optional<Scenario> nothing = alone(-1, "");
        this.base = new int[columns.count()];
        this.assumed = new HashSet<>(nothing.map(Scenario::assumed).orElse(Set.of()));
        this.asOf = reader.asOf();
        nothing.ifPresent(n ->
                n.shared()
                        .forEach((fact, known) -> base[columns.place(fact)] = number(fact, known)));
        this.possible =
                nothing.isPresent()
                        && words.size() < Long.SIZE
                        && asOf.first().equals(asOf.last())
                        && Collections.disjoint(words, POINT)
                        && Collections.disjoint(nothing.get().shared().keySet(), POINT)
                        && eachFactOnce();
        words.forEach(_ -> cells.add(new HashMap<>()));
        silent = new boolean[words.size()];
        for (int column = 0; column < silent.length; column++) {
            silent[column] = Set.of(Headings.KEY, Headings.IGNORE).contains(words.get(column));
        }
        Set<Integer> subject = new HashSet<>();
        Set<Integer> condition = new HashSet<>();
        for (Constraint constraint : constraints) {
            switch (constraint) {
                case Constraint.NotApplicable(var when, var facts) -> {
                    facts.forEach(f -> subject.add(columns.place(f.id())));
                    look(when, condition);
                }
                case Constraint.Implies implies -> {
                    subject.add(columns.place(implies.fact().id()));
                    look(implies.when(), condition);
                }
                case Constraint.NotOrdinary notOrdinary -> {
                    if (!assumed.isEmpty()) {
                        unordinary.add(notOrdinary);
                        notOrdinary.facts().forEach(this::takeForGranted);
                    }
                }
                case Constraint.Same(var fact, var before) ->
                        said(fact, before.first(), before.second()).ifPresent(twice::add);
                case Constraint.Order _, Constraint.Past _ -> {}
            }
        }
        // Only what a line gives is ever found at fault.
        subject.retainAll(given());
        subjects = subject.stream().sorted().mapToInt(Integer::intValue).toArray();
        conditions = condition.stream().sorted().mapToInt(Integer::intValue).toArray();
    }

    private boolean eachFactOnce() {
        List<String> facts = new ArrayList<>();
        for (String word : words) {
            if (!word.equals(Headings.IGNORE)) {
                facts.add(reader.fact(word));
            }
        }
        return facts.stream().distinct().count() == facts.size();
    }

    private Set<Integer> given() {
        Set<Integer> places = new HashSet<>();
        words.forEach(word -> columns.find(reader.fact(word)).ifPresent(places::add));
        return places;
    }

    private void look(Condition condition, Set<Integer> into) {
        switch (condition) {
            case Condition.Has(var fact, _, _) -> into.add(columns.place(fact.id()));
            case Condition.Holds(var fact) -> into.add(columns.place(fact.id()));
            case Condition.Not(var part) -> look(part, into);
            // The look at the background makes nothing of these.
            default -> {}
        }
    }

    private int number(String fact, Known known) {
        return columns.dictionary(columns.place(fact)).number(known);
    }

    /// Fills a row from a line.
    ///
    /// @return false where the line is for the reader of cases, the row being no use then
    boolean fill(Sheet.Line line, Row row) {
        List<String> fields = line.fields();
        if (!possible || fields.size() != words.size()) {
            return false;
        }
        row.clear();
        System.arraycopy(base, 0, row.numbers, 0, base.length);
        Known.Range day = asOf;
        long filled = 0;
        long latest = Long.MIN_VALUE;
        for (int subject : subjects) {
            says[subject] = 0;
        }
        for (int column = 0; column < fields.size(); column++) {
            String text = fields.get(column);
            if (text.isEmpty() && column != key) {
                continue;
            }
            if (silent[column]) {
                if ((column == key && text.isBlank())
                        || text.indexOf('\n') >= 0
                        || text.indexOf(CaseReader.UNDECODED) >= 0) {
                    return false;
                }
                continue;
            }
            Cell cell = cell(column, text);
            if (!cell.alone()) {
                return false;
            }
            if (cell.asOf().isPresent()) {
                day = cell.asOf().get();
            }
            if (cell.places().length > 0) {
                filled |= 1L << column;
                for (int i = 0; i < cell.places().length; i++) {
                    row.numbers[cell.places()[i]] = cell.numbers()[i];
                }
                says[cell.places()[0]] = cell.says();
                latest = Math.max(latest, cell.earliest());
            }
        }
        if (latest > day.last().toEpochDay()) {
            return false;
        }
        row.day(day.first());
        row.assume(ordinary(row, assumed(filled)));
        return isSound(line, row);
    }

    /// Of a line that says nothing this is open; of most that say something it is ordinary.
    private void takeForGranted(Fact fact) {
        Optional<Known> usual = Ordinary.value(fact);
        if (usual.isPresent() && !assumed.contains(fact.id())) {
            base[columns.place(fact.id())] = number(fact.id(), usual.get());
            assumed.add(fact.id());
        }
    }

    /// Leaves open what is not ordinary of such a row.
    ///
    /// @return what stays assumed
    private Set<String> ordinary(Row row, Set<String> assumed) {
        Set<String> left = assumed;
        for (Constraint.NotOrdinary one : unordinary) {
            for (Fact fact : one.facts()) {
                if (left.contains(fact.id()) && Ordinary.mayHold(one.when(), f -> known(row, f))) {
                    row.numbers[columns.place(fact.id())] = number(fact.id(), Known.ANYTHING);
                    left = new HashSet<>(left);
                    left.remove(fact.id());
                }
            }
        }
        return left;
    }

    /// Where a line can say these facts, all of them.
    private Optional<int[]> said(Fact... facts) {
        Set<Integer> given = given();
        List<Integer> places = new ArrayList<>();
        for (Fact fact : facts) {
            columns.find(fact.id()).filter(given::contains).ifPresent(places::add);
        }
        return places.size() == facts.length
                ? Optional.of(places.stream().mapToInt(Integer::intValue).toArray())
                : Optional.empty();
    }

    /// Whether the order of two events is told by their days and by a fact beside them.
    private boolean saysTwice(Row row) {
        return twice.stream()
                .anyMatch(places -> Arrays.stream(places).allMatch(p -> row.numbers[p] != base[p]));
    }

    private Known known(Row row, String fact) {
        int place = columns.place(fact);
        return columns.dictionary(place).known(row.numbers[place]);
    }

    private Cell cell(int column, String text) {
        Map<String, Cell> known = cells.get(column);
        Cell cell = known.get(text);
        if (cell == null) {
            cell = read(column, text);
            if (remembered < MOST && known.size() < MOST_OF_COLUMN) {
                known.put(text, cell);
                remembered++;
            }
        }
        return cell;
    }

    private Cell read(int column, String text) {
        String word = words.get(column);
        if (text.isBlank()) {
            return Cell.EMPTY;
        }
        Optional<Scenario> read = alone(column, text);
        if (read.isEmpty()
                || read.get().links().size() != 1
                || read.get().links().getFirst().either().size() > 1) {
            return Cell.UNFIT;
        }
        Scenario scenario = read.get();
        return switch (word) {
            case "date" ->
                    scenario.asOf().first().equals(scenario.asOf().last())
                            ? new Cell(
                                    true,
                                    new int[0],
                                    new int[0],
                                    0,
                                    Optional.of(scenario.asOf()),
                                    Long.MIN_VALUE)
                            : Cell.UNFIT;
            case "party" -> person(scenario.links().getFirst().facts());
            default -> one(reader.fact(word), scenario);
        };
    }

    private Cell person(Map<String, Known> facts) {
        List<String> ids = facts.keySet().stream().sorted().toList();
        return new Cell(
                true,
                ids.stream().mapToInt(columns::place).toArray(),
                ids.stream()
                        .mapToInt(id -> number(id, facts.getOrDefault(id, Known.ANYTHING)))
                        .toArray(),
                0,
                Optional.empty(),
                Long.MIN_VALUE);
    }

    private Cell one(String fact, Scenario scenario) {
        Known known = scenario.shared().getOrDefault(fact, Known.ANYTHING);
        int number = number(fact, known);
        int says = known instanceof Known.Days days ? days.maybeNever() ? 1 : 2 : number + 1;
        long earliest =
                known instanceof Known.Days(var ranges, var never) && !never && !ranges.isEmpty()
                        ? ranges.getFirst().first().toEpochDay()
                        : Long.MIN_VALUE;
        return new Cell(
                true,
                new int[] {columns.place(fact)},
                new int[] {number},
                says,
                Optional.empty(),
                earliest);
    }

    /// What a line says that holds nothing but one cell; absent where anything is found in it.
    private Optional<Scenario> alone(int column, String text) {
        List<String> fields = new ArrayList<>(Collections.nCopies(words.size(), ""));
        if (key >= 0) {
            fields.set(key, "any");
        }
        if (column >= 0) {
            fields.set(column, text);
        }
        return reader.read(new Sheet.Line(1, fields)).scenario()
                                instanceof Loaded.Sound<Scenario>(var scenario, var warnings)
                        && warnings.isEmpty()
                ? Optional.of(scenario)
                : Optional.empty();
    }

    /// What is assumed where these columns say something.
    private Set<String> assumed(long filled) {
        Set<String> known = assumedWithout.get(filled);
        if (known != null) {
            return known;
        }
        Set<String> rest = new HashSet<>(assumed);
        for (int column = 0; column < words.size(); column++) {
            if ((filled & (1L << column)) != 0) {
                rest.remove(reader.fact(words.get(column)));
            }
        }
        Set<String> made = Set.copyOf(rest);
        if (assumedWithout.size() < MOST) {
            assumedWithout.put(filled, made);
        }
        return made;
    }

    /// Whether nothing is to be found in the line, seen against what is true of every person. What
    /// is looked at was once read whole, and nothing was found.
    private boolean isSound(Sheet.Line line, Row row) {
        if (saysTwice(row)) {
            return findsNothing(line);
        }
        if (subjects.length == 0) {
            return true;
        }
        int[] looked = new int[conditions.length + subjects.length];
        for (int i = 0; i < conditions.length; i++) {
            looked[i] = row.numbers[conditions[i]];
        }
        for (int i = 0; i < subjects.length; i++) {
            looked[conditions.length + i] = says[subjects[i]];
        }
        var background = new Background(looked);
        if (sound.contains(background)) {
            return true;
        }
        boolean nothing = findsNothing(line);
        if (nothing && sound.size() < MOST) {
            sound.add(background);
        }
        return nothing;
    }

    private boolean findsNothing(Sheet.Line line) {
        return reader.read(line).scenario() instanceof Loaded.Sound<Scenario>(_, var warnings)
                && warnings.isEmpty();
    }
}

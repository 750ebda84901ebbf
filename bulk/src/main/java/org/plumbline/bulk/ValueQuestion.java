package org.plumbline.bulk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Decimal;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.vocabulary.Fact;

/// A question after the value of one fact, whatever its kind, events excepted.
///
/// Its parts are the sets of values, or the thresholds, that some norm asks after. Two values of
/// which every part says the same have the same code.
final class ValueQuestion extends Question {

    private static final int MOST_COMMON = 40;

    /// A threshold in a unit.
    private record Threshold(Condition.Comparison comparison, Decimal number) {}

    private final Columns columns;
    private final Fact fact;
    private final int place;
    private final String unit;
    private final Optional<Condition.Before> same;
    private final List<Set<String>> sets = new ArrayList<>();
    private final List<Threshold> thresholds = new ArrayList<>();
    private volatile int[] byNumber = new int[0];
    private Codebook book = new Codebook(0);
    private int radix = 1;
    private int common = 1;
    private int no;
    private int yes;

    /// @param unit the unit of an amount; empty for other kinds
    ValueQuestion(int slot, Tier tier, Columns columns, Fact fact, String unit) {
        super(slot, tier);
        this.columns = columns;
        this.fact = fact;
        this.place = columns.place(fact.id());
        this.unit = unit;
        this.same = columns.sameAs(fact);
    }

    /// The part that asks after some values; for a yes-no fact, `true`.
    int part(Set<String> values) {
        int part = sets.indexOf(values);
        if (part < 0) {
            part = sets.size();
            sets.add(values);
        }
        return part;
    }

    /// The part that asks on which side of a threshold an amount lies.
    int part(Condition.Comparison comparison, Decimal number) {
        var threshold = new Threshold(comparison, number);
        int part = thresholds.indexOf(threshold);
        if (part < 0) {
            part = thresholds.size();
            thresholds.add(threshold);
        }
        return part;
    }

    /// Ends the asking of parts: codes are given from now on.
    void seal() {
        book = new Codebook(Math.max(sets.size(), thresholds.size()));
        if (fact instanceof Fact.Worded || fact instanceof Fact.YesNo) {
            code(Known.ANYTHING);
        }
        if (fact instanceof Fact.OneOf one) {
            Set<BitSet> ways = new HashSet<>();
            one.values().forEach(v -> ways.add(way(v)));
            ways.forEach(book::one);
            radix = Math.min(ways.size() + 1, MOST_COMMON);
            common = ways.size() == 1 ? 1 : ways.size() + 1;
        } else if (fact instanceof Fact.YesNo) {
            no = book.one(way("false"));
            yes = book.one(way("true"));
            radix = 3;
            common = 3;
        } else if (fact instanceof Fact.SomeOf) {
            radix = 1 + Math.min(1 << Math.min(sets.size(), 5), 15);
            common = radix;
        } else {
            radix = Math.min(2 + 2 * thresholds.size(), 8);
            common = radix;
        }
    }

    @Override
    int code(Row row, int day) {
        if (same.isPresent()) {
            int order = row.inOrder(same.get());
            if (order != Truth.OPEN) {
                return order == Truth.YES ? yes : no;
            }
        }
        int number = row.numbers[place];
        int[] codes = byNumber;
        if (number < codes.length && codes[number] >= 0) {
            return codes[number];
        }
        return remember(number);
    }

    private synchronized int remember(int number) {
        int code = code(columns.dictionary(place).known(number));
        int[] codes = byNumber;
        if (number >= codes.length) {
            int old = codes.length;
            codes = Arrays.copyOf(codes, Math.max(number + 1, old * 2));
            Arrays.fill(codes, old, codes.length, -1);
        }
        codes[number] = code;
        byNumber = codes;
        return code;
    }

    private int code(Known known) {
        return switch (fact) {
            case Fact.OneOf one ->
                    known instanceof Known.Value(var possible)
                            ? book.any(
                                    ways(one.values().stream().filter(possible::contains).toList()))
                            : book.any(ways(one.values()));
            case Fact.YesNo _ ->
                    known instanceof Known.Value(var possible) && possible.size() == 1
                            ? book.one(way(possible.iterator().next()))
                            : book.any(ways(List.of("false", "true")));
            case Fact.SomeOf _ -> {
                if (!(known instanceof Known.Sets(var possible))) {
                    yield book.nothing();
                }
                Set<BitSet> ways = new HashSet<>();
                possible.forEach(p -> ways.add(way(p)));
                yield book.any(ways);
            }
            case Fact.Amount _ -> {
                if (known instanceof Known.Sums(var sums)
                        && sums.stream().allMatch(s -> s.unit().equals(unit))) {
                    Set<BitSet> ways = new HashSet<>();
                    sums.forEach(s -> ways.add(way(s.number())));
                    yield book.any(ways);
                }
                yield book.nothing();
            }
            case Fact.Event _ -> throw new IllegalStateException("an event is no value");
        };
    }

    private Set<BitSet> ways(List<String> values) {
        Set<BitSet> ways = new HashSet<>();
        values.forEach(v -> ways.add(way(v)));
        return ways;
    }

    private BitSet way(String value) {
        BitSet way = new BitSet();
        for (int part = 0; part < sets.size(); part++) {
            way.set(part, sets.get(part).contains(value));
        }
        return way;
    }

    private BitSet way(Set<String> values) {
        BitSet way = new BitSet();
        for (int part = 0; part < sets.size(); part++) {
            Set<String> asked = sets.get(part);
            way.set(
                    part,
                    asked.isEmpty() ? values.isEmpty() : values.stream().anyMatch(asked::contains));
        }
        return way;
    }

    private BitSet way(Decimal number) {
        BitSet way = new BitSet();
        for (int part = 0; part < thresholds.size(); part++) {
            Threshold threshold = thresholds.get(part);
            way.set(part, threshold.comparison().holds(number, threshold.number()));
        }
        return way;
    }

    @Override
    int radix() {
        return radix;
    }

    @Override
    int common() {
        return common;
    }

    @Override
    boolean open(int code) {
        return book.open(code);
    }

    @Override
    String word() {
        return fact.id();
    }

    @Override
    int truth(int code, int part) {
        return book.truth(code, part);
    }

    @Override
    public String toString() {
        return fact.id() + (unit.isEmpty() ? "" : " " + unit);
    }
}

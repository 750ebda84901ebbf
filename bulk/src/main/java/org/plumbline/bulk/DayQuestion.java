package org.plumbline.bulk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.condition.Length;
import org.plumbline.core.condition.Reckoning;
import org.plumbline.core.vocabulary.Fact;

/// A question after the day of one event: which windows that it starts are still open.
///
/// Its parts are the lengths that texts count from the event, each in one settled way of counting.
/// The calendar is the evaluator's own ([Reckoning#firstFreeDay]); what it says of a day is kept.
final class DayQuestion extends Question {

    /// A length counted in one settled way.
    record Span(Length length, Reckoning reckoning) {
        int free(int began) {
            return (int) reckoning.firstFreeDay(LocalDate.ofEpochDay(began), length).toEpochDay();
        }
    }

    /// What the windows started on one day do: `codes[i]` until the day `cuts[i]`, which no longer
    /// belongs to it; the last code for ever.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Course(int[] cuts, int[] codes) {
        int code(int day) {
            int piece = 0;
            while (piece < cuts.length && day >= cuts[piece]) {
                piece++;
            }
            return codes[piece];
        }
    }

    /// Which windows would be open on one day of the act, by the day of the event: `open[i]` from
    /// `closings[i - 1]` on, the first before all of them.
    /// `codes` holds what was worked out of stretches from one region to another; 0 is not yet, else
    /// the code and one.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Since(int[] closings, List<BitSet> open, int[] codes) {
        int region(int began) {
            int region = 0;
            while (region < closings.length && began >= closings[region]) {
                region++;
            }
            return region;
        }
    }

    /// The days that are looked up without hashing: 1900 to 2099.
    private static final int FROM = (int) LocalDate.of(1900, 1, 1).toEpochDay();

    private static final int TO = (int) LocalDate.of(2100, 1, 1).toEpochDay();

    private static final int PAGE = 512;

    private final Fact.Event event;
    private final int number;
    private final List<Span> spans = new ArrayList<>();
    private final @Nullable Course[][] near = new Course[(TO - FROM) / PAGE + 1][];
    private final Map<Integer, Course> far = new ConcurrentHashMap<>();
    private final Map<Integer, Since> since = new ConcurrentHashMap<>();
    private Codebook book = new Codebook(0);
    private int never;

    DayQuestion(int slot, Columns columns, Fact.Event event) {
        super(slot, Tier.CIRCUMSTANCES);
        this.event = event;
        this.number = columns.event(event);
    }

    /// The part that asks whether a window is open.
    int part(Span span) {
        int part = spans.indexOf(span);
        if (part < 0) {
            part = spans.size();
            spans.add(span);
        }
        return part;
    }

    /// Ends the asking of parts: codes are given from now on.
    void seal() {
        book = new Codebook(spans.size());
        BitSet all = new BitSet();
        all.set(0, spans.size());
        never = book.one(all);
    }

    int event() {
        return number;
    }

    @Override
    int code(Row row, int day) {
        int first = row.first[number];
        int last = row.last[number];
        if (first > last) {
            return never;
        }
        if (first == last && !row.never[number]) {
            return course(first).code(day);
        }
        Since then = since(day);
        int from = then.region(first);
        int to = then.region(last);
        int at = 2 * (from * then.open().size() + to) + (row.never[number] ? 1 : 0);
        int known = then.codes()[at];
        if (known == 0) {
            Set<BitSet> ways = new HashSet<>(then.open().subList(from, to + 1));
            if (row.never[number]) {
                ways.add(then.open().getLast());
            }
            known = book.any(ways) + 1;
            then.codes()[at] = known;
        }
        return known - 1;
    }

    /// What windows that the event started on a day do.
    Course course(int began) {
        if (began < FROM || began >= TO) {
            return far.computeIfAbsent(began, this::reckon);
        }
        // Threads may race to fill a page; each then finds the same, and a course never changes.
        int at = (began - FROM) / PAGE;
        @Nullable Course[] page = near[at];
        if (page == null) {
            page = new Course[PAGE];
            near[at] = page;
        }
        Course known = page[(began - FROM) % PAGE];
        if (known == null) {
            known = reckon(began);
            page[(began - FROM) % PAGE] = known;
        }
        return known;
    }

    private Course reckon(int began) {
        int[] free = new int[spans.size()];
        TreeSet<Integer> cuts = new TreeSet<>();
        for (int part = 0; part < free.length; part++) {
            free[part] = spans.get(part).free(began);
            cuts.add(free[part]);
        }
        List<Integer> ordered = List.copyOf(cuts);
        int[] codes = new int[ordered.size() + 1];
        for (int piece = 0; piece < codes.length; piece++) {
            int day = piece == 0 ? Integer.MIN_VALUE : ordered.get(piece - 1);
            BitSet open = new BitSet();
            for (int part = 0; part < free.length; part++) {
                open.set(part, day < free[part]);
            }
            codes[piece] = book.one(open);
        }
        return new Course(ordered.stream().mapToInt(Integer::intValue).toArray(), codes);
    }

    private Since since(int day) {
        return since.computeIfAbsent(day, this::look);
    }

    private Since look(int day) {
        int[] closing = new int[spans.size()];
        TreeSet<Integer> cuts = new TreeSet<>();
        for (int part = 0; part < closing.length; part++) {
            closing[part] = closing(spans.get(part), day);
            cuts.add(closing[part]);
        }
        List<Integer> ordered = List.copyOf(cuts);
        List<BitSet> open = new ArrayList<>();
        for (int region = 0; region <= ordered.size(); region++) {
            BitSet here = new BitSet();
            for (int part = 0; part < closing.length; part++) {
                here.set(part, region > 0 && ordered.get(region - 1) >= closing[part]);
            }
            open.add(here);
        }
        int regions = open.size();
        return new Since(
                ordered.stream().mapToInt(Integer::intValue).toArray(),
                open,
                new int[2 * regions * regions]);
    }

    /// The earliest day of the event from which a window would still be open.
    private static int closing(Span span, int day) {
        int began =
                (int)
                        LocalDate.ofEpochDay(day)
                                .minusMonths(span.length().months())
                                .minusDays(span.length().days())
                                .minusDays(5)
                                .toEpochDay();
        while (day >= span.free(began)) {
            began++;
        }
        return began;
    }

    // ── Two events together ─────────────────────────────────────────────────────────────────

    /// Whether an answer leaves some window open or not.
    @Override
    boolean open(int code) {
        return book.open(code);
    }

    @Override
    int common() {
        return radix();
    }

    @Override
    String word() {
        return event.id();
    }

    // ── One day of the act ──────────────────────────────────────────────────────────────────

    /// The days of the event from which on one window more is open, ascending; an event that has not
    /// happened counts as later than all of them.
    int[] closings(int day) {
        return since(day).closings().clone();
    }

    /// The answers between those days, one more than there are days.
    int[] codes(int day) {
        return since(day).open().stream().mapToInt(book::one).toArray();
    }

    /// Stretches of days between which nothing changes, as pairs of a first and a last day.
    int[] stretches(Row row, int day) {
        int first = row.first[number];
        int last = row.last[number];
        if (first > last) {
            return new int[0];
        }
        Since then = since(day);
        int from = then.region(first);
        int to = then.region(last);
        int[] stretches = new int[2 * (to - from + 1)];
        for (int region = from; region <= to; region++) {
            int at = 2 * (region - from);
            stretches[at] = region == from ? first : then.closings()[region - 1];
            stretches[at + 1] = region == to ? last : then.closings()[region] - 1;
        }
        return stretches;
    }

    /// What is then open, stretch by stretch, and whether it may not have happened.
    List<Object> shape(Row row, int day) {
        List<Object> shape = new ArrayList<>();
        if (row.first[number] <= row.last[number]) {
            Since then = since(day);
            int to = then.region(row.last[number]);
            for (int region = then.region(row.first[number]); region <= to; region++) {
                shape.add(then.open().get(region));
            }
        }
        shape.add(row.never[number]);
        return shape;
    }

    @Override
    int radix() {
        return Math.min(2 + 2 * spans.size(), 12);
    }

    @Override
    int truth(int code, int part) {
        return book.truth(code, part);
    }

    @Override
    public String toString() {
        return event.id();
    }
}

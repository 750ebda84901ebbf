package org.plumbline.bulk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Some texts joined, as flat tables that lead the rows of one day to numbered classes.
///
/// The quickest form of a compiled library, for callers that keep their rows packed. A row is one
/// word, in which each question that the texts ask of it has a few bits for its answer, and beside it
/// the days of events. A table looks at a few of the bits and says where to go on; mostly the second
/// or third has the class. Days are compared with the days from which windows are still open.
///
/// Two roads through the tables end in one class when the same is left of every norm once what is
/// settled is put in, and the same facts are open. (Merging by what is left is what decision diagrams
/// do.) So a class tells how each norm stands toward its rows, and what keeps it open; where texts have
/// no definitions, everything else that is said of its rows is the same too.
///
/// The tables grow where rows lead. Safe to share between threads.
public final class Classifier {

    /// A day that stands for an event that has not happened.
    public static final int NEVER = Integer.MAX_VALUE;

    /// Said of a row that no word can hold: an event known to no day, or a fact known in part.
    public static final long NO_WORD = -1;

    private static final int UNKNOWN = Integer.MIN_VALUE;

    /// Bits of the first table at most.
    private static final int WIDEST = 20;

    /// Bits of another table at most, and of three-valued questions of which one asks.
    private static final int WIDE = 12;

    private static final int MOST_THREE_VALUED = 8;

    private static final int BLOCK = 1024;

    /// Answers to three-valued questions, two bits each, as numbers without gaps.
    private static final char[] DENSE = dense();

    private final CompiledText text;
    private final int day;
    private final List<Question> questions;
    private final int[] shift;
    private final int[] width;
    private final DayQuestion[] events;
    private final int[][] closings;
    private final int[][] codesOfDays;
    private final Map<Key, Integer> places = new HashMap<>();
    private final List<int[]> asked = new ArrayList<>();
    private volatile Tables tables = new Tables(0, new long[64], new int[64], new int[1 << 16]);
    private volatile int[][] classes = new int[64][];
    private int classCount;

    /// The tables one after another. What is beyond the count is being built; what is below it never
    /// changes but for places that were unknown.
    ///
    /// @param masks table by table the bits it looks at; negative where they are of three-valued
    ///     questions, to be made dense
    /// @param base where its places begin
    /// @param next where each pattern of the bits leads: to a table, or, if negative, to the class of
    ///     the complement
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Tables(int count, long[] masks, int[] base, int[] next) {}

    /// What a place stands for.
    ///
    /// @param table whether it is a class that is reached by way of a table
    private record Key(CompiledText.Key rows, boolean table) {}

    /// @throws IllegalArgumentException if the answers to the texts' questions need more than 62 bits
    Classifier(CompiledText text, LocalDate day) {
        this.text = text;
        this.day = (int) day.toEpochDay();
        this.questions = text.questions();
        this.shift = new int[questions.size()];
        this.width = new int[questions.size()];
        this.events = text.days().toArray(DayQuestion[]::new);
        this.closings = new int[events.length][];
        this.codesOfDays = new int[events.length][];
        for (int e = 0; e < events.length; e++) {
            closings[e] = events[e].closings(this.day);
            codesOfDays[e] = events[e].codes(this.day);
        }
        int bits = 0;
        List<Question> lowestFirst = new ArrayList<>(questions);
        lowestFirst.sort(
                Comparator.comparing((Question q) -> !threeValued(q))
                        .thenComparing(q -> !(q instanceof DayQuestion))
                        .thenComparing(CompiledText.ORDER.reversed()));
        for (Question question : lowestFirst) {
            int slot = question.slot();
            int answers =
                    question instanceof DayQuestion of
                            ? codesOfDays[Arrays.asList(events).indexOf(of)].length
                            : question.common();
            shift[slot] = bits;
            width[slot] = Integer.SIZE - Integer.numberOfLeadingZeros(answers - 1);
            bits += width[slot];
        }
        if (bits > 62) {
            throw new IllegalArgumentException(
                    "the questions of these texts need %d bits, and a row has 62".formatted(bits));
        }
        int[] nothing = new int[questions.size()];
        Arrays.fill(nothing, -1);
        place(nothing, true);
    }

    private static char[] dense() {
        char[] dense = new char[1 << (2 * MOST_THREE_VALUED)];
        for (int bits = 0; bits < dense.length; bits++) {
            int number = 0;
            for (int field = MOST_THREE_VALUED - 1; field >= 0; field--) {
                number = number * 3 + Math.min((bits >>> (2 * field)) & 3, 2);
            }
            dense[bits] = (char) number;
        }
        return dense;
    }

    private static boolean threeValued(Question question) {
        return question.tier() == Question.Tier.CIRCUMSTANCES && question.common() == 3;
    }

    /// The events whose days stand beside a row's word, in order.
    public List<String> events() {
        return Arrays.stream(events).map(Question::word).toList();
    }

    /// How many classes rows have led to so far.
    public synchronized int classes() {
        return classCount;
    }

    /// How many bytes the tables take, whatever their places lead to left out.
    public long bytes() {
        Tables now = tables;
        return 12L * now.masks.length + 4L * now.next.length + 2L * DENSE.length;
    }

    // ── Rows ────────────────────────────────────────────────────────────────────────────────

    /// The answers of a row side by side, its events left out.
    ///
    /// @return [#NO_WORD] where they do not fit
    public long word(Row row) {
        if (row.settle() != Row.Shape.PLAIN_SAILING || row.day() != day) {
            return NO_WORD;
        }
        long word = 0;
        for (Question question : questions) {
            if (question instanceof DayQuestion event) {
                if (!known(row, event.event())) {
                    return NO_WORD;
                }
                continue;
            }
            if (question instanceof TogetherQuestion) {
                continue;
            }
            int code = question.code(row, day);
            if (code >= 1 << width[question.slot()]) {
                return NO_WORD;
            }
            word |= (long) code << shift[question.slot()];
        }
        return word;
    }

    private static boolean known(Row row, int event) {
        return row.never[event]
                ? row.first[event] > row.last[event]
                : row.first[event] == row.last[event];
    }

    /// The day of an event in a row, days since 1 January 1970, or [#NEVER].
    ///
    /// @param event its place in [#events]
    public int day(Row row, int event) {
        int number = events[event].event();
        return row.never[number] ? NEVER : row.first[number];
    }

    // ── Classes ─────────────────────────────────────────────────────────────────────────────

    /// The class of a row.
    ///
    /// @param word as [#word] packs it
    /// @param days for each event its day
    public int find(long word, int[] days) {
        long whole = word;
        for (int e = 0; e < closings.length; e++) {
            whole |= ((long) region(closings[e], days[e])) << shift[events[e].slot()];
        }
        return follow(whole);
    }

    /// The class of a row whose texts ask after one event only.
    public int find(long word, int day) {
        return follow(word | (((long) region(closings[0], day)) << shift[events[0].slot()]));
    }

    /// The classes of many rows.
    ///
    /// @param days event by event, the days of all rows
    /// @param out gets the classes, that of the first row first
    public void find(long[] words, int[][] days, int from, int to, int[] out) {
        long[] whole = new long[BLOCK];
        for (int start = from; start < to; start += BLOCK) {
            int length = Math.min(BLOCK, to - start);
            System.arraycopy(words, start, whole, 0, length);
            for (int e = 0; e < closings.length; e++) {
                spread(days[e], start, length, closings[e], shift[events[e].slot()], whole);
            }
            follow(whole, length, out, start - from);
        }
    }

    /// The first two tables of many rows without a branch between them, which is where most rows end.
    private void follow(long[] whole, int length, int[] out, int at) {
        Tables now = tables;
        long first = now.masks[0];
        int[] next = now.next;
        for (int i = 0; i < length; i++) {
            out[at + i] = next[(int) Long.compress(whole[i], first)];
        }
        long[] masks = now.masks;
        int[] base = now.base;
        for (int i = 0; i < length; i++) {
            int place = out[at + i];
            int to = UNKNOWN;
            if (place >= 0 && place < now.count) {
                long mask = masks[place];
                if (mask < 0) {
                    to = next[base[place] + DENSE[(int) Long.compress(whole[i], ~mask)]];
                }
            }
            out[at + i] = to < 0 && to != UNKNOWN ? ~to : follow(whole[i]);
        }
    }

    private static void spread(
            int[] days, int start, int length, int[] closings, int shift, long[] whole) {
        for (int i = 0; i < length; i++) {
            whole[i] |= ((long) region(closings, days[start + i])) << shift;
        }
    }

    private static int region(int[] closings, int day) {
        int region = 0;
        for (int closing : closings) {
            region += (closing - 1 - day) >>> 31;
        }
        return region;
    }

    private int follow(long word) {
        Tables now = tables;
        int place = 0;
        do {
            int at = at(now, place, word);
            int to = now.next[at];
            if (to == UNKNOWN || to >= now.count) {
                to = grow(place, word);
                now = tables;
            }
            place = to;
        } while (place >= 0);
        return ~place;
    }

    private static int at(Tables now, int place, long word) {
        long mask = now.masks[place];
        return now.base[place]
                + (mask < 0
                        ? DENSE[(int) Long.compress(word, ~mask)]
                        : (int) Long.compress(word, mask));
    }

    private synchronized int grow(int place, long word) {
        int at = at(tables, place, word);
        int known = tables.next[at];
        if (known != UNKNOWN) {
            return known;
        }
        int[] codes = asked.get(place).clone();
        long mask = tables.masks[place];
        mask = mask < 0 ? ~mask : mask;
        for (Question question : questions) {
            int slot = question.slot();
            long bits = (1L << width[slot]) - 1;
            if (width[slot] == 0) {
                codes[slot] = 0;
            } else if (((mask >>> shift[slot]) & bits) != 0) {
                codes[slot] = code(question, (int) ((word >>> shift[slot]) & bits));
            }
        }
        int to = place(codes, place == 0);
        tables.next[at] = to;
        return to;
    }

    private int code(Question question, int bits) {
        return question instanceof DayQuestion of
                ? codesOfDays[Arrays.asList(events).indexOf(of)][bits]
                : bits;
    }

    /// The table or class to which answers lead, made now if it is new.
    ///
    /// @param table whether to come to a table even where a class is reached
    private int place(int[] given, boolean table) {
        int[] codes = new int[given.length];
        Arrays.fill(codes, -1);
        Set<Question> wanted = text.wanted(codes);
        while (!wanted.isEmpty()) {
            Question next = wanted.stream().min(CompiledText.ORDER).orElseThrow();
            if (given[next.slot()] < 0) {
                break;
            }
            codes[next.slot()] = given[next.slot()];
            wanted = text.wanted(codes);
        }
        var key = new Key(text.key(codes), table && wanted.isEmpty());
        Integer known = places.get(key);
        if (known != null) {
            return known;
        }
        int place;
        if (wanted.isEmpty() && !table) {
            place = ~classCount;
            int[][] room = classes;
            if (classCount == room.length) {
                room = Arrays.copyOf(room, room.length * 2);
            }
            room[classCount] = codes;
            classes = room;
            classCount++;
        } else {
            place = add(codes, wanted.isEmpty() ? ~0L : mask(wanted, codes));
        }
        places.put(key, place);
        return place;
    }

    private int add(int[] codes, long mask) {
        Tables now = tables;
        int place = now.count;
        long[] masks = place < now.masks.length ? now.masks : Arrays.copyOf(now.masks, 2 * place);
        int[] base = place < now.base.length ? now.base : Arrays.copyOf(now.base, 2 * place);
        masks[place] = mask;
        base[place] = place == 0 ? 0 : base[place - 1] + size(masks[place - 1]);
        int end = base[place] + size(mask);
        int[] next = now.next;
        if (end > next.length) {
            next = Arrays.copyOf(next, Math.max(end, next.length * 2));
        }
        Arrays.fill(next, base[place], end, UNKNOWN);
        asked.add(codes);
        tables = new Tables(place + 1, masks, base, next);
        return place;
    }

    private static int size(long mask) {
        if (mask >= 0) {
            return 1 << Long.bitCount(mask);
        }
        int size = 1;
        for (int bits = Long.bitCount(~mask); bits > 0; bits -= 2) {
            size *= 3;
        }
        return size;
    }

    /// The bits to look at next: those of what is wanted, and then of what will mostly be wanted.
    ///
    /// The first table looks at everything but three-valued facts, as far as it goes. Others look at
    /// three-valued ones only, or at none of them.
    private long mask(Set<Question> wanted, int[] codes) {
        boolean root = tables.count == 0;
        Set<Question> later = new LinkedHashSet<>(wanted);
        text.residue(codes).forEach(p -> p.questions(later));
        Question first = wanted.stream().min(CompiledText.ORDER).orElseThrow();
        boolean three = threeValued(first);
        long mask = 0;
        int bits = 0;
        int limit = root ? WIDEST : three ? 2 * MOST_THREE_VALUED : WIDE;
        for (Question question : later.stream().sorted(CompiledText.ORDER).toList()) {
            int slot = question.slot();
            if (codes[slot] < 0
                    && threeValued(question) == three
                    && !(question instanceof TogetherQuestion)
                    && (bits == 0 || bits + width[slot] <= limit)) {
                bits += width[slot];
                mask |= ((1L << width[slot]) - 1) << shift[slot];
            }
        }
        return three ? ~mask : mask;
    }

    /// How each norm stands toward the rows of a class.
    public List<NormStatus> statuses(int number) {
        return text.statuses(classes[number]);
    }
}

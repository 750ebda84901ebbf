package org.plumbline.core.interview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.decide.Outlook;
import org.plumbline.core.vocabulary.Vocabulary;

/// The least that the questions of a case can cost, by trying every order over every value.
///
/// It shares nothing with [Plan] but the outlook: states are values written out, and a state is done
/// when no completion of what can be asked differs from another, text by text and reading by
/// reading. Judgements may be asked at any time, so the optimum is over more orders than the plan's.
final class FullSearch {

    private static final int NOBODY = 0;
    private static final List<Headline> HEADLINES = List.of(Headline.values());
    private static final int MIXED = HEADLINES.size() + 1;

    private final Outlook outlook;
    private final List<int[]> variables = new ArrayList<>();
    private final int[] costs;
    private final int[] widths;
    private final int[] places;
    private final int states;
    private final List<Integer> readings = new ArrayList<>();
    private final int rows;

    private final byte[][] says;
    private final double[] weight;
    private final double[] least;

    /// How many states a full search would have to look at.
    static long states(Outlook outlook) {
        long states = 1;
        for (int width : widths(outlook)) {
            states = Math.min(Integer.MAX_VALUE, states * (width + 1L));
        }
        return states * rows(outlook);
    }

    private static long rows(Outlook outlook) {
        BitSet asked = asked(outlook);
        return java.util.stream.IntStream.range(0, outlook.open().size())
                .filter(at -> outlook.open().get(at).reading() && asked.get(at))
                .mapToLong(at -> outlook.open().get(at).values().size())
                .reduce(1, (a, b) -> Math.min(Integer.MAX_VALUE, a * b));
    }

    private static Map<Inquiry, List<Integer>> inquiries(Outlook outlook) {
        Map<Inquiry, List<Integer>> all = new LinkedHashMap<>();
        BitSet asked = asked(outlook);
        for (int at = 0; at < outlook.open().size(); at++) {
            Outlook.Open open = outlook.open().get(at);
            if (!open.reading() && asked.get(at)) {
                all.computeIfAbsent(new Inquiry(open.fact(), open.link()), _ -> new ArrayList<>())
                        .add(at);
            }
        }
        return all;
    }

    /// What some text asks after; the rest of what is open can change nothing.
    private static BitSet asked(Outlook outlook) {
        BitSet asked = new BitSet();
        for (int node = 0; node < outlook.size(); node++) {
            if (!outlook.isEnd(node)) {
                asked.set(outlook.asks(node));
            }
        }
        return asked;
    }

    /// How many questions there are that some text asks after.
    static int questions(Outlook outlook) {
        return inquiries(outlook).size();
    }

    private static int[] widths(Outlook outlook) {
        return inquiries(outlook).values().stream()
                .mapToInt(read ->
                        read.stream()
                                .mapToInt(at -> outlook.open().get(at).values().size())
                                .reduce(1, (a, b) -> (int) Math.min(100_000L, (long) a * b)))
                .toArray();
    }

    FullSearch(Vocabulary vocabulary, Outlook outlook) {
        this.outlook = outlook;
        var inquiries = inquiries(outlook);
        inquiries
                .values()
                .forEach(
                        read -> variables.add(read.stream().mapToInt(Integer::intValue).toArray()));
        this.costs =
                inquiries.keySet().stream()
                        .mapToInt(i ->
                                vocabulary.asking().cost(vocabulary.fact(i.fact()).orElseThrow()))
                        .toArray();
        this.widths = widths(outlook);
        this.places = new int[widths.length];
        int place = 1;
        for (int i = 0; i < widths.length; i++) {
            places[i] = place;
            place *= widths[i] + 1;
        }
        this.states = place;
        for (int at = 0; at < outlook.open().size(); at++) {
            if (outlook.open().get(at).reading() && asked(outlook).get(at)) {
                readings.add(at);
            }
        }
        this.rows = (int) rows(outlook);
        this.says = new byte[states][];
        this.weight = new double[states];
        this.least = new double[states];
        Arrays.fill(least, -1);
    }

    /// The least expected cost from the beginning.
    double least() {
        return least(0);
    }

    // A state is written in mixed radix: digit 0 for what is open, 1 and up for a value.

    private int digit(int state, int inquiry) {
        return state / places[inquiry] % (widths[inquiry] + 1);
    }

    private double least(int state) {
        if (least[state] >= 0) {
            return least[state];
        }
        double best = 0;
        if (open(says(state))) {
            best = Double.POSITIVE_INFINITY;
            for (int inquiry = 0; inquiry < widths.length; inquiry++) {
                if (digit(state, inquiry) == 0) {
                    best = Math.min(best, costs[inquiry] + after(state, inquiry));
                }
            }
        }
        least[state] = best;
        return best;
    }

    private double after(int state, int inquiry) {
        double sum = 0;
        double total = 0;
        for (int value = 1; value <= widths[inquiry]; value++) {
            int next = state + value * places[inquiry];
            says(next);
            if (weight[next] > 0) {
                sum += weight[next] * least(next);
                total += weight[next];
            }
        }
        return sum / total;
    }

    private static boolean open(byte[] says) {
        for (byte one : says) {
            if (one == MIXED) {
                return true;
            }
        }
        return false;
    }

    /// For each reading and text what is said: nobody, one headline, or different ones.
    private byte[] says(int state) {
        if (says[state] != null) {
            return says[state];
        }
        int first = -1;
        for (int inquiry = 0; inquiry < widths.length && first < 0; inquiry++) {
            first = digit(state, inquiry) == 0 ? inquiry : -1;
        }
        byte[] all;
        if (first < 0) {
            all = told(state);
        } else {
            all = new byte[rows * outlook.speakers().size()];
            for (int value = 1; value <= widths[first]; value++) {
                int next = state + value * places[first];
                byte[] one = says(next);
                weight[state] += weight[next] / widths[first];
                for (int at = 0; at < all.length; at++) {
                    if (all[at] == NOBODY) {
                        all[at] = one[at];
                    } else if (one[at] != NOBODY && one[at] != all[at]) {
                        all[at] = (byte) MIXED;
                    }
                }
            }
        }
        says[state] = all;
        return all;
    }

    private byte[] told(int state) {
        int[] values = new int[outlook.open().size()];
        for (int inquiry = 0; inquiry < widths.length; inquiry++) {
            int value = digit(state, inquiry) - 1;
            for (int variable : variables.get(inquiry)) {
                int width = outlook.open().get(variable).values().size();
                values[variable] = value % width;
                value /= width;
            }
        }
        int texts = outlook.speakers().size();
        byte[] all = new byte[rows * texts];
        for (int row = 0; row < rows; row++) {
            int rest = row;
            for (int reading : readings) {
                int width = outlook.open().get(reading).values().size();
                values[reading] = rest % width;
                rest /= width;
            }
            boolean somebody = false;
            for (int text = 0; text < texts; text++) {
                int node = outlook.speakers().get(text).root();
                while (!outlook.isEnd(node)) {
                    node = outlook.next(node, values[outlook.asks(node)]);
                }
                Optional<Headline> end = outlook.headline(node);
                all[row * texts + text] =
                        end.map(h -> HEADLINES.indexOf(h) + 1).orElse(NOBODY).byteValue();
                somebody |= end.isPresent();
            }
            weight[state] += somebody ? 1.0 / rows : 0;
        }
        return all;
    }
}

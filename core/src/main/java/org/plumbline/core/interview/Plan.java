package org.plumbline.core.interview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.plumbline.core.decide.Outlook;
import org.plumbline.core.vocabulary.Asking;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Vocabulary;

/// Which question to ask, over all texts at once.
///
/// A question is worth asking only if an answer can change what some text says. Among those the
/// plan takes the one that costs least in the end: what it costs itself, and what is expected to be
/// asked after each of its answers, every value being equally likely. Small cases are worked out to
/// the end; where that would take too long, the question is taken that removes most uncertainty for
/// what it costs. Judgements wait until nothing else is worth asking.
///
/// What cannot be asked (points of interpretation, what somebody could not say) stays open, and
/// counts as decided by chance.
///
/// Not safe between threads; it keeps what it worked out, so that asking again is quick.
public final class Plan {

    /// How much may be looked at before the exact search gives up; some milliseconds' worth.
    private static final int MOST_STEPS = 6_000;

    /// How many questions may be open for the exact search to be tried at all.
    private static final int MOST_EXACT = 12;

    /// How many values of one question are told apart.
    private static final int MOST_VALUES = 256;

    /// What an inquiry reads: its variables, in order.
    private record Asked(Inquiry inquiry, int cost, boolean judgement, BitSet variables) {}

    /// The texts that are not settled, each as a node.
    private static final class State {
        private final int[] texts;
        private final int hash;

        State(int[] texts) {
            this.texts = texts;
            this.hash = Arrays.hashCode(texts);
        }

        int[] texts() {
            return texts;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof State that && Arrays.equals(texts, that.texts);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    private final Courses courses = new Courses();
    private final List<Asked> all;
    private final BitSet askable = new BitSet();
    private final BitSet closed = new BitSet();
    private final int[] widths;
    private final State start;
    private final Map<State, Double> least = new HashMap<>();
    private final Map<State, Asked> best = new HashMap<>();
    private final Map<State, Optional<Asked>> chosen = new HashMap<>();
    private final Map<State, List<Asked>> worthwhile = new HashMap<>();
    private int steps;

    /// @param closed facts that cannot be asked after, or not again
    public Plan(Vocabulary vocabulary, Outlook outlook, Set<Inquiry> closed) {
        this.widths = outlook.open().stream().mapToInt(open -> open.values().size()).toArray();
        Map<Inquiry, BitSet> variables = new LinkedHashMap<>();
        for (int at = 0; at < outlook.open().size(); at++) {
            Outlook.Open open = outlook.open().get(at);
            var inquiry = new Inquiry(open.fact(), open.link());
            if (open.reading()) {
                continue;
            }
            if (closed.contains(inquiry)) {
                this.closed.set(at);
            } else {
                variables.computeIfAbsent(inquiry, _ -> new BitSet()).set(at);
                askable.set(at);
            }
        }
        List<String> order = List.copyOf(vocabulary.facts().keySet());
        Asking asking = vocabulary.asking();
        List<Asked> unordered = new ArrayList<>();
        variables.forEach((inquiry, read) -> {
            Fact fact = vocabulary.fact(inquiry.fact()).orElseThrow();
            unordered.add(
                    new Asked(
                            inquiry,
                            asking.cost(fact),
                            asking.kind(fact) == Asking.Kind.JUDGEMENT,
                            read));
        });
        unordered.sort((a, b) -> {
            int byFact =
                    Integer.compare(
                            order.indexOf(a.inquiry().fact()), order.indexOf(b.inquiry().fact()));
            return byFact != 0 ? byFact : Integer.compare(a.inquiry().link(), b.inquiry().link());
        });
        this.all = List.copyOf(unordered);
        this.start = state(courses.read(outlook));
    }

    /// What to ask next; empty when no answer can change what any text says.
    public Optional<Inquiry> next() {
        return choose(start).map(Asked::inquiry);
    }

    /// Everything that is worth asking, in the order of the vocabulary.
    public List<Inquiry> worthAsking() {
        return worth(start).stream().map(Asked::inquiry).toList();
    }

    /// Everything that an answer to could change what some text says, judgements included.
    List<Inquiry> matters() {
        return mattering(start).stream().map(Asked::inquiry).toList();
    }

    /// Everything open that could be asked after, whether or not it is worth it, in the order of the
    /// vocabulary.
    public List<Inquiry> open() {
        return all.stream().map(Asked::inquiry).toList();
    }

    /// What it takes until no answer can change anything, every value being equally likely.
    ///
    /// @param questions how many questions are expected
    /// @param cost what they are expected to cost
    public record Expected(double questions, double cost) {
        private static final Expected NOTHING = new Expected(0, 0);

        private Expected and(Expected later, double chance) {
            return new Expected(questions + chance * later.questions, cost + chance * later.cost);
        }
    }

    /// What following this plan takes.
    public Expected expected() {
        return expected(start, this::choose, new HashMap<>());
    }

    /// What asking everything open in the order of the vocabulary takes, until nothing can change.
    public Expected expectedInFixedOrder() {
        return expectedInOrder(start, 0, new HashMap<>());
    }

    /// What asking in the order of the vocabulary takes, if only what is worth asking is asked.
    public Expected expectedInOrderOfWorth() {
        return expected(start, state -> worth(state).stream().findFirst(), new HashMap<>());
    }

    // ── States ──────────────────────────────────────────────────────────────────────────────

    /// A text of which no answer can change anything needs no more attention.
    private State state(int[] texts) {
        return new State(
                Arrays.stream(texts)
                        .filter(text ->
                                courses.deciding(text).intersects(askable) || mayBeTold(text))
                        .distinct()
                        .toArray());
    }

    /// Whether what could not be said might follow from what can be asked.
    private boolean mayBeTold(int text) {
        return courses.deciding(text).intersects(closed) && courses.asked(text).intersects(askable);
    }

    /// What is worth asking: judgements only when nothing else is.
    private List<Asked> worth(State state) {
        List<Asked> known = worthwhile.get(state);
        if (known != null) {
            return known;
        }
        List<Asked> worth = mattering(state);
        List<Asked> first = worth.stream().filter(asked -> !asked.judgement()).toList();
        List<Asked> result = first.isEmpty() ? worth : first;
        worthwhile.put(state, result);
        return result;
    }

    private List<Asked> mattering(State state) {
        BitSet deciding = new BitSet();
        for (int text : state.texts()) {
            deciding.or(courses.deciding(text));
        }
        boolean told = Arrays.stream(state.texts()).anyMatch(this::mayBeTold);
        return all.stream()
                .filter(asked ->
                        asked.variables().intersects(deciding) || (told && tells(state, asked)))
                .toList();
    }

    /// Whether an answer would rule a headline out although it decides none: it may tell something of
    /// what could not be said.
    private boolean tells(State state, Asked asked) {
        for (int text : state.texts()) {
            for (int variable : asked.variables().stream().toArray()) {
                for (int value = 0; value < widths[variable]; value++) {
                    int left = courses.given(text, variable, value);
                    if (courses.possible(left) > 0 && !courses.sameEnds(text, left)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /// A state that an answer leads to, and how likely that is.
    private record Branch(State state, double chance) {}

    private List<Branch> branches(State state, Asked asked) {
        Map<State, Double> all = new LinkedHashMap<>();
        BitSet read = fewEnough(state, asked.variables());
        spread(state.texts(), read.nextSetBit(0), read, 1, all);
        double possible = all.values().stream().mapToDouble(Double::doubleValue).sum();
        return all.entrySet().stream()
                .map(e -> new Branch(e.getKey(), e.getValue() / possible))
                .toList();
    }

    /// As many variables of a question as have few values together. Of whom a practitioner may hold
    /// a licence from, each board is a variable of its own, and a hundred of them have more values
    /// together than can be told apart: what the first of them tell stands for the question then.
    private BitSet fewEnough(State state, BitSet variables) {
        BitSet few = new BitSet();
        int values = 1;
        for (int at = variables.nextSetBit(0); at >= 0; at = variables.nextSetBit(at + 1)) {
            int variable = at;
            if (Arrays.stream(state.texts()).anyMatch(text -> courses.asked(text).get(variable))) {
                values *= widths[variable];
                if (values > MOST_VALUES) {
                    return few;
                }
                few.set(variable);
            }
        }
        return few;
    }

    /// @param chance how likely the values given so far are, among all values
    private void spread(
            int[] texts, int variable, BitSet read, double chance, Map<State, Double> into) {
        if (variable < 0) {
            double possible = chance * courses.possible(texts[0]);
            if (possible > 0) {
                into.merge(state(texts), possible, Double::sum);
            }
            return;
        }
        int following = read.nextSetBit(variable + 1);
        if (Arrays.stream(texts).noneMatch(text -> courses.asked(text).get(variable))) {
            spread(texts, following, read, chance, into);
            return;
        }
        int width = widths[variable];
        for (int value = 0; value < width; value++) {
            steps++;
            int[] left = new int[texts.length];
            for (int text = 0; text < left.length; text++) {
                left[text] = courses.given(texts[text], variable, value);
            }
            spread(left, following, read, chance / width, into);
        }
    }

    // ── Choosing ────────────────────────────────────────────────────────────────────────────

    private Optional<Asked> choose(State state) {
        Optional<Asked> known = chosen.get(state);
        if (known != null) {
            return known;
        }
        Optional<Asked> choice = chosenAnew(state);
        chosen.put(state, choice);
        return choice;
    }

    private Optional<Asked> chosenAnew(State state) {
        List<Asked> worth = worth(state);
        if (worth.size() <= 1) {
            return worth.stream().findFirst();
        }
        steps = 0;
        if (worth.size() <= MOST_EXACT && !Double.isNaN(least(state))) {
            return Optional.ofNullable(best.get(state));
        }
        return worth.stream().max(Comparator.comparingDouble(a -> gain(state, a)));
    }

    /// What the best order costs from here; not a number if that would take too long to tell.
    private double least(State state) {
        Double known = least.get(state);
        if (known != null) {
            return known;
        }
        List<Asked> worth = worth(state);
        double smallest = worth.isEmpty() ? 0 : Double.POSITIVE_INFINITY;
        List<Asked> ordered = new ArrayList<>(worth);
        Map<Asked, Double> gains = new HashMap<>();
        if (ordered.size() > 1) {
            ordered.forEach(a -> gains.put(a, gain(state, a)));
            ordered.sort((a, b) ->
                    Double.compare(gains.getOrDefault(b, 0.0), gains.getOrDefault(a, 0.0)));
        }
        for (Asked asked : ordered) {
            double total = total(state, asked, smallest);
            if (Double.isNaN(total)) {
                return Double.NaN;
            }
            if (total < smallest) {
                smallest = total;
                best.put(state, asked);
            }
        }
        least.put(state, smallest);
        return smallest;
    }

    /// What it costs to ask something and go on in the best order; at least `bound` where it is more.
    private double total(State state, Asked asked, double bound) {
        double total = asked.cost();
        if (total >= bound) {
            return total;
        }
        for (Branch branch : branches(state, asked)) {
            if (steps > MOST_STEPS) {
                return Double.NaN;
            }
            double later = least(branch.state());
            if (Double.isNaN(later)) {
                return Double.NaN;
            }
            total += branch.chance() * later;
            if (total >= bound) {
                return total;
            }
        }
        return total;
    }

    /// How much uncertainty a question removes, in bits over all texts, for what it costs.
    private double gain(State state, Asked asked) {
        double left = 0;
        for (Branch branch : branches(state, asked)) {
            left += branch.chance() * uncertainty(branch.state());
        }
        return (uncertainty(state) - left) / asked.cost();
    }

    private double uncertainty(State state) {
        double bits = 0;
        for (int text : state.texts()) {
            bits += courses.uncertainty(text);
        }
        return bits;
    }

    // ── What it takes ───────────────────────────────────────────────────────────────────────

    private Expected expected(
            State state, Function<State, Optional<Asked>> by, Map<State, Expected> seen) {
        Expected known = seen.get(state);
        if (known != null) {
            return known;
        }
        Optional<Asked> asked = by.apply(state);
        Expected sum = Expected.NOTHING;
        if (asked.isPresent()) {
            sum = new Expected(1, asked.get().cost());
            for (Branch branch : branches(state, asked.get())) {
                sum = sum.and(expected(branch.state(), by, seen), branch.chance());
            }
        }
        seen.put(state, sum);
        return sum;
    }

    private record Reached(State state, int at) {}

    private Expected expectedInOrder(State state, int at, Map<Reached, Expected> seen) {
        if (worth(state).isEmpty() || at == all.size()) {
            return Expected.NOTHING;
        }
        var here = new Reached(state, at);
        Expected known = seen.get(here);
        if (known != null) {
            return known;
        }
        Asked asked = all.get(at);
        Expected sum = new Expected(1, asked.cost());
        for (Branch branch : branches(state, asked)) {
            sum = sum.and(expectedInOrder(branch.state(), at + 1, seen), branch.chance());
        }
        seen.put(here, sum);
        return sum;
    }
}

package org.plumbline.core.decide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which headline every possible case has, as one diagram that ends in headlines.
///
/// Put into one diagram, questions about all headlines at once are walks over its nodes.
final class Outcomes {

    private static final List<Headline> HEADLINES = List.of(Headline.values());
    private static final int IMPOSSIBLE = HEADLINES.size();
    private static final int POSSIBLE = (1 << IMPOSSIBLE) - 1;

    private final Diagrams diagrams;
    private final Diagram root;
    private final Diagram aside;
    private final BitSet asideAsks;
    private final int variables;
    private int[][] masks = new int[0][];
    private int[][] jumps = new int[0][];
    private final Map<Long, Boolean> differing = new HashMap<>();
    private final Map<Integer, Diagram> anyOf = new HashMap<>();

    private Outcomes(Diagrams diagrams, int variables, Diagram root, Diagram aside) {
        this.diagrams = diagrams;
        this.variables = variables;
        this.root = root;
        this.aside = aside;
        this.asideAsks = diagrams.asks(aside);
    }

    /// The same headlines where something else must be so besides, by facts that they do not ask
    /// after.
    Outcomes besides(Diagram aside) {
        return new Outcomes(diagrams, variables, root, aside);
    }

    /// @param variables how many variables there are
    /// @param sets for each case, the components that are so ([ComponentSet])
    /// @param world the cases that count; the others have no headline
    static Outcomes of(Diagrams diagrams, int variables, Diagram sets, Diagram world) {
        Diagram[] ends = new Diagram[ComponentSet.ESSENTIAL.length];
        for (int left = sets.ends; left != 0; left &= left - 1) {
            int set = Integer.numberOfTrailingZeros(left);
            ends[set] = diagrams.ending(HEADLINES.indexOf(ComponentSet.headline(set)));
        }
        return within(diagrams, variables, diagrams.ending(sets, ends), world);
    }

    /// The same headline in every case that counts.
    static Outcomes of(Diagrams diagrams, int variables, Headline headline, Diagram world) {
        return within(diagrams, variables, diagrams.ending(HEADLINES.indexOf(headline)), world);
    }

    private static Outcomes within(
            Diagrams diagrams, int variables, Diagram everywhere, Diagram world) {
        return new Outcomes(
                diagrams,
                variables,
                diagrams.choose(diagrams.not(world), diagrams.ending(IMPOSSIBLE), everywhere),
                diagrams.yes());
    }

    /// Every headline that some case that counts has, strictest first; no diagram is made of it.
    ///
    /// @param sets for each case, the components that are so ([ComponentSet])
    /// @param world the cases that count
    static List<Headline> possible(Diagram sets, Diagram world) {
        int[] setsOf = new int[IMPOSSIBLE];
        for (int left = sets.ends; left != 0; left &= left - 1) {
            int set = Integer.numberOfTrailingZeros(left);
            setsOf[HEADLINES.indexOf(ComponentSet.headline(set))] |= 1 << set;
        }
        int possible = 0;
        for (int headline = 0; headline < IMPOSSIBLE; headline++) {
            if (setsOf[headline] != 0
                    && new Meeting(setsOf[headline], SAME).meet(world, sets, world)) {
                possible |= 1 << headline;
            }
        }
        return listed(possible);
    }

    /// Every headline that some case has, strictest first.
    List<Headline> possible() {
        return headlines(root.ends);
    }

    /// Whether every case that counts has one of these.
    boolean only(Set<Headline> headlines) {
        return (root.ends & POSSIBLE & ~mask(headlines)) == 0;
    }

    /// The cases that count and have one of these.
    Diagram anyOf(Set<Headline> headlines) {
        return anyOf.computeIfAbsent(
                mask(headlines) & root.ends,
                mask -> {
                    Diagram[] ends = new Diagram[IMPOSSIBLE + 1];
                    for (int end = 0; end < ends.length; end++) {
                        ends[end] = diagrams.of((mask & (1 << end)) != 0);
                    }
                    return mask == 0 ? diagrams.no() : diagrams.ending(root, ends);
                });
    }

    /// Whether some case that counts answers a question with yes.
    ///
    /// @param finer where the question is over fewer values: by level, for each value here the
    ///     value there; absent where they are the same
    boolean meet(Diagram question, int[] @Nullable [] finer) {
        return meet(question, new Meeting(POSSIBLE, finer));
    }

    private boolean meet(Diagram question, Meeting meeting) {
        boolean apart = asideAsks.isEmpty() || !diagrams.asks(question).intersects(asideAsks);
        return meeting.meet(question, root, apart ? diagrams.yes() : aside);
    }

    /// The headlines by name, for norms over the same values.
    Named<Diagram> named() {
        return new Named<>(diagrams, Map.of()) {
            @Override
            Diagram anyOf(Set<Headline> wanted) {
                return Outcomes.this.anyOf(wanted);
            }

            @Override
            boolean meets(Diagram norm, Set<Headline> wanted) {
                return meet(norm, new Meeting(mask(wanted), SAME));
            }
        };
    }

    /// The headlines by name, for norms over fewer values; where a headline has cases, every case
    /// there has it, so that it is for the asker to look only at those that count.
    Named<Diagram> named(Diagrams fewer, int[] @Nullable [] finer) {
        return new Named<>(fewer, Map.of()) {
            @Override
            Diagram anyOf(Set<Headline> wanted) {
                return fewer.of((root.ends & mask(wanted)) != 0);
            }

            @Override
            boolean meets(Diagram norm, Set<Headline> wanted) {
                return meet(norm, new Meeting(mask(wanted), finer));
            }
        };
    }

    private static final int[] @Nullable [] SAME = new int[0][];

    /// Looks for one case, without making a diagram of it.
    private static final class Meeting {
        private final int mask;
        private final int[] @Nullable [] finer;
        private final Diagrams.Apart apart = new Diagrams.Apart();

        Meeting(int mask, int[] @Nullable [] finer) {
            this.mask = mask;
            this.finer = finer;
        }

        /// @param aside what must be so besides
        boolean meet(Diagram question, Diagram outcome, Diagram aside) {
            if ((outcome.ends & mask) == 0 || isNo(question) || isNo(aside)) {
                return false;
            }
            if (isEnd(question) || (isEnd(aside) && (outcome.ends & ~mask) == 0)) {
                return true;
            }
            if (apart.has(question.id, outcome.id, aside.id)) {
                return false;
            }
            if (anyValue(question, outcome, aside)) {
                return true;
            }
            apart.add(question.id, outcome.id, aside.id);
            return false;
        }

        private static boolean isEnd(Diagram of) {
            return of.children.length == 0;
        }

        private static boolean isNo(Diagram of) {
            return isEnd(of) && of.id == 0;
        }

        private boolean anyValue(Diagram question, Diagram outcome, Diagram aside) {
            int level = Math.min(question.level, Math.min(outcome.level, aside.level));
            int[] within = finer.length > 0 ? finer[level] : null;
            boolean only = outcome.level != level && aside.level != level;
            int width =
                    outcome.level == level
                            ? outcome.children.length
                            : aside.level == level
                                    ? aside.children.length
                                    : question.children.length;
            for (int value = 0; value < width; value++) {
                int own = only || within == null ? value : within[value];
                if (meet(
                        question.level == level ? question.children[own] : question,
                        outcome.level == level ? outcome.children[value] : outcome,
                        aside.level == level ? aside.children[value] : aside)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static int mask(Set<Headline> headlines) {
        int mask = 0;
        for (Headline headline : headlines) {
            mask |= 1 << HEADLINES.indexOf(headline);
        }
        return mask;
    }

    private final Map<Integer, List<Headline>> lists = new HashMap<>();

    private List<Headline> headlines(int ends) {
        int mask = ends & POSSIBLE;
        List<Headline> known = lists.get(mask);
        if (known == null) {
            known = listed(mask);
            lists.put(mask, known);
        }
        return known;
    }

    private static List<Headline> listed(int mask) {
        List<Headline> list = new ArrayList<>();
        for (int h = 0; h < IMPOSSIBLE; h++) {
            if ((mask & (1 << h)) != 0) {
                list.add(HEADLINES.get(h));
            }
        }
        return List.copyOf(list);
    }

    // ── What decides ────────────────────────────────────────────────────────────────────────

    /// The variables of which two values, everything else alike, end in different headlines.
    BitSet deciding() {
        BitSet deciding = new BitSet();
        collect(root, deciding, new BitSet(root.id + 1));
        return deciding;
    }

    private void collect(Diagram node, BitSet deciding, BitSet seen) {
        if (node.children.length == 0 || seen.get(node.id)) {
            return;
        }
        seen.set(node.id);
        if (!deciding.get(node.level) && anyTwoDiffer(node.children)) {
            deciding.set(node.level);
        }
        for (Diagram child : node.children) {
            collect(child, deciding, seen);
        }
    }

    private boolean anyTwoDiffer(Diagram[] children) {
        for (int left = 0; left < children.length; left++) {
            for (int right = left + 1; right < children.length; right++) {
                if (differ(children[left], children[right])) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether some values of the variables left lead to two different headlines.
    private boolean differ(Diagram left, Diagram right) {
        if (left == right) {
            return false;
        }
        if ((left.ends & POSSIBLE) == 0 || (right.ends & POSSIBLE) == 0) {
            return false;
        }
        if (((left.ends | right.ends) & ~POSSIBLE) == 0) {
            return true;
        }
        long key =
                left.id < right.id
                        ? ((long) left.id << 32) | right.id
                        : ((long) right.id << 32) | left.id;
        Boolean known = differing.get(key);
        if (known != null) {
            return known;
        }
        int level = Math.min(left.level, right.level);
        int width = left.level == level ? left.children.length : right.children.length;
        boolean differ = false;
        for (int value = 0; value < width && !differ; value++) {
            differ =
                    differ(
                            left.level == level ? left.children[value] : left,
                            right.level == level ? right.children[value] : right);
        }
        differing.put(key, differ);
        return differ;
    }

    /// The last variables of which, all others being as they may, two values leave different sets of
    /// headlines.
    ///
    /// @param from the first of the last variables
    BitSet decidingLast(int from) {
        Set<Diagram> ends = new LinkedHashSet<>();
        last(root, from, ends, new BitSet(root.id + 1));
        BitSet asks = new BitSet();
        for (Headline headline : possible()) {
            Diagram[] ofHeadline = new Diagram[IMPOSSIBLE + 1];
            for (int end = 0; end <= IMPOSSIBLE; end++) {
                ofHeadline[end] = diagrams.of(end == HEADLINES.indexOf(headline));
            }
            Diagram any = diagrams.no();
            Diagram[] known = new Diagram[root.id + 1];
            for (Diagram end : ends) {
                any = diagrams.or(any, diagrams.ending(end, ofHeadline, known));
            }
            asks.or(diagrams.asks(any));
        }
        return asks;
    }

    private static void last(Diagram node, int from, Set<Diagram> ends, BitSet seen) {
        if (node.level >= from) {
            ends.add(node);
        } else if (!seen.get(node.id)) {
            seen.set(node.id);
            for (Diagram child : node.children) {
                last(child, from, ends, seen);
            }
        }
    }

    // ── What would follow ───────────────────────────────────────────────────────────────────

    /// For each value of a variable, the headlines that are left; none if it cannot have it.
    ///
    /// @param within for each of its values, the value as this diagram knows it; absent where they
    ///     are the same
    List<List<Headline>> would(Variable variable, int @Nullable [] within) {
        if (masks.length == 0) {
            masks = allMasks();
        }
        List<List<Headline>> would = new ArrayList<>();
        int around = around(variable.level());
        int[] through = masks[variable.level()];
        for (int value = 0; value < variable.values().size(); value++) {
            int own = within == null ? value : within[value];
            would.add(headlines(around | (through.length == 0 ? 0 : through[own])));
        }
        return would;
    }

    /// What each variable's values lead to, and what is reached without asking it, in one walk.
    ///
    /// An edge that jumps over variables is reached whatever they are; the counts below rise where
    /// such an edge begins and fall where it ends.
    private int[][] allMasks() {
        List<Diagram> nodes = new ArrayList<>();
        BitSet seen = new BitSet(root.id + 1);
        gather(root, nodes, seen);
        int[][] through = new int[variables][];
        Arrays.fill(through, NOTHING);
        jumps = new int[IMPOSSIBLE][];
        for (int end = 0; end < IMPOSSIBLE; end++) {
            jumps[end] = (root.ends & (1 << end)) != 0 ? new int[variables + 1] : NOTHING;
        }
        jump(-1, root);
        for (Diagram node : nodes) {
            int[] values = through[node.level];
            if (values.length == 0) {
                values = new int[node.children.length];
                through[node.level] = values;
            }
            for (int value = 0; value < values.length; value++) {
                values[value] |= node.children[value].ends;
                jump(node.level, node.children[value]);
            }
        }
        for (int[] counts : jumps) {
            for (int level = 1; level < counts.length; level++) {
                counts[level] += counts[level - 1];
            }
        }
        return through;
    }

    private static final int[] NOTHING = new int[0];

    private void jump(int from, Diagram to) {
        int last = Math.min(to.level, variables);
        if (from + 1 < last) {
            for (int ends = to.ends & POSSIBLE; ends != 0; ends &= ends - 1) {
                int[] counts = jumps[Integer.numberOfTrailingZeros(ends)];
                counts[from + 1]++;
                counts[last]--;
            }
        }
    }

    private int around(int level) {
        int mask = 0;
        for (int end = 0; end < IMPOSSIBLE; end++) {
            if (jumps[end].length > 0 && jumps[end][level] > 0) {
                mask |= 1 << end;
            }
        }
        return mask;
    }

    private static void gather(Diagram node, List<Diagram> nodes, BitSet seen) {
        if (node.children.length > 0 && !seen.get(node.id)) {
            seen.set(node.id);
            nodes.add(node);
            for (Diagram child : node.children) {
                gather(child, nodes, seen);
            }
        }
    }

    /// The same with other variables held at a value.
    ///
    /// @param held by level, the value
    List<List<Headline>> would(Variable variable, Map<Integer, Integer> held) {
        int[] masks = new int[variable.values().size()];
        walk(root, variable.level(), masks, held, new BitSet(), new HashMap<>());
        List<List<Headline>> would = new ArrayList<>();
        for (int mask : masks) {
            would.add(headlines(mask));
        }
        return would;
    }

    private void walk(
            Diagram node,
            int level,
            int[] masks,
            Map<Integer, Integer> held,
            BitSet seen,
            Map<Diagram, Integer> below) {
        if (node.children.length == 0 || node.level > level) {
            int mask = reach(node, held, below);
            for (int value = 0; value < masks.length; value++) {
                masks[value] |= mask;
            }
            return;
        }
        if (seen.get(node.id)) {
            return;
        }
        seen.set(node.id);
        if (node.level == level) {
            for (int value = 0; value < masks.length; value++) {
                masks[value] |= reach(node.children[value], held, below);
            }
            return;
        }
        Integer value = held.get(node.level);
        if (value != null) {
            walk(node.children[value], level, masks, held, seen, below);
            return;
        }
        for (Diagram child : node.children) {
            walk(child, level, masks, held, seen, below);
        }
    }

    private int reach(Diagram from, Map<Integer, Integer> held, Map<Diagram, Integer> below) {
        if (held.isEmpty() || from.children.length == 0) {
            return from.ends & POSSIBLE;
        }
        Integer known = below.get(from);
        if (known != null) {
            return known;
        }
        Integer value = held.get(from.level);
        int mask = 0;
        if (value != null) {
            mask = reach(from.children[value], held, below);
        } else {
            for (Diagram child : from.children) {
                mask |= reach(child, held, below);
            }
        }
        below.put(from, mask);
        return mask;
    }

    /// The variables that stand in the diagram.
    BitSet asks() {
        return diagrams.asks(root);
    }
}

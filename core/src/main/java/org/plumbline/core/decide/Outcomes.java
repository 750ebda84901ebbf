package org.plumbline.core.decide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which headline every possible case has, as one diagram that ends in headlines.
///
/// The headlines exclude one another and are given with the cases that have them; put into one
/// diagram, questions about all of them at once are walks over its nodes.
final class Outcomes {

    private static final List<Headline> HEADLINES = List.of(Headline.values());

    private final Diagrams diagrams;
    private final Diagram root;
    private final int variables;
    private final int[] reach;
    private int[][] masks = new int[0][];
    private int[][] jumps = new int[0][];
    private final Map<Long, Boolean> differing = new HashMap<>();

    /// @param variables how many variables there are
    /// @param headlines for each headline, the possible cases that have it; impossible ones in none
    Outcomes(Diagrams diagrams, int variables, Map<Headline, Diagram> headlines) {
        this.diagrams = diagrams;
        this.variables = variables;
        Diagram all = diagrams.ending(IMPOSSIBLE);
        for (var headline : headlines.entrySet()) {
            if (headline.getValue() != diagrams.no()) {
                Diagram end = diagrams.ending(HEADLINES.indexOf(headline.getKey()));
                all = diagrams.choose(headline.getValue(), end, all);
            }
        }
        this.root = all;
        this.reach = new int[diagrams.size()];
        Arrays.fill(reach, UNKNOWN);
    }

    private static final int IMPOSSIBLE = HEADLINES.size();
    private static final int UNKNOWN = -1;

    /// Every headline that some case has, strictest first.
    List<Headline> possible() {
        return headlines(reach(root));
    }

    private static List<Headline> headlines(int mask) {
        List<Headline> list = new ArrayList<>();
        for (int h = 0; h < IMPOSSIBLE; h++) {
            if ((mask & (1 << h)) != 0) {
                list.add(HEADLINES.get(h));
            }
        }
        return List.copyOf(list);
    }

    /// A bit for every end that can be reached.
    private int reach(Diagram from) {
        int known = reach[from.id];
        if (known != UNKNOWN) {
            return known;
        }
        int mask = 0;
        if (from.children.length == 0) {
            int end = diagrams.endOf(from);
            mask = end == IMPOSSIBLE ? 0 : 1 << end;
        }
        for (Diagram child : from.children) {
            mask |= reach(child);
        }
        reach[from.id] = mask;
        return mask;
    }

    // ── What decides ────────────────────────────────────────────────────────────────────────

    /// The variables of which two values, everything else alike, end in different headlines.
    BitSet deciding() {
        BitSet deciding = new BitSet();
        collect(root, deciding, new BitSet());
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
        int leftEnds = reach(left);
        int rightEnds = reach(right);
        if (leftEnds == 0 || rightEnds == 0) {
            return false;
        }
        if (left.children.length == 0 && right.children.length == 0) {
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

    // ── What would follow ───────────────────────────────────────────────────────────────────

    /// For each value of a variable, the headlines that are left; none if it cannot have it.
    List<List<Headline>> would(Variable variable) {
        if (masks.length == 0) {
            masks = allMasks();
        }
        List<List<Headline>> would = new ArrayList<>();
        int around = around(variable.level());
        int[] through = masks[variable.level()];
        for (int value = 0; value < variable.values().size(); value++) {
            would.add(headlines(around | (through.length == 0 ? 0 : through[value])));
        }
        return would;
    }

    /// What each variable's values lead to, and what is reached without asking it, in one walk.
    ///
    /// An edge that jumps over variables is reached whatever they are; the counts below rise where
    /// such an edge begins and fall where it ends.
    private int[][] allMasks() {
        int levels = 0;
        List<Diagram> nodes = new ArrayList<>();
        BitSet seen = new BitSet();
        gather(root, nodes, seen);
        for (Diagram node : nodes) {
            levels = Math.max(levels, node.level + 1);
        }
        int[][] through = new int[Math.max(levels, variables) + 1][];
        Arrays.fill(through, new int[0]);
        jumps = new int[IMPOSSIBLE][Math.max(levels, variables) + 2];
        jump(-1, root);
        for (Diagram node : nodes) {
            int[] values = through[node.level];
            if (values.length == 0) {
                values = new int[node.children.length];
                through[node.level] = values;
            }
            for (int value = 0; value < values.length; value++) {
                values[value] |= reach(node.children[value]);
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

    private void jump(int from, Diagram to) {
        int last = Math.min(to.level, variables + 1);
        if (from + 1 < last) {
            int ends = reach(to);
            for (int end = 0; end < IMPOSSIBLE; end++) {
                if ((ends & (1 << end)) != 0) {
                    jumps[end][from + 1]++;
                    jumps[end][last]--;
                }
            }
        }
    }

    private int around(int level) {
        int mask = 0;
        for (int end = 0; end < IMPOSSIBLE; end++) {
            if (jumps[end][level] > 0) {
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
            return reach(from);
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

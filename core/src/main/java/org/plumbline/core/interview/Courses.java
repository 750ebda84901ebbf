package org.plumbline.core.interview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.decide.Outlook;

/// How headlines follow from open facts, with what planning needs: what is left once a value is
/// known, how likely each headline is, and which facts still decide.
///
/// Nodes are numbers, and the same question is the same number. Every group of values of a variable
/// is equally likely, and variables are independent of one another save where no possible person
/// has their values together.
final class Courses {

    /// The end at which no possible person is.
    static final int NOBODY = 0;

    private static final List<Headline> HEADLINES = List.of(Headline.values());
    private static final int ENDS = HEADLINES.size() + 1;
    private static final int END = Integer.MAX_VALUE;

    private final List<int[]> nodes = new ArrayList<>();
    private final Map<Node, Integer> unique = new HashMap<>();
    private final Map<Long, Integer> restricted = new HashMap<>();
    private final Map<Long, Boolean> differing = new HashMap<>();
    private final List<double @Nullable []> chances = new ArrayList<>();
    private final List<@Nullable BitSet> deciding = new ArrayList<>();
    private final List<@Nullable BitSet> asked = new ArrayList<>();

    /// A node by what it is: the variable it asks, and where each value leads.
    private static final class Node {
        private final int[] parts;
        private final int hash;

        Node(int[] parts) {
            this.parts = parts;
            this.hash = Arrays.hashCode(parts);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Node that && Arrays.equals(parts, that.parts);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    Courses() {
        for (int end = 0; end < ENDS; end++) {
            add(new int[] {END});
        }
    }

    private int add(int[] parts) {
        nodes.add(parts);
        chances.add(null);
        deciding.add(null);
        asked.add(null);
        return nodes.size() - 1;
    }

    /// The texts of an outlook, each as the node at which its headline begins to be told.
    int[] read(Outlook outlook) {
        int[] here = new int[outlook.size()];
        for (int node = 0; node < here.length; node++) {
            if (outlook.isEnd(node)) {
                here[node] =
                        outlook.headline(node).map(h -> HEADLINES.indexOf(h) + 1).orElse(NOBODY);
            } else {
                int asks = outlook.asks(node);
                int[] parts = new int[outlook.open().get(asks).values().size() + 1];
                parts[0] = asks;
                for (int value = 0; value + 1 < parts.length; value++) {
                    parts[value + 1] = here[outlook.next(node, value)];
                }
                here[node] = node(parts);
            }
        }
        return outlook.speakers().stream().mapToInt(s -> here[s.root()]).toArray();
    }

    private int node(int[] parts) {
        boolean same = true;
        for (int at = 2; at < parts.length && same; at++) {
            same = parts[at] == parts[1];
        }
        if (same) {
            return parts[1];
        }
        var key = new Node(parts);
        Integer known = unique.get(key);
        if (known == null) {
            known = add(parts);
            unique.put(key, known);
        }
        return known;
    }

    /// The variables that are asked from a node on.
    BitSet asked(int node) {
        BitSet known = asked.get(node);
        if (known != null) {
            return known;
        }
        BitSet all = new BitSet();
        int[] parts = nodes.get(node);
        if (parts[0] != END) {
            all.set(parts[0]);
            for (int at = 1; at < parts.length; at++) {
                all.or(asked(parts[at]));
            }
        }
        asked.set(node, all);
        return all;
    }

    /// What is left of a node once a variable has a value.
    int given(int node, int variable, int value) {
        int[] parts = nodes.get(node);
        if (parts[0] > variable) {
            return node;
        }
        if (parts[0] == variable) {
            return parts[value + 1];
        }
        long key = ((long) node << 32) | ((long) variable << 12) | value;
        Integer known = restricted.get(key);
        if (known != null) {
            return known;
        }
        int[] left = new int[parts.length];
        left[0] = parts[0];
        for (int at = 1; at < parts.length; at++) {
            left[at] = given(parts[at], variable, value);
        }
        int result = node(left);
        restricted.put(key, result);
        return result;
    }

    /// How likely each end is, [#NOBODY] first.
    double[] chances(int node) {
        double[] known = chances.get(node);
        if (known != null) {
            return known;
        }
        double[] sum = new double[ENDS];
        int[] parts = nodes.get(node);
        if (parts[0] == END) {
            sum[node] = 1;
        } else {
            for (int at = 1; at < parts.length; at++) {
                double[] below = chances(parts[at]);
                for (int end = 0; end < ENDS; end++) {
                    sum[end] += below[end] / (parts.length - 1);
                }
            }
        }
        chances.set(node, sum);
        return sum;
    }

    /// How likely it is that somebody possible comes by.
    double possible(int node) {
        return 1 - chances(node)[NOBODY];
    }

    /// Whether everybody possible ends alike.
    boolean settled(int node) {
        return ends(node) <= 1;
    }

    /// How many headlines are still possible.
    int ends(int node) {
        double[] chances = chances(node);
        int ends = 0;
        for (int end = 1; end < ENDS; end++) {
            ends += chances[end] > 0 ? 1 : 0;
        }
        return ends;
    }

    /// Whether the same headlines are possible at two nodes.
    boolean sameEnds(int left, int right) {
        double[] one = chances(left);
        double[] two = chances(right);
        for (int end = 1; end < ENDS; end++) {
            if ((one[end] > 0) != (two[end] > 0)) {
                return false;
            }
        }
        return true;
    }

    /// How uncertain the headline is, in bits, of somebody possible.
    double uncertainty(int node) {
        double[] chances = chances(node);
        double possible = possible(node);
        double bits = 0;
        for (int end = 1; end < ENDS; end++) {
            if (chances[end] > 0) {
                double chance = chances[end] / possible;
                bits -= chance * Math.log(chance);
            }
        }
        return bits / Math.log(2);
    }

    /// The variables of which two values, all else alike, end in different headlines.
    BitSet deciding(int node) {
        BitSet known = deciding.get(node);
        if (known != null) {
            return known;
        }
        BitSet all = new BitSet();
        int[] parts = nodes.get(node);
        if (parts[0] != END && !settled(node)) {
            for (int at = 1; at < parts.length; at++) {
                all.or(deciding(parts[at]));
            }
            if (!all.get(parts[0]) && anyTwoDiffer(parts)) {
                all.set(parts[0]);
            }
        }
        deciding.set(node, all);
        return all;
    }

    private boolean anyTwoDiffer(int[] parts) {
        for (int left = 1; left < parts.length; left++) {
            for (int right = left + 1; right < parts.length; right++) {
                if (differ(parts[left], parts[right])) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether some values of what is left lead to two different headlines.
    private boolean differ(int left, int right) {
        if (left == right || left == NOBODY || right == NOBODY) {
            return false;
        }
        int[] one = nodes.get(left);
        int[] two = nodes.get(right);
        if (one[0] == END && two[0] == END) {
            return true;
        }
        long key = ((long) Math.min(left, right) << 32) | Math.max(left, right);
        Boolean known = differing.get(key);
        if (known != null) {
            return known;
        }
        int variable = Math.min(one[0], two[0]);
        int width = (one[0] == variable ? one.length : two.length) - 1;
        boolean differ = false;
        for (int value = 0; value < width && !differ; value++) {
            differ =
                    differ(
                            one[0] == variable ? one[value + 1] : left,
                            two[0] == variable ? two[value + 1] : right);
        }
        differing.put(key, differ);
        return differ;
    }
}

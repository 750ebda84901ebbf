package org.plumbline.core.decide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The headline of every case that counts, as one diagram that ends in headlines.
///
/// Two questions are put to it for every variable at once, each in one walk over its nodes: whether
/// two values, the rest alike, end in different headlines; and which headlines are left once the
/// variable has a value. Asking variable by variable would build a diagram for each value.
@SuppressWarnings("EnumOrdinal") // sets of headlines are bits, for this one object only
final class Outcomes {

    /// A set of headlines, by ordinal; cases that do not count end in none.
    private static final int NONE = 0;

    private static final int UNSEEN = -1;

    private final List<Diagram> nodes = new ArrayList<>();
    private final int[] below;
    private final Map<Integer, int[]> left = new HashMap<>();
    private final Set<Long> alike = new HashSet<>();
    private final int[] passing;

    /// @param headlines for each headline, the cases that have it; no case has two
    /// @param variables how many variables there are
    Outcomes(Diagrams diagrams, Map<Headline, Diagram> headlines, int variables) {
        Map<Headline, Diagram> ends = new EnumMap<>(Headline.class);
        Diagram root = diagrams.no();
        for (var headline : headlines.entrySet()) {
            if (headline.getValue() != diagrams.no()) {
                Diagram end = diagrams.end(headline.getKey());
                ends.put(headline.getKey(), end);
                root = diagrams.ending(root, headline.getValue(), end);
            }
        }
        below = new int[diagrams.size()];
        Arrays.fill(below, UNSEEN);
        below[diagrams.no().id] = NONE;
        ends.forEach((headline, end) -> below[end.id] = 1 << headline.ordinal());
        collect(root);
        passing = new int[variables];
        pass(-1, root);
        for (Diagram node : nodes) {
            int[] byValue = left.computeIfAbsent(node.level, _ -> new int[node.children.length]);
            for (int value = 0; value < node.children.length; value++) {
                Diagram child = node.children[value];
                byValue[value] |= reached(child);
                pass(node.level, child);
            }
        }
    }

    /// The headlines that a part of the diagram ends in; remembers its nodes.
    private int collect(Diagram of) {
        if (below[of.id] != UNSEEN) {
            return below[of.id];
        }
        int all = NONE;
        for (Diagram child : of.children) {
            all |= collect(child);
        }
        below[of.id] = all;
        nodes.add(of);
        return all;
    }

    private int reached(Diagram of) {
        return below[of.id];
    }

    /// Notes what can be reached without asking the variables between a node and its child.
    private void pass(int from, Diagram child) {
        int headlines = reached(child);
        int to = Math.min(child.level, passing.length);
        for (int level = from + 1; level < to; level++) {
            passing[level] |= headlines;
        }
    }

    /// The levels of the variables of which two values, the rest alike, give different headlines.
    Set<Integer> deciding() {
        Set<Integer> levels = new HashSet<>();
        for (Diagram node : nodes) {
            if (!levels.contains(node.level) && decides(node)) {
                levels.add(node.level);
            }
        }
        return levels;
    }

    private boolean decides(Diagram node) {
        for (int one = 0; one < node.children.length; one++) {
            for (int other = one + 1; other < node.children.length; other++) {
                if (differ(node.children[one], node.children[other])) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether some case ends in one headline here and in another there.
    private boolean differ(Diagram here, Diagram there) {
        int either = reached(here) | reached(there);
        if (here == there
                || reached(here) == NONE
                || reached(there) == NONE
                || Integer.bitCount(either) == 1) {
            return false;
        }
        if (here.children.length == 0 && there.children.length == 0) {
            return true;
        }
        long pair =
                here.id < there.id
                        ? ((long) here.id << 32) | there.id
                        : ((long) there.id << 32) | here.id;
        if (alike.contains(pair)) {
            return false;
        }
        int level = Math.min(here.level, there.level);
        int width = here.level == level ? here.children.length : there.children.length;
        for (int value = 0; value < width; value++) {
            if (differ(
                    here.level == level ? here.children[value] : here,
                    there.level == level ? there.children[value] : there)) {
                return true;
            }
        }
        alike.add(pair);
        return false;
    }

    /// The headlines that are left once a variable has a value; none if it cannot have it.
    List<Headline> would(int level, int value) {
        int[] byValue = left.get(level);
        int headlines = passing[level] | (byValue == null ? NONE : byValue[value]);
        return Arrays.stream(Headline.values())
                .filter(headline -> (headlines & (1 << headline.ordinal())) != 0)
                .toList();
    }
}

package org.plumbline.core.decide;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes decision diagrams over variables with few values, and combines them.
///
/// The textbook construction (Bryant 1986, with more than two children as in Srinivasan and others
/// 1990): reduced, ordered, shared. Not safe between threads; one maker serves one decision.
final class Diagrams implements Logic<Diagram> {

    private static final int TERMINAL = Integer.MAX_VALUE;

    private final Diagram yes = new Diagram(TERMINAL, new Diagram[0], 1, 1);
    private final Diagram no = new Diagram(TERMINAL, new Diagram[0], 0, 0);
    private final Pairs ands = new Pairs();
    private final Pairs ors = new Pairs();
    private Diagram[] unique = new Diagram[1 << 12];
    private int made = 2;
    private int most = Integer.MAX_VALUE;
    private Diagram world = yes;

    private final Map<Integer, Diagram> endings = new HashMap<>();
    private final Map<Diagram, Integer> ends = new HashMap<>();

    /// A diagram that ends in a number instead of yes or no.
    Diagram ending(int end) {
        return endings.computeIfAbsent(
                end,
                _ -> {
                    Diagram ending = new Diagram(TERMINAL, new Diagram[0], made++, 0);
                    ends.put(ending, end);
                    return ending;
                });
    }

    /// The number in which a diagram ends.
    ///
    /// @throws IllegalStateException if it is not an ending
    int endOf(Diagram ending) {
        Integer end = ends.get(ending);
        if (end == null) {
            throw new IllegalStateException(
                    "a diagram that ends in yes or no was asked for a number");
        }
        return end;
    }

    /// One of two diagrams, according to a question.
    Diagram choose(Diagram question, Diagram ifSo, Diagram otherwise) {
        return choose(question, ifSo, otherwise, new HashMap<>());
    }

    private Diagram choose(
            Diagram question, Diagram ifSo, Diagram otherwise, Map<Long, Diagram> seen) {
        if (question == yes) {
            return ifSo;
        }
        if (question == no) {
            return otherwise;
        }
        long key = ((long) question.id << 32) | otherwise.id;
        Diagram known = seen.get(key);
        if (known != null) {
            return known;
        }
        int level = Math.min(question.level, otherwise.level);
        int width = question.level == level ? question.children.length : otherwise.children.length;
        Diagram[] children = new Diagram[width];
        for (int value = 0; value < width; value++) {
            children[value] =
                    choose(
                            question.level == level ? question.children[value] : question,
                            ifSo,
                            otherwise.level == level ? otherwise.children[value] : otherwise,
                            seen);
        }
        Diagram result = node(level, children);
        seen.put(key, result);
        return result;
    }

    /// Gives up, with [TooManyCases], once more nodes than this were made.
    void atMost(int nodes) {
        this.most = nodes;
    }

    /// How many nodes were made.
    int size() {
        return made;
    }

    /// Says which cases are possible at all; `certain` and `excluded` speak of these only.
    void possibleOnlyWhere(Diagram world) {
        this.world = world;
    }

    /// The cases that are possible at all.
    Diagram world() {
        return world;
    }

    @Override
    public Diagram yes() {
        return yes;
    }

    @Override
    public Diagram no() {
        return no;
    }

    /// The question whether a variable has one of some values.
    ///
    /// @param level position of the variable in the order
    /// @param accepted for each of its values, whether it is one of them
    Diagram variable(int level, boolean[] accepted) {
        Diagram[] children = new Diagram[accepted.length];
        for (int value = 0; value < accepted.length; value++) {
            children[value] = accepted[value] ? yes : no;
        }
        return node(level, children);
    }

    @Override
    public Diagram and(Diagram left, Diagram right) {
        if (left == right || right == yes) {
            return left;
        }
        if (left == yes) {
            return right;
        }
        if (left == no || right == no) {
            return no;
        }
        Diagram known = ands.get(left, right);
        if (known != null) {
            return known;
        }
        int level = Math.min(left.level, right.level);
        int width = left.level == level ? left.children.length : right.children.length;
        Diagram[] children = new Diagram[width];
        for (int value = 0; value < width; value++) {
            children[value] =
                    and(
                            left.level == level ? left.children[value] : left,
                            right.level == level ? right.children[value] : right);
        }
        Diagram result = node(level, children);
        ands.put(left, right, result);
        return result;
    }

    @Override
    public Diagram or(Diagram left, Diagram right) {
        if (left == right || right == no) {
            return left;
        }
        if (left == no) {
            return right;
        }
        if (left == yes || right == yes) {
            return yes;
        }
        Diagram known = ors.get(left, right);
        if (known != null) {
            return known;
        }
        int level = Math.min(left.level, right.level);
        int width = left.level == level ? left.children.length : right.children.length;
        Diagram[] children = new Diagram[width];
        for (int value = 0; value < width; value++) {
            children[value] =
                    or(
                            left.level == level ? left.children[value] : left,
                            right.level == level ? right.children[value] : right);
        }
        Diagram result = node(level, children);
        ors.put(left, right, result);
        return result;
    }

    @Override
    public Diagram not(Diagram of) {
        if (of == yes) {
            return no;
        }
        if (of == no) {
            return yes;
        }
        Diagram known = of.opposite;
        if (known != null) {
            return known;
        }
        Diagram[] children = new Diagram[of.children.length];
        for (int value = 0; value < children.length; value++) {
            children[value] = not(of.children[value]);
        }
        Diagram result = node(of.level, children);
        of.opposite = result;
        result.opposite = of;
        return result;
    }

    @Override
    public boolean certain(Diagram proposition) {
        return and(world, not(proposition)) == no;
    }

    @Override
    public boolean excluded(Diagram proposition) {
        return and(world, proposition) == no;
    }

    @Override
    public boolean meet(Diagram left, Diagram right) {
        return meet(left, right, world, new HashSet<>());
    }

    /// Looks for one case in which all three are so, without making a diagram of it.
    private boolean meet(Diagram one, Diagram two, Diagram three, Set<List<Diagram>> apart) {
        if (one == no || two == no || three == no) {
            return false;
        }
        int level = Math.min(one.level, Math.min(two.level, three.level));
        if (level == TERMINAL) {
            return true;
        }
        List<Diagram> key = List.of(one, two, three);
        if (apart.contains(key)) {
            return false;
        }
        int width =
                one.level == level
                        ? one.children.length
                        : two.level == level ? two.children.length : three.children.length;
        for (int value = 0; value < width; value++) {
            if (meet(
                    one.level == level ? one.children[value] : one,
                    two.level == level ? two.children[value] : two,
                    three.level == level ? three.children[value] : three,
                    apart)) {
                return true;
            }
        }
        apart.add(key);
        return false;
    }

    /// The question whether some values of these variables would make it so.
    ///
    /// @param levels the variables to leave open
    Diagram forSome(Diagram of, BitSet levels) {
        return forSome(of, levels, new HashMap<>());
    }

    private Diagram forSome(Diagram of, BitSet levels, Map<Diagram, Diagram> seen) {
        if (of.level == TERMINAL) {
            return of;
        }
        Diagram known = seen.get(of);
        if (known != null) {
            return known;
        }
        Diagram[] children = new Diagram[of.children.length];
        for (int child = 0; child < children.length; child++) {
            children[child] = forSome(of.children[child], levels, seen);
        }
        Diagram result;
        if (levels.get(of.level)) {
            result = no;
            for (Diagram child : children) {
                result = or(result, child);
            }
        } else {
            result = node(of.level, children);
        }
        seen.put(of, result);
        return result;
    }

    /// The variables that a question still asks.
    BitSet asks(Diagram of) {
        BitSet levels = new BitSet();
        collect(of, levels, new BitSet());
        return levels;
    }

    private static void collect(Diagram of, BitSet levels, BitSet seen) {
        if (of.level == TERMINAL || seen.get(of.id)) {
            return;
        }
        seen.set(of.id);
        levels.set(of.level);
        for (Diagram child : of.children) {
            collect(child, levels, seen);
        }
    }

    private Diagram node(int level, Diagram[] children) {
        if (allSame(children)) {
            return children[0];
        }
        int hash = hash(level, children);
        int slot = hash & (unique.length - 1);
        while (unique[slot] != null) {
            Diagram found = unique[slot];
            if (found.hash == hash && found.level == level && same(found.children, children)) {
                return found;
            }
            slot = (slot + 1) & (unique.length - 1);
        }
        if (made >= most) {
            throw new TooManyCases(most);
        }
        Diagram fresh = new Diagram(level, children, made++, hash);
        unique[slot] = fresh;
        if (made * 2 > unique.length) {
            grow();
        }
        return fresh;
    }

    private static boolean same(Diagram[] left, Diagram[] right) {
        for (int child = 0; child < left.length; child++) {
            if (left[child] != right[child]) {
                return false;
            }
        }
        return left.length == right.length;
    }

    private static boolean allSame(Diagram[] children) {
        for (int child = 1; child < children.length; child++) {
            if (children[child] != children[0]) {
                return false;
            }
        }
        return true;
    }

    private static int hash(int level, Diagram[] children) {
        int hash = level;
        for (Diagram child : children) {
            hash = hash * 0x9E3779B1 + child.id;
        }
        return hash ^ (hash >>> 15);
    }

    private void grow() {
        Diagram[] old = unique;
        unique = new Diagram[old.length * 4];
        for (Diagram diagram : old) {
            if (diagram != null) {
                int slot = diagram.hash & (unique.length - 1);
                while (unique[slot] != null) {
                    slot = (slot + 1) & (unique.length - 1);
                }
                unique[slot] = diagram;
            }
        }
    }

    /// Results by pair of questions, in either order.
    private static final class Pairs {
        private long[] keys = new long[1 << 12];
        private @org.jspecify.annotations.Nullable Diagram[] values = new Diagram[1 << 12];
        private int used;

        @org.jspecify.annotations.Nullable
        Diagram get(Diagram left, Diagram right) {
            long key = key(left, right);
            int slot = slot(key);
            while (values[slot] != null) {
                if (keys[slot] == key) {
                    return values[slot];
                }
                slot = (slot + 1) & (keys.length - 1);
            }
            return null;
        }

        void put(Diagram left, Diagram right, Diagram result) {
            if ((used + 1) * 2 > keys.length) {
                grow();
            }
            insert(key(left, right), result);
            used++;
        }

        private void insert(long key, Diagram result) {
            int slot = slot(key);
            while (values[slot] != null) {
                slot = (slot + 1) & (keys.length - 1);
            }
            keys[slot] = key;
            values[slot] = result;
        }

        private void grow() {
            long[] oldKeys = keys;
            @org.jspecify.annotations.Nullable Diagram[] oldValues = values;
            keys = new long[oldKeys.length * 4];
            values = new Diagram[oldKeys.length * 4];
            for (int slot = 0; slot < oldKeys.length; slot++) {
                Diagram value = oldValues[slot];
                if (value != null) {
                    insert(oldKeys[slot], value);
                }
            }
        }

        private static long key(Diagram left, Diagram right) {
            return left.id < right.id
                    ? ((long) left.id << 32) | right.id
                    : ((long) right.id << 32) | left.id;
        }

        private int slot(long key) {
            long hash = key * 0x9E3779B97F4A7C15L;
            return (int) (hash >>> 40) & (keys.length - 1);
        }
    }
}

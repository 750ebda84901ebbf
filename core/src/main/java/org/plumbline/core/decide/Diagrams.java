package org.plumbline.core.decide;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/// Makes decision diagrams over variables with few values, and combines them.
///
/// The textbook construction (Bryant 1986, with more than two children as in Srinivasan and others
/// 1990): reduced, ordered, shared. Not safe between threads; one maker serves one decision.
final class Diagrams implements Logic<Diagram> {

    private static final int TERMINAL = Integer.MAX_VALUE;

    private final Diagram yes = new Diagram(TERMINAL, new Diagram[0], 1);
    private final Diagram no = new Diagram(TERMINAL, new Diagram[0], 0);
    private final Pairs ands = new Pairs();
    private final Pairs ors = new Pairs();
    private final Map<Headline, Diagram> ends = new EnumMap<>(Headline.class);
    private Diagram[] unique = new Diagram[1 << 12];
    private int made = 2;
    private Diagram world = yes;

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
        Diagram[] children =
                new Diagram[left.level == level ? left.children.length : right.children.length];
        for (int value = 0; value < children.length; value++) {
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
        return !meet(world, not(proposition));
    }

    @Override
    public boolean excluded(Diagram proposition) {
        return !meet(world, proposition);
    }

    /// Found without making the diagram of both.
    @Override
    public boolean meet(Diagram left, Diagram right) {
        if (left == no || right == no) {
            return false;
        }
        if (left == yes || right == yes || left == right) {
            return true;
        }
        Diagram known = ands.get(left, right);
        if (known != null) {
            return known != no;
        }
        int level = Math.min(left.level, right.level);
        int width = left.level == level ? left.children.length : right.children.length;
        for (int value = 0; value < width; value++) {
            if (meet(
                    left.level == level ? left.children[value] : left,
                    right.level == level ? right.children[value] : right)) {
                return true;
            }
        }
        ands.put(left, right, no);
        return false;
    }

    /// The end that stands for a headline, in diagrams that end in headlines.
    Diagram end(Headline headline) {
        return ends.computeIfAbsent(headline, _ -> new Diagram(TERMINAL, new Diagram[0], made++));
    }

    /// A diagram that ends in headlines, with one more end for the cases that are so.
    Diagram ending(Diagram others, Diagram where, Diagram end) {
        return ending(others, where, end, new Pairs());
    }

    private Diagram ending(Diagram others, Diagram where, Diagram end, Pairs seen) {
        if (where == no) {
            return others;
        }
        if (where == yes) {
            return end;
        }
        Diagram known = seen.get(others, where);
        if (known != null) {
            return known;
        }
        int level = Math.min(others.level, where.level);
        Diagram[] children =
                new Diagram[others.level == level ? others.children.length : where.children.length];
        for (int value = 0; value < children.length; value++) {
            children[value] =
                    ending(
                            others.level == level ? others.children[value] : others,
                            where.level == level ? where.children[value] : where,
                            end,
                            seen);
        }
        Diagram result = node(level, children);
        seen.put(others, where, result);
        return result;
    }

    /// What is left of a question once a variable has a value.
    Diagram given(Diagram of, int level, int value) {
        return given(of, level, value, new HashMap<>());
    }

    private Diagram given(Diagram of, int level, int value, Map<Diagram, Diagram> seen) {
        if (of.level > level) {
            return of;
        }
        if (of.level == level) {
            return of.children[value];
        }
        Diagram known = seen.get(of);
        if (known != null) {
            return known;
        }
        Diagram[] children = new Diagram[of.children.length];
        for (int child = 0; child < children.length; child++) {
            children[child] = given(of.children[child], level, value, seen);
        }
        Diagram result = node(of.level, children);
        seen.put(of, result);
        return result;
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
        int slot = hash(level, children) & (unique.length - 1);
        while (unique[slot] != null) {
            Diagram found = unique[slot];
            if (found.level == level && Arrays.equals(found.children, children)) {
                return found;
            }
            slot = (slot + 1) & (unique.length - 1);
        }
        Diagram fresh = new Diagram(level, children, made++);
        unique[slot] = fresh;
        if (made * 2 > unique.length) {
            grow();
        }
        return fresh;
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
        unique = new Diagram[old.length * 2];
        for (Diagram diagram : old) {
            if (diagram != null) {
                int slot = hash(diagram.level, diagram.children) & (unique.length - 1);
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
            keys = new long[oldKeys.length * 2];
            values = new Diagram[oldKeys.length * 2];
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

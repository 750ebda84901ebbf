package org.plumbline.core.decide;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes decision diagrams over variables with few values, and combines them.
///
/// The textbook construction (Bryant 1986, with more than two children as in Srinivasan and others
/// 1990): reduced, ordered, shared. A diagram ends in yes or no, or in numbers ([#ending]); one that
/// ends in numbers is combined by a rule on the numbers ([#join]). Not safe between threads; one
/// maker serves one decision, or one text of it.
final class Diagrams implements Logic<Diagram> {

    private static final int TERMINAL = Integer.MAX_VALUE;
    private static final Diagram[] NONE = new Diagram[0];

    private final Diagram yes = new Diagram(TERMINAL, NONE, 1, 1, 0);
    private final Diagram no = new Diagram(TERMINAL, NONE, 0, 0, 0);
    private @Nullable Diagram[] unique = new Diagram[1 << 9];
    private final Remembered ands = new Remembered();
    private final Remembered ors = new Remembered();
    private final Apart apart = new Apart();
    private final @Nullable Diagram[] endings = new Diagram[Integer.SIZE];
    private int made = 2;
    private int most = Integer.MAX_VALUE;
    private Diagram world = yes;
    private Diagram shownOf = yes;

    /// A diagram that ends in a number instead of yes or no.
    ///
    /// @param end from 0 to 31
    Diagram ending(int end) {
        Diagram known = endings[end];
        if (known == null) {
            known = new Diagram(TERMINAL, NONE, made++, end, 1 << end);
            endings[end] = known;
        }
        return known;
    }

    /// The number in which a diagram ends.
    ///
    /// @throws IllegalStateException if it is not an ending
    int endOf(Diagram ending) {
        if (ending.ends == 0 || ending.level != TERMINAL) {
            throw new IllegalStateException(
                    "a diagram that ends in yes or no was asked for a number");
        }
        return ending.hash;
    }

    /// A rule by which the numbers in which two diagrams end make one.
    interface Rule {

        /// The number for a case in which one ends in this and the other in that.
        int end(int left, int right);

        /// Whether the left stays as it is whatever the right ends in.
        ///
        /// @param left a bit for each number in which it can end
        /// @param right the same of the right
        default boolean keepsLeft(int left, int right) {
            return false;
        }

        /// Whether the right stays as it is whatever the left ends in.
        default boolean keepsRight(int left, int right) {
            return false;
        }
    }

    /// Two diagrams that end in numbers, case by case put together by a rule.
    Diagram join(Diagram left, Diagram right, Rule rule, Remembered known) {
        if (rule.keepsLeft(left.ends, right.ends)) {
            return left;
        }
        if (rule.keepsRight(left.ends, right.ends)) {
            return right;
        }
        int level = Math.min(left.level, right.level);
        if (level == TERMINAL) {
            return ending(rule.end(endOf(left), endOf(right)));
        }
        Diagram found = known.get(left.id, right.id);
        if (found != null) {
            return found;
        }
        int width = left.level == level ? left.children.length : right.children.length;
        Diagram[] children = new Diagram[width];
        for (int value = 0; value < width; value++) {
            children[value] =
                    join(
                            left.level == level ? left.children[value] : left,
                            right.level == level ? right.children[value] : right,
                            rule,
                            known);
        }
        Diagram result = node(level, children);
        known.put(left.id, right.id, result, made);
        return result;
    }

    /// The same cases, each ending in another number or in yes or no.
    ///
    /// @param ends for each number, what to end in
    Diagram ending(Diagram of, Diagram[] ends) {
        return ending(of, ends, new Diagram[of.id + 1]);
    }

    /// The same, remembering what was made of each diagram.
    ///
    /// @param seen by number; a diagram has a higher number than those it leads to
    Diagram ending(Diagram of, Diagram[] ends, @Nullable Diagram[] seen) {
        if (of.level == TERMINAL) {
            return ends[endOf(of)];
        }
        Diagram known = seen[of.id];
        if (known != null) {
            return known;
        }
        Diagram[] children = new Diagram[of.children.length];
        for (int value = 0; value < children.length; value++) {
            children[value] = ending(of.children[value], ends, seen);
        }
        Diagram result = node(of.level, children);
        seen[of.id] = result;
        return result;
    }

    /// One of two diagrams, according to a question.
    Diagram choose(Diagram question, Diagram ifSo, Diagram otherwise) {
        return choose(question, ifSo, otherwise, new Remembered());
    }

    private Diagram choose(Diagram question, Diagram ifSo, Diagram otherwise, Remembered seen) {
        if (question == yes) {
            return ifSo;
        }
        if (question == no || ifSo == otherwise) {
            return otherwise;
        }
        Diagram known = seen.get(question.id, otherwise.id);
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
        seen.put(question.id, otherwise.id, result, made);
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

    /// Says of which of the possible cases something must be so to be shown.
    void shownOnlyOf(Diagram cases) {
        this.shownOf = cases;
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
        int low = Math.min(left.id, right.id);
        int high = Math.max(left.id, right.id);
        Diagram known = ands.get(low, high);
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
        ands.put(low, high, result, made);
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
        int low = Math.min(left.id, right.id);
        int high = Math.max(left.id, right.id);
        Diagram known = ors.get(low, high);
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
        ors.put(low, high, result, made);
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
        return !meet(yes, not(proposition));
    }

    @Override
    public Diagram shown(Diagram proposition) {
        return meet(shownOf, not(proposition)) ? no : yes;
    }

    @Override
    public boolean excluded(Diagram proposition) {
        return !meet(yes, proposition);
    }

    @Override
    public boolean meet(Diagram left, Diagram right) {
        return left.id < right.id ? meet(left, right, world) : meet(right, left, world);
    }

    /// Whether both are so in some case, possible or not.
    boolean overlap(Diagram left, Diagram right) {
        return left.id < right.id ? meet(left, right, yes) : meet(right, left, yes);
    }

    /// Looks for one case in which all three are so, without making a diagram of it.
    private boolean meet(Diagram one, Diagram two, Diagram three) {
        if (one == no || two == no || three == no) {
            return false;
        }
        int level = Math.min(one.level, Math.min(two.level, three.level));
        if (level == TERMINAL) {
            return true;
        }
        if (isOneQuestion(one, two, three)) {
            return true;
        }
        if (apart.has(one.id, two.id, three.id)) {
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
                    three.level == level ? three.children[value] : three)) {
                return true;
            }
        }
        apart.add(one.id, two.id, three.id);
        return false;
    }

    /// Whether only one of them asks anything: then some case answers it with yes.
    private boolean isOneQuestion(Diagram one, Diagram two, Diagram three) {
        return one == yes
                ? two == yes || two == three || three == yes
                : (two == yes || two == one) && (three == yes || three == one);
    }

    /// A diagram over finer values: those of another maker, each within one of this one's.
    ///
    /// @param finer by level, for each finer value the own value it lies within; absent where the
    ///     values are the same
    /// @param copied what was copied before, by the number of the diagram
    Diagram copy(Diagram of, Diagrams to, int[] @Nullable [] finer, @Nullable Diagram[] copied) {
        if (of.level == TERMINAL) {
            return of.ends != 0 ? to.ending(of.hash) : of == yes ? to.yes : to.no;
        }
        Diagram known = copied[of.id];
        if (known != null) {
            return known;
        }
        Diagram[] own = new Diagram[of.children.length];
        for (int value = 0; value < own.length; value++) {
            own[value] = copy(of.children[value], to, finer, copied);
        }
        int[] within = finer[of.level];
        Diagram[] children = own;
        if (within != null) {
            children = new Diagram[within.length];
            for (int value = 0; value < children.length; value++) {
                children[value] = own[within[value]];
            }
        }
        Diagram result = to.node(of.level, children);
        copied[of.id] = result;
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
        collect(of, levels, new BitSet(of.id + 1));
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

    /// The diagram that asks a variable and leads on by its values; the first of them if it leads
    /// to the same whatever the value.
    Diagram node(int level, Diagram[] children) {
        Diagram first = children[0];
        boolean allSame = true;
        int hash = level;
        int ends = 0;
        for (Diagram child : children) {
            allSame &= child == first;
            hash = hash * 0x9E3779B1 + child.id;
            ends |= child.ends;
        }
        if (allSame) {
            return first;
        }
        hash ^= hash >>> 15;
        int mask = unique.length - 1;
        int slot = hash & mask;
        Diagram found = unique[slot];
        while (found != null) {
            if (found.hash == hash
                    && found.level == level
                    && Arrays.equals(found.children, children)) {
                return found;
            }
            slot = (slot + 1) & mask;
            found = unique[slot];
        }
        if (made >= most) {
            throw new TooManyCases(most);
        }
        Diagram fresh = new Diagram(level, children, made++, hash, ends);
        unique[slot] = fresh;
        if (made * 2 > unique.length) {
            grow();
        }
        return fresh;
    }

    private void grow() {
        @Nullable Diagram[] old = unique;
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

    /// Results by pair of numbers. One that falls on the place of another takes it, which costs
    /// time and changes nothing; there are as many places as there are diagrams, or more.
    static final class Remembered {
        private long[] keys = new long[1 << 8];
        private @Nullable Diagram[] values = new Diagram[1 << 8];

        @Nullable Diagram get(int left, int right) {
            long key = ((long) left << 32) | right;
            int slot = slot(key);
            return keys[slot] == key ? values[slot] : null;
        }

        void put(int left, int right, Diagram result, int made) {
            if (made > keys.length) {
                grow();
            }
            insert(((long) left << 32) | right, result);
        }

        private void insert(long key, Diagram result) {
            int slot = slot(key);
            keys[slot] = key;
            values[slot] = result;
        }

        private void grow() {
            long[] oldKeys = keys;
            @Nullable Diagram[] oldValues = values;
            keys = new long[oldKeys.length * 4];
            values = new Diagram[oldKeys.length * 4];
            for (int slot = 0; slot < oldKeys.length; slot++) {
                Diagram value = oldValues[slot];
                if (value != null) {
                    insert(oldKeys[slot], value);
                }
            }
        }

        private int slot(long key) {
            return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & (keys.length - 1);
        }
    }

    /// Threes of diagrams that have no case in common.
    static final class Apart {
        private int[] threes = new int[0];
        private int used;

        boolean has(int one, int two, int three) {
            return threes.length > 0 && threes[place(one, two, three)] != 0;
        }

        void add(int one, int two, int three) {
            if (used * 8 >= threes.length) {
                grow();
            }
            put(one, two, three);
            used++;
        }

        private void put(int one, int two, int three) {
            int place = place(one, two, three);
            threes[place] = one;
            threes[place + 1] = two;
            threes[place + 2] = three;
        }

        private void grow() {
            int[] old = threes;
            threes = new int[Math.max(4 << 6, old.length * 4)];
            for (int place = 0; place < old.length; place += 4) {
                if (old[place] != 0) {
                    put(old[place], old[place + 1], old[place + 2]);
                }
            }
        }

        /// Where it is, or would be; no number is 0, which is "no".
        private int place(int one, int two, int three) {
            int hash = (one * 0x9E3779B1 + two) * 0x9E3779B1 + three;
            int place = ((hash ^ (hash >>> 15)) * 4) & (threes.length - 1);
            while (threes[place] != 0
                    && (threes[place] != one
                            || threes[place + 1] != two
                            || threes[place + 2] != three)) {
                place = (place + 4) & (threes.length - 1);
            }
            return place;
        }
    }
}

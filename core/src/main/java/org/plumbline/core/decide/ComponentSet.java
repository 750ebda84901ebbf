package org.plumbline.core.decide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which of the seven components are so, as far as it can still matter, as one small number; and
/// diagrams that end in such numbers.
///
/// A component no longer matters once no other text could make the headline depend on it: what is
/// forbidden and required stays a dilemma, whatever else is said. Eighteen sets are left, in which
/// a text, and any number of texts joined, can be told case by case ([Components] says how).
final class ComponentSet {

    private ComponentSet() {}

    private static final int FORBIDDEN = Component.FORBIDDEN.bit();
    private static final int ADVISED_AGAINST = Component.ADVISED_AGAINST.bit();
    private static final int REQUIRED = Component.REQUIRED.bit();
    private static final int ADVISED = Component.ADVISED.bit();
    private static final int ALLOWED = Component.ALLOWED.bit();
    private static final int OBLIGED = Component.OBLIGED.bit();
    private static final int SPOKEN_OF = Component.SPOKEN_OF.bit();
    private static final int SETS = 128;

    /// For each set, its number if it leaves out what no longer matters; otherwise -1.
    private static final int[] NUMBER = new int[SETS];

    /// For each number, the set.
    static final int[] ESSENTIAL = numbered();

    private static int[] numbered() {
        int[] essential = new int[Integer.SIZE];
        int count = 0;
        for (int set = 0; set < SETS; set++) {
            NUMBER[set] = essential(set) == set ? count : -1;
            if (NUMBER[set] >= 0) {
                essential[count++] = set;
            }
        }
        return Arrays.copyOf(essential, count);
    }

    /// A set without what no longer matters, whatever it is joined with.
    static int essential(int set) {
        if (has(set, FORBIDDEN)) {
            return has(set, REQUIRED) ? FORBIDDEN | REQUIRED : set & (FORBIDDEN | ALLOWED);
        }
        if (has(set, REQUIRED)) {
            return set & (REQUIRED | ADVISED_AGAINST);
        }
        if (has(set, ADVISED_AGAINST)) {
            return set & (ADVISED_AGAINST | ADVISED | ALLOWED);
        }
        return has(set, ADVISED | ALLOWED | OBLIGED) ? set & ~SPOKEN_OF : set;
    }

    private static boolean has(int set, int any) {
        return (set & any) != 0;
    }

    /// Two texts joined, as [Components#join] joins them.
    static int join(int one, int other) {
        int all = one | other;
        return opposed(one) || opposed(other) ? all & ~ALLOWED : all;
    }

    /// Spoken against, and not allowed in the same breath.
    private static boolean opposed(int set) {
        return has(set, FORBIDDEN | ADVISED_AGAINST) && !has(set, ALLOWED);
    }

    private static final int FOR = speakingFor();

    private static int speakingFor() {
        int speaking = 0;
        for (Component component : Component.values()) {
            speaking |= component.speaksFor() ? component.bit() : 0;
        }
        int all = 0;
        for (int number = 0; number < ESSENTIAL.length; number++) {
            all |= has(ESSENTIAL[number], speaking) ? 1 << number : 0;
        }
        return all;
    }

    /// Whether some case of such a diagram has something that speaks for the act.
    static boolean speaksFor(Diagram sets) {
        return (sets.ends & FOR) != 0;
    }

    private static final @Nullable Headline[] HEADLINES = new Headline[ESSENTIAL.length];

    /// The headline of a set by its number.
    static Headline headline(int number) {
        Headline known = HEADLINES[number];
        if (known == null) {
            known = headlineOf(ESSENTIAL[number]);
            HEADLINES[number] = known;
        }
        return known;
    }

    /// The headline of a set, as [Components#headlines] names it.
    static Headline headlineOf(int set) {
        return new Components<>(
                        has(set, FORBIDDEN),
                        has(set, ADVISED_AGAINST),
                        has(set, REQUIRED),
                        has(set, ADVISED),
                        has(set, ALLOWED),
                        has(set, OBLIGED),
                        has(set, SPOKEN_OF))
                .headlines(Logic.PLAIN).entrySet().stream()
                        .filter(Map.Entry::getValue)
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow();
    }

    // ── Diagrams ────────────────────────────────────────────────────────────────────────────

    /// What each link's norms make of every case, as one diagram that ends in the number of a set.
    ///
    /// @param binds outside these cases what speaks for the act is left out
    static Diagram of(Diagrams diagrams, List<Evaluator<Diagram>> links, Diagram binds) {
        List<Diagram> all = new ArrayList<>();
        for (Evaluator<Diagram> link : links) {
            var maker = new Maker(diagrams);
            link.each((component, where) ->
                    maker.part(
                            component, component.speaksFor() ? diagrams.and(where, binds) : where));
            all.add(maker.make());
        }
        return join(diagrams, all);
    }

    /// The same of components that are known each by itself.
    static Diagram of(Diagrams diagrams, Components<Diagram> components) {
        var maker = new Maker(diagrams);
        maker.part(Component.FORBIDDEN, components.forbidden());
        maker.part(Component.ADVISED_AGAINST, components.advisedAgainst());
        maker.part(Component.REQUIRED, components.required());
        maker.part(Component.ADVISED, components.advised());
        maker.part(Component.ALLOWED, components.allowed());
        maker.part(Component.OBLIGED, components.obliged());
        maker.part(Component.SPOKEN_OF, components.spokenOf());
        return maker.make();
    }

    /// Several such diagrams joined, case by case.
    static Diagram join(Diagrams diagrams, List<Diagram> all) {
        return switch (all.size()) {
            case 0 -> diagrams.ending(0);
            case 1 -> all.getFirst();
            default -> join(diagrams, all, new Diagrams.Remembered());
        };
    }

    /// Halves first, so that diagrams stay small for as long as they can.
    private static Diagram join(Diagrams diagrams, List<Diagram> all, Diagrams.Remembered known) {
        if (all.size() == 1) {
            return all.getFirst();
        }
        int half = all.size() / 2;
        return diagrams.join(
                join(diagrams, all.subList(0, half), known),
                join(diagrams, all.subList(half, all.size()), known),
                JOINING,
                known);
    }

    private static final Joining JOINING = new Joining();

    /// Joining by number.
    private static final class Joining implements Diagrams.Rule {
        private final int[][] joined = new int[ESSENTIAL.length][ESSENTIAL.length];
        private final int[] kept = new int[ESSENTIAL.length];

        Joining() {
            for (int left = 0; left < ESSENTIAL.length; left++) {
                for (int right = 0; right < ESSENTIAL.length; right++) {
                    int set = essential(join(ESSENTIAL[left], ESSENTIAL[right]));
                    joined[left][right] = NUMBER[set];
                    if (set == ESSENTIAL[left]) {
                        kept[left] |= 1 << right;
                    }
                }
            }
        }

        @Override
        public int end(int left, int right) {
            return joined[left][right];
        }

        @Override
        public boolean keepsLeft(int left, int right) {
            for (int ends = left; ends != 0; ends &= ends - 1) {
                if ((right & ~kept[Integer.numberOfTrailingZeros(ends)]) != 0) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public boolean keepsRight(int left, int right) {
            return keepsLeft(/* left= */ right, /* right= */ left);
        }
    }

    /// Components that no longer matter once these are so: they are so already, or [#essential]
    /// leaves them out.
    private static int settled(int set) {
        int settled = set;
        for (Component component : COMPONENTS) {
            if (essential(set | component.bit()) == essential(set)) {
                settled |= component.bit();
            }
        }
        return settled;
    }

    private static final Component[] COMPONENTS = Component.values();
    private static final int[] SETTLED = new int[ESSENTIAL.length];

    static {
        for (int set = 0; set < SETTLED.length; set++) {
            SETTLED[set] = settled(ESSENTIAL[set]);
        }
    }

    /// Puts any number of diagrams together in one walk, each of which makes one component so, and
    /// leaves out early what no longer matters.
    private static final class Maker {
        private final Diagrams diagrams;
        private final Diagram yes;
        private final Diagram no;
        private Diagram[] parts = new Diagram[16];
        private int[] bits = new int[16];
        private int count;
        private int[] @Nullable [] keys = new int[1 << 6][];
        private @Nullable Diagram[] made = new Diagram[1 << 6];
        private int used;

        Maker(Diagrams diagrams) {
            this.diagrams = diagrams;
            this.yes = diagrams.yes();
            this.no = diagrams.no();
        }

        void part(Component component, Diagram where) {
            if (where == no) {
                return;
            }
            if (count == parts.length) {
                parts = Arrays.copyOf(parts, count * 2);
                bits = Arrays.copyOf(bits, count * 2);
            }
            parts[count] = where;
            bits[count++] = component.bit();
        }

        Diagram make() {
            return make(0, parts, bits, count);
        }

        /// @param so the components that are so already
        /// @param parts what is not settled yet, changed by this
        private Diagram make(int so, Diagram[] parts, int[] bits, int count) {
            int set = so;
            for (int part = 0; part < count; part++) {
                if (parts[part] == yes) {
                    set |= bits[part];
                }
            }
            int number = NUMBER[essential(set)];
            int settled = SETTLED[number];
            int left = 0;
            int level = Integer.MAX_VALUE;
            for (int part = 0; part < count; part++) {
                if (parts[part] != no && (bits[part] & settled) == 0) {
                    level = Math.min(level, parts[part].level);
                    parts[left] = parts[part];
                    bits[left++] = bits[part];
                }
            }
            if (left == 0) {
                return diagrams.ending(number);
            }
            int[] key = key(number, parts, bits, left);
            int place = place(key);
            Diagram known = made[place];
            if (known != null) {
                return known;
            }
            Diagram[] children = new Diagram[width(parts, level)];
            Diagram[] below = new Diagram[left];
            int[] bitsBelow = new int[left];
            for (int value = 0; value < children.length; value++) {
                for (int part = 0; part < left; part++) {
                    Diagram one = parts[part];
                    below[part] = one.level == level ? one.children[value] : one;
                    bitsBelow[part] = bits[part];
                }
                children[value] = make(ESSENTIAL[number], below, bitsBelow, left);
            }
            Diagram result = diagrams.node(level, children);
            remember(key, result);
            return result;
        }

        private static int width(Diagram[] parts, int level) {
            for (Diagram part : parts) {
                if (part.level == level) {
                    return part.children.length;
                }
            }
            throw new IllegalStateException("no part asks at the level");
        }

        private static int[] key(int number, Diagram[] parts, int[] bits, int count) {
            int[] key = new int[2 * count + 1];
            for (int part = 0; part < count; part++) {
                key[2 * part] = parts[part].id;
                key[2 * part + 1] = bits[part];
            }
            key[2 * count] = number;
            return key;
        }

        private int place(int[] key) {
            int hash = 0;
            for (int part : key) {
                hash = hash * 0x9E3779B1 + part;
            }
            int place = (hash ^ (hash >>> 15)) & (made.length - 1);
            while (made[place] != null && !Arrays.equals(keys[place], key)) {
                place = (place + 1) & (made.length - 1);
            }
            return place;
        }

        private void remember(int[] key, Diagram result) {
            if (++used * 2 > made.length) {
                int[] @Nullable [] oldKeys = keys;
                @Nullable Diagram[] oldMade = made;
                keys = new int[oldKeys.length * 4][];
                made = new Diagram[oldMade.length * 4];
                for (int place = 0; place < oldMade.length; place++) {
                    int[] oldKey = oldKeys[place];
                    if (oldKey != null) {
                        put(oldKey, oldMade[place]);
                    }
                }
            }
            put(key, result);
        }

        private void put(int[] key, @Nullable Diagram result) {
            int place = place(key);
            keys[place] = key;
            made[place] = result;
        }
    }
}

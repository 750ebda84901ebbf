package org.plumbline.core.decide;

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

    private static final int FORBIDDEN = 1;
    private static final int ADVISED_AGAINST = 2;
    private static final int REQUIRED = 4;
    private static final int ADVISED = 8;
    private static final int ALLOWED = 16;
    private static final int OBLIGED = 32;
    private static final int SPOKEN_OF = 64;
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

    /// The headline of a set, as [Components#headlines] names it.
    static Headline headline(int set) {
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

    /// Where each set holds, as one diagram that ends in the number of the set.
    static Diagram of(Diagrams diagrams, Components<Diagram> components) {
        return new Maker(diagrams)
                .make(
                        new Diagram[] {
                            components.forbidden(),
                            components.advisedAgainst(),
                            components.required(),
                            components.advised(),
                            components.allowed(),
                            components.obliged(),
                            components.spokenOf()
                        });
    }

    /// Several such diagrams joined, case by case.
    static Diagram join(Diagrams diagrams, List<Diagram> all) {
        return all.isEmpty()
                ? diagrams.ending(0)
                : join(diagrams, all, new Diagrams.Remembered());
    }

    /// Halves first, so that diagrams stay small for as long as they can.
    private static Diagram join(
            Diagrams diagrams, List<Diagram> all, Diagrams.Remembered known) {
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
            return keepsLeft(right, left);
        }
    }

    /// Puts seven diagrams together in one walk, leaving out early what no longer matters.
    private static final class Maker {
        private static final int PARTS = 7;
        private final Diagrams diagrams;
        private final Diagram yes;
        private final Diagram no;
        private int[] keys = new int[PARTS << 5];
        private @Nullable Diagram[] made = new Diagram[1 << 5];
        private int used;

        Maker(Diagrams diagrams) {
            this.diagrams = diagrams;
            this.yes = diagrams.yes();
            this.no = diagrams.no();
        }

        Diagram make(Diagram[] parts) {
            leaveOut(parts);
            int level = parts[0].level;
            for (Diagram part : parts) {
                level = Math.min(level, part.level);
            }
            if (level == yes.level) {
                return diagrams.ending(NUMBER[essential(set(parts))]);
            }
            int place = place(parts);
            Diagram known = made[place];
            if (known != null) {
                return known;
            }
            int[] key = key(parts);
            Diagram[] children = new Diagram[width(parts, level)];
            for (int value = 0; value < children.length; value++) {
                Diagram[] below = parts.clone();
                for (int part = 0; part < PARTS; part++) {
                    if (below[part].level == level) {
                        below[part] = below[part].children[value];
                    }
                }
                children[value] = make(below);
            }
            Diagram result = diagrams.node(level, children);
            remember(key, result);
            return result;
        }

        /// What [#essential] leaves out, as soon as it is settled that it does.
        private void leaveOut(Diagram[] parts) {
            if (parts[0] == yes) {
                parts[1] = no;
                leaveOutLast(parts, 3, parts[2] == yes);
            }
            if (parts[2] == yes) {
                leaveOutLast(parts, 3, true);
            }
            if (parts[1] == yes) {
                parts[5] = no;
                parts[6] = no;
            }
            if (parts[3] == yes || parts[4] == yes || parts[5] == yes) {
                parts[6] = no;
            }
        }

        private void leaveOutLast(Diagram[] parts, int from, boolean allowed) {
            Diagram kept = parts[4];
            Arrays.fill(parts, from, PARTS, no);
            if (!allowed) {
                parts[4] = kept;
            }
        }

        private int set(Diagram[] parts) {
            int set = 0;
            for (int part = 0; part < PARTS; part++) {
                set |= parts[part] == yes ? 1 << part : 0;
            }
            return set;
        }

        private static int width(Diagram[] parts, int level) {
            for (Diagram part : parts) {
                if (part.level == level) {
                    return part.children.length;
                }
            }
            throw new IllegalStateException("no part asks at the level");
        }

        private static int[] key(Diagram[] parts) {
            int[] key = new int[PARTS];
            for (int part = 0; part < PARTS; part++) {
                key[part] = parts[part].id;
            }
            return key;
        }

        private int place(Diagram[] parts) {
            int hash = 0;
            for (Diagram part : parts) {
                hash = hash * 0x9E3779B1 + part.id;
            }
            int place = (hash ^ hash >>> 15) & made.length - 1;
            while (made[place] != null && !same(place, parts)) {
                place = place + 1 & made.length - 1;
            }
            return place;
        }

        private boolean same(int place, Diagram[] parts) {
            for (int part = 0; part < PARTS; part++) {
                if (keys[place * PARTS + part] != parts[part].id) {
                    return false;
                }
            }
            return true;
        }

        private void remember(int[] key, Diagram result) {
            if (++used * 2 > made.length) {
                grow();
            }
            put(key, 0, result);
        }

        private void grow() {
            int[] oldKeys = keys;
            @Nullable Diagram[] oldMade = made;
            keys = new int[oldKeys.length * 4];
            made = new Diagram[oldMade.length * 4];
            for (int place = 0; place < oldMade.length; place++) {
                Diagram one = oldMade[place];
                if (one != null) {
                    put(oldKeys, place * PARTS, one);
                }
            }
        }

        private void put(int[] from, int at, Diagram result) {
            int hash = 0;
            for (int part = 0; part < PARTS; part++) {
                hash = hash * 0x9E3779B1 + from[at + part];
            }
            int place = (hash ^ hash >>> 15) & made.length - 1;
            while (made[place] != null) {
                place = place + 1 & made.length - 1;
            }
            System.arraycopy(from, at, keys, place * PARTS, PARTS);
            made[place] = result;
        }
    }
}

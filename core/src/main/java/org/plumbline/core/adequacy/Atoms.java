package org.plumbline.core.adequacy;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.core.condition.Condition;

/// The single conditions that a compound one is put together from, in the order of the file.
final class Atoms {

    private Atoms() {}

    /// Every place where a single condition stands; one that stands twice is there twice.
    static List<Condition> of(Condition condition) {
        List<Condition> atoms = new ArrayList<>();
        collect(condition, atoms);
        return atoms;
    }

    private static void collect(Condition condition, List<Condition> atoms) {
        switch (condition) {
            case Condition.Not(var part) -> collect(part, atoms);
            case Condition.All(var parts) -> parts.forEach(p -> collect(p, atoms));
            case Condition.Any(var parts) -> parts.forEach(p -> collect(p, atoms));
            case Condition.None(var parts) -> parts.forEach(p -> collect(p, atoms));
            case Condition.AtLeast(_, var parts) -> parts.forEach(p -> collect(p, atoms));
            default -> atoms.add(condition);
        }
    }

    /// The condition with the single condition at one place replaced.
    static Condition with(Condition condition, int place, Condition other) {
        return new Replacing(place, other).in(condition);
    }

    private static final class Replacing {
        private final Condition other;
        private int left;

        Replacing(int place, Condition other) {
            this.left = place;
            this.other = other;
        }

        Condition in(Condition condition) {
            return switch (condition) {
                case Condition.Not(var part) -> new Condition.Not(in(part));
                case Condition.All(var parts) -> new Condition.All(in(parts));
                case Condition.Any(var parts) -> new Condition.Any(in(parts));
                case Condition.None(var parts) -> new Condition.None(in(parts));
                case Condition.AtLeast(var n, var parts) -> new Condition.AtLeast(n, in(parts));
                default -> left-- == 0 ? other : condition;
            };
        }

        private List<Condition> in(List<Condition> parts) {
            List<Condition> all = new ArrayList<>();
            for (Condition part : parts) {
                all.add(in(part));
            }
            return all;
        }
    }
}

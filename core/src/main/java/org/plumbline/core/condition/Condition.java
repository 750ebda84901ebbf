package org.plumbline.core.condition;

import java.util.List;
import java.util.Set;
import org.plumbline.core.vocabulary.Fact;

/// Something that is so or not so once every fact of a case is known.
public sealed interface Condition {

    /// A yes-no fact is so.
    record Holds(Fact.YesNo fact) implements Condition {}

    /// A worded fact is, or has, any of some values.
    ///
    /// @param words as written, families unexpanded; empty asks that there be no value at all
    /// @param leaves the values meant
    record Has(Fact.Worded fact, List<String> words, Set<String> leaves) implements Condition {
        public Has {
            words = List.copyOf(words);
            leaves = Set.copyOf(leaves);
        }
    }

    /// An amount lies on one side of a threshold, in the same unit.
    record AmountIs(Fact.Amount fact, Comparison comparison, Decimal number, String unit)
            implements Condition {}

    /// The day of the act lies inside a window.
    record During(Window window) implements Condition {}

    /// The first event happened on an earlier day than the second, or the second has not happened.
    record Before(Fact.Event first, Fact.Event second) implements Condition {}

    /// The condition is not so.
    record Not(Condition condition) implements Condition {}

    /// Every one is so; with no parts it is always so.
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /// At least one is so; with no parts it is never so.
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /// Not one is so.
    record None(List<Condition> parts) implements Condition {
        public None {
            parts = List.copyOf(parts);
        }
    }

    /// So many of the parts are so, or more.
    record AtLeast(int n, List<Condition> of) implements Condition {
        public AtLeast {
            of = List.copyOf(of);
        }
    }

    /// The sides of a threshold.
    enum Comparison {
        UP_TO("up-to"),
        OVER("over"),
        AT_LEAST("at-least"),
        UNDER("under");

        private final String word;

        Comparison(String word) {
            this.word = word;
        }

        /// The key in files.
        public String word() {
            return word;
        }

        /// Whether a number stands on this side of the threshold.
        public boolean holds(Decimal number, Decimal threshold) {
            int order = number.compareTo(threshold);
            return switch (this) {
                case UP_TO -> order <= 0;
                case OVER -> order > 0;
                case AT_LEAST -> order >= 0;
                case UNDER -> order < 0;
            };
        }
    }

    /// A condition that is always so.
    Condition ALWAYS = new All(List.of());

    /// A condition that is never so.
    Condition NEVER = new Any(List.of());
}

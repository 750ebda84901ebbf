package org.plumbline.core.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.plumbline.core.condition.Decimal;

/// What is known of one fact: the values that are still possible. Never empty.
public sealed interface Known {

    /// Of a fact with exactly one value; yes-no facts use `true` and `false`.
    record Value(Set<String> possible) implements Known {
        public Value {
            possible = Set.copyOf(possible);
            if (possible.isEmpty()) {
                throw new IllegalArgumentException("a fact without a possible value");
            }
        }
    }

    /// Of a fact with any number of values: the sets that it may be.
    record Sets(List<Set<String>> possible) implements Known {
        public Sets {
            possible = possible.stream().map(Set::copyOf).distinct().toList();
            if (possible.isEmpty()) {
                throw new IllegalArgumentException("a fact without a possible set");
            }
        }
    }

    /// Of an amount: the sums it may be.
    record Sums(List<Sum> possible) implements Known {
        public Sums {
            possible = List.copyOf(possible);
            if (possible.isEmpty()) {
                throw new IllegalArgumentException("an amount without a possible sum");
            }
        }
    }

    /// A number in a unit.
    record Sum(Decimal number, String unit) {}

    /// Of an event: the days it may have happened on, and whether it may not have happened.
    ///
    /// @param ranges ascending, apart from one another
    record Days(List<Range> ranges, boolean maybeNever) implements Known {
        public Days {
            ranges = List.copyOf(ranges);
            if (ranges.isEmpty() && !maybeNever) {
                throw new IllegalArgumentException("an event without a possible day");
            }
        }

        /// The one day, when exactly one is possible.
        public boolean isExact() {
            return !maybeNever
                    && ranges.size() == 1
                    && ranges.getFirst().first().equals(ranges.getFirst().last());
        }
    }

    /// Days from one to another, both included.
    record Range(LocalDate first, LocalDate last) {
        public Range {
            if (last.isBefore(first)) {
                throw new IllegalArgumentException("a span that ends before it begins");
            }
        }

        /// A single day.
        public static Range of(LocalDate day) {
            return new Range(day, day);
        }
    }

    /// Anything: not asked, or asked and not known.
    record Anything() implements Known {}

    /// Nothing is known.
    Known ANYTHING = new Anything();
}

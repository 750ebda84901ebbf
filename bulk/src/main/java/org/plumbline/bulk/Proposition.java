package org.plumbline.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Something a text asks, over the answers that a row has given so far.
///
/// Three values after Kleene, and a fourth for what was not asked yet. That is not what a decision
/// rests on; it only tells which questions can no longer matter.
sealed interface Proposition {

    /// Its truth.
    ///
    /// @param codes by question, the answer; -1 where it was not asked
    int truth(int[] codes);

    /// The questions that could still settle it. Asked only while it is [Truth#UNASKED].
    void wants(int[] codes, Set<Question> into);

    /// What is left of it once some answers are put in: constants are folded, the rest stands.
    ///
    /// @param codes by question, the answer; -1 where none is to be put in
    Proposition residue(int[] codes);

    /// The questions that occur in it.
    void questions(Set<Question> into);

    /// The questions whose open answers keep it open, those of parts that are settled left out.
    void keptOpenBy(int[] codes, Set<Question> into);

    /// Settled by the text alone, or open whatever the row says.
    record Constant(int truth) implements Proposition {
        @Override
        public int truth(int[] codes) {
            return truth;
        }

        @Override
        public void wants(int[] codes, Set<Question> into) {}

        @Override
        public Proposition residue(int[] codes) {
            return this;
        }

        @Override
        public void questions(Set<Question> into) {}

        @Override
        public void keptOpenBy(int[] codes, Set<Question> into) {}
    }

    /// One part of what a question asks.
    record Atom(Question question, int part) implements Proposition {
        @Override
        public int truth(int[] codes) {
            int code = codes[question.slot()];
            return code < 0 ? Truth.UNASKED : question.truth(code, part);
        }

        @Override
        public void wants(int[] codes, Set<Question> into) {
            if (codes[question.slot()] < 0) {
                into.add(question);
            }
        }

        @Override
        public Proposition residue(int[] codes) {
            int code = codes[question.slot()];
            return code < 0 ? this : new Constant(question.truth(code, part));
        }

        @Override
        public void questions(Set<Question> into) {
            into.add(question);
        }

        @Override
        public void keptOpenBy(int[] codes, Set<Question> into) {
            if (truth(codes) == Truth.OPEN) {
                into.add(question);
            }
        }
    }

    /// It is not so.
    record Not(Proposition of) implements Proposition {
        @Override
        public int truth(int[] codes) {
            int truth = of.truth(codes);
            return truth <= Truth.YES ? 1 - truth : truth;
        }

        @Override
        public void wants(int[] codes, Set<Question> into) {
            of.wants(codes, into);
        }

        @Override
        public Proposition residue(int[] codes) {
            return not(of.residue(codes));
        }

        @Override
        public void questions(Set<Question> into) {
            of.questions(into);
        }

        @Override
        public void keptOpenBy(int[] codes, Set<Question> into) {
            of.keptOpenBy(codes, into);
        }
    }

    /// At least so many are so; all or any of them as well.
    record AtLeast(int n, List<Proposition> of) implements Proposition {
        public AtLeast {
            of = List.copyOf(of);
        }

        @Override
        public int truth(int[] codes) {
            int yes = 0;
            int open = 0;
            int unasked = 0;
            for (Proposition part : of) {
                switch (part.truth(codes)) {
                    case Truth.YES -> yes++;
                    case Truth.OPEN -> open++;
                    case Truth.UNASKED -> unasked++;
                    default -> {}
                }
            }
            if (yes >= n) {
                return Truth.YES;
            }
            if (yes + open + unasked < n) {
                return Truth.NO;
            }
            return unasked > 0 ? Truth.UNASKED : Truth.OPEN;
        }

        @Override
        public void wants(int[] codes, Set<Question> into) {
            for (Proposition part : of) {
                if (part.truth(codes) == Truth.UNASKED) {
                    part.wants(codes, into);
                }
            }
        }

        @Override
        public Proposition residue(int[] codes) {
            int wanting = n;
            List<Proposition> kept = new ArrayList<>();
            for (Proposition part : of) {
                Proposition left = part.residue(codes);
                if (left.equals(YES)) {
                    wanting--;
                } else if (!left.equals(NO)) {
                    kept.add(left);
                }
            }
            if (wanting <= 0) {
                return YES;
            }
            return kept.size() < wanting ? NO : new AtLeast(wanting, kept);
        }

        @Override
        public void questions(Set<Question> into) {
            of.forEach(part -> part.questions(into));
        }

        @Override
        public void keptOpenBy(int[] codes, Set<Question> into) {
            if (truth(codes) == Truth.OPEN) {
                of.forEach(part -> part.keptOpenBy(codes, into));
            }
        }
    }

    /// The same under every way of counting: settled where all agree.
    record EitherWay(List<Proposition> ways) implements Proposition {
        public EitherWay {
            ways = List.copyOf(ways);
        }

        @Override
        public int truth(int[] codes) {
            int first = ways.getFirst().truth(codes);
            boolean unasked = first == Truth.UNASKED;
            boolean agreed = true;
            for (Proposition way : ways.subList(1, ways.size())) {
                int truth = way.truth(codes);
                unasked |= truth == Truth.UNASKED;
                agreed &= truth == first;
            }
            return unasked ? Truth.UNASKED : agreed ? first : Truth.OPEN;
        }

        @Override
        public void wants(int[] codes, Set<Question> into) {
            for (Proposition way : ways) {
                if (way.truth(codes) == Truth.UNASKED) {
                    way.wants(codes, into);
                }
            }
        }

        @Override
        public Proposition residue(int[] codes) {
            // Which way says what is told too: it is the reading that a difference rests on.
            List<Proposition> left = ways.stream().map(w -> w.residue(codes)).toList();
            return left.stream().allMatch(left.getFirst()::equals)
                    ? left.getFirst()
                    : new EitherWay(left);
        }

        @Override
        public void questions(Set<Question> into) {
            ways.forEach(way -> way.questions(into));
        }

        @Override
        public void keptOpenBy(int[] codes, Set<Question> into) {
            ways.forEach(way -> way.keptOpenBy(codes, into));
        }
    }

    /// Always so.
    Proposition YES = new Constant(Truth.YES);

    /// Never so.
    Proposition NO = new Constant(Truth.NO);

    /// A point of interpretation: open whatever the row says.
    Proposition OPEN = new Constant(Truth.OPEN);

    /// All are so.
    static Proposition all(List<Proposition> parts) {
        List<Proposition> kept = parts.stream().filter(p -> !p.equals(YES)).toList();
        if (kept.isEmpty()) {
            return YES;
        }
        return kept.size() == 1 ? kept.getFirst() : new AtLeast(kept.size(), kept);
    }

    /// Both are so.
    static Proposition both(Proposition left, Proposition right) {
        return all(List.of(left, right));
    }

    /// Any is so.
    static Proposition any(List<Proposition> parts) {
        List<Proposition> kept = parts.stream().filter(p -> !p.equals(NO)).toList();
        if (kept.isEmpty()) {
            return NO;
        }
        return kept.size() == 1 ? kept.getFirst() : new AtLeast(1, kept);
    }

    /// Either is so.
    static Proposition either(Proposition left, Proposition right) {
        return any(List.of(left, right));
    }

    /// It is not so.
    static Proposition not(Proposition of) {
        return of instanceof Constant(var truth) && truth <= Truth.YES
                ? new Constant(1 - truth)
                : new Not(of);
    }
}

package org.plumbline.bulk;

/// A question whether a fact was only taken for granted, and so gives way to what implies another.
final class AssumedQuestion extends Question {

    private final String fact;

    AssumedQuestion(int slot, String fact) {
        super(slot, Tier.MEANS);
        this.fact = fact;
    }

    @Override
    int code(Row row, int day) {
        return row.isAssumed(fact) ? Truth.YES : Truth.NO;
    }

    @Override
    int radix() {
        return 2;
    }

    @Override
    int common() {
        return 2;
    }

    @Override
    boolean open(int code) {
        return false;
    }

    @Override
    String word() {
        return fact;
    }

    @Override
    int truth(int code, int part) {
        return code;
    }

    @Override
    public String toString() {
        return "assumed " + fact;
    }
}

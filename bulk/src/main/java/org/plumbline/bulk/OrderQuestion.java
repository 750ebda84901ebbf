package org.plumbline.bulk;

import org.plumbline.core.condition.Condition;

/// A question whether one event was before another, as far as their days tell.
final class OrderQuestion extends Question {

    private final Condition.Before before;

    OrderQuestion(int slot, Condition.Before before) {
        super(slot, Tier.CIRCUMSTANCES);
        this.before = before;
    }

    @Override
    int code(Row row, int day) {
        return row.inOrder(before);
    }

    @Override
    int radix() {
        return 3;
    }

    @Override
    int common() {
        return 3;
    }

    @Override
    boolean open(int code) {
        return code == Truth.OPEN;
    }

    @Override
    String word() {
        return toString();
    }

    @Override
    int truth(int code, int part) {
        return code;
    }

    @Override
    public String toString() {
        return before.first().id() + " before " + before.second().id();
    }
}

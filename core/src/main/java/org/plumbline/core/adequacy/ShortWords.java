package org.plumbline.core.adequacy;

import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Window;

/// A single condition as files write it, on one line.
final class ShortWords {

    private ShortWords() {}

    static String of(Condition atom) {
        return switch (atom) {
            case Condition.Holds(var fact) -> fact.id();
            case Condition.Has(var fact, var words, _) ->
                    fact.id() + ": " + (words.isEmpty() ? "none" : String.join(" or ", words));
            case Condition.AmountIs(var fact, var comparison, var number, var unit) ->
                    fact.id() + " " + comparison.word() + " " + number + " " + unit;
            case Condition.During(var window) -> of(window);
            case Condition.Before(var first, var second) -> first.id() + " before " + second.id();
            default -> throw new IllegalArgumentException("not a single condition: " + atom);
        };
    }

    static String of(Window window) {
        return switch (window) {
            case Window.Always _ -> "always";
            case Window.Beyond(var bar) -> "beyond " + bar(bar);
            case Window.Within within -> "within " + bar(within);
        };
    }

    private static String bar(Window.Within bar) {
        var events = bar.anchor().events().stream().map(e -> e.id()).toList();
        return bar.length().words()
                + switch (bar.anchor().start()) {
                    case AFTER -> " after ";
                    case LATER_OF -> " after the later of ";
                    case EARLIER_OF -> " after the earlier of ";
                }
                + String.join(" and ", events);
    }
}

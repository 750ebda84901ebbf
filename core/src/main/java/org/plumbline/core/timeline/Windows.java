package org.plumbline.core.timeline;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Window;
import org.plumbline.core.norm.Norm;

/// The windows of a norm: its own, and those that its conditions ask after.
final class Windows {

    private Windows() {}

    static List<Window.Within> of(Norm norm) {
        List<Window.Within> all = new ArrayList<>();
        add(all, norm.window());
        add(all, norm.when());
        add(all, norm.unless());
        if (norm instanceof Norm.Directive directive) {
            directive.butMay().ifPresent(b -> add(all, b.when()));
        }
        return all;
    }

    private static void add(List<Window.Within> all, Window window) {
        switch (window) {
            case Window.Always _ -> {}
            case Window.Within within -> all.add(within);
            case Window.Beyond(var bar) -> all.add(bar);
        }
    }

    private static void add(List<Window.Within> all, Condition condition) {
        switch (condition) {
            case Condition.During(var window) -> add(all, window);
            case Condition.Not(var part) -> add(all, part);
            case Condition.All(var parts) -> parts.forEach(p -> add(all, p));
            case Condition.Any(var parts) -> parts.forEach(p -> add(all, p));
            case Condition.None(var parts) -> parts.forEach(p -> add(all, p));
            case Condition.AtLeast(_, var parts) -> parts.forEach(p -> add(all, p));
            case Condition.Holds _, Condition.Has _, Condition.AmountIs _, Condition.Before _ -> {}
        }
    }
}

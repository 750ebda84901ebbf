package org.plumbline.core.decide;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.core.norm.EditionOverride;

/// Several texts that bind one person, taken together.
final class Joint {

    private Joint() {}

    /// The texts joined, in the cases in which every one of them binds; where none is in force, that.
    ///
    /// @param possibilities the case as all the texts together can tell it apart
    /// @param views what each text says, over the same or as it can tell the case apart by itself
    static View of(Possibilities possibilities, List<Text> texts, List<View> views) {
        Diagrams diagrams = possibilities.diagrams();
        Diagram world = diagrams.world();
        for (View view : views) {
            world = diagrams.and(world, possibilities.copy(view.world(), view.possibilities()));
        }
        if (world == diagrams.no()) {
            world = diagrams.world();
        }
        if (texts.isEmpty()) {
            return View.called(possibilities, Headline.NOT_IN_FORCE, world);
        }
        List<Diagram> sets = new ArrayList<>();
        for (int weaker = 0; weaker < texts.size(); weaker++) {
            List<View> prevailing = new ArrayList<>();
            for (int stronger = 0; stronger < texts.size(); stronger++) {
                if (prevails(texts.get(stronger), texts.get(weaker))) {
                    prevailing.add(views.get(stronger));
                }
            }
            View view = views.get(weaker);
            sets.add(
                    prevailing.isEmpty()
                            ? possibilities.copy(view.componentSets(), view.possibilities())
                            : yielding(possibilities, view, prevailing));
        }
        return View.joined(possibilities, ComponentSet.join(diagrams, sets), world);
    }

    private static boolean prevails(Text stronger, Text weaker) {
        return !stronger.edition().overrides().isEmpty()
                && stronger.edition().overrides().stream()
                        .map(EditionOverride::body)
                        .anyMatch(weaker.edition().body()::equals);
    }

    private static Diagram yielding(
            Possibilities possibilities, View weaker, List<View> prevailing) {
        Components<Diagram> left = components(possibilities, weaker);
        for (View stronger : prevailing) {
            left =
                    yielding(
                            possibilities.diagrams(), left, components(possibilities, stronger));
        }
        return ComponentSet.of(possibilities.diagrams(), left);
    }

    private static Components<Diagram> components(Possibilities possibilities, View view) {
        Components<Diagram> own = view.components();
        Possibilities part = view.possibilities();
        return new Components<>(
                possibilities.copy(own.forbidden(), part),
                possibilities.copy(own.advisedAgainst(), part),
                possibilities.copy(own.required(), part),
                possibilities.copy(own.advised(), part),
                possibilities.copy(own.allowed(), part),
                possibilities.copy(own.obliged(), part),
                possibilities.copy(own.spokenOf(), part));
    }

    /// What is left of a text where another claims, in words, to prevail in a conflict.
    private static Components<Diagram> yielding(
            Diagrams diagrams, Components<Diagram> weaker, Components<Diagram> stronger) {
        Diagram speaksFor =
                diagrams.or(
                        stronger.required(), diagrams.or(stronger.advised(), stronger.allowed()));
        Diagram speaksAgainst = diagrams.or(stronger.forbidden(), stronger.advisedAgainst());
        Diagram noneFor = diagrams.not(speaksFor);
        Diagram noneAgainst = diagrams.not(speaksAgainst);
        return new Components<>(
                diagrams.and(weaker.forbidden(), noneFor),
                diagrams.and(weaker.advisedAgainst(), noneFor),
                diagrams.and(weaker.required(), noneAgainst),
                diagrams.and(weaker.advised(), noneAgainst),
                diagrams.and(weaker.allowed(), noneAgainst),
                weaker.obliged(),
                weaker.spokenOf());
    }
}

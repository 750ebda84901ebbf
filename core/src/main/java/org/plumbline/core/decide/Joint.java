package org.plumbline.core.decide;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.core.norm.EditionOverride;

/// Several texts that bind one person, taken together.
final class Joint {

    private Joint() {}

    /// The texts joined, in the cases in which every one of them binds; where none is in force, that.
    static View of(Possibilities possibilities, List<Text> texts, List<View> views) {
        Diagrams diagrams = possibilities.diagrams();
        Diagram world = diagrams.world();
        for (View view : views) {
            world = diagrams.and(world, view.world());
        }
        if (world == diagrams.no()) {
            world = diagrams.world();
        }
        List<Components<Diagram>> components = new ArrayList<>();
        for (int weaker = 0; weaker < texts.size(); weaker++) {
            Components<Diagram> one = views.get(weaker).components();
            for (int stronger = 0; stronger < texts.size(); stronger++) {
                if (prevails(texts.get(stronger), texts.get(weaker))) {
                    one = yielding(diagrams, one, views.get(stronger).components());
                }
            }
            components.add(one);
        }
        View joined = View.joined(possibilities, components, world);
        return texts.isEmpty() ? joined.called(Headline.NOT_IN_FORCE) : joined;
    }

    private static boolean prevails(Text stronger, Text weaker) {
        return stronger.edition().overrides().stream()
                .map(EditionOverride::body)
                .anyMatch(weaker.edition().body()::equals);
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

package org.plumbline.core.decide;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.plumbline.core.norm.EditionOverride;

/// Several texts that bind one person, taken together.
final class Joint {

    private Joint() {}

    /// The texts joined, in the cases in which every one of them binds; where none is in force, that.
    ///
    /// @param possibilities the case as all the texts together can tell it apart
    /// @param views what each text says, over the same or as it can tell the case apart by itself
    static View of(Possibilities possibilities, List<Text> texts, List<View> views) {
        return of(possibilities, texts, views, yielding(possibilities, texts, views));
    }

    /// The same once it is known what is left of the texts that yield. Of the views it reads only what
    /// they hold already, so that they may be asked other things meanwhile.
    static View of(
            Possibilities possibilities,
            List<Text> texts,
            List<View> views,
            Map<Text, Diagram> yielding) {
        Diagrams diagrams = possibilities.diagrams();
        if (texts.isEmpty()) {
            return View.called(possibilities, Headline.NOT_IN_FORCE, diagrams.world());
        }
        List<Diagram> sets = new ArrayList<>();
        for (int text = 0; text < texts.size(); text++) {
            View view = views.get(text);
            Diagram left = yielding.get(texts.get(text));
            sets.add(
                    left != null
                            ? left
                            : possibilities.copy(view.componentSets(), view.possibilities()));
        }
        Diagram joined = ComponentSet.join(diagrams, sets);
        List<Diagram> near = new ArrayList<>();
        List<Diagram> aside = new ArrayList<>();
        for (int text = 0; text < texts.size(); text++) {
            View view = views.get(text);
            near.add(possibilities.copy(view.binds(), view.possibilities()));
        }
        setAside(possibilities, joined, near, aside);
        Diagram nearWorld = diagrams.and(diagrams.world(), all(diagrams, near));
        Diagram asideWorld = all(diagrams, aside);
        return nearWorld == diagrams.no() || asideWorld == diagrams.no()
                ? View.joined(possibilities, joined, diagrams.world(), diagrams.yes())
                : View.joined(possibilities, joined, nearWorld, asideWorld);
    }

    /// Sets aside what makes texts bind by facts that nothing else asks after: it must be so, and
    /// says nothing of the headline.
    private static void setAside(
            Possibilities possibilities, Diagram joined, List<Diagram> near, List<Diagram> aside) {
        Diagrams diagrams = possibilities.diagrams();
        List<BitSet> asks = new ArrayList<>();
        near.forEach(binds -> asks.add(diagrams.asks(binds)));
        BitSet asked = Decider.levels(possibilities, true);
        asked.or(diagrams.asks(joined));
        asked.or(diagrams.asks(diagrams.world()));
        int asideBefore = -1;
        BitSet nearer = new BitSet();
        while (asideBefore != nearer.cardinality()) {
            asideBefore = nearer.cardinality();
            for (int text = 0; text < asks.size(); text++) {
                if (!nearer.get(text) && asks.get(text).intersects(asked)) {
                    nearer.set(text);
                    asked.or(asks.get(text));
                }
            }
        }
        for (int text = asks.size() - 1; text >= 0; text--) {
            if (!nearer.get(text)) {
                aside.add(near.remove(text));
            }
        }
    }

    /// All of these are so; halves first, which makes the fewest diagrams.
    private static Diagram all(Diagrams diagrams, List<Diagram> parts) {
        if (parts.size() <= 1) {
            return parts.isEmpty() ? diagrams.yes() : parts.getFirst();
        }
        int half = parts.size() / 2;
        return diagrams.and(
                all(diagrams, parts.subList(0, half)),
                all(diagrams, parts.subList(half, parts.size())));
    }

    private static boolean prevails(Text stronger, Text weaker) {
        return stronger.edition().overrides().stream()
                .map(EditionOverride::body)
                .anyMatch(weaker.edition().body()::equals);
    }

    /// What is left of the texts over which others prevail.
    @SuppressWarnings("IdentityHashMapUsage") // a text is itself
    static Map<Text, Diagram> yielding(
            Possibilities possibilities, List<Text> texts, List<View> views) {
        Map<Text, Diagram> left = new IdentityHashMap<>();
        int[] claiming =
                IntStream.range(0, texts.size())
                        .filter(text -> !texts.get(text).edition().overrides().isEmpty())
                        .toArray();
        for (int weaker = 0; weaker < texts.size(); weaker++) {
            List<View> prevailing = new ArrayList<>();
            for (int stronger : claiming) {
                if (prevails(texts.get(stronger), texts.get(weaker))) {
                    prevailing.add(views.get(stronger));
                }
            }
            if (!prevailing.isEmpty()) {
                left.put(texts.get(weaker), yielding(possibilities, views.get(weaker), prevailing));
            }
        }
        return left;
    }

    private static Diagram yielding(
            Possibilities possibilities, View weaker, List<View> prevailing) {
        Components<Diagram> left = components(possibilities, weaker);
        for (View stronger : prevailing) {
            left = yielding(possibilities.diagrams(), left, components(possibilities, stronger));
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

package org.plumbline.core.decide;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.plumbline.core.norm.EditionOverride;

/// Several texts that bind one person, taken together.
final class Joint {

    private Joint() {}

    /// The texts joined, in the cases in which every one of them binds; where none is in force, that.
    ///
    /// A text that only may bind is so taken to bind as far as it speaks against the act. What it
    /// allows, advises or requires counts only where it does bind, and only there does it prevail over
    /// another: nobody may rely on a permission that may not be theirs.
    ///
    /// @param possibilities the case as all the texts together can tell it apart
    /// @param views what each text says, over the same or as it can tell the case apart by itself
    static View of(Possibilities possibilities, List<Text> texts, List<View> views) {
        return of(possibilities, texts, views, apart(possibilities, texts, views));
    }

    /// The same once it is known which texts count otherwise than as they stand. Of the views it reads
    /// only what they hold already, so that they may be asked other things meanwhile.
    static View of(Possibilities possibilities, List<Text> texts, List<View> views, Apart apart) {
        Diagrams diagrams = possibilities.diagrams();
        if (texts.isEmpty()) {
            return View.called(possibilities, Headline.NOT_IN_FORCE, diagrams.world());
        }
        List<Diagram> sets = new ArrayList<>();
        List<Diagram> near = new ArrayList<>();
        for (int text = 0; text < texts.size(); text++) {
            View view = views.get(text);
            Diagram left = apart.sets().get(texts.get(text));
            sets.add(
                    left != null
                            ? left
                            : possibilities.copy(view.componentSets(), view.possibilities()));
            if (!apart.mayNotBind().contains(texts.get(text))) {
                near.add(possibilities.copy(view.binds(), view.possibilities()));
            }
        }
        Diagram joined = ComponentSet.join(diagrams, sets);
        List<Diagram> aside = new ArrayList<>();
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

    @SuppressWarnings("ReferenceEquality") // a text is itself, and never prevails over itself
    private static boolean prevails(Text stronger, Text weaker) {
        return stronger != weaker
                && stronger.edition().overrides().stream()
                        .map(EditionOverride::body)
                        .anyMatch(weaker.edition().body()::equals);
    }

    /// Texts of which something else counts than what they say by themselves.
    ///
    /// @param sets what counts, for each of them
    /// @param mayNotBind those that are looked at in the cases too in which they do not bind
    record Apart(Map<Text, Diagram> sets, Set<Text> mayNotBind) {}

    /// What is left of the texts over which others prevail, and of those that may not bind.
    @SuppressWarnings("IdentityHashMapUsage") // a text is itself
    static Apart apart(Possibilities possibilities, List<Text> texts, List<View> views) {
        Diagrams diagrams = possibilities.diagrams();
        Map<Text, Diagram> sets = new IdentityHashMap<>();
        Set<Text> mayNotBind = Collections.newSetFromMap(new IdentityHashMap<>());
        var yielding = new Yielding(possibilities, texts, views);
        for (int text = 0; text < texts.size(); text++) {
            View view = views.get(text);
            boolean grants = ComponentSet.speaksFor(view.componentSets()) && !surelyBinds(view);
            if (grants) {
                mayNotBind.add(texts.get(text));
            }
            List<Integer> over = yielding.over(text);
            if (!over.isEmpty()) {
                for (int stronger : over) {
                    if (!surelyBinds(views.get(stronger))) {
                        mayNotBind.add(texts.get(stronger));
                    }
                }
                List<Diagram> links = new ArrayList<>();
                for (Components<Diagram> left : yielding.left(text)) {
                    links.add(
                            ComponentSet.of(
                                    diagrams,
                                    surelyBinds(view)
                                            ? left
                                            : againstOr(
                                                    possibilities,
                                                    binds(possibilities, view),
                                                    left)));
                }
                sets.put(texts.get(text), ComponentSet.join(diagrams, links));
            }
        }
        return new Apart(sets, mayNotBind);
    }

    /// Works out what is left of each text toward each link of the person.
    ///
    /// What one text allows toward a client says nothing of the same person as a supervisee, so that
    /// it makes nothing give way there. What itself gives way makes nothing give way either, as with
    /// norms of one text.
    private static final class Yielding {
        private final Possibilities possibilities;
        private final List<Text> texts;
        private final List<View> views;
        private final int[] claiming;
        private final Map<Integer, List<Components<Diagram>>> left = new HashMap<>();

        Yielding(Possibilities possibilities, List<Text> texts, List<View> views) {
            this.possibilities = possibilities;
            this.texts = texts;
            this.views = views;
            this.claiming =
                    IntStream.range(0, texts.size())
                            .filter(text -> !texts.get(text).edition().overrides().isEmpty())
                            .toArray();
        }

        /// The texts that prevail over one.
        List<Integer> over(int weaker) {
            List<Integer> over = new ArrayList<>();
            for (int stronger : claiming) {
                if (prevails(texts.get(stronger), texts.get(weaker))) {
                    over.add(stronger);
                }
            }
            return over;
        }

        /// What is left of a text, link by link.
        List<Components<Diagram>> left(int text) {
            List<Components<Diagram>> known = left.get(text);
            if (known != null) {
                return known;
            }
            List<Components<Diagram>> own = components(possibilities, views.get(text));
            // No library holds a circle; in one that did, each would yield to the whole of the
            // other.
            left.put(text, own);
            for (int stronger : over(text)) {
                View prevailing = views.get(stronger);
                List<Components<Diagram>> claimed = left(stronger);
                List<Components<Diagram>> less = new ArrayList<>(own.size());
                for (int link = 0; link < own.size(); link++) {
                    Components<Diagram> claim = claimed.get(link);
                    less.add(
                            yielding(
                                    possibilities.diagrams(),
                                    own.get(link),
                                    surelyBinds(prevailing)
                                            ? claim
                                            : where(
                                                    possibilities,
                                                    binds(possibilities, prevailing),
                                                    claim)));
                }
                own = less;
            }
            left.put(text, own);
            return own;
        }
    }

    private static boolean surelyBinds(View view) {
        return view.possibilities().diagrams().certain(view.binds());
    }

    private static Diagram binds(Possibilities possibilities, View view) {
        return possibilities.copy(view.binds(), view.possibilities());
    }

    /// What a text says, in some cases only.
    private static Components<Diagram> where(
            Possibilities possibilities, Diagram cases, Components<Diagram> all) {
        Diagrams diagrams = possibilities.diagrams();
        return new Components<>(
                diagrams.and(all.forbidden(), cases),
                diagrams.and(all.advisedAgainst(), cases),
                diagrams.and(all.required(), cases),
                diagrams.and(all.advised(), cases),
                diagrams.and(all.allowed(), cases),
                diagrams.and(all.obliged(), cases),
                diagrams.and(all.spokenOf(), cases));
    }

    /// What a text says, outside some cases only as far as it does not speak for the act.
    private static Components<Diagram> againstOr(
            Possibilities possibilities, Diagram cases, Components<Diagram> all) {
        Diagrams diagrams = possibilities.diagrams();
        return new Components<>(
                all.forbidden(),
                all.advisedAgainst(),
                diagrams.and(all.required(), cases),
                diagrams.and(all.advised(), cases),
                diagrams.and(all.allowed(), cases),
                all.obliged(),
                all.spokenOf());
    }

    /// What a text says by itself, link by link.
    private static List<Components<Diagram>> components(Possibilities possibilities, View view) {
        Possibilities part = view.possibilities();
        List<Components<Diagram>> all = new ArrayList<>();
        for (Evaluator<Diagram> link : view.evaluators()) {
            Components<Diagram> own = link.components();
            all.add(
                    new Components<>(
                            possibilities.copy(own.forbidden(), part),
                            possibilities.copy(own.advisedAgainst(), part),
                            possibilities.copy(own.required(), part),
                            possibilities.copy(own.advised(), part),
                            possibilities.copy(own.allowed(), part),
                            possibilities.copy(own.obliged(), part),
                            possibilities.copy(own.spokenOf(), part)));
        }
        return all;
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

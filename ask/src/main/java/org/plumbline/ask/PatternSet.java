package org.plumbline.ask;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.ask.Pattern.Element;

/// Many patterns, each with what it means, looked up by how they begin.
///
/// @param byWord those that begin with a word
/// @param byClass those that begin with a phrase of a class
record PatternSet<V>(
        Map<String, List<PatternSet.Item<V>>> byWord,
        Map<String, List<PatternSet.Item<V>>> byClass) {

    /// A pattern found in a text, and what it means.
    record Hit<V>(V value, Pattern pattern, Pattern.Found found) {}

    /// A pattern with its meaning, and what tells at once that it cannot begin at a token.
    ///
    /// @param next the marks of the words of which one has to follow, or 0 if anything may
    /// @param reach how many tokens may stand between
    record Item<V>(V value, Pattern pattern, long next, int reach) {
        static <V> Item<V> of(V value, Pattern pattern) {
            List<Element> elements = pattern.elements();
            boolean word =
                    elements.getFirst() instanceof Element.OneOf(_, var classes, var optional, _)
                            && classes.isEmpty()
                            && !optional;
            int reach =
                    elements.size() > 1 && elements.get(1) instanceof Element.Gap(int most)
                            ? most
                            : 0;
            int second = reach > 0 ? 2 : 1;
            if (word
                    && elements.size() > second
                    && elements.get(second)
                            instanceof Element.OneOf(_, var classes, var optional, long marks)
                    && classes.isEmpty()
                    && !optional) {
                return new Item<>(value, pattern, marks, reach);
            }
            return new Item<>(value, pattern, 0, 0);
        }
    }

    PatternSet() {
        this(new HashMap<>(), new HashMap<>());
    }

    void add(Pattern pattern, V value) {
        Item<V> item = Item.of(value, pattern);
        switch (pattern.elements().getFirst()) {
            case Element.OneOf(var words, var classes, _, _) -> {
                for (String word : words) {
                    byWord.computeIfAbsent(word, _ -> new ArrayList<>(2)).add(item);
                }
                for (String name : classes) {
                    byClass.computeIfAbsent(name, _ -> new ArrayList<>(2)).add(item);
                }
            }
            case Element.Gap _ ->
                    throw new IllegalArgumentException("a pattern that begins with a gap");
        }
    }

    /// Every pattern at every place where it begins, from left to right.
    List<Hit<V>> in(Text text) {
        List<Hit<V>> hits = new ArrayList<>();
        for (int i = 0; i < text.size(); i++) {
            for (String form : text.token(i).forms()) {
                collect(byWord.getOrDefault(form, List.of()), text, i, hits);
            }
            for (String name : text.classesAt(i)) {
                collect(byClass.getOrDefault(name, List.of()), text, i, hits);
            }
        }
        return hits;
    }

    /// The first of [#in].
    Optional<Hit<V>> firstIn(Text text) {
        List<Hit<V>> hits = in(text);
        return hits.isEmpty() ? Optional.empty() : Optional.of(hits.getFirst());
    }

    private static <V> void collect(List<Item<V>> items, Text text, int start, List<Hit<V>> hits) {
        for (Item<V> item : items) {
            if (item.next() != 0 && (text.marksAhead(start, item.reach()) & item.next()) == 0) {
                continue;
            }
            text.findAt(item.pattern(), start)
                    .ifPresent(found -> hits.add(new Hit<>(item.value(), item.pattern(), found)));
        }
    }
}

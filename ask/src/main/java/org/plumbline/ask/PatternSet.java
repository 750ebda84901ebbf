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

    /// A pattern with its meaning.
    record Item<V>(V value, Pattern pattern) {}

    PatternSet() {
        this(new HashMap<>(), new HashMap<>());
    }

    void add(Pattern pattern, V value) {
        var item = new Item<>(value, pattern);
        switch (pattern.elements().getFirst()) {
            case Element.OneOf(var words, var classes, _) -> {
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
            text.findAt(item.pattern(), start)
                    .ifPresent(found -> hits.add(new Hit<>(item.value(), item.pattern(), found)));
        }
    }
}

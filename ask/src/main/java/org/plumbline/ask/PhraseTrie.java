package org.plumbline.ask;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Phrases of whole words, found in one pass over a text.
///
/// @param next the branch that each first word leads to
/// @param tags what the phrase that ends here stands for
record PhraseTrie(Map<String, PhraseTrie> next, List<Tag> tags) {

    /// What a phrase stands for.
    record Tag(String kind, String value) {}

    PhraseTrie() {
        this(new HashMap<>(4), new ArrayList<>(1));
    }

    void add(List<String> phrase, String kind, String value) {
        PhraseTrie at = this;
        for (String word : phrase) {
            at = at.next.computeIfAbsent(word, _ -> new PhraseTrie());
        }
        var tag = new Tag(kind, value);
        if (!at.tags.contains(tag)) {
            at.tags.add(tag);
        }
    }

    /// Every phrase that begins at a token, the shortest first.
    List<Tagged> at(List<Token> tokens, int start) {
        List<Tagged> found = new ArrayList<>(2);
        follow(tokens, start, start, found);
        return found;
    }

    private void follow(List<Token> tokens, int start, int at, List<Tagged> found) {
        if (at == tokens.size()) {
            return;
        }
        if (at > start && tokens.get(at).sentence() != tokens.get(start).sentence()) {
            return;
        }
        for (String form : tokens.get(at).forms()) {
            PhraseTrie branch = next.get(form);
            if (branch != null) {
                for (Tag tag : branch.tags) {
                    found.add(new Tagged(tag.kind(), tag.value(), start, at + 1));
                }
                branch.follow(tokens, start, at + 1, found);
            }
        }
    }
}

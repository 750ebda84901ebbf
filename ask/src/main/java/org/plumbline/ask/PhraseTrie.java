package org.plumbline.ask;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Phrases of whole words, found in one pass over a text.
final class PhraseTrie {

    private record Tag(String kind, String value) {}

    private static final class Branch {
        final Map<String, Branch> next = new HashMap<>(4);
        final List<Tag> tags = new ArrayList<>(1);
    }

    private final Branch root = new Branch();

    void add(List<String> phrase, String kind, String value) {
        Branch at = root;
        for (String word : phrase) {
            at = at.next.computeIfAbsent(word, _ -> new Branch());
        }
        var tag = new Tag(kind, value);
        if (!at.tags.contains(tag)) {
            at.tags.add(tag);
        }
    }

    /// Every phrase that begins at a token, the shortest first.
    List<Tagged> at(List<Token> tokens, int start) {
        List<Tagged> found = new ArrayList<>(2);
        follow(root, tokens, start, start, found);
        return found;
    }

    private static void follow(
            Branch from, List<Token> tokens, int start, int at, List<Tagged> found) {
        if (at == tokens.size()) {
            return;
        }
        if (at > start && tokens.get(at).sentence() != tokens.get(start).sentence()) {
            return;
        }
        for (String form : tokens.get(at).forms()) {
            Branch branch = from.next.get(form);
            if (branch != null) {
                for (Tag tag : branch.tags) {
                    found.add(new Tagged(tag.kind(), tag.value(), start, at + 1));
                }
                follow(branch, tokens, start, at + 1, found);
            }
        }
    }
}

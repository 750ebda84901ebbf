package org.plumbline.core.format;

import java.util.List;
import java.util.Optional;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.YamlFile;

/// Whether two texts say the same, wherever they say it.
final class SameTree {

    private SameTree() {}

    /// The tree of a text; empty if it has findings.
    static Optional<Node> of(String text) {
        return switch (YamlFile.parse(text, "text")) {
            case Loaded.Sound<Node>(var node, _) -> Optional.of(node);
            case Loaded.Unsound<Node> _ -> Optional.empty();
        };
    }

    /// @param but a key of mappings that is not compared; empty to compare every one
    static boolean same(Node left, Node right, String but) {
        if (left instanceof Node.Scalar one && right instanceof Node.Scalar other) {
            return one.text().equals(other.text()) && one.quoted() == other.quoted();
        }
        if (left instanceof Node.Sequence one && right instanceof Node.Sequence other) {
            return each(one.items(), other.items(), but);
        }
        if (left instanceof Node.Mapping one && right instanceof Node.Mapping other) {
            List<Node.Entry> mine = without(one, but);
            List<Node.Entry> theirs = without(other, but);
            return each(keys(mine), keys(theirs), but) && each(values(mine), values(theirs), but);
        }
        return false;
    }

    private static boolean each(List<? extends Node> left, List<? extends Node> right, String but) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!same(left.get(i), right.get(i), but)) {
                return false;
            }
        }
        return true;
    }

    private static List<Node.Entry> without(Node.Mapping mapping, String but) {
        return mapping.entries().stream().filter(e -> !e.key().text().equals(but)).toList();
    }

    private static List<Node.Scalar> keys(List<Node.Entry> entries) {
        return entries.stream().map(Node.Entry::key).toList();
    }

    private static List<Node> values(List<Node.Entry> entries) {
        return entries.stream().map(Node.Entry::value).toList();
    }
}

package org.plumbline.core.decide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.norm.Edition;

/// What is open in a case, and for each text how its headline follows from it.
///
/// A headline follows by walking nodes: each asks one open variable and leads on by its values, until
/// it ends in a headline, or in nothing where no possible person has those values. Numbers of nodes
/// are this outlook's own; a node asks a variable that comes before those of the nodes it leads to.
/// It never changes, and may be shared between threads.
public final class Outlook {

    /// Something that is not known, with the groups of values that the texts tell apart.
    ///
    /// @param link the link of the person that it belongs to; 0 where there is one, or where links
    ///     share it
    /// @param part for a fact with any number of values, the values, with commas between, that this
    ///     variable is about; for an amount, its unit; otherwise empty
    /// @param values what its groups of values are called, as in [Decision.Missing]
    /// @param reading whether it is a point of interpretation, which nobody can be asked after
    public record Open(String fact, int link, String part, List<String> values, boolean reading) {}

    /// A text, and the node at which its headline begins to be told.
    public record Speaker(Edition edition, int root) {}

    private final List<Open> open;
    private final List<Speaker> speakers;
    private final List<int[]> nodes = new ArrayList<>();
    private final Map<Integer, @Nullable Headline> ends = new HashMap<>();

    /// @param ifBound whether to look only at cases in which every text binds; otherwise a case in
    ///     which a text does not bind has the headline `not-bound`
    Outlook(Possibilities possibilities, List<Text> texts, List<View> views, boolean ifBound) {
        this.open = possibilities.variables().stream().map(Outlook::open).toList();
        Diagrams diagrams = possibilities.diagrams();
        Diagram world = diagrams.world();
        if (ifBound) {
            for (View view : views) {
                world = diagrams.and(world, view.world());
            }
        }
        List<Speaker> all = new ArrayList<>();
        Map<Diagram, Integer> seen = new HashMap<>();
        for (int text = 0; text < texts.size(); text++) {
            View view = views.get(text);
            Diagram tree = diagrams.ending(NOTHING);
            Diagram unbound = diagrams.and(world, diagrams.not(view.world()));
            tree = ended(diagrams, unbound, Headline.NOT_BOUND, tree);
            for (Headline headline : view.possible()) {
                Diagram where = view.outcomes().anyOf(Set.of(headline));
                tree = ended(diagrams, diagrams.and(world, where), headline, tree);
            }
            all.add(new Speaker(texts.get(text).edition(), copy(diagrams, tree, seen)));
        }
        this.speakers = List.copyOf(all);
    }

    private static final List<Headline> HEADLINES = List.of(Headline.values());
    private static final int NOTHING = HEADLINES.size();

    private static Diagram ended(
            Diagrams diagrams, Diagram where, Headline headline, Diagram otherwise) {
        return where == diagrams.no()
                ? otherwise
                : diagrams.choose(where, diagrams.ending(HEADLINES.indexOf(headline)), otherwise);
    }

    private static Open open(Variable variable) {
        boolean numbered = !variable.reading() && !variable.owner().isEmpty();
        return new Open(
                variable.fact(),
                numbered ? Integer.parseInt(variable.owner()) : 0,
                variable.part(),
                variable.values(),
                variable.reading());
    }

    private int copy(Diagrams diagrams, Diagram from, Map<Diagram, Integer> seen) {
        Integer known = seen.get(from);
        if (known != null) {
            return known;
        }
        int[] node = new int[from.children.length + 1];
        if (from.children.length == 0) {
            int end = diagrams.endOf(from);
            ends.put(nodes.size(), end == NOTHING ? null : HEADLINES.get(end));
        } else {
            node[0] = from.level;
            for (int value = 0; value < from.children.length; value++) {
                node[value + 1] = copy(diagrams, from.children[value], seen);
            }
        }
        nodes.add(node);
        seen.put(from, nodes.size() - 1);
        return nodes.size() - 1;
    }

    /// Everything open, in the order in which nodes ask.
    public List<Open> open() {
        return open;
    }

    /// The texts that speak.
    public List<Speaker> speakers() {
        return speakers;
    }

    /// How many nodes there are; every node leads to nodes with smaller numbers.
    public int size() {
        return nodes.size();
    }

    /// Whether nothing is asked at a node.
    public boolean isEnd(int node) {
        return nodes.get(node).length == 1;
    }

    /// The headline at an end; empty where no possible person has the values that led there.
    public Optional<Headline> headline(int end) {
        return Optional.ofNullable(ends.get(end));
    }

    /// The place in [#open] of what a node asks.
    public int asks(int node) {
        return nodes.get(node)[0];
    }

    /// Where a value leads from a node.
    public int next(int node, int value) {
        return nodes.get(node)[value + 1];
    }
}

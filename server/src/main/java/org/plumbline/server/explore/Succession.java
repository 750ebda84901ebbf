package org.plumbline.server.explore;

import java.util.List;
import java.util.Optional;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Line;

/// The editions of one text, oldest first, and where one of them stands among them.
public record Succession(List<Step> line, Optional<Step> before, Optional<Step> after) {

    public Succession {
        line = List.copyOf(line);
    }

    /// One edition of the line.
    ///
    /// @param here whether it is the one that is shown
    public record Step(String id, String name, String address, String inForce, boolean here) {}

    /// Where an edition stands.
    public static Succession of(Library library, Edition edition) {
        Line line = Line.of(library, edition.id());
        return new Succession(
                line.editions().stream().map(e -> step(library, e, edition)).toList(),
                line.before(edition).map(e -> step(library, e, edition)),
                line.after(edition).map(e -> step(library, e, edition)));
    }

    private static Step step(Library library, Edition one, Edition shown) {
        return new Step(
                one.id(),
                Words.brief(library, one),
                Address.edition(one.id()),
                Words.inForce(one.inForce()),
                one.id().equals(shown.id()));
    }
}

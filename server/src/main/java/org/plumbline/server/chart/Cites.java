package org.plumbline.server.chart;

import java.util.List;
import java.util.Optional;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.server.explore.Address;
import org.plumbline.server.explore.Badge;
import org.plumbline.server.explore.Words;

/// Citations with the pages they stand on.
final class Cites {

    private Cites() {}

    /// A provision as an answer cites it.
    ///
    /// @param words "A.5.c", or "ACA 2014 A.5.c" where the text has taken it in
    /// @param address its page; empty where it names none
    /// @param badge how well it is known, where it is held
    record Cite(String words, String address, Optional<Badge> badge) {}

    /// The citations in an answer of an edition.
    static List<Cite> of(Library library, Edition edition, List<String> cites) {
        return cites.stream().map(cite -> of(library, edition, cite)).toList();
    }

    /// A citation: a number of the edition, or the id of another and a number of that.
    static Cite of(Library library, Edition edition, String cite) {
        if (edition.provision(cite).isPresent()) {
            return cite(edition, cite, cite);
        }
        int space = cite.indexOf(' ');
        if (space > 0) {
            Optional<Edition> other = library.edition(cite.substring(0, space));
            String number = cite.substring(space + 1);
            if (other.isPresent() && other.get().provision(number).isPresent()) {
                return cite(other.get(), number, Words.brief(library, other.get()) + " " + number);
            }
        }
        return new Cite(cite, "", Optional.empty());
    }

    private static Cite cite(Edition edition, String number, String words) {
        return new Cite(
                words,
                Address.provision(edition.id(), number),
                edition.provision(number).map(p -> Badge.of(p.verified())));
    }
}

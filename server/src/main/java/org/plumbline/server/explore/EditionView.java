package org.plumbline.server.explore;

import java.util.List;
import org.plumbline.core.explain.ConditionSentence;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Strength;
import org.plumbline.server.explore.Adoptions.Adoption;

/// One edition: what it is, whom it binds, what it superseded, whom it takes in, its provisions.
///
/// @param name "NASW 2021"
/// @param facts what is known of the edition as a whole
/// @param difference the page with what it changed; empty for the first of its line
public record EditionView(
        String id,
        String name,
        String title,
        String body,
        List<NormView.Part> facts,
        Succession succession,
        List<Adoption> takesIn,
        List<Adoption> takenInBy,
        List<Entry> provisions,
        String difference) {

    public EditionView {
        facts = List.copyOf(facts);
        takesIn = List.copyOf(takesIn);
        takenInBy = List.copyOf(takenInBy);
        provisions = List.copyOf(provisions);
    }

    /// A provision in the list.
    public record Entry(
            String number, String title, String says, String address, Badge badge, String norms) {}

    /// An edition of the library.
    public static EditionView of(Library library, Edition edition) {
        Succession succession = Succession.of(library, edition);
        return new EditionView(
                edition.id(),
                Words.brief(library, edition),
                edition.title(),
                Words.body(library, edition.body()),
                facts(library, edition),
                succession,
                Adoptions.by(library, edition),
                Adoptions.of(library, edition),
                edition.provisions().stream()
                        .map(p ->
                                new Entry(
                                        p.id(),
                                        p.title(),
                                        p.says(),
                                        Address.provision(edition.id(), p.id()),
                                        Badge.of(p.verified()),
                                        p.allNorms().isEmpty()
                                                ? "Shown, not decided"
                                                : Words.count(
                                                        p.allNorms().size(), "norm", "norms")))
                        .toList(),
                succession
                        .before()
                        .map(b -> "/diff?from=" + b.id() + "&to=" + edition.id())
                        .orElse(""));
    }

    private static List<NormView.Part> facts(Library library, Edition edition) {
        var all = new java.util.ArrayList<NormView.Part>();
        all.add(new NormView.Part("Issued by", Words.body(library, edition.body())));
        all.add(new NormView.Part("Kind of text", Words.plain(edition.level())));
        all.add(new NormView.Part("In force", Words.inForce(edition.inForce())));
        all.add(
                new NormView.Part(
                        "Whom it binds",
                        edition.level().equals(Edition.MODEL)
                                ? "Nobody, until somebody adopts it."
                                : new ConditionSentence(library.vocabulary())
                                        .binds(edition.binds())));
        all.add(
                new NormView.Part(
                        "Force",
                        edition.strength() == Strength.ENFORCEABLE
                                ? "Enforceable: a breach can be disciplined, unless a provision says"
                                        + " otherwise."
                                : "Aspirational: an ideal, unless a provision says otherwise."));
        all.add(new NormView.Part("Held here", Words.held(edition.encoded())));
        edition.overrides()
                .forEach(o ->
                        all.add(
                                new NormView.Part(
                                        "Prevails over",
                                        Words.body(library, o.body()) + ": " + o.cites())));
        if (edition.draft()) {
            all.add(
                    new NormView.Part(
                            "Draft",
                            "All of it is from memory. No answer uses it unless it is named."));
        }
        return all;
    }
}

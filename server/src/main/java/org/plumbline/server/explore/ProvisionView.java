package org.plumbline.server.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.answer.Citation;
import org.plumbline.core.norm.Acts;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Line;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.norm.Provision;
import org.plumbline.core.norm.Strength;
import org.plumbline.server.explore.Adoptions.Adoption;
import org.plumbline.server.explore.Proofs.Proof;

/// One provision: what it says in our words, its norms, where it was read, its other editions, who
/// has adopted it and the cases that prove it.
///
/// @param cite "NASW 2021, 1.06(c)"
/// @param before the provision before it in the edition, and after: the one after it
/// @param timeline the timeline of an act that it speaks of; empty where it speaks of none
public record ProvisionView(
        EditionView edition,
        String number,
        String title,
        String cite,
        String says,
        String source,
        Badge badge,
        String strength,
        List<NormView> norms,
        List<Sibling> editions,
        List<Proof> proofs,
        int proved,
        Optional<Sibling> before,
        Optional<Sibling> after,
        String timeline) {

    public ProvisionView {
        norms = List.copyOf(norms);
        editions = List.copyOf(editions);
        proofs = List.copyOf(proofs);
    }

    /// Above this many cases a phone folds the others.
    private static final int SHOWN = 4;

    /// The cases that a phone shows.
    public List<Proof> firstProofs() {
        return proofs.size() > SHOWN + 2 ? proofs.subList(0, SHOWN) : proofs;
    }

    /// The cases that a phone folds away.
    public List<Proof> otherProofs() {
        return proofs.subList(firstProofs().size(), proofs.size());
    }

    /// The same matter in another edition, or a neighbour in this one.
    ///
    /// @param says what it says there
    public record Sibling(String name, String address, String says) {}

    /// Whom the text is adopted by.
    public List<Adoption> adoptedBy() {
        return edition.takenInBy();
    }

    /// A provision of an edition.
    public static ProvisionView of(
            Library library, Edition edition, Provision provision, List<Proof> proofs) {
        List<Provision> all = edition.provisions();
        int at = all.indexOf(provision);
        return new ProvisionView(
                EditionView.of(library, edition),
                provision.id(),
                provision.title(),
                Words.brief(library, edition) + ", " + provision.id(),
                provision.says(),
                provision.source(),
                Badge.of(provision.verified()),
                provision.strength().orElse(edition.strength()) == Strength.ENFORCEABLE
                        ? "Enforceable: a breach can be disciplined."
                        : "Aspirational: an ideal, for which nobody is disciplined.",
                provision.allNorms().stream()
                        .map(n -> NormView.of(library.vocabulary(), edition, n))
                        .toList(),
                editions(library, edition, provision),
                proofs,
                provision.allNorms().size() - Proofs.unproved(provision, proofs).size(),
                neighbour(edition, all, at - 1),
                neighbour(edition, all, at + 1),
                timeline(provision));
    }

    private static Optional<Sibling> neighbour(Edition edition, List<Provision> all, int at) {
        return at < 0 || at >= all.size()
                ? Optional.empty()
                : Optional.of(
                        new Sibling(
                                all.get(at).id() + " " + all.get(at).title(),
                                Address.provision(edition.id(), all.get(at).id()),
                                ""));
    }

    /// The matter in the other editions of its text: under its number, or elsewhere by its title.
    private static List<Sibling> editions(Library library, Edition edition, Provision provision) {
        var moved = Citation.elsewhere(library, edition, provision);
        List<Sibling> all = new ArrayList<>();
        for (Edition other : Line.of(library, edition.id()).editions()) {
            String number = moved.getOrDefault(other.id(), provision.id());
            String name = Words.brief(library, other);
            if (other.equals(edition)) {
                all.add(new Sibling(name + ", " + provision.id(), "", "This edition."));
                continue;
            }
            all.add(
                    other.provision(number)
                            .map(p ->
                                    new Sibling(
                                            name + ", " + p.id(),
                                            Address.provision(other.id(), p.id()),
                                            p.says().equals(provision.says())
                                                    ? "Says the same."
                                                    : p.says()))
                            .orElseGet(() ->
                                    new Sibling(
                                            name,
                                            Address.edition(other.id()),
                                            "Not held here, which does not mean that it was not"
                                                    + " there.")));
        }
        return all.size() < 2 ? List.of() : all;
    }

    private static String timeline(Provision provision) {
        return provision.allNorms().stream()
                .filter(Norm.Directive.class::isInstance)
                .map(n -> ((Norm.Directive) n).acts())
                .filter(acts -> !acts.residual())
                .map(Acts::leaves)
                .flatMap(leaves -> leaves.stream().sorted().limit(1))
                .findFirst()
                .map(act -> "/timeline?act=" + act)
                .orElse("");
    }
}

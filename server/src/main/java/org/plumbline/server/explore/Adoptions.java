package org.plumbline.server.explore;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.core.explain.ActWording;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Incorporation;
import org.plumbline.core.norm.Library;
import org.plumbline.core.vocabulary.Party;

/// Which texts make another's norms their own.
public final class Adoptions {

    private Adoptions() {}

    /// One adoption in words, with the page of the other text.
    ///
    /// @param name the other text
    /// @param address its page
    /// @param how "this edition, whatever comes after it"; with the acts where it is for some only
    public record Adoption(String name, String address, String how) {}

    /// The texts that an edition takes in.
    public static List<Adoption> by(Library library, Edition edition) {
        List<Adoption> all = new ArrayList<>();
        for (Incorporation one : edition.incorporates()) {
            for (Edition source : sources(library, one)) {
                all.add(adoption(library, source, one));
            }
        }
        return all;
    }

    /// The texts that take an edition in.
    public static List<Adoption> of(Library library, Edition edition) {
        List<Adoption> all = new ArrayList<>();
        for (Edition other : library.editions()) {
            for (Incorporation one : other.incorporates()) {
                if (sources(library, one).contains(edition)) {
                    all.add(adoption(library, other, one));
                }
            }
        }
        return all;
    }

    private static List<Edition> sources(Library library, Incorporation one) {
        return switch (one.source()) {
            case Incorporation.Source.Frozen(var id) -> library.edition(id).stream().toList();
            case Incorporation.Source.Floating(var body) -> library.editionsOf(body);
            case Incorporation.Source.OfLevel(var level) -> library.editionsAt(level);
        };
    }

    private static Adoption adoption(Library library, Edition shown, Incorporation one) {
        String how =
                switch (one.source()) {
                    case Incorporation.Source.Frozen _ -> "this edition, whatever comes after it";
                    case Incorporation.Source.Floating _ ->
                            "whatever edition is in force on the day";
                    case Incorporation.Source.OfLevel _ ->
                            "as one of the texts of its level that bind the same person";
                };
        String acts =
                one.onlyActs()
                        .map(some ->
                                "; for these acts only: "
                                        + new ActWording(library.vocabulary())
                                                .names(some.stream().sorted().toList()))
                        .orElse("");
        String people =
                one.onlyWith().isEmpty()
                        ? ""
                        : "; toward these people only: "
                                + String.join(
                                        ", ", one.onlyWith().stream().map(Party::says).toList());
        return new Adoption(
                Words.brief(library, shown), Address.edition(shown.id()), how + acts + people);
    }
}

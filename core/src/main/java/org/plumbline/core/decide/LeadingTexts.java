package org.plumbline.core.decide;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plumbline.core.norm.Body;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.InForce;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Line;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

/// The texts to show somebody of whom little is known: those of the bodies and places that were
/// named, and those that the vocabulary calls leading for the profession.
///
/// Who is bound stays unknown unless it was said; this only chooses what is worth showing.
public final class LeadingTexts {

    private final Library library;
    private final Scenario scenario;

    private LeadingTexts(Library library, Scenario scenario) {
        this.library = library;
        this.scenario = scenario;
    }

    /// The editions that [#of] leaves out because all they hold is known from memory.
    public static List<Edition> leftOut(Library library, Scenario scenario) {
        return of(library, scenario, true).stream().filter(Edition::draft).toList();
    }

    /// The editions to show, those of named bodies first.
    ///
    /// @param drafts whether to show editions that hold nothing known better than from memory
    public static List<Edition> of(Library library, Scenario scenario, boolean drafts) {
        return new LeadingTexts(library, scenario).choose(drafts);
    }

    private List<Edition> choose(boolean drafts) {
        Set<String> ids = new LinkedHashSet<>();
        List<String> bodies = new ArrayList<>(known("membership"));
        bodies.addAll(known("licence"));
        bodies.addAll(known("employer"));
        bodies.forEach(body -> ids.addAll(editionsOf(body)));
        List<String> places = known("jurisdiction");
        if (bodies.isEmpty() || !places.isEmpty()) {
            places.forEach(place -> ids.addAll(editionsIn(place)));
        }
        if (bodies.isEmpty()) {
            leading(places).forEach(id -> ids.addAll(inForce(id)));
        }
        Set<String> draft =
                library.entries().stream()
                        .filter(Library.Entry::draft)
                        .map(Library.Entry::id)
                        .collect(Collectors.toSet());
        return ids.stream()
                .filter(id -> drafts || !draft.contains(id))
                .flatMap(id -> library.edition(id).stream())
                .filter(e -> mayCover(e) && (bodies.contains(e.body()) || mayBind(e)))
                .toList();
    }

    private boolean mayBind(Edition edition) {
        return Binding.mayBind(edition, scenario) && professionFits(edition);
    }

    /// A licence that is not known is not held against a text, but a profession that its board
    /// does not regulate is.
    private boolean professionFits(Edition edition) {
        List<String> regulated =
                Optional.ofNullable(library.bodies().get(edition.body()))
                        .map(Body::professions)
                        .orElse(List.of());
        Set<String> possible = possibleProfessions();
        return regulated.isEmpty()
                || possible.isEmpty()
                || regulated.stream().anyMatch(possible::contains);
    }

    /// The edition itself while it was in force on the day, else those of the same text that may
    /// have been: what a profession is shown of 2007 is the text of 2007.
    private List<String> inForce(String id) {
        InForce dates = library.edition(id).orElseThrow().inForce();
        if (dates.surelyCovers(scenario.asOf().first())
                && dates.surelyCovers(scenario.asOf().last())) {
            return List.of(id);
        }
        return Line.of(library, id).editions().stream().map(Edition::id).toList();
    }

    private boolean mayCover(Edition edition) {
        return edition.inForce().mayCoverSome(scenario.asOf().first(), scenario.asOf().last());
    }

    private List<String> known(String fact) {
        return scenario.known(0, fact) instanceof Known.Sets(var sets)
                ? sets.stream().flatMap(Set::stream).distinct().sorted().toList()
                : List.of();
    }

    private List<String> editionsOf(String body) {
        return library.entries().stream()
                .filter(e -> e.body().equals(body))
                .map(Library.Entry::id)
                .toList();
    }

    /// Texts issued for a place, for the country it lies in, or for a part of it.
    private List<String> editionsIn(String place) {
        return library.entries().stream()
                .filter(e ->
                        Optional.ofNullable(library.bodies().get(e.body()))
                                .flatMap(Body::place)
                                .filter(p -> within(p, place) || within(place, p))
                                .isPresent())
                .map(Library.Entry::id)
                .toList();
    }

    private static boolean within(String part, String whole) {
        return part.equals(whole) || part.startsWith(whole + "-");
    }

    private List<String> leading(List<String> places) {
        Set<String> professions = possibleProfessions();
        List<String> ids = new ArrayList<>();
        library.vocabulary()
                .leading()
                .forEach((profession, editions) -> {
                    if (professions.isEmpty()) {
                        ids.add(editions.getFirst());
                    } else if (professions.contains(profession)) {
                        ids.addAll(editions);
                    }
                });
        List<String> here = ids.stream().filter(id -> countryFits(id, places)).toList();
        return here.isEmpty() ? sameCountry(places, ids) : here;
    }

    /// Where no text of the profession comes from the country, every leading text that does.
    private List<String> sameCountry(List<String> places, List<String> otherwise) {
        List<String> all =
                library.vocabulary().leading().values().stream()
                        .map(List::getFirst)
                        .filter(id -> countryFits(id, places))
                        .toList();
        return all.isEmpty() ? otherwise : all;
    }

    private boolean countryFits(String edition, List<String> places) {
        String country =
                library.edition(edition)
                        .map(e -> library.bodies().get(e.body()))
                        .map(Body::country)
                        .orElse("");
        return places.isEmpty()
                || places.stream().anyMatch(p -> p.equals(country) || p.startsWith(country + "-"));
    }

    private Set<String> possibleProfessions() {
        return new LinkedHashSet<>(known("profession"));
    }
}

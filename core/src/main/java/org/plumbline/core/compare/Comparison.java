package org.plumbline.core.compare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.decide.Search;
import org.plumbline.core.decide.Survey;
import org.plumbline.core.decide.Witness;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Encoded;
import org.plumbline.core.vocabulary.Party;

/// Two texts side by side: every way in which they answer one case differently, each with one such
/// case, and whether one is the stricter throughout.
///
/// The facts of a case are the same for both. Where somebody can be bound by both, the cases are
/// those of such a person. Standing reminders (norms on any act) are left out.
///
/// @param acts what was compared, act by act; acts that neither tells apart together
/// @param stricter whether one forbids all that the other does
public record Comparison(Edition one, Edition other, List<OfAct> acts, List<Strictness> stricter) {

    public Comparison {
        acts = List.copyOf(acts);
        stricter = List.copyOf(stricter);
    }

    /// The ways in which two texts differ on some acts.
    ///
    /// @param acts acts that neither text tells from one another
    /// @param points the ways, the gravest first
    /// @param undetermined why some way may be missing; empty where none is
    public record OfAct(List<String> acts, List<Point> points, String undetermined) {
        public OfAct {
            acts = List.copyOf(acts);
            points = List.copyOf(points);
        }
    }

    /// One case in which the two differ.
    ///
    /// @param here the headline of the one
    /// @param there the headline of the other
    /// @param story the case in sentences
    /// @param witness the case itself
    public record Point(Headline here, Headline there, String story, Witness witness) {}

    /// Whether one text forbids everything that another forbids, on the acts compared.
    ///
    /// @param strict who is asked after
    /// @param than whom it is compared with
    /// @param answer none: it does, and that is proved; a case: it does not, and this is where
    /// @param idle whether the other forbids nothing at all, so that there is nothing to be as strict about
    public record Strictness(
            Edition strict, Edition than, Search answer, String story, boolean idle) {}

    /// Compares two texts.
    ///
    /// @param acts the acts to look at; empty means every one that either speaks of
    /// @param party the person; absent means anybody
    public static Comparison of(
            Survey survey,
            Edition one,
            Edition other,
            Collection<String> acts,
            Optional<Party> party,
            Limit limit) {
        var study = new Study(survey, List.of(one, other), party, limit);
        List<List<String>> groups = groups(study, acts);
        List<OfAct> compared = new ArrayList<>();
        for (List<String> group : groups) {
            compared.add(ofAct(study, one, other, group));
        }
        return new Comparison(
                one,
                other,
                compared,
                List.of(
                        strictness(study, one, other, groups),
                        strictness(study, other, one, groups)));
    }

    /// Whether they never differ on what was compared, as far as that could be found out.
    public boolean alike() {
        return acts.stream().allMatch(a -> a.points().isEmpty() && a.undetermined().isEmpty());
    }

    /// Whether both may have been in force on one day. Where not, each case asks what the words of both say of
    /// it, on a day on which one of them was no law any more, or not yet.
    public boolean everTogether() {
        return reaches(one, other) && reaches(other, one);
    }

    private static boolean reaches(Edition one, Edition other) {
        Optional<LocalDate> begun = one.inForce().fromEarliest();
        return other.inForce()
                .toLatest()
                .flatMap(ended -> begun.map(from -> !from.isAfter(ended)))
                .orElse(true);
    }

    /// The acts asked for, cut down to what the texts tell apart.
    static List<List<String>> groups(Study study, Collection<String> acts) {
        if (acts.isEmpty()) {
            return study.acts();
        }
        List<List<String>> groups = new ArrayList<>();
        for (List<String> group : study.acts()) {
            List<String> asked = group.stream().filter(acts::contains).toList();
            if (!asked.isEmpty()) {
                groups.add(asked);
            }
        }
        return groups;
    }

    // ── Act by act ──────────────────────────────────────────────────────────────────────────

    private static OfAct ofAct(Study study, Edition one, Edition other, List<String> group) {
        List<Point> points = new ArrayList<>();
        Set<String> undone = new LinkedHashSet<>();
        Map<Headline, Set<Headline>> seen = new EnumMap<>(Headline.class);
        for (var day : study.days(group)) {
            if (study.spent()) {
                undone.add("the time was up");
                break;
            }
            var slice = study.slice(group, day);
            if (slice.isEmpty()) {
                if (!study.nobody(group)) {
                    undone.add(Study.TOO_MANY);
                }
                continue;
            }
            var cases = slice.get().cases();
            boolean bound = bound(study, group, undone);
            for (Headline here : Headline.values()) {
                for (Headline there : Headline.values()) {
                    if (!tells(here, there) || seen.getOrDefault(here, Set.of()).contains(there)) {
                        continue;
                    }
                    var claim = new Claims.Apart(one, here, other, there, bound);
                    switch (cases.find(claim)) {
                        case Search.Case(var witness) -> {
                            seen.computeIfAbsent(here, _ -> new LinkedHashSet<>()).add(there);
                            points.add(
                                    new Point(
                                            here,
                                            there,
                                            Words.story(study.library(), witness),
                                            witness));
                        }
                        case Search.NotDetermined(var why) -> undone.add(why);
                        case Search.None _, Search.Turn _ -> {}
                    }
                }
            }
        }
        points.sort(
                java.util.Comparator.comparingInt((Point p) -> -weight(p))
                        .thenComparing(Point::here)
                        .thenComparing(Point::there));
        return new OfAct(group, points, String.join("; ", undone));
    }

    /// Whether somebody can be bound by both texts; if not, their words alone are compared.
    ///
    /// @param undone told why, if that was not found out
    static boolean bound(Study study, List<String> group, Set<String> undone) {
        var outcome =
                study.first(
                        List.of(group),
                        cases ->
                                VacuousNorm.quick(
                                        cases.possible(
                                                new Claims.Bound(study.text(), study.other()))));
        if (outcome.search() instanceof Search.NotDetermined(var why)) {
            undone.add(why);
        }
        return outcome.found();
    }

    private static boolean tells(Headline here, Headline there) {
        return here != there && (force(here) > 0 || force(there) > 0);
    }

    /// How far apart two answers are.
    private static int weight(Point point) {
        int gap = Math.abs(force(point.here()) - force(point.there()));
        return gap * 10 + Math.max(force(point.here()), force(point.there()));
    }

    /// How much a headline asks of a person: 0 where it asks and allows nothing.
    private static int force(Headline headline) {
        return switch (headline) {
            case DILEMMA, CONTESTED, PROHIBITED -> 5;
            case REQUIRED, REQUIRED_WITH_CAUTION -> 4;
            case TENSION, ADVISED_AGAINST -> 3;
            case PERMITTED, PERMITTED_WITH_DUTIES, ADVISED -> 2;
            case OPEN_WITH_DUTIES -> 1;
            case NOT_ADDRESSED, SILENT, NOT_BOUND, NOT_IN_FORCE -> 0;
        };
    }

    // ── Stricter ────────────────────────────────────────────────────────────────────────────

    private static Strictness strictness(
            Study study, Edition strict, Edition than, List<List<String>> groups) {
        var outcome =
                study.first(
                        groups,
                        cases ->
                                cases.find(
                                        new Claims.Stricter(
                                                than,
                                                strict,
                                                cases.possible(new Claims.Bound(strict, than)))));
        String story =
                outcome.search() instanceof Search.Case(var witness)
                        ? Words.story(study.library(), witness)
                        : outcome.looked();
        boolean idle =
                outcome.search() instanceof Search.None
                        && study.first(
                                        groups,
                                        cases ->
                                                VacuousNorm.quick(
                                                        cases.possible(
                                                                new Claims.Forbids(
                                                                        than,
                                                                        strict,
                                                                        cases.possible(
                                                                                new Claims.Bound(
                                                                                        strict,
                                                                                        than))))))
                                .none();
        return new Strictness(strict, than, outcome.search(), story, idle);
    }

    /// "It is prohibited (A.5.c)": what a text says in a case, with its provisions. The silence of a text
    /// of which only part is held is never worded as the text's own.
    public static String says(Edition edition, Headline headline, Witness witness) {
        if (headline == Headline.SILENT && edition.encoded() == Encoded.EXCERPT) {
            return "is held here only in part, which does not cover it";
        }
        List<String> grounds = witness.groundsOf(edition.id());
        return Words.does(headline)
                + (grounds.isEmpty() ? "" : " (" + String.join("; ", grounds) + ")");
    }
}

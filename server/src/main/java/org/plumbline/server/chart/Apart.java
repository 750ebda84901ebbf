package org.plumbline.server.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.core.compare.Analysis;
import org.plumbline.core.compare.Comparison;
import org.plumbline.core.compare.Insight;
import org.plumbline.core.compare.Limit;
import org.plumbline.core.decide.Search;
import org.plumbline.core.decide.Survey;
import org.plumbline.core.explain.ActWording;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.vocabulary.Party;
import org.plumbline.server.explore.Proofs;
import org.plumbline.server.explore.Words;

/// Where two texts part: act by act, each way with one case, and what was found in the two together.
///
/// @param stricter whether one forbids all that the other does, a sentence for each
/// @param acts acts on which they differ
/// @param alike how many kinds of act they answer alike
/// @param findings where one requires or allows what the other forbids
public record Apart(
        String one,
        String other,
        List<String> stricter,
        List<OfAct> acts,
        int alike,
        List<Told> findings) {

    public Apart {
        stricter = List.copyOf(stricter);
        acts = List.copyOf(acts);
        findings = List.copyOf(findings);
    }

    /// Above this many acts a phone folds the others.
    private static final int SHOWN = 8;

    /// The acts that a phone shows.
    public List<OfAct> first() {
        return acts.size() > SHOWN + 2 ? acts.subList(0, SHOWN) : acts;
    }

    /// The acts that a phone folds away.
    public List<OfAct> others() {
        return acts.subList(first().size(), acts.size());
    }

    /// The ways in which they differ on acts that neither tells apart.
    ///
    /// @param undetermined what could not be found out; empty where all was
    public record OfAct(String name, List<Point> points, String undetermined) {
        public OfAct {
            points = List.copyOf(points);
        }
    }

    /// One case, and what each says of it.
    ///
    /// @param address the page with its answer
    public record Point(String story, String here, String there, Optional<String> address) {}

    /// Something found in the two together.
    public record Told(String says, String story) {}

    /// Compares them act by act, and says how far it is.
    ///
    /// @param acts the acts to look at; none: every one that either speaks of
    static Apart of(
            Library library,
            Edition one,
            Edition other,
            Optional<Party> party,
            List<String> acts,
            Limit limit,
            Workshop.Job<Apart> job) {
        var survey = new Survey(library);
        List<List<String>> groups =
                survey.acts(List.of(one, other)).stream()
                        .map(group ->
                                acts.isEmpty()
                                        ? group
                                        : group.stream().filter(acts::contains).toList())
                        .filter(group -> !group.isEmpty())
                        .toList();
        job.total(groups.size() + 1);
        List<OfAct> apart = new ArrayList<>();
        List<List<Comparison.Strictness>> strict = List.of(new ArrayList<>(), new ArrayList<>());
        int alike = 0;
        for (int at = 0; at < groups.size(); at++) {
            var compared =
                    Comparison.of(
                            survey, one, other, List.of(groups.get(at).getFirst()), party, limit);
            for (int side = 0; side < strict.size(); side++) {
                strict.get(side).add(compared.stricter().get(side));
            }
            Optional<OfAct> differing = ofAct(library, compared, groups.get(at));
            differing.ifPresent(apart::add);
            alike += differing.isEmpty() ? 1 : 0;
            job.done(at + 1);
        }
        List<Told> findings = findings(library, one, other, limit);
        job.done(groups.size() + 1);
        return new Apart(
                Words.brief(library, one),
                Words.brief(library, other),
                strict.stream().map(s -> stricter(library, s)).toList(),
                apart,
                alike,
                findings);
    }

    private static Optional<OfAct> ofAct(Library library, Comparison compared, List<String> group) {
        List<Point> points = new ArrayList<>();
        String undetermined = "";
        for (Comparison.OfAct act : compared.acts()) {
            undetermined = act.undetermined();
            for (Comparison.Point point : act.points()) {
                points.add(
                        new Point(
                                point.story(),
                                Comparison.says(compared.one(), point.here(), point.witness()),
                                Comparison.says(compared.other(), point.there(), point.witness()),
                                Proofs.address(point.witness().scenario())));
            }
        }
        return points.isEmpty() && undetermined.isEmpty()
                ? Optional.empty()
                : Optional.of(new OfAct(acts(library, group), points, undetermined));
    }

    /// "Having sexual contact"; "Befriending, dining and 3 acts more".
    static String acts(Library library, List<String> acts) {
        var wording = new ActWording(library.vocabulary());
        List<String> names = acts.stream().map(wording::alone).toList();
        return Choices.capital(
                names.size() > 3
                        ? String.join(", ", names.subList(0, 3))
                                + (names.size() == 4
                                        ? " and 1 act more"
                                        : " and %d acts more".formatted(names.size() - 3))
                        : String.join("; ", names));
    }

    private static String stricter(Library library, List<Comparison.Strictness> answers) {
        if (answers.isEmpty()) {
            return "";
        }
        String strict = Words.brief(library, answers.getFirst().strict());
        String than = Words.brief(library, answers.getFirst().than());
        if (answers.stream()
                .anyMatch(a ->
                        a.answer() instanceof Search.Case || a.answer() instanceof Search.Turn)) {
            return "%s does not forbid everything here that %s does.".formatted(strict, than);
        }
        if (answers.stream().allMatch(Comparison.Strictness::idle)) {
            return "%s forbids nothing here.".formatted(than);
        }
        return answers.stream().anyMatch(a -> a.answer() instanceof Search.NotDetermined)
                ? "Whether %s forbids everything here that %s does was not determined."
                        .formatted(strict, than)
                : "%s forbids everything here that %s does.".formatted(strict, than);
    }

    private static List<Told> findings(Library library, Edition one, Edition other, Limit limit) {
        var analysis = new Analysis(library, limit);
        List<Insight> all = new ArrayList<>();
        if (Survey.together(one, other)) {
            all.addAll(analysis.of(one, other));
            all.addAll(analysis.of(other, one));
        }
        return all.stream()
                .map(i -> new Told(Choices.capital(i.says()), i.story()))
                .distinct()
                .toList();
    }
}

package org.plumbline.server.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.plumbline.core.compare.EditionDifference;
import org.plumbline.core.compare.EditionDifference.Change;
import org.plumbline.core.compare.EditionDifference.Sort;
import org.plumbline.core.compare.Limit;
import org.plumbline.core.decide.Survey;
import org.plumbline.core.explain.ConditionSentence;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.server.explore.Words;

/// What one edition changed of another, sorted by what a member may no longer, may now, must now and
/// no longer must.
///
/// @param undetermined what could not be found out; empty where all was
public record Difference(String before, String after, List<Sorted> sorts, String undetermined) {

    public Difference {
        sorts = List.copyOf(sorts);
    }

    /// The changes of one sort.
    ///
    /// @param says "A member may no longer"
    /// @param count how many acts toward how many kinds of person
    public record Sorted(String says, int count, List<Told> changes) {
        public Sorted {
            changes = List.copyOf(changes);
        }
    }

    /// One change with one case.
    public record Told(String what, String story, List<Cites.Cite> before, List<Cites.Cite> after) {
        public Told {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /// Compares them act by act, and says how far it is.
    static Difference of(
            Library library,
            Edition before,
            Edition after,
            Limit limit,
            Workshop.Job<Difference> job) {
        var survey = new Survey(library);
        List<List<String>> groups = survey.acts(List.of(before, after));
        job.total(groups.size());
        Map<Sort, List<Change>> changes = new LinkedHashMap<>();
        for (Sort sort : Sort.values()) {
            changes.put(sort, new ArrayList<>());
        }
        var undetermined = new java.util.LinkedHashSet<String>();
        for (int at = 0; at < groups.size(); at++) {
            var one = EditionDifference.of(survey, before, after, groups.get(at), limit);
            one.changes().forEach(c -> changes.getOrDefault(c.sort(), new ArrayList<>()).add(c));
            if (!one.undetermined().isEmpty()) {
                undetermined.add(one.undetermined());
            }
            job.done(at + 1);
        }
        var whole =
                new EditionDifference(
                        before,
                        after,
                        changes.values().stream().flatMap(List::stream).toList(),
                        String.join("; ", undetermined));
        List<Sorted> sorts = new ArrayList<>();
        String earlier = Words.brief(library, before);
        String later = Words.brief(library, after);
        for (boolean held : new boolean[] {true, false}) {
            for (Sort sort : Sort.values()) {
                if (!whole.changes(sort, held).isEmpty()) {
                    sorts.add(
                            new Sorted(
                                    held
                                            ? "A member " + sort.says().replaceAll(",$", "")
                                            : sort.notKnown(earlier, later),
                                    whole.count(sort, held),
                                    whole.changes(sort, held).stream()
                                            .map(c -> told(library, before, after, c))
                                            .toList()));
                }
            }
        }
        return new Difference(earlier, later, sorts, whole.undetermined());
    }

    private static Told told(Library library, Edition before, Edition after, Change change) {
        String acts = Apart.acts(library, change.acts());
        Optional<String> duty =
                change.duty().map(d -> new ConditionSentence(library.vocabulary()).duty(d));
        List<String> people =
                change.people().stream()
                        .map(p ->
                                Objects.requireNonNull(library.vocabulary().parties().get(p))
                                        .says())
                        .toList();
        String what =
                duty.map(d -> Choices.capital(d) + ", when " + lower(acts)).orElse(acts)
                        + (people.isEmpty() ? "" : ": " + String.join(", ", people));
        return new Told(
                what + ".",
                change.story(),
                Cites.of(library, before, change.witness().groundsOf(before.id())),
                Cites.of(library, after, change.witness().groundsOf(after.id())));
    }

    private static String lower(String words) {
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}

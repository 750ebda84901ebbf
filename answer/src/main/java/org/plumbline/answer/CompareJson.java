package org.plumbline.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.compare.Comparison;
import org.plumbline.core.compare.EditionDifference;
import org.plumbline.core.compare.Insight;
import org.plumbline.core.compare.Matrix;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.decide.Search;
import org.plumbline.core.norm.NormName;

/// Comparisons, differences, matrices and insights as JSON.
public final class CompareJson {

    private CompareJson() {}

    public static Map<String, @Nullable Object> of(Comparison comparison) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("one", comparison.one().id());
        json.put("other", comparison.other().id());
        json.put("alike", comparison.alike());
        json.put("ever_together", comparison.everTogether());
        List<Object> acts = new ArrayList<>();
        for (Comparison.OfAct act : comparison.acts()) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("acts", act.acts());
            one.put("determined", act.undetermined().isEmpty());
            List<Object> points = new ArrayList<>();
            for (Comparison.Point point : act.points()) {
                Map<String, @Nullable Object> it = new LinkedHashMap<>();
                it.put("one", point.here().id());
                it.put("one_provisions", point.witness().groundsOf(comparison.one().id()));
                it.put("other", point.there().id());
                it.put("other_provisions", point.witness().groundsOf(comparison.other().id()));
                it.put("story", point.story());
                it.put("scenario", CaseJson.of(point.witness().scenario()));
                it.put("readings", readings(point.witness().readings()));
                points.add(it);
            }
            one.put("points", points);
            acts.add(one);
        }
        json.put("acts", acts);
        List<Object> stricter = new ArrayList<>();
        for (Comparison.Strictness one : comparison.stricter()) {
            Map<String, @Nullable Object> it = new LinkedHashMap<>();
            it.put("edition", one.strict().id());
            it.put("than", one.than().id());
            it.put(
                    "forbids_all_that_the_other_does",
                    switch (one.answer()) {
                        case Search.None _ -> "yes";
                        case Search.NotDetermined _ -> "not-determined";
                        case Search.Case _, Search.Turn _ -> "no";
                    });
            // A text that forbids nothing is no measure: beside it every other is as strict.
            it.put("the_other_forbids_nothing", one.idle());
            it.put("because", one.story());
            stricter.add(it);
        }
        json.put("stricter", stricter);
        return json;
    }

    private static Map<String, @Nullable Object> readings(
            Map<String, Map<String, String>> readings) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        new java.util.TreeMap<>(readings)
                .forEach((edition, points) -> json.put(edition, new LinkedHashMap<>(points)));
        return json;
    }

    public static Map<String, @Nullable Object> of(EditionDifference difference) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("before", difference.before().id());
        json.put("after", difference.after().id());
        json.put("determined", difference.undetermined().isEmpty());
        Map<String, @Nullable Object> counts = new LinkedHashMap<>();
        Map<String, @Nullable Object> notHeld = new LinkedHashMap<>();
        for (EditionDifference.Sort sort : EditionDifference.Sort.values()) {
            counts.put(sort.id(), difference.count(sort, true));
            notHeld.put(sort.id(), difference.count(sort, false));
        }
        json.put("counts", counts);
        json.put("counts_not_held", notHeld);
        List<Object> changes = new ArrayList<>();
        for (EditionDifference.Change change : difference.changes()) {
            Map<String, @Nullable Object> it = new LinkedHashMap<>();
            it.put("sort", change.sort().id());
            it.put("held", change.held());
            it.put("acts", change.acts());
            it.put("duty", change.duty().orElse(null));
            it.put("people", change.people());
            it.put("before_provisions", change.witness().groundsOf(difference.before().id()));
            it.put("after_provisions", change.witness().groundsOf(difference.after().id()));
            it.put("story", change.story());
            it.put("scenario", CaseJson.of(change.witness().scenario()));
            changes.add(it);
        }
        json.put("changes", changes);
        return json;
    }

    public static Map<String, @Nullable Object> of(Matrix matrix) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("title", matrix.title());
        json.put("date", matrix.day().toString());
        json.put("columns", matrix.columns());
        List<Object> rows = new ArrayList<>();
        for (Matrix.Row row : matrix.rows()) {
            Map<String, @Nullable Object> it = new LinkedHashMap<>();
            it.put("act", row.id());
            List<Object> cells = new ArrayList<>();
            for (Matrix.Cell cell : row.cells()) {
                Map<String, @Nullable Object> one = new LinkedHashMap<>();
                one.put("headline", cell.headlines().stream().map(Headline::id).toList());
                one.put("words", cell.words());
                one.put("provisions", cell.provisions());
                cells.add(one);
            }
            it.put("cells", cells);
            rows.add(it);
        }
        json.put("rows", rows);
        return json;
    }

    public static Map<String, @Nullable Object> of(Insight insight) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("kind", insight.kind().code());
        json.put("defect", insight.kind().defect());
        json.put("determined", insight.determined());
        json.put("editions", insight.editions());
        json.put("norms", insight.norms().stream().map(NormName::toString).toList());
        json.put("says", insight.says());
        json.put("story", insight.story());
        json.put("basis", insight.basis());
        json.put("to_mend", insight.mend());
        return json;
    }
}

package org.plumbline.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.adequacy.ConditionCoverage;
import org.plumbline.core.adequacy.Goal;
import org.plumbline.core.adequacy.Reason;

/// Which conditions decide both ways in a case, as text and as JSON.
record ConditionsReport(ConditionCoverage.Report report, Map<Goal, Reason> reasons) {

    /// Gaps shown unless all are asked for.
    private static final int FEW = 10;

    private static final Map<String, String> SAYS =
            Map.of(
                    "so", "a condition decides where it is so",
                    "not-so", "a condition decides where it is not so",
                    "day-before", "a window, the day before its end",
                    "anniversary", "a window, on the anniversary itself",
                    "day-after", "a window, the day after",
                    "sum-under", "a sum just under a threshold",
                    "sum-at", "a sum exactly at a threshold",
                    "sum-over", "a sum just over a threshold");

    void print(PrintWriter out, boolean all) {
        out.println(
                "%,d of %,d condition goals are shown by a case (%s)."
                        .formatted(
                                report.reached(),
                                report.shown().size(),
                                MutantsReport.percent(report.reached(), report.shown().size())));
        report.byKind()
                .forEach((kind, of) ->
                        out.println(
                                "  %-18s %5d of %5d  %6s  %s"
                                        .formatted(
                                                kind,
                                                of[0],
                                                of[1],
                                                MutantsReport.percent(of[0], of[1]),
                                                SAYS.getOrDefault(kind, ""))));
        List<Goal> missing = report.missing();
        if (!missing.isEmpty()) {
            out.println("Not shown:");
            MutantsReport.counts(reasons.values())
                    .forEach((why, n) -> out.println("  %5d  %s".formatted(n, why)));
            out.println(
                    "Of those that some case can show, %s are shown."
                            .formatted(
                                    MutantsReport.percent(
                                            report.reached(),
                                            report.shown().size()
                                                    - MutantsReport.cannot(reasons.values()))));
        }
        missing.stream()
                .sorted(Comparator.comparing(g -> reason(g) == Reason.NO_CASE_CAN))
                .limit(all ? missing.size() : FEW)
                .forEach(g ->
                        out.println(
                                "  %s: %s; %s".formatted(g.norm(), g.says(), reason(g).says())));
        if (!all && missing.size() > FEW) {
            out.println("  and %,d more; --all lists them".formatted(missing.size() - FEW));
        }
    }

    private Reason reason(Goal goal) {
        return reasons.getOrDefault(goal, Reason.NOT_DETERMINED);
    }

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("goals", report.shown().size());
        json.put("reached", report.reached());
        Map<String, @Nullable Object> kinds = new LinkedHashMap<>();
        report.byKind()
                .forEach((kind, of) -> {
                    Map<String, @Nullable Object> one = new LinkedHashMap<>();
                    one.put("goals", of[1]);
                    one.put("reached", of[0]);
                    kinds.put(kind, one);
                });
        json.put("kinds", kinds);
        json.put("missing", report.missing().stream().map(this::goal).toList());
        return json;
    }

    private Map<String, @Nullable Object> goal(Goal goal) {
        Map<String, @Nullable Object> one = new LinkedHashMap<>();
        one.put("norm", goal.norm().toString());
        one.put("kind", goal.kind());
        one.put("says", goal.says());
        one.put("reason", reason(goal).id());
        return one;
    }
}

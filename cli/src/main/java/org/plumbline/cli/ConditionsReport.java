package org.plumbline.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.adequacy.ConditionCoverage;
import org.plumbline.core.adequacy.Goal;
import org.plumbline.core.adequacy.Reason;

/// Which conditions decide both ways in a case, as text and as JSON. What no case can show is proved by the
/// diagram of all cases, and is not counted.
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
        List<Goal> missing = report.missing();
        List<Goal> never = missing.stream().filter(this::noCaseCan).toList();
        List<Goal> wanting = missing.stream().filter(g -> !noCaseCan(g)).toList();
        long can = (long) report.shown().size() - never.size();
        out.println(
                "%,d of the %,d condition goals that some case can show are shown by a case (%s)."
                        .formatted(
                                report.reached(),
                                can,
                                MutantsReport.percent(report.reached(), can)));
        report.byKind()
                .forEach((kind, of) -> {
                    long ofKind = of[1] - never.stream().filter(g -> g.kind().equals(kind)).count();
                    out.println(
                            "  %-18s %5d of %5d  %6s  %s"
                                    .formatted(
                                            kind,
                                            of[0],
                                            ofKind,
                                            MutantsReport.percent(of[0], ofKind),
                                            SAYS.getOrDefault(kind, "")));
                });
        if (!wanting.isEmpty()) {
            out.println("Not shown:");
            list(out, wanting, all);
        }
        if (!never.isEmpty()) {
            out.println(
                    "Not counted, for it is proved that no case of the text can show them: %,d%s"
                            .formatted(never.size(), all ? ":" : " (--all lists them)."));
            list(out, all ? never : List.of(), all);
        }
    }

    private void list(PrintWriter out, List<Goal> goals, boolean all) {
        goals.stream()
                .limit(all ? goals.size() : FEW)
                .forEach(g ->
                        out.println(
                                "  %s: %s; %s".formatted(g.norm(), g.says(), reason(g).says())));
        if (!all && goals.size() > FEW) {
            out.println("  and %,d more; --all lists them".formatted(goals.size() - FEW));
        }
    }

    private boolean noCaseCan(Goal goal) {
        return reason(goal) == Reason.NO_CASE_CAN;
    }

    private Reason reason(Goal goal) {
        return reasons.getOrDefault(goal, Reason.NOT_DETERMINED);
    }

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("goals", report.shown().size());
        json.put("can-be-shown", report.shown().size() - MutantsReport.cannot(reasons.values()));
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

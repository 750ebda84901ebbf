package org.plumbline.cli;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.adequacy.Mutant;
import org.plumbline.core.adequacy.MutationScore;
import org.plumbline.core.adequacy.Operator;
import org.plumbline.core.adequacy.Reason;

/// How many mutants the cases catch, as text and as JSON.
record MutantsReport(MutationScore.Report report, Map<Mutant, Reason> reasons) {

    /// Survivors shown unless all are asked for.
    private static final int FEW = 20;

    void print(PrintWriter out, boolean all) {
        out.println(
                "%,d of %,d mutants are caught by a case (%s)."
                        .formatted(
                                report.caught(),
                                report.fates().size(),
                                percent(report.caught(), report.fates().size())));
        for (Map.Entry<Operator, int[]> entry : report.byOperator().entrySet()) {
            int[] of = entry.getValue();
            out.println(
                    "  %-18s %5d of %5d  %6s  %s"
                            .formatted(
                                    entry.getKey().id(),
                                    of[0],
                                    of[1],
                                    percent(of[0], of[1]),
                                    entry.getKey().says()));
        }
        List<MutationScore.Fate> survivors = report.survivors();
        if (!survivors.isEmpty()) {
            out.println("Not caught:");
            counts(reasons.values())
                    .forEach((why, n) -> out.println("  %5d  %s".formatted(n, why)));
            out.println(
                    "Of those that some case can tell, %s are caught."
                            .formatted(
                                    percent(
                                            report.caught(),
                                            report.fates().size() - cannot(reasons.values()))));
        }
        survivors.stream()
                .sorted(Comparator.comparing(s -> reason(s) == Reason.NO_CASE_CAN))
                .limit(all ? survivors.size() : FEW)
                .forEach(s ->
                        out.println(
                                "  %s; %s; %s".formatted(s.mutant(), tried(s), reason(s).says())));
        if (!all && survivors.size() > FEW) {
            out.println("  and %,d more; --all lists them".formatted(survivors.size() - FEW));
        }
    }

    private Reason reason(MutationScore.Fate fate) {
        return reasons.getOrDefault(fate.mutant(), Reason.NOT_DETERMINED);
    }

    /// How often each reason was found, in words.
    static Map<String, Integer> counts(Collection<Reason> reasons) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Reason reason : Reason.values()) {
            int n = Collections.frequency(reasons, reason);
            if (n > 0) {
                counts.put(reason.says(), n);
            }
        }
        return counts;
    }

    /// How many no case can tell.
    static int cannot(Collection<Reason> reasons) {
        return Collections.frequency(reasons, Reason.NO_CASE_CAN);
    }

    private static String tried(MutationScore.Fate fate) {
        return switch (fate.tried()) {
            case 0 -> "no case has its act";
            case 1 -> "1 case tried";
            default -> "%,d cases tried".formatted(fate.tried());
        };
    }

    /// A share with one decimal, rounded down so that 100 % means all.
    static String percent(long part, long whole) {
        return whole == 0
                ? "–"
                : String.format(Locale.ROOT, "%.1f %%", Math.floor(1000.0 * part / whole) / 10);
    }

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("mutants", report.fates().size());
        json.put("caught", report.caught());
        Map<String, @Nullable Object> operators = new LinkedHashMap<>();
        report.byOperator()
                .forEach((operator, of) -> {
                    Map<String, @Nullable Object> one = new LinkedHashMap<>();
                    one.put("mutants", of[1]);
                    one.put("caught", of[0]);
                    operators.put(operator.id(), one);
                });
        json.put("operators", operators);
        json.put("survivors", report.survivors().stream().map(this::survivor).toList());
        return json;
    }

    private Map<String, @Nullable Object> survivor(MutationScore.Fate fate) {
        Map<String, @Nullable Object> one = new LinkedHashMap<>();
        one.put("norm", fate.mutant().norm().toString());
        one.put("operator", fate.mutant().operator().id());
        one.put("change", fate.mutant().change());
        one.put("tried", fate.tried());
        one.put("reason", reason(fate).id());
        return one;
    }
}

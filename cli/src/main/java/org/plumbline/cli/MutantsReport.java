package org.plumbline.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.adequacy.MutationScore;
import org.plumbline.core.adequacy.Operator;

/// How many mutants the cases catch, as text and as JSON.
record MutantsReport(MutationScore.Report report) {

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
        }
        survivors.stream()
                .limit(all ? survivors.size() : FEW)
                .forEach(s -> out.println("  " + s.mutant() + "; " + tried(s)));
        if (!all && survivors.size() > FEW) {
            out.println("  and %,d more; --all lists them".formatted(survivors.size() - FEW));
        }
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

    static Map<String, @Nullable Object> json(MutationScore.Report report) {
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
        json.put("survivors", report.survivors().stream().map(MutantsReport::survivor).toList());
        return json;
    }

    private static Map<String, @Nullable Object> survivor(MutationScore.Fate fate) {
        Map<String, @Nullable Object> one = new LinkedHashMap<>();
        one.put("norm", fate.mutant().norm().toString());
        one.put("operator", fate.mutant().operator().id());
        one.put("change", fate.mutant().change());
        one.put("tried", fate.tried());
        return one;
    }
}

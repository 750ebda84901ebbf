package org.plumbline.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.plumbline.bench.Growth.Figure;

/// Draws what [Growth] measured: processor time of a row, against rows and against norms, on
/// logarithmic scales.
///
/// Lines differ by their dashes and marks, carry their names, and every figure stands in the
/// description as well, so that nothing hangs on colour or on seeing it.
final class GrowthChart {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 380;
    private static final int LEFT = 56;
    private static final int PANEL = 300;
    private static final int GAP = 80;
    private static final int TOP = 60;
    private static final int DEEP = 250;
    private static final int MARK = 4;

    private static final String CSS =
            """
            .paper{fill:#fff}text{fill:#13212b;font:13px system-ui,'Segoe UI',Roboto,'DejaVu Sans',sans-serif}
            .small{font-size:12px}.head{font-weight:600}.grid{stroke:#d2dadd}.line,.mark{stroke:#1d4196}
            .line{fill:none;stroke-width:2}.mark{fill:#fff;stroke-width:2}
            @media (prefers-color-scheme:dark){.paper{fill:#10181e}text{fill:#e9eef1}.grid{stroke:#2e3b45}
            .line,.mark{stroke:#adc5ff}.mark{fill:#10181e}}
            """;

    private final StringBuilder svg = new StringBuilder();
    private final double lowest;
    private final double highest;

    private GrowthChart(double lowest, double highest) {
        this.lowest = Math.floor(Math.log10(lowest));
        this.highest = Math.ceil(Math.log10(highest));
    }

    /// The picture.
    ///
    /// @param byRows microseconds a row, for each size of a caseload
    /// @param byNorms microseconds a row for the first rows, for each size of a library
    /// @param warm the same once nothing new is met
    static String draw(
            Map<Integer, Figure> byRows, Map<Integer, Figure> byNorms, Map<Integer, Figure> warm) {
        List<Figure> all = new ArrayList<>(byRows.values());
        all.addAll(byNorms.values());
        all.addAll(warm.values());
        return new GrowthChart(
                        all.stream().mapToDouble(Figure::lowest).min().orElse(1),
                        all.stream().mapToDouble(Figure::highest).max().orElse(10))
                .picture(byRows, byNorms, warm);
    }

    private String picture(
            Map<Integer, Figure> byRows, Map<Integer, Figure> byNorms, Map<Integer, Figure> warm) {
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"t d\">%n"
                        .formatted(WIDTH, HEIGHT));
        svg.append(
                "<title id=\"t\">Processor time of a row, against rows and against norms</title>\n");
        svg.append(
                        "<desc id=\"d\">Microseconds of processor time a row. A whole audit of our library: ")
                .append(told(byRows, "rows"))
                .append(". Invented norms that all bind, the first rows: ")
                .append(told(byNorms, "norms"))
                .append("; once nothing new is met: ")
                .append(told(warm, "norms"))
                .append(".</desc>\n<style>")
                .append(CSS)
                .append("</style>\n<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n");
        words(LEFT - 40, 22, "head", "Microseconds of processor time a row");
        panel(LEFT, "A whole audit, by rows", byRows);
        series(LEFT, byRows, byRows, "", false, "");
        panel(LEFT + PANEL + GAP, "Deciding alone, by norms that bind", byNorms);
        series(LEFT + PANEL + GAP, byNorms, byNorms, "6 4", true, "the first rows");
        series(LEFT + PANEL + GAP, byNorms, warm, "", false, "nothing new");
        return svg.append("</svg>\n").toString();
    }

    private static String told(Map<Integer, Figure> figures, String of) {
        return figures.entrySet().stream()
                .map(e ->
                        String.format(
                                Locale.ROOT,
                                "%.1f at %,d %s",
                                e.getValue().median(),
                                e.getKey(),
                                of))
                .collect(Collectors.joining(", "));
    }

    private void panel(int left, String title, Map<Integer, Figure> figures) {
        words(left, TOP - 14, "small head", title);
        for (double power = lowest; power <= highest; power++) {
            double y = y(Math.pow(10, power));
            svg.append(
                    String.format(
                            Locale.ROOT,
                            "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>%n",
                            left,
                            left + PANEL,
                            y,
                            y));
            svg.append(
                    String.format(
                            Locale.ROOT,
                            "<text class=\"small\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n",
                            left - 6,
                            y + 4,
                            number(Math.pow(10, power))));
        }
        for (int at : figures.keySet()) {
            svg.append(
                    String.format(
                            Locale.ROOT,
                            "<text class=\"small\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
                            x(left, at, figures),
                            TOP + DEEP + 20,
                            number(at)));
        }
    }

    private void series(
            int left,
            Map<Integer, Figure> axis,
            Map<Integer, Figure> figures,
            String dashes,
            boolean square,
            String name) {
        StringBuilder points = new StringBuilder();
        figures.forEach((at, figure) ->
                points.append(
                        String.format(
                                Locale.ROOT, "%.1f,%.1f ", x(left, at, axis), y(figure.median()))));
        svg.append(
                "<polyline class=\"line\" points=\"%s\"%s/>%n"
                        .formatted(
                                points.toString().strip(),
                                dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\""));
        figures.forEach((at, figure) -> {
            double x = x(left, at, axis);
            double y = y(figure.median());
            svg.append(
                    String.format(
                            Locale.ROOT,
                            "<line class=\"line\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>%n",
                            x,
                            x,
                            y(figure.lowest()),
                            y(figure.highest())));
            svg.append(
                    square
                            ? String.format(
                                    Locale.ROOT,
                                    "<rect class=\"mark\" x=\"%.1f\" y=\"%.1f\" width=\"%d\" height=\"%d\"/>%n",
                                    x - MARK,
                                    y - MARK,
                                    2 * MARK,
                                    2 * MARK)
                            : String.format(
                                    Locale.ROOT,
                                    "<circle class=\"mark\" cx=\"%.1f\" cy=\"%.1f\" r=\"%d\"/>%n",
                                    x,
                                    y,
                                    MARK));
            svg.append(
                    String.format(
                            Locale.ROOT,
                            "<text class=\"small\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text>%n",
                            x,
                            y - 10,
                            number(figure.median())));
        });
        if (!name.isEmpty()) {
            int first = figures.keySet().iterator().next();
            Figure figure = figures.getOrDefault(first, new Figure(1, 1, 1));
            svg.append(
                    String.format(
                            Locale.ROOT,
                            "<text class=\"small\" x=\"%.1f\" y=\"%.1f\">%s</text>%n",
                            x(left, first, axis) + 12,
                            y(figure.median()) + 18,
                            name));
        }
    }

    private void words(double x, double y, String kind, String words) {
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>%n",
                        kind,
                        x,
                        y,
                        words));
    }

    private static String number(double value) {
        return value >= 10
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.1f", value);
    }

    /// Sizes stand at even distances inside a panel, since each is ten times the one before.
    private static double x(int left, int at, Map<Integer, Figure> axis) {
        int place = List.copyOf(axis.keySet()).indexOf(at);
        return left + PANEL * (place + 0.5) / axis.size();
    }

    private double y(double value) {
        return TOP + DEEP * (highest - Math.log10(value)) / Math.max(1, highest - lowest);
    }
}

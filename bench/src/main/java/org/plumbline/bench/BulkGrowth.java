package org.plumbline.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plumbline.bulk.CompiledLibrary;
import org.plumbline.bulk.Row;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;

/// How the cost of a row grows with norms and with rows, as a table and, where a file is named, drawn.
///
/// One thread, processor time of that thread. Rows are made before the clock starts. Arguments: the
/// largest power of ten of rows of our own library, and a file for the drawing.
///
/// Norms: every text binds, and each says what it says of each of 20,000 rows, the second time round, so
/// that classes are there; making them is told apart. Rows: our library, from the first row on.
public final class BulkGrowth {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final int ROWS = 20_000;

    /// A point of a line.
    private record Point(double x, double y) {}

    private BulkGrowth() {}

    /// Prints the tables.
    public static void main(String[] args) throws IOException {
        int largest = args.length > 0 ? Integer.parseInt(args[0]) : 6;
        Library library =
                switch (LibraryReader.read(Path.of("codes"), "codes/")) {
                    case Loaded.Sound<LibraryFiles>(var files, _) -> files.library();
                    case Loaded.Unsound<LibraryFiles>(var findings) ->
                            throw new IllegalStateException(findings.toString());
                };
        List<Point> norms = norms(library);
        List<Point> rows = rows(library, largest);
        if (args.length > 1) {
            Files.writeString(Path.of(args[1]), drawing(norms, rows));
        }
    }

    private static List<Point> norms(Library library) {
        System.out.println(
                "| norms | texts | ns a row | ns a row and text | classes | making a class |");
        System.out.println("|---|---|---|---|---|---|");
        List<Point> points = new ArrayList<>();
        var caseload = new Caseload(library, DAY);
        for (int count : List.of(30, 300, 3_000)) {
            Library invented = InventedNorms.of(library, count);
            List<Edition> texts = invented.editions();
            CompiledLibrary compiled = CompiledLibrary.of(invented, texts);
            long first = pass(compiled, texts, caseload);
            long best = Long.MAX_VALUE;
            for (int round = 0; round < 3; round++) {
                best = Math.min(best, pass(compiled, texts, caseload));
            }
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | %,d | %,d | %,d | %,d | %,d µs |%n",
                    count,
                    texts.size(),
                    best / ROWS,
                    best / ROWS / texts.size(),
                    compiled.classes(),
                    (first - best) / 1_000 / Math.max(1, compiled.classes()));
            points.add(new Point(count, best / (double) ROWS));
        }
        return points;
    }

    private static long pass(CompiledLibrary compiled, List<Edition> texts, Caseload caseload) {
        Row row = compiled.row();
        long spent = 0;
        for (int number = 0; number < ROWS; number++) {
            row.fill(caseload.row(number));
            long start = processorNanos();
            for (Edition text : texts) {
                if (compiled.standing(row, text).isEmpty()) {
                    throw new IllegalStateException("a row of the caseload has no class");
                }
            }
            spent += processorNanos() - start;
        }
        return spent;
    }

    private static List<Point> rows(Library library, int largest) {
        System.out.println(
                "\n| rows | ns a row, all texts that bind | plain evaluator asked | classes | heap after, MiB |");
        System.out.println("|---|---|---|---|---|");
        List<Point> points = new ArrayList<>();
        long begun = processorNanos();
        CompiledLibrary compiled = CompiledLibrary.of(library);
        Row row = compiled.row();
        var caseload = new Caseload(library, DAY);
        row.fill(caseload.row(0));
        compiled.decide(row);
        long compile = processorNanos() - begun;
        long spent = 0;
        int done = 0;
        for (int power = 4; power <= largest; power++) {
            int upTo = (int) Math.pow(10, power);
            for (; done < upTo; done++) {
                row.fill(caseload.row(done));
                long start = processorNanos();
                compiled.decide(row);
                spent += processorNanos() - start;
            }
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | %,d | %,d | %,d | %,d |%n",
                    upTo,
                    spent / upTo,
                    compiled.asked(),
                    compiled.classes(),
                    (runtime.totalMemory() - runtime.freeMemory()) >> 20);
            points.add(new Point(upTo, spent / (double) upTo));
        }
        System.out.printf("%ncompiled, its first row included, in %d ms%n", compile / 1_000_000);
        return points;
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    // ── The drawing ─────────────────────────────────────────────────────────────────────────

    private static String drawing(List<Point> norms, List<Point> rows) {
        var svg = new StringBuilder();
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 300\" role=\"img\" font-family=\"sans-serif\" font-size=\"12\">\n"
                        + "<title>What a row costs, by norms and by rows</title>\n");
        chart(svg, 60, "norms, every text binding", norms);
        chart(svg, 420, "rows of our own library", rows);
        return svg.append("</svg>\n").toString();
    }

    private static void chart(StringBuilder svg, int left, String title, List<Point> points) {
        double fromX = Math.floor(Math.log10(points.getFirst().x()));
        double toX = Math.ceil(Math.log10(points.getLast().x()));
        double fromY =
                Math.floor(points.stream().mapToDouble(p -> Math.log10(p.y())).min().orElseThrow());
        double toY =
                Math.ceil(points.stream().mapToDouble(p -> Math.log10(p.y())).max().orElseThrow());
        text(svg, left, 20, title);
        text(svg, left, 38, "nanoseconds a row, both axes in powers of ten");
        for (double y = fromY; y <= toY; y++) {
            int at = (int) (250 - (y - fromY) / (toY - fromY) * 190);
            svg.append(
                    "<path d=\"M%d %dh240\" stroke=\"#ccc\" fill=\"none\"/>%n".formatted(left, at));
            text(svg, left - 48, at + 4, "%,d".formatted((long) Math.pow(10, y)));
        }
        var path = new StringBuilder();
        for (Point point : points) {
            int x = (int) (left + (Math.log10(point.x()) - fromX) / (toX - fromX) * 240);
            int y = (int) (250 - (Math.log10(point.y()) - fromY) / (toY - fromY) * 190);
            path.append(path.isEmpty() ? "M" : "L").append(x).append(' ').append(y);
            svg.append("<circle cx=\"%d\" cy=\"%d\" r=\"4\"/>%n".formatted(x, y));
            text(svg, x - 10, y - 8, "%,d".formatted((long) point.y()));
            text(svg, x - 12, 270, "%,d".formatted((long) point.x()));
        }
        svg.append(
                "<path d=\"%s\" stroke=\"#000\" stroke-width=\"2\" fill=\"none\"/>%n"
                        .formatted(path));
    }

    private static void text(StringBuilder svg, int x, int y, String says) {
        svg.append("<text x=\"%d\" y=\"%d\">%s</text>%n".formatted(x, y, says));
    }
}

package org.plumbline.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.bulk.Audit;
import org.plumbline.bulk.AuditSummary;
import org.plumbline.bulk.CompiledLibrary;
import org.plumbline.bulk.InventedCaseload;
import org.plumbline.bulk.Row;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;

/// How the cost of a caseload grows: with its rows, with the norms, and what making the compiled form
/// costs. `script/bench growth [ROWS [ROUNDS]]` runs it, ROWS being the largest caseload.
///
/// Each measurement is a process of its own with the heap that the launcher gives an audit, so that
/// none profits from another's warmth, and is processor time of that whole process, its compiler and
/// collector included, so that a busy machine changes little. What is given is the median of the
/// rounds, and the lowest and highest beside it; a hundred million rows are decided once. The table is printed, and drawn as `docs/growth.svg`.
public final class Growth {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final List<Integer> NORMS = List.of(30, 300, 3_000);
    private static final int ROWS_OF_NORMS = 2_000;
    private static final int LOOKED_UP = 500;

    /// From so many rows on, one round: it takes half an hour of a core, and hardly spreads.
    private static final int ONCE = 100_000_000;

    private static final long SEED = 7;
    private static final long WARMING_NANOS = 3_000_000_000L;

    private Growth() {}

    /// Runs everything, or as a process of its own one measurement.
    public static void main(String[] args) throws IOException, InterruptedException {
        switch (args.length > 0 ? args[0] : "") {
            case "rows" -> rows(Integer.parseInt(args[1]), carried(Path.of(args[2])));
            case "norms" -> norms(Integer.parseInt(args[1]), carried(Path.of(args[2])));
            case "library" -> library();
            default ->
                    all(
                            args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000,
                            args.length > 1 ? Integer.parseInt(args[1]) : 3);
        }
    }

    // ── One measurement ─────────────────────────────────────────────────────────────────────

    private static Library codes() {
        return switch (LibraryReader.read(Path.of("codes"), "codes/")) {
            case Loaded.Sound<LibraryFiles>(var files, _) -> files.library();
            case Loaded.Unsound<LibraryFiles>(var findings) ->
                    throw new IllegalStateException(findings.toString());
        };
    }

    /// The library as the parent left it for its measurements, which costs next to nothing to read.
    private static Library carried(Path bytes) throws IOException {
        return org.plumbline.core.load.CompiledLibrary.of(Files.readAllBytes(bytes));
    }

    private static void tell(long... values) {
        System.out.println(
                "@"
                        + Arrays.stream(values)
                                .mapToObj(String::valueOf)
                                .collect(Collectors.joining(" ")));
    }

    /// A whole audit, CSV in and CSV out: nanoseconds of processor time without the start, kilobytes
    /// of the process at most, classes, bytes in, bytes out.
    private static void rows(int rows, Library library) throws IOException {
        Path folder = Files.createTempDirectory("plumbline-growth");
        try {
            Path in = folder.resolve("cases.csv");
            Path out = folder.resolve("result.csv");
            InventedCaseload.write(in, rows, DAY);
            long start = processorNanos();
            var audit =
                    new Audit(
                            CompiledLibrary.of(library),
                            Optional.empty(),
                            new Audit.Order(
                                    List.of(in),
                                    new LinkedHashMap<>(),
                                    new LinkedHashMap<>(),
                                    Known.Range.of(DAY),
                                    true,
                                    List.of(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    out,
                                    folder.resolve("findings.csv"),
                                    false,
                                    library.fingerprint()));
            AuditSummary summary = audit.run(_ -> {}, new ArrayList<>()).orElseThrow();
            long spent = processorNanos() - start;
            if (summary.rows() != rows || summary.bad() != 0) {
                throw new IllegalStateException("not every row was decided: " + summary);
            }
            tell(spent, mostKilobytes(), summary.classes(), Files.size(in), Files.size(out));
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    /// A library of so many norms, all of which bind: nanoseconds for its compiled form, for a row of
    /// the first so many rows, and for a row once nothing new is met, of the thread alone; classes.
    private static void norms(int norms, Library real) {
        Library library = InventedNorms.library(real, norms, SEED);
        var caseload = new Caseload(real, DAY);
        long start = processorNanos();
        CompiledLibrary compiled = CompiledLibrary.of(library);
        compiled.makeAll(DAY);
        long made = processorNanos();
        Row[] rows = new Row[LOOKED_UP];
        long deciding = 0;
        for (int first = 0; first < ROWS_OF_NORMS; first += LOOKED_UP) {
            for (int i = 0; i < LOOKED_UP; i++) {
                rows[i] = compiled.row();
                rows[i].fill(caseload.row(first + i));
            }
            long before = processorNanos();
            decide(compiled, rows);
            deciding += processorNanos() - before;
        }
        long best = Long.MAX_VALUE;
        long until = threadNanos() + WARMING_NANOS;
        do {
            long before = threadNanos();
            decide(compiled, rows);
            best = Math.min(best, threadNanos() - before);
        } while (threadNanos() < until);
        tell(made - start, deciding / ROWS_OF_NORMS, best / LOOKED_UP, compiled.classes());
    }

    private static void decide(CompiledLibrary compiled, Row[] rows) {
        for (Row row : rows) {
            if (compiled.decide(row).texts().isEmpty()) {
                throw new IllegalStateException("a row that no text binds");
            }
        }
    }

    /// Our own library: nanoseconds to read it from its files, to make the compiled form of every text
    /// from cold, and again once warm; norms.
    private static void library() {
        long start = processorNanos();
        Library library = codes();
        long read = processorNanos();
        CompiledLibrary.of(library).makeAll(DAY);
        long cold = processorNanos();
        for (int i = 0; i < 20; i++) {
            CompiledLibrary.of(library).makeAll(DAY);
        }
        long before = processorNanos();
        CompiledLibrary.of(library).makeAll(DAY);
        tell(read - start, cold - read, processorNanos() - before, InventedNorms.norms(library));
    }

    private static long processorNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /// Of this thread alone, which is told in finer steps than the process's.
    private static long threadNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /// The most memory the process held, as the kernel of Linux tells it; 0 elsewhere.
    private static long mostKilobytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", ""));
            }
        }
        return 0;
    }

    // ── All of them ─────────────────────────────────────────────────────────────────────────

    /// A figure of several rounds.
    record Figure(double median, double lowest, double highest) {

        static Figure of(double[] rounds) {
            double[] sorted = rounds.clone();
            Arrays.sort(sorted);
            return new Figure(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
        }

        Figure times(double factor) {
            return new Figure(median * factor, lowest * factor, highest * factor);
        }

        String told(String format) {
            return String.format(
                    format + " (" + format + " to " + format + ")", median, lowest, highest);
        }
    }

    private static void all(int most, int rounds) throws IOException, InterruptedException {
        Path carried = Files.createTempFile("plumbline-growth", ".library");
        try {
            Files.write(carried, org.plumbline.core.load.CompiledLibrary.bytes(codes()));
            all(most, rounds, carried.toString());
        } finally {
            Files.delete(carried);
        }
    }

    private static void all(int most, int rounds, String carried)
            throws IOException, InterruptedException {
        System.out.printf(
                "%d processors, Java %s, %d rounds; the median, and the lowest and highest%n%n",
                Runtime.getRuntime().availableProcessors(), Runtime.version(), rounds);
        Figure[] library = measure(rounds, "library");
        System.out.printf(
                "our library, %.0f norms: read from its files in %s ms; compiled, every text, in %s ms from cold, %s ms warm%n%n",
                library[3].median(),
                library[0].times(1e-6).told("%,.0f"),
                library[1].times(1e-6).told("%,.0f"),
                library[2].times(1e-6).told("%,.0f"));

        System.out.println(
                "| rows | µs of processor a row | rows a second and core | peak memory, MB | classes |");
        System.out.println("|---|---|---|---|---|");
        Map<Integer, Figure> byRows = new LinkedHashMap<>();
        List<double[]> totals = new ArrayList<>();
        double bytesIn = 0;
        double bytesOut = 0;
        for (int rows = 10_000; rows <= most; rows *= 10) {
            Figure[] told =
                    measure(rows < ONCE ? rounds : 1, "rows", String.valueOf(rows), carried);
            Figure each = told[0].times(1e-3 / rows);
            byRows.put(rows, each);
            totals.add(new double[] {rows, told[0].median() * 1e-9, told[1].median() * 1024});
            bytesIn = told[3].median() / rows;
            bytesOut = told[4].median() / rows;
            System.out.printf(
                    "| %,d | %s | %,.0f | %s | %,.0f |%n",
                    rows,
                    each.told("%.1f"),
                    1e6 / each.median(),
                    told[1].times(1024e-6).told("%.0f"),
                    told[2].median());
            if (rows > Integer.MAX_VALUE / 10) {
                break;
            }
        }

        System.out.println();
        System.out.printf(
                "| norms, all binding | compiled in, ms | µs a row, the first %,d rows | µs a row, nothing new | classes |%n",
                ROWS_OF_NORMS);
        System.out.println("|---|---|---|---|---|");
        Map<Integer, Figure> byNorms = new LinkedHashMap<>();
        Map<Integer, Figure> warm = new LinkedHashMap<>();
        for (int norms : NORMS) {
            Figure[] told = measure(rounds, "norms", String.valueOf(norms), carried);
            byNorms.put(norms, told[1].times(1e-3));
            warm.put(norms, told[2].times(1e-3));
            System.out.printf(
                    "| %,d | %s | %s | %s | %,.0f |%n",
                    norms,
                    told[0].times(1e-6).told("%,.0f"),
                    told[1].times(1e-3).told("%,.1f"),
                    told[2].times(1e-3).told("%,.1f"),
                    told[3].median());
        }
        System.out.println();
        if (totals.size() > 1) {
            extrapolate(totals, bytesIn, bytesOut);
        }
        Path picture = Path.of("docs", "growth.svg");
        Files.writeString(picture, GrowthChart.draw(byRows, byNorms, warm));
        System.out.println("drawn: " + picture);
    }

    /// What more rows would take, from the slope between the two largest caseloads.
    private static void extrapolate(List<double[]> totals, double bytesIn, double bytesOut) {
        double[] last = totals.getLast();
        double[] before = totals.get(totals.size() - 2);
        double rows = last[0] - before[0];
        double secondsARow = (last[1] - before[1]) / rows;
        System.out.printf(
                "From %,.0f to %,.0f rows another row takes %.1f µs of processor and %.0f bytes of memory; %.0f bytes are read for it and %.0f written.%n",
                before[0],
                last[0],
                secondsARow * 1e6,
                (last[2] - before[2]) / rows,
                bytesIn,
                bytesOut);
        System.out.println();
        System.out.println(
                "| rows, not measured | hours of one core | cores for one hour | read, GB | written, GB | keys at 20 bytes, GB |");
        System.out.println("|---|---|---|---|---|---|");
        for (double many : new double[] {1e8, 1e9, 1e11}) {
            if (many <= last[0]) {
                continue;
            }
            double hours = many * secondsARow / 3600;
            System.out.printf(
                    "| 10^%.0f | %,.1f | %,.0f | %,.0f | %,.0f | %,.0f |%n",
                    Math.log10(many),
                    hours,
                    Math.max(1, Math.ceil(hours)),
                    many * bytesIn / 1e9,
                    many * bytesOut / 1e9,
                    many * 20 / 1e9);
        }
        System.out.println();
    }

    /// Runs a measurement so many times, each in a process of its own.
    private static Figure[] measure(int rounds, String... what)
            throws IOException, InterruptedException {
        double[][] told = new double[0][];
        for (int round = 0; round < rounds; round++) {
            String[] values = run(what);
            if (round == 0) {
                told = new double[values.length][rounds];
            }
            for (int i = 0; i < values.length; i++) {
                told[i][round] = Double.parseDouble(values[i]);
            }
        }
        return Arrays.stream(told).map(Figure::of).toArray(Figure[]::new);
    }

    private static String[] run(String... what) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // The launcher's options for an audit; thousands of norms need more than any caseload.
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        what[0].equals("norms") ? "-Xmx4g" : "-Xmx400m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Growth.class.getName()));
        command.addAll(List.of(what));
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String[] values = {};
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("@")) {
                    values = line.substring(1).split(" ", -1);
                }
            }
        }
        int status = process.waitFor();
        if (status != 0 || values.length == 0) {
            throw new IllegalStateException(String.join(" ", what) + " ended with " + status);
        }
        return values;
    }
}

package org.plumbline.bulk;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.plumbline.bulk.Ruling.OfText;
import org.plumbline.core.decide.Decision.Lifts;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Severity;
import org.plumbline.core.load.Span;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

/// The decisions of a whole caseload: sheets in, lines out, in the order of the input.
///
/// Rows are decided by several threads in batches, of which only a few are in memory. What is written
/// goes to a file beside the one asked for and takes its name at the end, so that nobody mistakes half
/// a result for the whole. A row that cannot be read goes to a side file with its place.
public final class Audit {

    private static final int BATCH = 1_000;

    /// Keys that are remembered to find one that comes twice.
    private static final int MOST_KEYS = 4_000_000;

    /// What to do.
    ///
    /// @param mapping from a file's own headings to our words; empty where they are the same
    /// @param asOf the day of the act where a row has none
    /// @param ordinary whether what a row does not say is taken as ordinary
    /// @param filters rows to keep must pass every one
    /// @param out where to write; `.jsonl`, or else CSV
    /// @param side where rows go that cannot be read
    public record Order(
            List<Path> files,
            SequencedMap<String, String> mapping,
            Known.Range asOf,
            boolean ordinary,
            List<Filter> filters,
            Path out,
            Path side) {

        public Order {
            files = List.copyOf(files);
            filters = List.copyOf(filters);
        }

        boolean asJson() {
            return out.toString().endsWith(".jsonl");
        }
    }

    private final CompiledLibrary compiled;
    private final Optional<CompiledLibrary> earlier;
    private final Order order;
    private final Tally tally = new Tally();
    private final Set<Long> keys = new HashSet<>();
    private final SequencedMap<String, String> unread = new LinkedHashMap<>();

    /// @param earlier if present, only rows are kept of which it says something else
    public Audit(CompiledLibrary compiled, Optional<CompiledLibrary> earlier, Order order) {
        this.compiled = compiled;
        this.earlier = earlier;
        this.order = order;
    }

    /// What a batch came to.
    private static final class Tally {
        private long rows;
        private long bad;
        private long plainly;
        private long kept;
        private long silent;
        private long repeated;
        private final Map<String, Long> together = new HashMap<>();
        private final Map<String, Map<String, Long>> texts = new TreeMap<>();
        private final Map<String, Map<String, Long>> acts = new TreeMap<>();
        private final TreeMap<YearMonth, Long> lifting = new TreeMap<>();

        void add(Tally other) {
            rows += other.rows;
            bad += other.bad;
            plainly += other.plainly;
            kept += other.kept;
            silent += other.silent;
            repeated += other.repeated;
            other.together.forEach((k, n) -> together.merge(k, n, Long::sum));
            other.texts.forEach((k, m) -> join(texts, k, m));
            other.acts.forEach((k, m) -> join(acts, k, m));
            other.lifting.forEach((k, n) -> lifting.merge(k, n, Long::sum));
        }

        private static void join(
                Map<String, Map<String, Long>> all, String key, Map<String, Long> counts) {
            Map<String, Long> into = all.computeIfAbsent(key, _ -> new HashMap<>());
            counts.forEach((k, n) -> into.merge(k, n, Long::sum));
        }

        void count(Scenario scenario, Ruling ruling) {
            plainly += ruling.way() == Ruling.Way.PLAIN ? 1 : 0;
            if (ruling.together().isEmpty()) {
                silent++;
                return;
            }
            Ruling.Joined joined = ruling.together().get();
            String says = says(joined.headlines());
            together.merge(says, 1L, Long::sum);
            String act =
                    scenario.known(0, "act") instanceof Known.Value(var possible)
                                    && possible.size() == 1
                            ? possible.iterator().next()
                            : "not known";
            acts.computeIfAbsent(act, _ -> new HashMap<>()).merge(says, 1L, Long::sum);
            for (OfText text : ruling.texts()) {
                texts.computeIfAbsent(text.edition().id(), _ -> new HashMap<>())
                        .merge(says(text.outcome().headlines()), 1L, Long::sum);
            }
            LocalDate year = scenario.day().plusYears(1);
            if (joined.lifting().isPresent()
                    && joined.lifting().get().lifts() instanceof Lifts.On(_, var latest)
                    && latest.isPresent()
                    && !latest.get().isAfter(year)) {
                lifting.merge(YearMonth.from(latest.get()), 1L, Long::sum);
            }
        }

        private static String says(List<Headline> headlines) {
            return String.join(" or ", headlines.stream().map(Headline::id).toList());
        }
    }

    /// What a batch writes.
    private record Written(String out, List<Finding> findings, Tally tally) {}

    /// Where lines go.
    private static final class Outlet implements Closeable {
        private final Path file;
        private final Path part;
        private final Writer writer;

        Outlet(Path file) throws IOException {
            this.file = file;
            this.part = file.resolveSibling(file.getFileName() + ".part");
            this.writer = Files.newBufferedWriter(part);
        }

        void finish() throws IOException {
            writer.close();
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public void close() throws IOException {
            writer.close();
        }
    }

    /// The headings of a sheet.
    ///
    /// @throws UncheckedIOException if it cannot be read
    public static List<String> headings(Path file) {
        try (Sheet sheet = Sheet.open(file)) {
            return sheet.headings();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Decides everything.
    ///
    /// @param progress told how many rows were read so far, now and then
    /// @param findings gets what is wrong with a file as a whole
    /// @throws UncheckedIOException if a file cannot be read or written
    public AuditSummary run(LongConsumer progress, List<Finding> findings) {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        try (Outlet out = new Outlet(order.out());
                Outlet side = new Outlet(order.side());
                ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            if (!order.asJson()) {
                out.writer.write(csv(List.of(AuditLine.HEADINGS)));
            }
            side.writer.write(csv(List.of(SIDE)));
            for (Path file : order.files()) {
                one(file, pool, threads * 2, out, side, progress, findings);
            }
            out.finish();
            side.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return summary();
    }

    private static final List<String> SIDE =
            List.of("file", "line", "column", "code", "found", "expected", "mend");

    private void one(
            Path file,
            ExecutorService pool,
            int waiting,
            Outlet out,
            Outlet side,
            LongConsumer progress,
            List<Finding> findings)
            throws IOException {
        try (Sheet sheet = Sheet.open(file)) {
            List<Finding> wrong = new ArrayList<>();
            Headings headings =
                    Headings.of(
                            compiled.library().vocabulary(),
                            file.toString(),
                            sheet.headings(),
                            order.mapping(),
                            wrong);
            if (!wrong.isEmpty()) {
                findings.addAll(wrong);
                unread.put(file.toString(), "its columns could not be placed");
                return;
            }
            var reader =
                    new CaseReader(
                            compiled.library(),
                            file.toString(),
                            headings,
                            order.asOf(),
                            order.ordinary());
            ArrayDeque<Future<Written>> batches = new ArrayDeque<>();
            List<Sheet.Line> lines = new ArrayList<>();
            for (Optional<Sheet.Line> line = sheet.next(); line.isPresent(); line = sheet.next()) {
                lines.add(line.get());
                if (lines.size() == BATCH) {
                    batches.add(submit(pool, reader, lines));
                    lines = new ArrayList<>();
                }
                if (batches.size() > waiting) {
                    take(batches.remove(), out, side);
                    progress.accept(tally.rows);
                }
            }
            batches.add(submit(pool, reader, lines));
            while (!batches.isEmpty()) {
                take(batches.remove(), out, side);
                progress.accept(tally.rows);
            }
            sheet.broken()
                    .ifPresent(why -> {
                        unread.put(file.toString(), why);
                        findings.add(
                                Finding.error(
                                        "audit.file.broken",
                                        Span.of(file.toString()),
                                        "the file could be read no further: " + why,
                                        "a whole CSV file in UTF-8",
                                        "write it out again; the rows before that place were decided"));
                    });
        }
    }

    private Future<Written> submit(
            ExecutorService pool, CaseReader reader, List<Sheet.Line> lines) {
        List<Sheet.Line> batch = List.copyOf(lines);
        return pool.submit(() -> decide(reader, batch));
    }

    private void take(Future<Written> batch, Outlet out, Outlet side) throws IOException {
        try {
            Written written = batch.get();
            out.writer.write(written.out());
            List<List<String>> records = new ArrayList<>();
            for (Finding finding : written.findings()) {
                records.add(
                        List.of(
                                finding.span().file(),
                                String.valueOf(finding.span().line()),
                                String.valueOf(finding.span().column()),
                                finding.code(),
                                finding.found(),
                                finding.expected(),
                                finding.mend()));
            }
            side.writer.write(csv(records));
            tally.add(written.tally());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "a row stopped the audit, which none may", e.getCause());
        }
    }

    // ── One batch ───────────────────────────────────────────────────────────────────────────

    private Written decide(CaseReader reader, List<Sheet.Line> lines) {
        var counted = new Tally();
        Row row = compiled.row();
        Optional<Row> other = earlier.map(CompiledLibrary::row);
        StringBuilder out = new StringBuilder();
        List<List<String>> records = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Sheet.Line line : lines) {
            counted.rows++;
            CaseReader.Keyed keyed = reader.read(line);
            if (!(keyed.scenario() instanceof Loaded.Sound<Scenario>(var scenario, var warnings))) {
                counted.bad++;
                findings.addAll(((Loaded.Unsound<Scenario>) keyed.scenario()).findings());
                continue;
            }
            warnings.stream().filter(w -> w.severity() == Severity.WARNING).forEach(findings::add);
            Ruling ruling = compiled.decide(scenario, row);
            if (ruling.way() == Ruling.Way.IMPOSSIBLE) {
                counted.bad++;
                findings.add(impossible(reader, line));
                continue;
            }
            if (!isNew(keyed.key())) {
                counted.repeated++;
                findings.add(repeated(reader, line, keyed.key()));
            }
            counted.count(scenario, ruling);
            if (!order.filters().stream().allMatch(f -> f.keeps(ruling))
                    || (earlier.isPresent()
                            && other.isPresent()
                            && same(ruling, earlier.get().decide(scenario, other.get())))) {
                continue;
            }
            counted.kept++;
            if (order.asJson()) {
                out.append(AuditLine.json(keyed.key(), scenario.day(), ruling)).append('\n');
            } else {
                records.addAll(AuditLine.records(keyed.key(), ruling));
            }
        }
        return new Written(order.asJson() ? out.toString() : csv(records), findings, counted);
    }

    /// Whether an earlier edition said the same: headlines and the day on which a bar lifts.
    private static boolean same(Ruling now, Ruling before) {
        OfText one = now.texts().getFirst();
        OfText two = before.texts().getFirst();
        return one.outcome().headlines().equals(two.outcome().headlines())
                && one.lifting()
                        .map(Ruling.Lifting::lifts)
                        .equals(two.lifting().map(Ruling.Lifting::lifts));
    }

    private boolean isNew(String key) {
        synchronized (keys) {
            return keys.size() >= MOST_KEYS || keys.add(hash(key));
        }
    }

    private static long hash(String key) {
        long hash = 1125899906842597L;
        for (int i = 0; i < key.length(); i++) {
            hash = 31 * hash + key.charAt(i);
        }
        return hash * 0x9E3779B97F4A7C15L;
    }

    private static Finding impossible(CaseReader reader, Sheet.Line line) {
        return Finding.error(
                "scenario.impossible",
                reader.place(line),
                "no possible person fits what the row says",
                "facts that can be true together",
                "check the dates and the facts against one another");
    }

    private static Finding repeated(CaseReader reader, Sheet.Line line, String key) {
        return Finding.warning(
                "audit.key.twice",
                reader.place(line),
                "the key `%s` stands on an earlier row".formatted(key),
                "a key of its own for each row",
                "look whether the row was entered twice; both were decided");
    }

    private static String csv(List<List<String>> records) {
        var out = new StringWriter();
        CsvWriter writer =
                CsvWriter.builder()
                        .lineDelimiter(de.siegmar.fastcsv.writer.LineDelimiter.LF)
                        .build(out);
        records.forEach(writer::writeRecord);
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private AuditSummary summary() {
        return new AuditSummary(
                tally.rows,
                tally.bad,
                tally.plainly,
                tally.kept,
                tally.silent,
                tally.repeated,
                compiled.classes(),
                AuditSummary.mostFirst(tally.together),
                nested(tally.texts),
                nested(tally.acts),
                tally.lifting,
                unread);
    }

    private static SequencedMap<String, SequencedMap<String, Long>> nested(
            Map<String, Map<String, Long>> all) {
        SequencedMap<String, SequencedMap<String, Long>> nested = new LinkedHashMap<>();
        all.forEach((key, counts) -> nested.put(key, AuditSummary.mostFirst(counts)));
        return nested;
    }
}

package org.plumbline.bulk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.plumbline.bulk.Ruling.OfText;
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
/// a result for the whole. Every second or so it is brought to the disk with a note of where the audit
/// was ([Checkpoint]), from which another goes on; what comes out is the same, byte for byte. A row
/// that cannot be read goes to a side file with its place.
public final class Audit {

    private static final int BATCH = 1_000;

    /// What a row's lines take, roughly.
    private static final int BYTES_A_ROW = 160;

    private static final long BETWEEN_CHECKPOINTS = 1_000_000_000L;

    /// What to do.
    ///
    /// @param mapping from a file's own headings to our words; empty where they are the same
    /// @param dates from a heading to how its dates are written, from the empty word to how all others
    ///     are, as [ColumnMapping] has it
    /// @param asOf the day of the act where a row has none
    /// @param ordinary whether what a row does not say is taken as ordinary
    /// @param filters rows to keep must pass every one
    /// @param since an earlier result: only rows are kept of which it says something else
    /// @param between the editions that are compared, where the audit has an earlier library
    /// @param out where to write; `.jsonl`, `.parquet`, or else CSV
    /// @param side where rows go that cannot be read
    /// @param resume whether to go on where an earlier audit stopped
    /// @param library what tells the library and the editions from any other: who goes on must
    ///     decide by the same
    public record Order(
            List<Path> files,
            SequencedMap<String, String> mapping,
            SequencedMap<String, String> dates,
            Known.Range asOf,
            boolean ordinary,
            List<Filter> filters,
            Optional<Path> since,
            Optional<EditionPair> between,
            Path out,
            Path side,
            boolean resume,
            String library) {

        public Order {
            files = List.copyOf(files);
            filters = List.copyOf(filters);
        }

        boolean asJson() {
            return out.toString().endsWith(".jsonl");
        }

        boolean asParquet() {
            return out.toString().endsWith(".parquet");
        }

        /// Where lines are written: beside the result, where that is made from them at the end.
        Path lines() {
            return asParquet() ? linesBeside(out) : out;
        }
    }

    private static Path linesBeside(Path parquet) {
        return parquet.resolveSibling(parquet.getFileName() + ".csv");
    }

    /// The files that lie beside a result while it is not whole, and after an audit that was stopped.
    public static Stream<Path> unfinished(Path out, Path side) {
        return Stream.of(
                Outlet.part(out),
                Outlet.part(side),
                Outlet.part(linesBeside(out)),
                Checkpoint.beside(out));
    }

    private Optional<CompiledLibrary> earlier;
    private final Order order;
    private final Tally tally = new Tally();
    private final SequencedMap<String, String> unread = new LinkedHashMap<>();
    private CompiledLibrary compiled;
    private long classes;
    private long bytesDone;
    private long bytesAll;
    private long bytesRead;
    private long rowsBefore;
    private long keysInMemory = KeyTable.MOST_IN_MEMORY;
    private volatile boolean stopping;
    private boolean stopped;

    /// @param earlier if present, only rows are kept of which it says something else
    public Audit(CompiledLibrary compiled, Optional<CompiledLibrary> earlier, Order order) {
        this.compiled = compiled;
        this.earlier = earlier;
        this.order = order;
    }

    /// Lets keys take other memory than usual, in bytes.
    Audit keysInMemory(long most) {
        keysInMemory = most;
        return this;
    }

    /// What a batch writes.
    ///
    /// @param keys of its rows, by their order; absent where a row has none
    /// @param read what was read for it
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Written(
            byte[] out, List<Finding> findings, List<Keyed> keys, Tally tally, RowsRead read) {}

    /// A key with its place.
    private record Keyed(String key, Span place) {}

    /// Whatever one thread needs to decide the rows of one sheet.
    private record Desk(
            CompiledLibrary library,
            Optional<CompiledLibrary> earlier,
            CaseReader cases,
            RowReader rows,
            Row row,
            Row other,
            CsvLines lines) {}

    /// Asks it to stop at the next batch. What was decided until then is kept for who goes on.
    public void stop() {
        stopping = true;
    }

    /// Decides everything.
    ///
    /// @param progress told how far it is, after each batch
    /// @param findings gets what is wrong with a file as a whole, or with writing
    /// @return how it came out; absent where it could not begin or what it wrote could not be kept,
    ///     which a finding says
    public Optional<AuditSummary> run(Consumer<Progress> progress, List<Finding> findings) {
        Path state = Checkpoint.beside(order.out());
        Optional<Checkpoint> from = Optional.empty();
        try {
            String asked = asked();
            if (Files.exists(state)) {
                from = Checkpoint.read(state);
                Optional<Finding> refused = refused(state, from, asked);
                if (refused.isPresent()) {
                    findings.add(refused.get());
                    return Optional.empty();
                }
            }
            try (KeysSeen keys = new KeysSeen(folder(order.out()), keysInMemory);
                    Closing<EarlierRun> since = since(findings)) {
                if (order.since().isPresent() && since.held().isEmpty()) {
                    return Optional.empty();
                }
                return Optional.of(
                        new Run(asked, from, keys, since.held(), progress, findings).all());
            }
        } catch (OtherRows _) {
            findings.add(
                    Finding.error(
                            "audit.resume.other",
                            Span.of(state.toString()),
                            "rows that were decided before are not those that stand there now",
                            "the same files, library, mapping and options as before",
                            "delete %s to begin anew".formatted(state)));
        } catch (Outlet.Busy e) {
            findings.add(
                    Finding.error(
                            "audit.out.busy",
                            Span.of(order.out().toString()),
                            Sheet.why(e),
                            "one audit at a time for each result",
                            "wait for it, or name another file with --out"));
        } catch (IOException e) {
            findings.add(unwritable(e));
        } catch (UncheckedIOException e) {
            findings.add(unwritable(e));
        }
        return Optional.empty();
    }

    /// Rows that were decided before have changed.
    private static final class OtherRows extends IOException {
        private static final long serialVersionUID = 1;
    }

    private static Path folder(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? Path.of("") : parent;
    }

    /// Something to close that may not be there.
    private record Closing<T extends AutoCloseable>(Optional<T> held) implements AutoCloseable {
        @Override
        public void close() {
            held.ifPresent(h -> {
                try {
                    h.close();
                } catch (Exception e) {
                    throw new IllegalStateException("closing fails", e);
                }
            });
        }
    }

    private Closing<EarlierRun> since(List<Finding> findings) {
        if (order.since().isEmpty()) {
            return new Closing<>(Optional.empty());
        }
        return switch (EarlierRun.read(order.since().get(), folder(order.out()))) {
            case Loaded.Unsound<EarlierRun>(var wrong) -> {
                findings.addAll(wrong);
                yield new Closing<>(Optional.empty());
            }
            case Loaded.Sound<EarlierRun>(var run, _) -> new Closing<>(Optional.of(run));
        };
    }

    private Finding unwritable(Exception e) {
        Throwable cause = e.getCause() instanceof IOException io ? io : e;
        String row =
                tally.get(Tally.Sum.ROWS) == 0
                        ? "before the first row"
                        : "after about %,d rows".formatted(tally.get(Tally.Sum.ROWS));
        return Finding.error(
                "audit.out.unwritable",
                Span.of(order.out().toString()),
                "writing failed %s: %s".formatted(row, Sheet.why(cause)),
                "a place with room that may be written to",
                Files.exists(Checkpoint.beside(order.out()))
                        ? "make room and go on with --resume; nothing that was decided is lost but the last second or so"
                        : "make room, or name another file with --out");
    }

    // ── Going on ────────────────────────────────────────────────────────────────────────────

    private Optional<Finding> refused(Path state, Optional<Checkpoint> from, String asked) {
        if (!order.resume()) {
            return Optional.of(
                    Finding.error(
                            "audit.resume.waiting",
                            Span.of(order.out().toString()),
                            "an earlier audit stopped here%s"
                                    .formatted(
                                            from.map(c ->
                                                            " after %,d rows"
                                                                    .formatted(
                                                                            c.tally()
                                                                                    .get(
                                                                                            Tally
                                                                                                    .Sum
                                                                                                    .ROWS)))
                                                    .orElse("")),
                            "a word on what is to become of it",
                            "go on with --resume, or delete %s to begin anew".formatted(state)));
        }
        if (from.isEmpty() || !from.get().order().equals(asked)) {
            return Optional.of(
                    Finding.error(
                            "audit.resume.other",
                            Span.of(state.toString()),
                            from.isEmpty()
                                    ? "the note of where the audit stopped cannot be read"
                                    : "what stopped here had another input, library or order",
                            "the same files, library, mapping and options as before",
                            "ask as before, or delete %s to begin anew".formatted(state)));
        }
        return Optional.empty();
    }

    /// What tells this order from any other: its words, and size and date of each file.
    private String asked() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : order.files()) {
            standing(file, all);
        }
        if (order.since().isPresent()) {
            standing(order.since().get(), all);
        }
        all.append(order.mapping())
                .append(order.dates())
                .append(order.asOf())
                .append(order.ordinary())
                .append(order.filters())
                .append(earlier.isPresent())
                .append(order.library());
        return Digest.of(all.toString());
    }

    private static void standing(Path file, StringBuilder all) throws IOException {
        all.append(file.toAbsolutePath()).append('\n');
        if (Files.exists(file)) {
            all.append(Files.size(file)).append(' ').append(Files.getLastModifiedTime(file));
        }
        all.append('\n');
    }

    // ── One run ─────────────────────────────────────────────────────────────────────────────

    private final class Run {
        private final String asked;
        private final Optional<Checkpoint> from;
        private final KeysSeen keys;
        private final Optional<EarlierRun> since;
        private final Consumer<Progress> progress;
        private final List<Finding> findings;
        private final List<String> unreadLines = new ArrayList<>();
        private final Set<String> headed = new HashSet<>();
        private final int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        private long checkpointed = System.nanoTime();
        private RowsRead read = RowsRead.NONE;

        Run(
                String asked,
                Optional<Checkpoint> from,
                KeysSeen keys,
                Optional<EarlierRun> since,
                Consumer<Progress> progress,
                List<Finding> findings) {
            this.asked = asked;
            this.from = from;
            this.keys = keys;
            this.since = since;
            this.progress = progress;
            this.findings = findings;
        }

        AuditSummary all() throws IOException {
            from.ifPresent(c -> {
                tally.add(c.tally());
                c.unread().forEach(this::unread);
            });
            rowsBefore = tally.get(Tally.Sum.ROWS);
            for (Path file : order.files()) {
                bytesAll += Files.isRegularFile(file) ? Files.size(file) : 0;
            }
            try (Outlet out = new Outlet(order.lines(), from.map(Checkpoint::out).orElse(0L));
                    Outlet side = new Outlet(order.side(), from.map(Checkpoint::side).orElse(0L));
                    ExecutorService pool = Executors.newFixedThreadPool(threads)) {
                if (from.isEmpty()) {
                    if (!order.asJson()) {
                        out.write(utf8(CsvLines.of(List.of(AuditLine.HEADINGS))));
                    }
                    side.write(utf8(CsvLines.of(List.of(SIDE))));
                    checkpoint(0, 0, out, side);
                }
                for (int number = 0; number < order.files().size() && !stopped; number++) {
                    one(number, pool, out, side);
                }
                if (stopped) {
                    return summary(since);
                }
                if (from.filter(c -> c.file() >= order.files().size()).isPresent()) {
                    compare();
                } else {
                    lateRepeats(side);
                    unused(side);
                }
                checkpoint(order.files().size(), 0, out, side);
                if (order.asParquet()) {
                    Path lines = Outlet.part(order.lines());
                    ParquetResult.make(lines, order.out());
                    Files.delete(lines);
                } else {
                    out.finish();
                }
                side.finish();
            }
            Files.deleteIfExists(Checkpoint.beside(order.out()));
            return summary(since);
        }

        private void unread(String line) {
            unreadLines.add(line);
            String[] words = line.split("\t", 2);
            unread.put(words[0], words[1]);
        }

        private void checkpoint(int file, long rows, Outlet out, Outlet side) throws IOException {
            long outEnd = out.settle();
            long sideEnd = side.settle();
            new Checkpoint(asked, file, rows, outEnd, sideEnd, read.digest(), unreadLines, tally)
                    .write(Checkpoint.beside(order.out()));
            checkpointed = System.nanoTime();
        }

        /// A finding about a file as a whole.
        private void wrong(Path file, List<Finding> wrong, String why, Outlet side)
                throws IOException {
            findings.addAll(wrong);
            side(wrong, side);
            unread(file + "\t" + why);
        }

        /// Keys that stand twice, of which that could be seen only when all rows were read.
        private void lateRepeats(Outlet side) throws IOException {
            keys.late(place -> {
                String file = order.files().get(place.file()).toString();
                tally.add(Tally.Sum.REPEATED, 1);
                side(
                        List.of(
                                repeated(
                                        new Span(
                                                file, place.line(), place.column(), place.column()),
                                        "this row's key")),
                        side);
            });
        }

        /// Columns that the mapping names and no file has: what they would hold is nowhere read.
        private void unused(Outlet side) throws IOException {
            if (headed.isEmpty()) {
                return;
            }
            List<Finding> wrong = new ArrayList<>();
            order.mapping()
                    .forEach((heading, word) -> {
                        if (!headed.contains(heading) && !word.equals(Headings.IGNORE)) {
                            wrong.add(
                                    Finding.warning(
                                            "audit.mapping.unused",
                                            Span.of(order.files().getFirst().toString()),
                                            "the mapping names a column `%s`, for `%s`, and no file has it"
                                                    .formatted(Sheet.shown(heading), word),
                                            "columns with the headings that the mapping names",
                                            "correct the heading in the mapping, or take it away; what that column holds was read nowhere"));
                        }
                    });
            order.dates().keySet().stream()
                    .filter(heading ->
                            !heading.isEmpty()
                                    && !headed.contains(heading)
                                    && !order.mapping().containsKey(heading))
                    .forEach(heading ->
                            wrong.add(
                                    Finding.warning(
                                            "audit.mapping.unused",
                                            Span.of(order.files().getFirst().toString()),
                                            "the mapping says how the dates of a column `%s` are written, and no file has it"
                                                    .formatted(Sheet.shown(heading)),
                                            "columns with the headings that the mapping names",
                                            "correct the heading under `dates:`, or take it away")));
            findings.addAll(wrong);
            side(wrong, side);
        }

        private void one(int number, ExecutorService pool, Outlet out, Outlet side)
                throws IOException {
            Path file = order.files().get(number);
            long size = Files.isRegularFile(file) ? Files.size(file) : 0;
            int begun = from.map(Checkpoint::file).orElse(0);
            switch (Sheet.open(file)) {
                case Loaded.Unsound<Sheet>(var wrong) -> {
                    if (number >= begun) {
                        wrong(file, wrong, wrong.getFirst().found(), side);
                    }
                }
                case Loaded.Sound<Sheet>(var open, _) -> {
                    try (Sheet sheet = open) {
                        headed.addAll(sheet.headings());
                        List<Finding> wrong = new ArrayList<>();
                        Headings headings =
                                Headings.of(
                                        compiled.library().vocabulary(),
                                        file.toString(),
                                        sheet.headings(),
                                        order.mapping(),
                                        wrong);
                        wrong.addAll(headings.meant(sheet.unfit()));
                        if (!wrong.isEmpty()) {
                            if (number >= begun) {
                                wrong(file, wrong, "its columns could not be placed", side);
                            }
                        } else {
                            rows(number, sheet, reader(file, headings), pool, out, side);
                        }
                        if (wrong.isEmpty()) {
                            boolean whole = !stopped && sheet.broken().isEmpty();
                            bytesRead += whole ? size : Math.min(size, sheet.reached());
                        }
                    }
                }
            }
            bytesDone += size;
        }

        private CaseReader reader(Path file, Headings headings) {
            return new CaseReader(
                    compiled.library(),
                    file.toString(),
                    headings,
                    order.asOf(),
                    order.ordinary(),
                    order.dates());
        }

        private void rows(
                int number,
                Sheet sheet,
                CaseReader reader,
                ExecutorService pool,
                Outlet out,
                Outlet side)
                throws IOException {
            long taken = skip(number, sheet, reader);
            if (taken < 0) {
                return;
            }
            ArrayDeque<Future<Written>> batches = new ArrayDeque<>();
            ArrayDeque<Integer> sizes = new ArrayDeque<>();
            var desks = new ConcurrentLinkedQueue<Desk>();
            List<Sheet.Line> lines = new ArrayList<>(BATCH);
            for (Optional<Sheet.Line> line = sheet.next();
                    line.isPresent() && !stopping;
                    line = sheet.next()) {
                lines.add(line.get());
                if (lines.size() == BATCH) {
                    sizes.add(lines.size());
                    batches.add(submit(pool, desks, reader, lines));
                    lines = new ArrayList<>(BATCH);
                }
                if (batches.size() > threads * 2) {
                    take(number, batches.remove(), out, side);
                    taken += sizes.remove();
                    after(number, taken, sheet, out, side);
                }
            }
            boolean end = !stopping;
            if (end) {
                sizes.add(lines.size());
                batches.add(submit(pool, desks, reader, lines));
            }
            while (!batches.isEmpty()) {
                take(number, batches.remove(), out, side);
                taken += sizes.remove();
                after(number, taken, sheet, out, side);
            }
            if (!end) {
                checkpoint(number, taken, out, side);
                stopped = true;
            } else if (sheet.broken().isPresent()) {
                Finding broken = sheet.broken().get();
                wrong(order.files().get(number), List.of(broken), broken.found(), side);
            } else if (taken == 0) {
                Finding none =
                        Finding.warning(
                                "audit.file.rowless",
                                Span.of(order.files().get(number).toString()),
                                "the file has headings and no row",
                                "a row for each case",
                                "look whether the rows were lost when it was written");
                findings.add(none);
                side(List.of(none), side);
            }
        }

        /// Passes over the rows that were decided before, so that their keys are known.
        ///
        /// @return how many they were; -1 where the file was done with
        private long skip(int number, Sheet sheet, CaseReader reader) throws IOException {
            if (from.isEmpty() || number > from.get().file()) {
                return 0;
            }
            boolean whole = number < from.get().file();
            long rows = 0;
            while (whole || rows < from.get().rows()) {
                Optional<Sheet.Line> line = sheet.next();
                if (line.isEmpty()) {
                    break;
                }
                rows++;
                read = read.and(line.get());
                Optional<String> key = reader.key(line.get());
                if (key.isPresent()) {
                    keys.again(key.get(), number, reader.place(line.get()));
                }
                since.ifPresent(s -> s.see(name(reader, line.get())));
            }
            if (!whole) {
                compare();
            }
            return whole ? -1 : rows;
        }

        /// Whether the rows that were decided before are those that stand there now.
        private void compare() throws OtherRows {
            if (from.isPresent() && read.digest() != from.get().read()) {
                throw new OtherRows();
            }
        }

        private void after(int number, long taken, Sheet sheet, Outlet out, Outlet side)
                throws IOException {
            progress.accept(
                    new Progress(
                            tally.get(Tally.Sum.ROWS),
                            rowsBefore,
                            bytesDone + sheet.reached(),
                            bytesAll));
            if (System.nanoTime() - checkpointed > BETWEEN_CHECKPOINTS) {
                checkpoint(number, taken, out, side);
            }
            if (compiled.isFull()) {
                classes = Math.max(classes, compiled.classes());
                compiled = compiled.anew();
            }
            earlier = earlier.map(e -> e.isFull() ? e.anew() : e);
        }

        private Future<Written> submit(
                ExecutorService pool,
                ConcurrentLinkedQueue<Desk> desks,
                CaseReader reader,
                List<Sheet.Line> lines) {
            CompiledLibrary library = compiled;
            Optional<CompiledLibrary> before = earlier;
            return pool.submit(() -> {
                Desk desk = desks.poll();
                if (desk == null || desk.library() != library || !desk.earlier().equals(before)) {
                    desk = desk(library, before, reader);
                }
                Written written = decide(desk, lines, since);
                desks.add(desk);
                return written;
            });
        }

        private void take(int number, Future<Written> batch, Outlet out, Outlet side)
                throws IOException {
            try {
                Written written = batch.get();
                read = read.and(written.read());
                out.write(written.out());
                List<Finding> all = new ArrayList<>(written.findings());
                for (Keyed keyed : written.keys()) {
                    if (keys.again(keyed.key(), number, keyed.place())) {
                        all.add(
                                repeated(
                                        keyed.place(),
                                        "the key `%s`".formatted(Sheet.shown(keyed.key()))));
                        tally.add(Tally.Sum.REPEATED, 1);
                    }
                }
                all.sort(java.util.Comparator.comparingInt(f -> f.span().line()));
                tally.add(written.tally());
                side(all, side);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(
                        "a row stopped the audit, which none may", e.getCause());
            }
        }

        private void side(List<Finding> wrong, Outlet side) throws IOException {
            List<List<String>> records = new ArrayList<>();
            for (Finding finding : wrong) {
                tally.add(Tally.Group.FOUND, "", finding.code(), 1);
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
            side.write(utf8(CsvLines.of(records)));
        }
    }

    private static final List<String> SIDE =
            List.of("file", "line", "column", "code", "found", "expected", "mend");

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    // ── One batch ───────────────────────────────────────────────────────────────────────────

    private static Desk desk(
            CompiledLibrary library, Optional<CompiledLibrary> before, CaseReader reader) {
        Row row = library.row();
        return new Desk(
                library,
                before,
                reader,
                new RowReader(reader, row, library.library().constraints()),
                row,
                before.map(CompiledLibrary::row).orElse(row),
                new CsvLines());
    }

    private Written decide(Desk desk, List<Sheet.Line> lines, Optional<EarlierRun> since) {
        var counted = new Tally();
        var out = new ByteArrayOutputStream(lines.size() * BYTES_A_ROW);
        List<Finding> findings = new ArrayList<>();
        List<Keyed> keys = new ArrayList<>(lines.size());
        RowsRead read = RowsRead.NONE;
        for (Sheet.Line line : lines) {
            read = read.and(line);
            counted.add(Tally.Sum.ROWS, 1);
            Optional<String> own = desk.cases().key(line);
            own.ifPresent(k -> keys.add(new Keyed(k, desk.cases().place(line))));
            String key = own.orElseGet(() -> name(desk.cases(), line));
            since.ifPresent(s -> s.see(key));
            Optional<Decided> decided = one(desk, line, findings);
            if (decided.isEmpty()) {
                counted.add(Tally.Sum.BAD, 1);
                continue;
            }
            Ruling ruling = decided.get().ruling();
            counted.count(decided.get().act(), order.asOf().first(), ruling);
            if (!keeps(desk, decided.get())) {
                continue;
            }
            if (since.isPresent()) {
                switch (since.get().standing(key, AuditLine.records(key, ruling))) {
                    case SAME -> {
                        continue;
                    }
                    case NEW -> counted.add(Tally.Sum.NEW, 1);
                    case CHANGED -> counted.add(Tally.Sum.CHANGED, 1);
                }
            }
            counted.add(Tally.Sum.KEPT, 1);
            if (!order.asJson() && !order.asParquet()) {
                CsvLines.formula(desk.cases().place(line), key).ifPresent(findings::add);
            }
            if (order.asJson()) {
                out.writeBytes(utf8(AuditLine.json(key, decided.get().day(), ruling) + "\n"));
            } else {
                desk.lines().add(key, ruling, out);
            }
        }
        return new Written(out.toByteArray(), findings, keys, counted, read);
    }

    /// A row goes by its own key; where no column holds keys, by its line, and its file where there are
    /// several.
    private String name(CaseReader reader, Sheet.Line line) {
        if (reader.hasKeys()) {
            return reader.key(line).orElse("");
        }
        return order.files().size() == 1
                ? String.valueOf(line.number())
                : Path.of(reader.place(line).file()).getFileName() + ":" + line.number();
    }

    private record Decided(Ruling ruling, LocalDate day, String act, Scenario scenario) {}

    private Optional<Decided> one(Desk desk, Sheet.Line line, List<Finding> findings) {
        Row row = desk.row();
        if (desk.rows().fill(line, row)) {
            Ruling ruling = desk.library().decide(row);
            if (ruling.way() != Ruling.Way.IMPOSSIBLE) {
                Columns columns = row.columns();
                int act = columns.place("act");
                return Optional.of(
                        new Decided(
                                ruling,
                                LocalDate.ofEpochDay(row.day()),
                                Tally.act(columns.dictionary(act).known(row.numbers[act])),
                                desk.earlier().isPresent() ? row.scenario() : NOBODY));
            }
        }
        Loaded<Scenario> read = desk.cases().read(line).scenario();
        if (!(read instanceof Loaded.Sound<Scenario>(var scenario, var warnings))) {
            findings.addAll(read.allFindings());
            return Optional.empty();
        }
        Ruling ruling = desk.library().decide(scenario, row);
        if (ruling.way() == Ruling.Way.IMPOSSIBLE) {
            findings.add(impossible(desk.cases(), line));
            return Optional.empty();
        }
        warnings.stream().filter(w -> w.severity() == Severity.WARNING).forEach(findings::add);
        return Optional.of(new Decided(ruling, scenario.day(), Tally.act(scenario), scenario));
    }

    private static final Scenario NOBODY =
            new Scenario(
                    Known.Range.of(LocalDate.EPOCH),
                    Map.of(),
                    List.of(new Scenario.Link("", Map.of())),
                    java.util.Set.of(),
                    java.util.Set.of());

    private boolean keeps(Desk desk, Decided decided) {
        return order.filters().stream().allMatch(f -> f.keeps(decided.ruling()))
                && !(desk.earlier().isPresent()
                        && same(
                                decided.ruling(),
                                desk.earlier().get().decide(decided.scenario(), desk.other())));
    }

    /// Whether an earlier edition said the same: headlines, missing facts, duties, and when a bar lifts
    /// and to what. Provisions are left aside, since every edition numbers its own.
    private static boolean same(Ruling now, Ruling before) {
        OfText one = now.texts().getFirst();
        OfText two = before.texts().getFirst();
        return one.outcome().headlines().equals(two.outcome().headlines())
                && facts(one).equals(facts(two))
                && duties(one).equals(duties(two))
                && days(one).equals(days(two));
    }

    private static Set<String> facts(OfText text) {
        Set<String> facts = new HashSet<>();
        text.outcome().answer().missing().forEach(m -> facts.add(m.fact()));
        return facts;
    }

    private static Set<String> duties(OfText text) {
        Set<String> duties = new HashSet<>();
        text.outcome()
                .answer()
                .duties()
                .forEach(d -> duties.add((d.must() ? "must " : "should ") + d.id()));
        return duties;
    }

    private static Optional<List<Object>> days(OfText text) {
        return text.lifting().map(l -> List.of(l.lifts(), l.then()));
    }

    private static Finding impossible(CaseReader reader, Sheet.Line line) {
        return Finding.error(
                "scenario.impossible",
                reader.place(line),
                "no possible person fits what the row says",
                "facts that can be true together",
                "check the dates and the facts against one another");
    }

    private static Finding repeated(Span place, String key) {
        return Finding.warning(
                "audit.key.twice",
                place,
                key + " stands on an earlier row",
                "a key of its own for each row",
                "look whether the row was entered twice; both were decided");
    }

    // ── How it came out ─────────────────────────────────────────────────────────────────────

    private AuditSummary summary(Optional<EarlierRun> since) {
        SequencedMap<YearMonth, Long> lifting = new TreeMap<>();
        counts(Tally.Group.LIFTING).forEach((month, n) -> lifting.put(YearMonth.parse(month), n));
        return new AuditSummary(
                tally.get(Tally.Sum.ROWS),
                tally.get(Tally.Sum.BAD),
                tally.get(Tally.Sum.PLAINLY),
                tally.get(Tally.Sum.KEPT),
                tally.get(Tally.Sum.SILENT),
                tally.get(Tally.Sum.REPEATED),
                Math.max(classes, compiled.classes()),
                AuditSummary.mostFirst(counts(Tally.Group.TOGETHER)),
                nested(tally.get(Tally.Group.TEXT)),
                nested(tally.get(Tally.Group.ACT)),
                lifting,
                AuditSummary.mostFirst(counts(Tally.Group.FOUND)),
                unread,
                order.files().size(),
                bytesAll == 0 ? 0 : Math.min(1, (double) bytesRead / bytesAll),
                since.map(s ->
                        new AuditSummary.Changes(
                                tally.get(Tally.Sum.NEW),
                                tally.get(Tally.Sum.CHANGED),
                                s.unseen())),
                !order.filters().isEmpty() || order.since().isPresent() || earlier.isPresent(),
                stopped);
    }

    private Map<String, Long> counts(Tally.Group group) {
        return tally.get(group).getOrDefault("", Map.of());
    }

    private static SequencedMap<String, SequencedMap<String, Long>> nested(
            Map<String, Map<String, Long>> all) {
        SequencedMap<String, SequencedMap<String, Long>> nested = new LinkedHashMap<>();
        all.forEach((key, counts) -> nested.put(key, AuditSummary.mostFirst(counts)));
        return nested;
    }
}
